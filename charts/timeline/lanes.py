"""Which marks stand in which lane of the timeline, and where: geometry only, in hours and pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

import pandas as pd

from charts import words
from charts.look import plain
from charts.timeline.hours_since_zero import Clock
from charts.timeline.time_axis import Axis

ROW = 4.5
LEAST = 12.0
LONGEST_LABEL = 23
MOST_NAMED = 5
DOT = 1.5

KINDS = {
    "attack": "Attacks",
    "response": "Responses",
    "statement": "Statements made",
    "end": "Ends declared",
    "aftermath": "Aftermath",
}


@dataclass(frozen=True)
class Drawn:
    """One mark: the ids of the items it stands for, when it happened or was said, and the period covered."""

    items: tuple[str, ...]
    side: str | None
    first: float
    last: float
    vague: bool
    hover: str
    period: tuple[float, float] | None = None
    inferred: bool = False

    @property
    def is_moment(self) -> bool:
        """Known to the minute or the hour; anything else is drawn as long as it is uncertain."""
        return self.first == self.last


@dataclass
class Lane:
    """A strip of the panel with a label; `rows` are stacked inside it. `top` is set when lanes are stacked.
    `note` and what follows it belong to the lanes of a claimant's own start and end."""

    label: str
    kind: str
    rows: list[list[Drawn]] = field(default_factory=list)
    top: float = 0.0
    least: float = LEAST
    note: str = ""
    before: str = ""
    raised: bool = False
    beside: bool = True
    start: float = 0.0

    @property
    def height(self) -> float:
        return max(self.least, ROW * len(self.rows) + 2.5)

    def row_at(self, number: int) -> float:
        """The middle of a row, in pixels from the top."""
        return self.top + self.height / 2 + (number - (len(self.rows) - 1) / 2) * ROW


def stacked(lanes: list[Lane]) -> float:
    """Put lanes under one another; the height of all."""
    top = 0.0
    for lane in lanes:
        lane.top = top
        top += lane.height
    return top


def short(name: str, most: int = LONGEST_LABEL) -> str:
    """A name that fits the margin; the whole name stands in the hover, the list and the table."""
    name = name.split(" (")[0] if len(name) > most else name
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


Row = dict[str, Any]


def rows_of(table: pd.DataFrame) -> list[Row]:
    """The rows as dictionaries, once: reading cell by cell is what takes the time."""
    return cast("list[Row]", table.to_dict("records"))


def grouped(rows: list[Row], *keys: str) -> dict[tuple, list[Row]]:
    """Rows with equal cells together, in the order in which they first come."""
    found: dict[tuple, list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[key] for key in keys), []).append(row)
    return found


def event_lanes(events: pd.DataFrame, axis: Axis) -> list[Lane]:
    """A lane for each kind of event that occurs inside the view; events of one time share a mark."""
    inside = [row for row in rows_of(events) if axis.inside(row["when_from"], row["when_to"]) == "inside"]
    by_kind = grouped(inside, "kind")
    lanes = []
    for kind, label in KINDS.items():
        if (kind,) in by_kind:
            together = grouped(by_kind[kind,], "when_from", "when_to").values()
            lanes.append(Lane(label, "event", packed([_event_mark(rows, axis) for rows in together])))
    return lanes


def _event_mark(events: list[Row], axis: Axis) -> Drawn:
    one = events[0]
    first, last = axis.clipped(one["when_from"], one["when_to"])
    lines = [f"<b>{axis.clock.event(one)}</b>", *_some([row["what"] for row in events], 90)]
    return Drawn(tuple(row["id"] for row in events), None, first, last, False, "<br>".join(lines))


