"""Everything as CSV, Parquet and JSON, with a Frictionless data package that says what each column means."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from ledger.checks.load_dataset import Dataset
from ledger.exports.export_columns import COLUMNS, FOREIGN_KEYS, KEYS, TITLES
from ledger.store.build_store import in_memory

HERE = Path(__file__).parent
# A spreadsheet reads a cell that begins with one of these as a formula, or skips the first two and looks on.
FORMULA = re.compile(r"^[=+\-@\t\r\n]")
MEDIA = {".csv": "text/csv", ".json": "application/json", ".parquet": "application/vnd.apache.parquet"}
# The rows of these ids only, in their order; `the_table` is one of the files beside this one.
SOME = """
select found.* from (the_table) as found
join (select unnest($ids) as id, generate_subscripts($ids, 1) as place) as wanted on wanted.id = found.id
order by wanted.place
"""
TYPES = {"integer": "Int64", "number": "Float64", "boolean": "boolean", "string": "str"}


def write_export(data: Dataset, out: Path) -> list[Path]:
    """Write every table of a dataset without errors, and the data package that describes them."""
    out.mkdir(parents=True, exist_ok=True)
    connection = in_memory(data, checked=False)
    try:
        contents = export_contents(connection)
    finally:
        connection.close()
    for name, content in contents.items():
        (out / name).write_bytes(content)
    return [out / name for name in contents]


def export_contents(connection: duckdb.DuckDBPyConnection) -> dict[str, bytes]:
    """Every file of the export by its name, the data package last."""
    frames = {name: table_frame(connection, name) for name in COLUMNS}
    contents = {f"{name}.csv": csv_bytes(frame) for name, frame in frames.items()}
    contents["claims.json"] = json_bytes(frames["claims"])
    contents["claims.parquet"] = parquet_bytes(frames["claims"])
    with connection.cursor() as cursor:
        facts = dict(cursor.execute("select key, value from meta").fetchall())
        reports = cursor.execute("select publisher, published, url from reports order by id").fetchall()
    text = json.dumps(_package(facts, contents, reports), indent=2, ensure_ascii=False) + "\n"
    return {**contents, "datapackage.json": text.encode()}


def table_frame(
    connection: duckdb.DuckDBPyConnection, table: str, ids: Sequence[str] | None = None
) -> pd.DataFrame:
    """The rows of ledger/exports/<table>.sql with the types of its columns; moments in the dataset's zone. With
    `ids`, only the rows of these ids, in their order."""
    text = (HERE / f"{table}.sql").read_text(encoding="utf-8")
    with connection.cursor() as cursor:
        if ids is None:
            frame = cursor.execute(text).df()
        else:
            chosen = SOME.replace("the_table", text.strip().removesuffix(";"))
            frame = cursor.execute(chosen, {"ids": list(ids)}).df()
        found = cursor.execute("select value from meta where key = 'timezone'").fetchone()
    zone = found[0] if found else "UTC"
    columns = COLUMNS[table]
    assert list(frame) == [column.name for column in columns], f"{table}.sql and export_columns.py differ"
    for column in columns:
        if column.kind == "datetime":
            frame[column.name] = frame[column.name].dt.tz_localize("UTC").dt.tz_convert(zone)
        else:
            frame[column.name] = frame[column.name].astype(TYPES[column.kind])
    return frame


def harmless(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy in which no text cell begins like a formula: such a cell gets a leading apostrophe."""
    made = frame.copy()
    for name in made:
        if pd.api.types.is_object_dtype(made[name]) or pd.api.types.is_string_dtype(made[name]):
            made[name] = made[name].map(_harmless_cell)
    return made


def _harmless_cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """The rows as CSV that opens everywhere: UTF-8 without BOM, ISO 8601, whole numbers whole, empty = not stated."""
    return harmless(_written(frame)).to_csv(index=False, lineterminator="\n").encode()


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """The rows as a Parquet file."""
    written = BytesIO()
    frame.to_parquet(written, index=False)
    return written.getvalue()


def json_bytes(frame: pd.DataFrame) -> bytes:
    """The rows as a list of records; null = not stated."""
    records = _written(frame).astype(object).where(frame.notna(), None).to_dict("records")
    return (json.dumps(records, indent=1, ensure_ascii=False, default=_plain) + "\n").encode()


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else str(value)


def _written(frame: pd.DataFrame) -> pd.DataFrame:
    """The same rows with moments, truth values and whole numbers as they are written in text."""
    made = frame.copy()
    for name in made:
        column = made[name]
        if pd.api.types.is_datetime64_any_dtype(column):
            made[name] = column.map(_iso, na_action="ignore").astype("str")
        elif pd.api.types.is_float_dtype(column) and (column.dropna() % 1 == 0).all():
            made[name] = column.astype("Int64")
    return made


def _iso(moment: pd.Timestamp) -> str:
    """A moment without zone is UTC, as everywhere in the store."""
    text = moment.isoformat(timespec="seconds")
    return text if moment.tzinfo else f"{text}Z"


def _package(facts: Mapping[str, str], contents: dict[str, bytes], reports: list[tuple]) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "name": _slug(facts["title"]),
        "title": facts["title"],
        "description": f"{facts['summary']} {facts['read_note']} Figures are as reported; none was verified.",
        "version": facts["data_version"],
        "licenses": [{"name": _slug(facts["licence"], keep_case=True), "title": facts["licence"]}],
        "sources": [_source(*report) for report in reports],
        "resources": [_resource(name, content) for name, content in contents.items()],
    }


def _source(publisher: str, published: str | None, url: str | None) -> dict[str, str]:
    title = f"{publisher}, {published}" if published else publisher
    return {"title": title, "path": url} if url else {"title": title}


def _resource(file: str, content: bytes) -> dict[str, Any]:
    path = Path(file)
    table = path.stem
    described = {
        "name": table if path.suffix == ".csv" else f"{table}-{path.suffix[1:]}",
        "path": file,
        "title": TITLES[table],
        "mediatype": MEDIA[path.suffix],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if path.suffix != ".csv":
        return {**described, "profile": "data-resource", "type": "file"}
    return {**described, "profile": "tabular-data-resource", "encoding": "utf-8", "schema": _schema(table)}


def _schema(table: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [], "missingValues": [""]}
    for name, kind, description, required in COLUMNS[table]:
        field: dict[str, Any] = {"name": name, "type": kind, "description": description}
        if kind == "datetime":
            field["format"] = "%Y-%m-%dT%H:%M:%S%z"
        if required:
            field["constraints"] = {"required": True}
        schema["fields"].append(field)
    if table in KEYS:
        schema["primaryKey"] = KEYS[table]
    if table in FOREIGN_KEYS:
        schema["foreignKeys"] = FOREIGN_KEYS[table]
    return schema


def _slug(text: str, *, keep_case: bool = False) -> str:
    """Words of a title as a name that a data package allows."""
    return re.sub(r"[^A-Za-z0-9._]+", "-", text if keep_case else text.lower()).strip("-") or "dataset"
