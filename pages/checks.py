"""Does it add up as reported? Every check with its findings, and how reports printed one statement."""

import pandas as pd
import streamlit as st

from ledger.findings import OUTCOMES, CheckError
from pages.parts.asking import answer
from pages.parts.checks_drift import draw_drift
from pages.parts.checks_table import claim_names, draw_check, draw_summary, outcome_words
from pages.parts.download import download_rows
from pages.parts.frame import Frame, this_page
from pages.parts.markup import show, tag
from queries.checks import checks_version, findings, outcome_counts

LEAD = (
    "Each check asks the same of every claimant: does the figure agree with what the same claimant, or its own "
    "reports, said elsewhere? An outcome is about the words as reported. It does not say who is wrong."
)


def main() -> None:
    """Top to bottom: how many add up, the choice, the findings, how one statement was relayed."""
    frame = this_page()
    try:
        found = answer(findings, frame, checks_version(), frame.phase, frame.at)
    except CheckError as error:
        st.error(f"The checks cannot be shown: queries/checks/{error}")
        return
    show(tag("p", LEAD, class_="lead"))
    if found.empty:
        st.info(
            f"Nothing said about {frame.phase_name} by this moment can be checked: a check needs a list, a part, "
            "a later figure or a second report. Choose a later moment, or another phase."
        )
    else:
        draw_findings(found, frame)
    draw_drift(frame)


def draw_findings(found: pd.DataFrame, frame: Frame) -> None:
    """The counts, then the findings that pass the reader's choice."""
    st.header(f"{len(found)} findings: {outcome_words(found)}", anchor=False)
    draw_summary(outcome_counts(found))
    st.header("Findings", anchor=False)
    chosen, check = choose(found)
    if chosen.empty:
        st.info("No finding passes these filters. Clear one of them.")
        return
    named = claim_names(frame)
    for _, rows in chosen.groupby("check", sort=False):
        draw_check(rows, named, whole=check is not None)
    download_rows(chosen, frame, "findings")


def choose(found: pd.DataFrame) -> tuple[pd.DataFrame, str | None]:
    """Claimant, outcome and check, all in the address; the findings that pass, and the check chosen."""
    claimants = sorted({name for names in found["claimant_name"] for name in names.split("; ")}, key=str.lower)
    titles = list(dict.fromkeys(found["title"]))
    with st.container(horizontal=True, vertical_alignment="bottom", key="checks-filters"):
        claimant = st.selectbox(
            "Claimant", claimants, index=None, key="checks_claimant", bind="query-params", placeholder="All", width=300
        )
        check = st.selectbox(
            "Check", titles, index=None, key="checks_check", bind="query-params", placeholder="All", width=380
        )
        outcome = st.segmented_control("Outcome", list(OUTCOMES), key="checks_outcome", bind="query-params")
    chosen = found
    if claimant:
        chosen = chosen[[claimant in names.split("; ") for names in chosen["claimant_name"]]]
    if check:
        chosen = chosen[chosen["title"] == check]
    if outcome:
        chosen = chosen[chosen["outcome"] == outcome]
    return chosen.reset_index(drop=True), check


main()
