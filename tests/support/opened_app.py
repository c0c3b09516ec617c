"""Open a page through app.py without a browser, on any data folder. tests/conftest.py imports the fixture."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from ledger.store.live_snapshot import Live
from tests.support.kept_live import REAL, forget, look_at
from tests.support.paths import ROOT

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
Open = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Streamlit looks through all that is installed for components each time a page is opened here, as a server does
    when it starts: a tenth of a second, and nothing is installed while tests run."""
    with pytest.MonkeyPatch.context() as patch:
        found = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", found)
        yield


@pytest.fixture
def open_app(monkeypatch: pytest.MonkeyPatch, shared_store: Path, real_live: Live) -> Iterator[Open]:
    """Call with a page's stem, a data folder (default: the project's) and what the address says.

    at = open_app("overview", phase="Phase 1 (August 2024)", at="2024-08-26")
    assert not at.exception
    """
    monkeypatch.setenv("LEDGER_STORE", str(shared_store))
    look_at(REAL, monkeypatch)

    def open_page(page: str, folder: Path | None = None, **address: str) -> AppTest:
        if folder is not None and os.environ.get("LEDGER_DATA") != str(folder):
            look_at(folder, monkeypatch)
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for key, value in address.items():
            at.query_params[key] = value
        at.switch_page(f"pages/{page}.py")
        return at.run()

    yield open_page
    forget()
