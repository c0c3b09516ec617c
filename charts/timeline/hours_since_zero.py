"""Times by the clock a reader chose. Days stay those of the dataset's zone: none is moved to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from charts import words


@dataclass(frozen=True)
class Clock:
    """`zone` is the dataset's, `shown` the one times of day are given in; where the two differ, it is named."""

    zone: str
    shown: str

    def minute(self, moment: datetime) -> str:
        """`31 Jan 2026, 05:00`, or `31 Jan 2026, 00:00 UTC`."""
        text = words.minute(moment, self.shown)
        return text if self.shown == self.zone else f"{text} {self.shown}"

    def day(self, moment: datetime) -> str:
        """The dataset's day that a moment lies in."""
        return words.day(moment, self.zone)

    def said(self, row: Mapping[str, Any]) -> str:
        """When a statement was made, no more precisely than it is known."""
        return self.minute(row["said_from"]) if row["said_precision"] == "time" else words.said(row, self.zone)

    def period(self, row: Mapping[str, Any]) -> str:
        """The period a claim covers."""
        timed = row["covers_precision"] == "time" and self.shown != self.zone
        return f"{words.period(row, self.shown)} ({self.shown})" if timed else words.period(row, self.zone)

    def event(self, row: Mapping[str, Any]) -> str:
        """When an event was, no more precisely than it is known."""
        if row["precision"] == "minute":
            return self.minute(row["when_from"])
        if row["precision"] == "hour":
            return f"about {self.minute(row['when_from'])}"
        first, last = self.day(row["when_from"]), words.last_day(row["when_to"], self.zone)
        days = first if first == last else f"{first} to {last}"
        return f"{days} (part of the day)" if row["precision"] == "part of day" else days

    def bound(self, first: datetime, last: datetime) -> str:
        """A start or an end: a day, or a time where one is given."""
        return self.minute(first) if first == last else self.day(first)
