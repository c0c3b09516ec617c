"""The files of figures: reports, statements with their claims, and events."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator

from ledger.moments import read_moment
from ledger.shape_base import (
    ClaimId,
    ClaimIds,
    Id,
    Ids,
    Link,
    Record,
    Text,
    at_most_words,
    no_hidden_characters,
)

Value = int | Annotated[str, StringConstraints(max_length=80), AfterValidator(no_hidden_characters)]
Part = Literal["quotation", "paraphrase", "headline", "earlier version"]
Counting = Literal["cumulative", "period", "standing"]
Basis = Literal["statement", "breakdown", "bodies", "names", "imagery", "count"]


class Report(Record):
    """One published page that was read."""

    id: Id
    publisher: Text
    agency: Annotated[Text | None, Field(description="the agency whose copy it is, if any")] = None
    url: Link | None = None
    not_linked: Annotated[Text | None, Field(description="why there is no link, instead of url")] = None
    published: Annotated[str | None, Field(description="a day or a time with zone; absent if unknown")] = None
    read: Literal["full", "excerpt"]
    read_on: str | None = None
    archived: Link | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    note: Text | None = None

    @model_validator(mode="after")
    def _link_or_reason(self) -> Report:
        if (self.url is None) == (self.not_linked is None):
            raise ValueError("give either url or not_linked (the reason why there is no link)")
        return self

    @field_validator("published", "read_on")
    @classmethod
    def _moment(cls, value: str | None) -> str | None:
        if value is not None:
            read_moment(value)
        return value


class Between(Record):
    """A moment known only to lie after one and not later than another."""

    after: str | None = None
    by: str | None = None

    @model_validator(mode="after")
    def _something(self) -> Between:
        if self.after is None and self.by is None:
            raise ValueError("give after, by, or both; leave the field out if nothing is known")
        for value in (self.after, self.by):
            if value is not None:
                read_moment(value)
        return self


class Covers(Record):
    """The period a value counts (the second clock)."""

    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None
    as_stated: Annotated[Text | None, at_most_words(12)] = None
    inferred: Annotated[bool, Field(description="filled in by us: drawn dashed, never like for like")] = False

    @model_validator(mode="after")
    def _something(self) -> Covers:
        if self.from_ is None and self.to is None and self.as_stated is None:
            raise ValueError("give from, to or as_stated; leave covers out if the period is not stated")
        for value in (self.from_, self.to):
            if value is not None:
                read_moment(value)
        return self


class Correction(Record):
    """A correction that stays visible: when, from what, to what, and why."""

    on: str
    from_: Annotated[Value, Field(alias="from")]
    to: Value
    why: Text


class Appearance(Record):
    """The same claim of the same claimant printed in a report; what is absent agrees with the claim."""

    report: Id
    part: Part | None = None
    figure: Value | None = None
    metric: Id | None = None
    of: Id | None = None
    by: Id | None = None
    place: Id | None = None
    places: Ids | None = None
    covers: str | Covers | None = None
    words: Annotated[Text | None, at_most_words(12), Field(description="the differing words, as printed")] = None
    note: Text | None = None


class Claim(Record):
    """One item of a statement. A part under `including` takes from its whole what it does not say itself."""

    metric: Id | None = None
    of: Annotated[Id | None, Field(description="who was harmed: a group")] = None
    who: Annotated[Ids, Field(description="words that cross the groups")] = ()
    by: Annotated[Id | None, Field(description="who did it as attributed: a group or a side")] = None
    figure: Value | None = None
    says: Annotated[Text | None, at_most_words(15)] = None
    on: str | Covers | None = None
    printed: Annotated[Text | None, at_most_words(12), Field(description="the figure in the page's language")] = None
    as_stated: Annotated[Text | None, at_most_words(4), Field(description="the claimant's own word")] = None
    counted: Literal["ours"] | None = None
    from_: Annotated[Text | None, Field(alias="from", description="what we counted")] = None
    place: Id | None = None
    places: Ids = ()
    and_others: bool = False
    site: Annotated[Text | None, at_most_words(6)] = None
    covers: Annotated[str | Covers | None, Field(description="a day, a period, or `not stated`")] = None
    counting: Counting | None = None
    including: tuple[Claim, ...] = ()
    part_of: ClaimId | None = None
    complete: Annotated[bool, Field(description="the parts are said to be the whole")] = False
    relies_on: ClaimIds = ()
    basis: Basis | None = None
    disputed_reading: bool = False
    corrected: tuple[Correction, ...] = ()
    report: Annotated[Id | None, Field(description="the claim's own report; else the statement's first")] = None
    appears: tuple[Appearance, ...] = ()
    key: Annotated[Id | None, Field(description="a short word that keeps two ids apart")] = None
    formerly: ClaimIds = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _one_value(self) -> Claim:
        given = [name for name in ("figure", "says", "on") if getattr(self, name) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none of them"
            raise ValueError(f"exactly one of figure, says, on is needed; found {found}")
        if self.place and self.places:
            raise ValueError("give place or places, not both")
        if (self.counted is None) != (self.from_ is None):
            raise ValueError("counted: ours and from: (what was counted) go together")
        return self


class Statement(Record):
    """One utterance by one claimant at one time, found in one or more reports."""

    id: Id
    claimant: Id
    speaker: Text | None = None
    said: Annotated[
        str | Between | None, Field(description="a day, a time with zone, a month, or {after, by}")
    ] = None
    covers: str | Covers | None = None
    follows: Annotated[Id | None, Field(description="an earlier statement of the same day")] = None
    reports: Annotated[Ids, Field(min_length=1)]
    names: Annotated[Ids, Field(description="places the statement names")] = ()
    claims: tuple[Claim, ...] = ()
    note: Text | None = None

    @field_validator("said")
    @classmethod
    def _moment(cls, value: str | Between | None) -> str | Between | None:
        if isinstance(value, str):
            read_moment(value)
        return value


class Event(Record):
    """Something that happened, or was said to have happened, at a time."""

    id: Id
    kind: Literal["attack", "response", "statement", "end", "aftermath"]
    when: Annotated[str, Field(description="a day, a time with zone, or a month")]
    until: str | None = None
    precision: Literal["minute", "hour", "part of day", "day", "month"] = "day"
    according_to: Ids = ()
    places: Ids = ()
    what: Annotated[Text, at_most_words(40)]
    reports: Annotated[Ids, Field(min_length=1)]
    note: Text | None = None

    @field_validator("when", "until")
    @classmethod
    def _moment(cls, value: str | None) -> str | None:
        if value is not None:
            read_moment(value)
        return value
