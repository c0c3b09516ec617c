"""A checked dataset as the rows of the store's tables: columns in the order of schema.sql."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from ledger.checks.load_dataset import Dataset
from ledger.claims.claim_rows import ClaimRow, appearance_places, reports_of, said_when
from ledger.claims.clocks import read_period
from ledger.claims.evidence import rung, rung_words
from ledger.claims.figures import Figure, printed_words, read_figure, value_kind
from ledger.claims.vocabulary import Vocabulary
from ledger.shapes.periods import Between
from ledger.shapes.statement_records import Appearance
from ledger.store import event_tables as happened
from ledger.store import vocabulary_tables as vocabulary
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
        words = s.said if isinstance(s.said, str) else _between(s.said)
        clock = (said.start, said.end, said.precision, words)
        where = (placed.file.shown, placed.raw.position[0])
        yield s.id, placed.file.phase, s.claimant, s.speaker, *clock, s.follows, s.note, *where


def _between(said: Between | None) -> str | None:
    if said is None:
        return None
    words = [f"after {said.after}" if said.after else "", f"by {said.by}" if said.by else ""]
    return ", ".join(word for word in words if word)


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


def _figure_columns(figure: Figure | None) -> tuple:
    if figure is None:
        return (None,) * 6
    return figure.printed, figure.form, printed_words(figure), figure.low, figure.high, figure.point


def claims(data: Dataset) -> Iterator[Row]:
    """One row is a claim."""
    assert data.words
    for number, row in enumerate(data.claims):
        yield _claim(row, number, data.superseded.get(row.id), data.withdrawn.get(row.id), data.words)


def _claim(
    row: ClaimRow, order: int, superseded_at: datetime | None, withdrawn_at: datetime | None, words: Vocabulary
) -> Row:
    record, said, period = row.record, row.said, row.period
    claimant, metric = words.claimants[row.claimant], words.metrics[row.metric]
    place = row.places[0] if len(row.places) == 1 and not row.and_others else None
    return (
        *(row.id, order, row.statement, row.phase, row.claimant, claimant.side),
        *(row.metric, metric.family, row.group, vocabulary.joined(row.who), "+".join(sorted(row.who))),
        *(row.by, row.direction),
        *(place, "|".join(row.places), row.place_key, row.and_others, row.site),
        *_figure_columns(row.figure),
        *(row.figure.convention_low if row.figure else None, record.printed, row.says),
        *(row.on_from, row.on_to, row.on_words, row.counting),
        *(said.start, said.end, said.precision),
        *((period.start, period.end, period.precision, period.as_stated) if period else (None,) * 4),
        *(bool(period and period.inferred), row.part_of, "including" in row.location, row.complete),
        *(vocabulary.joined(record.relies_on), record.basis or "statement", *_offered(row, words)),
        *(record.answers, record.how, record.withdraws, withdrawn_at, record.counted, record.from_),
        *(record.disputed_reading, record.as_stated, record.key, vocabulary.joined(record.formerly), row.report),
        *(row.series, superseded_at, record.note, row.placed.file.shown, row.line),
    )


def _offered(row: ClaimRow, words: Vocabulary) -> tuple[int, str]:
    """What the figure was offered with: its rung and the words for it."""
    claimant = words.claimants[row.claimant]
    role = words.sides[claimant.side].role if claimant.side else None
    number = rung(row.record.basis, claimant.kind, role, is_built=bool(row.record.relies_on))
    return number, rung_words(number)


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
    return (*start, *_figure_columns(figure), *where, *covers, item.words, item.note)


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
    "claims": claims,
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
