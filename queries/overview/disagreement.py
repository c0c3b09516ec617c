"""Where sides differ over a whole phase, what each side's own numbers imply, and what nobody answered."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from queries.ask_store import Store, ask


def disagreement(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a question and two sides (kind between) or one side (kind inside) with the pair that stands for it
    (design.md §5.3): the gate's columns, passing and blocked (numbers of pairs), newest and older (UTC)."""
    return ask(store, "overview/disagreement", phase=phase, t=t)


def loss_exchange(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a statement of a party with both counts: a (the other side's people), b (its own), exchange_level,
    factor_low and factor_high (theirs for each of its own), is_latest (design.md §5.4)."""
    return ask(store, "overview/loss_exchange", phase=phase, t=t)


def unanswered(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim of a party on which no other party had given a figure by T (design.md §5.9)."""
    return ask(store, "overview/unanswered", phase=phase, t=t)
