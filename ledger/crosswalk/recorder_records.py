"""The recorders' rules as checked records, read from recorders.yaml beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from ledger.shapes.check_record import check_record
from ledger.shapes.moments import read_day
from ledger.shapes.record_base import Flag, Id, Link, Record, Text
from ledger.yaml.problems import Problem
from ledger.yaml.strict_loader import Listing, read_yaml

FILE = Path(__file__).with_name("recorders.yaml")


def _day(value: object) -> object:
    read_day(str(value))
    return value


class Reading(Record):
    """Where and when the text of a rule was read."""

    url: Annotated[Link, Field(description="the address at which the text was read")]
    on: Annotated[str, BeforeValidator(_day), Field(description="the day on which it was read")]
    copy_: Annotated[Flag, Field(alias="copy", description="true: a copy of the recorder's own text")] = False


class Recorder(Record):
    """One recorder of casualties, and its published rule so far as it was read."""

    id: Id
    name: Text
    home: Annotated[Link | None, Field(description="the recorder's own page")] = None
    read: Annotated[Reading | None, Field(description="where the rule was read; without it, nothing is enabled")] = None
    not_read: Annotated[Text | None, Field(description="why it was not")] = None
    counts: Annotated[tuple[Literal["deaths", "injuries"], ...], Field(description="what becomes a number")] = ()
    people: Literal["everybody", "civilians"] = "everybody"
    longest: Annotated[int | None, Field(description="hours; a figure for a longer period is no incident")] = None
    place: Literal["anywhere", "named", "one place"] = "anywhere"
    words: Annotated[dict[str, int], Field(description="what a word without a number becomes", default_factory=dict)]
    differing: Literal["lowest", "range", "latest", "grade"] | None = None
    caveat: Annotated[Text | None, Field(description="what a reader must know of a number it would record")] = None
    rule: Annotated[Text | None, Field(description="the rule in a sentence of ours")] = None

    @model_validator(mode="after")
    def _read_or_not(self) -> Recorder:
        if (self.read is None) == (self.not_read is None):
            raise ValueError("give either read (where the rule was read) or not_read (why it was not)")
        if self.read and not (self.counts and self.differing and self.rule):
            raise ValueError("a rule that was read needs counts, differing (what becomes of figures that differ), rule")
        return self

    @property
    def is_enabled(self) -> bool:
        """Only a rule whose text was read is replayed."""
        return self.read is not None


def read_recorders(content: bytes, shown: str) -> tuple[tuple[Recorder, ...], list[Problem]]:
    """The recorders of a file, and everything that is wrong with it."""
    raw, problems = read_yaml(content, shown)
    if problems or not isinstance(raw, Listing):
        return (), problems or [Problem(shown, 1, 1, "", "a list of recorders is expected")]
    found = [check_record(Recorder, item, shown) for item in raw]
    return tuple(record for record, _ in found if record), [problem for _, more in found for problem in more]


@cache
def recorders() -> tuple[Recorder, ...]:
    """The recorders in the file's order. ValueError where the file is wrong: it is ours, and comes with the code."""
    found, problems = read_recorders(FILE.read_bytes(), FILE.name)
    if problems:
        raise ValueError("; ".join(str(problem) for problem in problems))
    return found
