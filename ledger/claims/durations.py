"""Lengths of time: an amount with its unit, no bounds; they are displayed as printed."""

from __future__ import annotations

import re

from ledger.claims.figure_phrases import take_apart
from ledger.claims.figure_record import LARGEST_FIGURE, Figure
from ledger.claims.numerals import FigureError, Number, normalise, read_number

ACCEPTED_DURATIONS = "20 hours, six days, about 3 days, at least 8 hours, more than 10 hours, up to a week"
_UNIT = re.compile(r"\b(minute|hour|day|week)s?\b")
_DURATION = re.compile(r"(.+) (minute|hour|day|week)s?( or more)?")


def read_duration(printed: str) -> Figure:
    """Read a length of time, or say what to write instead."""
    text = normalise(printed)
    if not _UNIT.search(text):
        raise FigureError(f'duration "{printed}" has no unit: add minutes, hours, days or weeks')
    match = _DURATION.fullmatch(text)
    before, unit, or_more = match.groups(default="") if match else ("", "", "")
    phrase = take_apart(before + or_more, _hundredths)
    if phrase is None or len(phrase.ends) == 2 or not phrase.number.value:
        raise FigureError(f'cannot read duration "{printed}"; write one of: {ACCEPTED_DURATIONS}')
    if phrase.number.value > LARGEST_FIGURE * 100:
        raise FigureError(f'"{printed}" is beyond any length of time; correct it')
    length = phrase.number.value / 100
    return Figure(printed, "duration", None, None, None, None, length, f"{unit}s", phrase.form)


def _hundredths(amount: str) -> Number | None:
    """The length in hundredths of its unit: 2.5 hours is one."""
    if amount in ("a", "an"):
        return Number(100)
    if re.fullmatch(r"[0-9]+\.[0-9]{1,2}", amount):
        return Number(round(float(amount) * 100))
    number = read_number(amount)
    return Number(number.value * 100) if number else None
