"""Store files on disk: one builder at a time, the newest kept, old ones removed."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import duckdb

from ledger.checks.load_dataset import Dataset
from ledger.store.build_store import build_database, fingerprint, store_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LONGEST_BUILD = 120.0
KEPT = 2
YOUNG = 3600.0


def store_path(data_version: str) -> Path:
    """Where the store of these contents lies, built or not."""
    return store_folder() / f"{fingerprint(data_version)}.duckdb"


def build_kept(data: Dataset) -> Path | None:
    """The path of the store of this dataset, built if it is not there; None where nothing can be written.

    One process builds at a time; the others wait and open what it built.
    """
    path = store_path(data.version)
    if path.exists():
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _only_builder(path.with_suffix(".lock"), until=path):
            if not path.exists():
                build_database(data, path)
    except (OSError, duckdb.IOException):
        return None
    remove_old(path)
    return path


@contextmanager
def _only_builder(lock: Path, until: Path) -> Iterator[None]:
    """Hold the lock, or wait for its holder to finish. The system frees the lock of a process that dies."""
    deadline = time.monotonic() + LONGEST_BUILD
    with lock.open("w") as handle:
        while not (held := _take(handle)) and not until.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        yield
    if held:
        with suppress(OSError):
            lock.unlink()


def _take(handle: IO[str]) -> bool:
    """Lock the open file, unless somebody else has."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _older_than(path: Path, seconds: float) -> bool:
    try:
        return time.time() - path.stat().st_mtime > seconds
    except OSError:
        return False


def kept_stores() -> list[Path]:
    """The finished store files, newest first."""
    times = {}
    for path in store_folder().glob("*.duckdb"):
        with suppress(OSError):
            times[path] = path.stat().st_mtime
    return sorted(times, key=lambda path: times[path], reverse=True)


def remove_old(current: Path) -> None:
    """Remove all but the two newest stores and anything under an hour old; what cannot be removed is left."""
    for path in kept_stores()[KEPT:]:
        if path != current and _older_than(path, YOUNG):
            with suppress(OSError):
                path.unlink()
    for pattern in ("*.building*", "*.lock"):
        for leftover in store_folder().glob(pattern):
            if _older_than(leftover, YOUNG):
                with suppress(OSError):
                    leftover.unlink()
