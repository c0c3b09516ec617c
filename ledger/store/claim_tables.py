"""A checked dataset as the rows of the store's tables: columns in the order of schema.sql. Claims: claim_details.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ledger.checks.load_dataset import Dataset
from ledger.claims.claim_rows import ClaimRow, appearance_places, reports_of, said_when
from ledger.claims.clocks import read_period
from ledger.claims.figures import read_figure, value_kind
from ledger.claims.vocabulary import Vocabulary
from ledger.shapes.statement_records import Appearance
from ledger.store import event_tables as happened
from ledger.store import vocabulary_tables as vocabulary
from ledger.store.claim_details import claim_details, figure_columns, said_words
from ledger.store.vocabulary_tables import Row


def reports(data: Dataset) -> Iterator[Row]:
    """One row is a report."""
    for placed in data.reports.values():
        r = placed.record
        link = (r.url, r.not_linked, r.published, r.read, r.read_on, r.archived, r.language, r.note)
        yield r.id, placed.file.phase, r.publisher, r.agency, *link, placed.file.shown, placed.raw.position[0]


def statements(data: Dataset) -> Iterator[Row]:
    """One row is a statement."""
    assert data.words
    plain = {key: placed.record for key, placed in data.reports.items()}
    for placed in data.statements.values():
        s = placed.record
        said = said_when(s, plain, data.words.dataset.timezone)
        clock = (said.start, said.end, said.precision, said_words(s))
        where = (placed.file.shown, placed.raw.position[0])
        yield s.id, placed.file.phase, s.claimant, s.speaker, *clock, s.follows, s.note, *where


def statement_reports(data: Dataset) -> Iterator[Row]:
    """One row is a report in which a statement was found."""
    for placed in data.statements.values():
        for number, report in enumerate(reports_of(placed.record)):
            yield placed.record.id, report, number


def statement_names(data: Dataset) -> Iterator[Row]:
    """One row is a place that a statement names."""
    for placed in data.statements.values():
        for place in dict.fromkeys(placed.record.names):
            yield placed.record.id, place


def claim_places(data: Dataset) -> Iterator[Row]:
    """One row is a place of a claim."""
    for row in data.claims:
        for place in row.places:
            yield row.id, place


def claim_reliance(data: Dataset) -> Iterator[Row]:
    """One row is a claim whose figure another repeats or sums."""
    for row in data.claims:
        for other in dict.fromkeys(row.record.relies_on):
            yield row.id, other


def claim_settles(data: Dataset) -> Iterator[Row]:
    """One row is something that exists or is missing and would settle a claim."""
    for row in data.claims:
        for number, item in enumerate(row.record.settles):
            yield row.id, number, item.on, item.what, item.report


def corrections(data: Dataset) -> Iterator[Row]:
    """One row is a correction made here to a claim."""
    for row in data.claims:
        for item in row.record.corrected:
            yield row.id, item.on, str(item.from_), str(item.to), item.why


def appearances(data: Dataset) -> Iterator[Row]:
    """One row is a claim in a report, its own report first."""
    assert data.words
    for row in data.claims:
        yield (row.id, 0, row.report, True, *(None,) * 15)
        for number, item in enumerate(row.record.appears, start=1):
            yield _appearance(row, number, item, data.words)


def _appearance(row: ClaimRow, number: int, item: Appearance, words: Vocabulary) -> Row:
    metric = words.metrics[item.metric or row.metric]
    figure = None
    if item.figure is not None:
        figure = read_figure(item.figure, value_kind(metric.value))
    places = appearance_places(item)
    period = read_period(item.covers, words.dataset.timezone)
    covers = (period.start, period.end) if period else (None, None)
    where = (item.metric, item.of, item.by, vocabulary.joined(places) if places else None)
    start = (row.id, number, item.report, False, item.part)
    return (*start, *figure_columns(figure), *where, *covers, item.words, item.note)


TABLES: dict[str, Callable[[Dataset], Iterator[Row]]] = {
    "meta": vocabulary.meta,
    "sides": vocabulary.sides,
    "phases": vocabulary.phases,
    "claimants": vocabulary.claimants,
    "groups": vocabulary.groups,
    "group_tree": vocabulary.group_tree,
    "who_words": vocabulary.who_words,
    "metrics": vocabulary.metrics,
    "places": vocabulary.places,
    "place_tree": vocabulary.place_tree,
    "reports": reports,
    "phase_names": vocabulary.phase_names,
    "phase_bounds": vocabulary.phase_bounds,
    "statements": statements,
    "statement_reports": statement_reports,
    "statement_names": statement_names,
    "claim_details": claim_details,
    "claim_places": claim_places,
    "claim_reliance": claim_reliance,
    "claim_settles": claim_settles,
    "corrections": corrections,
    "appearances": appearances,
    "events": happened.events,
    "event_claimants": happened.event_links("according_to"),
    "event_places": happened.event_links("places"),
    "event_reports": happened.event_links("reports"),
    "warnings": happened.warnings,
}
