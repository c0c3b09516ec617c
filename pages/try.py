"""Try your YAML: a statement is checked and shown as it would appear, and nothing is changed."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from pages.parts.frame.markup import joined, page_address, show, tag
from pages.parts.frame.page_title import name_page
from pages.parts.frame.running_page import Frame, running, this_page
from pages.parts.try_statement.form import draw_form
from pages.parts.try_statement.preview import draw_preview
from pages.parts.try_statement.text import choose_text, draw_problems, first_words, trial_frame, tried

WAYS = {"paste": "Paste or upload", "form": "Write with a form"}


def main() -> None:
    """Top to bottom: which way, the text or the form, what is wrong with it, how it would appear."""
    frame = this_page()
    way = chosen_way(st.query_params.to_dict())
    show(*first_words(frame), ways(frame, way))
    name_page("Try your YAML", frame)
    text = draw_form(frame) if way == "form" else choose_text()
    if not text.strip():
        st.info("Paste a statement, upload a file, or let the form write one.")
        return
    found = tried(frame, text)
    draw_problems(found.trial)
    if found.snapshot is not None:
        trial = trial_frame(frame, found)
        with running(trial):
            draw_preview(found.trial.statements, trial)


def chosen_way(parameters: Mapping[str, str]) -> str:
    """The way that the address names, by id or (earlier links) by label; pasting where it names none."""
    asked = parameters.get("way") or parameters.get("try-way")
    return next((way for way, label in WAYS.items() if asked in (way, label)), "paste")


def ways(frame: Frame, chosen: str) -> Markup:
    """Both ways as links; what was typed is kept."""
    links = [
        tag("a", label, href=page_address("try", {**frame.address, "way": None if way == "paste" else way}),
            aria_current="true" if way == chosen else None, data_key=f"way-{way}")
        for way, label in WAYS.items()
    ]
    return tag("nav", joined(links), class_="cc-chips", aria_label="Way")


main()
