"""Puts into the HTML that is sent for a page what that very address finds: its head, and its first screen."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from gzip import compress
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.live_store import live
from pages.parts.frame.markup import joined
from pages.parts.frame.page_names import FIRST, PAGES
from pages.parts.public.asked_view import LONGEST
from pages.parts.public.first_screen import first_screen
from pages.parts.public.first_sight import first_sight, font_links
from pages.parts.public.kept_bytes import kept_bytes
from pages.parts.public.own_address import own_address
from pages.parts.public.page_head import head_of

# Stands in what is kept for the address at which it will be sent.
SOMEWHERE = "https://own-address.invalid"
LEVEL = 5  # of compression: a page is a fifth as large then, for two milliseconds
EMBEDS = ("embed", "show", "embed_options")
# Of Streamlit's own page: a title without a word about ours, and a note that there is nothing without scripts.
ITS_TITLE = re.compile(rb"<title>.*?</title>", re.DOTALL)
ITS_NOTE = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
BODY = re.compile(rb"<body[^>]*>")
NEVER_ASKED = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}


class SentPage:
    """The middleware: the answer to a page's address is taken whole, changed and sent on; all others pass through."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if is_first_by_name(scope):
            query = scope.get("query_string", b"").decode("latin-1")
            await RedirectResponse(f"./?{query}" if query else "./")(scope, receive, send)
            return
        page = page_of(scope)
        if page is None:
            await self.app(scope, receive, send)
            return
        asked = [(name, value) for name, value in scope["headers"] if name not in NEVER_ASKED]
        first: list[Message] = []
        whole = bytearray()

        async def gather(message: Message) -> None:
            if message["type"] == "http.response.start":
                first.append(message)
                return
            whole.extend(message.get("body", b""))
            if not message.get("more_body", False):
                await finish()

        async def finish() -> None:
            headers = MutableHeaders(raw=first[0]["headers"])
            sent = bytes(whole)
            if first[0]["status"] == 200 and headers.get("content-type", "").startswith("text/html") and sent:
                request = HTTPConnection(scope)
                sent = await run_in_threadpool(with_finding, sent, page, request)
                headers["vary"] = "Accept-Encoding"
                if "gzip" in request.headers.get("accept-encoding", ""):
                    sent = await run_in_threadpool(compress, sent, LEVEL)
                    headers["content-encoding"] = "gzip"
                headers["content-length"] = str(len(sent))
                for name in ("etag", "last-modified", "accept-ranges"):  # those of the file, which is every page's
                    if name in headers:
                        del headers[name]
            await send({**first[0], "headers": headers.raw})
            await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else sent})

        # What only has its length asked for must be made all the same.
        await self.app({**scope, "method": "GET", "headers": asked}, receive, gather)


def is_first_by_name(scope: Scope) -> bool:
    """Whether the first page is asked for by the name of its file: its address is that of the app, and Streamlit knows
    no other."""
    return scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and scope["path"].endswith(f"/{FIRST}")


def page_of(scope: Scope) -> str | None:
    """The stem of the page that is asked for, or None for everything else."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    stem = scope["path"].rsplit("/", 1)[-1] or FIRST
    return stem if stem in PAGES and len(scope.get("query_string", b"")) <= LONGEST else None


def with_finding(html: bytes, page: str, request: HTTPConnection) -> bytes:
    """The page with its head and first screen, or as it was where that cannot be told."""
    snapshot = live().snapshot
    if snapshot.connection is None:  # a cold start with broken files: the page says what is wrong
        return html
    try:
        head, sight = found_at(page, request, snapshot)
    except Exception as error:  # a reader gets the page in any case
        logging.getLogger(__name__).error("no first sight of %s: %s", page, type(error).__name__)
        return html
    html = ITS_TITLE.sub(lambda _: head, html, count=1)
    if not sight:
        return html
    return BODY.sub(lambda body: body[0] + b"\n    " + sight, ITS_NOTE.sub(b"", html, count=1), count=1)


def found_at(page: str, request: HTTPConnection, snapshot: Snapshot) -> tuple[bytes, bytes]:
    """Head and first screen of an address; the screen is empty where the page is embedded in another."""
    query = dict(parse_qsl(request.url.query, max_num_fields=50))
    both = page_at(page, {name: value for name, value in query.items() if name not in EMBEDS}, snapshot)
    head, _, sight = both.replace(SOMEWHERE.encode(), own_address(request).encode()).partition(b"\0")
    return head, b"" if query.get("embed") == "true" else sight


def page_at(page: str, asked: Mapping[str, str], snapshot: Snapshot) -> bytes:
    """Head and first screen, parted by a zero byte, for whatever host they are sent from."""

    def make() -> bytes:
        screen = first_screen(page, snapshot, asked)
        return joined([font_links(), head_of(screen, SOMEWHERE)]).encode() + b"\0" + first_sight(screen).encode()

    return kept_bytes(snapshot.fingerprint, f"sent {page} {sorted(asked.items())}", make, "page")
