"""What the Overview asks."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from queries.ask_store import Store, ask


def ledger(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim current at T (UTC; None = latest) about people, of the whole operation and of a group of
    the top two levels (design.md §6). Columns of claim_details, with group_depth, family_label, family_position."""
    return ask(store, "overview/ledger", phase=phase, t=t)


def other_counts(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim current at T of the whole operation that counts no people. Columns of claim_details."""
    return ask(store, "overview/other_counts", phase=phase, t=t)
