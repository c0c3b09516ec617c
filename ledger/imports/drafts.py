"""From the rows of a table to drafts of claims: the fields as text, each with the column it came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ledger.imports.column_map import PLACEHOLDER, ColumnMap, Fields, Source
from ledger.imports.read_table import Table

WRITTEN = {"day-month-year": (2, 1, 0), "month-day-year": (2, 0, 1)}
EVERY = 1000
MOST_ROWS = 8
Progress = Callable[[int, int], None]


@dataclass(frozen=True, order=True)
class NotPlaced:
    """Something of the table that did not become a claim: where it stands, and what to do."""

    table: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return folded([self])[0]


def folded(items: Iterable[NotPlaced]) -> list[str]:
    """One line for each thing to mend, with all its rows: what is wrong with a column is wrong with many."""
    rows: dict[tuple[str, str, str], list[int]] = {}
    for item in sorted(items):
        rows.setdefault((item.table, item.column, item.message), []).append(item.row)
    lines = []
    for (table, column, message), found in rows.items():
        shown = ", ".join(str(row) for row in found[:MOST_ROWS])
        more = f" and {len(found) - MOST_ROWS} more" if len(found) > MOST_ROWS else ""
        where = f", column {column}" if column else ""
        lines.append(f"{table} row{'s' if len(found) > 1 else ''} {shown}{more}{where}: {message}")
    return lines


class Unreadable(ValueError):
    """A cell that its field's rule cannot read. Carries the column."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


@dataclass(eq=False)
class Draft:
    """One claim to be. `fields` holds what is stated, by the names of column_map.py; `columns` where it came from."""

    table: str
    row: int
    fields: dict[str, str]
    columns: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """The field's text, or None where it is not stated."""
        return self.fields.get(name) or None

    def listed(self, name: str) -> tuple[str, ...]:
        """A field that holds several, joined by |."""
        return tuple(part.strip() for part in self.fields.get(name, "").split("|") if part.strip())

    def not_placed(self, message: str, name: str = "") -> NotPlaced:
        """The reason why it did not become a claim, at the column of a field."""
        column = self.columns.get(name) or self.columns.get("figure") or self.columns.get("says") or ""
        return NotPlaced(self.table, self.row, column, message)


@dataclass
class Drafts:
    """What the rows gave: drafts, what could not be read, and how many rows were left out for which reason."""

    drafts: list[Draft] = field(default_factory=list)
    not_placed: list[NotPlaced] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)


def drafts_of(table: Table, rules: ColumnMap, progress: Progress | None = None) -> Drafts:
    """The drafts of all rows. A cell without anything in it is not stated: it gives no claim, and never a 0."""
    found = Drafts()
    for row, cells in table.numbered():
        if progress and row % EVERY == 0:
            progress(row, len(table.rows))
        reason = _skipped(rules, cells)
        if reason is not None:
            found.skipped[reason] = found.skipped.get(reason, 0) + 1
            continue
        for claim in rules.claims:
            try:
                draft = _draft(table.name, row, cells, {**rules.fields, **claim})
            except Unreadable as error:
                wrong = NotPlaced(table.name, row, error.column, str(error))
                found.not_placed += [] if wrong in found.not_placed[-1:] else [wrong]
            else:
                if draft.get("figure") or draft.get("says"):
                    found.drafts.append(draft)
    return found


def _skipped(rules: ColumnMap, cells: dict[str, str]) -> str | None:
    return next((rule.because for rule in rules.skip if cells.get(rule.column, "") in rule.values), None)


def _draft(table: str, row: int, cells: dict[str, str], given: Fields) -> Draft:
    fields: dict[str, str] = {}
    columns: dict[str, str] = {}
    for name, source in given.items():
        if isinstance(source, str):
            fields[name] = PLACEHOLDER.sub(lambda found: cells.get(found[1], ""), source)
            first = PLACEHOLDER.search(source)
            columns[name] = first[1] if first else ""
        else:
            fields[name] = _cell(source, cells)
            columns[name] = "/".join(source.needs())
    if fields.get("figure") == "0":
        # Where an editor writes 0, somebody said so; in a table it may be what is left where nothing is known.
        none = 'a 0 may mean that nothing is known: map it to "none" where the claimant asserts there were none'
        raise Unreadable(columns.get("figure", ""), none)
    return Draft(table, row, {name: text for name, text in fields.items() if text}, columns)


def _cell(source: Source, cells: dict[str, str]) -> str:
    if source.columns:
        return _range(source, *(cells.get(name, "") for name in source.columns))
    name = source.column or ""
    text = cells.get(name, "")
    if source.values and text:
        if text not in source.values:
            known = ", ".join(sorted(source.values))
            raise Unreadable(name, f'"{text}" has no meaning in the map; add it to values ({known})')
        text = source.values[text]
    return _day(name, text, source.read_as) if source.read_as and text else text


def _range(source: Source, low: str, high: str) -> str:
    """The lowest and the highest as one figure: a range, a number where they are one, `up to` where it begins at 0."""
    if not low and not high:
        return ""
    numbers = [re.fullmatch(r"[0-9]+", text) for text in (low, high)]
    if not all(numbers) or int(low) > int(high):
        raise Unreadable("/".join(source.needs()), f'"{low}" to "{high}" is no range of whole numbers; mend the table')
    if int(high) == 0:
        return ""  # a table's 0 may mean that nothing is known: it is nobody's assertion that there were none
    return f"up to {high}" if int(low) == 0 else low if low == high else f"{low}-{high}"


def _day(column: str, text: str, read_as: str) -> str:
    if read_as == "day":
        found = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
        if found:
            return found[0]
    else:
        parts = re.fullmatch(r"([0-9]{1,4})[./-]([0-9]{1,2})[./-]([0-9]{2,4})", text)
        if parts:
            year, month, day = (parts.groups()[place] for place in WRITTEN[read_as])
            if len(year) == 4:
                return f"{year}-{month:0>2}-{day:0>2}"
    raise Unreadable(column, f'"{text}" is no date written as {read_as}; mend it, or change read_as in the map')


