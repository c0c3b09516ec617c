"""`python -m ledger`: what it prints, what it writes, how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ledger.__main__ import main
from ledger.store.build_store import read_only
from tests.support.paths import ROOT
from tests.support.world import claim, statement

BROKEN = 'data/statements/spring/north.yaml:6:16  n-10.kiled.southern_forces: unknown metric "kiled"; did you mean "killed"?'  # noqa: E501
UNUSED = [
    "data/reports/spring.yaml:2:3  bulletin: warning: no statement or event uses this report; use or remove it",
    "data/reports/spring.yaml:3:3  undated-page: warning: no statement or event uses this report; use or remove it",
]


@pytest.fixture(autouse=True)
def stores(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("LEDGER_STORE", str(tmp_path / "stores"))
    monkeypatch.delenv("LEDGER_DATA", raising=False)
    return tmp_path / "stores"


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a person types it."""
    command = [sys.executable, "-m", "ledger", *map(str, arguments)]
    env = {**os.environ, **environment}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=env, timeout=120)


def test_check_prints_problems_and_a_closing_count_only(world, capsys):
    world.say(statement(claim()))
    assert main(["check", "--data", str(world.path)]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [*UNUSED, "no errors, 2 warnings in 1 claim"]
    assert printed.err == ""


def test_check_ends_with_1_on_errors(world, capsys):
    world.say(statement(claim(metric="kiled")))
    assert main(["check", "--data", str(world.path)]) == 1
    assert capsys.readouterr().out.splitlines() == [*UNUSED, BROKEN, "1 error, 2 warnings in 1 claim"]


def test_check_writes_nothing(world, stores):
    world.say(statement(claim()))
    before = sorted(path.name for path in world.path.rglob("*"))
    assert main(["check", "--data", str(world.path)]) == 0
    assert sorted(path.name for path in world.path.rglob("*")) == before
    assert not stores.exists()


def test_the_whole_command(world):
    world.say(statement(claim(metric="kiled")))
    done = run("check", "--data", world.path)
    assert (done.returncode, done.stdout.splitlines()[-2:]) == (1, [BROKEN, "1 error, 2 warnings in 1 claim"])
    assert done.stderr == ""


def test_the_data_folder_comes_from_the_environment_unless_it_is_given(world, tmp_path, monkeypatch, capsys):
    world.say(statement(claim()))
    monkeypatch.setenv("LEDGER_DATA", str(world.path))
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith("in 1 claim\n")
    assert main(["check", "--data", str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{tmp_path / 'nowhere'}  there is no such data folder; name one with --data or LEDGER_DATA",
        "1 error, no warnings in no claims",
    ]


def test_build_prints_where_the_store_is(world, stores, capsys):
    world.say(statement(claim()))
    assert main(["build", "--data", str(world.path)]) == 0
    printed = capsys.readouterr()
    path = Path(printed.out.strip())
    assert path.parent == stores
    assert printed.err.splitlines() == [f"reading {world.path}", "building the store of 1 claim"]
    with read_only(path) as store:
        assert store.execute("select id from claims").fetchall() == [("n-10.killed.southern_forces",)]


def test_build_and_export_refuse_a_folder_with_errors(world, stores, tmp_path, capsys):
    world.say(statement(claim(metric="kiled")))
    for arguments in (["build"], ["export", str(tmp_path / "out")]):
        assert main([*arguments, "--data", str(world.path)]) == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.splitlines()[1:] == [BROKEN, "1 error, no warnings; nothing was written"]
    assert not stores.exists()
    assert not (tmp_path / "out").exists()


def test_build_without_a_folder_to_write_to_says_what_happens(world, tmp_path, monkeypatch, capsys):
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("LEDGER_STORE", str(tmp_path / "a-file" / "stores"))
    assert main(["build", "--data", str(world.path)]) == 0
    assert capsys.readouterr().out == (
        "the store folder cannot be written to; the app will build its store in memory\n"
    )


def test_export_prints_what_it_wrote(world, tmp_path, capsys):
    world.say(statement(claim()))
    out = tmp_path / "out"
    assert main(["export", str(out), "--data", str(world.path)]) == 0
    assert capsys.readouterr().out.splitlines() == [str(out / path.name) for path in order(out)]


def order(out: Path) -> list[Path]:
    names = ("claims.csv", "appearances.csv", "events.csv", "places.csv", "claims.json", "claims.parquet")
    assert sorted(path.name for path in out.iterdir()) == sorted([*names, "datapackage.json"])
    return [out / name for name in (*names, "datapackage.json")]


def test_export_to_where_nothing_can_be_written(world, tmp_path, capsys):
    (tmp_path / "a-file").write_text("")
    assert main(["export", str(tmp_path / "a-file" / "out"), "--data", str(world.path)]) == 1
    assert "cannot be written to" in capsys.readouterr().err


def test_schema_writes_into_the_data_folder_or_elsewhere(world, tmp_path, capsys):
    assert main(["schema", "--data", str(world.path)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == str(world.path / "schema" / "dataset.json")
    assert main(["schema", "--data", str(world.path), "--out", str(tmp_path / "elsewhere")]) == 0
    assert len(list((tmp_path / "elsewhere").iterdir())) == 8


def test_wrong_use_ends_with_2(capsys):
    for arguments in ([], ["chekc"], ["export"], ["check", "--dta", "x"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
    assert "usage: python -m ledger" in capsys.readouterr().err


def test_a_terminal_that_knows_no_urdu_is_no_crash(world):
    world.say(statement(claim(metric="قتل")))
    done = run("check", "--data", world.path, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "is not allowed" in done.stdout
    assert done.stderr == ""
