"""Checks of statements and of single claims: known ids, required fields, clocks that can be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ledger.checks.circles import on_circles
from ledger.checks.known_ids import Names, Speaks
from ledger.claims.claim_rows import ClaimRow, said_when
from ledger.claims.vocabulary import Vocabulary
from ledger.shapes.moments import BACKWARDS, runs_backwards
from ledger.shapes.periods import Between, Covers
from ledger.shapes.read_folder import Placed
from ledger.shapes.report_records import Report
from ledger.shapes.statement_records import Statement
from ledger.yaml.problems import Problem

COUNTING_MISSING = (
    "counting is missing: the period does not begin with the phase, so say cumulative (since then), "
    "period (that window only) or standing (at that moment)"
)


def statement_problems(
    statements: Iterable[Placed[Statement]], words: Vocabulary, names: Names
) -> Iterator[Problem]:
    """Everything wrong with a statement that does not concern one claim alone."""
    zone = words.dataset.timezone
    for placed in statements:
        statement = placed.record
        yield from names.claimants.missing(placed, statement.claimant, "claimant")
        yield from _folder_agrees(placed, words)
        yield from names.reports.dangling(placed, statement.reports, "reports")
        yield from names.places.dangling(placed, statement.names, "names")
        yield from _forwards(placed, statement.covers, zone, "covers")
        said = statement.said
        if isinstance(said, Between) and runs_backwards(said.after, said.by, zone):
            yield placed.problem("by is before after; correct one of the two", "said", "by")
        if not statement.claims and not statement.names:
            message = "has neither claims nor named places; add one or remove it"
            yield placed.problem(message, level="warning")


def _folder_agrees(placed: Placed[Statement], words: Vocabulary) -> Iterator[Problem]:
    """Path and fields agree: statements/<phase>/<side>.yaml, or <side>-<word>.yaml."""
    claimant = words.claimants.get(placed.record.claimant)
    if claimant is None:
        return
    side, name = claimant.side or "unattributed", placed.file.name
    if name != side and not name.startswith(f"{side}-"):
        message = f'the claimant is of side "{side}" but the file is {name}.yaml'
        yield placed.problem(f"{message}; move the statement to {side}.yaml", "claimant")


def order_problems(
    statements: Mapping[str, Placed[Statement]], reports: dict[str, Report], words: Vocabulary, names: Names
) -> Iterator[Problem]:
    """`follows` names an earlier statement of the same claimant, and never leads back to itself."""
    zone = words.dataset.timezone
    circles = on_circles({key: placed.record.follows for key, placed in statements.items()})
    for placed in statements.values():
        follows = placed.record.follows
        yield from names.statements.missing(placed, follows, "follows")
        earlier = statements.get(follows or "")
        if earlier is None:
            continue
        if earlier.record.claimant != placed.record.claimant:
            message = "follows orders statements of one claimant; this one is another's"
            yield placed.problem(message, "follows")
        then, now = said_when(earlier.record, reports, zone), said_when(placed.record, reports, zone)
        if now.end and then.start and now.end <= then.start:
            message = "follows a statement that was said later; correct follows or said"
            yield placed.problem(message, "follows")
        if placed.record.id in circles:
            message = "follows itself by way of other statements; correct follows"
            yield placed.problem(message, "follows")


def claim_problems(claims: Iterable[ClaimRow], words: Vocabulary, names: Names) -> Iterator[Problem]:
    """Everything wrong with single claims."""
    zone = words.dataset.timezone
    known: set[tuple] = set()  # what has been looked up: most claims use the words of others
    for row in claims:
        yield from row.problems
        used = (row.metric, row.group, row.by, row.record.who, row.record.place, row.record.places)
        if used not in known:
            unknown_words = list(_known_words(row, names))
            yield from unknown_words
            if not unknown_words:
                known.add(used)
        yield from _value_fits(row, words)
        yield from _times(row, zone)


def _known_words(row: ClaimRow, names: Names) -> Iterator[Problem]:
    if row.metric:
        yield from names.metrics.missing(row, row.metric, "metric")
    else:
        yield row.problem("a claim needs a metric; add it")
    yield from names.groups.missing(row, row.group, "of")
    yield from names.who.dangling(row, row.record.who, "who")
    yield from names.doers.missing(row, row.by, "by")
    if row.record.place:
        yield from names.places.missing(row, row.record.place, "place")
    yield from names.places.dangling(row, row.record.places, "places")
    if len(set(row.record.places)) < len(row.record.places):
        yield row.problem("a place is listed twice; list each once", "places")


def _value_fits(row: ClaimRow, words: Vocabulary) -> Iterator[Problem]:
    metric, record = words.metrics.get(row.metric), row.record
    if record.complete and not record.including:
        message = "complete: true says that the parts are the whole, but there are none under including"
        yield row.problem(message, "complete")
    if metric is None:
        return
    if metric.value == "share" and row.group is None and not (record.answers or record.withdraws):
        yield row.problem(f'"{row.metric}" is a share; say of whom with of: (a group)')
    if metric.unit == "people" and row.group is None and not (record.answers or record.withdraws):
        yield row.problem(f'"{row.metric}" counts people; say whom with of: (a group)')
    if record.on is not None and metric.value != "date":
        yield row.problem(f'"{row.metric}" takes no date; write figure or says', "on")
    if record.figure is not None and metric.value in ("date", "statement"):
        wanted = "on (a day or time) or says" if metric.value == "date" else "says (our own words)"
        yield row.problem(f'"{row.metric}" takes no number; write {wanted}', "figure")
    if row.counting is None and row.figure is not None and metric.value in ("count", "share"):
        yield row.problem(COUNTING_MISSING)


def _times(row: ClaimRow, zone: str) -> Iterator[Problem]:
    yield from _forwards(row, row.record.on, zone, "on")
    for number, appearance in enumerate(row.record.appears):
        yield from _forwards(row, appearance.covers, zone, "appears", number, "covers")
    backwards = list(_forwards(row, row.record.covers, zone, "covers"))
    yield from backwards
    start, said = row.period.start if row.period else None, row.said
    if start is None or said.end is None or said.end > start or backwards:
        return
    if said.start is None or said.start < start:
        yield row.problem("said before the period it covers begins; correct said or covers", "covers")


def _forwards(holder: Speaks, period: str | Covers | None, zone: str, *at: str | int) -> Iterator[Problem]:
    if isinstance(period, Covers) and runs_backwards(period.from_, period.to, zone):
        yield holder.problem(BACKWARDS, *at, "to")
