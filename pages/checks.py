"""Does it add up as reported? Every check with its findings, and how reports printed one statement."""

import pandas as pd
import streamlit as st

from ledger.store.run_checks import OUTCOMES, CheckError
from pages.parts.checks.relay_drift import draw_drift
from pages.parts.claims.findings_table import MOST_OF_A_CHECK, check_parts, claim_names, outcome_words, summary
from pages.parts.frame.download import download_rows
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import as_plain, heading, show, tag
from pages.parts.frame.running_page import Frame, this_page
from queries.findings.findings import checks_version, findings, outcome_counts

LEAD = (
    "Each check asks the same of every claimant: does the figure agree with what the same claimant, or its own "
    "reports, said elsewhere? An outcome is about the words as reported. It does not say who is wrong."
)


def main() -> None:
    """Top to bottom: how many add up, the choice, the findings, how one statement was relayed."""
    frame, version = this_page(), checks_version()
    try:
        found = answer(findings, frame, version, frame.phase, frame.at)
    except CheckError as error:
        st.error(f"The checks cannot be shown: queries/checks/{as_plain(str(error))}")
        return
    show(tag("p", LEAD, class_="lead"))
    if found.empty:
        st.info(
            f"Nothing said about {frame.phase_name} by this moment can be checked: a check needs a list, a part, "
            "a later figure or a second report. Choose a later moment, or another phase."
        )
    else:
        draw_findings(frame, version)
    draw_drift(frame)


def draw_findings(frame: Frame, version: str) -> None:
    """The counts, then the findings that pass the reader's choice."""
    drawn(draw_counts, frame, version)
    chosen = choose(*kept(choices, frame, version))
    passing = kept(findings_chosen, frame, version, *chosen)
    if passing.empty:
        st.info("No finding passes these filters. Clear one of them.")
        return
    drawn(draw_chosen, frame, version, *chosen)
    download_rows(passing, frame, "findings")


def draw_counts(frame: Frame, version: str) -> None:
    """How many findings have which outcome, check by check."""
    found = answer(findings, frame, version, frame.phase, frame.at)
    title = heading(f"{len(found)} findings: {outcome_words(found)}")
    show(title, summary(outcome_counts(found)), heading("Findings"))


def draw_chosen(frame: Frame, version: str, claimant: str | None, check: str | None, outcome: str | None) -> None:
    """The findings that pass, check by check; one check alone is shown in full."""
    by_check = kept(findings_chosen, frame, version, claimant, check, outcome).groupby("check", sort=False)
    named = claim_names(by_check.head(MOST_OF_A_CHECK), frame)
    show(*(part for _, rows in by_check for part in check_parts(rows, named, whole=check is not None)))


def choices(frame: Frame, version: str) -> tuple[list[str], list[str]]:
    """The claimants and the checks that have findings."""
    found = answer(findings, frame, version, frame.phase, frame.at)
    claimants = sorted({name for names in found["claimant_name"] for name in names.split("; ")}, key=str.lower)
    return claimants, list(dict.fromkeys(found["title"]))


def choose(claimants: list[str], titles: list[str]) -> tuple[str | None, str | None, str | None]:
    """Claimant, check and outcome, all in the address."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="checks-filters"):
        claimant = st.selectbox(
            "Claimant", claimants, index=None, key="checks_claimant", bind="query-params", placeholder="All", width=300
        )
        check = st.selectbox(
            "Check", titles, index=None, key="checks_check", bind="query-params", placeholder="All", width=380
        )
        outcome = st.segmented_control("Outcome", list(OUTCOMES), key="checks_outcome", bind="query-params")
    return claimant, check, outcome


def findings_chosen(
    frame: Frame, version: str, claimant: str | None, check: str | None, outcome: str | None
) -> pd.DataFrame:
    """The findings that pass the reader's choice."""
    chosen = answer(findings, frame, version, frame.phase, frame.at)
    if claimant:
        chosen = chosen[[claimant in names.split("; ") for names in chosen["claimant_name"]]]
    if check:
        chosen = chosen[chosen["title"] == check]
    if outcome:
        chosen = chosen[chosen["outcome"] == outcome]
    return chosen.reset_index(drop=True)


main()
