"""Answers kept by the store's fingerprint and the question's arguments, for all readers, as long as the store is
used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime
from threading import Lock
from typing import Any, NamedTuple, TypeVar

import pandas as pd
from cachetools import LRUCache

from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.running_page import Frame

Answer = TypeVar("Answer")
MOST_BYTES = 60_000_000
LARGEST = MOST_BYTES // 4
MEASURED = 12  # parts of a list or a mapping, for all of them
# What holds nothing else.
PLAIN = frozenset({str, int, float, bool, type(None), datetime})


def size_of(value: Any, seen: set[int] | None = None) -> int:
    """Bytes of an answer, near enough to bound what is kept: text and frames as they are, what holds others by its
    parts, each counted once. Of many parts some are counted for all: measuring each cell of a table took as long as
    asking for it."""
    if type(value) in PLAIN:
        return sys.getsizeof(value)
    seen = set() if seen is None else seen
    if id(value) in seen:
        return 8
    if isinstance(value, pd.DataFrame | pd.Series):
        columns = value.to_frame() if isinstance(value, pd.Series) else value
        return int(columns.memory_usage(deep=True).sum()) + 1000
    seen.add(id(value))
    if isinstance(value, Mapping):
        return 200 + 60 * len(value) + _parts(list(value.values()), seen)
    if isinstance(value, list | tuple | set | frozenset):
        return 60 + _parts(list(value), seen)
    inside = getattr(value, "__dict__", None)
    if not inside or isinstance(value, type):
        return sys.getsizeof(value, 500)
    return size_of(inside, seen)


def _parts(parts: list[Any], seen: set[int]) -> int:
    """Bytes of all parts: of each, or of so many of them, from the first to the last, times how many more there are."""
    some = parts if len(parts) <= MEASURED else parts[:: len(parts) // MEASURED]
    return sum(size_of(part, seen) for part in some) * len(parts) // len(some) if some else 0


class _Kept(NamedTuple):
    """An answer and the bytes that keeping it takes."""

    value: Any
    size: int


def _to_keep(value: Any) -> _Kept:
    """An answer, measured; larger than there is room for where it would drive out most others, which were then made
    again and again while a page is drawn."""
    size = size_of(value)
    return _Kept(value, size if size <= LARGEST else MOST_BYTES + 1)


_answers: LRUCache = LRUCache(MOST_BYTES, getsizeof=lambda kept: kept.size)
_making: dict[tuple, Future] = {}
_changing = Lock()
_newest = 0


def keep_only(snapshot: Snapshot) -> bool:
    """Forget the answers of the stores before this one; True where it is newer than any seen. An old store's answers
    would hold its memory."""
    global _newest
    with _changing:
        if snapshot.number <= _newest:
            return False
        _newest = snapshot.number
        _answers.clear()
    return True


def answer(question: Callable[..., Answer], frame: Frame, *arguments: Any) -> Answer:
    """`question(store, *arguments)`, asked once per fingerprint and arguments. All readers share what comes back: it is
    never changed in place (a copy for each run took longer than drawing the page)."""
    return answer_from(frame.snapshot, question, *arguments)


def answer_from(snapshot: Snapshot, question: Callable[..., Answer], *arguments: Any) -> Answer:
    """The same, before there is a frame."""
    key = (named(question), snapshot.fingerprint, arguments)
    return _kept(key, lambda: question(snapshot.connection, *arguments))


def _kept(key: tuple, make: Callable[[], Any]) -> Any:
    """Made by one reader while those who want the same wait for it, and nobody else does. A page asks thirty times in a
    run, and `st.cache_resource`, which hashes its key for other processes too, takes a hundred times as long to find
    what it has."""
    while True:
        with _changing:
            if key in _answers:
                return _answers[key].value
            others = _making.get(key)
            if others is None:
                mine = _making[key] = Future()
        if others is None:
            return _make(key, make, mine)
        with suppress(_NotMade):
            return others.result()


class _NotMade(Exception):
    """Who was to make an answer could not: whoever waited for it tries for himself."""


def _make(key: tuple, make: Callable[[], Any], mine: Future) -> Any:
    """Make an answer, keep it and hand it to those who wait for it."""
    try:
        value = make()
        measured = _to_keep(value)  # before anybody has to wait for the lock
    except BaseException:
        with _changing:
            del _making[key]
        mine.set_exception(_NotMade())
        raise
    with _changing:
        del _making[key]
        with suppress(ValueError):  # too large: given, not kept
            _answers[key] = measured
    mine.set_result(value)
    return value


def named(function: Callable) -> str:
    """What sets the answers and drawings of one function apart from those of others."""
    return f"{function.__module__}.{function.__qualname__}"


def kept(make: Callable[..., Answer], frame: Frame, *arguments: Any) -> Answer:
    """`make(frame, *arguments)`, made once for all readers of this phase and moment. It is shared and never changed in
    place, and holds neither the frame nor its store, which would outlive the next save."""
    key = (named(make), frame.fingerprint, frame.phase, frame.at, arguments)
    return _kept(key, lambda: make(frame, *arguments))
