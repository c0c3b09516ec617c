"""The store in use, kept current while people edit: watched once per process, swapped in whole."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from ledger.files import data_folder, stamp
from ledger.keep import build_kept, kept_stores
from ledger.load import Dataset, load_dataset
from ledger.problems import Problem
from ledger.store import code_version, in_memory, read_only

LOOK_EVERY = 0.4
LARGEST_OUTLINE = 5_000_000


@dataclass(frozen=True)
class Snapshot:
    """What every query of one page run reads: one store, and what is wrong with the folder now.

    `connection` is None only where no figures can be shown at all. `figures_of` is when the figures were last read
    from the folder without error. `errors` not empty means that the figures are older than the folder.
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
    """Watches a data folder and holds the newest snapshot. Readers take `snapshot` once per run and keep it."""

    def __init__(self, folder: Path | None = None, *, watch: bool = True) -> None:
        self.folder = data_folder(folder)
        self._seen = stamp(self.folder)
        self._pending: tuple | None = None
        self._lock = threading.Lock()
        self.snapshot = self._first()
        if watch:
            threading.Thread(target=self._watch, name="data-folder-watch", daemon=True).start()

    def look(self) -> bool:
        """Look at the folder once; rebuild if it changed and then stayed the same for one look. True if swapped."""
        with self._lock:
            now = stamp(self.folder)
            if now == self._seen:
                self._pending = None
                return False
            if now != self._pending:
                self._pending = now  # perhaps a save half-way: wait until two looks agree
                return False
            self._seen, self._pending = now, None
            self.snapshot = self._next(self.snapshot)
            return True

    def _watch(self) -> None:
        while True:
            time.sleep(LOOK_EVERY)
            try:
                self.look()
            except Exception as error:  # the watcher must outlive whatever a save can do
                problem = Problem(str(self.folder), 0, 0, "", f"could not be read ({error}); save again")
                self.snapshot = self._with_errors(self.snapshot, (problem,))

    def _first(self) -> Snapshot:
        empty = Snapshot(0, "", None, None, self.folder)
        fresh = self._next(empty)
        return fresh if fresh.connection is not None else self._from_kept(fresh)

    def _next(self, before: Snapshot) -> Snapshot:
        data = load_dataset(self.folder)
        if data.errors:
            return self._with_errors(before, tuple(data.errors))
        if before.connection is not None and before.fingerprint.startswith(data.version):
            connection, name = before.connection, before.fingerprint
        else:
            try:
                connection, name = _open(data)
            except duckdb.Error as error:
                # The checks of the folder should have caught it: the store's own rules are the second net.
                message = f"the store refused the figures ({str(error).splitlines()[0]}); undo the last change"
                return self._with_errors(before, (Problem(self.folder.name, 0, 0, "", message),))
        outline = read_outline(self.folder)
        now = datetime.now(UTC)
        return Snapshot(before.number + 1, name, connection, now, self.folder, (), facts_of(connection), outline)

    def _with_errors(self, before: Snapshot, errors: tuple[Problem, ...]) -> Snapshot:
        kept = (before.fingerprint, before.connection, before.figures_of, self.folder)
        return Snapshot(before.number + 1, *kept, errors, before.facts, before.outline)

    def _from_kept(self, broken: Snapshot) -> Snapshot:
        """A cold start with broken YAML serves the newest kept store of this folder (design.md §7)."""
        for path in kept_stores():
            if not path.stem.endswith(code_version()):
                continue
            try:
                connection = read_only(path)
                facts = facts_of(connection)
            except duckdb.Error:
                continue
            if facts.get("folder") != str(self.folder):
                continue
            built = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            outline = read_outline(self.folder)
            return Snapshot(broken.number, path.stem, connection, built, self.folder, broken.errors, facts, outline)
        return broken


def _open(data: Dataset) -> tuple[duckdb.DuckDBPyConnection, str]:
    """The store of a dataset, from its file where one can be written, else in memory."""
    path = build_kept(data)
    if path is not None:
        try:
            return read_only(path), path.stem
        except duckdb.Error:
            path.unlink(missing_ok=True)  # damaged on disk: build again below, without it
    return in_memory(data), f"{data.version}-{code_version()}"


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
