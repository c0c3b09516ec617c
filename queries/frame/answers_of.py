"""Who answered which claim, and how."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import pandas as pd

from queries.ask_store import Store, ask


def answers_of(store: Store, ids: Iterable[str], t: datetime | None) -> pd.DataFrame:
    """One row is an answer to one of these claims, said by T (UTC; None = all, undated ones too), in the order in
    which they were said: columns of claim_details, of which `answers` is the id of the claim that is answered and
    `how` one of denies, accepts, disputes the number, declines to comment."""
    return ask(store, "frame/answers_of", ids=sorted(set(ids)), t=t)
