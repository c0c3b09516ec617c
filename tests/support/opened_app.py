"""Open a page through app.py without a browser, on any data folder. tests/conftest.py imports the fixture."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.parts.frame import live_store
from tests.support.paths import ROOT

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder of stores for the tests of this run: each dataset is built once."""
    return tmp_path_factory.mktemp("stores")


@pytest.fixture
def open_app(monkeypatch: pytest.MonkeyPatch, shared_store: Path) -> Iterator[Open]:
    """Call with a page's stem, a data folder (default: the project's) and what the address says.

    at = open_app("overview", phase="Phase 1 (August 2024)", at="2024-08-26")
    assert not at.exception
    """
    monkeypatch.setenv("LEDGER_STORE", str(shared_store))
    monkeypatch.delenv("LEDGER_DATA", raising=False)

    def open_page(page: str, folder: Path | None = None, **address: str) -> AppTest:
        if folder is not None and os.environ.get("LEDGER_DATA") != str(folder):
            _forget()
            monkeypatch.setenv("LEDGER_DATA", str(folder))
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for key, value in address.items():
            at.query_params[key] = value
        at.switch_page(f"pages/{page}.py")
        return at.run()

    _forget()
    yield open_page
    _forget()


def _forget() -> None:
    """A new data folder needs a new watcher."""
    live_store.forget()
    st.cache_data.clear()
