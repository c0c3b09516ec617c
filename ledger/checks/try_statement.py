"""A statement tried beside the data folder: checked and put together as if it were saved, and nothing written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ledger.checks.load_dataset import Dataset, assemble
from ledger.shapes.check_record import check_record
from ledger.shapes.data_files import KINDS, DataFile
from ledger.shapes.read_folder import Folder, Placed, ReadFile, read_folder
from ledger.yaml.problems import Problem, unknown
from ledger.yaml.strict_loader import Listing, Mapping, read_yaml, without_collection

SHOWN = "your text"
PARTS = ("reports", "statements")


@dataclass(frozen=True)
class Trial:
    """`problems`: those of the text, and those it would bring to the folder. `replaced`: where statements and reports
    of the same ids stand now."""

    data: Dataset
    problems: tuple[Problem, ...]
    statements: tuple[str, ...]
    replaced: tuple[str, ...]

    @property
    def is_shown(self) -> bool:
        """Whether it can be shown as it would appear."""
        return bool(self.statements) and not self.data.errors


def try_text(folder: Path, phase: str, text: str) -> Trial:
    """Try a list of statements, or a record with `reports:` and `statements:` as in template.yaml."""
    with without_collection():
        before = assemble(folder, read_folder(folder))
        records, problems = _records(text, phase, _side_names(before))
        read = read_folder(folder)
        replaced = tuple(f"{p.file.shown}:{p.position('id')[0]}" for p in _with_ids_of(records, read))
        after = assemble(folder, _joined(read, records, problems, text))
    known = set(before.problems)
    found = [p for p in after.problems if p not in known and (p.level == "error" or p.path == SHOWN)]
    told = tuple(p.record.id for p in records if p.file.kind.name == "statements")
    return Trial(after, tuple(found), told, replaced)


def _side_names(data: Dataset) -> dict[str, str]:
    """What the file of each claimant's statements is called."""
    claimants = data.words.claimants.values() if data.words else ()
    return {claimant.id: claimant.side or "unattributed" for claimant in claimants}


def _records(text: str, phase: str, sides: dict[str, str]) -> tuple[list[Placed], list[Problem]]:
    raw, problems = read_yaml(text.encode(), SHOWN)
    if problems:
        return [], problems
    records: list[Placed] = []
    for kind, item in _items(raw, problems):
        side = sides.get(str(item.get("claimant")), "unattributed")
        file = DataFile(Path(SHOWN), SHOWN, KINDS[kind], phase, side if kind == "statements" else phase)
        record, found = check_record(file.kind.record, item, SHOWN)
        problems += found
        if record is not None:
            records.append(Placed(record, item, file))
    return records, problems


def _items(raw: object, problems: list[Problem]) -> Iterator[tuple[str, Mapping]]:
    """Each record of the text with its kind."""
    if isinstance(raw, Mapping) and "claimant" in raw:
        yield "statements", raw
        return
    parts = raw if isinstance(raw, Mapping) else {"statements": raw}
    if isinstance(raw, Mapping):
        for key in raw:
            if key not in PARTS:
                message = unknown("part", key, PARTS)
                problems.append(Problem(SHOWN, *raw.position_of(key, itself=True), "", message))
    for kind in PARTS:
        if kind not in parts:
            continue
        listed = parts[kind]
        if not isinstance(listed, Listing):
            at = raw.position_of(kind, itself=True) if isinstance(raw, Mapping) else (1, 1)
            problems.append(Problem(SHOWN, *at, "", f"a list of {kind} is expected; begin each with '- id: …'"))
            continue
        for number, item in enumerate(listed):
            if isinstance(item, Mapping):
                yield kind, item
            else:
                message = "a record with fields (name: value) is expected here"
                problems.append(Problem(SHOWN, *listed.position_of(number), "", message))


def _with_ids_of(records: list[Placed], folder: Folder) -> Iterator[Placed]:
    """The records of the folder whose place those of the text would take."""
    wanted = {(placed.file.kind.name, placed.record.id) for placed in records}
    for file, read in folder.files:
        if file.kind.name in PARTS:
            yield from (p for p in read.records if (file.kind.name, p.record.id) in wanted)


def _joined(folder: Folder, records: list[Placed], problems: list[Problem], text: str) -> Folder:
    """The folder as it would be: a statement with an id that is there already takes the place of that one."""
    gone = {id(placed) for placed in _with_ids_of(records, folder)}
    files = [(file, _without(read, gone)) for file, read in folder.files]
    for placed in records:
        files.append((placed.file, ReadFile((placed,), ())))
    version = "draft-" + hashlib.sha256(f"{folder.version}\0{text}".encode()).hexdigest()[:10]
    return Folder(folder.path, version, files, [*folder.problems, *problems])


def _without(read: ReadFile, gone: set[int]) -> ReadFile:
    """The same file where nothing of it is gone: what was made of it holds."""
    left = tuple(placed for placed in read.records if id(placed) not in gone)
    return read if len(left) == len(read.records) else replace(read, records=left)
