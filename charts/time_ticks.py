"""Ticks and words for time of any length: hours, days, weeks, months, years; no two labels touch (design.md §6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from charts.text_width import text_width
from charts.words import local

LABEL_SIZE = 12
APART = 8  # pixels between two labels
TEN_DAYS, LONG = timedelta(days=10), timedelta(days=500)
IN_HOURS = timedelta(days=3)  # a longer axis is told in days
STEPS: tuple[tuple[str, int], ...] = (
    ("minutes", 15), ("minutes", 30), ("hours", 1), ("hours", 2), ("hours", 3), ("hours", 6), ("hours", 12),
    ("days", 1), ("days", 2), ("days", 4), ("weeks", 1), ("weeks", 2), ("months", 1), ("months", 2), ("months", 3),
    ("months", 6),
    ("years", 1), ("years", 2), ("years", 5), ("years", 10), ("years", 20), ("years", 50),
)  # fmt: skip


@dataclass(frozen=True)
class Tick:
    """`hours` since the start of the axis; `lines` stand under one another, the lower one where it changes."""

    hours: float
    lines: tuple[str, ...]


def time_ticks(start: datetime, end: datetime, zone: str, pixels: float) -> list[Tick]:
    """The finest ticks from `start` to `end` (naive UTC) whose labels do not touch on an axis of so many pixels."""
    ticks: list[Tick] = []
    for unit, step in STEPS:
        if _count(start, end, unit, step) > pixels / 20 or (unit in ("minutes", "hours") and end - start > IN_HOURS):
            continue
        ticks = _labelled(list(_moments(start, end, zone, unit, step)), start, zone, unit)
        if ticks and _fit(ticks, (end - start).total_seconds() / 3600, pixels):
            return ticks
    return ticks[:1]


def _count(start: datetime, end: datetime, unit: str, step: int) -> float:
    days = {"minutes": 1 / 1440, "hours": 1 / 24, "days": 1, "weeks": 7, "months": 30.4, "years": 365.2}[unit]
    return (end - start).total_seconds() / 86400 / (days * step)


def _moments(start: datetime, end: datetime, zone: str, unit: str, step: int) -> Iterator[datetime]:
    """Local moments on the unit's own round numbers, as naive UTC."""
    here = ZoneInfo(zone)
    wall = local(start, zone).replace(tzinfo=None)
    at = _floor(wall, unit, step)
    while True:
        moment = at.replace(tzinfo=here).astimezone(ZoneInfo("UTC")).replace(tzinfo=None)
        if moment > end:
            return
        if moment >= start:
            yield moment
        at = _next(at, unit, step)


def _floor(wall: datetime, unit: str, step: int) -> datetime:
    day = wall.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit in ("minutes", "hours"):
        return day
    if unit == "days":
        return day - timedelta(days=day.toordinal() % step)
    if unit == "weeks":
        return day - timedelta(days=(day.toordinal() - 1) % (7 * step))
    if unit == "months":
        return day.replace(day=1, month=(day.month - 1) // step * step + 1)
    return day.replace(day=1, month=1, year=max(1, day.year // step * step))


def _next(at: datetime, unit: str, step: int) -> datetime:
    if unit == "months":
        months = at.year * 12 + at.month - 1 + step
        return at.replace(year=months // 12, month=months % 12 + 1)
    if unit == "years":
        return at.replace(year=at.year + step)
    return at + timedelta(**{unit: step})


def _labelled(moments: list[datetime], start: datetime, zone: str, unit: str) -> list[Tick]:
    """The unit; under it what it lies in, at the first tick and wherever that changes."""
    ticks, above, month = [], "", ""
    for moment in moments:
        at = local(moment, zone)
        upper, lower = _words(at, unit)
        if unit in ("days", "weeks") and f"{at:%b}" != month:
            month = f"{at:%b}"
            upper = f"{upper} {month}"
        lines = (upper, lower) if lower != above else (upper,)
        above = lower
        ticks.append(Tick((moment - start).total_seconds() / 3600, tuple(line for line in lines if line)))
    return ticks


def _words(at: datetime, unit: str) -> tuple[str, str]:
    if unit in ("minutes", "hours"):
        return f"{at:%H:%M}", f"{at.day} {at:%b}"
    if unit in ("days", "weeks"):
        return str(at.day), str(at.year)
    if unit == "months":
        return f"{at:%b}", str(at.year)
    return str(at.year), ""


def _fit(ticks: list[Tick], hours: float, pixels: float) -> bool:
    """Whether neither line's labels touch. They stand centred on their ticks."""
    for line in (0, 1):
        last = -1e9
        for tick in ticks:
            if len(tick.lines) > line:
                here, half = tick.hours / hours * pixels, text_width(tick.lines[line], LABEL_SIZE) / 2
                if here - half < last + APART:
                    return False
                last = here + half
    return True


def since_zero(moment: datetime, zero: datetime, length: timedelta) -> str:
    """How far into a phase of this length a moment lies: `31 h` where it is under ten days, `day 213`, `month 7` where
    it is longer than about a year and a half; before zero `12 h before zero`, `3 days before zero`."""
    passed = moment - zero
    if length < TEN_DAYS:
        hours = passed.total_seconds() / 3600
        return f"{hours:.0f} h" if hours >= 0 else f"{-hours:.0f} h before zero"
    if passed < timedelta(0):
        days = -(passed // timedelta(days=1))
        return "1 day before zero" if days == 1 else f"{days} days before zero"
    if length < LONG:
        return f"day {passed // timedelta(days=1) + 1}"
    return f"month {int(passed / timedelta(days=30.4375)) + 1}"
