"""Whatever stands in the folder: load_dataset answers with problems, and a folder without errors can be stored."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.checks.load_dataset import load_dataset
from ledger.shapes.check_record import field_names
from ledger.shapes.report_records import Event, Report
from ledger.shapes.statement_records import Statement
from ledger.shapes.vocabulary_records import DatasetFile, GroupsFile, Metric, Place
from ledger.store.build_store import in_memory
from tests.support.world import FILES, World, claim, statement

MANY = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
FIELDS = sorted(set().union(*map(field_names, (Statement, Report, Event, DatasetFile, GroupsFile, Metric, Place))))
WORDS = [
    *("killed", "held", "ended", "outcome", "control_duration", "southern_forces", "vanguard", "north", "south"),
    *("harbour", "mill", "operation", "others", "gazette", "bulletin", "n-10", "n-11", "n-10.killed.southern_forces"),
    *("2031-03-10", "2031-03", "2031-03-10 22:10+09:00", "9999-12-31", "0001-01", "not stated", "dozens", "at least 3"),
    *("1,500", "17-22", "none", "ours", "true", "no", "cumulative", "period", "standing", "ministry", "nobody", "town"),
    *("about 3 days", "https://example.org", "Asia/Tokyo", "none reported", "up to 9", "party", "full", "count", "x"),
]
SCALARS = st.sampled_from(WORDS) | st.integers(-3, 10**16) | st.none() | st.booleans() | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
    max_leaves=14,
)
RECORDS = st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=8), max_size=3)
SAID = "".join(
    [
        statement(claim(by="north", including=[{"of": "southern_army", "figure": 4}]), covers="2031-03-10"),
        statement(
            claim(part_of="n-10.killed.southern_forces.north", appears=[{"report": "bulletin", "figure": "over 80"}]),
            "{metric: ended, on: 2031-03-12}",
            "{metric: control_duration, figure: about 3 days, place: harbour}",
            id="n-11",
            said="{after: 2031-03-11, by: 2031-03-12}",
            follows="n-10",
        ),
    ]
)
EVENTS = "- {id: e, kind: attack, when: 2031-03-10, until: 2031-03-11, what: X, places: mill, reports: gazette}\n"
NAMES = st.sampled_from(sorted([*FILES, "statements/spring/north.yaml", "events/spring.yaml"]))
EVERYTHING = {**FILES, "statements/spring/north.yaml": SAID, "events/spring.yaml": EVENTS}


@pytest.fixture(scope="module")
def folder() -> Iterator[World]:
    """One folder, written anew for each example: a function's own would be made once for all of them."""
    place = Path(tempfile.mkdtemp())
    made = World(place / "data")
    for name, content in EVERYTHING.items():
        made.write(name, content)
    yield made
    shutil.rmtree(place)


def holds(world: World, changed: dict[str, bytes | str]) -> bool:
    """Load the folder with some files changed; if there is no error, store it. Whether there was none."""
    for name, content in changed.items():
        world.write(name, content)
    data = load_dataset(world.path)
    for problem in data.problems:
        assert str(problem).startswith(("data/", str(world.path)))
        assert "\n" not in str(problem)
    if not data.errors:
        in_memory(data).close()
    for name in changed:
        world.write(name, EVERYTHING[name])
    return not data.errors


def test_the_world_of_these_tests_is_right(folder):
    assert holds(folder, {})


@MANY
@given(name=NAMES, content=st.binary(max_size=200))
def test_any_bytes(folder, name, content):
    holds(folder, {name: content})


@MANY
@given(name=NAMES, content=st.text(alphabet=st.sampled_from("ab:-{}[]\n ,#&*!'\"|>?%@"), max_size=80))
def test_any_marks_of_yaml(folder, name, content):
    holds(folder, {name: content})


@MANY
@given(name=NAMES, records=RECORDS | VALUES)
def test_any_records(folder, name, records):
    holds(folder, {name: yaml.safe_dump(records, allow_unicode=True)})


@settings(MANY, max_examples=300)
@given(st.data())
def test_any_field_changed(folder, data):
    name = data.draw(NAMES)
    content = yaml.load(EVERYTHING[name], Loader=yaml.BaseLoader)
    for _ in range(data.draw(st.integers(1, 3))):
        holder = data.draw(st.sampled_from(list(containers(content))))
        key = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
        if isinstance(holder, dict) and data.draw(st.booleans()):
            key = data.draw(st.sampled_from(FIELDS))
        holder[key] = data.draw(VALUES)
    holds(folder, {name: yaml.safe_dump(content, allow_unicode=True)})


def containers(value: object) -> Iterator[dict | list]:
    """Every mapping and list in the value that holds something."""
    if isinstance(value, dict | list) and value:
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)


@MANY
@given(name=NAMES, at=st.floats(0, 1), length=st.integers(0, 30), new=st.text(max_size=4))
def test_any_slip_of_the_hand(folder, name, at, length, new):
    text = EVERYTHING[name]
    start = int(at * len(text))
    holds(folder, {name: (text[:start] + new + text[start + length :]).encode("utf-8", "replace")})


@pytest.mark.parametrize("name", sorted(EVERYTHING))
@pytest.mark.parametrize(
    "content", ["", "[]", "{}", "x", "3", "- ", "- - x", "null", "- {}", "- {id: }", "{id: x}", "[x]"]
)
def test_empty_and_nearly_empty_files(folder, name, content):
    holds(folder, {name: content})


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_missing_files(folder, name):
    (folder.path / name).unlink()
    load_dataset(folder.path)
    folder.write(name, EVERYTHING[name])


def test_names_that_are_no_text(folder):
    holds(folder, {})
    strange = bytes(folder.path) + b"/statements/spring/\xff.yaml"
    Path(strange.decode("utf-8", "surrogateescape")).write_text("- x")
    assert ["?" in problem.path for problem in load_dataset(folder.path).errors] == [True]
    Path(strange.decode("utf-8", "surrogateescape")).unlink()
