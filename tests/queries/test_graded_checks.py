"""Findings graded: by kind, by size, passes that could not have failed apart; and the checks that came with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from tests.queries.test_checks import NOT, TOLD, UP, found
from tests.support.world import CLAIMANTS, DATASET, METRICS, World, claim, statement


def graded(world: World, check: str) -> list[tuple[str, str, bool]]:
    """Kind, outcome and triviality of each finding of one check."""
    return [(row["kind"], row["outcome"], row["trivial"]) for row in world.findings(check)]


def each_alone(world: World, check: str, claims: Iterable[str]) -> list[list[dict[str, Any]]]:
    """The findings of one check about each of these claims, which are said in statements of their own: cases that
    differ in nothing but a claim share a store."""
    said = list(claims)
    world.say(*(statement(one, id=f"n-{number}") for number, one in enumerate(said)))
    rows = world.findings(check)
    return [[row for row in rows if row["claims"][0].startswith(f"n-{number}.")] for number in range(len(said))]


HEDGES = {
    (280, "at least 280"): "hedge only",
    ("more than 23", 23): "hedge only",
    ("about 37", 37): "hedge only",
    ('"1,500"', "over 1500"): "hedge only",
    (84, 80): "relay number",
    (84, "at least 80"): "relay number",
    (84, "dozens"): "relay number",
    ("up to 250", "200 to 250"): "relay number",
}


def test_another_hedge_is_no_other_number(world: World) -> None:
    said = [claim(figure=own, appears=[{"report": "bulletin", "figure": printed}]) for own, printed in HEDGES]
    rows = each_alone(world, "printed_figures", said)
    told = [[(row["kind"], row["outcome"], row["trivial"]) for row in found] for found in rows]
    assert dict(zip(HEDGES, told, strict=True)) == {both: [(kind, NOT, False)] for both, kind in HEDGES.items()}


def test_one_other_number_among_hedges_counts_as_a_number(world: World) -> None:
    appears = [{"report": "bulletin", "figure": "at least 84"}, {"report": "undated-page", "figure": 80}]
    world.say(statement(claim(appears=appears)))
    assert graded(world, "printed_figures") == [("relay number", NOT, False)]


def test_a_duration_with_another_hedge(world: World) -> None:
    appears = [{"report": "bulletin", "figure": "more than 40 hours"}]
    world.say(statement(claim(metric="control_duration", of=None, figure="40 hours", appears=appears)))
    assert graded(world, "printed_figures") == [("hedge only", NOT, False)]


def test_one_of_58_is_not_30_of_41(world: World) -> None:
    small = [{"of": "southern_forces", "figure": 23}, {"of": "civilians", "figure": 36}]
    large = [{"of": "southern_forces", "figure": 41}, {"of": "civilians", "figure": 30}]
    world.say(
        statement(claim(of="not_fighters", figure=58, including=small)),
        statement(claim(of="not_fighters", figure=41, including=large), id="n-11", said="2031-03-11"),
    )
    rows = world.findings("parts_together")
    sizes = {(row["difference"], row["reference"]): row["severity"] for row in rows}
    assert sizes == {(1, 58): pytest.approx(1 / 58), (30, 41): pytest.approx(30 / 41)}


def test_a_pass_has_no_size(world: World) -> None:
    world.say(statement(claim(figure=10, including=[{"of": "southern_army", "figure": 6}])))
    (row,) = world.findings("parts_within_wholes")
    assert (row["outcome"], row["severity"], row["difference"]) == (UP, None, None)


def test_a_figure_repeated_as_it_was_could_not_have_failed(world: World) -> None:
    world.say(statement(claim(figure=4959)))
    world.say(
        statement(claim(figure=4959, relies_on=["n-10.killed.southern_forces"]), id="t", claimant="wire"),
        side="tallies",
    )
    assert graded(world, "built_on_others") == [("arithmetic", UP, True)]


def test_a_sum_of_two_could_have_failed(world: World) -> None:
    world.say(statement(claim(figure=38), claim(of="civilians", figure=30)))
    inputs = ["n-10.killed.southern_forces", "n-10.killed.civilians"]
    world.say(statement(claim(of="people", figure=68, relies_on=inputs), id="t", claimant="wire"), side="tallies")
    assert graded(world, "built_on_others") == [("arithmetic", UP, False)]


# ---- a page's own words hold its figure ------------------------------------------------------------------------


WORDS = {
    (84, "84 soldiers"): UP,
    (84, "eighty-four soldiers"): UP,
    (31, "thirty one soldiers"): UP,
    (15, "'١٥ جنود'"): UP,
    ('"24,686"', "'24,686 people'"): UP,
    ('"100,000"', "'1,00,000 people'"): UP,
    ("200 to 250", "between 200 and 250"): UP,
    (14, "17 soldiers"): NOT,
    (14, "four soldiers"): NOT,
    ("200 to 250", "nearly 200"): NOT,
    (24, "two dozen soldiers"): TOLD,
}


def test_words_and_figure(world: World) -> None:
    said = [claim(appears=[{"report": "bulletin", "figure": figure, "words": words}]) for figure, words in WORDS]
    rows = each_alone(world, "words_hold_figures", said)
    told = [[row["outcome"] for row in found] for found in rows]
    assert dict(zip(WORDS, told, strict=True)) == {both: [outcome] for both, outcome in WORDS.items()}


def test_words_without_a_number_are_not_asked(world: World) -> None:
    world.say(statement(claim(appears=[{"report": "bulletin", "words": "soldiers of the week-long operation"}])))
    assert found(world, "words_hold_figures") == []


def test_words_that_do_not_hold_the_figure_are_our_reading(world: World) -> None:
    world.say(statement(claim(appears=[{"report": "bulletin", "figure": 14, "words": "17 soldiers"}])))
    assert found(world, "words_hold_figures") == [
        (NOT, "killed (Southern forces): 14 entered, “17 soldiers” printed (Bulletin)", "our reading")
    ]


# ---- a total said to be final ----------------------------------------------------------------------------------


def test_a_total_called_final_that_changes(world: World) -> None:
    world.say(
        statement(claim(figure=18, as_stated="final toll")),
        statement(claim(figure=21), id="n-11", said="2031-03-11"),
        statement(claim(figure=30), id="n-12", said="2031-03-12"),
    )
    assert found(world, "final_totals") == [
        (NOT, "killed, Southern forces: 18 (said 10 Mar 2031, called final), then 21 (said 11 Mar 2031)", None)
    ]


def test_a_total_given_after_the_end_the_claimant_names(world: World) -> None:
    bounds = "zero: 2031-03-10, bounds: [{claimant: northern-command, to: 2031-03-12, report: gazette}]"
    world.write("dataset.yaml", DATASET.replace("zero: 2031-03-10", bounds))
    world.say(
        statement(claim(figure=18)),
        statement(claim(figure=21), id="n-12", said="2031-03-12"),
        statement(claim(figure="more than 20"), id="n-13", said="2031-03-13"),
        statement(claim(figure=40), id="n-14", said="2031-03-14"),
    )
    assert [(row[0], row[1].split(": ")[1]) for row in found(world, "final_totals")] == [
        (TOLD, "21 (said 12 Mar 2031, once the end it names had come), then more than 20 (said 13 Mar 2031)"),
        (TOLD, "more than 20 (said 13 Mar 2031, once the end it names had come), then 40 (said 14 Mar 2031)"),
    ]


def test_a_total_of_the_first_days_may_change(world: World) -> None:
    world.say(statement(claim(figure=18)), statement(claim(figure=21), id="n-11", said="2031-03-11"))
    assert found(world, "final_totals") == []


# ---- a part lies in the period of its whole --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("covers", "outcome", "words"),
    [
        ("2031-03-11", UP, ""),
        ("2031-03-08", NOT, ": the part lies wholly outside the period"),
        ("{from: 2031-03-09, to: 2031-03-10}", TOLD, ": the part reaches beyond the period"),
        ("{from: 2031-03-08, to: 2031-03-08, inferred: true}", TOLD,
         ": the part lies wholly outside the period, which was inferred by us"),
    ],
)
def test_the_period_of_a_part(world: World, covers: str, outcome: str, words: str) -> None:
    part = {"figure": 4, "covers": covers, "counting": "period", "key": "part"}
    whole = claim(figure=10, covers="{from: 2031-03-10, to: 2031-03-12}", counting="cumulative", including=[part])
    world.say(statement(whole, said="2031-03-12"))
    (row,) = found(world, "parts_within_windows")
    assert row[0] == outcome
    assert row[1].endswith("as a part of 10, 10 Mar 2031 to 12 Mar 2031" + words)
    assert (row[2] == "our reading") == ("inferred" in covers)


# ---- all that became of the people counted ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "released", "outcome", "words"),
    [
        (7, 10, UP, "7 held + 10 released = 17 captured, Southern forces"),
        (7, 11, NOT, "7 held + 11 released = 18; stated: 17 captured, Southern forces"),
        (7, 8, NOT, "7 held + 8 released = 15; stated: 17 captured, Southern forces"),
        ("dozens", 8, TOLD, "dozens held + 8 released = no number; stated: 17 captured, Southern forces"),
    ],
)
def test_captured_is_held_and_released(
    world: World, held: object, released: object, outcome: str, words: str
) -> None:
    world.say(
        statement(claim(metric="captured", figure=17)),
        statement(claim(metric="held", figure=held), claim(metric="released", figure=released),
                  id="n-11", said="2031-03-11"),
    )
    assert found(world, "states_of_totals") == [(outcome, words, None)]


def test_states_of_which_some_are_not_given_say_only_what_is_too_many(world: World) -> None:
    died = "label: died in custody, family: captives, unit: people, state_of: captured, definition: Dead."
    world.write("metrics.yaml", METRICS + f"- {{id: died_captive, {died}}}\n")
    states = {"captured": 17, "held": 7, "released": 8}
    world.say(statement(*(claim(metric=metric, figure=figure) for metric, figure in states.items())))
    words = "7 held + 8 released = 15; stated: 17 captured, Southern forces; what became of others is not said"
    assert found(world, "states_of_totals") == [(TOLD, words, None)]


def test_states_given_by_two_claimants_are_not_added(world: World) -> None:
    world.say(statement(claim(metric="captured", figure=17), claim(metric="held", figure=7)))
    world.say(statement(claim(metric="released", figure=11), id="s", claimant="ministry"), side="south")
    assert found(world, "states_of_totals") == []


# ---- one number keeps its group --------------------------------------------------------------------------------


def test_one_number_for_two_groups(world: World) -> None:
    world.say(statement(claim(figure=17, appears=[{"report": "bulletin", "of": "civilians", "part": "headline"}])))
    assert found(world, "one_number_two_groups") == [
        (NOT, "17 killed: Southern forces (The Gazette); Civilians (Bulletin, headline)", "relay")
    ]


def test_a_group_inside_the_other_shares_people(world: World) -> None:
    world.say(statement(claim(figure=17, appears=[{"report": "bulletin", "of": "southern_army"}])))
    assert found(world, "one_number_two_groups") == [
        (UP, "1 number printed again, with the group it was given for", None)
    ]


def test_two_figures_that_happen_to_be_one_number(world: World) -> None:
    world.say(
        statement(claim(figure=17, appears=[{"report": "bulletin"}]),
                  claim(of="civilians", figure=17, appears=[{"report": "bulletin", "figure": "about 17"}]))
    )
    assert [row[0] for row in found(world, "one_number_two_groups")] == [UP]


def test_dates_that_a_claimant_gives_in_one_statement_differ_by_relay(world: World) -> None:
    bounds = "zero: 2031-03-10, bounds: [{claimant: northern-command, to: 2031-03-12, report: bulletin}]"
    world.write("dataset.yaml", DATASET.replace("zero: 2031-03-10", bounds))
    assert "northern-command" in CLAIMANTS
    world.say(statement("{metric: ended, on: 2031-03-14}", said="2031-03-14"))
    assert graded(world, "starts_and_ends") == [("relay word", NOT, False)]
