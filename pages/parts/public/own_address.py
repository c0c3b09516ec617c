"""Where this app is reached, for addresses that must be whole: in previews, on cards, in the feed."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.requests import HTTPConnection

HOST = re.compile(r"([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?")
PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)*")


def own_address(request: HTTPConnection, *, below: int = 1) -> str:
    """Scheme, host and path above the page, without a slash at the end; LEDGER_ADDRESS where the host knows it better.
    Who asks may write anything into `Host`: what is no host is left out. `below` is how many parts of the path are
    the address's own."""
    if set_by_host := os.environ.get("LEDGER_ADDRESS"):
        return set_by_host.rstrip("/")
    host = request.headers.get("host", "")
    above = "/".join(request.url.path.split("/")[:-below])
    shown = above if PREFIX.fullmatch(above) else ""
    return f"{request.url.scheme}://{host}{shown}" if HOST.fullmatch(host) else shown


def written(base: str, page: str, parameters: Mapping[str, str]) -> str:
    """An address of ours; what ids are made of stays as it is."""
    chosen = {name: value for name, value in parameters.items() if value}
    return f"{base}/{page}{'?' + urlencode(chosen, safe='~:') if chosen else ''}"
