"""How each party's count moved, phases on one scale; who spoke when; the same questions put to each phase.

In the order of the page: choice, count_picture, who_spoke (chosen_item, items_list), phase_mirror, ladder_figures.
"""

import streamlit as st

from pages.parts.frame.download import download_csv
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import as_plain, heading, show
from pages.parts.frame.nothing_yet import no_figure_yet
from pages.parts.frame.page_title import name_page
from pages.parts.frame.running_page import Frame, this_page
from pages.parts.timeline.choice import chosen_view
from pages.parts.timeline.count_picture import draw_count
from pages.parts.timeline.items_list import rows_to_take
from pages.parts.timeline.ladder_figures import figures_to_take, folded_figures
from pages.parts.timeline.phase_mirror import mirrored, phase_mirror_table
from pages.parts.timeline.who_spoke import draw_who_spoke
from queries.timeline.events_and_statements import timeline_events, timeline_statements


def main() -> None:
    """Top to bottom: the finding with its picture, who spoke when, what is known besides, folded."""
    frame = this_page()
    view = chosen_view(frame, st.query_params.to_dict())
    topic = view.topic
    if topic is not None:
        name_page(draw_count(frame, view, topic), frame)
    else:
        draw_nobody(frame)
    if answer(timeline_events, frame, frame.phase) or answer(timeline_statements, frame, frame.phase):
        draw_who_spoke(frame, view.is_both)
    if topic is None:
        return
    parts = [kept(phase_mirror_table, frame, view.shown), kept(folded_figures, frame, view, topic)]
    show(heading("The same questions, and the rows behind the picture"), *parts)
    with st.container(horizontal=True, key="timeline-downloads"):
        download_csv(lambda: rows_to_take(frame), frame, "timeline", "Events and statements as CSV")
        download_csv(lambda: figures_to_take(frame, view, topic), frame, "lines", "The lines as CSV")
        download_csv(lambda: mirrored(frame, view.shown), frame, "phase-mirror", "The mirror as CSV")


def draw_nobody(frame: Frame) -> None:
    """A phase in which nobody has given a figure explains itself."""
    st.title(as_plain(no_figure_yet(frame)), anchor=False)
    nobody = f"Nobody has given a figure for the whole of {as_plain(frame.phase_name)}"
    st.info(f"{nobody} in the {frame.pages_read} pages read. Choose another phase, or see Cities.")


main()
