"""The claims that the Cities page shows, as rows to take away (docs/addresses.md)."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from queries.ask_store import Store, ask
from queries.cities.said_by import is_said, is_standing


def place_claims(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim about a place or set that stands at T (period and undated ones too): columns of
    claim_details, with has_figure and is_detail (a part of a claim about the same place)."""
    found = _plain(ask(store, "cities/claims_of_places", phase=phase))
    return found[[is_standing(row, t) for row in found.to_dict("records")]]


def claims_of_place(store: Store, place: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim of any phase about the place said by T: columns of claim_details, with relation (here, inside,
    together, around), phase_name, phase_position, has_figure."""
    found = _plain(ask(store, "cities/claims_of_place", place=place))
    return found[[is_said(row, t) for row in found.to_dict("records")]]


def _plain(found: pd.DataFrame) -> pd.DataFrame:
    """Moments that are missing as None."""
    moments = ["said_to", "superseded_at", "withdrawn_at"]
    return found.assign(**{name: found[name].astype(object).where(found[name].notna(), None) for name in moments})
