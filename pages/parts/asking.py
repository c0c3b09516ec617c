"""Answers kept by the store's fingerprint and the question's arguments, for all readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from ledger.live import Snapshot
from pages.parts.frame import Frame

Answer = TypeVar("Answer")
KEPT_ANSWERS = 300


def answer(question: Callable[..., Answer], frame: Frame, *arguments: Any) -> Answer:
    """`question(store, *arguments)`, asked once per fingerprint and arguments. Treat what comes back as read-only."""
    return answer_from(frame.snapshot, question, *arguments)


def answer_from(snapshot: Snapshot, question: Callable[..., Answer], *arguments: Any) -> Answer:
    """The same, before there is a frame."""
    name = f"{question.__module__}.{question.__qualname__}"
    return _kept(name, snapshot.fingerprint, arguments, question, snapshot)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _kept(name: str, fingerprint: str, arguments: tuple, _question: Callable, _snapshot: Snapshot) -> Any:
    return _question(_snapshot.connection, *arguments)
