"""The count side by side, how it moved, where, whether it adds up; then every figure, folded by group.

In the order of the page: side_by_side, panels, ledger.
"""

import streamlit as st

from pages.parts.claims.topic_rows import story_of
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import as_plain, show
from pages.parts.frame.page_title import name_page
from pages.parts.frame.running_page import Frame, this_page
from pages.parts.overview.ledger import folded_ledger
from pages.parts.overview.panels import draw_panels
from pages.parts.overview.side_by_side import draw_side_by_side


def main() -> None:
    """Top to bottom: the finding with its picture, three panels, the ledger."""
    frame = this_page()
    if not story_of(frame).topics:
        draw_nothing(frame)
        return
    name_page(draw_side_by_side(frame), frame)
    draw_panels(frame)
    show(kept(folded_ledger, frame))


def draw_nothing(frame: Frame) -> None:
    """An empty phase explains itself."""
    st.title(f"{as_plain(frame.phase_name)}: no figure yet", anchor=False)
    nobody = f"Nobody has given a figure for the whole of {as_plain(frame.phase_name)}"
    ways = "Choose another phase, or see Cities for what was tied to a place."
    st.info(f"{nobody} in the {frame.pages_read} pages read. {ways}")


main()
