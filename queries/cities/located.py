"""What of a figure for the whole operation its own claimant tied to a place; the rest has no place (rules.md N11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from queries.ask_store import Store, ask_rows
from queries.cities.said_by import is_standing


def tied_to_places(store: Store, phase: str) -> list[dict[str, Any]]:
    """One row is a count for the whole operation and a figure its claimant tied to a place, or nulls, whenever said:
    what claim_details holds of its claimant, value, people and moments, with tied_claim, tied_label, tied_places,
    tied_and_others, tied_site, tied_group, tied_who, tied_counting, tied_said_to and when it ended."""
    return ask_rows(store, "cities/tied_to_places", phase=phase)


def located_at(rows: Sequence[dict[str, Any]], t: datetime | None) -> dict[str, list[dict[str, Any]]]:
    """The whole-operation figures that stand at T by their claim's id, with the standing figures tied to places; the
    first row of each tells the whole, `tied_claim` None where nothing was tied."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if is_standing(row, t):
            is_tied = row["tied_claim"] is not None and is_standing(row, t, "tied_")
            found.setdefault(row["id"], []).append(row if is_tied else {**row, "tied_claim": None})
    return found
