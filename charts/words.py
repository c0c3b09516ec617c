"""How moments, periods, ages and figures are put into words, the same on every page and in every chart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from math import ceil
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

DIRECTIONS = {
    "own": "own people",
    "other": "the other side's people",
    "none": "no side's people",
    "third": "a third party speaking",
}
NOT_STATED = "not stated"


def given(value: Any) -> bool:
    """Whether a cell holds something: neither None nor any of pandas' kinds of missing."""
    # What is no number is never pandas' missing; asking pandas of every cell took a third of a page's time.
    return value is not None and (isinstance(value, str | int) or not bool(pd.isna(value)))


@lru_cache(maxsize=20_000)  # a page names the same few hundred moments again and again
def local(moment: datetime, zone: str) -> datetime:
    """A naive UTC moment of the store, in the dataset's zone."""
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))


@lru_cache(maxsize=10_000)  # a page says few days many times
def day(moment: datetime, zone: str) -> str:
    """`31 Jan 2026`."""
    at = local(moment, zone)
    return f"{at.day} {at:%b %Y}"


def minute(moment: datetime, zone: str) -> str:
    """`31 Jan 2026, 22:10`."""
    return f"{day(moment, zone)}, {local(moment, zone):%H:%M}"


def moment(at: datetime, zone: str) -> str:
    """`31 Jan 2026` for the end of that day, `31 Jan 2026, 18:10` for a time in it."""
    return last_day(at, zone) if f"{local(at, zone):%H:%M}" == "00:00" else minute(at, zone)


def last_day(moment: datetime, zone: str) -> str:
    """The day that a stretch ending at `moment` still belongs to: midnight ends the day before."""
    return day(moment - timedelta(seconds=1), zone)


def said(row: Mapping[str, Any], zone: str) -> str:
    """When a statement was made, as precisely as it is known."""
    start, end, precision = row["said_from"], row["said_to"], row["said_precision"]
    if precision == "undated" or not given(end):
        return f"after {day(start, zone)}" if given(start) else "date not known"
    if precision == "time":
        return minute(start, zone)
    if precision == "day":
        return day(start, zone)
    if precision == "month":
        return f"{local(start, zone):%b %Y}"
    if precision == "between" and given(start):
        if day(start, zone) == last_day(end, zone):
            return f"{day(start, zone)}, between {local(start, zone):%H:%M} and {_clock(end, zone)}"
        return f"between {day(start, zone)} and {last_day(end, zone)}"
    return f"not later than {last_day(end, zone)}"


def _clock(moment: datetime, zone: str) -> str:
    """The end of a stretch as a time; midnight is the 24:00 of its day."""
    text = f"{local(moment, zone):%H:%M}"
    return "24:00" if text == "00:00" else text


def period(row: Mapping[str, Any], zone: str) -> str:
    """The period a value covers, with `inferred` where we filled it in."""
    start, end, words = row["covers_from"], row["covers_to"], row["covers_words"]
    precise = row["covers_precision"] == "time"
    if given(start) and given(end):
        first = minute(start, zone) if precise else day(start, zone)
        last = minute(end, zone) if precise else last_day(end, zone)
        text = first if first == last else f"{first} to {last}"
    elif given(start):
        text = f"since {day(start, zone)}"
    elif given(end):
        text = f"until {last_day(end, zone)}"
    else:
        text = ""
    if given(words):
        text = f"{text} (“{words}”)" if text else f"“{words}”"
    if not text:
        return f"period {NOT_STATED}"
    return f"{text}, inferred" if row["covers_inferred"] else text


def age(row: Mapping[str, Any], as_of: datetime) -> str:
    """How long before `as_of` something was said: `9 h earlier` where a time of day is known, else whole days:
    `the same day`, `1 day earlier`; `at least 3 days earlier` where even the day is not known."""
    hours = (pd.Timestamp(as_of) - pd.Timestamp(row["said_to"])).total_seconds() / 3600
    if row["said_precision"] == "time" and hours < 48:
        return "just then" if hours < 1 else f"{hours:.0f} h earlier"
    days = ceil(hours / 24 - 1e-9)
    known = given(row["said_from"]) and pd.Timestamp(row["said_to"]) - row["said_from"] <= timedelta(hours=25)
    if days < 1:
        return "the same day" if known else "day not known"
    text = "1 day earlier" if days == 1 else f"{days} days earlier"
    return text if known else f"at least {text}"


def value(row: Mapping[str, Any]) -> str:
    """The value as a reader should quote it: the figure in its form, or the words, or the date."""
    if given(row["label"]):
        return str(row["label"])
    if given(row["says"]):
        return str(row["says"])
    return str(row["on_words"]) if given(row["on_words"]) else NOT_STATED


def place(row: Mapping[str, Any]) -> str:
    """Where, with `and others` and the site."""
    text = str(row["place_names"])
    if row["and_others"]:
        text += " and others"
    return f"{text} ({row['site']})" if given(row["site"]) else text


def whom(row: Mapping[str, Any]) -> str:
    """Who was harmed: group, the words that cross the tree, and the claimant's own word in quotation marks."""
    parts = [str(row["group_name"])] if given(row["group_name"]) else []
    if given(row["who_names"]):
        parts.append(str(row["who_names"]))
    text = ", ".join(parts)
    if given(row["as_stated"]):
        text = f"{text} (“{row['as_stated']}”)" if text else f"“{row['as_stated']}”"
    return text


def sentence_case(text: str) -> str:
    """The first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]
