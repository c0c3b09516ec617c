"""Counts of people and things: what a taken-apart phrase means, and how it is displayed."""

from __future__ import annotations

import re

from ledger.claims.figure_phrases import (
    CONVENTION_LOWS,
    LOWER,
    NONE,
    NONE_REPORTED,
    OPENERS,
    UPPER,
    Phrase,
    take_apart,
)
from ledger.claims.figure_record import LARGEST_FIGURE, Figure
from ledger.claims.figure_refusals import why_unread
from ledger.claims.numerals import FigureError, normalise

ACCEPTED_FIGURES = (
    '84, "1,500", seven (words of any size); at least 30, no fewer than 30, 30 or more, 30+; '
    "more than 30, over 30; up to 250, as many as 250, at most 250; fewer than 20, less than 20; "
    "17-22, 17 to 22, between 17 and 22; more than 20 but fewer than 30; about 200, around 200, nearly 200, "
    "almost 200, roughly 200, approximately 200, some 200, an estimated 200, 200 or so; 1.2 million, 2 lakh; "
    "half a dozen, a dozen, two dozen; several, a few, dozens, scores, hundreds, thousands; none; none reported"
)
_UNIT = re.compile(r"\b(minute|hour|day|week)s?\b")
_SHARE = re.compile(r"%|\bper ?cents?\b|\bpercentage\b")


def read_count(printed: str) -> Figure:
    """Read a count, or say what to write instead."""
    figure = _count(printed)
    if figure is None:
        raise FigureError(why_unread(printed, normalise(printed), _is_count, ACCEPTED_FIGURES))
    return figure


def _is_count(text: str) -> bool:
    try:
        return _count(text) is not None
    except FigureError:
        return False


def _count(printed: str) -> Figure | None:
    """The figure, or None where the text is of no form; a likely slip is a FigureError."""
    text = normalise(printed)
    if text in CONVENTION_LOWS:
        return Figure(printed, "word", None, None, None, CONVENTION_LOWS[text])
    if text in NONE:
        return Figure(printed, "none", 0, 0, 0)
    if text in NONE_REPORTED:
        return Figure(printed, "none_reported", None, None, None)
    if _UNIT.search(text):
        raise FigureError(f'"{printed}" is a duration and this metric a count: write the number alone')
    if _SHARE.search(text):
        raise FigureError(f'"{printed}" is a share and this metric a count: use a metric with value: share')
    phrase = take_apart(text)
    if phrase is None:
        return _between_bounds(printed, text)
    refuse_beyond(printed, *(number.value for number in phrase.ends))
    return _ranged(printed, phrase) if len(phrase.ends) == 2 else _bounded(printed, phrase)


def refuse_beyond(printed: str, *values: int) -> None:
    """Nothing that is counted here comes to more than a billion: a slip of the hand does."""
    if max(values) > LARGEST_FIGURE:
        raise FigureError(f'"{printed}" is beyond any count of people or things; correct it')


def _bounded(printed: str, phrase: Phrase) -> Figure:
    number = phrase.number
    form = "about" if phrase.form == "exact" and number.rounded else phrase.form
    value = number.value
    if value == 0 or (form == "fewer_than" and value == 1):
        raise FigureError(
            f'figure "{printed}" hides what is known: write "none" if the claimant asserts there were none, '
            '"none reported" if there was no report of any at that hour'
        )
    low, high = bounds_of(form, value)
    return Figure(printed, form, low, high, value)


def bounds_of(form: str, value: int) -> tuple[int | None, int | None]:
    """The bounds that a form sets on a count."""
    low = {"exact": value, "at_least": value, "more_than": value + 1}.get(form)
    high = {"exact": value, "at_most": value, "fewer_than": value - 1}.get(form)
    return low, high


def _ranged(printed: str, phrase: Phrase) -> Figure:
    first, second = (number.value for number in phrase.ends)
    if first == second:
        raise FigureError(f'figure "{printed}" is a range from a number to itself: write {first}')
    if first > second:
        raise FigureError(f'figure "{printed}" runs backwards: write the lower number first, {second}-{first}')
    if first == 0:
        raise FigureError(f'figure "{printed}" starts at 0: write up to {second}')
    if phrase.form in ("range", "exact"):
        return Figure(printed, "range", first, second, None)
    # "at least 20-30", "20 to 30 or more": the bound holds at one end, the other end is no bound at all
    return _bounded(printed, phrase)


def _between_bounds(printed: str, text: str) -> Figure | None:
    """`more than 20 but fewer than 30`: one bound from below, one from above."""
    parts = re.split(r" but | and (?=fewer|less|no more|not more|under|below|at most|up to)", text)
    bounds = [take_apart(part) for part in parts] if len(parts) == 2 else []
    below, above = [*bounds, None, None][:2]
    if below is None or above is None or below.form not in LOWER or above.form not in UPPER:
        return None
    refuse_beyond(printed, below.number.value, above.number.value)
    low = bounds_of(below.form, below.number.value)[0] or 0
    high = bounds_of(above.form, above.number.value)[1] or 0
    if low >= high:
        left = f"one number: write {high}" if low == high else "none: correct it"
        raise FigureError(f'figure "{printed}" leaves {left}')
    return Figure(printed, "range", low, high, None)


def count_label(figure: Figure) -> str:
    """`at least 1,500`, `17–22`, `nearly a dozen`: a hedge as it was printed, a bound in one wording."""
    if figure.form == "range":
        return f"{figure.low:,}–{figure.high:,}"
    text = normalise(figure.printed)
    phrase = take_apart(text)
    number = f"{figure.point:,}"
    if phrase is None:
        return number
    if figure.form == "about":
        # "nearly a dozen" as "nearly 12", "1.2 million" as "1,200,000" would sound more precise than the claimant was.
        if phrase.number.in_dozens or phrase.number.rounded:
            return text
        gap = "" if phrase.opener in ("", "~", "≈") else " "
        return f"{phrase.opener}{gap}{number}{phrase.closer}"
    if len(phrase.ends) == 2:
        number = "–".join(f"{end.value:,}" for end in phrase.ends)
    return number if figure.form == "exact" else f"{OPENERS[figure.form][0]} {number}"
