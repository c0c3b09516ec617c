"""The ids of questions: readable, unique within a phase, and never made of labels."""

from __future__ import annotations

import re
from functools import cache

import pytest

from ledger.checks.load_dataset import load_dataset
from ledger.store.build_store import in_memory
from queries.ask_store import ask
from queries.compare import question_ids
from queries.compare.question_ids import find_question, question_id, question_of
from queries.compare.questions import questions
from tests.support.paths import CONFLICTS, ROOT
from tests.support.world import claim, statement


def ids(store, phase="spring"):
    return [question_id(row) for row in questions(store, phase, None).to_dict("records")]


@pytest.mark.parametrize("folder", [ROOT / "data", *sorted(CONFLICTS.glob("*/"))], ids=lambda path: path.name)
def test_every_question_of_every_phase_is_found_by_an_id_of_its_own(folder, monkeypatch):
    monkeypatch.setattr(question_ids, "questions", cache(questions))  # a phase's are looked for among the same ones
    store = in_memory(load_dataset(folder), checked=False)
    asked = 0
    for phase in ask(store, "frame/phases")["id"]:
        rows = questions(store, phase, None).to_dict("records")
        names = [question_id(row) for row in rows]
        assert len(set(names)) == len(names)
        for name, row in zip(names, rows, strict=True):
            assert re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_~-]+)*", name)
            assert find_question(store, phase, name) == question_of(phase, row)
        asked += len(names)
    assert asked
    store.close()


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "killed.southern_forces"),
        ({"by": "north"}, "killed.southern_forces.north"),
        ({"by": "north", "place": "harbour"}, "killed.southern_forces.north.-.harbour"),
        ({"place": "harbour"}, "killed.southern_forces.-.-.harbour"),
        ({"places": "[mill, harbour]"}, "killed.southern_forces.-.-.harbour~mill"),
        ({"place": "harbour", "and_others": True}, "killed.southern_forces.-.-.harbour~others"),
        ({"who": "[named]"}, "killed.southern_forces.-.named"),
        ({"metric": "vehicles_destroyed", "of": None, "by": "north"}, "vehicles_destroyed.-.north"),
        ({"metric": "neutralised"}, "killed.southern_forces"),
        ({"metric": "held", "counting": "standing"}, "captured.southern_forces"),
    ],
)
def test_what_an_id_says(world, fields, name):
    world.say(statement(claim(**fields)))
    assert ids(world.store()) == [name]


def test_a_claim_has_the_id_of_its_question(world):
    world.say(statement(claim(by="north", place="harbour")))
    store = world.store()
    [row] = store.execute("select * from claim_details").df().to_dict("records")
    assert [question_id(row)] == ids(store)


@pytest.mark.parametrize(
    "written",
    [
        "killed.southern_forces.north.-.harbour~mill",
        "neutralised.southern_forces.north.-.harbour~mill",  # another metric of the family
        "deaths-and-more.southern_forces.north.-.harbour~mill",  # the family's own id
        "killed.southern_forces.north..harbour+mill",
        "killed.southern_forces.north.-.harbour mill",  # a + that an address turned into a space
        "killed.southern_forces.-.-.harbour~mill",  # printed before anybody named who did it
    ],
)
def test_other_ways_to_write_an_id_open_the_same_question(world, written):
    world.say(statement(claim(by="north", places="[mill, harbour]")))
    store = world.store()
    found = find_question(store, "spring", written)
    assert found is not None
    assert (found.family, found.group, found.by, found.place) == (
        "deaths-and-more", "southern_forces", "north", "harbour+mill",
    )


@pytest.mark.parametrize(
    "written",
    [
        *("", ".", "killed", "nothing.southern_forces", "killed.southern_forces.south"),
        *("killed.southern_forces.-.-.mill", "Southern forces · killed", "killed.southern_forces' or 1=1 --"),
        *("../../etc/passwd", "<b>", "\x00", "." * 99, "killed." + "x" * 100_000),
    ],
    ids=lambda text: repr(text[:30]),
)
def test_what_is_no_id_of_the_phase_finds_nothing(world, written):
    world.say(statement(claim()))
    assert find_question(world.store(), "spring", written) is None
    assert find_question(world.store(), "autumn", "killed.southern_forces") is None
