"""What all workers of a run share: one folder, and what the first who needs it has started. tests/conftest.py imports
the hooks."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from bench.server import stop

FOLDER = "CONTESTED_COUNT_TEST_RUN"
ENDS_WITH_THE_RUN = "ends-with-the-run.json"


def pytest_configure(config: pytest.Config) -> None:
    """The process that was started by hand makes the folder; its workers find it in their environment."""
    if FOLDER not in os.environ:
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="contested-count-")
        config.add_cleanup(end)


def end() -> None:
    """Stop what was started for all workers, and remove the folder."""
    folder = Path(os.environ.pop(FOLDER))
    for note in folder.glob(f"*/{ENDS_WITH_THE_RUN}"):
        with suppress(psutil.NoSuchProcess):
            stop(psutil.Process(told_in(note)["pid"]))
    shutil.rmtree(folder, ignore_errors=True)


def shared_folder(name: str) -> Path:
    """A folder of all workers of this run."""
    folder = Path(os.environ[FOLDER]) / name
    folder.mkdir(exist_ok=True)
    return folder


def first_here(folder: Path) -> bool:
    """Whether nobody of this run has been here yet; whoever has tells the others (`ends_with_the_run`)."""
    try:
        (folder / "first").touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def ends_with_the_run(folder: Path, process: psutil.Process, **told: object) -> None:
    """Have a process of this folder stopped when the run is over, and tell the other workers of it."""
    written = folder / "being-written"
    written.write_text(json.dumps({"pid": process.pid, **told}), encoding="utf-8")
    written.replace(folder / ENDS_WITH_THE_RUN)


def told_in(note: Path) -> dict[str, Any]:
    """What the first one in a folder told of its process."""
    return dict(json.loads(note.read_text(encoding="utf-8")))
