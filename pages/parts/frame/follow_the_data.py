"""An open page follows the data folder: no click, no reload."""

from __future__ import annotations

import streamlit as st

from ledger.store.live_snapshot import Live

LOOK_EVERY = 0.8


@st.cache_resource(show_spinner="Reading the data folder …", on_release=Live.stop)
def live() -> Live:
    """The one watcher of this server process."""
    return Live()


@st.fragment(run_every=LOOK_EVERY)
def follow(number: int) -> None:
    """Run the page again when the snapshot it was drawn from is no longer the newest."""
    if live().snapshot.number != number:
        st.rerun()
