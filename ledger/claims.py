"""From statements as editors write them to one row per claim: parts inherit, ids are put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from ledger.clocks import Period, Said, begins_with_phase, read_period, read_said
from ledger.figures import Figure, FigureError, read_figure
from ledger.problems import Problem
from ledger.reading import Placed
from ledger.shape_statements import Appearance, Claim, Covers, Report, Statement
from ledger.vocabulary import OPERATION, Vocabulary

Location = tuple[str | int, ...]
LARGEST_FIGURE = 1_000_000_000


@dataclass(frozen=True)
class ClaimRow:
    """One claim, whole: what it inherits is filled in, its words are read, its id is fixed."""

    id: str
    statement: str
    phase: str
    claimant: str
    metric: str
    group: str | None
    who: tuple[str, ...]
    by: str | None
    places: tuple[str, ...]
    and_others: bool
    site: str | None
    period: Period | None
    counting: str | None
    figure: Figure | None
    says: str | None
    on_from: datetime | None
    on_to: datetime | None
    on_words: str | None
    part_of: str | None
    complete: bool
    report: str
    direction: str | None
    record: Claim
    said: Said
    placed: Placed[Statement]
    location: Location
    order: int = 0
    superseded_at: datetime | None = None
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def problem(self, message: str, *location: str | int, level: str = "error") -> Problem:
        """A problem at a field of this claim."""
        return self.placed.problem(message, *self.location, *location, level=level, subject=self.id)


@dataclass(frozen=True)
class Above:
    """What a part takes from its whole (or a claim from its statement) where it says nothing itself."""

    whole: ClaimRow | None
    covers: str | Covers | None


def claim_rows(
    placed: Placed[Statement], reports: dict[str, Report], words: Vocabulary, zone: str
) -> Iterator[ClaimRow]:
    """The claims of one statement, wholes before their parts. Its claimant must be known."""
    statement = placed.record
    published = [reports[r].published for r in reports_of(statement) if r in reports]
    said = read_said(statement.said, [day for day in published if day], zone)
    above = Above(None, statement.covers)
    for number, claim in enumerate(statement.claims):
        yield from _with_parts(placed, claim, ("claims", number), above, said, words, zone)


def reports_of(statement: Statement) -> list[str]:
    """Every report in which the statement was found: its own, then those of its claims' appearances."""
    found = dict.fromkeys(statement.reports)
    todo = list(statement.claims)
    while todo:
        claim = todo.pop(0)
        found.update(dict.fromkeys([claim.report] if claim.report else []))
        found.update(dict.fromkeys(appearance.report for appearance in claim.appears))
        todo[:0] = claim.including
    return list(found)


def _with_parts(
    placed: Placed[Statement], claim: Claim, at: Location, above: Above, said: Said, words: Vocabulary, zone: str
) -> Iterator[ClaimRow]:
    row = _row(placed, claim, at, above, said, words, zone)
    yield row
    below = Above(row, claim.covers if claim.covers is not None else above.covers)
    for number, part in enumerate(claim.including):
        yield from _with_parts(placed, part, (*at, "including", number), below, said, words, zone)


def _row(
    placed: Placed[Statement], claim: Claim, at: Location, above: Above, said: Said, words: Vocabulary, zone: str
) -> ClaimRow:
    whole, statement, phase = above.whole, placed.record, placed.file.phase or ""
    metric = claim.metric or (whole.metric if whole else "")
    group = claim.of or (whole.group if whole else None)
    places = _places(claim) or (whole.places if whole else (OPERATION,))
    covers = claim.covers if claim.covers is not None else above.covers
    figure, problem = _figure(claim, metric, words)
    on = read_period(claim.on, zone)
    row = ClaimRow(
        id="",
        statement=statement.id,
        phase=phase,
        claimant=statement.claimant,
        metric=metric,
        group=group,
        who=claim.who or (whole.who if whole else ()),
        by=claim.by or (whole.by if whole else None),
        places=places,
        and_others=claim.and_others or bool(whole and not _places(claim) and whole.and_others),
        site=claim.site or (whole.site if whole and not _places(claim) else None),
        period=read_period(covers, zone),
        counting=claim.counting or (whole.counting if whole else None),
        figure=figure,
        says=claim.says,
        on_from=on.start if on else None,
        on_to=on.end if on else None,
        on_words=_on_words(claim.on),
        part_of=claim.part_of or (whole.id if whole else None),
        complete=claim.complete,
        report=claim.report or statement.reports[0],
        direction=words.direction(statement.claimant, group) if group in words.groups else None,
        record=claim,
        said=said,
        placed=placed,
        location=at,
        problems=() if problem is None else (placed.problem(problem, *at, "figure"),),
    )
    named = replace(row, id=_claim_id(row), counting=row.counting or _default_counting(row, words, zone))
    return replace(named, problems=tuple(replace(p, subject=named.id) for p in named.problems))


def _on_words(on: str | Covers | None) -> str | None:
    if on is None or isinstance(on, str):
        return on
    return on.as_stated or " to ".join(moment for moment in (on.from_, on.to) if moment)


def _places(claim: Claim) -> tuple[str, ...]:
    return claim.places or ((claim.place,) if claim.place else ())


def _figure(claim: Claim, metric: str, words: Vocabulary) -> tuple[Figure | None, str | None]:
    if claim.figure is None:
        return None, None
    kind = words.metrics[metric].value if metric in words.metrics else "count"
    try:
        figure = read_figure(claim.figure, duration=kind == "duration")
    except FigureError as error:
        return None, str(error)
    if (figure.point or figure.high or figure.low or 0) > LARGEST_FIGURE:
        return None, f'"{figure.printed}" is beyond any count of people or things; correct it'
    return figure, None


def _claim_id(row: ClaimRow) -> str:
    """statement.metric[.group][.who][.by][.places][.key]: never an ordinal, so that an insertion moves no id."""
    places = () if row.places == (OPERATION,) else row.places
    parts = [row.statement, row.metric, row.group, "+".join(row.who), row.by, "+".join(places), row.record.key]
    return ".".join(part for part in parts if part)


def _default_counting(row: ClaimRow, words: Vocabulary, zone: str) -> str | None:
    """`cumulative` where leaving it out is allowed (design.md §2); texts, dates and durations have none."""
    metric = words.metrics.get(row.metric)
    if row.figure is None or metric is None or metric.value != "count":
        return None
    if metric.counting:
        return metric.counting
    phase = words.phases.get(row.phase)
    zero = read_period(phase.zero, zone) if phase and phase.zero else None
    return "cumulative" if begins_with_phase(row.period, zero.start if zero else None) else None


def appearance_places(appearance: Appearance) -> tuple[str, ...] | None:
    """The places the appearance prints, or None where it agrees with the claim."""
    return (appearance.place,) if appearance.place else appearance.places
