"""What the Sources page asks: lists of what was read, under filters, and everything known about one claim."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

import pandas as pd

from queries.ask_store import Store, ask


@dataclass(frozen=True)
class Wanted:
    """The filters: ids, or None for all. `phase` None means every phase; `search` is words, all of which must
    stand in a row's text; `group` and `place` take in what lies inside them; `side` may be "unattributed"; `rung` is
    the number of what was offered (ledger/claims/evidence.py) as text."""

    phase: str | None = None
    side: str | None = None
    claimant: str | None = None
    metric: str | None = None
    group: str | None = None
    place: str | None = None
    rung: str | None = None
    read: str | None = None
    search: str | None = None


def sources(store: Store, wanted: Wanted, t: datetime | None) -> pd.DataFrame:
    """One row is a claim said by T (UTC; None = all, undated ones too) that passes every filter, in the
    order of the data: columns of claim_details, is_current and is_withdrawn (by T)."""
    return ask(store, "sources/sources", t=t, **asdict(wanted))


def sources_statements(store: Store, wanted: Wanted, t: datetime | None) -> pd.DataFrame:
    """One row is a statement: id, claimant_name, side_name, speaker, said_* (UTC), named_places,
    publishers, reports, wanted_claims (how many of its claims pass), note; in the order in
    which they were said."""
    return ask(store, "sources/sources_statements", t=t, **asdict(wanted))


def sources_appearances(store: Store, wanted: Wanted, t: datetime | None) -> pd.DataFrame:
    """One row is a claim in a report other than its own: the claim's value, printed_* where the report
    differs, words, part, note, and the report."""
    return ask(store, "sources/sources_appearances", t=t, **asdict(wanted))


def sources_reports(store: Store, wanted: Wanted, t: datetime | None) -> pd.DataFrame:
    """One row is a report: publisher, agency, url or not_linked, published, read, language, note, and how
    many claims that pass it prints (claims)."""
    return ask(store, "sources/sources_reports", t=t, **asdict(wanted))


def sources_choices(store: Store, phase: str | None) -> pd.DataFrame:
    """One row is a value that a filter can take: filter, id, name; groups and places with what lies
    around."""
    return ask(store, "sources/sources_choices", phase=phase)


def claim_by_id(store: Store, claim: str) -> pd.DataFrame:
    """The claim with this id, or that had it formerly: one row or none. Columns of claim_details, with
    definitions, notes and the report's particulars."""
    return ask(store, "sources/claim_by_id", claim=claim)


def claim_relatives(store: Store, claim: str) -> pd.DataFrame:
    """One row is a related claim: relation (whole, part, other part, made from, used in), which (what sets a
    part apart, in words), then columns of claim_details."""
    return ask(store, "sources/claim_relatives", claim=claim)


def claim_revisions(store: Store, claim: str) -> pd.DataFrame:
    """One row is a claim of the same series (design.md §5.1), the given one among them, as they were said."""
    return ask(store, "sources/claim_revisions", claim=claim)


def claim_printings(store: Store, claim: str) -> pd.DataFrame:
    """One row is a report of the claim, its own first: printed_* where it differs, part, words, note."""
    return ask(store, "sources/claim_printings", claim=claim)


def claim_corrections(store: Store, claim: str | None) -> pd.DataFrame:
    """One row is a correction made here: claim, on, from, to, why, claimant_name, metric_label; None =
    all."""
    return ask(store, "sources/claim_corrections", claim=claim)


def claim_withdrawals(store: Store, claim: str) -> pd.DataFrame:
    """One row is a claim by which its claimant takes this one back, the first first. Columns of claim_details."""
    return ask(store, "sources/claim_withdrawals", claim=claim)


def claim_settles(store: Store, claim: str) -> pd.DataFrame:
    """One row is something known to exist or to be missing that would settle the claim: on, what, and the report."""
    return ask(store, "sources/claim_settles", claim=claim)
