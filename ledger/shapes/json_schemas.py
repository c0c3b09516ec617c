"""JSON Schemas of the YAML files, for completion and checking in an editor.

yaml-language-server reads draft-07. A schema accepts whatever the loader accepts and refuses most of what it
refuses; what points from one file to another is checked by `python -m ledger check` alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ledger.shapes.data_files import KINDS, Kind
from ledger.shapes.record_base import TRUE_FALSE

DRAFT = "http://json-schema.org/draft-07/schema#"
FILES = {
    "dataset": "dataset.yaml: what the whole is, who speaks in it and which phases it has.",
    "claimants": "claimants.yaml: who asserts figures; never the outlets that print them.",
    "groups": "groups.yaml: who was harmed, as a tree, and the words that cross it.",
    "metrics": "metrics.yaml: what is counted, and where the neighbouring metric begins.",
    "places": "places.yaml: where, at the level at which claims name a place.",
    "reports": "reports/<phase>.yaml: the pages that were read about one phase.",
    "statements": "statements/<phase>/<side>.yaml: what the claimants of one side said about one phase.",
    "events": "events/<phase>.yaml: what happened, or was said to have happened, in one phase.",
}
# The loader leaves what is not a whole number as text, and a text field takes whatever is written there.
ANY_TEXT = ["string", "number", "boolean"]
DECIMAL = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"


def write_schemas(folder: Path) -> list[Path]:
    """Write one schema per kind of file into the folder; those that are right already are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schema_texts().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def schema_texts() -> dict[str, str]:
    """The schemas by file name, the same on every machine."""
    return {f"{name}.json": _text(_schema(name, kind)) for name, kind in KINDS.items()}


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _schema(name: str, kind: Kind) -> dict[str, Any]:
    adapter: TypeAdapter[Any] = TypeAdapter(kind.record)
    record = adapter.json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = record.pop("$defs", {})
    title = kind.record.__name__
    if kind.listed:
        if "$ref" not in record:
            definitions[title] = record
        # A file may be begun and still hold nothing.
        items: dict[str, Any] = {"$ref": f"#/definitions/{title}"}
        record = {"type": ["array", "null"], "items": items}
    head = {"$schema": DRAFT, "title": name, "description": FILES[name]}
    record.pop("title", None)
    record.pop("description", None)
    inner = {"definitions": _as_written(dict(sorted(definitions.items())))} if definitions else {}
    return {**head, **_as_written(record), **inner}


def _as_written(part: Any, *, is_names: bool = False) -> Any:
    """The schema of a value as it stands in YAML, before the loader has read it. `is_names`: keys are field names."""
    if isinstance(part, list):
        return [_as_written(item) for item in part]
    if not isinstance(part, dict):
        return part
    if is_names:
        return {name: _field(_as_written(field)) for name, field in part.items()}
    made = {key: _as_written(value, is_names=key == "properties") for key, value in part.items()}
    if made.get("default", ...) is None:
        del made["default"]
    if "enum" in made or "const" in made:
        return made
    if made.get("type") == "string":
        made["type"] = ANY_TEXT
    elif made.get("type") == "boolean":
        made |= {"type": ["boolean", "string"], "pattern": f"^({'|'.join(TRUE_FALSE)})$"}
    elif made.get("type") == "number":
        made |= {"type": ["number", "string"], "pattern": DECIMAL}
    return _something(made)


def _something(part: dict[str, Any]) -> dict[str, Any]:
    """Without the alternative null: a field that is left out is right, one with nothing behind it is not."""
    kinds = [kind for kind in part.get("anyOf", []) if kind != {"type": "null"}]
    if not kinds:
        return part
    around = {key: item for key, item in part.items() if key != "anyOf"}
    return {**around, **(kinds[0] if len(kinds) == 1 else {"anyOf": kinds})}


def _field(field: dict[str, Any]) -> dict[str, Any]:
    """Without the title pydantic makes of the field's name, which an editor would show above the description."""
    return {key: value for key, value in field.items() if key != "title"}
