"""What the public addresses ask besides what the pages ask."""

from __future__ import annotations

import pandas as pd

from queries.ask_store import Store, ask


def feed_statements(store: Store, most: int) -> pd.DataFrame:
    """One row is a claim of one of the statements made last, newest statement first: columns of claim_details, and
    `made_at` (UTC), when the statement was made, or where that is not known, when we first read it."""
    return ask(store, "public/feed_statements", most=most)


def place_by_id(store: Store, place: str) -> str | None:
    """The name of the place with this id."""
    return _only(ask(store, "public/place_by_id", place=place))



def _only(found: pd.DataFrame) -> str | None:
    return None if found.empty else str(found["name"].iloc[0])
