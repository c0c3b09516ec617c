"""What is read from a printed figure: its form, its bounds and the printed number."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST_FIGURE = 1_000_000_000


@dataclass(frozen=True)
class Figure:
    """One value as printed: a bound is None where the words set none, `point` is for display only.

    Forms: exact, at_least, more_than, at_most, fewer_than, range, about, word, none, none_reported, duration.
    A duration has no bounds and no point; its qualifier is about or one of the first five forms. The bounds of a share
    are whole per cent, rounded outwards, from 0 to 100.
    """

    printed: str
    form: str
    low: int | None
    high: int | None
    point: int | None
    convention_low: int | None = None
    duration_value: float | None = None
    duration_unit: str | None = None
    duration_qualifier: str | None = None
    is_share: bool = False
