"""Why a figure cannot be read, with the nearest form that can: in words that say what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches

from ledger.claims.figure_phrases import CONVENTION_LOWS, NONE_REPORTED, OPENERS, split_closer, split_opener
from ledger.claims.numerals import NUMBER_WORDS, SCALES

_NOT_KNOWN = ("unknown", "not known", "unclear", "not stated", "unspecified", "undetermined", "not given", "n/a", "?")
_MORE = re.compile(r"(?:another|a further|an additional|further|additional) (.+)|(.+) (?:more|others|other)")
_NUMBER_LIKE = {*NUMBER_WORDS, *SCALES, "dozen", "and", "or", "to", "a", "an", "than"}
_ALL_PHRASES = [phrase for phrases in OPENERS.values() for phrase in phrases if len(phrase) > 3]
_WORDS = [*CONVENTION_LOWS, *NONE_REPORTED, "a dozen", "half a dozen"]

Reader = Callable[[str], bool]


def why_unread(printed: str, text: str, reads: Reader, accepted: str) -> str:
    """The message for a text that is no figure of any form."""
    if text in _NOT_KNOWN:
        return f'"{printed}" is no figure: leave the claim out, not stated is not zero'
    if (more := _MORE.fullmatch(text)) and (inner := more[1] or more[2]) and reads(inner):
        return f'"{printed}" counts only what is new: write {_written(inner)} with counting: period'
    if inner := _two_bounds(text, reads):
        return f'"{printed}" says its bound twice: write {_written(inner)}, and the rest in note'
    if inner := _hedged_range(text, reads):
        return f'"{printed}" hedges a range, which is open already: write {_written(inner)}, and the rest in note'
    if inner := _respelled(text, reads):
        return f'cannot read figure "{printed}"; did you mean "{inner}"?'
    if inner := _without_people(text, reads):
        rest = "and whom or what it counts in of: and who:"
        return f'"{printed}" holds more than a figure: write {_written(inner)}, {rest}'
    if near := get_close_matches(text, _WORDS, n=1, cutoff=0.75):
        return f'cannot read figure "{printed}"; did you mean "{near[0]}"?'
    return f'cannot read figure "{printed}"; write one of: {accepted}'


def _written(text: str) -> str:
    """As it may stand in YAML: with a comma, in quotation marks."""
    return f'"{text}"' if re.search(r"[,:#]|^[~>≈]", text) else text


def _two_bounds(text: str, reads: Reader) -> str | None:
    """`about over 30`, `at least 30 or more`: with one of the two it can be read."""
    opener, _, inner = split_opener(text)
    second = split_opener(inner)[0] or split_closer(inner)[0]
    if opener is None or second is None:
        return None
    return inner if reads(inner) else None


def _hedged_range(text: str, reads: Reader) -> str | None:
    form, _, inner = split_opener(text)
    if form != "about":
        form, _, inner = split_closer(text)
    return inner if form == "about" and reads(inner) else None


def _without_people(text: str, reads: Reader) -> str | None:
    """The longest part of the text that is a figure, where what is left over is words."""
    words = text.split()
    for length in range(len(words) - 1, 0, -1):
        for start in (0, len(words) - length):
            kept, left = words[start : start + length], [*words[:start], *words[start + length :]]
            if not all(re.fullmatch(r"[^\W\d_][\w'’-]*", word) for word in left) or not _NUMBER_LIKE.isdisjoint(left):
                continue
            if reads(" ".join(kept)):
                return " ".join(kept)
    return None


def _respelled(text: str, reads: Reader) -> str | None:
    """`more then 30`, `atleast 30`: with the nearest opener it can be read."""
    words = text.split()
    for length in range(min(4, len(words) - 1), 0, -1):
        rest = " ".join(words[length:])
        for near in get_close_matches(" ".join(words[:length]), _ALL_PHRASES, n=2, cutoff=0.8):
            if reads(f"{near} {rest}"):
                return f"{near} {rest}"
    return None
