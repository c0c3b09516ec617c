"""Every claim as one row with the names of what it points to: columns in the order of schema.sql."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from ledger.checks.load_dataset import Dataset
from ledger.claims.claim_rows import ClaimRow
from ledger.claims.evidence import rung, rung_words
from ledger.claims.figures import Figure, printed_words
from ledger.claims.vocabulary import Vocabulary
from ledger.shapes.periods import Between
from ledger.shapes.statement_records import Statement
from ledger.store import vocabulary_tables as vocabulary
from ledger.store.vocabulary_tables import Row

# A day can last 25 hours, where clocks are put back.
TO_THE_DAY = timedelta(hours=25)
LAST = 999  # the position of a side that is none


def claim_details(data: Dataset) -> Iterator[Row]:
    """One row is a claim."""
    named = Named(data)
    for number, row in enumerate(data.claims):
        said = _claim(row, number, data.superseded.get(row.id), data.withdrawn.get(row.id), named.words)
        yield (*said, *named.names(row))


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
        *figure_columns(row.figure),
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


class Named:
    """What a claim points to, by id, as the store's own tables have it."""

    def __init__(self, data: Dataset) -> None:
        assert data.words
        self.words = data.words
        self.reports = {key: placed.record for key, placed in data.reports.items()}
        self.sides = {key: (name, role, at) for key, name, _, role, at in vocabulary.sides(data)}
        self.claimants = {key: (name, short, *rest) for key, name, short, _, *rest, _ in vocabulary.claimants(data)}
        self.groups = {
            key: (name, forces, civilians, at)
            for key, name, _, _, forces, civilians, _, at, _ in vocabulary.groups(data)
        }
        self.places = {str(key): str(name) for key, name, *_ in vocabulary.places(data)}
        self.metrics: dict[str, Row] = {}
        self.families: dict[str, Row] = {}
        for key, label, family, value, unit, state_of, _, at in vocabulary.metrics(data):
            self.metrics[str(key)] = (label, value, state_of, unit, at)
            # a family is headed by the first of its metrics
            self.families.setdefault(str(family), (label, key, at))

    def names(self, row: ClaimRow) -> Row:
        """The columns of a claim that say what is known of what it points to."""
        statement, report = row.placed.record, self.reports[row.report]
        side = self.sides.get(self.words.claimants[row.claimant].side or "", (None, None, LAST))
        who = sorted(self.words.who[word].name for word in row.who)
        by = self.sides.get(row.by or "") or self.groups.get(row.by or "") or (None,)
        is_reply = row.figure is None and bool(row.record.answers or row.record.withdraws)
        return (
            *self.families[self.words.metrics[row.metric].family],
            *_clocks(row),
            *(*self.claimants[row.claimant], *side, *self.metrics[row.metric]),
            *self.groups.get(row.group or "", (None,) * 4),
            *(", ".join(sorted(self.places[place] for place in row.places)), ", ".join(who) or None, by[0]),
            *(statement.speaker, said_words(statement), statement.follows),
            *(report.publisher, report.agency, report.url, report.not_linked, report.read, report.archived),
            *(bool(row.record.corrected), is_reply, _settles(row)),
        )


def _clocks(row: ClaimRow) -> tuple[datetime | None, bool, bool]:
    """When the claim's period ends, whether it has one, whether the moment of saying is known to the day."""
    said, period = row.said, row.period
    start, end = (period.start, period.end) if period else (None, None)
    if end is None and row.counting == "cumulative":
        end = said.end
    known = said.start is not None and said.end is not None and said.end - said.start <= TO_THE_DAY
    return end, start is not None and end is not None, known


def _settles(row: ClaimRow) -> str | None:
    return "\n".join(f"{item.on}: {item.what}" for item in row.record.settles) or None


def said_words(statement: Statement) -> str | None:
    """The first clock of a statement as the file has it."""
    if statement.said is None or isinstance(statement.said, str):
        return statement.said
    return _between(statement.said)


def _between(said: Between) -> str | None:
    words = [f"after {said.after}" if said.after else "", f"by {said.by}" if said.by else ""]
    return ", ".join(word for word in words if word)


def figure_columns(figure: Figure | None) -> tuple:
    """A figure as printed, its form, in words, and its bounds."""
    if figure is None:
        return (None,) * 6
    return figure.printed, figure.form, printed_words(figure), figure.low, figure.high, figure.point
