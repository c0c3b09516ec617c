"""What the page Try your YAML asks of a store made for one reader."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from queries.ask_store import Store, ask


def try_claims(store: Store, statements: Iterable[str]) -> pd.DataFrame:
    """One row is a claim of the statements tried, wholes before parts. Columns of claim_details, and before: the id
    of the claim of the same series that it takes the place of, if any (design.md §5.1)."""
    return ask(store, "try_statement/try_claims", statements=sorted(set(statements)))


def try_ids(store: Store) -> pd.DataFrame:
    """One row is an id that a new statement may use, or must not use again: kind (claimant, metric, group, doer,
    place, report, statement), id, name, side (of claimants), phase (of reports and statements)."""
    return ask(store, "try_statement/try_ids")
