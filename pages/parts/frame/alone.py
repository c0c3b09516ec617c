"""One picture alone, for other people's pages: `?embed=true&show=<picture>` (design.md §8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

TELL_HEIGHT = Path(__file__).with_name("tell_height.js")


@dataclass(frozen=True)
class Alone:
    """The picture asked for, and where its heading and its chart go: pages draw theirs in columns and after others."""

    key: str
    head: DeltaGenerator
    body: DeltaGenerator

    def holds(self, key: str) -> bool:
        """Whether a chart is this picture, or the same one for narrow screens."""
        return key in (self.key, f"{self.key}-phone")


_alone: ContextVar[Alone | None] = ContextVar("alone", default=None)


def picture_asked_for(parameters: Mapping[str, str]) -> str | None:
    """The key of the picture that an address wants alone."""
    return parameters.get("show") if parameters.get("embed") == "true" else None


@contextmanager
def alone_on_the_page(key: str) -> Iterator[None]:
    """Inside this only the picture is drawn; draw_picture() ends the run behind it."""
    script = TELL_HEIGHT.read_text(encoding="utf-8")
    st.html(f'<div class="cc-alone" hidden></div><script>{script}</script>', unsafe_allow_javascript=True)
    token = _alone.set(Alone(key, st.container(), st.container()))
    try:
        yield
    finally:
        _alone.reset(token)


def alone() -> Alone | None:
    """What is drawn alone in this run, or None on a page."""
    return _alone.get()
