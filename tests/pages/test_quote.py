"""The line to quote in its three registers: every party that has spoken, its words, period and date, the gate, the
address; and the figures that may stand in it."""

import re
from html import unescape

import pytest

from charts.quote_lines import footnote, sentence, with_limits
from charts.words import age
from queries.ask_store import ask_rows
from queries.compare.questions import Question
from queries.side_by_side.phase_account import gate_of
from queries.side_by_side.standing_figures import sides_of
from tests.support.conflicts import other_conflict
from tests.support.seen_page import html_of
from tests.support.world import claim, statement

DAY = "{from: 2031-03-10, to: 2031-03-10}"
STATE_DEAD = Question("spring", "deaths-and-more", "southern_forces", "", "north", "operation")
ZONE = "Asia/Tokyo"
REGISTERS = re.compile(r'data-copy="([^"]*)"')


def ministry(*claims: str, **fields) -> str:
    return statement(*claims, **({"id": "m-10", "claimant": "ministry"} | fields))


def told(world, question=STATE_DEAD):
    """The figures that are quoted, sides in order, with the gate's row."""
    store = world.store()
    rows = ask_rows(store, "compare/question_claims", **question.values(None))
    leads = [own.lead for own in sides_of(rows, ["north", "south"], ZONE)]
    pair = next(iter(gate_of(store, [(leads[0]["id"], leads[1]["id"])]).values())) if len(leads) > 1 else None
    return leads, pair


def test_the_sentence_of_two_figures_has_the_year_once_and_no_number_of_times(world):
    world.say(statement(claim(figure="more than 83", by="north", covers=DAY)))
    world.say(ministry(claim(figure=10, by="north", covers=DAY), said="2031-03-11"), side="south")
    leads, _ = told(world)
    assert sentence(leads, (), ZONE) == (
        "Northern command said on 10 March 2031 that more than 83 southern forces had been killed; Southern ministry "
        "said on 11 March that 10 had been. Neither figure was verified here."
    )


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (1, "that 1 southern forces was killed"),
        ("none", "that no southern forces had been killed"),
        ("dozens", "that dozens of southern forces had been killed"),
        ("several", "that several southern forces had been killed"),
        ("about 200", "that about 200 southern forces had been killed"),
        ("17 to 22", "that 17–22 southern forces had been killed"),
    ],
)
def test_every_form_of_a_figure_has_its_sentence(world, figure, said):
    world.say(statement(claim(figure=figure, by="north")))
    leads, _ = told(world)
    assert sentence(leads, (), ZONE) == (
        f"Northern command said on 10 March 2031 {said}. This figure was not verified here."
    )


def test_a_silent_party_is_named(world):
    world.say(statement(claim(by="north")))
    leads, pair = told(world)
    assert pair is None
    assert sentence(leads, ["South"], ZONE) == (
        "Northern command said on 10 March 2031 that 84 southern forces had been killed. No figure from South in what "
        "was read. This figure was not verified here."
    )


def test_a_day_that_is_not_known_is_said_so(world):
    world.say(statement(claim(by="north"), said="{by: 2031-03-12}"))
    leads, _ = told(world)
    assert sentence(leads, (), ZONE).startswith("Northern command said (not later than 12 Mar 2031) that 84 ")


def test_with_its_limits_two_figures_that_are_not_comparable_have_no_factor_until_the_gate_is_opened(world):
    world.say(statement(claim(metric="neutralised", by="north", covers=DAY)))
    world.say(ministry(claim(figure=10, as_stated="officers", by="north")), side="south")
    leads, pair = told(world)
    limits = (
        "Northern command: counts 10 Mar 2031; Southern ministry: period not stated, of “officers”. "
        "The two are not comparable: what is counted"
    )
    assert with_limits(leads, (), pair, ZONE, opened=False).endswith(f"verified here. {limits}.")
    opened = with_limits(leads, (), pair, ZONE, opened=True)
    assert opened.endswith(f"{limits} (opened by the reader: 8.4 times apart).")


def test_with_its_limits_reservations_are_named_and_the_factor_comes_last(world):
    covers = "{from: 2031-03-10, to: 2031-03-10, as_stated: ten hours}"
    world.say(statement(claim(figure="more than 83", covers=covers, by="north")))
    world.say(ministry(claim(figure=10, covers=DAY, by="north")), side="south")
    leads, pair = told(world)
    assert with_limits(leads, (), pair, ZONE, opened=False).endswith(
        "Northern command: counts 10 Mar 2031 (“ten hours”); Southern ministry: counts 10 Mar 2031. They may be "
        "compared with reservations (form): at least 8.4 times apart."
    )


