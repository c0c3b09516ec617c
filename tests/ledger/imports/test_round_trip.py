"""Export → import into a fresh folder with the same vocabulary → export: the same tables."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from ledger.__main__ import main
from ledger.checks.load_dataset import load_dataset
from ledger.exports.write_export import write_export
from tests.support.conflicts import OTHER
from tests.support.paths import ROOT

VOCABULARY = ("dataset", "claimants", "groups", "metrics", "places")


def fresh(source: Path, to: Path, without: tuple[str, ...] = ()) -> Path:
    """The vocabulary of a folder without anything that was said, and without the reports that phases name."""
    to.mkdir(parents=True)
    for name in VOCABULARY:
        if name not in without:
            shutil.copyfile(source / f"{name}.yaml", to / f"{name}.yaml")
    text = (to / "dataset.yaml").read_text(encoding="utf-8")
    (to / "dataset.yaml").write_text(re.sub(r", report: [a-z0-9-]+}", "}", text), encoding="utf-8")
    return to


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def exported(folder: Path, to: Path) -> Path:
    data = load_dataset(folder)
    assert data.errors == []
    write_export(data, to)
    return to


def test_an_export_comes_back_as_it_was(tmp_path, capsys):
    first = exported(OTHER, tmp_path / "first")
    folder = fresh(OTHER, tmp_path / "fresh")
    assert main(["import", str(first), "--into", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "15 claims, 7 new statements, 4 new reports, 1 event; everything was placed"
    )
    second = exported(folder, tmp_path / "second")
    for name in ("claims.csv", "appearances.csv", "events.csv", "places.csv", "claims.json"):
        assert (second / name).read_text("utf-8") == (first / name).read_text("utf-8"), name


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_the_claims_alone_come_back_from_either_format(tmp_path, ending):
    first = exported(OTHER, tmp_path / "first")
    folder = fresh(OTHER, tmp_path / "fresh")
    assert main(["import", str(first / f"claims.{ending}"), "--into", str(folder)]) == 0
    assert rows(exported(folder, tmp_path / "second") / "claims.csv") == rows(first / "claims.csv")


def test_the_real_data_come_back_but_for_events_that_cite_a_page_of_no_claim(tmp_path, capsys):
    first = exported(ROOT / "data", tmp_path / "first")
    folder = fresh(ROOT / "data", tmp_path / "fresh")
    assert main(["import", str(first), "--into", str(folder)]) == 1
    lost = [line for line in capsys.readouterr().out.splitlines() if line.startswith("not placed")]
    assert lost and all(line.startswith("not placed: events.csv row") and "add it to reports/" in line for line in lost)
    second = exported(folder, tmp_path / "second")
    assert rows(second / "claims.csv") == rows(first / "claims.csv")
    assert rows(second / "places.csv") == rows(first / "places.csv")
    assert rows(second / "appearances.csv") == rows(first / "appearances.csv")
    kept = {row["id"] for row in rows(second / "events.csv")}
    assert [row for row in rows(first / "events.csv") if row["id"] in kept] == rows(second / "events.csv")


def test_what_is_there_already_is_left_as_it_is(tmp_path, capsys):
    first = exported(OTHER, tmp_path / "first")
    folder = Path(shutil.copytree(OTHER, tmp_path / "data"))
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    assert main(["import", str(first), "--into", str(folder)]) == 0
    assert capsys.readouterr().out == (
        "no claims, no new statements, no new reports; 15 claims there already; everything was placed\n"
    )
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_an_event_of_no_phase_writes_no_file(tmp_path, capsys):
    first = exported(OTHER, tmp_path / "first")
    text = (first / "events.csv").read_text("utf-8").replace(",spring,", ",../../x,")
    (first / "events.csv").write_text(text, encoding="utf-8")
    folder = fresh(OTHER, tmp_path / "fresh")
    assert main(["import", str(first), "--into", str(folder)]) == 1
    assert 'not placed: events.csv row 2, column phase: unknown phase "../../x"' in capsys.readouterr().out
    assert not (folder / "events").exists()


def test_unknown_places_and_claimants_come_with_add_only(tmp_path, capsys):
    first = exported(OTHER, tmp_path / "first")
    folder = fresh(OTHER, tmp_path / "fresh", without=("places", "claimants"))
    text = (folder / "dataset.yaml").read_text()
    bare = re.sub(r"    (names|bounds):\n(      - .*\n)+", "", text)
    (folder / "dataset.yaml").write_text(bare)
    assert main(["import", str(first / "claims.csv"), "--into", str(folder)]) == 1
    assert 'unknown claimant "league-command"; add it to claimants.yaml, use --add' in capsys.readouterr().out
    assert load_dataset(folder).claims == ()
    assert main(["import", str(first), "--into", str(folder), "--add"]) == 0
    words = load_dataset(folder).words
    assert sorted(words.claimants) == ["council-doctor", "council-office", "league-command", "pilots", "rumour"]
    # nothing in the table says what they are: they replace nothing until somebody does
    assert {claimant.kind for claimant in words.claimants.values()} == {"unnamed", "unattributed"}
    assert (words.places["north-quay"].lat, words.places["saltmarket"].within) == (-34.9, "orrin")
