"""From statements as editors write them to one row per claim: parts inherit, ids are put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ledger.claims.claim_fields import claim_id, counting_of, figure_of, in_words, metric_of
from ledger.claims.clocks import Period, Said, read_period, read_said
from ledger.claims.figures import Figure
from ledger.claims.vocabulary import OPERATION, OTHERS, Vocabulary
from ledger.shapes.moments import read_moment
from ledger.shapes.read_folder import Placed
from ledger.shapes.report_records import Report
from ledger.shapes.statement_records import Appearance, Claim, Statement
from ledger.yaml.placed_values import Mapping
from ledger.yaml.problems import Problem

Location = tuple[str | int, ...]


@dataclass(slots=True, eq=False)
class ClaimRow:
    """One claim, whole: what it inherits is filled in, its words are read, its id is fixed.

    It never changes afterwards, and is shared by every dataset in which its file stands unchanged.
    """

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
    line: int
    place_key: str = ""
    series: str = ""
    problems: tuple[Problem, ...] = ()

    def problem(self, message: str, *location: str | int, level: str = "error") -> Problem:
        """A problem at a field of this claim."""
        return self.placed.problem(message, *self.location, *location, level=level, subject=self.id)


def place_key(places: tuple[str, ...], and_others: bool) -> str:
    """The places as one word, whatever the order in which they were written."""
    if len(places) == 1 and not and_others:
        return places[0]
    return "+".join([*sorted(places), *([OTHERS] if and_others else [])])


def series_of(row: ClaimRow, words: Vocabulary) -> str:
    """What must agree for one figure to succeed another (design.md §1).

    A later state of a metric is a series of its own: 10 released do not succeed 18 captured.
    A site within a town is a place of its own.
    """
    metric, who = words.metrics.get(row.metric), tuple(sorted(row.who))
    counted = row.metric if metric is None or metric.state_of else metric.family
    whom = f"{row.claimant}|{counted}|{row.group}|{who}|{row.by}"
    return f"{whom}|{row.place_key}|{row.site}|{row.phase}|{row.counting}"


@dataclass(slots=True)
class Around:
    """What the claims of one statement have in common."""

    placed: Placed[Statement]
    said: Said
    period: Period | None
    words: Vocabulary
    zone: str
    zero: datetime | None


def claim_rows(
    placed: Placed[Statement], reports: dict[str, Report], words: Vocabulary, zone: str
) -> Iterator[ClaimRow]:
    """The claims of one statement, wholes before their parts."""
    statement = placed.record
    phase = words.phases.get(placed.file.phase or "")
    zero = read_moment(phase.zero, zone).start if phase and phase.zero else None
    said = said_when(statement, reports, zone)
    around = Around(placed, said, read_period(statement.covers, zone), words, zone, zero)
    for number, claim in enumerate(statement.claims):
        yield from _with_parts(around, claim, placed.raw["claims"][number], ("claims", number), None)


def said_when(statement: Statement, reports: dict[str, Report], zone: str) -> Said:
    """The first clock of a statement; where it says nothing, what the dates of its reports tell."""
    if statement.said is not None:
        return read_said(statement.said, (), zone)
    published = [reports[report].published for report in reports_of(statement) if report in reports]
    return read_said(None, [day for day in published if day], zone)


def reports_of(statement: Statement) -> list[str]:
    """Every report in which the statement was found: its own, then those of its claims' appearances."""
    found = dict.fromkeys(statement.reports)
    todo = list(reversed(statement.claims))
    while todo:
        claim = todo.pop()
        if claim.report:
            found[claim.report] = None
        for appearance in claim.appears:
            found[appearance.report] = None
        todo.extend(reversed(claim.including))
    return list(found)


def _with_parts(
    around: Around, claim: Claim, raw: Mapping, at: Location, whole: ClaimRow | None
) -> Iterator[ClaimRow]:
    row = _row(around, claim, raw.position[0], at, whole)
    yield row
    for number, part in enumerate(claim.including):
        yield from _with_parts(around, part, raw["including"][number], (*at, "including", number), row)


def _row(around: Around, claim: Claim, line: int, at: Location, whole: ClaimRow | None) -> ClaimRow:
    statement, words = around.placed.record, around.words
    own_places = claim.places or ((claim.place,) if claim.place else ())
    placing = None if own_places else whole
    metric = claim.metric or (whole.metric if whole else metric_of(claim.answers or claim.withdraws))
    group = claim.of or (whole.group if whole else None)
    who = claim.who or (whole.who if whole else ())
    by = claim.by or (whole.by if whole else None)
    places = own_places or (whole.places if whole else (OPERATION,))
    if claim.covers is None:
        period = whole.period if whole else around.period
    else:
        period = read_period(claim.covers, around.zone)
    figure, wrong = figure_of(claim, metric, words)
    on = read_period(claim.on, around.zone)
    name = claim_id(statement.id, metric, group, who, by, places, claim.key)
    counted = (whole.metric, whole.counting, whole.period) if whole else None
    and_others = claim.and_others or bool(placing and placing.and_others)
    row = ClaimRow(
        id=name,
        statement=statement.id,
        phase=around.placed.file.phase or "",
        claimant=statement.claimant,
        metric=metric,
        group=group,
        who=who,
        by=by,
        places=places,
        and_others=and_others,
        site=claim.site or (placing.site if placing else None),
        period=period,
        counting=claim.counting
        or counting_of(words.metrics.get(metric), figure, period, around.zero, counted),
        figure=figure,
        says=claim.says,
        on_from=on.start if on else None,
        on_to=on.end if on else None,
        on_words=in_words(claim.on),
        part_of=whole.id if whole else claim.part_of,
        complete=claim.complete,
        report=claim.report or (whole.report if whole else statement.reports[0]),
        direction=words.direction(statement.claimant, group),
        record=claim,
        said=around.said,
        placed=around.placed,
        location=at,
        line=line,
        place_key=place_key(places, and_others),
        problems=(around.placed.problem(wrong, *at, "figure", subject=name),) if wrong else (),
    )
    row.series = series_of(row, words)
    return row


def appearance_places(appearance: Appearance) -> tuple[str, ...] | None:
    """The places the appearance prints, or None where it agrees with the claim."""
    return (appearance.place,) if appearance.place else appearance.places
