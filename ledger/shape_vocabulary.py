"""The vocabulary files: dataset.yaml, claimants.yaml, groups.yaml, metrics.yaml, places.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator

from ledger.moments import Moment, read_day
from ledger.shape_base import Id, Link, Record, Text

ClaimantKind = Literal[
    "office",
    "armed_group",
    "local_police",
    "unnamed",
    "agency_tally",
    "outlet",
    "think_tank",
    "rights_group",
    "international_body",
    "resident",
    "unattributed",
]


class Side(Record):
    """A group of claimants: a party to the conflict, the third parties, or tallies of others' figures."""

    id: Id
    name: Text
    role: Literal["party", "third_party", "tally"] = "party"


class PhaseName(Record):
    """What one claimant calls the phase; never our own name for it."""

    claimant: Id
    name: Text


class Span(Record):
    """Two moments, the second not before the first."""

    from_: Annotated[str, Field(alias="from", description="a day, or a time with zone")]
    to: Annotated[str, Field(description="a day (counted whole), or a time with zone")]


class PhaseBounds(Record):
    """When the phase began and ended according to one claimant."""

    claimant: Id
    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None
    report: Id | None = None


class Phase(Record):
    """One operation. `zero` is 00:00 local on the day of the first attack; without it the phase lies between others."""

    id: Id
    name: Text
    names: tuple[PhaseName, ...] = ()
    zero: Annotated[str | None, Field(description="the day of the first attack, such as 2024-08-25")] = None
    view: Span | None = None
    bounds: tuple[PhaseBounds, ...] = ()

    @field_validator("zero")
    @classmethod
    def _day(cls, value: str | None) -> str | None:
        if value is not None:
            read_day(value)
        return value


class DatasetFile(Record):
    """dataset.yaml: what the whole is, who speaks in it and which phases it has."""

    title: Text
    summary: Text
    licence: Text
    timezone: Text
    place: Annotated[Id | None, Field(description="the place in which the operation lies")] = None
    sides: tuple[Side, ...]
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    contact: Annotated[Text, Field(description="where to report a mistake: an address or a link")]
    read_note: Annotated[Text, Field(description="one line on what was read")]

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        Moment.zone_of(value)
        return value


class Claimant(Record):
    """Who asserts a figure; never the outlet that prints it."""

    id: Id
    name: Text
    side: Annotated[Id | None, Field(description="required unless kind is unattributed")] = None
    kind: ClaimantKind
    via_relays_only: Annotated[bool, Field(description="no statement of theirs was read first hand")] = False
    note: Text | None = None


class Group(Record):
    """People, as claimants describe them: a node of one tree."""

    id: Id
    name: Text
    parent: Id | None = None
    side: Annotated[
        Id | None, Field(description="whose people these are; inherited from the parent; `none` clears it")
    ] = None
    forces: Annotated[bool, Field(description="armed forces: takes part in a loss exchange")] = False
    definition: Text | None = None


class Who(Record):
    """A word for people that crosses the tree, such as women or the named."""

    id: Id
    name: Text
    definition: Text | None = None


class GroupsFile(Record):
    """groups.yaml: the tree of groups and the words that cross it."""

    groups: tuple[Group, ...]
    who: tuple[Who, ...] = ()


class Metric(Record):
    """What is counted, with its definition and where the neighbouring metric begins."""

    id: Id
    label: Text
    family: Id
    value: Literal["count", "duration", "date", "statement"] = "count"
    unit: Annotated[Text | None, Field(description="people, vehicles, places, …; `people` requires `of`")] = None
    state_of: Annotated[Id | None, Field(description="the metric of which this is a later state")] = None
    counting: Annotated[
        Literal["cumulative", "standing"] | None,
        Field(description="how claims of this metric count when they say nothing"),
    ] = None
    definition: Text


class Place(Record):
    """A place at the level at which claims name it; nothing finer than a named settlement."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    level: Literal["province", "district", "tehsil", "town", "area"]
    within: Id | None = None
    lat: Annotated[float | None, Field(ge=-90, le=90)] = None
    lon: Annotated[float | None, Field(ge=-180, le=180)] = None
    precision_km: Annotated[float | None, Field(gt=0)] = None
    source: Text | None = None
    link: Link | None = None
    note: Text | None = None
