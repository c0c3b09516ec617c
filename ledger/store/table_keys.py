"""Keys and references between the store's tables, checked over whole columns before a row goes in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import duckdb

Columns = Sequence[Sequence[object]]
_TABLE = re.compile(r"^create table (\w+) \((.*?)\);$", re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r'"?(\w+)"? (?:varchar|integer|bigint|double|boolean|timestamp)\b([^,\n]*)')
_KEY_OF_SEVERAL = re.compile(r",\s*primary key \(([^)]*)\)")
_REFERENCE = re.compile(r" references (\w+) \(id\)")


@dataclass(frozen=True)
class Declared:
    """What schema.sql says of one table: its columns, those that make its key, and the tables that columns name."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    references: Mapping[str, str]


def without_keys(schema: str) -> str:
    """The schema without keys and references: an index for each, filled row by row, took longer than all the rest."""
    return _REFERENCE.sub("", _KEY_OF_SEVERAL.sub("", schema)).replace(" primary key", " not null")


@cache
def declared(schema: str) -> dict[str, Declared]:
    """The tables of a schema by name."""
    tables = {}
    for table, body in _TABLE.findall(schema):
        several = _KEY_OF_SEVERAL.search(body)
        columns = dict(_COLUMN.findall(body))
        single = tuple(name for name, rest in columns.items() if " primary key" in rest)
        references = {name: found[1] for name, rest in columns.items() if (found := _REFERENCE.search(rest))}
        tables[table] = Declared(tuple(columns), tuple(several[1].split(", ")) if several else single, references)
    return tables


def check_keys(tables: Mapping[str, Declared], filled: Mapping[str, Columns]) -> None:
    """Raise duckdb.ConstraintException for a key that stands twice, or a reference to what is not there."""
    for name, columns in filled.items():
        table = tables[name]
        if not columns:
            continue
        by_name = dict(zip(table.columns, columns, strict=True))
        keys = list(zip(*(by_name[column] for column in table.key), strict=True))
        if len(set(keys)) < len(keys):
            twice = next(key for number, key in enumerate(keys) if key in keys[:number])
            raise duckdb.ConstraintException(f"{name}: the key {twice} stands twice")
        for column, other in table.references.items():
            known = filled[other][tables[other].columns.index("id")] if filled[other] else ()
            if missing := {*by_name[column]} - {None, *known}:
                raise duckdb.ConstraintException(f"{name}.{column}: there is no {min(map(str, missing))} in {other}")
