"""Checks of statements and of single claims: known ids, required fields, clocks that can be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ledger.clocks import Period
from ledger.claims import ClaimRow
from ledger.problems import Problem, unknown
from ledger.reading import Placed
from ledger.shape_statements import Statement
from ledger.vocabulary import OPERATION, Vocabulary


def statement_problems(
    statements: Iterable[Placed[Statement]], words: Vocabulary, reports: Mapping[str, Placed]
) -> Iterator[Problem]:
    """Everything wrong with a statement that does not concern one claim alone."""
    for placed in statements:
        statement = placed.record
        if statement.claimant not in words.claimants:
            yield placed.problem(unknown("claimant", statement.claimant, words.claimants), "claimant")
        else:
            yield from _folder_agrees(placed, words)
        for number, report in enumerate(statement.reports):
            if report not in reports:
                yield placed.problem(unknown("report", report, reports), "reports", number)
        for number, place in enumerate(statement.names):
            if place not in words.places:
                yield placed.problem(unknown("place", place, words.places), "names", number)
        if not statement.claims and not statement.names:
            yield placed.problem("has neither claims nor named places; add one or remove it", level="warning")


def _folder_agrees(placed: Placed[Statement], words: Vocabulary) -> Iterator[Problem]:
    """Path and fields agree: statements/<phase>/<side>.yaml, or <side>-<word>.yaml."""
    side = words.claimants[placed.record.claimant].side or "unattributed"
    name = placed.file.name
    if name != side and not name.startswith(f"{side}-"):
        message = f'the claimant is of side "{side}" but the file is {name}.yaml; move the statement to {side}.yaml'
        yield placed.problem(message, "claimant")


def claim_problems(claims: Iterable[ClaimRow], words: Vocabulary) -> Iterator[Problem]:
    """Everything wrong with single claims."""
    for row in claims:
        yield from _known_words(row, words)
        yield from _value_fits(row, words)
        yield from _times(row)


def _known_words(row: ClaimRow, words: Vocabulary) -> Iterator[Problem]:
    if row.metric not in words.metrics:
        message = unknown("metric", row.metric, words.metrics) if row.metric else "a claim needs a metric; add it"
        yield row.problem(message, "metric")
    if row.group is not None and row.group not in words.groups:
        yield row.problem(unknown("group", row.group, words.groups), "of")
    for number, who in enumerate(row.record.who):
        if who not in words.who:
            yield row.problem(unknown('word of "who"', who, words.who), "who", number)
    if row.by is not None and row.by not in words.groups and row.by not in words.sides:
        yield row.problem(unknown("group or side", row.by, [*words.groups, *words.sides]), "by")
    for number, place in enumerate(row.places):
        if place != OPERATION and place not in words.places:
            field = ("place",) if row.record.place else ("places", number)
            yield row.problem(unknown("place", place, words.places), *field)
    if len(set(row.places)) < len(row.places):
        yield row.problem("a place is listed twice; list each once", "places")


def _value_fits(row: ClaimRow, words: Vocabulary) -> Iterator[Problem]:
    metric = words.metrics.get(row.metric)
    if metric is None:
        return
    if metric.unit == "people" and row.group is None:
        yield row.problem(f'"{row.metric}" counts people; say whom with of: (a group)')
    if row.record.on is not None and metric.value != "date":
        yield row.problem(f'"{row.metric}" takes no date; write figure or says', "on")
    if row.record.figure is not None and metric.value in ("date", "statement"):
        wanted = "on (a day or time) or says" if metric.value == "date" else "says (our own words)"
        yield row.problem(f'"{row.metric}" takes no number; write {wanted}', "figure")
    if row.record.complete and not row.record.including:
        yield row.problem("complete: true says the parts are the whole, but there are no parts under including")
    if row.counting is None and row.figure is not None and metric.value == "count":
        yield row.problem(
            "counting is missing: the period does not begin with the phase, so say cumulative (since then), "
            "period (that window only) or standing (at that moment)"
        )


def _times(row: ClaimRow) -> Iterator[Problem]:
    period, said = row.period, row.said
    if period is None:
        return
    if _backwards(period):
        yield row.problem("covers ends before it begins; correct one of the two", "covers")
    elif period.start is not None and said.end is not None and said.end <= period.start:
        yield row.problem("said before the period it covers begins; correct said or covers", "covers")


def _backwards(period: Period) -> bool:
    return period.start is not None and period.end is not None and period.end < period.start
