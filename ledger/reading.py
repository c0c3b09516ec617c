"""Read every file of a data folder; a file that has not changed is not parsed again."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from ledger.files import DataFile, data_version, shown, sort_out, yaml_files
from ledger.loader import Listing, Mapping, Position, read_yaml
from ledger.problems import Problem
from ledger.validation import check_record, position_at

R = TypeVar("R", bound=BaseModel)
KEPT_FILES = 400


@dataclass(frozen=True)
class Placed(Generic[R]):
    """A checked record with the raw mapping it came from, for messages that name line and column."""

    record: R
    raw: Mapping
    file: DataFile

    def position(self, *location: str | int) -> Position:
        """Line and column of a field of this record."""
        return position_at(self.raw, location)

    def problem(self, message: str, *location: str | int, level: str = "error", subject: str = "") -> Problem:
        """A problem at a field of this record."""
        name = subject or str(getattr(self.record, "id", ""))
        return Problem(self.file.shown, *self.position(*location), name, message, level)


@dataclass(frozen=True)
class ReadFile:
    """What one file gave: its records and its problems."""

    records: tuple[Placed, ...]
    problems: tuple[Problem, ...]


@dataclass
class Folder:
    """Everything read from a data folder, before ids are compared."""

    path: Path
    version: str
    files: list[tuple[DataFile, ReadFile]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def records(self, kind: str) -> Iterator[Placed]:
        """All records of one kind of file, in the files' order."""
        for file, read in self.files:
            if file.kind.name == kind:
                yield from read.records


_kept: OrderedDict[tuple[str, str], ReadFile] = OrderedDict()


def read_folder(folder: Path) -> Folder:
    """Read and check the shape of every file below `folder`. Nothing is raised: what is wrong is in `problems`."""
    if not folder.is_dir():
        message = "there is no such data folder; name one with --data or LEDGER_DATA"
        return Folder(folder, "", problems=[Problem(str(folder), 0, 0, "", message)])
    known, strange = sort_out(folder, yaml_files(folder))
    contents = [(file, content) for file in known if (content := _content(file.path)) is not None]
    result = Folder(folder, data_version((file.shown.split("/", 1)[1], content) for file, content in contents))
    for path in strange:
        result.problems.append(_not_read(folder, path))
    for file, content in contents:
        read = _read_kept(file, content)
        result.files.append((file, read))
        result.problems.extend(read.problems)
    return result


def _content(path: Path) -> bytes | None:
    """The bytes, or None for a file that went away in the middle of a save."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _not_read(folder: Path, path: Path) -> Problem:
    where = "vocabulary at the top, reports/ and events/ by phase, statements/<phase>/<side>.yaml"
    return Problem(shown(folder, path), 0, 0, "", f"not read from here; expected {where}", "warning")


def _read_kept(file: DataFile, content: bytes) -> ReadFile:
    key = (str(file.path), hashlib.sha256(content).hexdigest())
    if key not in _kept:
        _kept[key] = _read_file(file, content)
        while len(_kept) > KEPT_FILES:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return _kept[key]


def _read_file(file: DataFile, content: bytes) -> ReadFile:
    raw, problems = read_yaml(content, file.shown)
    if problems:
        return ReadFile((), tuple(problems))
    if file.kind.listed:
        if raw is None:
            return ReadFile((), ())
        if not isinstance(raw, Listing):
            message = f"a list of {file.kind.name} is expected; begin each record with '- id: …'"
            return ReadFile((), (Problem(file.shown, 1, 1, "", message),))
        return _read_items(file, raw)
    return _read_items(file, [raw])


def _read_items(file: DataFile, items: list) -> ReadFile:
    records: list[Placed] = []
    problems: list[Problem] = []
    for number, item in enumerate(items):
        if not isinstance(item, Mapping):
            at = items.at[number] if isinstance(items, Listing) else (1, 1)
            problems.append(Problem(file.shown, *at, "", "a record with fields (name: value) is expected here"))
            continue
        record, found = check_record(file.kind.record, item, file.shown)
        problems.extend(found)
        if record is not None:
            records.append(Placed(record, item, file))
    return ReadFile(tuple(records), tuple(problems))
