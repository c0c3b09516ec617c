"""What every page needs to know before it asks anything else."""

from __future__ import annotations

import pandas as pd

from queries.ask_store import Store, ask


def phases(store: Store) -> pd.DataFrame:
    """One row is a phase: id, name, zero, view_from, view_to (UTC), claims, last_said (UTC)."""
    return ask(store, "frame/phases")


def moments(store: Store, phase: str) -> pd.DataFrame:
    """One row is a moment by which something had been said: moment (UTC), has_time, statements."""
    return ask(store, "frame/moments", phase=phase)


def pages_read(store: Store, phase: str) -> tuple[int, int]:
    """How many pages about the phase were read, and how many of them only in part."""
    row = ask(store, "frame/pages_read", phase=phase).iloc[0]
    return int(row["pages"]), int(row["in_part"])


def side_order(store: Store) -> pd.DataFrame:
    """One row is a side: id, name, role; parties by name, then third parties, then tallies (design.md §5.11)."""
    return ask(store, "frame/side_order")
