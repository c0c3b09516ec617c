"""Shares of a group, in per cent: never turned into a number of people, never beside a count."""

from __future__ import annotations

import re

from ledger.claims.figure_phrases import OPENERS, Phrase, take_apart
from ledger.claims.figure_record import Figure
from ledger.claims.numerals import FigureError, Number, normalise, read_number

ACCEPTED_SHARES = (
    "60%, 60 percent, 45.6 per cent; at least 60%, more than 70 per cent, up to 40%, fewer than 10%, 60-70%, "
    "about 60%, nearly half; a third, two thirds, a quarter, half; none"
)
_PER_CENT = re.compile(r" ?(?:%|\bper ?cents?\b\.?)")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_FRACTION = re.compile(rf"(?:(a|one|two|three|four|five|seven|nine)[ -])?({'|'.join(_PARTS)})s?")
_WHOLE = 100_00


def read_share(printed: str) -> Figure:
    """Read a share, or say what to write instead."""
    text = normalise(printed)
    if text in ("none", "0%", "zero", "no") or _PER_CENT.sub("", text) == "0":
        return Figure(printed, "none", 0, 0, 0, is_share=True)
    bare, phrase = _phrase(text)
    if phrase is None and bare == text and take_apart(text) is not None:
        raise FigureError(f'"{printed}" has no per cent sign and this metric is a share: write {printed}%')
    if phrase is None:
        raise FigureError(f'cannot read share "{printed}"; write one of: {ACCEPTED_SHARES}')
    values = [number.value for number in phrase.ends]
    if max(values) > _WHOLE:
        raise FigureError(f'"{printed}" is more than the whole; a share is at most 100%')
    if len(values) == 2 and values[0] >= values[1]:
        raise FigureError(f'share "{printed}" runs backwards: write the lower number first')
    return _figure(printed, phrase)


def _phrase(text: str) -> tuple[str, Phrase | None]:
    """The text without its per cent signs, and that taken apart; without any, fractions in words only."""
    bare = _PER_CENT.sub("", text)
    return bare, take_apart(bare, _fraction if bare == text else _hundredths)


def _hundredths(amount: str) -> Number | None:
    """Per cent in hundredths: 45.6 is 4560."""
    if re.fullmatch(r"(0|[1-9][0-9]{0,2})\.[0-9]{1,2}", amount):
        return Number(round(float(amount) * 100))
    number = read_number(amount)
    return Number(number.value * 100) if number else None


def _fraction(amount: str) -> Number | None:
    """`a third`, `two-thirds`, `half`: a round word, as `1.2 million` is."""
    found = _FRACTION.fullmatch(amount)
    if not found or (found[1] is None and found[2] != "half"):
        return None
    many = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].index(found[1] or "a") or 1
    return Number(round(many * _WHOLE / _PARTS[found[2]]), rounded=True)


def _figure(printed: str, phrase: Phrase) -> Figure:
    first, last = phrase.ends[0], phrase.ends[-1]
    form = "about" if phrase.form == "exact" and first.rounded else phrase.form
    down, up = first.value // 100, -(-last.value // 100)
    low, high = {
        "exact": (down, up),
        "range": (down, up),
        "at_least": (down, 100),
        "more_than": (down, 100),
        "at_most": (0, up),
        "fewer_than": (0, up),
    }.get(form, (None, None))
    point = None if form == "range" else round(phrase.number.value / 100)
    return Figure(printed, form, low, high, point, is_share=True)


def share_label(figure: Figure) -> str:
    """`more than 70 %`, `45.6 %`, `60–70 %`, `nearly half`."""
    text = normalise(figure.printed)
    bare, phrase = _phrase(text)
    if phrase is None:
        return text
    opener = OPENERS[figure.form][0] if figure.form in ("at_least", "more_than", "at_most", "fewer_than") else ""
    opener = opener or (phrase.opener if figure.form == "about" else "")
    if bare == text:
        fraction = text.removeprefix(phrase.opener).removesuffix(phrase.closer).strip()
        return f"{opener} {fraction}".strip() if opener else fraction
    number = "–".join(f"{end.value / 100:g}" for end in phrase.ends)
    closer = phrase.closer if figure.form == "about" else ""
    return f"{opener} {number} %{closer}".strip()
