"""Every claim, statement, printing and report; one claim's own page at ?claim=<id>."""

import streamlit as st
from markupsafe import Markup

from pages.parts.claims import claim_lists as lists
from pages.parts.frame.download import download_rows
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import as_plain, joined, page_address, show, tag
from pages.parts.frame.page_title import name_page
from pages.parts.frame.running_page import Frame, this_page
from pages.parts.sources.downloads import draw_downloads
from pages.parts.sources.filters import FROM, choose_wanted, is_narrowed
from pages.parts.sources.heading import sources_heading
from pages.parts.sources.one_claim import claim_title, draw_claim
from queries.sources.claims_and_reports import Wanted, sources, sources_appearances, sources_reports, sources_statements

LISTS = {
    "claims": (sources, lists.CLAIMS, lists.claim_rows),
    "statements": (sources_statements, lists.STATEMENTS, lists.statement_rows),
    "printings": (sources_appearances, lists.PRINTINGS, lists.printing_rows),
    "reports": (sources_reports, lists.REPORTS, lists.report_rows),
}


def main() -> None:
    """A claim's page where the address names one; else the filters, the list, what to take away."""
    frame = this_page()
    if claim := st.query_params.get("claim"):
        name_page(kept(claim_title, frame, claim), frame)
        drawn(draw_claim, frame, claim)
        return
    place = st.empty()
    shown, wanted = choose_wanted(frame)
    title = kept(sources_heading, frame, wanted)
    with place:
        show(tag("header", tag("h1", title, class_="cc-heading"), class_="cc-finding"))
    name_page(title, frame)
    rows = answer(LISTS[shown][0], frame, wanted, frame.at)
    if rows.empty:
        draw_nothing(shown, wanted, frame)
    else:
        first = first_row(len(rows))
        drawn(draw_rows, frame, shown, wanted, first)
        show(row_links(first, len(rows)))
        download_rows(rows, frame, shown)
    draw_downloads(frame)


def draw_rows(frame: Frame, shown: str, wanted: Wanted, first: int) -> None:
    """One list from its row number `first` on."""
    question, columns, cells = LISTS[shown]
    lists.draw_list(answer(question, frame, wanted, frame.at), first, columns, cells, shown, frame)


def first_row(length: int) -> int:
    """How many rows stand before the first one shown, as the address says; a whole number of screenfuls."""
    given = st.query_params.get(FROM, "0")
    wanted = int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 0
    return min(wanted, max(0, length - 1)) // lists.MOST_ROWS * lists.MOST_ROWS


def row_links(first: int, length: int) -> Markup:
    """The ways to the rows before and after."""
    here = st.query_params.to_dict()
    ways: list[Markup] = []
    for name, at in (("‹ Rows before", first - lists.MOST_ROWS), ("Rows after ›", first + lists.MOST_ROWS)):
        if 0 <= at < length:
            address = page_address("sources", {**here, FROM: at or None})
            ways.append(tag("a", f"{name}: {lists.span(at, length)}", href=address, data_key=name))
    return tag("nav", joined(ways, " · "), class_="cc-way", aria_label="Rows")


def draw_nothing(noun: str, wanted: Wanted, frame: Frame) -> None:
    """An empty list explains itself."""
    if is_narrowed(wanted):
        st.info(f"No {noun} pass these filters, in what had been said by this moment. Clear one of them.")
    else:
        st.info(f"No {noun} about {as_plain(frame.phase_name)} by this moment. Choose a later one, or another phase.")


main()
