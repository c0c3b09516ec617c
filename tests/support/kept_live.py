"""The project's own data, read and checked once for all tests of a worker that only read them.

Reading and checking them takes a second or two, and hundreds of tests want them. A folder that a test made is read by a
watcher of its own, as in a server that has just been started.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from ledger.store.live_snapshot import Live
from pages.parts.frame import live_store
from tests.support.paths import ROOT

REAL = ROOT / "data"


@pytest.fixture(scope="session")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder of stores for all tests of this run and all its workers: each dataset is built once."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "stores"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def real_live(shared_store: Path) -> Iterator[Live]:
    """The project's own data as every page sees them; nothing may be written there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEDGER_STORE", str(shared_store))
        made = Live(REAL, watch=False)
    yield made
    made.close()


def look_at(folder: Path, real: Live, patch: pytest.MonkeyPatch) -> None:
    """Pages and public addresses read this folder from now on."""
    forget(real)
    patch.setenv("LEDGER_DATA", str(folder))
    if folder == REAL:
        sys.modules["contested_count_kept"].__dict__["live"] = real


def forget(real: Live) -> None:
    """Another data folder needs another watcher; that of the real data is put away, not closed."""
    kept = sys.modules["contested_count_kept"].__dict__
    if kept.get("live") is real:
        del kept["live"]
    else:
        live_store.forget()
        st.cache_data.clear()
