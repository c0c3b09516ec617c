"""A CSV, Excel or Parquet file as rows of text, each with the number a spreadsheet shows beside it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

ENDINGS = (".csv", ".xlsx", ".parquet")
# Our own CSV puts an apostrophe before a cell that a spreadsheet would take for a formula.
MADE_HARMLESS = re.compile(r"^'[=+\-@\t\r\n]")


class NotATable(Exception):
    """The file cannot be read as a table; the message says why and what to do."""


@dataclass(frozen=True)
class Table:
    """The rows of one file. Row 1 is the header, so the first of `rows` is row 2. An empty cell is an empty text."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    def numbered(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each row with its number."""
        return enumerate(self.rows, start=2)


def read_table(path: Path) -> Table:
    """The first sheet of the file, whole. NotATable if it is none."""
    if path.suffix.lower() not in ENDINGS:
        raise NotATable(f"{path.name}: not a table that is read; save it as {', '.join(ENDINGS)}")
    read = {".csv": _csv_lines, ".xlsx": _xlsx_lines, ".parquet": _parquet_lines}[path.suffix.lower()]
    try:
        lines = list(read(path))
    except OSError as error:
        raise NotATable(f"{path.name}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise NotATable(f"{path.name}: not UTF-8; save it as CSV UTF-8") from error
    except Exception as error:  # what openpyxl and pyarrow raise for a damaged file is of many kinds
        raise NotATable(f"{path.name}: cannot be read as {path.suffix[1:]} ({error})") from error
    if not lines:
        raise NotATable(f"{path.name}: holds nothing; the first row must name the columns")
    columns = tuple(_text(cell) for cell in lines[0])
    twice = {name for name in columns if name and columns.count(name) > 1}
    if twice:
        raise NotATable(f'{path.name}: two columns are named "{min(twice)}"; rename one')
    rows = tuple(dict(zip(columns, map(_text, line), strict=False)) for line in lines[1:])
    return Table(path.name, columns, tuple({**dict.fromkeys(columns, ""), **row} for row in rows))


def _csv_lines(path: Path) -> Iterable[list[Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        # Spreadsheets of many countries put semicolons or tabs between the cells.
        between = max(",;\t", key=head.count)
        for line in csv.reader(file, delimiter=between):
            yield [cell[1:] if MADE_HARMLESS.match(cell) else cell for cell in line]


def _xlsx_lines(path: Path) -> Iterable[list[Any]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield list(row)
    finally:
        book.close()


def _parquet_lines(path: Path) -> Iterable[list[Any]]:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(path)
    yield list(table.column_names)
    for row in table.to_pylist():
        yield list(row.values())


def _text(cell: Any) -> str:
    """A cell as text: whole numbers whole, days as days, moments in ISO 8601."""
    if cell is None or cell != cell:  # NaN is not equal to itself
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        bare = cell.tzinfo is None and (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if bare else cell.isoformat(timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()
