"""A tiny world to test in: two sides, an invented lake, and not a statement until the test writes one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pytest
from cachetools import LRUCache

from ledger.checks.load_dataset import Dataset, load_dataset
from ledger.claims.claim_rows import ClaimRow
from ledger.store.build_store import fingerprint, in_memory
from ledger.store.run_checks import CHECKS, run_checks
from queries.frame.claims_by_id import claims_by_id

DATASET = """\
title: The lake war
summary: A conflict that never was.
licence: CC BY 4.0
timezone: Asia/Tokyo
place: lakeland
contact: nobody@example.org
read_note: Nothing was read.
sides:
  - {id: north, name: North, role: party}
  - {id: south, name: South, role: party}
  - {id: observers, name: Observers, role: third_party}
  - {id: tallies, name: Tallies, role: tally}
phases:
  - {id: spring, name: The spring, zero: 2031-03-10, view: {from: 2031-03-09, to: 2031-03-20}}
  - {id: between, name: Between}
  - {id: autumn, name: The autumn, zero: 2031-10-01}
whole: the whole operation
"""
CLAIMANTS = """\
- {id: northern-command, name: Northern command, side: north, kind: armed_group}
- {id: ministry, name: Southern ministry, side: south, kind: office}
- {id: police, name: Southern police, side: south, kind: local_police}
- {id: officer-to-wire, name: 'Officer, to Wire', side: south, kind: unnamed}
- {id: watch, name: Lake Watch, side: observers, kind: rights_group}
- {id: wire, name: Wire tally, side: tallies, kind: agency_tally}
- {id: nobody, name: Unattributed, kind: unattributed}
"""
GROUPS = """\
groups:
  - {id: people, name: People}
  - {id: fighters, name: Fighters, parent: people, side: north, forces: true}
  - {id: northern_army, name: Northern army, parent: fighters}
  - {id: vanguard, name: Vanguard, parent: northern_army}
  - {id: strangers, name: Strangers, parent: fighters, side: none}
  - {id: not_fighters, name: Not fighters, parent: people}
  - {id: southern_forces, name: Southern forces, parent: not_fighters, side: south, forces: true}
  - {id: southern_army, name: Southern army, parent: southern_forces}
  - {id: southern_police, name: Southern police, parent: southern_forces}
  - {id: civilians, name: Civilians, parent: not_fighters, civilians: true}
who:
  - {id: women, name: women}
  - {id: children, name: children}
  - {id: named, name: named}
"""
METRICS = """\
- {id: killed, label: killed, family: deaths-and-more, unit: people, definition: Dead.}
- {id: neutralised, label: '"neutralised"', family: deaths-and-more, unit: people, definition: Their word.}
- {id: wounded, label: wounded, family: wounded, unit: people, definition: Hurt and alive.}
- {id: captured, label: captured, family: captives, unit: people, definition: Ever taken.}
- {id: held, label: held, family: captives, unit: people, state_of: captured, counting: standing,
   definition: In custody.}
