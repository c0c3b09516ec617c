"""Days, times with zone and months, read as the stretch of time in which they lie."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))? *(Z|[+-][0-9]{2}:[0-9]{2})?"
)
FORMS = "write a day (2026-01-31), a time with zone (2026-01-31 22:10+05:00) or a month (2026-02)"
BACKWARDS = "ends before it begins; correct one of the two"
# Anything outside is a slip of the hand, and would run over the edge of the calendar at midnight somewhere.
YEARS = range(1800, 2201)


@dataclass(frozen=True)
class Moment:
    """A stretch of time [start, end) that holds the moment. Naive datetimes in UTC.

    `precision` is time, day or month. A day begins and ends at midnight in the dataset's zone
    (design.md §5.1); a time has no length.
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
            message = f'unknown time zone "{name}"; write one like Asia/Tokyo or Europe/Paris'
            raise ValueError(message) from error


def is_before(first: Moment, second: Moment) -> bool:
    """Whether the first moment is over when the second begins, so far as their precision can tell."""
    return first.end <= second.start and first.start < second.start


def runs_backwards(start: str | None, end: str | None, zone: str) -> bool:
    """Whether both ends are known and the period is over before it begins."""
    if start is None or end is None:
        return False
    return is_before(read_moment(end, zone), read_moment(start, zone))


def read_day(text: str) -> date:
    """A day such as 2026-01-31, or ValueError."""
    found = DAY.fullmatch(text)
    if not found:
        raise ValueError(f'"{text}" is not a day; write it as 2026-01-31')
    return _date(*map(int, found.groups()), text=text)


def _date(year: int, month: int, day: int, *, text: str) -> date:
    if year not in YEARS:
        raise ValueError(f'"{text}" lies outside the years {YEARS[0]} to {YEARS[-1]}; correct it')
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f'"{text}" is not a date of the calendar; correct it') from error


def read_moment(text: str, zone: str = "UTC") -> Moment:
    """Read a day, a time with zone or a month, days and months in `zone`. ValueError lists the forms."""
    if not isinstance(text, str):
        raise ValueError(f"{text!r} is not a moment; {FORMS}")
    return _read_moment(text.strip(), zone)


@lru_cache(maxsize=16384)
def _read_moment(text: str, zone: str) -> Moment:
    if DAY.fullmatch(text):
        day = read_day(text)
        return Moment(midnight(day, zone), midnight(day + timedelta(days=1), zone), "day")
    month = MONTH.fullmatch(text)
    if month:
        first = _date(int(month[1]), int(month[2]), 1, text=text)
        after = (first + timedelta(days=31)).replace(day=1)
        return Moment(midnight(first, zone), midnight(after, zone), "month")
    time = TIME.fullmatch(text)
    if time:
        if not time[5]:
            raise ValueError(f'"{text}" has no zone; add one, as in 2026-01-31 22:10+05:00')
        return _time(text, time)
    raise ValueError(f'"{text}" is not a moment; {FORMS}')


def _time(text: str, found: re.Match[str]) -> Moment:
    read_day(found[1])
    try:
        offset = "+00:00" if found[5] == "Z" else found[5]
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}:{found[3]}:{found[4] or '00'}{offset}")
    except ValueError as error:
        raise ValueError(f'"{text}" is not a time of the calendar and clock; correct it') from error
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return Moment(utc, utc, "time")


def midnight(day: date, zone: str) -> datetime:
    """00:00 local on that day, as a naive datetime in UTC."""
    local = datetime(day.year, day.month, day.day, tzinfo=Moment.zone_of(zone))
    return local.astimezone(UTC).replace(tzinfo=None)


def day_begins(moment: datetime, zone: str) -> datetime:
    """00:00 local of the day in which a moment lies; both are naive and in UTC."""
    return midnight(moment.replace(tzinfo=UTC).astimezone(Moment.zone_of(zone)).date(), zone)
