"""The files of figures: statements with their claims."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from ledger.shapes.periods import Period, Said
from ledger.shapes.record_base import (
    FORMS,
    ClaimId,
    ClaimIds,
    Flag,
    Id,
    Ids,
    Record,
    SomeIds,
    Text,
    When,
    at_most_words,
    no_hidden_characters,
)

Value = int | Annotated[str, StringConstraints(max_length=80), AfterValidator(no_hidden_characters)]
Part = Literal["quotation", "paraphrase", "headline", "earlier version"]
Counting = Literal["cumulative", "period", "standing"]
Basis = Literal["statement", "breakdown", "bodies", "names", "imagery", "count"]
How = Literal["denies", "accepts", "disputes the number", "declines to comment"]
FIGURES = "84, at least 30, more than 30, up to 250, 17-22, about 200, dozens, none, none reported"


class Correction(Record):
    """A correction that stays visible: when, from what, to what, and why."""

    on: Annotated[When, Field(description="the day of the correction")]
    from_: Annotated[Value, Field(alias="from", description="what stood here before")]
    to: Annotated[Value, Field(description="what stands here now")]
    why: Text


class Appearance(Record):
    """The same claim of the same claimant printed in a report; what is absent agrees with the claim."""

    report: Annotated[Id, Field(description="an id of reports/")]
    part: Annotated[Part | None, Field(description="where on the page it stands")] = None
    figure: Annotated[Value | None, Field(description=f"if another figure is printed: {FIGURES}")] = None
    metric: Annotated[Id | None, Field(description="if another word is printed, such as killed")] = None
    of: Annotated[Id | None, Field(description="if another group is printed")] = None
    by: Annotated[Id | None, Field(description="if another perpetrator is printed")] = None
    place: Annotated[Id | None, Field(description="if another place is printed")] = None
    places: Annotated[Ids | None, Field(description="if other places are printed")] = None
    covers: Annotated[Period | None, Field(description="if another period is printed")] = None
    words: Annotated[
        Annotated[Text, at_most_words(12)] | None, Field(description="the differing words, as printed, at most 12")
    ] = None
    note: Annotated[Text | None, Field(description="what a reader must know about this printing")] = None

    @model_validator(mode="after")
    def _one_place(self) -> Appearance:
        if self.place and self.places:
            raise ValueError("give place or places, not both")
        return self


class Settling(Record):
    """What is known to exist, or to be missing, that would close a disagreement about the figure."""

    on: Annotated[When, Field(description="the day on which this was so")]
    what: Annotated[
        Text, at_most_words(15), Field(description="what exists or is missing, in at most 15 words of ours")
    ]
    report: Annotated[Id, Field(description="the page that says so")]


class Claim(Record):
    """One item of a statement. A part under `including` takes from its whole what it does not say itself."""

    metric: Annotated[
        Id | None, Field(description="an id of metrics.yaml; a part and an answer inherit it")
    ] = None
    of: Annotated[Id | None, Field(description="who was harmed: a group of groups.yaml")] = None
    who: Annotated[Ids, Field(description="words that cross the groups, such as women, named")] = ()
    by: Annotated[Id | None, Field(description="who did it as attributed: a group or a side")] = None
    figure: Annotated[
        Value | None,
        Field(description=f"as printed: {FIGURES}; durations: about 3 days. One of figure, says, on"),
    ] = None
    says: Annotated[
        Annotated[Text, at_most_words(15)] | None, Field(description="without a number, in at most 15 words of ours")
    ] = None
    on: Annotated[Period | None, Field(description="for a claim about when something began or ended")] = None
    printed: Annotated[
        Annotated[Text, at_most_words(12)] | None, Field(description="the figure in the page's own language")
    ] = None
    as_stated: Annotated[
        Annotated[Text, at_most_words(4)] | None,
        Field(description="the claimant's own word for people or act, at most 4; always shown quoted"),
    ] = None
    counted: Annotated[
        Literal["ours"] | None, Field(description="ours: printed nowhere, counted by us from a list")
    ] = None
    from_: Annotated[Text | None, Field(alias="from", description="the list we counted from")] = None
    place: Annotated[Id | None, Field(description="one place; left out: the whole (whole in dataset.yaml)")] = None
    places: Annotated[Ids, Field(description="several places for one figure together, never split")] = ()
    and_others: Annotated[Flag, Field(description="true: these places and others not named")] = False
    site: Annotated[
        Annotated[Text, at_most_words(6)] | None, Field(description="a kind of place within a town, such as camp")
    ] = None
    covers: Annotated[Period | None, Field(description="a day, {from, to, …}, or not stated")] = None
    counting: Annotated[
        Counting | None,
        Field(description="cumulative: since a start. period: its window only. standing: at that moment"),
    ] = None
    including: Annotated[tuple[Claim, ...], Field(description="parts of this figure")] = ()
    part_of: Annotated[
        ClaimId | None, Field(description="a claim of the same claimant of which this is a part")
    ] = None
    complete: Annotated[Flag, Field(description="true: the parts are said to be the whole")] = False
    relies_on: Annotated[ClaimIds, Field(description="claims whose figures this repeats or sums")] = ()
    answers: Annotated[
        ClaimId | None, Field(description="a claim of another claimant that this one answers; with how")
    ] = None
    how: Annotated[How | None, Field(description="how it answers")] = None
    withdraws: Annotated[
        ClaimId | None, Field(description="a claim of the same claimant that is taken back; never current again")
    ] = None
    settles: Annotated[
        tuple[Settling, ...], Field(description="what is known to exist or be missing that would settle it")
    ] = ()
    basis: Annotated[Basis | None, Field(description="what it rests on; left out: statement")] = None
    disputed_reading: Annotated[
        Flag, Field(description="true: relays of one utterance disagree and no quotation is held")
    ] = False
    corrected: Annotated[tuple[Correction, ...], Field(description="corrections made here")] = ()
    report: Annotated[
        Id | None, Field(description="the report with this figure; left out: its whole's, or the statement's first")
    ] = None
    appears: Annotated[tuple[Appearance, ...], Field(description="other printings of this claim")] = ()
    key: Annotated[Id | None, Field(description="a short word that keeps two ids apart")] = None
    formerly: Annotated[ClaimIds, Field(description="former ids of this claim, for old links")] = ()
    note: Annotated[Text | None, Field(description="what a reader needs, neutral, in our words")] = None

    @model_validator(mode="after")
    def _one_value(self) -> Claim:
        if (self.figure is None) + (self.says is None) + (self.on is None) != 2:
            given = [name for name in ("figure", "says", "on") if getattr(self, name) is not None]
            found = " and ".join(given) or "none of them"
            raise ValueError(f"exactly one of figure, says, on is needed; found {found}")
        if self.place and self.places:
            raise ValueError("give place or places, not both")
        if (self.counted is None) != (self.from_ is None):
            raise ValueError("counted: ours and from: (what was counted) go together")
        if (self.answers is None) != (self.how is None):
            raise ValueError("answers (a claim) and how (denies, accepts, …) go together")
        if self.answers and self.withdraws:
            raise ValueError("give answers or withdraws: one answers another claimant, the other takes back one's own")
        return self


class Statement(Record):
    """One utterance by one claimant at one time, found in one or more reports."""

    id: Annotated[Id, Field(description="such as police-2026-01-31; it begins the ids of its claims")]
    claimant: Annotated[Id, Field(description="who said it: an id of claimants.yaml")]
    speaker: Annotated[Text | None, Field(description="a spokesperson or office-holder; nobody else")] = None
    said: Annotated[
        Said | None,
        Field(description=f"{FORMS}, or {{after, by}}; left out: not later than its first report"),
    ] = None
    covers: Annotated[
        Period | None, Field(description="the period of all claims that do not say another")
    ] = None
    follows: Annotated[
        Id | None, Field(description="the statement of the same claimant that came before this one")
    ] = None
    reports: Annotated[SomeIds, Field(description="where it was found, the fullest first")]
    names: Annotated[Ids, Field(description="every place that the statement names")] = ()
    claims: Annotated[tuple[Claim, ...], Field(description="its figures and other claims")] = ()
    note: Annotated[Text | None, Field(description="what a reader must know about the statement")] = None
