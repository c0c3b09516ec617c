"""The look of the Checks page's bars and sums."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

SHEET = Path(__file__).with_name("checks.css")


def draw_checks_style() -> None:
    """Give the page its bars and sums; takes no room on the page."""
    st.html(SHEET)
