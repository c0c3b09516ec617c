"""What a figure was offered with, as a rung for each claim (rules.md N13): never that it was checked."""

from __future__ import annotations

# From a bare statement up; the words are those that readers see.
RUNGS = ("said", "broken down", "bodies or hospital count", "names", "imagery", "counted by a third party itself")
BY_BASIS = {"statement": 1, "breakdown": 2, "bodies": 3, "names": 4, "imagery": 5}
# Who may be said to have counted for itself: neither a party to the conflict, nor somebody whose figures are others'.
THIRD_PARTIES = frozenset({"outlet", "think_tank", "rights_group", "international_body", "agency_tally"})


def rung(basis: str | None, kind: str, side_role: str | None = None, *, is_built: bool = False) -> int:
    """1 to 6, by the place in RUNGS. A count is the last rung only where a third party made it and did not build it on
    others' figures; a party's own count is its statement."""
    if basis == "count":
        counted_itself = kind in THIRD_PARTIES and side_role != "party" and not is_built
        return 6 if counted_itself else 1
    return BY_BASIS[basis or "statement"]


def rung_words(number: int) -> str:
    """The rung in words: `bodies or hospital count`."""
    return RUNGS[number - 1]
