"""The words around a number, a line each (design.md §2): what a new opener or closer means is said here and nowhere
else. The first phrase of a bound is the one it is displayed with; a hedge is displayed as it was printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ledger.claims.numerals import SCALES, Number, read_number

OPENERS: dict[str, tuple[str, ...]] = {
    "at_least": (
        *("at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of"),
        *("upwards of", "upward of", "≥", ">="),
    ),
    "more_than": (
        *("more than", "over", "well over", "just over", "slightly over", "slightly more than", "well more than"),
        *("a little more than", "a little over", "in excess of", ">"),
    ),
    "at_most": (
        *("up to", "as many as", "at most", "no more than", "not more than", "a maximum of", "as high as", "≤", "<="),
    ),
    "fewer_than": ("fewer than", "less than", "under", "just under", "below", "well under", "<"),
    "about": (
        *("about", "around", "nearly", "almost", "close to", "roughly", "approximately", "approx.", "approx", "some"),
        *("an estimated", "estimated", "circa", "c.", "ca.", "~", "≈", "approaching", "nearing", "more or less"),
    ),
    "exact": ("exactly", "a total of"),
}
CLOSERS: dict[str, tuple[str, ...]] = {
    "at_least": (" or more", " +", "+", " plus", " and more", " and above"),
    "at_most": (" or fewer", " or less"),
    "about": (" or so", "-odd", " odd", " or thereabouts"),
}
# A convention for how little such a word can mean; it takes part in no bound and no ratio.
CONVENTION_LOWS: dict[str, int | None] = {
    "a couple": 2, "a few": 3, "a handful": 3, "several": 3, "many": None, "tens": 10, "dozens": 12,
    "a few dozen": 36, "several dozen": 36, "scores": 40, "hundreds": 100, "many hundreds": 100,
    "a few hundred": 300, "several hundred": 300, "thousands": 1_000, "many thousands": 1_000,
    "a few thousand": 3_000, "several thousand": 3_000, "tens of thousands": 10_000, "lakhs": 100_000,
    "hundreds of thousands": 100_000, "millions": 1_000_000,
}
NONE = ("none", "no", "zero", "0", "nil", "nobody", "no one", "no casualties")
NONE_REPORTED = ("none reported", "no reports of casualties", "no reports of any", "no casualties reported")
LOWER, UPPER = ("at_least", "more_than"), ("at_most", "fewer_than")
SHARED = (*SCALES, "dozen", "lakhs", "crores")
_BETWEEN = re.compile(r"(?:anywhere |somewhere )?(between|from) (.+)")
_JOINTS = {
    "between": re.compile(" and "),
    "from": re.compile(" to "),
    "": re.compile(r" to | or | ?[–—] ?|(?<=[0-9]) ?- ?|(?<=[a-z])-(?=[0-9])"),
}

_SEEKING = sorted(
    ((phrase, form) for form, phrases in OPENERS.items() for phrase in phrases), key=lambda pair: -len(pair[0])
)


def split_opener(text: str) -> tuple[str | None, str, str]:
    """Form, phrase and what follows; None and nothing where the text begins with no opener."""
    for phrase, form in _SEEKING:
        rest = text.removeprefix(phrase)
        if rest != text and rest and (rest[0] == " " or not phrase[-1].isalpha()):
            return form, phrase, rest.strip()
    return None, "", text


def split_closer(text: str) -> tuple[str | None, str, str]:
    """Form, phrase and what stands before; None and nothing where the text ends with no closer."""
    for form, phrases in CLOSERS.items():
        for phrase in phrases:
            if text.endswith(phrase) and re.search(r"[a-z0-9]$", text.removesuffix(phrase)):
                return form, phrase, text.removesuffix(phrase)
    return None, "", text


@dataclass(frozen=True)
class Phrase:
    """A text taken apart: what stands around a number, or around the two ends of a range."""

    form: str
    opener: str
    ends: tuple[Number, ...]
    closer: str

    @property
    def number(self) -> Number:
        """The one number, or the end of a range that its bound speaks of."""
        return self.ends[-1] if self.form in UPPER else self.ends[0]


Read = Callable[[str], Number | None]


def take_apart(text: str, read: Read = read_number) -> Phrase | None:
    """Opener or none, number or range, closer or none; None where the text is no such thing."""
    opener, before, inner = split_opener(text)
    for closer, after, amount in (split_closer(inner), (None, "", inner)):
        number = read(amount) if not (opener and closer) else None
        if number is not None:
            return Phrase(opener or closer or "exact", before, (number,), after)
    for closer, after, amount in (split_closer(inner), (None, "", inner)):
        ends = _ends(amount, read) if not (opener and closer) and "about" not in (opener, closer) else None
        if ends is not None:
            return Phrase(opener or closer or "range", before, ends, after)
    return None


def _ends(text: str, read: Read) -> tuple[Number, Number] | None:
    """The two ends of a range, as they are written: the caller says so if they run backwards."""
    found = _BETWEEN.fullmatch(text)
    inner = found[2] if found else text
    joints = _JOINTS[found[1] if found else ""]
    for joint in joints.finditer(inner):
        first, second = inner[: joint.start()], inner[joint.end() :]
        low, high = _with_scale_of(first, second, read), read(second)
        if low is not None and high is not None:
            alone = read(first) if low.value >= high.value else None
            return alone or low, high
    return None


def _with_scale_of(first: str, second: str, read: Read) -> Number | None:
    """`two or three dozen`, `2 to 3 million`: a scale word said once is meant for both."""
    scale = [word for word in re.findall("[a-z]+", second) if word in SHARED]
    said = [word for word in re.findall("[a-z]+", first) if word in SHARED]
    if len(scale) == 1 and not said and "," not in first and second.endswith(scale[0]):
        shared = read(f"{first} {scale[0]}")
        if shared is not None:
            return shared
    return read(first)
