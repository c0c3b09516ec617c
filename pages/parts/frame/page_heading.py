"""The head of every page: the dataset, the page's title, and what the figures are and are not."""

from __future__ import annotations

import streamlit as st

from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.markup import show, tag


def draw_heading(snapshot: Snapshot, title: str) -> None:
    """The dataset's title small, the page's title large."""
    show(tag("p", snapshot.facts["title"], class_="dataset-title"))
    st.title(title, anchor=False)
