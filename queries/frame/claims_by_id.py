"""Claims looked up by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from queries.ask_store import Store, ask_rows


def claims_by_id(store: Store, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The rows of claim_details for these ids, by id; null is None."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    return {row["id"]: row for row in ask_rows(store, "frame/claims_by_id", ids=wanted)}
