"""The one stylesheet."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

SHEET = Path(__file__).with_name("style.css")


def draw_style() -> None:
    """Give the page its type, tables and print rules."""
    st.html(SHEET)
