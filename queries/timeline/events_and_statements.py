"""What the Timeline asks. Moments are UTC. `t` (None = latest) limits the rows of the phase `phase` only: the others
are shown whole, for the moment T belongs to one phase (design.md §3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from queries.ask_store import Store, ask, ask_rows


def timeline_events(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is an event of any phase: id, kind, when_from, when_to, precision, what, note, claimants (names joined
    by ;), side (of the first of them), places (names)."""
    return ask(store, "timeline/timeline_events", phase=phase, t=t)


def timeline_statements(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a statement and one period its claims cover (the two clocks of design.md §1): said_*, covers_*,
    claims (how many), words (the figures with what they count), claimant_statements (of the claimant, in the phase).
    Undated ones come with t = None only."""
    return ask(store, "timeline/timeline_statements", phase=phase, t=t)


def timeline_reports(store: Store) -> pd.DataFrame:
    """One row is an event or a statement (item) and a report it was read in: publisher, url, not_linked, published."""
    return ask(store, "timeline/timeline_reports")


def timeline_item_claims(store: Store, statements: tuple[str, ...]) -> pd.DataFrame:
    """One row is a claim of one of these statements. Columns of claim_details, with report_words: what reports print
    in place of the claim's own word."""
    return ask(store, "timeline/timeline_item_claims", statements=list(statements))


def timeline_ladders(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a figure on a ladder (design.md §5.7): a dated claim of the whole operation about people of the top
    two levels of groups. Columns of claim_details, with harm (what the family is called), other_word (its metric is
    not the family's first), step_number and steps within the series, breaks (the line is broken before it) and
    stands_alone (no ladder: an unnamed claimant, or relays that disagree)."""
    return ask(store, "timeline/timeline_ladders", phase=phase, t=t)


def timeline_names(store: Store) -> pd.DataFrame:
    """One row is what a claimant calls a phase; never our own name for it (design.md §5.11)."""
    return ask(store, "timeline/timeline_names")


def timeline_bounds(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a start or an end of a phase as a claimant gives it: bound, moment_from, moment_to, words, report."""
    return ask(store, "timeline/timeline_bounds", phase=phase, t=t)


def bounds_of_phase(store: Store, phase: str) -> tuple[Mapping[str, Any], ...]:
    """The starts and ends of one phase, whoever gave them and whenever they lie."""
    rows = ask_rows(store, "timeline/timeline_bounds", phase=phase, t=None)
    return tuple(row for row in rows if row["phase"] == phase)


def attacks_of_phase(store: Store, phase: str) -> tuple[Mapping[str, Any], ...]:
    """The attacks among the events of one phase, in order of time."""
    rows = ask_rows(store, "timeline/timeline_events", phase=phase, t=None)
    return tuple(row for row in rows if row["phase"] == phase and row["kind"] == "attack")


def phase_mirror(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a phase with a day zero and a side: zero, statements, claimants, revisions (figures that change an
    earlier one of their series), repeated (that do not), and the side's first figure about people."""
    return ask(store, "timeline/phase_mirror", phase=phase, t=t)
