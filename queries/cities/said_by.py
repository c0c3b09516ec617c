"""What of rows that were read once holds at a moment T: one rule for all that is said of places (design.md §5.1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

Row = Mapping[str, Any]


def is_said(row: Row, t: datetime | None, prefix: str = "") -> bool:
    """Whether it had been said by T; undated rows are there at the latest moment only."""
    said = row[f"{prefix}said_to"]
    return t is None or (said is not None and said <= t)


def is_replaced(row: Row, t: datetime | None, prefix: str = "") -> bool:
    """Whether a later figure of the same series stood in its place by T."""
    return _by(row[f"{prefix}superseded_at"], t)


def is_withdrawn(row: Row, t: datetime | None, prefix: str = "") -> bool:
    """Whether its claimant had taken it back by T."""
    return _by(row[f"{prefix}withdrawn_at"], t)


def is_standing(row: Row, t: datetime | None, prefix: str = "") -> bool:
    """Said by T, neither replaced nor withdrawn."""
    return is_said(row, t, prefix) and not is_replaced(row, t, prefix) and not is_withdrawn(row, t, prefix)


def _by(end: datetime | None, t: datetime | None) -> bool:
    return end is not None and (t is None or end <= t)
