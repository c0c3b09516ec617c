"""Answers kept by the store's fingerprint and the question's arguments, for all readers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import streamlit as st

from ledger.live import Snapshot
from pages.parts.frame import Frame

Answer = TypeVar("Answer")
KEPT_ANSWERS = 300
KEPT_DRAWINGS = 200


def answer(question: Callable[..., Answer], frame: Frame, *arguments: Any) -> Answer:
    """`question(store, *arguments)`, asked once per fingerprint and arguments. All readers share what comes back: it is
    never changed in place (a copy for each run took longer than drawing the page)."""
    return answer_from(frame.snapshot, question, *arguments)


def answer_from(snapshot: Snapshot, question: Callable[..., Answer], *arguments: Any) -> Answer:
    """The same, before there is a frame."""
    name = f"{question.__module__}.{question.__qualname__}"
    return _kept(name, snapshot.fingerprint, arguments, question, snapshot)


@st.cache_resource(max_entries=KEPT_ANSWERS, show_spinner=False)
def _kept(name: str, fingerprint: str, arguments: tuple, _question: Callable, _snapshot: Snapshot) -> Any:
    return _question(_snapshot.connection, *arguments)


def kept(make: Callable[..., Answer], frame: Frame, *arguments: Any) -> Answer:
    """`make(frame, *arguments)`, made once for all readers of this phase and moment. It is shared and never changed in
    place, and holds neither the frame nor its store, which would outlive the next save."""
    name = f"{make.__module__}.{make.__qualname__}"
    return _made(name, frame.fingerprint, frame.phase, frame.at, arguments, make, frame)


@st.cache_resource(max_entries=KEPT_ANSWERS, show_spinner=False)
def _made(
    name: str, fingerprint: str, phase: str, at: datetime | None, arguments: tuple, _make: Callable, _frame: Frame
) -> Any:
    return _make(_frame, *arguments)


def drawn(draw: Callable[..., None], frame: Frame, *arguments: Any) -> None:
    """`draw(frame, *arguments)`, drawn once for all readers and then replayed: Streamlit keeps the finished elements.

    Making a page's tables and figures takes a hundred times as long as sending them. `draw` may hold anything but
    widgets (no buttons, selectors or downloads: those stand outside), and depends on nothing but its arguments.
    """
    name = f"{draw.__module__}.{draw.__qualname__}"
    theme = getattr(st.context.theme, "type", None)
    _drawn(name, frame.fingerprint, frame.phase, frame.at, theme, arguments, draw, frame)


@st.cache_data(max_entries=KEPT_DRAWINGS, show_spinner=False)
def _drawn(
    name: str,
    fingerprint: str,
    phase: str,
    at: datetime | None,
    theme: str | None,
    arguments: tuple,
    _draw: Callable[..., None],
    _frame: Frame,
) -> None:
    _draw(_frame, *arguments)
