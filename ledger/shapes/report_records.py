"""The files of what was read and what happened: reports and events."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from ledger.shapes.record_base import FORMS, Id, Ids, Link, Record, SomeIds, Text, When, at_most_words


class Report(Record):
    """One published page that was read."""

    id: Annotated[Id, Field(description="such as gazette-2026-01-31; statements and events name it")]
    publisher: Annotated[Text, Field(description="who published the page")]
    agency: Annotated[Text | None, Field(description="the agency whose copy it is, if any")] = None
    url: Annotated[Link | None, Field(description="http or https; left out only with not_linked")] = None
    not_linked: Annotated[Text | None, Field(description="why there is no link, instead of url")] = None
    published: Annotated[When | None, Field(description=f"{FORMS}; left out if unknown")] = None
    read: Annotated[Literal["full", "excerpt"], Field(description="how much of the page was read")]
    read_on: Annotated[When | None, Field(description="the day on which it was read")] = None
    archived: Annotated[Link | None, Field(description="a copy in a web archive")] = None
    language: Annotated[
        str, Field(pattern=r"^[a-z]{2,3}$", description="language code of the page, such as en, hi, ur")
    ] = "en"
    note: Annotated[Text | None, Field(description="what a reader must know about the page")] = None

    @model_validator(mode="after")
    def _link_or_reason(self) -> Report:
        if (self.url is None) == (self.not_linked is None):
            raise ValueError("give either url or not_linked (the reason why there is no link)")
        return self


class Event(Record):
    """Something that happened, or was said to have happened, at a time."""

    id: Annotated[Id, Field(description="such as station-2026-01-31")]
    kind: Literal["attack", "response", "statement", "end", "aftermath"]
    when: Annotated[When, Field(description=FORMS)]
    until: Annotated[When | None, Field(description="the end, if it lasted")] = None
    precision: Annotated[
        Literal["minute", "hour", "part of day", "day", "month"],
        Field(description="how exactly the time is known; the timeline draws no finer"),
    ] = "day"
    according_to: Annotated[Ids, Field(description="the claimants who say so; left out if undisputed")] = ()
    places: Annotated[Ids, Field(description="where, as ids of places.yaml")] = ()
    what: Annotated[Text, at_most_words(40), Field(description="what happened, in our words, at most 40")]
    reports: Annotated[SomeIds, Field(description="the pages that say so")]
    note: Annotated[Text | None, Field(description="what a reader must know")] = None
