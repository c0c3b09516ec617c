"""The app served for tests. tests/conftest.py imports the fixtures.

    def test_something(server, visit):                  # the shared server, real data: read only
        page = visit(server.url("overview", phase="Phase 1 (August 2024)"))

    def test_an_edit(serve, visit):                     # a server of one's own: `data` is a copy to edit
        running = serve()                               # or serve(folder), serve(folder, store=kept_store)
        page = visit(running.url())
        (running.data / "groups.yaml").write_text("[")

The server of the real data is started once for all workers. Nothing here sleeps: `until(condition)` waits for what is
to come true.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import psutil
import pytest
from playwright.sync_api import Browser

from bench.server import START_TIMEOUT, answers, free_port, health_of, stop
from tests.support.forked_streamlit import forked
from tests.support.paths import ROOT
from tests.support.whole_run import ENDS_WITH_THE_RUN, ends_with_the_run, first_here, shared_folder, told_in

PATIENCE = 30.0
PORTS: list[int] = []
Serve = Callable[..., "Running"]


@dataclass(frozen=True)
class Running:
    """One server process: its address, the folder it reads and where it keeps its stores and its log."""

    port: int
    data: Path
    store: Path
    log: Path
    process: psutil.Process

    @property
    def address(self) -> str:
        """Without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def url(self, page: str = "", **parameters: str) -> str:
        """The address of a page by its file's stem ("" for the first) in a given state."""
        return f"{self.address}/{page}{'?' + urlencode(parameters) if parameters else ''}"

    def said(self) -> str:
        """What the process has printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""


def until(condition: Callable[[], object], seconds: float = PATIENCE, what: str = "") -> float:
    """Wait for a condition to come true, and give the seconds it took; AssertionError if it never does."""
    start, pause = time.monotonic(), threading.Event()
    while not condition():
        assert time.monotonic() - start < seconds, f"not within {seconds} s: {what or condition}"
        pause.wait(0.02)
    return time.monotonic() - start


def started(
    data: Path,
    store: Path,
    log: Path,
    environment: dict[str, str] | None = None,
    *,
    root: Path = ROOT,
    by_command: bool = False,
) -> Running:
    """Serve this project, reading `data` itself, not a copy, until it is stopped: forked from a process that has
    imported what a server imports, or by the command of the README, which takes twice as long."""
    port = port_to_share()
    arguments = ["run", "app.py", "--server.headless", "true"]
    arguments += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    variables = {**inherited, "LEDGER_DATA": str(data), "LEDGER_STORE": str(store), **(environment or {})}
    process = (commanded if by_command else forked)(arguments, root, variables, log)
    running = Running(port, data, store, log, process)
    if not answers(health_of(port), process):
        stop(process)
        raise RuntimeError(f"app.py does not start:\n{running.said()}")
    return running


@contextmanager
def served(
    data: Path, store: Path, log: Path, environment: dict[str, str] | None = None, *, root: Path = ROOT
) -> Iterator[Running]:
    """Serve this project for the length of a block."""
    running = started(data, store, log, environment, root=root)
    try:
        yield running
    finally:
        stop(running.process)


def port_to_share() -> int:
    """The first of this worker's ports that no server holds, else a new one. A browser keeps scripts and what it has
    compiled of them by their address, so servers that follow one another are best found at the same one."""
    for port in PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as a server does, right after another's end
            with suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    PORTS.append(free_port())
    return PORTS[-1]


def commanded(arguments: list[str], root: Path, variables: dict[str, str], log: Path) -> psutil.Process:
    """`python -m streamlit` with these arguments."""
    with log.open("ab") as output:
        command = [sys.executable, "-m", "streamlit", *arguments]
        return psutil.Popen(command, cwd=root, env=variables, stdin=subprocess.DEVNULL, stdout=output, stderr=output)


def copied(folder: Path | None, to: Path) -> Path:
    """A copy of a data folder (default: the project's) that a test may edit."""
    return Path(shutil.copytree(folder or ROOT / "data", to))


@pytest.fixture
def serve(browser: Browser, tmp_path: Path) -> Iterator[Serve]:
    """Start a fresh server, with a copy of the data and an empty store folder unless told otherwise."""
    number = 0
    with ExitStack() as stack:

        def start(
            data_folder: Path | None = None,
            *,
            store: Path | None = None,
            environment: dict[str, str] | None = None,
            copy: bool = True,
        ) -> Running:
            nonlocal number
            number += 1
            home = tmp_path / f"server-{number}"
            home.mkdir()
            data = data_folder if data_folder and not copy else copied(data_folder, home / "data")
            kept = store or home / "store"
            return stack.enter_context(served(data, kept, home / "log.txt", environment))

        yield start


@pytest.fixture(scope="session")
def server(browser: Browser, shared_store: Path) -> Running:
    """One server on the real data for all tests of all workers that only read. The first who needs it starts it, as a
    reader of the README does; it ends with the run."""
    home = shared_folder("server")
    data, log = home / "data", home / "log.txt"
    if first_here(home):
        running = started(copied(None, data), shared_store, log, by_command=True)
        ends_with_the_run(home, running.process, port=running.port)
    note = home / ENDS_WITH_THE_RUN
    until(note.exists, START_TIMEOUT + PATIENCE, "the server of all workers answers")
    told = told_in(note)
    return Running(told["port"], data, shared_store, log, psutil.Process(told["pid"]))
