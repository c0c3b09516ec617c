"""The one stylesheet, and the one script."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

SHEET = Path(__file__).with_name("style.css")
PICTURE = Path(__file__).with_name("save_picture.js")


def draw_style() -> None:
    """Give the page its type, tables and print rules, and the script that saves charts as pictures.

    The script is a file of ours and takes nothing from the data; what it saves is what is drawn.
    """
    st.html(SHEET)
    st.html(f"<div hidden></div><script>{PICTURE.read_text(encoding='utf-8')}</script>", unsafe_allow_javascript=True)
