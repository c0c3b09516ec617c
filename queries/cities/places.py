"""What the Cities page asks: who spoke of which place (rules.md N11), and what was said of one place."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from queries.ask_store import Store, ask


def place_rows(store: Store, t: datetime | None) -> pd.DataFrame:
    """One row is a place of the data or a set of places counted together: place_key, name, level, aliases,
    holder(_name) (the district or place it lies in), group_name, lat, lon, precision_km, source, note,
    members (of a set, by |), and_others, is_set, is_wider (holds the operation), spoken_in (phases by T,
    by |; null = never spoken of)."""
    return ask(store, "cities/place_rows", t=t)


def presence(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claimant and a place or set that it spoke of by T: place_key, claimant(_name), side(_name,
    _role, _position), state (figure or named), figures, figures_together (given for a set that holds it),
    statements."""
    return ask(store, "cities/presence", phase=phase, t=t)


def place_claims(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim about a place or set that stands at T (period and undated ones too): columns of
    claim_details, with has_figure and is_detail (a part of a claim about the same place)."""
    return ask(store, "cities/place_claims", phase=phase, t=t)


def figures_from_several(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a place and a metric family for which several parties gave a figure for the same people, or
    for some of them (N11: the honest city breakdown): place_key, family."""
    return ask(store, "cities/figures_from_several", phase=phase, t=t)


def claims_of_place(store: Store, place: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim of any phase about the place: columns of claim_details, with relation (here, inside,
    together, around), phase_name, phase_position, has_figure, is_replaced (by a later one, by T)."""
    return ask(store, "cities/claims_of_place", place=place, t=t)


def namings_of_place(store: Store, place: str, t: datetime | None) -> pd.DataFrame:
    """One row is a phase and a claimant who named the place or one inside it: phase(_name), claimant_name,
    side_name, named (the places), statements, first_said (UTC)."""
    return ask(store, "cities/namings_of_place", place=place, t=t)


def differences_at_place(store: Store, place: str, t: datetime | None) -> pd.DataFrame:
    """One row is a value that differs from another to the same question (numbered by `question`) at the place
    or inside it: columns of claim_details, with value_words, highest_low and lowest_high of the question.
    `this window only` figures take no part (design.md §2)."""
    return ask(store, "cities/differences_at_place", place=place, t=t)


def revisions_at_place(store: Store, place: str, t: datetime | None) -> pd.DataFrame:
    """One row is a value of a series (numbered by `ladder`) that holds several values about the place or one
    inside it: columns of claim_details, with value_before. Unnamed and unattributed claimants have none
    (design.md §5.1)."""
    return ask(store, "cities/revisions_at_place", place=place, t=t)


def events_of_place(store: Store, place: str, t: datetime | None) -> pd.DataFrame:
    """One row is an event at the place or inside it: columns of events, with phase_name, place_names,
    according_to, and reports (a list of publisher, url, not_linked)."""
    return ask(store, "cities/events_of_place", place=place, t=t)


def reports_of_place(store: Store, place: str, t: datetime | None) -> pd.DataFrame:
    """One row is a report with a claim about the place or one inside it, or that names it: publisher, agency,
    published, url, not_linked, read, phase_name, claims, namings (statements)."""
    return ask(store, "cities/reports_of_place", place=place, t=t)


def located_shares(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a whole-operation count current at T and a figure its claimant tied to a place, or nulls:
    columns of claim_details, with tied_claim, tied_label, tied_places, tied_and_others, tied_site,
    tied_group, tied_who, tied_counting."""
    return ask(store, "cities/located_shares", phase=phase, t=t)


def places_by_phase(store: Store, t: datetime | None) -> pd.DataFrame:
    """One row is a place and a phase: place_key, name, level, phase(_name), claimants, with_figure."""
    return ask(store, "cities/places_by_phase", t=t)
