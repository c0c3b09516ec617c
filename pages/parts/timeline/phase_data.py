"""What the Timeline is drawn from, phase by phase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil, floor

import pandas as pd

from charts.timeline.hours_since_zero import Clock
from charts.timeline.phase_chart import Told
from charts.timeline.time_axis import Axis
from charts.words import given
from queries.ask_store import Store
from queries.frame.phases_and_sides import phases
from queries.timeline.events_and_statements import (
    timeline_bounds,
    timeline_events,
    timeline_ladders,
    timeline_names,
    timeline_reports,
    timeline_statements,
)

PADDING = 24
MOST_PHASES = 6


@dataclass(frozen=True)
class Stories:
    """All phases at once; `told` takes the rows of one. `at` is the moment T of the phase `chosen`."""

    chosen: str
    at: datetime | None
    phases: pd.DataFrame
    events: pd.DataFrame
    statements: pd.DataFrame
    bounds: pd.DataFrame
    figures: pd.DataFrame
    names: pd.DataFrame
    reports: pd.DataFrame

    @property
    def dated(self) -> pd.DataFrame:
        """The phases that have a day zero: one panel each."""
        return self.phases[self.phases["zero"].notna()]

    def told(self, phase: str) -> Told:
        """The rows of one phase."""
        tables = (self.events, self.statements, self.bounds, self.figures)
        return Told(*(table[table["phase"] == phase] for table in tables))


@dataclass(frozen=True)
class View:
    """The choices of this run: the id of the phase shown alone or None, the clock, whether each claimant has a lane,
    and the phases that the page is about."""

    opened: str | None
    clock: Clock
    unfolded: bool
    phases: tuple[str, ...]

    @property
    def shown(self) -> tuple[str, ...]:
        """The phases on the page."""
        return self.phases if self.opened is None else (self.opened,)


@dataclass(frozen=True)
class Known:
    """What the page needs to know before it draws: the names of its phases by id in order, the axis of each that has
    a day zero, whether anything had happened or been said."""

    names: dict[str, str]
    axes: dict[str, Axis]
    is_empty: bool


def nearby(known: Sequence[str], chosen: str) -> tuple[str, ...]:
    """All phases, or where a page cannot hold them the one chosen with those about it."""
    if len(known) <= MOST_PHASES:
        return tuple(known)
    first = min(max(0, known.index(chosen) - MOST_PHASES // 2), len(known) - MOST_PHASES)
    return tuple(known[first : first + MOST_PHASES])


def read_stories(store: Store, chosen: str, at: datetime | None, shown: tuple[str, ...] | None = None) -> Stories:
    """Ask everything the page draws; in the phase `chosen` nothing later than T. `shown` None stands for all phases."""
    asked = (timeline_events, timeline_statements, timeline_bounds, timeline_ladders)
    tables = [question(store, chosen, at) for question in asked]
    tables, known = [*tables, timeline_names(store)], phases(store)
    if shown is not None and len(shown) < len(known):
        tables = [table[table["phase"].isin(shown)] for table in tables]
        known = known[known["id"].isin(shown)]
    return Stories(chosen, at, known, *tables, timeline_reports(store))


def phase_axis(stories: Stories, phase: pd.Series, clock: Clock) -> Axis:
    """The hours of one phase: its own view, or where the data say none, what is there with a day around it."""
    at = stories.at if phase["id"] == stories.chosen else None
    first, last = phase["view_from"], phase["view_to"]
    if not (given(first) and given(last)):
        moments = _moments(stories.told(phase["id"]))
        first = min([phase["zero"], *moments])
        last = max([phase["zero"] + pd.Timedelta(hours=PADDING), *moments])
    hours = [float((pd.Timestamp(m) - phase["zero"]) / pd.Timedelta(hours=1)) for m in (first, last)]
    cut = None if at is None else float((pd.Timestamp(at) - phase["zero"]) / pd.Timedelta(hours=1))
    return Axis(phase["zero"].to_pydatetime(), clock, hours[0], hours[1], hours[0], hours[1], cut)


def common(axes: list[Axis]) -> list[Axis]:
    """The same stretch of hours for panels side by side, so that a day is as wide in each."""
    start, end = min(a.start for a in axes), max(a.end for a in axes)
    return [Axis(a.zero, a.clock, start, end, a.view_start, a.view_end, a.cut) for a in axes]


def stretch(axes: list[Axis]) -> tuple[int, int]:
    """The whole hours that a span can be chosen from."""
    return (floor(min(a.start for a in axes)), ceil(max(a.end for a in axes))) if axes else (0, 0)


def strip_axis(told: Told, clock: Clock) -> Axis | None:
    """The stretch of a phase without a day zero: its items with room at both ends; None where it has no dated one."""
    moments = _moments(told)
    if not moments:
        return None
    length = max(moments) - min(moments)
    room = max(pd.Timedelta(hours=PADDING), length * 0.04)
    zero, last = min(moments) - room, max(moments) + room
    end = float((last - zero) / pd.Timedelta(hours=1))
    return Axis(zero.to_pydatetime(), clock, 0.0, end, 0.0, end)


def _moments(told: Told) -> list[datetime]:
    columns = (
        told.events["when_from"],
        told.events["when_to"],
        told.statements["said_from"],
        told.statements["said_to"],
    )
    return [moment for column in columns for moment in column.dropna()]


def phase_axes(stories: Stories, clock: Clock) -> dict[str, Axis]:
    """The axis of each phase that has a day zero, by its id."""
    return {phase["id"]: phase_axis(stories, phase, clock) for _, phase in stories.dated.iterrows()}


def in_span(rows: pd.DataFrame, axis: Axis | None, span: tuple[float, float] | None) -> pd.DataFrame:
    """The rows that meet the chosen hours; nothing chosen lets everything through, dated or not."""
    if span is None:
        return rows
    if axis is None:
        return rows.head(0)
    low, high = (pd.Timestamp(axis.moment(hours)) for hours in span)
    first, last = rows["first"].fillna(rows["last"]), rows["last"]
    return rows[((first < high) & (last > low)) | ((first == last) & (first >= low) & (first <= high))]


def known_of(stories: Stories, clock: Clock) -> Known:
    """What there is to know of these stories."""
    names = {row.id: row.name for row in stories.phases.itertuples(index=False)}
    return Known(names, phase_axes(stories, clock), stories.events.empty and stories.statements.empty)
