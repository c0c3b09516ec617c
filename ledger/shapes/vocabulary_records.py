"""The vocabulary files: dataset.yaml, claimants.yaml, groups.yaml, metrics.yaml, places.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from ledger.shapes.moments import Moment, read_day
from ledger.shapes.record_base import FORMS, Flag, Id, Link, Number, Record, Text, When

SHORT = "a shorter name for pictures, where the whole one has no room; tables keep the whole"
Short = Annotated[Text | None, Field(description=SHORT, max_length=24)]
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

    id: Annotated[Id, Field(description="files in statements/<phase>/ are named after it")]
    name: Text
    short: Short = None
    role: Literal["party", "third_party", "tally"] = "party"


class PhaseName(Record):
    """What one claimant calls the phase; never our own name for it."""

    claimant: Id
    name: Text


class Span(Record):
    """Two moments, the second not before the first."""

    from_: Annotated[When, Field(alias="from", description=FORMS)]
    to: Annotated[When, Field(description=f"{FORMS}; a day is counted whole")]


class PhaseBounds(Record):
    """When the phase began and ended according to one claimant."""

    claimant: Id
    from_: Annotated[When | None, Field(alias="from", description=FORMS)] = None
    to: Annotated[When | None, Field(description=FORMS)] = None
    report: Annotated[Id | None, Field(description="the report that says so")] = None


class Phase(Record):
    """One operation. Without `zero` the phase lies between others."""

    id: Annotated[Id, Field(description="files and folders of the phase are named after it")]
    name: Text
    short: Short = None
    names: Annotated[tuple[PhaseName, ...], Field(description="each party's own name for it")] = ()
    zero: Annotated[str | None, Field(description="the day of the first attack, such as 2024-08-25")] = None
    view: Annotated[Span | None, Field(description="the stretch that the timeline draws")] = None
    bounds: Annotated[tuple[PhaseBounds, ...], Field(description="its start and end as each party says")] = ()

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
    licence: Annotated[Text, Field(description="of the data, such as CC BY 4.0")]
    timezone: Annotated[Text, Field(description="in which a day begins and ends, such as Asia/Tokyo")]
    place: Annotated[Id | None, Field(description="the place in which the operation lies")] = None
    whole: Annotated[
        Text, Field(description="what a figure without a place counts, as pages say it: the whole war", max_length=40)
    ] = "the whole conflict"
    phase_word: Annotated[
        Text, Field(description="what pages call a phase, in one word: round, war; several get an s", max_length=20)
    ] = "phase"
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

    id: Annotated[Id, Field(description="such as interior-minister, security-official-to-afp")]
    name: Annotated[Text, Field(description="an office or role; of people, office-holders only")]
    short: Short = None
    side: Annotated[Id | None, Field(description="required unless kind is unattributed")] = None
    kind: Annotated[
        ClaimantKind,
        Field(description="unnamed and unattributed sources replace nothing and have no ladder"),
    ]
    via_relays_only: Annotated[Flag, Field(description="true: no text of their own was read")] = False
    note: Text | None = None


class Group(Record):
    """People, as claimants describe them: a node of one tree."""

    id: Id
    name: Text
    parent: Annotated[Id | None, Field(description="the group in which it lies")] = None
    side: Annotated[
        Id | None, Field(description="whose people these are; inherited from the parent; none clears it")
    ] = None
    forces: Annotated[Flag, Field(description="true: armed forces, can take part in a loss exchange")] = False
    civilians: Annotated[
        Flag, Field(description="true: civilians, whom some recorders count alone; groups inside inherit it")
    ] = False
    definition: Annotated[Text | None, Field(description="who is meant, and where others begin")] = None


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
    label: Annotated[Text, Field(description="as shown to readers")]
    family: Annotated[Id, Field(description="metrics of one family are other words for the same question")]
    value: Annotated[
        Literal["count", "share", "duration", "date", "statement"],
        Field(description="what its claims give: figure, per cent of the group, a length of time, on, or says"),
    ] = "count"
    unit: Annotated[Text | None, Field(description="people, vehicles, places, …; people requires of")] = None
    state_of: Annotated[Id | None, Field(description="the metric of which this is a later state")] = None
    counting: Annotated[
        Literal["cumulative", "standing"] | None,
        Field(description="how claims of this metric count when they say nothing"),
    ] = None
    definition: Annotated[Text, Field(description="what is counted, and where the neighbour begins")]

    @model_validator(mode="after")
    def _share_of_its_own(self) -> Metric:
        if self.value == "share" and self.unit is not None:
            raise ValueError("a share is in per cent, never in people; leave unit out")
        return self


class Place(Record):
    """A place at the level at which claims name it; nothing finer than a named settlement."""

    id: Id
    name: Text
    aliases: Annotated[tuple[Text, ...], Field(description="other spellings")] = ()
    level: Annotated[
        Literal["province", "district", "tehsil", "town", "area"],
        Field(description="area: highways, a border; it has no coordinates"),
    ]
    within: Annotated[Id | None, Field(description="the place in which it lies")] = None
    lat: Annotated[Number | None, Field(ge=-90, le=90)] = None
    lon: Annotated[Number | None, Field(ge=-180, le=180)] = None
    precision_km: Annotated[Number | None, Field(gt=0, description="how far off the point may be")] = None
    source: Annotated[Text | None, Field(description="where the coordinates come from")] = None
    link: Link | None = None
    note: Text | None = None
