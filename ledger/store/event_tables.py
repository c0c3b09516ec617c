"""Events and warnings of a dataset as rows of the store's tables: columns in the order of schema.sql."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ledger.checks.load_dataset import Dataset
from ledger.shapes.moments import read_moment
from ledger.store.vocabulary_tables import Row


def events(data: Dataset) -> Iterator[Row]:
    """One row is an event."""
    assert data.words
    zone = data.words.dataset.timezone
    for placed in data.events:
        e = placed.record
        start, end = read_moment(e.when, zone), read_moment(e.until or e.when, zone)
        where = (placed.file.shown, placed.raw.position[0])
        yield e.id, placed.file.phase, e.kind, start.start, end.end, e.precision, e.what, e.note, *where


def event_links(field: str) -> Callable[[Dataset], Iterator[Row]]:
    """One row is an event and one of the ids it names."""

    def rows(data: Dataset) -> Iterator[Row]:
        for placed in data.events:
            for value in dict.fromkeys(getattr(placed.record, field)):
                yield placed.record.id, value

    return rows


def warnings(data: Dataset) -> Iterator[Row]:
    """One row is a warning of the checks."""
    for problem in data.problems:
        message = f"{problem.subject}: {problem.message}" if problem.subject else problem.message
        yield problem.path, problem.line, problem.column, message
