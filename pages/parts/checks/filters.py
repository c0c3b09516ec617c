"""Narrow the findings: claimant, check, outcome and kind in one row, by id in the address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.parts.claims.findings_words import KIND_IDS, KIND_NAMES, OUTCOME_IDS, OUTCOME_NAMES
from pages.parts.frame.choose_by_id import choose_by_id
from queries.findings.findings import Narrowed

OUTCOME_OF = {short: outcome for outcome, short in OUTCOME_IDS.items()}
KIND_OF = {short: kind for kind, short in KIND_IDS.items()}


def choose_narrowed(claimants: Mapping[str, str], titles: Mapping[str, str]) -> Narrowed:
    """The four choices. Earlier links (checks_claimant and the like, by name) still open."""
    outcomes = {short: OUTCOME_NAMES[outcome] for short, outcome in OUTCOME_OF.items()}
    kinds = {short: KIND_NAMES[kind] for short, kind in KIND_OF.items()}
    with st.container(horizontal=True, vertical_alignment="bottom", key="checks-filters"):
        kind = choose_by_id("Kind", kinds, "kind", width=260)
        outcome = choose_by_id("Outcome", outcomes, "outcome", width=250, formerly="checks_outcome")
        claimant = choose_by_id("Claimant", claimants, "claimant", width=260, formerly="checks_claimant")
        check = choose_by_id("Check", titles, "check", width=330, formerly="checks_check")
    return Narrowed(claimant, check, OUTCOME_OF.get(outcome or ""), KIND_OF.get(kind or ""))
