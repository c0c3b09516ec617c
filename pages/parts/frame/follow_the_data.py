"""An open page follows the data folder: no click, no reload."""

from __future__ import annotations

import streamlit as st

from pages.parts.frame.live_store import live

LOOK_EVERY = 0.8


@st.fragment(run_every=LOOK_EVERY)
def follow(number: int) -> None:
    """Run the page again when the snapshot it was drawn from is no longer the newest."""
    if live().snapshot.number != number:
        st.rerun()
