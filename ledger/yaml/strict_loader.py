"""A strict YAML reader: nothing guessed, nothing lost, every value with its line and column.

Built from libyaml's events: the C parser does the work, and anchors, tags and duplicate keys stay visible,
which a loader of finished values would hide. `no`, `0755` and `12:30:00` stay text.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import yaml
from yaml.error import Mark
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)
from yaml.reader import ReaderError

from ledger.yaml.placed_values import Listing, Mapping, at
from ledger.yaml.problems import Problem

LARGEST = 5_000_000
DEEPEST = 30
WHOLE = re.compile(r"^(0|[1-9][0-9]{0,14})$")
# libyaml's events, taken one after the other. They carry no types worth checking.
Take = Callable[[], Any]
Wrong = tuple[str, Mark]


class Refused(Exception):
    """The text is not YAML that we read; carries what is wrong and where."""

    def __init__(self, message: str, mark: Mark) -> None:
        super().__init__(message)
        self.wrong: Wrong = (message, mark)


@contextmanager
def without_collection() -> Iterator[None]:
    """Parsing makes many objects that stay and no cycles; looking for garbage among them doubles its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_freeze_count() == 0:
                gc.freeze()  # with the next line: put what was made among the oldest objects, unsearched
                gc.unfreeze()
            gc.enable()


def read_yaml(content: bytes, path: str) -> tuple[object, list[Problem]]:
    """The document in `content` with positions, and what is wrong with it; None where it cannot be read."""
    if len(content) > LARGEST:
        return None, [Problem(path, 0, 0, "", f"{len(content):,} bytes; a file may hold 5 MB, split it")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return None, [Problem(path, line, 1, "", "not UTF-8; save the file with that encoding")]
    wrong: list[Wrong] = []
    try:
        with without_collection():
            document = _document(text, wrong)
    except Refused as error:
        return None, [Problem(path, *at(mark), "", message) for message, mark in [*wrong, error.wrong]]
    except yaml.YAMLError as error:
        return None, [_syntax_problem(error, text, path)]
    return document, [Problem(path, *at(mark), "", message) for message, mark in wrong]


def _syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    if isinstance(error, ReaderError):
        before = text.encode()[: error.position].decode(errors="ignore")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Problem(path, line, column, "", f"character U+{error.character:04X} is not allowed; delete it")
    since = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or since
    place = at(mark) if mark else (1, 1)
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    if context := getattr(error, "context", None):
        begun = f", begun in line {since.line + 1}" if since and since.line + 1 != place[0] else ""
        what = f"{what} ({context}{begun})"
    return Problem(path, *place, "", f"not readable as YAML: {what}; check indentation, colons, quotes")


def _document(text: str, wrong: list[Wrong]) -> object:
    """The one document of the text as mappings, listings, text, whole numbers and None."""
    parser = yaml.CBaseLoader(text)
    try:
        take: Take = parser.get_event
        take()  # the stream begins
        result: object = None
        if type(take()) is DocumentStartEvent:
            result = _value(take(), take, wrong, 1)
            take()  # the document ends
            after = take()
            if isinstance(after, DocumentStartEvent):
                raise _second(after)
        return result
    finally:
        parser.dispose()


def _second(event: Any) -> Refused:
    return Refused("a second document (---); keep one per file", event.start_mark)


def _value(event: Any, take: Take, wrong: list[Wrong], depth: int) -> object:
    """The value that begins with this event."""
    kind = type(event)
    if kind is ScalarEvent:
        if event.anchor is not None or event.tag is not None:
            wrong.append(_decorated(event))
        text = event.value
        if not event.implicit[0]:
            return text
        if WHOLE.match(text):
            return int(text)
        return None if text in ("", "~", "null") else text
    if kind is AliasEvent:
        raise Refused("aliases (*name) are not read; write the value out", event.start_mark)
    if event.anchor is not None or event.tag is not None:
        wrong.append(_decorated(event))
    if depth > DEEPEST:
        raise Refused(f"more than {DEEPEST} levels deep", event.start_mark)
    return (_mapping if kind is MappingStartEvent else _listing)(event, take, wrong, depth)


def _mapping(start: Any, take: Take, wrong: list[Wrong], depth: int) -> Mapping:
    mapping = Mapping(start.start_mark)
    marks = mapping.marks
    while type(event := take()) is not MappingEndEvent:
        if type(event) is not ScalarEvent or event.anchor is not None or event.tag is not None:
            _check_key(event)
            wrong.append(_decorated(event))
        following = take()
        value = _value(following, take, wrong, depth + 1)
        key = event.value
        if key in marks or key == "":
            wrong.append(_bad_key(key, mapping, event.start_mark))
        else:
            mapping[key] = value
            marks[key] = (event.start_mark, following.start_mark)
    return mapping


def _listing(start: Any, take: Take, wrong: list[Wrong], depth: int) -> Listing:
    listing = Listing(start.start_mark)
    while type(event := take()) is not SequenceEndEvent:
        listing.append(_value(event, take, wrong, depth + 1))
        listing.marks.append(event.start_mark)
    return listing


def _check_key(event: Any) -> None:
    kind = type(event)
    if kind is AliasEvent:
        raise Refused("aliases (*name) are not read; write the value out", event.start_mark)
    if kind is not ScalarEvent:
        message = "a key must be a word; put quotes around a value with braces or brackets"
        raise Refused(message, event.start_mark)


def _decorated(event: Any) -> Wrong:
    if event.anchor is not None:
        message = f"anchors (&{event.anchor}) are not read; write the value out where it is needed"
    else:
        message = f'tags ("{event.tag.replace("tag:yaml.org,2002:", "!!")}") are not read; leave it out'
    return message, event.start_mark


def _bad_key(key: str, mapping: Mapping, mark: Mark) -> Wrong:
    if key == "":
        return "an empty key; write a word before the colon", mark
    first = mapping.position_of(key, itself=True)[0]
    return f'the key "{key}" stands twice in one record (first in line {first}); keep one', mark
