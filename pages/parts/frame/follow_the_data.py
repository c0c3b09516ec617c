"""An open page follows the data folder: no click, no reload."""

from __future__ import annotations

from weakref import WeakSet

import streamlit as st

from pages.parts.frame.live_store import KEPT, live

LOOK_EVERY = 0.8
# A look costs the server some eight milliseconds: this leaves four fifths of a processor to clicks, however many pages
# are open. Up to twenty pages look every 0.8 seconds, two hundred every eight.
EACH = 0.04


class Reader:
    """Stands for one open page; it goes with its session."""


_OPEN: WeakSet[Reader] = KEPT.__dict__.setdefault("readers", WeakSet())


def open_pages() -> int:
    """How many pages are open on this server."""
    return len(_OPEN)


def look_every(pages: int) -> float:
    """Seconds from one look of a page to its next where so many are open."""
    return max(LOOK_EVERY, EACH * pages)


def follow(number: int) -> None:
    """Run the page again when the snapshot it was drawn from is no longer the newest."""
    _OPEN.add(st.session_state.setdefault("reader", Reader()))
    st.fragment(look, run_every=look_every(open_pages()))(number)


def look(number: int) -> None:
    """One look at whether there is a newer snapshot."""
    if live().snapshot.number != number:
        st.rerun()
