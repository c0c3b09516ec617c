"""What the Sources page asks."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from queries.run import Store, ask


def sources(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim said by T (UTC; None = all, undated ones too), in the order of the data. Columns of
    claim_details, with had_been_said and is_current."""
    return ask(store, "sources", phase=phase, t=t)
