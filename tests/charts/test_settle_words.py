"""What would settle a pair: the observations that would close it, the same for every party."""

import pytest

from charts.settle_words import settle, settle_lines
from tests.support.world import claim

DAY = "{from: 2031-03-10, to: 2031-03-10}"
SIX_DAYS = "{from: 2031-03-10, to: 2031-03-15}"
INFERRED = "{from: 2031-03-10, to: 2031-03-10, inferred: true}"
UNITS = "units or names of those killed"


def pair_of(world, north: str, south: str):
    """The gate's row for the northern command's claim and the ministry's of one day, with both claims."""
    said = world.say_pairs({"the pair": (north, south)})
    return world.gate_of(*said["the pair"])


PAIRS = {
    "like for like and the same number": (
        claim(covers=DAY, by="north"),
        claim(covers=DAY, by="north"),
        [],
    ),
    "like for like and two bare statements apart": (
        claim(covers=DAY, by="north"),
        claim(figure=10, covers=DAY, by="north"),
        [f"To settle them: {UNITS}"],
    ),
    "names on one side": (
        claim(covers=DAY, by="north", basis="names"),
        claim(figure=10, covers=DAY, by="north"),
        ["To settle them: what Southern ministry's 10 rests on"],
    ),
    "an open figure": (
        claim(covers=DAY, by="north", figure="more than 84"),
        claim(figure=10, covers=DAY, by="north"),
        [f"To settle them: the number behind Northern command's more than 84; {UNITS}"],
    ),
    "a period not stated": (
        claim(by="north"),
        claim(figure=10, covers=DAY, by="north"),
        ["To compare them: the period that Northern command's 84 counts", f"To settle them: {UNITS}"],
    ),
    "two periods that differ": (
        claim(by="north", covers=SIX_DAYS),
        claim(figure=10, covers=DAY, by="north"),
        ["To compare them: both figures for one period", f"To settle them: {UNITS}"],
    ),
    "one period filled in by us, and other words for the group": (
        claim(by="north", covers=INFERRED, as_stated="soldiers"),
        claim(figure=10, covers=DAY, by="north", as_stated="officers"),
        [
            "To compare them: the period that Northern command's 84 counts; "
            "which forces are meant by “soldiers” and “officers”",
            f"To settle them: {UNITS}",
        ],
    ),
    "one group inside the other": (
        claim(by="north", covers=DAY, of="southern_army"),
        claim(figure=100, covers=DAY, by="north"),
        [
            "To compare them: how many of Southern ministry's 100 were Southern army",
            f"To settle them: {UNITS}",
        ],
    ),
    "another word": (
        claim(by="north", covers=DAY, metric="neutralised"),
        claim(figure=10, covers=DAY, by="north"),
        [
            "To compare them: how many of Northern command's 84 \"neutralised\" were killed",
            "To settle them: units or names of those \"neutralised\"",
        ],
    ),
    "two states of the same people": (
        claim(metric="captured", covers=DAY, by="north", figure=18),
        claim(metric="released", covers=DAY, by="north", figure=10),
        [
            "To compare them: both figures of one kind: captured or released",
            "To settle them: units or names of those captured",
        ],
    ),
    "places not tied": (
        claim(by="north", covers=DAY, places="[harbour, mill]"),
        claim(figure=10, covers=DAY, by="north", place="harbour"),
        ["To compare them: each figure by place", f"To settle them: {UNITS}"],
    ),
    "who did it said by one": (
        claim(by="north", covers=DAY),
        claim(figure=10, covers=DAY),
        ["To compare them: whom Southern ministry holds responsible", f"To settle them: {UNITS}"],
    ),
    "civilians have no units": (
        claim(of="civilians", by="north", covers=DAY),
        claim(of="civilians", figure=10, by="north", covers=DAY),
        ["To settle them: names, or a hospital's count, of those killed"],
    ),
    "things are listed or shown": (
        claim(metric="vehicles_destroyed", of=None, covers=DAY, figure="more than 23"),
        claim(metric="vehicles_destroyed", of=None, covers=DAY, figure=2),
        ["To settle them: the number behind Northern command's more than 23; a list or pictures of the vehicles"],
    ),
    "different people": (claim(of="civilians", covers=DAY), claim(of="southern_army", covers=DAY), []),
    "different things": (claim(covers=DAY), claim(metric="wounded", covers=DAY), []),
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_would_close_the_pair(world, name):
    said = world.say_pairs({name: (north, south) for name, (north, south, _) in PAIRS.items()})
    assert settle(*world.gate_of(*said[name])) == PAIRS[name][2]


def test_the_rules_are_the_same_for_either_party(world):
    """The same two claims the other way round: only the names change places."""
    pair, a, b = pair_of(world, claim(figure="at least 10", covers=DAY), claim(figure=84))
    assert settle(pair, a, b) == [
        "To compare them: the period that Southern ministry's 84 counts",
        f"To settle them: the number behind Northern command's at least 10; {UNITS}",
    ]


def test_never_more_than_two_lines_of_two_things_each(world):
    north = claim(figure="dozens", as_stated="soldiers", places="[harbour, mill]", by="north")
    south = claim(figure="about 10", as_stated="officers", covers=SIX_DAYS)
    lines = settle(*pair_of(world, north, south))
    assert len(lines) == 2
    assert all(line.count(";") <= 1 for line in lines)


def test_what_was_entered_by_hand_follows(world):
    settles = [{"on": "2031-03-12", "what": "eleven bodies lie in a hospital", "report": "gazette"}]
    pair = pair_of(world, claim(covers=DAY, settles=settles), claim(figure=10, covers=DAY))
    assert settle_lines(*pair) == [f"To settle them: {UNITS}", "Known, 2031-03-12: eleven bodies lie in a hospital"]
