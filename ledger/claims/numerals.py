"""Numbers as they are printed: digits of any script and any grouping, words of any size, scale words, dozens."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

SCALES = {"crore": 10_000_000, "million": 1_000_000, "lakh": 100_000, "thousand": 1_000, "hundred": 100}
_OTHER_NAMES = {
    "crores": "crore", "lakhs": "lakh", "lac": "lakh", "lacs": "lakh", "cr": "crore", "millions": "million",
    "k": "thousand", "m": "million", "mn": "million",
}
_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
_TENS = [f"{stem}ty" for stem in ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine")]
_FROM_TWENTY = [f"{tens} {ones}".removesuffix(" zero") for tens in _TENS for ones in _ONES]
_IN_ORDER = [*_ONES, "ten", "eleven", "twelve", *_TEENS, *_FROM_TWENTY]
NUMBER_WORDS = {word: number for number, word in enumerate(_IN_ORDER)}

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+|[1-9][0-9]?(,[0-9]{2})+,[0-9]{3}|[1-9][0-9]*|0")
_SPACED = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2}(?:[ '][0-9]{3})+)(?![0-9])")
_DECIMAL = re.compile(r"(0|[1-9][0-9]*)\.[0-9]{1,2}")
_DOTTED = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")
_SPACES = dict.fromkeys("\u00a0\u2007\u2009\u202f", " ")
_ALIKE = {"’": "'", "‘": "'", "٬": ",", "٫": ".", "،": ",", "‐": "-", "‑": "-", "％": "%", "٪": "%"}
_SIGNS = str.maketrans(_SPACES | _ALIKE)


class FigureError(ValueError):
    """The value is no figure we read; the message says why and what to write instead."""


@dataclass(frozen=True)
class Number:
    """A number, exact. `rounded`: its last word is a scale (1.2 million, two lakh): nobody counted to its last digit.
    `in_dozens`: 12 for a dozen would sound more precise than its claimant was."""

    value: int
    rounded: bool = False
    in_dozens: bool = False


def normalise(printed: str) -> str:
    """Small letters, single spaces, one kind of apostrophe, digits of any script as 0 to 9."""
    text = printed.translate(_SIGNS).lower()
    digits = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    spaced = " ".join(digits.split())
    return _SPACED.sub(lambda found: re.sub(r"[ ']", "", found[1]), spaced)


def read_number(text: str) -> Number | None:
    """The number in a text that holds nothing else, or None; a likely slip is a FigureError."""
    if text.endswith(" dozen") or text == "dozen":
        return _dozens(text.removesuffix("dozen").strip())
    tokens = [_OTHER_NAMES.get(token, token) for token in re.sub(r"(?<=[0-9])([a-z]+)$", r" \1", text).split()]
    value = _value(tokens)
    if value is None or value.denominator != 1:
        _refuse_slips(text, value)
        return None
    digits = any(token[0].isdigit() for token in tokens)
    return Number(int(value), tokens[-1] in SCALES and (digits or tokens[-1] != "hundred"))


def _dozens(amount: str) -> Number | None:
    if amount == "half a":
        return Number(6, in_dozens=True)
    number = Number(1) if amount == "a" else read_number(amount) if amount else None
    return Number(number.value * 12, in_dozens=True) if number and not number.in_dozens else None


def _value(tokens: list[str]) -> Fraction | None:
    """What number words and digits come to: the largest scale splits them into how many of it, and the rest."""
    for name, scale in SCALES.items():
        if name in tokens:
            at = tokens.index(name)
            many, rest = _how_many(tokens[:at]), tokens[at + 1 :]
            left = Fraction(0) if not rest else _value(rest[1:] if rest[0] == "and" else rest)
            fits = many is not None and 0 < many < (100 if name == "hundred" else 10**9)
            return many * scale + left if fits and many and left is not None and left < scale else None
    text = " ".join(tokens)
    if _GROUPED.fullmatch(text):
        return Fraction(text.replace(",", ""))
    if _DECIMAL.fullmatch(text):
        return Fraction(text)
    known = NUMBER_WORDS.get(text.replace("-", " "))
    return None if known is None else Fraction(known)


def _how_many(tokens: list[str]) -> Fraction | None:
    """In front of a scale word: a number, `a`, `half a`, `five and a half`."""
    if tokens in (["a"], ["an"]):
        return Fraction(1)
    if tokens in (["half", "a"], ["a", "half"]):
        return Fraction(1, 2)
    if tokens[-3:] == ["and", "a", "half"]:
        whole = _value(tokens[:-3])
        return None if whole is None else whole + Fraction(1, 2)
    return _value(tokens) if tokens else None


def _refuse_slips(text: str, value: Fraction | None) -> None:
    if _DOTTED.fullmatch(text) and text.count(".") == 1:
        thousands = text.replace(".", "")
        decimal = text.rstrip("0").rstrip(".")
        either = f"write {thousands}, or {decimal} with its scale word"
        raise FigureError(f'"{text}" may mean {thousands} or {decimal}: {either}')
    if _DOTTED.fullmatch(text) or re.fullmatch(r"[1-9][0-9]{0,2}(_[0-9]{3})+", text):
        number = int(re.sub(r"[^0-9]", "", text))
        raise FigureError(f'cannot read "{text}": write {number} or quote "{number:,}"')
    if re.fullmatch(r"[-–−] ?[0-9].*", text):
        raise FigureError(f'cannot read "{text}": a figure is never negative')
    if value is not None or re.fullmatch(r"[0-9]+[.,][0-9]+", text):
        raise FigureError(f'cannot read "{text}": write a whole number, such as 84 or "1,500"')