- {id: released, label: released, family: captives, unit: people, state_of: captured, definition: Let go.}
- {id: vehicles_destroyed, label: vehicles, family: vehicles, unit: vehicles, definition: Burned.}
- {id: attacks, label: attacks, family: attacks, unit: attacks, definition: Counted.}
- {id: control_duration, label: time held, family: control, value: duration, definition: How long.}
- {id: ended, label: end, family: ended, value: date, definition: When it ended.}
- {id: outcome, label: outcome, family: outcome, value: statement, definition: In words.}
"""
PLACES = """\
- {id: lakeland, name: Lakeland, level: province}
- {id: harbour-district, name: Harbour district, level: district, within: lakeland, lat: 35.0, lon: 136.0}
- {id: harbour, name: Harbour, level: town, within: harbour-district, lat: 35.1, lon: 136.1, precision_km: 2}
- {id: mill, name: Mill, aliases: [Mills], level: town, within: lakeland, lat: 35.2, lon: 136.2}
- {id: north-road, name: North road, level: area, within: lakeland}
"""
REPORTS = """\
- {id: gazette, publisher: The Gazette, url: 'https://example.org/gazette', published: 2031-03-11, read: full}
- {id: bulletin, publisher: Bulletin, not_linked: a party's own footage, published: 2031-03-12, read: excerpt}
- {id: undated-page, publisher: Page, url: 'https://example.org/page', read: excerpt, language: ja}
"""
EVENT_FIELDS = (
    "{id: e, kind: attack, when: 2031-03-10 05:00+09:00, until: 2031-03-10, precision: hour, "
    "what: Something., places: [mill, operation], reports: gazette, according_to: ministry}\n"
)
FILES = {
    "dataset.yaml": DATASET,
    "claimants.yaml": CLAIMANTS,
    "groups.yaml": GROUPS,
    "metrics.yaml": METRICS,
    "places.yaml": PLACES,
    "reports/spring.yaml": REPORTS,
}
MOST_KEPT = 20
SIDES = {"northern-command": "north", "watch": "observers", "wire": "tallies", "nobody": "unattributed"}


def claim(**fields: object) -> str:
    """A claim as one line of YAML: 84 southern forces killed, unless something else is said."""
    given: dict[str, object] = {"metric": "killed", "of": "southern_forces", "figure": 84} | fields
    return flow({name: value for name, value in given.items() if value is not None})


def flow(fields: dict[str, object]) -> str:
    """Fields in braces; lists in brackets; `from_` is written from."""
    return "{" + ", ".join(f"{name.rstrip('_')}: {_value(value)}" for name, value in fields.items()) + "}"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return flow(value)
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def statement(*claims: str, **fields: object) -> str:
    """A statement of the northern command on 10 March, unless something else is said; None leaves a field out."""
    given: dict[str, object] = {"id": "n-10", "claimant": "northern-command", "said": "2031-03-10"}
    given |= {"reports": "[gazette]", **fields}
    lines = [f"{name}: {_value(value)}" for name, value in given.items() if value is not None]
    text = "- " + "\n  ".join(lines) + "\n"
    return text + "".join(["  claims:\n", *(f"    - {item}\n" for item in claims)] if claims else [])


@dataclass
class World:
    """A data folder of the lake war."""

    path: Path
    kept: MutableMapping[str, duckdb.DuckDBPyConnection] = field(default_factory=dict)

    def write(self, name: str, content: str | bytes) -> Path:
        """Write one file of the folder."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace words in a file that are there."""
        text = (self.path / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))

    def say(self, *statements: str, side: str = "north", phase: str = "spring") -> None:
        """Write the statements of one side about one phase."""
        self.write(f"statements/{phase}/{side}.yaml", "".join(statements))

    def say_pairs(self, pairs: Mapping[str, tuple[str, str]], **ministry: object) -> dict[str, tuple[str, str]]:
        """Have the northern command say the first claim of each pair and the ministry the second, in statements of
        their own; gives the ids of both. So the cases of one test that differ in nothing but claims share a store."""
        both = list(enumerate(pairs.values()))
        self.say(*(statement(north, id=f"n-{number}") for number, (north, _) in both))
        said = {"claimant": "ministry", **ministry}
        self.say(*(statement(south, id=f"m-{number}", **said) for number, (_, south) in both), side="south")
        ids = dict(self.store().execute("select statement, id from claims").fetchall())
        return {name: (ids[f"n-{number}"], ids[f"m-{number}"]) for number, name in enumerate(pairs)}

    def gate_of(self, first: str, second: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """The gate's row of two claims by id, and both claims."""
        rows = self.store().execute("select * from gate($pairs)", {"pairs": [{"a": first, "b": second}]}).df()
        claims = claims_by_id(self.store(), [first, second])
        return rows.to_dict("records")[0], claims[first], claims[second]

    def load(self) -> Dataset:
        """The folder, read and checked."""
        return load_dataset(self.path)

    def errors(self) -> list[str]:
        """The errors as they are printed."""
        return [str(problem) for problem in self.load().errors]

    def warnings(self) -> list[str]:
        """The warnings as they are printed."""
        return [str(problem) for problem in self.load().problems if problem.level == "warning"]

    def claims(self) -> dict[str, ClaimRow]:
        """The claims by id, of a folder without errors."""
        data = self.load()
        assert not data.errors, [str(problem) for problem in data.errors]
        return {row.id: row for row in data.claims}

    def findings(self, check: str) -> list[dict[str, Any]]:
        """The findings of one consistency check; the others are not run."""
        alone = self.path.parent / f"only-{check}"
        alone.mkdir(exist_ok=True)
        shutil.copy(CHECKS / f"{check}.sql", alone)
        found, broken = run_checks(self.store(), alone)
        assert broken == []
        return found

    def store(self, *, checked: bool = False) -> duckdb.DuckDBPyConnection:
        """The store in memory, of a folder without errors; the same one where the same was said before, so it is only
        ever read. Running the consistency checks takes longer than all the rest: a store that was not asked for with
        them has no tables of findings, and whatever reads those raises."""
        data = self.load()
        assert not data.errors, [str(problem) for problem in data.errors]
        name = f"{fingerprint(data.version)} {checked}"
        if name not in self.kept:
            self.kept[name] = in_memory(data, checked=checked)
        return self.kept[name]


@pytest.fixture(scope="session")
def kept_worlds() -> Iterator[LRUCache[str, duckdb.DuckDBPyConnection]]:
    """The stores of the last worlds of this worker: a third of a second each to build, and the cases of one test often
    share theirs. One that drops out closes when the last test lets go of it."""
    kept: LRUCache[str, duckdb.DuckDBPyConnection] = LRUCache(MOST_KEPT)
    yield kept
    for connection in kept.values():
        connection.close()


def lake_world(path: Path, kept: MutableMapping[str, duckdb.DuckDBPyConnection] | None = None) -> World:
    """The lake war in a folder, before anybody has said anything; its stores are kept in `kept`."""
    made = World(path, {} if kept is None else kept)
    for name, text in FILES.items():
        made.write(name, text)
    return made


@pytest.fixture
def world(tmp_path: Path, kept_worlds: LRUCache[str, duckdb.DuckDBPyConnection]) -> World:
    """The lake war, before anybody has said anything."""
    return lake_world(tmp_path / "data", kept_worlds)
