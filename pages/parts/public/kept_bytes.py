"""Finished answers, kept for the data version in use and bounded in bytes."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from cachetools import LRUCache

from pages.parts.public.asked_view import NotAnswered

KEPT = 48_000_000
ADDRESSES = 4000
PATIENCE = 15.0
_kept: LRUCache[str, bytes] = LRUCache(KEPT, getsizeof=len)
_addresses: LRUCache[str, tuple[str, str, str]] = LRUCache(ADDRESSES)
_of = ""
_looking = Lock()
# One for pages, which a reader waits for, one for all else: a large file holds up no page.
_making = {"page": Lock(), "file": Lock()}


def kept_bytes(version: str, key: str, make: Callable[[], bytes], lane: str = "file") -> bytes:
    """`make()`, made once for a data version. One is made at a time, so that whoever asks for much does not slow
    those who read the pages."""
    found = _found(version, key)
    if found is not None:
        return found
    if not _making[lane].acquire(timeout=PATIENCE):
        raise NotAnswered(503, "Too much is asked for at the same time; try again in a few seconds.")
    try:
        found = _found(version, key)
        return found if found is not None else _put(version, key, make())
    finally:
        _making[lane].release()


def at_address(version: str, address: str) -> tuple[tuple[str, str, str], bytes] | None:
    """What was sent for this very address before, and what it was: reading an address again takes longer than
    sending the answer."""
    with _looking:
        what = _addresses.get(address) if version == _of else None
        content = _kept.get(what[0]) if what else None
        return (what, content) if what and content is not None else None


def remember(version: str, address: str, what: tuple[str, str, str]) -> None:
    """That this address was answered with what is kept under this key; with its kind and its name."""
    with _looking:
        if version == _of:
            _addresses[address] = what


def _found(version: str, key: str) -> bytes | None:
    with _looking:
        return _kept.get(key) if version == _of else None


def _put(version: str, key: str, content: bytes) -> bytes:
    global _of
    with _looking:
        if version != _of:  # what was made of figures long replaced goes with them
            _kept.clear()
            _addresses.clear()
            _of = version
        if len(content) <= KEPT // 4:
            _kept[key] = content
    return content
