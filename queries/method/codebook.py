"""What the Method page asks: the codebook, what was not found, what is known to be weak."""

from __future__ import annotations

import pandas as pd

from queries.ask_store import Store, ask


def codebook_metrics(store: Store) -> pd.DataFrame:
    """One row is a metric: id, label, family, value, unit, state_of, definition, claims, claimants."""
    return ask(store, "method/codebook_metrics")


def codebook_groups(store: Store) -> pd.DataFrame:
    """One row is a group, from the top of the tree down: id, name, depth, side_name, forces,
    civilians, definition, claims."""
    return ask(store, "method/codebook_groups")


def codebook_words(store: Store) -> pd.DataFrame:
    """One row is a word that crosses the groups, such as women: id, name, definition, claims."""
    return ask(store, "method/codebook_words")


def codebook_rungs(store: Store) -> pd.DataFrame:
    """One row is a rung (kind rung, its number as id), a kind of answer (how) or the withdrawals: kind, id, claims."""
    return ask(store, "method/codebook_rungs")


def codebook_claimants(store: Store) -> pd.DataFrame:
    """One row is a claimant: id, name, side_name, kind, via_relays_only, note, statements, claims."""
    return ask(store, "method/codebook_claimants")


def codebook_places(store: Store) -> pd.DataFrame:
    """One row is a place: id, name, aliases, level, within, precision_km, source, note, claims, namings."""
    return ask(store, "method/codebook_places")


def codebook_phases(store: Store) -> pd.DataFrame:
    """One row is a phase: id, name, first_day, names (what each claimant calls it), bounds (how each dates it)."""
    return ask(store, "method/codebook_phases")


def not_found(store: Store, phase: str) -> pd.DataFrame:
    """One row is a metric said of in the phase and a party of which nothing about it was read: said_by the others."""
    return ask(store, "method/not_found", phase=phase)


def never_said(store: Store, phase: str) -> pd.DataFrame:
    """One row is a metric about which nothing was read in the phase: metric, metric_label."""
    return ask(store, "method/never_said", phase=phase)


def what_was_read(store: Store, phase: str) -> pd.DataFrame:
    """One row is a language: pages about the phase, in_full, in_part, not_linked, undated."""
    return ask(store, "method/what_was_read", phase=phase)


def data_warnings(store: Store) -> pd.DataFrame:
    """One row is a warning of the checks of the data folder: path, line, message."""
    return ask(store, "method/data_warnings")
