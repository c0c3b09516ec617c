"""Who spoke when: which statement stands in which lane, thinned by rule where there are many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from charts import words
from charts.timeline.when_words import event_when

Row = Mapping[str, Any]
KINDS = {
    "attack": "Attacks",
    "response": "Responses",
    "statement": "Statements made",
    "end": "Ends declared",
    "aftermath": "Aftermath",
}
MOST_LANES = 5  # of one side: those who spoke most; the others share one
MOST_PERIODS = 14  # of one lane: with more, periods would lie over one another
APART = 8.0  # pixels: marks closer than this are one
MOST_NAMED = 4
MOST_LETTERS = 96


@dataclass(frozen=True)
class Stretch:
    """The axis: `start` to `end` (naive UTC), and the moment T."""

    start: datetime
    end: datetime
    at: datetime | None = None

    @property
    def length(self) -> float:
        """Hours."""
        return max(1e-6, (self.end - self.start).total_seconds() / 3600)

    def hours(self, moment: datetime) -> float:
        """Hours since the start, cut at the ends."""
        return min(max(0.0, (moment - self.start).total_seconds() / 3600), self.length)

    def place(self, first: datetime | None, last: datetime | None) -> str:
        """Where a stretch lies: `earlier`, `inside`, `later`, `undated`."""
        if last is None:
            return "undated"
        begin = first or last
        if last < self.start or (last == self.start and begin < last):
            return "earlier"
        return "later" if begin >= self.end else "inside"

    def known(self, last: datetime | None) -> bool:
        """Whether it had happened or been said by T."""
        return self.at is None or (last is not None and last <= self.at)


@dataclass(frozen=True)
class Said:
    """One mark: the ids of the items it stands for, where it stands (hours), whether only its latest time is known,
    the period its statement covers."""

    items: tuple[str, ...]
    at: float
    is_late: bool
    hover: tuple[str, ...]
    period: tuple[float, float] | None = None
    is_inferred: bool = False


@dataclass(frozen=True)
class Lane:
    """A row of the picture: whole label, side (None for claimants without one; events have `is_event`), its marks in
    rows under one another, and whether periods were left out of it."""

    label: str
    side: str | None
    rows: tuple[tuple[Said, ...], ...]
    is_event: bool = False
    is_thinned: bool = False
    claimants: int = 1


def event_lanes(events: Sequence[Row], stretch: Stretch, zone: str, pixels: float) -> list[Lane]:
    """A lane for each kind of event; those too close to be told apart share a mark."""
    lanes = []
    for kind, label in KINDS.items():
        of_kind = [row for row in events if row["kind"] == kind]
        own = [row for row in of_kind if _is_drawn(stretch, row["when_from"], row["when_to"])]
        marks = [
            Said((row["id"],), _middle(stretch, row["when_from"], row["when_to"]), False,
                 (f"{event_when(row, zone)}: {row['what']}",))
            for row in own
        ]
        if marks:
            lanes.append(Lane(label, None, (merged(marks, stretch, pixels),), is_event=True))
    return lanes


def claimant_lanes(
    statements: Sequence[Row], stretch: Stretch, zone: str, pixels: float, *, most: int = MOST_LANES, least: int = 2
) -> list[Lane]:
    """Sides in their order; of each the claimants who spoke most, a lane each (at most `most`), then one lane that the
    others share. `statements` are rows of timeline_statements: one for each period of a statement."""
    drawn = [row for row in statements if _is_drawn(stretch, row["said_from"], row["said_to"])]
    lanes: list[Lane] = []
    for position in sorted({row["side_position"] for row in drawn}):
        side = [row for row in drawn if row["side_position"] == position]
        told: dict[str, list[Row]] = {}
        for row in side:
            told.setdefault(row["claimant"], []).append(row)
        order = sorted(told.values(), key=lambda rows: (-_count(rows), rows[0]["claimant_short"]))
        own = [rows for rows in order[:most] if _count(rows) >= least or len(order) <= 2]
        others = order[len(own) :]
        if len(others) == 1:
            own, others = order, []
        lanes += [_own_lane(rows, stretch, zone, pixels) for rows in own]
        if others:
            lanes.append(_shared(others, bool(own), stretch, zone, pixels))
    return lanes


def outside(rows: Sequence[Row], first: str, last: str, stretch: Stretch) -> dict[str, set[str]]:
    """Ids of what is known by T and has no place on the axis, by where it lies."""
    found: dict[str, set[str]] = {"earlier": set(), "later": set(), "undated": set()}
    for row in rows:
        place = stretch.place(row[first], row[last])
        if place != "inside" and stretch.known(row[last]):
            found[place].add(row["id"])
    return found


def merged(marks: Sequence[Said], stretch: Stretch, pixels: float) -> tuple[Said, ...]:
    """Marks too close to be told apart are one, which says how many it stands for."""
    found: list[list[Said]] = []
    for mark in sorted(marks, key=lambda mark: (mark.at, mark.items)):
        if found and (mark.at - found[-1][0].at) / stretch.length * pixels < APART:
            found[-1].append(mark)
        else:
            found.append([mark])
    return tuple(_one(group) for group in found)


def _one(group: Sequence[Said]) -> Said:
    items = tuple(dict.fromkeys(item for mark in group for item in mark.items))
    lines = [line for mark in group for line in mark.hover]
    shown = lines[:MOST_NAMED] + ([f"and {len(lines) - MOST_NAMED} more"] if len(lines) > MOST_NAMED else [])
    return Said(items, group[0].at, all(mark.is_late for mark in group), tuple(shown))


def _is_drawn(stretch: Stretch, first: datetime | None, last: datetime | None) -> bool:
    return stretch.known(last) and stretch.place(first, last) == "inside"


def _middle(stretch: Stretch, first: datetime | None, last: datetime) -> float:
    return (stretch.hours(first or last) + stretch.hours(last)) / 2


def _count(rows: Sequence[Row]) -> int:
    return len({row["id"] for row in rows})


def _own_lane(rows: Sequence[Row], stretch: Stretch, zone: str, pixels: float) -> Lane:
    """Each statement in a row of its own with the period it covers, or, where there are many, all in one without."""
    marks = [_said(row, stretch, zone, named=False) for row in rows]
    name, side = rows[0]["claimant_short"], rows[0]["side"]
    if len(marks) > MOST_PERIODS:
        return Lane(name, side, (merged(marks, stretch, pixels),), is_thinned=True)
    return Lane(name, side, tuple((mark,) for mark in sorted(marks, key=lambda mark: mark.at)))


def _shared(told: Sequence[Sequence[Row]], beside: bool, stretch: Stretch, zone: str, pixels: float) -> Lane:
    marks = [_said(row, stretch, zone, named=True) for rows in told for row in rows]
    one = told[0][0]
    side = one["side_name"] or "Unattributed"
    label = f"{len(told)} more, {side}" if beside else f"{side}: {len(told)}"
    row = merged(marks, stretch, pixels)
    return Lane(label, one["side"], (row,), is_thinned=True, claimants=len(told))


def _said(row: Row, stretch: Stretch, zone: str, *, named: bool) -> Said:
    """Where it stands: at its time, in the middle of its day, else when it had been said at the latest."""
    is_late = row["said_precision"] not in ("day", "time")
    at = stretch.hours(row["said_to"]) if is_late else _middle(stretch, row["said_from"], row["said_to"])
    period = None
    if not named and row["covers_from"] is not None and row["covers_to"] is not None:
        period = stretch.hours(row["covers_from"]), stretch.hours(row["covers_to"])
    text = row["words"] if len(row["words"]) <= MOST_LETTERS else f"{row['words'][: MOST_LETTERS - 1].rstrip()}…"
    covers = "" if named else f"; covers: {words.period(row, zone)}"
    hover = f"{row['claimant_short']}, said {words.said(row, zone)}{covers}", text
    return Said((row["id"],), at, is_late, hover, period, bool(row["covers_inferred"]))
