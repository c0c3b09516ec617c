"""What the Timeline asks. Moments are UTC. Everything of a phase is asked once; a page cuts it at its moment T by when
a thing was said or was over (design.md §3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import pandas as pd

from queries.ask_store import Store, ask, ask_rows

Rows = tuple[Mapping[str, Any], ...]


def timeline_events(store: Store, phase: str) -> Rows:
    """One row is an event of the phase: id, kind, when_from, when_to, precision, what, note, claimants (names joined
    by ;), side (of the first of them), places (names)."""
    return tuple(ask_rows(store, "timeline/timeline_events", phase=phase))


def attacks_of_phase(store: Store, phase: str) -> Rows:
    """The attacks among the events of a phase, in order of time."""
    return tuple(row for row in timeline_events(store, phase) if row["kind"] == "attack")


def timeline_statements(store: Store, phase: str) -> Rows:
    """One row is a statement and one period its claims cover (the two clocks of design.md §1): said_*, covers_*,
    claims (how many), words (the figures with what they count). Undated ones come last."""
    return tuple(ask_rows(store, "timeline/timeline_statements", phase=phase))


def timeline_reports(store: Store, phase: str) -> dict[str, Rows]:
    """For each event and statement of the phase the reports it was read in: publisher, url, not_linked, published."""
    found: dict[str, Rows] = {}
    for row in ask_rows(store, "timeline/timeline_reports", phase=phase):
        found[row["item"]] = (*found.get(row["item"], ()), row)
    return found


def timeline_item_claims(store: Store, statements: tuple[str, ...]) -> Rows:
    """One row is a claim of one of these statements. Columns of claim_details, with report_words: what reports print
    in place of the claim's own word."""
    return tuple(ask_rows(store, "timeline/timeline_item_claims", statements=list(statements)))


def timeline_items(store: Store, items: tuple[str, ...]) -> dict[str, str]:
    """The phase of each of these events and statements that is in the data."""
    return {row["item"]: row["phase"] for row in ask_rows(store, "timeline/timeline_items", items=list(items))}


def timeline_names(store: Store) -> Rows:
    """One row is what a claimant calls a phase; never our own name for it (design.md §5.11)."""
    return tuple(ask_rows(store, "timeline/timeline_names"))


def bounds_of_phase(store: Store, phase: str) -> Rows:
    """One row is a start or an end of the phase as a claimant gives it: bound, moment_from, moment_to, words,
    report."""
    return tuple(ask_rows(store, "timeline/timeline_bounds", phase=phase))


def phase_mirror(store: Store, shown: Sequence[str], phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a phase of those shown, with a day zero, and a side: zero, statements, claimants, revisions (figures
    that change an earlier one of their series), repeated (that do not), and the side's first figure about people. `t`
    limits the phase `phase` only."""
    return ask(store, "timeline/phase_mirror", shown=list(shown), phase=phase, t=t)
