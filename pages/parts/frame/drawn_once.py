"""Drawings made once for all readers of a store, phase and moment, and then replayed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.parts.frame.kept_answers import named
from pages.parts.frame.running_page import Frame

KEPT_DRAWINGS = 100


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


def forget_drawings() -> None:
    """Nothing of a store that was replaced stays in memory."""
    _drawn.clear()


@st.cache_data(max_entries=KEPT_DRAWINGS, show_spinner=False)
def _drawn(key: str, _draw: Callable[[], None]) -> None:
    _draw()
