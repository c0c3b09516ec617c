"""Try your YAML: a statement is checked and shown as it would appear, and nothing is changed."""

import streamlit as st

from pages.parts.frame.markup import show
from pages.parts.frame.page_title import name_page
from pages.parts.frame.running_page import running, this_page
from pages.parts.try_statement.form import draw_form
from pages.parts.try_statement.preview import draw_preview
from pages.parts.try_statement.text import choose_text, draw_problems, first_words, trial_frame, tried

WAYS = ("Paste or upload", "Write with a form")


def main() -> None:
    """Top to bottom: which way, the text or the form, what is wrong with it, how it would appear."""
    frame = this_page()
    show(*first_words(frame))
    name_page("Try your YAML", frame)
    way = st.segmented_control(
        "Way", WAYS, default=WAYS[0], required=True, key="try-way", bind="query-params", label_visibility="collapsed"
    )
    text = draw_form(frame) if way == WAYS[1] else choose_text()
    if not text.strip():
        st.info("Paste a statement, upload a file, or let the form write one.")
        return
    found = tried(frame, text)
    draw_problems(found.trial)
    if found.snapshot is not None:
        trial = trial_frame(frame, found)
        with running(trial):
            draw_preview(found.trial.statements, trial)


main()
