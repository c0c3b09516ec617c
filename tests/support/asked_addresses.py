"""Ask the public addresses over HTTP, without Streamlit: routes and middleware as the app has them, in this process.

    def test_something(asked):
        answer = asked(folder)("/api/claims.csv")
        assert answer.status == 200 and answer.headers["ETag"]
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import Any

import pytest
import streamlit
import uvicorn
from starlette.applications import Starlette
from starlette.responses import FileResponse
from starlette.routing import Route

from ledger.store.live_snapshot import Live
from pages.parts.public.served import MIDDLEWARE, ROUTES
from tests.support.app_servers import until
from tests.support.kept_live import REAL, forget, look_at

# What Streamlit sends for every page.
PAGE = Path(streamlit.__file__).parent / "static/index.html"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


Ask = Callable[..., Answer]


@contextmanager
def answering() -> Iterator[Ask]:
    """The addresses of the data folder that LEDGER_DATA names, for the length of a block."""
    routes = [*ROUTES, Route("/{rest:path}", lambda request: FileResponse(PAGE))]
    bound = socket.create_server(("127.0.0.1", 0))
    port = bound.getsockname()[1]
    config = uvicorn.Config(Starlette(routes=routes, middleware=MIDDLEWARE), log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()

    def ask(address: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request(method, address, headers={"Host": "count.example", **(headers or {})})
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer

    until(lambda: server.started, what="the addresses answer")
    yield ask
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def addresses() -> Iterator[Ask]:
    """The addresses, answering for as long as there are tests: to start and to end takes them a fifth of a second, and
    whose data they give is asked for each answer."""
    with answering() as ask:
        yield ask


@pytest.fixture
def asked(
    monkeypatch: pytest.MonkeyPatch, shared_store: Path, real_live: Live, addresses: Ask
) -> Iterator[Callable[[Path], Ask]]:
    """Call with a data folder; gives a function that asks an address of it."""
    monkeypatch.setenv("LEDGER_STORE", str(shared_store))

    def of(folder: Path) -> Ask:
        look_at(folder, monkeypatch)
        return addresses

    yield of
    forget()


@pytest.fixture(scope="module")
def asked_here(shared_store: Path, real_live: Live, addresses: Ask) -> Iterator[Ask]:
    """The addresses of the project's own data, for tests that only read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEDGER_STORE", str(shared_store))
        look_at(REAL, patch)
        yield addresses
        forget()
