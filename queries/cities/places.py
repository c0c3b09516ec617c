"""The claims that the Cities page shows, as rows to take away (docs/addresses.md)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pandas as pd

from queries.ask_store import Store, ask
from queries.cities.said_by import Row, is_said, is_standing


def place_claims(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim about a place or set that stands at T (period and undated ones too): columns of
    claim_details, with has_figure and is_detail (a part of a claim about the same place)."""
    return _those(ask(store, "cities/claims_of_places", phase=phase), lambda row: is_standing(row, t))


def claims_of_place(store: Store, place: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim of any phase about the place said by T: columns of claim_details, with relation (here, inside,
    together, around), phase_name, phase_position, has_figure."""
    return _those(ask(store, "cities/claims_of_place", place=place, phase=None, most=None), lambda row: is_said(row, t))


def _those(found: pd.DataFrame, holds: Callable[[Row], bool]) -> pd.DataFrame:
    """The rows of which something holds; for the rule, moments that are missing are None."""
    moments = found[["said_to", "superseded_at", "withdrawn_at"]].astype(object)
    rows = moments.where(moments.notna(), None).to_dict("records")
    return found[pd.Series([holds(row) for row in rows], index=found.index, dtype=bool)]
