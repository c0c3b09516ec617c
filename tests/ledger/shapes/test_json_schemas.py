"""The JSON Schemas: current in data/, read by an editor, and as wide as the loader."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
import pytest

from ledger.shapes.check_record import check_record
from ledger.shapes.data_files import KINDS
from ledger.shapes.json_schemas import schema_texts, write_schemas
from ledger.shapes.record_base import HIDDEN
from ledger.yaml.strict_loader import read_yaml
from tests.support.paths import ROOT
from tests.support.world import EVENT_FIELDS, FILES, claim, statement

SCHEMAS = {name.removesuffix(".json"): json.loads(text) for name, text in schema_texts().items()}
FLOAT = re.compile(r"^[+-]?(\d+\.\d*|\.\d+|\d+)([eE][+-]?\d+)?$")


def as_an_editor_reads(value: Any) -> Any:
    """What YAML 1.2 makes of the text that our loader leaves as it stands."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(item) for item in value]
    if isinstance(value, str) and value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return value.lower() == "true"
    return float(value) if isinstance(value, str) and FLOAT.match(value) else value


def raw(text: str) -> Any:
    value, problems = read_yaml(text.encode(), "f")
    assert not problems
    return value


def complaints(kind: str, text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(SCHEMAS[kind])
    both = (raw(text), as_an_editor_reads(raw(text)))
    return [error.message for value in both for error in validator.iter_errors(value)]


def loads(kind: str, text: str) -> bool:
    value = raw(text)
    items = value if KINDS[kind].listed else [value]
    return not any(check_record(KINDS[kind].record, item, "f")[1] for item in items or [])


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_draft_07_as_the_language_server_reads_it(name):
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])
    text = json.dumps(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"
    for newer in ("$defs", "prefixItems", "unevaluated", "dependentRequired"):
        assert newer not in text
    assert SCHEMAS[name]["title"] == name
    assert SCHEMAS[name]["description"]


def test_the_committed_schemas_are_current():
    """If this fails: python -m ledger schema."""
    folder = ROOT / "data" / "schema"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schema_texts()


def test_writing_leaves_what_is_right(tmp_path):
    first = write_schemas(tmp_path)
    times = [path.stat().st_mtime_ns for path in first]
    (tmp_path / "places.json").write_text("{}")
    assert write_schemas(tmp_path) == first
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == schema_texts()
    assert [path.stat().st_mtime_ns for path in first if path.name != "places.json"] == [
        time for path, time in zip(first, times, strict=True) if path.name != "places.json"
    ]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_field_is_explained_or_plain(name):
    plain = {"id", "name", "note", "title", "summary", "sides", "phases", "role", "kind", "claimant", "to", "why"}
    plain |= {"who", "lat", "lon", "link", "groups", "definition"}
    records = [SCHEMAS[name], *SCHEMAS[name].get("definitions", {}).values()]
    missing = [
        field
        for record in records
        for field, schema in record.get("properties", {}).items()
        if "description" not in schema and field not in plain
    ]
    assert missing == []


@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.yaml")), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_schemas_accept_the_data(path):
    kind = path.stem if path.parent == ROOT / "data" else path.relative_to(ROOT / "data").parts[0]
    if path.name != "template.yaml":
        assert complaints(kind, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("name", "text"), FILES.items())
def test_the_schemas_accept_the_tiny_world(name, text):
    assert complaints(name.split("/")[0].removesuffix(".yaml"), text) == []


WIDE = [
    ("statements", ""),
    ("reports", "# nothing yet"),
    ("statements", statement(claim(who="women", relies_on="a.b", formerly="c"), reports="gazette", names="mill")),
    ("statements", statement(claim(figure="30+"), claim(figure="no"), claim(figure="1,500".join('""')))),
    ("statements", statement(claim(figure="1.5"), claim(figure=0), claim(complete="TRUE", and_others="false"))),
    ("statements", statement(claim(note=2031, as_stated="true", printed="1.5", key=7), id=12, speaker=3.5)),
    ("statements", statement(claim(covers="not stated"), claim(covers="{as_stated: 48}"), covers="2031-03")),
    ("statements", statement("{metric: ended, on: {from: 2031-03-10}}", "{metric: ended, on: 2031-03-10 22:10Z}")),
    ("statements", statement(said="{by: 2031-03}")),
    ("places", "- {id: p, name: 7, level: town, lat: '35.5', lon: -1, precision_km: 1e1, aliases: [1, two]}"),
    ("claimants", "- {id: c, name: N, kind: office, side: s, via_relays_only: 'true'}"),
    ("events", "- " + EVENT_FIELDS),
]


@pytest.mark.parametrize(("kind", "text"), WIDE)
def test_the_schemas_accept_what_the_loader_accepts(kind, text):
    assert loads(kind, text)
    assert complaints(kind, text) == []


NARROW = [
    ("statements", statement(claim()).replace("figure: 84", "figure: 84, note: ")),
    ("statements", statement(claim(), said="").replace("said: ''", "said:")),
    ("statements", statement(claim()).replace("figure: 84", "figure: 84, covers: ")),
    ("statements", statement(claim()).replace("figure: 84", "figure: 84, basis: ")),
    ("statements", statement(claim(figrue=3))),
    ("statements", statement(claim(metric="Killed"))),
    ("statements", statement(claim(counting="total"))),
    ("statements", statement(claim(complete="yes"))),
    ("statements", statement(reports="[]")),
    ("statements", statement(claimant=None)),
    ("statements", statement("x")),
    ("statements", statement(claim(including="{figure: 3}"))),
    ("reports", "- {id: r, publisher: P, read: half, url: 'https://example.org'}"),
    ("places", "- {id: p, name: P, level: town, lat: north}"),
    ("dataset", "{title: T}"),
    ("groups", "[]"),
]


@pytest.mark.parametrize(("kind", "text"), NARROW)
def test_an_editor_shows_the_likely_slips(kind, text):
    assert not loads(kind, text)
    assert complaints(kind, text)


def test_hidden_characters_are_those_nobody_can_see():
    assert HIDDEN.search("a\u202eb")
    assert HIDDEN.search("a\ufeffb")
    assert not HIDDEN.search("نوٹ\u200cx\u200f\t\né’–")
