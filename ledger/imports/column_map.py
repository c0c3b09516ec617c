"""MAP.yaml: which column is which field, what is the same in every row, and how values translate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from ledger.exports.export_columns import CLAIMS
from ledger.imports.read_table import Table
from ledger.shapes.check_record import check_record, position_at
from ledger.shapes.record_base import EITHER, RECORD, TEXT, Record, Text
from ledger.yaml.placed_values import Mapping
from ledger.yaml.problems import Problem, errors_in, unknown
from ledger.yaml.strict_loader import read_yaml

# The columns of the exported claims, and what a new claimant, place or report needs besides.
Name = Literal[
    "id", "phase", "statement", "statement_note", "claimant", "claimant_name", "claimant_side", "claimant_kind",
    "speaker", "said", "said_from", "said_to", "covers", "covers_from", "covers_to", "covers_as_stated",
    "covers_inferred", "metric", "group", "who", "by", "place", "places", "place_level", "place_within",
    "place_lat", "place_lon", "place_source", "site", "figure", "says", "printed", "as_stated", "counting",
    "part_of", "relies_on", "basis", "counted", "counted_from", "answers", "how", "withdraws", "key", "note",
    "report", "publisher", "agency",
    "url", "not_linked", "published", "read", "read_on", "language",
]  # fmt: skip
NAMES: tuple[str, ...] = get_args(Name)
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
READINGS = Literal["day", "day-month-year", "month-day-year"]


class Source(Record):
    """Where a field comes from: a column, or two for a range from low to high, with what its values mean here."""

    column: Annotated[Text | None, Field(description="the name of the column in the table")] = None
    columns: Annotated[
        tuple[Text, Text] | None, Field(description="for figure: the columns of the lowest and the highest")
    ] = None
    values: Annotated[
        dict[str, str], Field(default_factory=dict, description="what each value of the column is here")
    ]
    read_as: Annotated[
        READINGS | None, Field(description="day: of a date with a time its day; else the order in which it is written")
    ] = None

    @model_validator(mode="after")
    def _one(self) -> Source:
        if (self.column is None) == (self.columns is None):
            raise ValueError("give column, or columns for a range")
        return self

    def needs(self) -> tuple[str, ...]:
        """The columns it reads."""
        return self.columns or (self.column or "",)


Given = Annotated[Annotated[Source, RECORD] | Annotated[Text, TEXT], EITHER]
Fields = dict[Name, Given]


class Skip(Record):
    """Rows that are left out on purpose, with the reason."""

    column: Text
    values: Annotated[tuple[str, ...], Field(min_length=1)]
    because: Text


class ColumnMap(Record):
    """The whole map. Each of `claims` makes one claim of every row in which it has a figure."""

    fields: Annotated[Fields, Field(default_factory=dict, description="what all claims of a row have in common")]
    claims: Annotated[tuple[Fields, ...], Field(min_length=1, description="the claims of a row")]
    skip: tuple[Skip, ...] = ()

    def needs(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every column that is read, with the place in the map that names it."""
        for number, rule in enumerate(self.skip):
            yield ("skip", number, "column"), rule.column
        for at, fields in ((("fields",), self.fields), *((("claims", n), c) for n, c in enumerate(self.claims))):
            for name, given in fields.items():
                columns = PLACEHOLDER.findall(given) if isinstance(given, str) else given.needs()
                for column in columns:
                    yield (*at, name), column


def own_map() -> ColumnMap:
    """The map of our own export: every column is the field of its name."""
    shared = {column.name: {"column": column.name} for column in CLAIMS if column.name in NAMES}
    shared["claimant_side"] = {"column": "side"}
    value = {name: shared.pop(name) for name in ("figure", "says")}
    return ColumnMap.model_validate({"fields": shared, "claims": [value]})


def read_map(path: Path, table: Table) -> tuple[ColumnMap | None, list[Problem]]:
    """The map, or what is wrong with it: by itself, and beside the table's columns."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return None, [Problem(str(path), 0, 0, "", f"cannot be read ({error.strerror})")]
    raw, problems = read_yaml(content, path.name)
    if errors_in(problems) or not isinstance(raw, Mapping):
        message = "a map is expected; see docs/import/README.md"
        return None, problems or [Problem(path.name, 1, 1, "", message)]
    made, found = check_record(ColumnMap, raw, path.name)
    if made is None:
        return None, found
    return made, list(_unknown_columns(made, raw, path.name, table))


def _unknown_columns(made: ColumnMap, raw: Mapping, path: str, table: Table) -> Iterator[Problem]:
    for location, column in made.needs():
        if column not in table.columns:
            message = unknown("column", column, table.columns, home="the table")
            yield Problem(path, *position_at(raw, location), "", message)
