"""One server whose data folder tests edit, one after another. tests/conftest.py imports the fixtures.

    def test_an_edit(edited, visit):
        page = visit(edited.url("sources"))
        (edited.data / "groups.yaml").write_text("[")

Starting a server takes some three seconds; putting back what a test has written, and waiting until it is shown, half of
one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.support.app_servers import PATIENCE, Running, copied, served, until
from tests.support.conflicts import OTHER


@dataclass
class Edited:
    """A running server whose folder tests edit, one after another; each begins with the folder as it was at first."""

    running: Running
    version: str
    read: int = 0

    @property
    def data(self) -> Path:
        """The folder that is edited."""
        return self.running.data

    def url(self, page: str, **parameters: str) -> str:
        """As of Running."""
        return self.running.url(page, **parameters)

    def said(self) -> str:
        """What the process has printed since this test began."""
        return self.running.said()[self.read :]


def version(running: Running) -> str:
    """Names what the server shows."""
    with urlopen(f"{running.address}/api/claims.csv", timeout=PATIENCE) as answer:
        return str(answer.headers["ETag"])


def as_it_was(folder: Path) -> None:
    """Undo all that was written into a copy of the folder."""
    shutil.rmtree(folder / ".git", ignore_errors=True)
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        if not (OTHER / path.relative_to(folder)).exists():
            path.unlink()
    for path in [path for path in OTHER.rglob("*") if path.is_file()]:
        there = folder / path.relative_to(OTHER)
        if not there.exists() or there.read_bytes() != path.read_bytes():
            there.write_bytes(path.read_bytes())


@pytest.fixture(scope="session")
def edited_server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edited]:
    """One server on a copy of the spring raids for all tests that edit; `edited` gives it as it was at first."""
    home = tmp_path_factory.mktemp("edited")
    with served(copied(OTHER, home / "data"), home / "store", home / "log.txt") as running:
        yield Edited(running, version(running))


@pytest.fixture
def edited(edited_server: Edited) -> Edited:
    """The server and its folder, as before the first test."""
    as_it_was(edited_server.data)
    until(lambda: version(edited_server.running) == edited_server.version, what="the folder of the beginning is shown")
    edited_server.read = len(edited_server.running.said())
    return edited_server
