"""Store files: one builder at a time, moved into place whole, the newest kept, memory where nothing can be written."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from ledger.store import kept_stores as keep
from ledger.store.build_store import build_database, read_only
from ledger.store.kept_stores import build_kept, kept_stores, remove_old, store_path
from tests.support.paths import ROOT
from tests.support.world import claim, statement

HOUR = 3600


@pytest.fixture
def stores(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("LEDGER_STORE", str(tmp_path / "stores"))
    return tmp_path / "stores"


def test_a_store_is_built_once(world, stores):
    data = world.load()
    path = build_kept(data)
    assert path == store_path(data.version)
    assert path.parent == stores
    before = path.stat()
    assert build_kept(data) == path
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert [file.name for file in stores.iterdir()] == [path.name]


def test_a_changed_folder_gets_a_store_of_its_own(world, stores):
    first = build_kept(world.load())
    world.say(statement(claim()))
    second = build_kept(world.load())
    assert sorted(kept_stores()) == sorted([first, second])


def test_where_nothing_can_be_written_there_is_no_file(world, tmp_path, monkeypatch):
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("LEDGER_STORE", str(tmp_path / "a-file" / "stores"))
    assert build_kept(world.load()) is None


def test_a_full_disk_is_no_crash(world, stores, monkeypatch):
    def full(*_: object) -> None:
        raise duckdb.IOException("No space left on device")

    monkeypatch.setattr(keep, "build_database", full)
    assert build_kept(world.load()) is None


def test_a_crash_while_building_leaves_the_old_file(world, stores, monkeypatch):
    path = stores / "store.duckdb"
    build_database(world.load(), path)
    before = path.read_bytes()

    def crash(*_: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("ledger.store.build_store.fill", crash)
    with pytest.raises(RuntimeError):
        build_database(world.load(), path)
    assert path.read_bytes() == before
    assert [file.name for file in stores.iterdir()] == ["store.duckdb"]


def test_a_mistake_of_ours_is_not_hidden(world, stores, monkeypatch):
    """A refusal by the store's constraints is no reason to go on without a file."""

    def refuse(*_: object) -> None:
        raise duckdb.ConstraintException("foreign key")

    monkeypatch.setattr(keep, "build_database", refuse)
    with pytest.raises(duckdb.ConstraintException):
        build_kept(world.load())


BUILD = """
import sys, time
from pathlib import Path
from ledger.store import kept_stores as keep
from ledger.checks.load_dataset import load_dataset

build = keep.build_database
def slowly(data, path):
    with open(sys.argv[2], "a") as log:
        log.write("built\\n")
    while not Path(sys.argv[3]).exists():
        time.sleep(0.01)
    build(data, path)
keep.build_database = slowly
print(keep.build_kept(load_dataset(sys.argv[1])))
"""


def test_two_processes_build_once(world, stores, tmp_path):
    log, go = tmp_path / "log", tmp_path / "go"
    command = [sys.executable, "-c", BUILD, str(world.path), str(log), str(go)]
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    wait_for(log.exists)
    go.touch()
    found = {process.communicate(timeout=60)[0].strip() for process in both}
    assert found == {str(store_path(world.load().version))}
    assert log.read_text() == "built\n"


def test_a_builder_that_dies_frees_the_lock(world, stores, tmp_path):
    log, go = tmp_path / "log", tmp_path / "go"
    command = [sys.executable, "-c", BUILD, str(world.path), str(log), str(go)]
    dying = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    wait_for(log.exists)
    dying.kill()
    dying.communicate(timeout=60)
    assert list(stores.glob("*.lock"))
    started = time.monotonic()
    assert build_kept(world.load()) is not None
    assert time.monotonic() - started < keep.LONGEST_BUILD / 4


def wait_for(happened, seconds: float = 60) -> None:
    """Wait for another process, as long as it takes but not for ever."""
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_reader_keeps_its_store_while_a_new_one_takes_its_place(world, stores):
    path = stores / "store.duckdb"
    build_database(world.load(), path)
    reader = read_only(path)
    world.say(statement(claim()))
    build_database(world.load(), path)
    assert reader.execute("select count(*) from claims").fetchone() == (0,)
    reader.close()
    with duckdb.connect(str(path), read_only=True) as fresh:
        assert fresh.execute("select count(*) from claims").fetchone() == (1,)


def aged(path: Path, hours: float) -> Path:
    path.write_bytes(b"")
    then = time.time() - hours * HOUR
    os.utime(path, (then, then))
    return path


def test_the_two_newest_and_the_young_are_kept(stores):
    stores.mkdir()
    old = [aged(stores / f"{name}.duckdb", hours) for name, hours in (("a", 2), ("b", 3), ("c", 4), ("d", 5))]
    young = [aged(stores / f"{name}.duckdb", 0.5) for name in ("x", "y", "z")]
    remove_old(young[0])
    assert sorted(kept_stores()) == sorted(young)
    for path in (*old[1:], *young[1:]):
        path.unlink(missing_ok=True)
    remains = [aged(stores / f"{name}.duckdb", hours) for name, hours in (("a", 2), ("b", 3), ("c", 4), ("d", 5))]
    young[0].unlink()
    remove_old(remains[2])
    # the two newest, and the one in use whatever its age
    assert kept_stores() == remains[:3]


def test_leftovers_of_crashes_are_removed_when_they_are_old(stores):
    stores.mkdir()
    old = [aged(stores / "a.1.building", 2), aged(stores / "a.1.building.wal", 2), aged(stores / "a.lock", 2)]
    young = [aged(stores / "b.2.building", 0.5), aged(stores / "b.lock", 0.5)]
    remove_old(stores / "a.duckdb")
    assert not any(path.exists() for path in old)
    assert all(path.exists() for path in young)


def test_what_cannot_be_removed_is_left(stores, monkeypatch):
    stores.mkdir()
    paths = [aged(stores / f"{name}.duckdb", 2 + number) for number, name in enumerate("abcd")]

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    remove_old(paths[0])
    assert kept_stores() == paths
