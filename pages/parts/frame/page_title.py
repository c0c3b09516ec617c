"""The title of the browser's tab: the page's finding, then the dataset."""

from __future__ import annotations

import streamlit as st

from pages.parts.frame.running_page import Frame


def name_page(finding: str, frame: Frame) -> None:
    """The same words as the heading of the page, its picture and its preview."""
    st.set_page_config(page_title=f"{finding} · {frame.snapshot.facts['title']}")
