"""The store in use, kept current while people edit: watched once per process, swapped in whole."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from ledger.checks.load_dataset import Dataset, load_dataset
from ledger.shapes.data_files import data_folder, stamp, stamp_of
from ledger.store.build_store import code_version, fingerprint, in_memory, read_only
from ledger.store.kept_stores import build_kept, kept_stores
from ledger.store.run_checks import check_files
from ledger.yaml.problems import Problem

LOOK_EVERY = 0.25
LAST_LOOK = 2.0
FIRST_TRIES = 4
LARGEST_OUTLINE = 5_000_000
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Snapshot:
    """What every query of one page run reads: one store, and what is wrong with the folder now.

    `connection` is None only where no figures can be shown at all. `figures_of` is when the figures were last
    read from the folder without error. `errors` not empty means that the figures are older than the folder.
    """

    number: int
    fingerprint: str
    connection: duckdb.DuckDBPyConnection | None
    figures_of: datetime | None
    folder: Path
    errors: tuple[Problem, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    outline: Mapping | None = None


class Live:
    """Watches a data folder and holds the newest snapshot. Readers take `snapshot` once per run."""

    def __init__(self, folder: Path | None = None, *, watch: bool = True) -> None:
        self.folder = data_folder(folder)
        self._seen: Stamp | None = None
        self._pending: Stamp | None = None
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self.snapshot = Snapshot(0, "", None, None, self.folder)
        self._first()
        self._thread: threading.Thread | None = None
        if watch:
            self._thread = threading.Thread(target=self._watch, name="data-folder-watch", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Watch no longer; the snapshot stays."""
        self._stopped.set()

    def close(self) -> None:
        """Watch no longer and close the store: when nobody reads any more. DuckDB complains of what it finds open at
        the end of a process."""
        self.stop()
        if self._thread is not None:
            self._thread.join(LAST_LOOK)
        if self.snapshot.connection is not None:
            self.snapshot.connection.close()

    def look(self) -> bool:
        """Look at the folder once; rebuild if it changed and then stayed the same for one look. True if what
        the pages show has changed."""
        with self._lock:
            now = watched(self.folder)
            if now == self._seen:
                self._pending = None
                return False
            if now != self._pending:
                self._pending = now  # perhaps a save half-way: wait until two looks agree
                return False
            data = read(self.folder)
            if watched(self.folder) != now:
                self._pending = None  # saved again while it was read: what was read may be half old, half new
                return False
            self._seen, self._pending = now, None
            return self._swap(self._next(self.snapshot, data))

    def _watch(self) -> None:
        while not self._stopped.wait(LOOK_EVERY):
            try:
                self.look()
            except Exception as error:  # the watcher must outlive whatever a folder can do
                self._seen = None  # so that the folder is read again when this is over
                self._swap(_with_errors(self.snapshot, (_unforeseen(self.folder, error),)))

    def _swap(self, after: Snapshot) -> bool:
        changed = after.number != self.snapshot.number
        self.snapshot = after
        return changed

    def _first(self) -> None:
        for _ in range(FIRST_TRIES):
            self._seen = watched(self.folder)
            data = read(self.folder)
            if watched(self.folder) == self._seen:
                break
        fresh = self._next(self.snapshot, data)
        self.snapshot = fresh if fresh.connection is not None else _from_kept(fresh)

    def _next(self, before: Snapshot, data: Dataset) -> Snapshot:
        """The snapshot of what was read; it keeps its number where the pages stay as they are."""
        if data.errors:
            return _with_errors(before, tuple(data.errors))
        now, outline = datetime.now(UTC), read_outline(self.folder)
        if before.connection is not None and before.fingerprint == fingerprint(data.version):
            if not before.errors and before.outline == outline:
                return replace(before, figures_of=now)
            connection, name = before.connection, before.fingerprint
        else:
            try:
                connection, name = _open(data)
            except Exception as error:
                # The checks of the folder should have caught it: the store's own rules are the second net.
                what = f"the store refused the figures ({_first_line(error)}); undo the last change"
                return _with_errors(before, (Problem(self.folder.name, 0, 0, "", what),))
        facts = facts_of(connection)
        return Snapshot(before.number + 1, name, connection, now, self.folder, (), facts, outline)


def watched(folder: Path) -> Stamp:
    """What tells that something was saved: the data folder's files, and the consistency checks run over them."""
    return stamp(folder) + stamp_of(check_files())


def read(folder: Path) -> Dataset:
    """The folder's dataset; what nobody foresaw is a problem to be shown too, never the end."""
    try:
        return load_dataset(folder)
    except Exception as error:
        return Dataset(folder, "", None, problems=(_unforeseen(folder, error),))


def _unforeseen(folder: Path, error: Exception) -> Problem:
    what = f"could not be read ({type(error).__name__}: {_first_line(error)}); undo the last change"
    return Problem(folder.name, 0, 0, "", what)


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "no more is known")


def _with_errors(before: Snapshot, errors: tuple[Problem, ...]) -> Snapshot:
    """The figures of before under what is wrong now."""
    return before if before.errors == errors else replace(before, number=before.number + 1, errors=errors)


def _from_kept(broken: Snapshot) -> Snapshot:
    """A cold start with broken YAML serves the newest kept store of this folder (design.md §7)."""
    for path in kept_stores():
        if not path.stem.endswith(code_version()):
            continue
        try:
            connection = read_only(path)
            facts = facts_of(connection)
            built = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except (duckdb.Error, OSError):
            continue
        if facts.get("folder") == str(broken.folder):
            outline = read_outline(broken.folder)
            return Snapshot(
                broken.number, path.stem, connection, built, broken.folder, broken.errors, facts, outline
            )
    return broken


def _open(data: Dataset) -> tuple[duckdb.DuckDBPyConnection, str]:
    """The store of a dataset, from its file where one can be written, else in memory."""
    path = build_kept(data)
    if path is not None:
        with suppress(OSError):
            os.utime(path)  # the newest is the one used last, also when an edit was taken back
        try:
            return read_only(path), path.stem
        except duckdb.Error:
            path.unlink(missing_ok=True)  # damaged on disk: build again below, without it
    return in_memory(data), fingerprint(data.version)


def facts_of(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """What dataset.yaml says of the whole, with the data version."""
    with connection.cursor() as cursor:
        return dict(cursor.execute("select key, value from meta").fetchall())


def read_outline(folder: Path) -> Mapping | None:
    """The base map, or None where there is none or it cannot be read: every page works without it."""
    path = folder / "outline.geojson"
    try:
        if path.stat().st_size > LARGEST_OUTLINE:
            return None
        outline = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return outline if isinstance(outline, dict) and isinstance(outline.get("features"), list) else None
