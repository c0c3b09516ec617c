"""Ladders: one per series, broken where the word, the basis or the start changes, with no factor across a break."""

import pytest

from pages.parts.compare.how_accounts_moved import growth, since
from queries.compare.questions import Question, ladders
from tests.support.world import claim, statement

STATE_DEAD = Question("spring", "deaths-and-more", "southern_forces", "", None, "operation")


def told(day: int, *claims: str, **fields) -> str:
    """A statement of the northern command on a day of March."""
    return statement(*claims, **({"id": f"n-{day}", "said": f"2031-03-{day}"} | fields))


def steps(world, *statements: str) -> list[tuple]:
    """label, segment, time since the last, growth since the last."""
    world.say(*statements)
    rows = ladders(world.store(), STATE_DEAD, None).to_dict("records")
    return [(row["label"], row["segment"], since(row), growth(row)) for row in rows]


def test_each_step_has_the_time_since_the_last_and_the_growth(world):
    assert steps(world, told(10, claim()), told(11, claim(figure=126)), told(14, claim(figure="more than 200"))) == [
        ("84", 0, "first figure", ""),
        ("126", 0, "1 day", "1.5 times"),
        ("more than 200", 0, "3 days", "at least 1.5 times"),
    ]


def test_hours_where_both_have_a_time_of_day(world):
    early, late = "2031-03-10 09:00+09:00", "2031-03-10 18:30+09:00"
    assert steps(world, told(10, claim(), said=early), told(11, claim(figure=42), said=late))[1] == (
        "42", 0, "10 h", "0.5 times",
    )


BREAKS = {
    "another word": ({}, {"metric": "neutralised"}),
    "another basis": ({}, {"basis": "bodies"}),
    "another start of the period": (
        {"covers": "{from: 2031-03-10, to: 2031-03-11}"},
        {"covers": "{from: 2031-03-12, to: 2031-03-14}", "counting": "cumulative"},
    ),
}


@pytest.mark.parametrize("reason", BREAKS)
def test_a_change_breaks_the_line_and_has_no_factor(world, reason):
    first, then = BREAKS[reason]
    assert steps(world, told(11, claim(**first)), told(14, claim(**{"figure": 126} | then))) == [
        ("84", 0, "first figure", ""),
        ("126", 1, "3 days", f"no factor: {reason}"),
    ]


def test_a_start_within_a_day_does_not_break_it(world):
    first = claim(covers="{from: 2031-03-10, to: 2031-03-11}")
    then = claim(figure=126, covers="{from: 2031-03-11, to: 2031-03-14}", counting="cumulative")
    assert steps(world, told(11, first), told(14, then))[1][1:] == (0, "3 days", "1.5 times")


def test_two_of_one_day_have_an_order_only_where_one_follows_the_other(world):
    assert steps(world, told(10, claim()), told(10, claim(figure=126), id="n-later"))[1][1:] == (
        0, "the same day", "no factor: order within the day unknown",
    )


def test_two_of_one_day_with_follows(world):
    # the file's order never decides
    assert steps(world, told(10, claim(figure=126), id="n-later", follows="n-10"), told(10, claim())) == [
        ("84", 0, "first figure", ""),
        ("126", 0, "the same day", "1.5 times"),
    ]


OFF_THE_LADDER = {
    "a window of its own": claim(figure=126, counting="period", covers="{from: 2031-03-12, to: 2031-03-12}"),
    "a count of ours": "{metric: killed, of: southern_forces, figure: 126, counted: ours, from: a list}",
    "a disputed reading": claim(figure=126, disputed_reading=True),
    "a word": claim(figure="dozens"),
}


@pytest.mark.parametrize("kind", OFF_THE_LADDER)
def test_is_on_no_ladder(world, kind):
    assert steps(world, told(10, claim()), told(12, OFF_THE_LADDER[kind])) == [("84", 0, "first figure", "")]


def test_unnamed_unattributed_and_undated_claims_are_on_no_ladder(world):
    world.say(told(10, claim(figure=10), id="o-10", claimant="officer-to-wire"), side="south")
    world.say(told(10, claim(figure=11), id="u-10", claimant="nobody"), side="unattributed")
    assert steps(world, told(10, claim(), said=None, reports="[undated-page]")) == []
