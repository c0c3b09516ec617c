"""Answers kept by the store's fingerprint and the question's arguments, for all readers."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition
from typing import Any, TypeVar

import streamlit as st
from cachetools import LRUCache, cached

from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.running_page import Frame

Answer = TypeVar("Answer")
KEPT_ANSWERS = 300
KEPT_DRAWINGS = 200


def answer(question: Callable[..., Answer], frame: Frame, *arguments: Any) -> Answer:
    """`question(store, *arguments)`, asked once per fingerprint and arguments. All readers share what comes back: it is
    never changed in place (a copy for each run took longer than drawing the page)."""
    return answer_from(frame.snapshot, question, *arguments)


def answer_from(snapshot: Snapshot, question: Callable[..., Answer], *arguments: Any) -> Answer:
    """The same, before there is a frame."""
    key = (named(question), snapshot.fingerprint, arguments)
    return _kept(key, lambda: question(snapshot.connection, *arguments))


@cached(LRUCache(KEPT_ANSWERS), key=lambda key, make: key, condition=Condition())
def _kept(key: tuple, make: Callable[[], Any]) -> Any:
    """Made by one reader while the others wait. A page asks thirty times in a run, and `st.cache_resource`, which
    hashes its key for other processes too, takes a hundred times as long to find what it has."""
    return make()


def named(function: Callable) -> str:
    """What sets the answers and drawings of one function apart from those of others."""
    return f"{function.__module__}.{function.__qualname__}"


def kept(make: Callable[..., Answer], frame: Frame, *arguments: Any) -> Answer:
    """`make(frame, *arguments)`, made once for all readers of this phase and moment. It is shared and never changed in
    place, and holds neither the frame nor its store, which would outlive the next save."""
    key = (named(make), frame.fingerprint, frame.phase, frame.at, arguments)
    return _kept(key, lambda: make(frame, *arguments))


def drawn(draw: Callable[..., None], frame: Frame, *arguments: Any) -> None:
    """`draw(frame, *arguments)`, drawn once for all readers and then replayed: Streamlit keeps the finished elements.

    Making a page's tables and figures takes a hundred times as long as sending them. `draw` may hold anything but
    widgets (no buttons, selectors or downloads: those stand outside), and depends on nothing but its arguments, which
    are told apart by their `repr`.
    """
    # As one string: Streamlit hashes a tuple part by part, which for a hundred ids takes longer than sending them.
    key = repr((named(draw), frame.fingerprint, frame.phase, frame.at, theme_now(), arguments))
    _drawn(key, lambda: draw(frame, *arguments))


def theme_now() -> str | None:
    """The reader's theme, "light" or "dark": charts are inked for it."""
    return getattr(st.context.theme, "type", None)


@st.cache_data(max_entries=KEPT_DRAWINGS, show_spinner=False)
def _drawn(key: str, _draw: Callable[[], None]) -> None:
    _draw()