def test_like_for_like_and_the_same(world):
    world.say(statement(claim(covers=DAY, by="north")))
    world.say(ministry(claim(covers=DAY, by="north")), side="south")
    leads, pair = told(world)
    assert with_limits(leads, (), pair, ZONE, opened=False).endswith("They may be compared like for like.")


def test_the_footnote_has_claimant_day_report_version_and_address(world):
    world.say(statement(claim(by="north")))
    leads, _ = told(world)
    assert footnote(leads, "A title", "0123456789", "https://example.org/compare?q=x", ZONE) == (
        "Northern command, 10 Mar 2031, in The Gazette (https://example.org/gazette). A title, data version "
        "0123456789, https://example.org/compare?q=x"
    )


def test_the_newest_day_of_each_side_and_an_office_before_unnamed_voices_of_the_same_day(world):
    world.say(statement(claim(covers=DAY, by="north")),
              statement(claim(by="north", figure=200), id="n-14", said="2031-03-14"))
    world.say(
        ministry(claim(figure=10, covers=DAY)),
        statement(claim(figure=17, as_stated="officers"), id="o-14", claimant="officer-to-wire", said="2031-03-14"),
        statement(claim(figure=18, by="north"), id="p-14", claimant="police", said="2031-03-14"),
        side="south",
    )
    leads, _ = told(world)
    assert [lead["id"] for lead in leads] == [
        "n-14.killed.southern_forces.north", "p-14.killed.southern_forces.north",
    ]


def test_a_count_of_ours_stands_for_a_side_only_where_nothing_else_does_and_a_window_never(world):
    world.say(statement(claim(by="north")))
    ours = "{metric: killed, of: southern_forces, figure: 9, counted: ours, from: a list}"
    window = statement(claim(counting="period", covers=DAY, figure=3), id="p-10", claimant="police")
    world.say(ministry(ours, claim(figure=7, by="north", key="own")), window, side="south")
    leads, _ = told(world)
    assert [(lead["claimant"], lead["label"]) for lead in leads] == [("northern-command", "84"), ("ministry", "7")]


def registers(at) -> list[str]:
    """What the three buttons copy, beside the copied picture links."""
    block = html_of(at).split('class="cc-quote"')[1].split("</section>")[0]
    return [unescape(text) for text in REGISTERS.findall(block)]


def test_the_three_registers_on_the_page_restore_the_view(open_app):
    at = open_app("compare")
    plain, limits, note = registers(at)
    assert plain == (
        "BLA said on 6 February 2026 that more than 362 state forces had been killed; ISPR said on 5 February that 22 "
        "had been. Neither figure was verified here."
    )
    assert limits.startswith(plain) and limits.endswith(": at least 16.5 times apart.")
    assert re.search(r"data version [0-9a-f]{10}, \S*/compare\?.*at=2026-\d\d-\d\d", note)
    assert "q=killed.security_forces.bla" in note and "phase=phase-2" in note


def test_a_figure_chosen_by_hand_is_in_the_line_and_in_its_address(open_app):
    other = "interior-minister-2026-01-31.killed.security_forces"
    at = open_app("compare", a="bla-2026-01-31.neutralised.security_forces.bla", b=other, at="2026-01-31")
    plain, _, note = registers(at)
    assert "that 84 state forces" in plain
    assert "Interior Minister said on 31 January that 10 " in plain
    assert f"b={other}" in note


def test_one_claimant_alone_names_the_silent_party(open_app, tmp_path):
    folder = other_conflict(tmp_path / "data")
    (folder / "statements/spring/upland.yaml").unlink()
    at = open_app("compare", folder, phase="spring")
    assert "No figure from Upland Council in what was read." in registers(at)[0]


def test_ages_are_hours_only_where_a_time_of_day_is_known(world):
    world.say(statement(claim(), said="2031-03-10 09:00+09:00"), statement(claim(metric="wounded"), id="n-day"),
              statement(claim(metric="captured"), id="n-late", said=None, reports="[gazette]"))
    rows = world.store().execute("from claim_details").df().to_dict("records")
    said = {row["statement"]: row for row in rows}
    end, later = said["n-day"]["said_to"], said["n-late"]["said_to"]
    assert [age(said["n-10"], end), age(said["n-day"], end), age(said["n-day"], later), age(said["n-late"], later)] == [
        "15 h earlier", "the same day", "1 day earlier", "day not known",
    ]
