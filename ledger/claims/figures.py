"""Read a figure as printed into a form, its bounds and the printed number, adding nothing to it.

One grammar: an opener or none, a number or the two ends of a range, a closer or none (design.md §2). The words stand in
`figure_phrases.py`, the numbers in `numerals.py`; what they mean in a count, a duration or a share in the file of each.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from ledger.claims.counts import ACCEPTED_FIGURES, count_label, read_count
from ledger.claims.durations import ACCEPTED_DURATIONS, read_duration
from ledger.claims.figure_record import Figure
from ledger.claims.numerals import FigureError, normalise
from ledger.claims.shares import ACCEPTED_SHARES, read_share, share_label

__all__ = ["Figure", "FigureError", "ValueKind", "printed_words", "read_figure", "value_kind"]

ValueKind = Literal["count", "duration", "share"]
_READERS = {"count": read_count, "duration": read_duration, "share": read_share}
_ACCEPTED = {"count": ACCEPTED_FIGURES, "duration": ACCEPTED_DURATIONS, "share": ACCEPTED_SHARES}


def value_kind(value: str | None) -> ValueKind:
    """How the figures of a metric with this `value` are read."""
    return value if value in ("duration", "share") else "count"  # type: ignore[return-value]


def read_figure(value: object, kind: ValueKind = "count") -> Figure:
    """Read a count, a length of time or a share, as the metric says; anything else is a FigureError."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        thing = "figure" if kind == "count" else kind
        raise FigureError(f"a {thing} is a whole number or words, not {value!r}; write one of: {_ACCEPTED[kind]}")
    return _read(str(value), kind)


# What was read once is read again after every edit, a figure of any file that did not change.
@lru_cache(maxsize=16384)
def _read(text: str, kind: ValueKind) -> Figure:
    return _READERS[kind](text)


@lru_cache(maxsize=4096)
def printed_words(figure: Figure) -> str:
    """The label to display: one wording for each form, but the claimant's own hedge, word or duration. Read again, it
    is the same figure."""
    if figure.form in ("word", "duration"):
        return normalise(figure.printed)
    if figure.form in ("none", "none_reported"):
        return figure.form.replace("_", " ")
    return share_label(figure) if figure.is_share else count_label(figure)
