"""When an event was, in words, no more precisely than it is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from charts import words


def event_when(row: Mapping[str, Any], zone: str) -> str:
    """`31 Jan 2026, 05:00`, `about …` where the hour is known, else the day or days."""
    if row["precision"] == "minute":
        return words.minute(row["when_from"], zone)
    if row["precision"] == "hour":
        return f"about {words.minute(row['when_from'], zone)}"
    first, last = words.day(row["when_from"], zone), words.last_day(row["when_to"], zone)
    days = first if first == last else f"{first} to {last}"
    return f"{days} (part of the day)" if row["precision"] == "part of day" else days


def bound_when(first: datetime, last: datetime, zone: str) -> str:
    """A start or an end: a day, or a time where one is given."""
    return words.minute(first, zone) if first == last else words.day(first, zone)
