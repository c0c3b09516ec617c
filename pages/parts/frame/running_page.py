"""What app.py gives every page: one snapshot of the store, the phase and the moment T."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
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
    first_phase: str = ""  # the name of the phase shown where the address names none

    @property
    def fingerprint(self) -> str:
        """Names the store, for caching what was drawn from it."""
        return self.snapshot.fingerprint

    @property
    def data_version(self) -> str:
        """What to cite: names the contents of the data folder."""
        return self.snapshot.facts["data_version"]


    @property
    def address(self) -> dict[str, str | None]:
        """Phase and moment as the address holds them: every link to a page of ours takes them along."""
        at = moment_label(self.at, True, self.zone) if self.at is not None else None
        return {"phase": self.phase_in_address(self.phase_name), "at": at}

    def phase_in_address(self, name: str) -> str | None:
        """The phase as a link should name it: not at all where it is shown anyway. Streamlit takes a control's own
        default out of the address with a new entry in the history, from which Back leads to the same page."""
        return None if name == self.first_phase else name


def moment_label(moment: datetime, has_time: bool, zone: str) -> str:
    """`2026-01-31` for the end of that day, `2026-01-31 18:10` where the data have a time of day."""
    if has_time and local(moment, zone).strftime("%H:%M") != "00:00":
        return f"{local(moment, zone):%Y-%m-%d %H:%M}"
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