def claimant_lanes(statements: pd.DataFrame, axis: Axis, *, unfolded: bool, most: int = LONGEST_LABEL) -> list[Lane]:
    """Lanes grouped by side, claimants by name. Folded, those who spoke once share a lane of their side, which shows
    when things were said and not which periods they count."""
    inside = [row for row in rows_of(statements) if axis.inside(row["said_from"], row["said_to"]) == "inside"]
    lanes: list[Lane] = []
    for _, side in sorted(grouped(inside, "side_position").items()):
        name = side[0]["side_name"] if words.given(side[0]["side_name"]) else "Unattributed"
        if unfolded:
            lanes.append(Lane(short(name, most), "heading", []))
        own = [row for row in side if unfolded or row["claimant_statements"] > 1]
        for (claimant,), told in sorted(grouped(own, "claimant_name").items()):
            lanes.append(Lane(short(claimant, most), "claimant", _own_rows(told, axis)))
        others = [row for row in side if not unfolded and row["claimant_statements"] == 1]
        if others:
            lanes.append(_shared(others, name, bool(own), axis))
    return lanes


def _own_rows(told: list[Row], axis: Axis) -> list[list[Drawn]]:
    together = grouped(told, "said_to", "said_from", "covers_from", "covers_to", "covers_inferred").values()
    return [[_statement_mark(rows, axis)] for rows in together]


def _shared(others: list[Row], side: str, beside_own: bool, axis: Axis) -> Lane:
    count = len({row["claimant"] for row in others})
    if count == 1:
        return Lane(short(others[0]["claimant_name"]), "claimant", _own_rows(others, axis))
    together = grouped(others, "said_from", "said_to").values()
    label = f"{count} more, {short(side, 15)}" if beside_own else f"{short(side, 18)}: {count}"
    return Lane(label, "shared", packed([_statement_mark(rows, axis, shared=True) for rows in together]))


def _statement_mark(told: list[Row], axis: Axis, *, shared: bool = False) -> Drawn:
    """One mark for statements of one time (and, in a lane of its own, one period)."""
    one = told[0]
    # Not later than: no stretch is known, so an open mark stands at its end.
    start = one["said_from"] if words.given(one["said_from"]) else one["said_to"]
    first, last = axis.clipped(start, one["said_to"])
    vague = one["said_precision"] not in ("day", "time")
    period = None
    if not shared and words.given(one["covers_from"]) and words.given(one["covers_to"]):
        period = axis.clipped(one["covers_from"], one["covers_to"])
    items = tuple(dict.fromkeys(row["id"] for row in told))
    hover = _statement_hover(told, axis.clock, shared)
    side = one["side"] if words.given(one["side"]) else None
    return Drawn(items, side, first, last, vague, hover, period, bool(one["covers_inferred"]))


def _statement_hover(told: list[Row], clock: Clock, shared: bool) -> str:
    one = told[0]
    said = f"said {escaped(clock.said(one), 60)}"
    if not shared:
        covers = f"covers: {escaped(clock.period(one), 90)}"
        lines = _some([row["words"] for row in told], 90)
        return "<br>".join([f"<b>{escaped(one['claimant_name'], 60)}</b>", said, covers, *lines])
    return "<br>".join([f"<b>{said}</b>", *_some([f"{row['claimant_name']}: {row['words']}" for row in told], 90)])


def _some(texts: list[str], width: int) -> list[str]:
    shown = [escaped(text, width) for text in texts[:MOST_NAMED]]
    return [*shown, f"and {len(texts) - MOST_NAMED} more"] if len(texts) > MOST_NAMED else shown


def escaped(text: object, most: int) -> str:
    """Text for a hover or a label: plotly reads a few tags there, so none may come from the data."""
    whole = str(text)
    return plain(whole if len(whole) <= most else f"{whole[: most - 1].rstrip()}…")


def packed(marks: list[Drawn]) -> list[list[Drawn]]:
    """Marks in as few rows as keep them apart; the most exact ones first where they overlap."""
    rows: list[list[Drawn]] = []
    for mark in sorted(marks, key=lambda m: (m.vague, m.first, m.last)):
        row = next((row for row in rows if all(_apart(mark, other) for other in row)), None)
        if row is None:
            rows.append([mark])
        else:
            row.append(mark)
    return rows


def _apart(one: Drawn, other: Drawn) -> bool:
    """Whether two marks can stand in one row; a moment takes the room of its dot."""
    around = [(m.first - DOT, m.last + DOT) if m.is_moment else (m.first, m.last) for m in (one, other)]
    return around[0][1] <= around[1][0] or around[1][1] <= around[0][0]
