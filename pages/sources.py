"""Every claim, statement, printing and report; one claim's own page at ?claim=<id>."""

import streamlit as st

from pages.parts.claims import claim_lists as lists
from pages.parts.frame.download import download_rows
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import as_plain, show, tag
from pages.parts.frame.running_page import Frame, this_page
from pages.parts.sources.downloads import draw_downloads
from pages.parts.sources.filters import choose_wanted, is_narrowed
from pages.parts.sources.one_claim import draw_claim
from queries.sources.claims_and_reports import Wanted, sources, sources_appearances, sources_reports, sources_statements

LISTS = {
    "Claims": (sources, lists.CLAIMS, lists.claim_rows, "claims"),
    "Statements": (sources_statements, lists.STATEMENTS, lists.statement_rows, "statements"),
    "Printings": (sources_appearances, lists.PRINTINGS, lists.printing_rows, "printings"),
    "Reports": (sources_reports, lists.REPORTS, lists.report_rows, "reports"),
}


def main() -> None:
    """A claim's page where the address names one; else the filters, the list, what to take away."""
    frame = this_page()
    if claim := st.query_params.get("claim"):
        drawn(draw_claim, frame, claim)
        return
    shown, wanted = choose_wanted(frame)
    drawn(draw_counts, frame, wanted)
    question, _, _, noun = LISTS[shown]
    rows = answer(question, frame, wanted, frame.at)
    if rows.empty:
        draw_nothing(noun, wanted, frame)
    else:
        drawn(draw_rows, frame, shown, wanted, lists.choose_first(len(rows)))
        download_rows(rows, frame, noun)
    draw_downloads(frame)


def draw_rows(frame: Frame, shown: str, wanted: Wanted, first: int) -> None:
    """One list from its row number `first` on."""
    question, columns, cells, noun = LISTS[shown]
    lists.draw_list(answer(question, frame, wanted, frame.at), first, columns, cells, noun, frame)


def draw_counts(frame: Frame, wanted: Wanted) -> None:
    """How much of each kind the filters let through."""
    counts = {noun: len(answer(question, frame, wanted, frame.at)) for question, _, _, noun in LISTS.values()}
    words = [f"{number} {noun if number != 1 else noun.removesuffix('s')}" for noun, number in counts.items()]
    show(tag("p", f"{', '.join(words)}. A printing is a claim as another report has it.", class_="lead"))


def draw_nothing(noun: str, wanted: Wanted, frame: Frame) -> None:
    """An empty list explains itself."""
    if is_narrowed(wanted):
        st.info(f"No {noun} pass these filters, in what had been said by this moment. Clear one of them.")
    else:
        st.info(f"No {noun} about {as_plain(frame.phase_name)} by this moment. Choose a later one, or another phase.")


main()
