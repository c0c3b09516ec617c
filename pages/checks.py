"""Does it add up as reported? Arithmetic inside an account, apart from it what relays print otherwise.

The parts in pages/parts/checks/ in the order in which they are called: counts, filters, sections (with sums),
relay_drift.
"""

import pandas as pd
import streamlit as st

from ledger.store.run_checks import broken_checks
from pages.parts.checks.counts import two_counts
from pages.parts.checks.filters import choose_narrowed
from pages.parts.checks.relay_drift import draw_drift
from pages.parts.checks.sections import findings_sections
from pages.parts.checks.style import draw_checks_style
from pages.parts.claims.findings_table import claim_names
from pages.parts.claims.findings_words import NOTHING_TO_CHECK, findings_heading
from pages.parts.frame.download import download_rows
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import as_plain, show, tag
from pages.parts.frame.page_title import name_page
from pages.parts.frame.running_page import Frame, this_page
from queries.findings.findings import Narrowed, by_kind, checked_claimants, finding_counts, findings

LEAD = (
    "Each check asks the same of every claimant. An outcome is about the words as reported; it does not say who is "
    "wrong, and what a relay prints is not what a claimant said."
)
FIRST_OF_EACH = 6
MOST = 200


def main() -> None:
    """Top to bottom: the two counts, the choice, the findings, how one statement was relayed."""
    frame = this_page()
    draw_checks_style()
    for message in answer(broken_checks, frame):
        st.error(f"A check cannot be used: queries/checks/{as_plain(message)}")
    counts = answer(finding_counts, frame, frame.phase, frame.at, Narrowed())
    if not counts:
        show(tag("h1", NOTHING_TO_CHECK, class_="cc-heading"))
        st.info(
            f"Nothing said about {as_plain(frame.phase_name)} by this moment can be checked: a check needs a list, a "
            "part, a later figure or a second report. Choose a later moment, or another phase."
        )
        return
    name_page(findings_heading(by_kind(counts)), frame)
    drawn(draw_counts, frame)
    titles = {row["check"]: row["title"] for row in sorted(counts, key=lambda row: row["title"].lower())}
    narrowed = choose_narrowed(answer(checked_claimants, frame, frame.phase, frame.at), titles)
    if not answer(finding_counts, frame, frame.phase, frame.at, narrowed):
        st.info("No finding passes these filters. Clear one of them.")
    else:
        drawn(draw_findings, frame, narrowed)
        download_rows(lambda: rows_to_take(frame, narrowed), frame, "findings")
    draw_drift(frame)


def draw_counts(frame: Frame) -> None:
    """What the checks come to, as a sentence and as two bars."""
    counts = by_kind(answer(finding_counts, frame, frame.phase, frame.at, Narrowed()))
    title = tag("h1", findings_heading(counts), class_="cc-heading")
    show(title, two_counts(counts), tag("p", LEAD, class_="lead"))


def draw_findings(frame: Frame, narrowed: Narrowed) -> None:
    """The findings that pass; of one check alone all that a page holds."""
    most = FIRST_OF_EACH if narrowed.check is None else MOST
    found = answer(findings, frame, frame.phase, frame.at, narrowed, most)
    counts = answer(finding_counts, frame, frame.phase, frame.at, narrowed)
    show(*findings_sections(found, counts, claim_names(found, frame), narrowed))


def rows_to_take(frame: Frame, narrowed: Narrowed) -> pd.DataFrame:
    """The findings that pass, all of them, as a table: lists joined by |, without the lines of the sums."""
    rows = findings(frame.store, frame.phase, frame.at, narrowed)
    lists = ("claimants", "claimant_names", "claims")
    flat = [{**row, **{name: "|".join(row[name]) for name in lists}} for row in rows]
    return pd.DataFrame(flat).drop(columns=["position", "terms"], errors="ignore")


main()
