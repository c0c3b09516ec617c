"""A folder in which nobody has said anything yet: every page says what to do next."""

from __future__ import annotations

import streamlit as st

from pages.parts.frame.kept_answers import answer
from pages.parts.frame.running_page import Frame
from queries.frame.phases_and_sides import phases

NEXT = """\
**Nothing has been entered yet.** What to do next:

1. Add the page you read to `reports/{phase}.yaml`, and what was said to `statements/{phase}/`: one file for each side.
   A new folder holds a first one of each to uncomment.
2. Or let *Try your YAML* write a statement for you, and paste it.
3. Or bring a spreadsheet: `python -m ledger import FILE.csv --into FOLDER --dry-run`.

The pages follow what you save, within about two seconds."""


def no_figure_yet(frame: Frame) -> str:
    """The heading of a phase in which nobody has given a figure."""
    return f"{frame.phase_name}: no figure yet"


def draw_nothing_yet(frame: Frame) -> None:
    """The next steps, while no phase of the folder holds a claim; nothing afterwards."""
    known = answer(phases, frame)
    if not known["claims"].sum():
        st.info(NEXT.format(phase=frame.phase))
