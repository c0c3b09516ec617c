"""Which claims their own claimant took back, and from when on they no longer stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from ledger.claims.claim_rows import ClaimRow


def withdrawals(claims: Iterable[ClaimRow]) -> dict[str, datetime]:
    """By claim, the moment by which it had been withdrawn. What stands under `including` goes with its whole."""
    rows = list(claims)
    gone: dict[str, datetime] = {}
    for row in rows:
        taken_back, end = row.record.withdraws, row.said.end
        if taken_back and end:
            gone[taken_back] = min(end, gone.get(taken_back, end))
    for row in rows:  # wholes before their parts
        if row.part_of in gone and "including" in row.location:
            moment = gone[row.part_of]
            gone[row.id] = min(moment, gone.get(row.id, moment))
    return gone


def standing_until(superseded: Mapping[str, datetime], withdrawn: Mapping[str, datetime]) -> dict[str, datetime]:
    """By claim, the moment from which it is no longer current: a later one took its place, or it was taken back."""
    until = dict(superseded)
    for claim, moment in withdrawn.items():
        until[claim] = min(moment, until.get(claim, moment))
    return until
