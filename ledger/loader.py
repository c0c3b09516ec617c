"""A strict YAML reader: nothing guessed, nothing lost, every value with its line and column.

Built from libyaml's events: the C parser does the work, and anchors, tags and duplicate keys stay visible,
which a loader of finished values would hide. `no`, `0755` and `12:30:00` stay text.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ledger.problems import Problem

LARGEST = 5_000_000
DEEPEST = 30
WHOLE = re.compile(r"^(0|[1-9][0-9]{0,14})$")
Position = tuple[int, int]


class Mapping(dict):
    """A mapping that knows where it stands: `at[key]` is (line, column) of the key, then of the value."""

    __slots__ = ("at", "position")

    def __init__(self, position: Position) -> None:
        super().__init__()
        self.position = position
        self.at: dict[str, tuple[Position, Position]] = {}


class Listing(list):
    """A list that knows where it and its items stand."""

    __slots__ = ("at", "position")

    def __init__(self, position: Position) -> None:
        super().__init__()
        self.position = position
        self.at: list[Position] = []


class Refused(Exception):
    """The text is not YAML that we read; carries the problem."""

    def __init__(self, message: str, position: Position) -> None:
        super().__init__(message)
        self.message, self.position = message, position


@contextmanager
def without_collection() -> Iterator[None]:
    """Parsing makes many objects and no cycles; collecting in the middle doubles its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_yaml(content: bytes, path: str) -> tuple[object, list[Problem]]:
    """The document in `content` with positions, or None and the problem that stopped the reading."""
    if len(content) > LARGEST:
        return None, [Problem(path, 0, 0, "", f"{len(content):,} bytes; a file may hold 5 MB, split it")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return None, [Problem(path, line, 1, "", "not UTF-8; save the file with that encoding")]
    try:
        with without_collection():
            return _build(text), []
    except Refused as error:
        return None, [Problem(path, *error.position, "", error.message)]
    except yaml.YAMLError as error:
        return None, [_syntax_problem(error, path)]


def _syntax_problem(error: yaml.YAMLError, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    context = getattr(error, "context", None)
    message = f"not readable as YAML: {what}{f' ({context})' if context else ''}; check indentation, colons, quotes"
    return Problem(path, mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, "", message)


def _build(text: str) -> object:
    """Put the events together into mappings, listings, text, whole numbers and None."""
    parser = yaml.CBaseLoader(text)
    result: object = None
    documents = 0
    stack: list[Mapping | Listing] = []
    key: str | None = None
    key_at: Position = (1, 1)
    keys: list[tuple[str, Position]] = []
    try:
        while parser.check_event():
            event = parser.get_event()
            kind = type(event)
            if kind is ScalarEvent:
                at = (event.start_mark.line + 1, event.start_mark.column + 1)
                value: object = _scalar(event, at)
                if stack and type(stack[-1]) is Mapping and key is None:
                    key, key_at = _key(event, stack[-1], at), at
                    continue
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                at = _opening(event)
                if stack and type(stack[-1]) is Mapping and key is None:
                    raise Refused("a key must be a word; put quotes around a value with braces or brackets", at)
                if len(stack) >= DEEPEST:
                    raise Refused(f"more than {DEEPEST} levels deep", at)
                stack.append(Mapping(at) if kind is MappingStartEvent else Listing(at))
                keys.append((key or "", key_at))
                key = None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value = stack.pop()
                at = value.position  # type: ignore[attr-defined]
                key, key_at = keys.pop()
                key = key or None
            elif kind is AliasEvent:
                raise Refused("aliases (*name) are not read; write the value out", _at(event))
            else:
                documents += kind is DocumentStartEvent
                if documents > 1:
                    raise Refused("a second document (---); keep one per file", _at(event))
                continue
            if not stack:
                result = value
            elif type(stack[-1]) is Mapping:
                assert key is not None
                stack[-1][key] = value
                stack[-1].at[key] = (key_at, at)
                key = None
            else:
                stack[-1].append(value)
                stack[-1].at.append(at)
    finally:
        parser.dispose()
    return result


def _at(event: Event) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _opening(event: Event) -> Position:
    if event.anchor is not None:
        raise Refused("anchors (&name) are not read; write the value out where it is needed", _at(event))
    if event.tag is not None:
        raise Refused(f'tags ("{event.tag}") are not read; leave it out', _at(event))
    return _at(event)


def _scalar(event: ScalarEvent, at: Position) -> str | int | None:
    if event.anchor is not None or event.tag is not None:
        _opening(event)
    if not event.implicit[0]:
        return event.value
    value = event.value
    if WHOLE.match(value):
        return int(value)
    return None if value in ("", "~", "null") else value


def _key(event: ScalarEvent, mapping: Mapping, at: Position) -> str:
    key = event.value
    if key == "":
        raise Refused("an empty key; write a word before the colon", at)
    if key in mapping:
        first = mapping.at[key][0]
        raise Refused(f'the key "{key}" stands twice in one record (first in line {first[0]}); keep one', at)
    return key
