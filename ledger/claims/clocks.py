"""The two clocks of a claim: when it was said, and which period it covers. All moments are naive UTC."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ledger.shapes.moments import Moment, read_moment
from ledger.shapes.periods import Between, Covers

NOT_STATED = "not stated"


@dataclass(frozen=True)
class Said:
    """When a statement was made: not before `start`, not after `end`; None where nothing is known.

    `precision`: time, day, month, between ({after, by}), not after (only a publication is dated), undated.
    """

    start: datetime | None
    end: datetime | None
    precision: str


@dataclass(frozen=True)
class Period:
    """The period a value covers, [start, end). `precision` is the coarser of its two ends."""

    start: datetime | None = None
    end: datetime | None = None
    precision: str | None = None
    as_stated: str | None = None
    inferred: bool = False


def read_said(said: str | Between | None, published: Iterable[str], zone: str) -> Said:
    """The first clock. Absent: not later than the earliest publication of its reports (design.md §2)."""
    if isinstance(said, str):
        moment = read_moment(said, zone)
        return Said(moment.start, moment.end, moment.precision)
    if isinstance(said, Between):
        start = read_moment(said.after, zone).start if said.after else None
        if said.by:
            return Said(start, read_moment(said.by, zone).end, "between")
        return Said(start, None, "undated")
    ends = [read_moment(day, zone).end for day in published]
    return Said(None, min(ends), "not after") if ends else Said(None, None, "undated")


def read_period(covers: str | Covers | None, zone: str) -> Period | None:
    """The second clock, or None where the period is not stated."""
    if covers is None or covers == NOT_STATED:
        return None
    if isinstance(covers, str):
        moment = read_moment(covers, zone)
        return Period(moment.start, moment.end, moment.precision)
    start = read_moment(covers.from_, zone) if covers.from_ else None
    end = read_moment(covers.to, zone) if covers.to else None
    return Period(
        start.start if start else None,
        end.end if end else None,
        _coarser(start, end),
        covers.as_stated,
        covers.inferred,
    )


def _coarser(*moments: Moment | None) -> str | None:
    order = ["time", "day", "month"]
    known = [moment.precision for moment in moments if moment]
    return max(known, key=order.index) if known else None


def begins_with_phase(period: Period | None, zero: datetime | None) -> bool:
    """Whether it begins on the phase's first day (days are agreed, hours are not), or states no beginning."""
    if period is None or period.start is None:
        return True
    return zero is not None and zero <= period.start < zero + timedelta(days=1)
