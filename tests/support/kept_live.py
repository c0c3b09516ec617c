"""Data folders that tests only read, read and checked once: the project's own for all tests of a worker.

Reading and checking them takes a second or two, and hundreds of tests want them. A folder that a test writes is read by
a watcher of its own, as in a server that has just been started.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest
import streamlit as st

from ledger.store.live_snapshot import Live
from pages.parts.frame import live_store
from tests.support.paths import ROOT
from tests.support.whole_run import shared_folder

REAL = ROOT / "data"
LASTING: dict[Path, Live] = {}


@pytest.fixture(scope="session")
def shared_store() -> Path:
    """One folder of stores for all tests of this run and all its workers: each dataset is built once."""
    return shared_folder("stores")


@contextmanager
def lasting(folder: Path, store: Path) -> Iterator[Live]:
    """One watcher of a folder that nobody writes to, for all pages opened on it during a block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEDGER_STORE", str(store))
        made = LASTING[folder] = Live(folder, watch=False)
    yield made
    del LASTING[folder]
    made.close()


@pytest.fixture(scope="session")
def real_live(shared_store: Path) -> Iterator[Live]:
    """The project's own data as every page sees them; nothing may be written there."""
    with lasting(REAL, shared_store) as made:
        yield made


@pytest.fixture(scope="session")
def real_store(real_live: Live) -> duckdb.DuckDBPyConnection:
    """The store of the project's own data, read only."""
    assert real_live.snapshot.connection is not None
    return real_live.snapshot.connection


def look_at(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Pages and public addresses read this folder from now on."""
    forget()
    patch.setenv("LEDGER_DATA", str(folder))
    if folder in LASTING:
        sys.modules["contested_count_kept"].__dict__["live"] = LASTING[folder]


def forget() -> None:
    """Another data folder needs another watcher; one that lasts is put away, not closed."""
    kept = sys.modules["contested_count_kept"].__dict__
    if any(kept.get("live") is one for one in LASTING.values()):
        del kept["live"]
    else:
        live_store.forget()
        st.cache_data.clear()
