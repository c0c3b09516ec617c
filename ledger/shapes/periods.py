"""The two clocks as they are written: between two moments, over a period, at a moment."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from ledger.shapes.record_base import (
    EITHER,
    FORMS,
    RECORD,
    TEXT,
    Flag,
    Record,
    Text,
    When,
    at_most_words,
    period_text,
)


class Between(Record):
    """A moment known only to lie after one and not later than another."""

    after: Annotated[When | None, Field(description=f"not before: {FORMS}")] = None
    by: Annotated[When | None, Field(description=f"not later than: {FORMS}")] = None

    @model_validator(mode="after")
    def _something(self) -> Between:
        if self.after is None and self.by is None:
            raise ValueError("give after, by, or both; leave the field out if nothing is known")
        return self


class Covers(Record):
    """The period a value counts (the second clock)."""

    from_: Annotated[When | None, Field(alias="from", description=f"its start: {FORMS}")] = None
    to: Annotated[When | None, Field(description="its end; a day is counted whole")] = None
    as_stated: Annotated[
        Annotated[Text, at_most_words(12)] | None, Field(description="the claimant's own words, such as past 48 hours")
    ] = None
    inferred: Annotated[
        Flag, Field(description="true: filled in by us, drawn dashed, never like for like")
    ] = False

    @model_validator(mode="after")
    def _something(self) -> Covers:
        if self.from_ is None and self.to is None and self.as_stated is None:
            raise ValueError("give from, to or as_stated; leave covers out if the period is not stated")
        return self


Period = Annotated[
    Annotated[Covers, RECORD] | Annotated[str, AfterValidator(period_text), TEXT], EITHER
]
Said = Annotated[Annotated[Between, RECORD] | Annotated[When, TEXT], EITHER]
