"""A folder read again after a save: only what changed is gone through again, and nothing old stays."""

from __future__ import annotations

import shutil

from ledger.checks.load_dataset import load_dataset
from ledger.shapes import read_folder as reading
from ledger.shapes.read_folder import read_folder
from ledger.store.claim_tables import TABLES
from tests.support.world import claim, statement


def told(world) -> None:
    world.say(statement(claim(), claim(metric="wounded")), statement(claim(figure=100), id="n-u", said=None))
    world.say(statement(claim(of="people"), id="w-11", claimant="wire", said="2031-03-11"), side="tallies")


def rows(data) -> dict[str, list]:
    """Every row of the store but the folder's path."""
    return {table: [row for row in made(data) if row[0] != "folder"] for table, made in TABLES.items()}


def test_a_file_that_stays_as_it_is_gives_the_same_claims(world):
    told(world)
    before = world.claims()
    world.change("statements/spring/tallies.yaml", "figure: 84", "figure: 85")
    after = world.claims()
    assert [name for name in after if after[name] is not before[name]] == ["w-11.killed.people"]


def test_a_changed_word_is_asked_for_in_files_that_stay_as_they_are(world):
    told(world)
    assert world.errors() == []
    world.change("metrics.yaml", "id: wounded", "id: hurt")
    (error,) = world.errors()
    assert 'n-10.wounded.southern_forces: unknown metric "wounded"' in error
    world.change("metrics.yaml", "id: hurt", "id: wounded")
    assert world.errors() == []


def test_what_depends_on_a_report_follows_it(world):
    told(world)
    assert world.claims()["n-u.killed.southern_forces"].said.end.day == 11
    world.change("reports/spring.yaml", "published: 2031-03-11", "published: 2031-03-14")
    assert world.claims()["n-u.killed.southern_forces"].said.end.day == 14


def test_read_again_or_for_the_first_time_is_all_one(world, tmp_path):
    told(world)
    world.claims()
    world.change("statements/spring/tallies.yaml", "said: 2031-03-11", "said: 2031-03-12")
    world.change("places.yaml", "name: Mill", "name: The mill")
    fresh = shutil.copytree(world.path, tmp_path / "elsewhere" / "data")
    assert rows(world.load()) == rows(load_dataset(fresh))


def test_a_folder_of_very_many_files_is_kept_whole(world, monkeypatch):
    told(world)
    monkeypatch.setattr(reading, "KEPT_FILES", 1)
    first, second = read_folder(world.path), read_folder(world.path)
    assert [one for _, one in first.files] == [one for _, one in second.files]
