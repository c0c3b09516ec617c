"""Read every file of a data folder; a file that has not changed is not parsed again."""

from __future__ import annotations

import errno
import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from pydantic import BaseModel

from ledger.shapes.check_record import check_record, position_at
from ledger.shapes.data_files import DataFile, data_version, shown, sort_out, yaml_files
from ledger.yaml.placed_values import Listing, Mapping, Position
from ledger.yaml.problems import Problem
from ledger.yaml.strict_loader import read_yaml

R = TypeVar("R", bound=BaseModel)
KEPT_FILES = 400
EVERYTHING = "*"


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


@dataclass(frozen=True, eq=False)
class ReadFile:
    """What one file gave: its records, its problems, and the ids of records that could not be read. While the file
    stays as it is, this is one and the same object.

    `broken` holds `*` where nothing can be told because the whole file could not be read.
    """

    records: tuple[Placed, ...]
    problems: tuple[Problem, ...]
    broken: frozenset[str] = frozenset()


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

    def broken(self, kind: str) -> frozenset[str]:
        """Ids of that kind that are there but could not be read."""
        return frozenset().union(*(read.broken for file, read in self.files if file.kind.name == kind))


_kept: OrderedDict[tuple[str, ...], ReadFile] = OrderedDict()
_keeping = Lock()


def read_folder(folder: Path) -> Folder:
    """Read and check the shape of every file below `folder`. Never raises: what is wrong is in `problems`."""
    if not folder.is_dir():
        message = "there is no such data folder; name one with --data or LEDGER_DATA"
        return Folder(folder, "", problems=[Problem(str(folder), 0, 0, "", message)])
    known, strange = sort_out(folder, yaml_files(folder))
    result = Folder(folder, "")
    contents: list[tuple[str, bytes]] = []
    for file in known:
        try:
            content = _content(file.path)
        except FileNotFoundError:
            continue  # it went away in the middle of a save
        except OSError as error:
            message = f"cannot be read ({error.strerror}); put a plain file there that may be read"
            read = ReadFile((), (Problem(file.shown, 0, 0, "", message),), frozenset({EVERYTHING}))
        else:
            contents.append((file.shown.split("/", 1)[1], content))
            read = _read_kept(file, content, max(KEPT_FILES, 2 * len(known)))
        result.files.append((file, read))
        result.problems.extend(read.problems)
    result.problems.extend(_not_read(folder, path) for path in strange)
    result.version = data_version(contents)
    return result


def _content(path: Path) -> bytes:
    """The bytes of a file. A pipe would keep us waiting for ever."""
    if path.is_symlink() and not path.exists():
        raise OSError(errno.EIO, "a link to nothing")
    if path.exists() and not path.is_file():
        raise OSError(errno.EIO, "not a file")
    return path.read_bytes()


def _not_read(folder: Path, path: Path) -> Problem:
    where = "vocabulary at the top, reports/ and events/ by phase, statements/<phase>/<side>.yaml"
    return Problem(shown(folder, path), 0, 0, "", f"not read from here; expected {where}", "warning")


def _read_kept(file: DataFile, content: bytes, most: int) -> ReadFile:
    key = (str(file.path), file.shown, hashlib.sha256(content).hexdigest())
    with _keeping:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    read = _read_file(file, content)
    with _keeping:
        _kept[key] = read
        while len(_kept) > most:
            _kept.popitem(last=False)
    return read


def _read_file(file: DataFile, content: bytes) -> ReadFile:
    raw, problems = read_yaml(content, file.shown)
    if raw is None and (problems or file.kind.listed):
        return ReadFile((), tuple(problems), frozenset({EVERYTHING} if problems else ()))
    if not file.kind.listed:
        read = _read_items(file, [raw])
    elif isinstance(raw, Listing):
        read = _read_items(file, raw)
    else:
        message = f"a list of {file.kind.name} is expected; begin each record with '- id: …'"
        read = ReadFile((), (Problem(file.shown, 1, 1, "", message),), frozenset({EVERYTHING}))
    return ReadFile(read.records, (*problems, *read.problems), read.broken)


def _read_items(file: DataFile, items: list) -> ReadFile:
    records: list[Placed] = []
    problems: list[Problem] = []
    broken: set[str] = set()
    for number, item in enumerate(items):
        if not isinstance(item, Mapping):
            at = items.position_of(number) if isinstance(items, Listing) else (1, 1)
            message = "a record with fields (name: value) is expected here"
            problems.append(Problem(file.shown, *at, "", message))
            broken.add(EVERYTHING)
            continue
        record, found = check_record(file.kind.record, item, file.shown)
        problems.extend(found)
        if record is not None:
            records.append(Placed(record, item, file))
        else:
            broken.add(str(item.get("id", EVERYTHING)))
    return ReadFile(tuple(records), tuple(problems), frozenset(broken))
