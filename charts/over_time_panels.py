"""One phase of the count over time, cut at a moment: what is drawn of it, before any pixel is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from charts.finding_words import owner
from charts.side_figures import at as height_of
from charts.side_figures import reach
from queries.side_by_side.question_over_time import Story

Claim = Mapping[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Panel:
    """`start` and `end` (naive UTC) are the stretch of its axis, `zero` its day zero where it has one. `bounds`: rows
    of timeline_bounds, `attacks`: events. `at` is the moment T where the phase is the page's, else None."""

    phase: str
    title: str
    start: datetime
    end: datetime
    zero: datetime | None
    story: Story
    parties: tuple[str, ...]
    bounds: tuple[Row, ...] = ()
    attacks: tuple[Row, ...] = ()
    at: datetime | None = None

    @property
    def length(self) -> float:
        """Hours of the axis."""
        return max(1e-6, (self.end - self.start).total_seconds() / 3600)

    @property
    def now(self) -> float:
        """Where what is drawn stops: the end of the axis, or the moment T before it."""
        return self.hours(min(self.at or self.end, self.end))

    def hours(self, moment: datetime) -> float:
        """Hours since the start of the axis, cut at its ends."""
        return min(max(0.0, (moment - self.start).total_seconds() / 3600), self.length)

    def position(self, claim: Claim) -> float:
        """Where a figure stands: at its time, or in the middle of its day; else when it had been said at the latest."""
        start, end = claim["said_from"], claim["said_to"]
        is_day = claim["said_precision"] == "day" and start is not None
        return self.hours(start + (end - start) / 2 if is_day else end)

    def known(self, moment: datetime | None) -> bool:
        """Whether something had been said or had happened by T, and lies on the axis."""
        return moment is not None and moment <= self.end and (self.at is None or moment <= self.at)

    @cached_property
    def leads(self) -> Mapping[str | None, Claim]:
        """The figure that stands for each side at T."""
        told = [leads for moment, leads in self.story.leads if self.at is None or moment <= self.at]
        return told[-1] if told else {}

    @cached_property
    def followed(self) -> tuple[str | None, ...]:
        """Whose lines are large and labelled: the parties, or where none of them ever spoke on it, whoever did."""
        ever = {side for _, leads in self.story.leads for side in leads}
        return self.parties if ever & set(self.parties) else tuple(sorted(ever, key=lambda side: side or "~"))

    @cached_property
    def led(self) -> Mapping[str, Claim]:
        """Every figure of a side that is followed that stood for it at some moment up to T, in order of time."""
        told = [leads for moment, leads in self.story.leads if self.at is None or moment <= self.at]
        return {leads[side]["id"]: leads[side] for leads in told for side in self.followed if side in leads}

    @cached_property
    def lines(self) -> list[Line]:
        """Every ladder of the phase, whatever T is: always the same and in the same order, for a replay."""
        ever = {lead["id"] for _, leads in self.story.leads for side, lead in leads.items() if side in self.followed}
        newest = {lead["id"] for side, lead in self.leads.items() if side in self.followed}
        return [
            Line(ladder, tuple(step for step in ladder if self.known(step["said_to"])),
                 any(step["id"] in ever for step in ladder), any(step["id"] in newest for step in ladder))
            for ladder in self.story.ladders
        ]

    @cached_property
    def beside(self) -> list[Claim]:
        """Figures on no ladder that can be drawn."""
        return [c for c in self.story.beside if self.known(c["said_to"]) and height_of(c) is not None]

    @property
    def later(self) -> int:
        """Figures said after the end of the axis."""
        every = [*(step for ladder in self.story.ladders for step in ladder), *self.story.beside]
        return sum(claim["said_to"] > self.end and (self.at is None or claim["said_to"] <= self.at) for claim in every)

    @property
    def is_silent(self) -> bool:
        """Whether nobody has given a figure by T."""
        return not self.beside and not any(line.told for line in self.lines)


@dataclass(frozen=True)
class Line:
    """A ladder, what of it is `told` by T, whether it `may_lead` its party at some moment, whether it `leads` now."""

    steps: tuple[Claim, ...]
    told: tuple[Claim, ...]
    may_lead: bool
    leads: bool

    @property
    def name(self) -> str:
        """The claimant's short name."""
        return owner(self.steps[0])

    def name_on(self, group: str | None) -> tuple[str, ...]:
        """The name in lines; where it counts others than the question's people, who they are."""
        first = self.steps[0]
        return (self.name,) if first["group"] == group else (self.name, f"({first['group_name']})")

    @property
    def is_drawn(self) -> bool:
        """A figure that was never changed is a dot, unless it stands for its party."""
        return self.leads or len(self.told) > 1


def positions(panel: Panel, line: Line) -> list[float]:
    """Where the steps of a line stand: none before the one it follows."""
    found: list[float] = []
    for step in line.told:
        found.append(max([panel.position(step), *found[-1:]]))
    return found


def treads(panel: Panel, line: Line) -> tuple[list[float | None], list[float | None]]:
    """The steps of a line: a figure holds until its claimant gives the next. Where the word, the basis or the start
    changes, the order within a day is not known, or a figure on no ladder came between, the line is broken (design.md
    §5.7)."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    where = positions(panel, line)
    for number, step in enumerate(line.told):
        replaced = step["superseded_at"]
        is_replaced = replaced is not None and panel.known(replaced)
        after = next((where[n] for n, s in enumerate(line.told) if n > number and s["said_to"] == replaced), None)
        following = line.told[number + 1] if number + 1 < len(line.told) else None
        xs += [where[number], (panel.hours(replaced) if after is None else after) if is_replaced else panel.now]
        ys += [height_of(step)] * 2
        if following is None or replaced != following["said_to"] or _breaks(following):
            xs.append(None)
            ys.append(None)
    return xs, ys


def _breaks(step: Claim) -> bool:
    return step["break_reason"] is not None or not step["order_known"]


def highest(panels: Sequence[Panel]) -> float:
    """The highest number ever drawn in any panel: one scale for all of them, at every moment."""
    every = [claim for panel in panels for ladder in panel.story.ladders for claim in ladder]
    every += [claim for panel in panels for claim in panel.story.beside]
    return max([reach(claim) for claim in every] + [1.0])
