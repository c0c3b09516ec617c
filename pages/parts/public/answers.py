"""How every public address answers: read only, open to other sites, with the data version, errors in one shape."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.live_store import live
from pages.parts.public.asked_view import LONGEST, NotAnswered
from pages.parts.public.kept_bytes import at_address, kept_bytes, remember

READING = ("GET", "HEAD")
METHODS = [*READING, "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Disposition",
    "X-Content-Type-Options": "nosniff",
}
# Asked again after ten seconds, and then with the ETag: an edit shows, and a figure is sent once.
FRESH = "public, max-age=10, must-revalidate"
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "png": "image/png",
    "xml": "application/atom+xml; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True)
class Sent:
    """What an address sends: how it is made (only if nobody has it yet), its kind and, for a file to keep, its name
    without data version and ending. `key` tells the answers of one data version apart;
    what does not last says something else tomorrow."""

    key: str
    kind: str
    make: Callable[[], bytes]
    name: str = ""
    lasts: bool = True


Endpoint = Callable[[Request], Response]


def public(answer: Callable[[Request, Snapshot], Sent]) -> Endpoint:
    """The endpoint of a route: `answer` is asked with the snapshot taken once, and may raise NotAnswered."""

    @wraps(answer)
    def endpoint(request: Request) -> Response:
        try:
            if request.method == "OPTIONS":
                return Response(status_code=204, headers={**OPEN, **_asked_before(request)})
            if request.method not in READING:
                raise NotAnswered(405, "These addresses are for reading: use GET.")
            if len(request.url.query) > LONGEST:
                raise NotAnswered(414, f"The address is too long; {LONGEST} characters are enough for every question.")
            snapshot = live().snapshot
            address = f"{request.base_url}{request.url.path}?{request.url.query}"
            known = at_address(snapshot.fingerprint, address)
            if known is not None:
                (key, kind, name), content = known
                return send(request, snapshot, Sent(key, kind, lambda: content, name))
            sent = answer(request, snapshot)
            response = send(request, snapshot, sent)
            if sent.lasts:
                remember(snapshot.fingerprint, address, (sent.key, sent.kind, sent.name))
            return response
        except NotAnswered as reason:
            return failed(reason)
        except Exception as error:
            # Only what kind of fault: its text may hold what was sent, or a path of this machine.
            logging.getLogger(__name__).error("%s could not be answered: %s", answer.__name__, type(error).__name__)
            return failed(NotAnswered(500, "This could not be answered. Try another address, or report this one."))

    return endpoint


def send(request: Request, snapshot: Snapshot, sent: Sent) -> Response:
    """The answer with its headers, or 304 for who has it already."""
    tag = f'W/"{snapshot.fingerprint}.{sent.kind}"'  # the fingerprint begins with the data version
    headers = {**OPEN, "ETag": tag, "Cache-Control": FRESH}
    if tag.removeprefix("W/") in re.findall(r'"[^"]*"', request.headers.get("if-none-match", "")[:LONGEST]):
        return Response(status_code=304, headers=headers)
    content = kept_bytes(snapshot.fingerprint, sent.key, sent.make)
    if sent.name:
        file = f"{file_stem(sent.name)}-{snapshot.facts['data_version']}.{sent.kind}"
        headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return Response(content, media_type=MEDIA[sent.kind], headers=headers)


def failed(reason: NotAnswered) -> JSONResponse:
    """An error as JSON: its status, and a sentence that says what to do."""
    headers = {**OPEN, "Cache-Control": "no-store"}
    if reason.status == 405:
        headers["Allow"] = "GET, HEAD, OPTIONS"
    if reason.status in (429, 503):
        headers["Retry-After"] = "2"
    return JSONResponse({"status": reason.status, "error": str(reason)}, reason.status, headers)


def file_stem(name: str) -> str:
    """Words of an address as a file's name."""
    return re.sub(r"[^A-Za-z0-9._~-]+", "-", name)[:150].strip("-.")


def _asked_before(request: Request) -> dict[str, str]:
    """What a browser asks before it reads from another site."""
    return {"Access-Control-Allow-Methods": "GET, HEAD, OPTIONS", "Access-Control-Allow-Headers": "If-None-Match"}
