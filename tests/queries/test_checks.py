"""The consistency checks: each on a tiny world, and a new file as a new check."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from ledger.store.build_store import in_memory
from ledger.store.run_checks import (
    CheckError,
    checks,
    findings_of,
    read_check,
    run_check,
    run_checks,
)
from queries.findings.findings import relay_drift, relayed_statements
from tests.support.world import METRICS, World, claim, statement

NOT, TOLD, UP = "does not add up as reported", "cannot be told", "adds up"


def found(world: World, check: str) -> list[tuple[str, str, str | None]]:
    """Outcome, arithmetic and layer of each finding of one check."""
    return told(world.findings(check))


def told(findings: list[dict[str, Any]]) -> list[tuple[str, str, str | None]]:
    """Outcome, arithmetic and layer of findings."""
    return [(row["outcome"], row["arithmetic"], row["arises"]) for row in findings]


def test_every_file_has_a_title_and_a_rule() -> None:
    for check in checks():
        assert check.title and not check.title.endswith("."), check.id
        assert check.rule.endswith("."), check.id


def test_no_check_names_a_conflict() -> None:
    names = re.compile(r"phase-\d|herof|\bbla\b|ispr|pakistan|baloch|'killed'|'captured'")
    for check in checks():
        assert not names.search(check.query.lower()), check.id


def test_an_empty_world_has_no_findings(world: World) -> None:
    assert findings_of(world.store(checked=True)) == []


def test_complete_parts_add_up_or_do_not(world: World) -> None:
    world.say(
        statement(
            claim(figure=10, complete=True,
                  including=[{"of": "southern_army", "figure": 6}, {"of": "southern_police", "figure": 4}]),
            claim(of="civilians", figure=9, complete=True,
                  including=[{"who": "women", "figure": 3}, {"who": "children", "figure": "at least 7"}]),
            claim(of="people", figure=20, including=[{"of": "civilians", "figure": 9, "place": "mill"}]),
        )
    )
    assert found(world, "complete_sums") == [
        (NOT, "3 (women) + at least 7 (children) = at least 10; stated: 9 killed", None),
        (UP, "6 (Southern army) + 4 (Southern police) = 10 killed", None),
    ]


def test_a_part_larger_than_its_whole(world: World) -> None:
    world.say(
        statement(claim(figure=10, including=[{"of": "southern_army", "figure": 12}])),
        statement(claim(figure="about 10", including=[{"of": "southern_army", "figure": "dozens"}]),
                  id="n-11", said="2031-03-11"),
    )
    store = in_memory(world.load())  # the folder's own checks refuse it: the store is built all the same
    assert told([row for row in findings_of(store) if row["check"] == "parts_within_wholes"]) == [
        (NOT, "12 (Southern army) of 10 killed: 2 more than the whole", None),
        (TOLD, "dozens (Southern army) of about 10 killed: the part is not a number with bounds", None),
    ]


def test_parts_that_exclude_each_other(world: World) -> None:
    split = [{"of": "southern_forces", "figure": "more than 22"}, {"of": "civilians", "figure": 36}]
    world.say(statement(claim(of="not_fighters", figure=58, including=split)))
    assert found(world, "parts_together") == [
        (NOT, "more than 22 (Southern forces) + 36 (Civilians) = at least 59, 1 or more above 58 killed", None)
    ]


def test_numbers_in_sums_have_separators(world: World) -> None:
    split = [{"of": "southern_forces", "figure": '"24,686"'}, {"of": "civilians", "figure": 1500}]
    world.say(statement(claim(of="not_fighters", figure=25000, including=split)))
    assert found(world, "parts_together") == [
        (NOT, "24,686 (Southern forces) + 1,500 (Civilians) = 26,186, 1,186 above 25,000 killed", None)
    ]


def test_parts_that_may_share_people_are_not_added(world: World) -> None:
    split = [{"of": "southern_forces", "figure": 40}, {"of": "southern_police", "figure": 30}]
    world.say(statement(claim(of="not_fighters", figure=58, including=split)))
    assert found(world, "parts_together") == []


def test_a_falling_cumulative_figure(world: World) -> None:
    world.say(
        statement(claim(metric="captured", figure=18)),
        statement(claim(metric="captured", figure=17), id="n-11", said="2031-03-11"),
        statement(claim(metric="captured", figure="dozens"), id="n-12", said="2031-03-12"),
        statement(claim(metric="captured", figure="at least 16"), id="n-13", said="2031-03-13"),
    )
    assert found(world, "falling_totals") == [
        (NOT, "captured, Southern forces: 18 (said 10 Mar 2031), then 17 (said 11 Mar 2031): 1 fewer", None),
        (TOLD, "captured, Southern forces: 17 (said 11 Mar 2031), then at least 16 (said 13 Mar 2031)", None),
    ]


def test_held_is_not_compared_with_captured_and_one_day_without_order_is_not_a_fall(world: World) -> None:
    world.say(
        statement(claim(metric="captured", figure=18)),
        statement(claim(metric="captured", figure=12), id="n-10-b"),
        statement(claim(metric="held", figure=7), id="n-11", said="2031-03-11"),
    )
    assert found(world, "falling_totals") == []


def test_unnamed_sources_have_no_series(world: World) -> None:
    first = statement(claim(figure=18), claimant="officer-to-wire")
    second = statement(claim(figure=10), claimant="officer-to-wire", id="n-11", said="2031-03-11")
    world.say(first, second, side="south")
    assert found(world, "falling_totals") == []


def test_one_statement_printed_otherwise(world: World) -> None:
    appears = [
        {"report": "gazette", "part": "headline", "metric": "killed"},
        {"report": "bulletin", "figure": "over 80", "of": "southern_army", "place": "mill"},
        {"report": "undated-page"},
    ]
    world.say(statement(claim(metric="neutralised", appears=appears, covers="2031-03-10")))
    assert found(world, "printed_figures") == [
        (NOT, '"neutralised" (Southern forces): 84 (The Gazette); printed as over 80 (Bulletin)', "relay")
    ]
    assert found(world, "printed_words") == [
        (NOT, '84: "neutralised", Southern forces, whole operation, 10 Mar 2031 (The Gazette); '
              "printed as killed (The Gazette, headline); Southern army, Mill (Bulletin)", "relay")
    ]


def test_a_disputed_reading_arises_nowhere_we_could_tell(world: World) -> None:
    world.say(statement(claim(disputed_reading=True, appears=[{"report": "bulletin", "figure": 80}])))
    assert found(world, "printed_figures") == [
        (NOT, "killed (Southern forces): 84 (The Gazette); printed as 80 (Bulletin)", None)
    ]


def test_windows_before_the_first_attack(world: World) -> None:
    world.say(
        statement(
            claim(figure=30, covers="{from: 2031-03-08, to: 2031-03-10}", counting="cumulative"),
            claim(of="civilians", figure=50, covers="{from: 2031-03-08, to: 2031-03-10}", counting="cumulative",
                  including=[{"figure": 20, "covers": "2031-03-08", "counting": "period", "key": "before"}]),
            claim(metric="wounded", figure=5, covers="2031-03-10"),
        )
    )
    assert found(world, "windows_before_zero") == [
        (TOLD, "killed (Southern forces): 30, 8 Mar 2031 to 10 Mar 2031; first attack 10 Mar 2031. "
               "How much of it lies before is not said", None),
        (UP, "killed (Civilians): 50, 8 Mar 2031 to 10 Mar 2031; first attack 10 Mar 2031. "
             "20 of them lie before, which leaves 30 from then on", None),
        (UP, "wounded (Southern forces): 5, 10 Mar 2031; first attack 10 Mar 2031", None),
    ]


def test_a_place_above_the_total(world: World) -> None:
    world.say(
        statement(
            claim(figure=10), claim(of="southern_army", figure=12, place="mill"), claim(figure=4, place="harbour")
        )
    )
    assert found(world, "places_above_totals") == [
        (NOT, "Mill: 12; whole operation: 10 killed, Southern forces: 2 above the total", None),
        (UP, "Harbour: 4; whole operation: 10 killed, Southern forces", None),
    ]


def test_an_earlier_total_says_nothing_of_a_later_place(world: World) -> None:
    world.say(statement(claim(figure=10)), statement(claim(figure=12, place="mill"), id="n-11", said="2031-03-11"))
    assert found(world, "places_above_totals") == []


def test_ends_that_differ(world: World) -> None:
    world.say(
        statement("{metric: ended, on: 2031-03-14}", said="2031-03-14"),
        statement("{metric: ended, on: 2031-03-16}", id="n-16", said="2031-03-16", reports="[bulletin]"),
    )
    other = statement("{metric: ended, on: 2031-03-20}", id="s", claimant="ministry", said="2031-03-20")
    world.say(other, side="south")
    assert found(world, "starts_and_ends") == [
        (NOT, "end: 14 Mar 2031 (The Gazette); 16 Mar 2031 (Bulletin)", None),
        (TOLD, "end: Southern ministry: 20 Mar 2031 (The Gazette); Northern command: 14 Mar 2031 (The Gazette); "
               "16 Mar 2031 (Bulletin). The dates differ; each may speak of its own operation", None),
        (UP, "end: 20 Mar 2031 (The Gazette)", None),
    ]


def test_more_names_than_stated(world: World) -> None:
    world.write("metrics.yaml", METRICS + "- {id: towns, label: towns, family: towns, unit: places, definition: T.}\n")
    world.say(statement("{metric: towns, figure: 2}", names="[harbour, mill, harbour-district]"))
    assert found(world, "listed_places") == [
        (NOT, "2 towns stated, 3 names listed: 1 more than stated. Harbour lies in Harbour district, which is "
              "listed as "
              "well. 1 name is that of another kind of place than the rest (Harbour district); without it 2 are "
              "left", None)
    ]


def test_a_sum_of_others_figures(world: World) -> None:
    world.say(statement(claim(figure=38)))
    world.say(statement(claim(of="people", figure=60, relies_on=["n-10.killed.southern_forces", "w.killed.civilians"]),
                        id="t", claimant="wire"), side="tallies")
    world.say(statement(claim(of="civilians", figure=30), id="w", claimant="watch"), side="observers")
    outcome = found(world, "built_on_others")
    assert [row[0] for row in outcome] == [NOT]
    assert outcome[0][1].endswith("= 68; stated: 60 killed")


def test_a_new_file_is_a_new_check(world: World, tmp_path: Path) -> None:
    world.say(statement(claim()))
    (tmp_path / "round_numbers.sql").write_text(
        "-- title: Round numbers\n-- rule: A figure is not round.\n"
        "select id as finding, phase, claimant, 'arithmetic' as kind, 'cannot be told' as outcome,\n"
        "    label || ' is not round' as arithmetic, null as arises, id as claims\nfrom claims where low % 10 <> 0"
    )
    (tmp_path / "odd.sql").write_text("-- title: A\n-- rule: B.\nselect nothing")
    rows, broken = run_checks(world.store(), tmp_path)
    names = ("check", "title", "rule", "kind", "outcome", "arithmetic", "claims", "claimant_names", "trivial", "terms")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("round_numbers", "Round numbers", "A figure is not round.", "arithmetic", TOLD, "84 is not round",
         ["n-10.killed.southern_forces"], ["Northern command"], False, None)
    ]
    assert [row["check"] for row in broken] == ["odd"]  # and it stopped no other


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select 1", "odd.sql: has no title; begin the file with `-- title: …`"),
        ("-- title: A\nselect 1", "odd.sql: has no rule; begin the file with `-- rule: …`"),
        ("-- title: A\n-- rule: B.\nselect 1 as finding", "odd.sql: gives no column phase, claimant, kind, outcome"),
        ("-- title: A\n-- rule: B.\nselect nothing", "odd.sql: Binder Error"),
        (
            "-- title: A\n-- rule: B.\nselect 'a' as finding, 'spring' as phase, null as claimant, "
            "'arithmetic' as kind, 'adds up' as outcome, '' as arithmetic, null as arises, null as claims",
            "odd.sql: gives a row without a text for claimant",
        ),
        (
            "-- title: A\n-- rule: B.\nselect 'a' as finding, '' as phase, '' as claimant, 'arithmetic' as kind, "
            "'wrong' as outcome, "
            "'' as arithmetic, null as arises, null as claims",
            'odd.sql: unknown outcome "wrong"; there is does not add up as reported, cannot be told, adds up',
        ),
    ],
)
def test_a_check_that_cannot_be_used_says_why(world: World, tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "odd.sql").write_text(text)
    with pytest.raises(CheckError) as error:
        run_check(world.store(), read_check(tmp_path / "odd.sql"))
    assert str(error.value).startswith(message)


def test_relay_drift_marks_what_differs(world: World) -> None:
    world.say(statement(claim(appears=[{"report": "bulletin", "figure": "more than 84"}, {"report": "undated-page"}])))
    store = world.store(checked=True)
    known = relayed_statements(store, "spring", None)
    assert known[["id", "reports", "differing"]].values.tolist() == [["n-10", 3, 1]]
    rows = relay_drift(store, "n-10")
    assert rows[["publisher", "is_own", "printed_figure", "differs_figure"]].astype(object).where(
        rows[["publisher", "is_own", "printed_figure", "differs_figure"]].notna(), None
    ).values.tolist() == [
        ["The Gazette", True, None, False], ["Bulletin", False, "more than 84", True], ["Page", False, None, False],
    ]
