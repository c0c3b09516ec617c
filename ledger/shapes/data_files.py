"""Which files a data folder holds, what each is, and how to tell that something changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from ledger.shapes.report_records import Event, Report
from ledger.shapes.statement_records import Statement
from ledger.shapes.vocabulary_records import Claimant, DatasetFile, GroupsFile, Metric, Place

ROOT = Path(__file__).resolve().parents[2]
NOT_READ = {"template.yaml"}


@dataclass(frozen=True)
class Kind:
    """A kind of file: its name in messages and schemas, its record, and whether it holds a list of them."""

    name: str
    record: type[BaseModel]
    listed: bool = True


KINDS = {
    "dataset": Kind("dataset", DatasetFile, listed=False),
    "groups": Kind("groups", GroupsFile, listed=False),
    "claimants": Kind("claimants", Claimant),
    "metrics": Kind("metrics", Metric),
    "places": Kind("places", Place),
    "reports": Kind("reports", Report),
    "statements": Kind("statements", Statement),
    "events": Kind("events", Event),
}
VOCABULARY = ("dataset", "claimants", "groups", "metrics", "places")


@dataclass(frozen=True)
class DataFile:
    """One YAML file: `shown` is its path in messages, `phase` and `name` come from where it lies."""

    path: Path
    shown: str
    kind: Kind
    phase: str | None = None
    name: str = ""


def data_folder(given: str | os.PathLike[str] | None = None) -> Path:
    """The folder asked for, else the environment's LEDGER_DATA, else `data/` of this project."""
    return Path(given or os.environ.get("LEDGER_DATA") or ROOT / "data").expanduser().resolve()


def yaml_files(folder: Path) -> list[Path]:
    """Every YAML file below the folder, in a fixed order, without hidden files and editors' leftovers."""
    found: list[Path] = []
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "schema")
        found += [Path(directory, name) for name in names if _is_yaml(name)]
    return sorted(found)


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) and not name.startswith((".", "#"))


def sort_out(folder: Path, paths: Iterable[Path]) -> tuple[list[DataFile], list[Path]]:
    """The files with their kinds, and those that lie where nothing is read from."""
    known: list[DataFile] = []
    strange: list[Path] = []
    for path in paths:
        entry = _kind_of(folder, path)
        if entry is not None:
            known.append(entry)
        elif path.name not in NOT_READ:
            strange.append(path)
    return known, strange


def _kind_of(folder: Path, path: Path) -> DataFile | None:
    parts = path.relative_to(folder).parts
    stem = path.stem
    label = shown(folder, path)
    if path.suffix != ".yaml":
        return None
    if len(parts) == 1 and stem in VOCABULARY:
        return DataFile(path, label, KINDS[stem], name=stem)
    if len(parts) == 2 and parts[0] in ("reports", "events"):
        return DataFile(path, label, KINDS[parts[0]], phase=stem, name=stem)
    if len(parts) == 3 and parts[0] == "statements":
        return DataFile(path, label, KINDS["statements"], phase=parts[1], name=stem)
    return None


def shown(folder: Path, path: Path) -> str:
    """The path as messages print it: the data folder's own name first."""
    text = f"{folder.name}/{path.relative_to(folder).as_posix()}"
    return text.encode("utf-8", "replace").decode()  # a name need not be UTF-8, a message must


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Path, time and size of every file that is watched: cheap, and changes with any save."""
    return stamp_of([*yaml_files(folder), folder / "outline.geojson"])


def stamp_of(paths: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Path, time and size of these files. One that vanishes between listing and looking counts as absent."""
    marks = []
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        marks.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(marks)


def data_version(contents: Iterable[tuple[str, bytes]]) -> str:
    """Ten characters that name the contents of the data folder, to be cited with a figure."""
    digest = hashlib.sha256()
    for name, content in sorted(contents):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:10]
