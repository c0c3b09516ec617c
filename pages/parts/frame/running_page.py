"""What app.py gives every page: one snapshot of the store, the phase and the moment T."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import pandas as pd
import streamlit as st

from charts.words import local
from ledger.store.live_snapshot import Snapshot
from queries.ask_store import Store

APP = Path(__file__).resolve().parents[3] / "app.py"


@dataclass(frozen=True)
class Frame:
    """One run of a page. `at` is the moment T (naive UTC) or None for the latest; `as_of` is never None where
    anything was said: the last moment at which something was said, up to T."""

    snapshot: Snapshot
    store: Store
    zone: str
    phase: str
    phase_name: str
    at: datetime | None
    as_of: datetime | None
    pages_read: int

    @property
    def fingerprint(self) -> str:
        """Names the store, for caching what was drawn from it."""
        return self.snapshot.fingerprint

    @property
    def data_version(self) -> str:
        """What to cite: names the contents of the data folder."""
        return self.snapshot.facts["data_version"]

    @property
    def whole(self) -> str:
        """What a figure without a place counts, as dataset.yaml says it: `the whole war`."""
        return self.snapshot.facts["whole"]

    @property
    def phase_word(self) -> str:
        """What dataset.yaml calls a phase; `phase_words` are several."""
        return self.snapshot.facts["phase_word"]

    @property
    def phase_words(self) -> str:
        """Several of them."""
        return f"{self.phase_word}s"

    @property
    def address(self) -> dict[str, str | None]:
        """Phase and moment as the address holds them: every link to a page of ours takes them along."""
        return {"phase": self.phase, "at": moment_label(self.at, True, self.zone) if self.at is not None else None}


@lru_cache(maxsize=2000)  # every link of a page holds the same moment
def moment_label(moment: datetime, has_time: bool, zone: str) -> str:
    """`2026-01-31` for the end of that day, `2026-01-31T18:10` where the data have a time of day."""
    if has_time and local(moment, zone).strftime("%H:%M") != "00:00":
        return f"{local(moment, zone):%Y-%m-%dT%H:%M}"
    return f"{local(pd.Timestamp(moment) - pd.Timedelta(seconds=1), zone):%Y-%m-%d}"


_running: ContextVar[Frame | None] = ContextVar("frame", default=None)


@contextmanager
def running(frame: Frame) -> Iterator[None]:
    """app.py runs a page inside this."""
    token = _running.set(frame)
    try:
        yield
    finally:
        _running.reset(token)


def current_frame() -> Frame | None:
    """The frame of the page that is running, or None outside of one."""
    return _running.get()


def this_page() -> Frame:
    """The frame of this run; the first thing every page calls.

    Until app.py has run once in a server process, a deep link runs its page without it: then app.py is run here
    and the page stops, so that navigation, banner and controls are there from the first visit.
    """
    frame = _running.get()
    if frame is None:
        runpy.run_path(str(APP), run_name="__main__")
        st.stop()
    return frame
