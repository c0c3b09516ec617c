"""Checks of what points from one record to another: ids, parts, reliance, appearances, events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from ledger.checks.circles import on_circles
from ledger.checks.known_ids import Known, Names
from ledger.claims.claim_rows import ClaimRow
from ledger.claims.figures import FigureError, read_figure, value_kind
from ledger.claims.vocabulary import Vocabulary
from ledger.shapes.moments import BACKWARDS, runs_backwards
from ledger.shapes.read_folder import EVERYTHING, Placed
from ledger.shapes.report_records import Event, Report
from ledger.yaml.problems import Problem


def unique_claims(claims: list[ClaimRow]) -> tuple[list[ClaimRow], list[Problem]]:
    """The claims with one row per id, in their order in the data, and a problem for each second one."""
    problems: list[Problem] = []
    by_id: dict[str, ClaimRow] = {}
    for row in claims:
        first = by_id.setdefault(row.id, row)
        if first is not row:
            lines = f"{first.placed.file.shown}:{first.line} and line {row.line}"
            message = f"two claims would have this id ({lines}); add key: (a short word) to one of them"
            problems.append(row.problem(message))
    return list(by_id.values()), problems


def link_problems(claims: list[ClaimRow], words: Vocabulary, names: Names) -> Iterator[Problem]:
    """Everything wrong with what claims point to."""
    by_id = {row.id: row for row in claims}
    known = Known("claim", "", by_id)
    unread = names.statements.unread
    former: dict[str, ClaimRow] = {}
    for row in claims:
        record = row.record
        if row.part_of is not None:
            yield from _part(row, by_id, known, unread, words)
        for number, other in enumerate(record.relies_on):
            if other == row.id:
                yield row.problem("relies on itself; correct relies_on", "relies_on", number)
            elif not is_unread(other, unread):
                yield from known.missing(row, other, "relies_on", number)
        if record.report is not None:
            yield from names.reports.missing(row, record.report, "report")
        if record.appears:
            yield from _appearances(row, words, names)
        for number, old in enumerate(record.formerly):
            yield from _former(row, old, number, by_id, former)
    for name in on_circles({row.id: row.part_of for row in claims}):
        yield by_id[name].problem("is a part of itself by way of other claims; correct part_of", "part_of")
    yield from _reliance_circles(claims, by_id)


def is_unread(claim: str, unread: Collection[str]) -> bool:
    """Whether the claim may belong to a statement that could not be read."""
    return EVERYTHING in unread or claim.split(".")[0] in unread


def _part(
    row: ClaimRow, by_id: Mapping[str, ClaimRow], known: Known, unread: Collection[str], words: Vocabulary
) -> Iterator[Problem]:
    if len(row.location) > 2 and row.record.part_of is not None:
        yield row.problem("is a part by standing under including; leave part_of out", "part_of")
    whole = by_id.get(row.part_of or "")
    if whole is None:
        if not is_unread(row.part_of or "", unread):
            yield from known.missing(row, row.part_of, "part_of")
        return
    if whole.claimant != row.claimant:
        yield row.problem(f"its whole is another claimant's ({whole.claimant}); use relies_on", "part_of")
    if row.said.end and whole.said.start and row.said.end <= whole.said.start and row.said != whole.said:
        yield row.problem("its whole was said later; link from the later statement's parts", "part_of")
    metric = words.metrics.get(row.metric)
    if row.metric != whole.metric and metric is not None and metric.state_of != whole.metric:
        message = f'"{row.metric}" is no part of "{whole.metric}"; only a metric whose state_of it is may be'
        yield row.problem(message, "metric")
    yield from _size(row, whole)


def _size(row: ClaimRow, whole: ClaimRow) -> Iterator[Problem]:
    """Within one statement; a later breakdown larger than an earlier whole is a finding."""
    low = row.figure.low if row.figure else None
    high = whole.figure.high if whole.figure else None
    if low is not None and high is not None and low > high and row.statement == whole.statement:
        message = f"the part ({low}) is larger than its whole ({high}); correct one of the two"
        yield row.problem(message, "figure")


def _reliance_circles(rows: list[ClaimRow], by_id: Mapping[str, ClaimRow]) -> Iterator[Problem]:
    """A circle of reliance, named at one of its claims; the next one shows when it is mended."""
    graph = {row.id: row.record.relies_on for row in rows if row.record.relies_on}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1]
        row = next(by_id[claim] for claim in circle if claim in graph)
        if len(circle) > 2:
            others = [claim for claim in circle[:-1] if claim != row.id]
            yield row.problem(f"relies on itself by way of {' and '.join(others)}", "relies_on")


def _appearances(row: ClaimRow, words: Vocabulary, names: Names) -> Iterator[Problem]:
    for number, appearance in enumerate(row.record.appears):
        at = ("appears", number)
        yield from names.reports.missing(row, appearance.report, *at, "report")
        yield from names.metrics.missing(row, appearance.metric, *at, "metric")
        yield from names.groups.missing(row, appearance.of, *at, "of")
        yield from names.doers.missing(row, appearance.by, *at, "by")
        yield from names.places.missing(row, appearance.place, *at, "place")
        yield from names.places.dangling(row, appearance.places or (), *at, "places")
        if appearance.figure is not None:
            metric = words.metrics.get(appearance.metric or row.metric)
            try:
                read_figure(appearance.figure, value_kind(metric.value if metric else None))
            except FigureError as error:
                yield row.problem(str(error), *at, "figure")


def _former(
    row: ClaimRow, old: str, number: int, by_id: Mapping[str, ClaimRow], former: dict[str, ClaimRow]
) -> Iterator[Problem]:
    if old in by_id:
        yield row.problem(f'the former id "{old}" is used by a claim now; change one', "formerly", number)
    first = former.setdefault(old, row)
    if first is not row:
        yield row.problem(f'the former id "{old}" is also that of {first.id}; keep one', "formerly", number)


def event_problems(events: Mapping[str, Placed[Event]], words: Vocabulary, names: Names) -> Iterator[Problem]:
    """Everything wrong with events."""
    for placed in events.values():
        event = placed.record
        yield from names.reports.dangling(placed, event.reports, "reports")
        yield from names.places.dangling(placed, event.places, "places")
        yield from names.claimants.dangling(placed, event.according_to, "according_to")
        if runs_backwards(event.when, event.until, words.dataset.timezone):
            yield placed.problem(BACKWARDS, "until")


def unused_reports(
    reports: Mapping[str, Placed[Report]],
    stated_in: Iterable[str],
    events: Mapping[str, Placed[Event]],
    words: Vocabulary,
) -> Iterator[Problem]:
    """A warning for each report that nothing points to: none of the statements, which are `stated_in` others."""
    used = set(stated_in)
    used |= {report for placed in events.values() for report in placed.record.reports}
    used |= {bound.report for phase in words.phases.values() for bound in phase.bounds if bound.report}
    for key, placed in reports.items():
        if key not in used:
            yield placed.problem("no statement or event uses this report; use or remove it", level="warning")
