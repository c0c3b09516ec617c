"""Can both be true? From bounds, groups and stated periods only, in the same words for any party."""

import pytest

from pages.parts.claims.pair_tables import constraint
from queries.compare.questions import Question, both_true, question_claims, question_pairs
from tests.support.world import claim, statement

DAY = "{from: 2031-03-10, to: 2031-03-10}"
INFERRED = "{from: 2031-03-10, to: 2031-03-10, inferred: true}"
FIGHTERS = Question("spring", "deaths-and-more", "fighters", "", None, "operation")
STATE_DEAD = Question("spring", "deaths-and-more", "southern_forces", "", "north", "operation")


def verdict(world, question: Question, north: str, ministry: str) -> tuple[str, str]:
    """The outcome and the constraint of the one pair."""
    world.say(statement(north))
    world.say(statement(ministry, id="m-10", claimant="ministry"), side="south")
    store = world.store()
    rows = both_true(question_pairs(store, question, None))
    claims = {row["id"]: row for row in question_claims(store, question, None).to_dict("records")}
    assert len(rows) == 1
    return rows[0]["verdict"], constraint(rows[0], claims[rows[0]["a"]], claims[rows[0]["b"]])


def test_the_constraint_in_the_words_of_the_design(world):
    world.change("claimants.yaml", "name: Northern command", "name: BLA")
    north, ministry = claim(of="northern_army", figure=7), claim(of="fighters", figure=92)
    assert verdict(world, FIGHTERS, north, ministry) == (
        "compatible",
        "both hold only if at least 85 of the 92 are people the BLA's 7 does not cover: not its members, outside its "
        "period, not yet known to it, or not counted",
    )


@pytest.mark.parametrize("north_says_more", [True, False])
def test_cannot_both_hold_and_the_same_words_for_either_party(world, north_says_more):
    more, fewer = claim(figure=92, by="north", covers=DAY), claim(figure=7, by="north", covers=DAY)
    pair = (more, fewer) if north_says_more else (fewer, more)
    lower = "Southern ministry" if north_says_more else "Northern command"
    assert verdict(world, STATE_DEAD, *pair) == (
        "cannot both hold",
        f"both hold only if at least 85 of the 92 are people the {lower}'s 7 does not cover: not its members, outside "
        "its period, not yet known to it, or not counted",
    )


SOFTER = {
    "other words for the group": {"as_stated": "officers"},
    "who did it unstated": {"by": None},
    "another period": {"covers": "{from: 2031-03-10, to: 2031-03-11}"},
    "an inferred period": {"covers": INFERRED},
    "a period not stated": {"covers": None},
}


@pytest.mark.parametrize("difference", SOFTER)
def test_anything_that_is_not_the_same_leaves_it_undetermined(world, difference):
    fields = {"figure": 7, "by": "north", "covers": DAY} | SOFTER[difference]
    assert verdict(world, STATE_DEAD, claim(figure=92, by="north", covers=DAY), claim(**fields))[0] == "undetermined"


@pytest.mark.parametrize(
    ("first", "second", "outcome", "words"),
    [
        (84, "at least 10", "compatible", "nothing more: the bounds overlap (84 and at least 10)"),
        (84, 84, "compatible", "nothing more: the bounds overlap (84 and 84)"),
        (84, "about 10", "undetermined", "a bound is open or a hedge leaves none; nothing follows"),
        (84, "dozens", "undetermined", "no number to reason from"),
    ],
)
def test_bounds(world, first, second, outcome, words):
    pair = [claim(figure=figure, by="north", covers=DAY) for figure in (first, second)]
    assert verdict(world, STATE_DEAD, *pair) == (outcome, words)


def test_different_words_leave_it_open(world):
    north, ministry = claim(metric="neutralised", by="north", covers=DAY), claim(by="north", covers=DAY)
    assert verdict(world, STATE_DEAD, north, ministry) == (
        "undetermined", 'different words: "neutralised" and killed; nothing follows',
    )
