"""Hours since a phase's day zero, with the real dates beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pandas as pd

from charts.timeline.hours_since_zero import Clock
from charts.words import given, local

HOUR = pd.Timedelta(hours=1)


@dataclass(frozen=True)
class Axis:
    """Hours since `zero` (naive UTC) from `start` to `end`, labelled by `clock`. `view_start` and `view_end` are the
    phase's own view, `cut` the moment T, all in hours."""

    zero: datetime
    clock: Clock
    start: float
    end: float
    view_start: float
    view_end: float
    cut: float | None = None

    def hours(self, moment: datetime) -> float:
        """A naive UTC moment as hours since zero."""
        return float((pd.Timestamp(moment) - pd.Timestamp(self.zero)) / HOUR)

    def moment(self, hours: float) -> datetime:
        """The other way round."""
        return (pd.Timestamp(self.zero) + timedelta(hours=hours)).to_pydatetime()

    def inside(self, first: datetime | None, last: datetime | None) -> str:
        """Where a stretch lies: `earlier` or `later` than the phase's view, `inside` it, or `undated`."""
        if last is None or not given(last):
            return "undated"
        start, end = self.hours(first if first is not None and given(first) else last), self.hours(last)
        if end < self.view_start or (end == self.view_start and start < end):
            return "earlier"
        return "later" if start >= self.view_end else "inside"

    def clipped(self, first: datetime, last: datetime) -> tuple[float, float]:
        """A stretch in hours, cut where the phase's view ends."""
        low, high = self.view_start, self.view_end
        return min(max(self.hours(first), low), high), min(max(self.hours(last), low), high)

    @property
    def known_end(self) -> float:
        """Where what is drawn stops: the end of the view, or the moment T before it."""
        return self.view_end if self.cut is None else max(self.view_start, min(self.cut, self.view_end))


def hour_ticks(axis: Axis, labelled_every: int) -> tuple[list[float], list[str]]:
    """A tick each day (each `labelled_every` hours on long axes); every `labelled_every` hours one with words: the
    hours since zero and the date below, with the time where the zone's day begins at another hour."""
    step = 24 if axis.end - axis.start <= 24 * 40 else labelled_every
    first = int(axis.start // step) * step
    values = [float(v) for v in range(first, int(axis.end) + 1, step) if v >= axis.start]
    return values, [_tick(axis, v) if v % labelled_every == 0 else "" for v in values]


def _tick(axis: Axis, hours: float) -> str:
    at = local(axis.moment(hours), axis.clock.shown)
    clock = "" if at.strftime("%H:%M") == "00:00" else f"<br>{at:%H:%M}"
    number = f"{hours:+.0f} h" if hours else "0 h"
    return f"{number.replace('-', '−')}<br>{at.day} {at:%b}{clock}"


def month_ticks(axis: Axis) -> tuple[list[float], list[str]]:
    """The first of each month, for a stretch too long for days; at most about a dozen."""
    first, last = local(axis.moment(axis.start), axis.clock.shown), local(axis.moment(axis.end), axis.clock.shown)
    months = pd.date_range(first.replace(tzinfo=None), last.replace(tzinfo=None), freq="MS", normalize=True)
    months = months[:: max(1, len(months) // 10)]
    shift = local(axis.zero, axis.clock.shown).utcoffset() or timedelta(0)
    return [axis.hours(month - shift) for month in months], [f"{month:%b %Y}" for month in months]
