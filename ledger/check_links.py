"""Checks of what points from one record to another: parts, reliance, order, appearances, events, ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from ledger.claims import ClaimRow, appearance_places, reports_of
from ledger.figures import FigureError, read_figure
from ledger.moments import read_moment
from ledger.problems import Problem, unknown
from ledger.reading import Placed
from ledger.shape_statements import Event, Report, Statement
from ledger.vocabulary import Vocabulary


def link_problems(
    claims: list[ClaimRow],
    statements: Mapping[str, Placed[Statement]],
    reports: Mapping[str, Placed[Report]],
    events: Mapping[str, Placed[Event]],
    words: Vocabulary,
) -> tuple[list[ClaimRow], list[Problem]]:
    """The claims with one row per id, each given its order in the data, and everything wrong with links."""
    problems: list[Problem] = []
    by_id: dict[str, ClaimRow] = {}
    for row in claims:
        first = by_id.setdefault(row.id, row)
        if first is not row:
            problems.append(_same_id(first, row))
    unique = [replace(row, order=number) for number, row in enumerate(by_id.values())]
    for row in unique:
        problems += _part(row, by_id, statements, words)
        problems += _reliance(row, by_id)
        problems += _appearances(row, reports, words)
        problems += _former(row, by_id)
    problems += _reliance_circles(unique, by_id)
    for placed in statements.values():
        problems += _order(placed, statements)
    for event in events.values():
        problems += _event(event, reports, words)
    problems += _unused(statements, reports, events, words)
    return unique, problems


def _same_id(first: ClaimRow, row: ClaimRow) -> Problem:
    lines = [claim.placed.position(*claim.location)[0] for claim in (first, row)]
    message = (
        f"two claims would have this id ({first.placed.file.shown}:{lines[0]} and line {lines[1]}); "
        "add key: (a short word) to one of them"
    )
    return row.problem(message)


def _part(
    row: ClaimRow, by_id: Mapping[str, ClaimRow], statements: Mapping[str, Placed[Statement]], words: Vocabulary
) -> Iterator[Problem]:
    if row.part_of is None:
        return
    whole = by_id.get(row.part_of)
    if whole is None:
        yield row.problem(unknown("claim", row.part_of, by_id), "part_of")
        return
    if whole.claimant != row.claimant:
        yield row.problem(f"its whole is another claimant's ({whole.claimant}); use relies_on", "part_of")
    if row.said.end and whole.said.start and row.said.end <= whole.said.start:
        yield row.problem("its whole was said later; link from the later statement's parts", "part_of")
    metric = words.metrics.get(row.metric)
    if row.metric != whole.metric and metric is not None and metric.state_of != whole.metric:
        message = f'"{row.metric}" is no part of "{whole.metric}"; only a metric whose state_of it is may be'
        yield row.problem(message, "metric")
    low = row.figure.low if row.figure else None
    high = whole.figure.high if whole.figure else None
    if low is not None and high is not None and low > high and row.statement == whole.statement:
        yield row.problem(f"the part ({low}) is larger than its whole ({high}); correct one of the two", "figure")
    if _round_trip(row, by_id):
        yield row.problem("is a part of itself by way of other claims; correct part_of", "part_of")


def _round_trip(row: ClaimRow, by_id: Mapping[str, ClaimRow]) -> bool:
    seen = {row.id}
    above = row.part_of
    while above is not None and above in by_id:
        if above in seen:
            return above == row.id
        seen.add(above)
        above = by_id[above].part_of
    return False


def _reliance(row: ClaimRow, by_id: Mapping[str, ClaimRow]) -> Iterator[Problem]:
    for number, other in enumerate(row.record.relies_on):
        if other not in by_id:
            yield row.problem(unknown("claim", other, by_id), "relies_on", number)
        elif other == row.id:
            yield row.problem("relies on itself; correct relies_on", "relies_on", number)


def _reliance_circles(rows: list[ClaimRow], by_id: Mapping[str, ClaimRow]) -> Iterator[Problem]:
    """A circle of reliance, named at one of its claims; the next one shows when it is mended."""
    graph = {row.id: row.record.relies_on for row in rows if row.record.relies_on}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1]
        row = next(by_id[claim] for claim in circle if claim in graph)
        if len(circle) > 2:
            yield row.problem(f"relies on itself by way of {' and '.join(circle[1:-1])}", "relies_on")


def _appearances(row: ClaimRow, reports: Mapping[str, Placed], words: Vocabulary) -> Iterator[Problem]:
    if row.record.report is not None and row.record.report not in reports:
        yield row.problem(unknown("report", row.record.report, reports), "report")
    for number, appearance in enumerate(row.record.appears):
        at = ("appears", number)
        if appearance.report not in reports:
            yield row.problem(unknown("report", appearance.report, reports), *at, "report")
        for field, known in (("metric", words.metrics), ("of", words.groups)):
            value = getattr(appearance, field)
            if value is not None and value not in known:
                yield row.problem(unknown("group" if field == "of" else field, value, known), *at, field)
        for place in appearance_places(appearance) or ():
            if place != "operation" and place not in words.places:
                yield row.problem(unknown("place", place, words.places), *at, "place")
        if appearance.figure is not None:
            metric = words.metrics.get(appearance.metric or row.metric)
            try:
                read_figure(appearance.figure, duration=metric is not None and metric.value == "duration")
            except FigureError as error:
                yield row.problem(str(error), *at, "figure")


def _former(row: ClaimRow, by_id: Mapping[str, ClaimRow]) -> Iterator[Problem]:
    for number, former in enumerate(row.record.formerly):
        if former in by_id:
            yield row.problem(f'the former id "{former}" is used by a claim now; change one', "formerly", number)


def _order(placed: Placed[Statement], statements: Mapping[str, Placed[Statement]]) -> Iterator[Problem]:
    follows = placed.record.follows
    if follows is None:
        return
    earlier = statements.get(follows)
    if earlier is None:
        yield placed.problem(unknown("statement", follows, statements), "follows")
        return
    if earlier.record.claimant != placed.record.claimant:
        yield placed.problem("follows orders statements of one claimant; this one is another's", "follows")
    seen = {placed.record.id}
    while earlier is not None and earlier.record.id not in seen:
        seen.add(earlier.record.id)
        earlier = statements.get(earlier.record.follows or "")
    if earlier is not None and earlier.record.id == placed.record.id:
        yield placed.problem("follows itself by way of other statements; correct follows", "follows")


def _event(placed: Placed[Event], reports: Mapping[str, Placed], words: Vocabulary) -> Iterator[Problem]:
    event, zone = placed.record, words.dataset.timezone
    for field, known, kind in (
        ("reports", reports, "report"),
        ("places", words.places, "place"),
        ("according_to", words.claimants, "claimant"),
    ):
        for number, value in enumerate(getattr(event, field)):
            if value not in known and (kind, value) != ("place", "operation"):
                yield placed.problem(unknown(kind, value, known), field, number)
    if event.until and read_moment(event.until, zone).end < read_moment(event.when, zone).start:
        yield placed.problem("ends before it begins; correct when or until", "until")


def _unused(
    statements: Mapping[str, Placed[Statement]],
    reports: Mapping[str, Placed[Report]],
    events: Mapping[str, Placed[Event]],
    words: Vocabulary,
) -> Iterator[Problem]:
    used = {report for placed in statements.values() for report in reports_of(placed.record)}
    used |= {report for placed in events.values() for report in placed.record.reports}
    used |= {bound.report for phase in words.phases.values() for bound in phase.bounds if bound.report}
    for key, placed in reports.items():
        if key not in used:
            yield placed.problem("no statement or event uses this report; use or remove it", level="warning")
