"""Days, times with zone and months, read as the stretch of time in which they lie."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
MONTH = re.compile(r"^(\d{4})-(\d{2})$")
TIME = re.compile(
    r"^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:\d{2})?$"
)
FORMS = "write a day (2026-01-31), a time with zone (2026-01-31 22:10+05:00) or a month (2026-02)"


@dataclass(frozen=True)
class Moment:
    """A stretch of time [start, end) that holds the moment. Naive datetimes in UTC.

    `precision` is time, day or month. A day begins and ends at midnight in the dataset's zone (design.md §5.1).
    """

    start: datetime
    end: datetime
    precision: str

    @staticmethod
    def zone_of(name: str) -> ZoneInfo:
        """The zone of that name, or ValueError."""
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f'unknown time zone "{name}"; write one like Asia/Karachi or Europe/Paris') from error


def read_day(text: str) -> date:
    """A day such as 2026-01-31, or ValueError."""
    found = DAY.match(text)
    if not found:
        raise ValueError(f'"{text}" is not a day; write it as 2026-01-31')
    return _date(*map(int, found.groups()), text=text)


def _date(year: int, month: int, day: int, *, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f'"{text}" is not a day of the calendar') from error


def read_moment(text: str, zone: str = "UTC") -> Moment:
    """Read a day, a time with zone or a month; days and months are those of `zone`. ValueError lists the forms."""
    if not isinstance(text, str):
        raise ValueError(f"{text!r} is not a moment; {FORMS}")
    return _read_moment(text.strip(), zone)


@cache
def _read_moment(text: str, zone: str) -> Moment:
    if DAY.match(text):
        day = read_day(text)
        return Moment(midnight(day, zone), midnight(day + timedelta(days=1), zone), "day")
    month = MONTH.match(text)
    if month:
        year, number = int(month[1]), int(month[2])
        first = _date(year, number, 1, text=text)
        after = _date(year + number // 12, number % 12 + 1, 1, text=text)
        return Moment(midnight(first, zone), midnight(after, zone), "month")
    time = TIME.match(text)
    if time:
        if not time[5]:
            raise ValueError(f'"{text}" has no zone; add one, as in 2026-01-31 22:10+05:00')
        return _time(text, time)
    raise ValueError(f'"{text}" is not a moment; {FORMS}')


def _time(text: str, found: re.Match[str]) -> Moment:
    try:
        offset = "+00:00" if found[5] == "Z" else found[5]
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}:{found[3]}:{found[4] or '00'}{offset}")
    except ValueError as error:
        raise ValueError(f'"{text}" is not a time of the calendar and clock') from error
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return Moment(utc, utc, "time")


def midnight(day: date, zone: str) -> datetime:
    """00:00 local on that day, as a naive datetime in UTC."""
    local = datetime(day.year, day.month, day.day, tzinfo=Moment.zone_of(zone))
    return local.astimezone(UTC).replace(tzinfo=None)
