"""Moments of an exported table as an editor would write them: a day, a month, a time, or a stretch between two."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

Written = str | dict[str, str]


def moment_of(text: str, zone: str) -> datetime:
    """An ISO 8601 moment in the dataset's zone, to which it belongs if it has no offset. ValueError if it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f'"{text}" is not a moment in ISO 8601, such as 2026-01-31T22:10:00+05:00') from error
    local = ZoneInfo(zone)
    return moment.astimezone(local) if moment.tzinfo else moment.replace(tzinfo=local)


def said_back(start: str | None, end: str | None, zone: str) -> Written | None:
    """The first clock from its two columns. A day ends at 24:00; a time has no length."""
    if start is None and end is None:
        return None
    if start is not None and end is not None:
        whole = _one_word(moment_of(start, zone), moment_of(end, zone))
        if whole is not None:
            return whole
    ends = {"after": _start(start, zone), "by": _end(end, zone)}
    return {name: word for name, word in ends.items() if word is not None}


def covers_back(start: str | None, end: str | None, zone: str) -> Written | None:
    """The second clock from its two columns, the second of them outside the period."""
    if start is None and end is None:
        return None
    if start is not None and end is not None:
        whole = _one_word(moment_of(start, zone), moment_of(end, zone))
        if whole is not None and len(whole) == 10:
            return whole
    ends = {"from": _start(start, zone), "to": _end(end, zone)}
    return {name: word for name, word in ends.items() if word is not None}


def _one_word(start: datetime, end: datetime) -> str | None:
    if start == end:
        return _time(start)
    if not (_is_midnight(start) and _is_midnight(end)):
        return None
    if end.date() == start.date() + timedelta(days=1):
        return start.date().isoformat()
    after = (start.date().replace(day=1) + timedelta(days=31)).replace(day=1)
    return start.date().isoformat()[:7] if start.day == 1 and end.date() == after else None


def _start(text: str | None, zone: str) -> str | None:
    if text is None:
        return None
    moment = moment_of(text, zone)
    return moment.date().isoformat() if _is_midnight(moment) else _time(moment)


def _end(text: str | None, zone: str) -> str | None:
    if text is None:
        return None
    moment = moment_of(text, zone)
    return (moment.date() - timedelta(days=1)).isoformat() if _is_midnight(moment) else _time(moment)


def _is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def _time(moment: datetime) -> str:
    seconds = "seconds" if moment.second else "minutes"
    return moment.isoformat(sep=" ", timespec=seconds)
