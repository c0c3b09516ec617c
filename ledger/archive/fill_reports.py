"""`archived:` filled into the files of reports, with every comment and line of an editor left as it stands."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from ruamel.yaml import YAML

from ledger.archive.availability import same_address
from ledger.checks.load_dataset import Dataset
from ledger.shapes.report_records import Report

# Where the new line stands: after the last of these that the report has, as in template.yaml.
BEFORE = ("url", "published", "read", "read_on")


def lacking(data: Dataset) -> list[Report]:
    """The reports with a link and without a copy, in the data's order; an address that several share comes once."""
    found: dict[str, Report] = {}
    for placed in data.reports.values():
        if placed.record.url and not placed.record.archived:
            found.setdefault(placed.record.url, placed.record)
    return list(found.values())


def fill(data: Dataset, found: Mapping[str, str]) -> tuple[int, list[str]]:
    """Write `archived` into every report of the folder that lacks it and whose address has a copy in `found` (by
    `same_address`). How many were filled in, and what could not be."""
    filled, problems = 0, []
    for path in sorted({placed.file.path for placed in data.reports.values()}):
        before = path.read_bytes().decode()
        after, count = filled_text(before, found)
        if count and without(after, found.values()) != before:
            problems.append(f"{path.name}: left as it is, since writing it would change more than these lines")
        elif count:
            _write(path, after)
            filled += count
    return filled, problems


def filled_text(text: str, found: Mapping[str, str]) -> tuple[str, int]:
    """The text of one file with the copies filled in, and how many."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000  # lines are an editor's, not ours to break
    is_windows = "\r\n" in text  # the writer knows one kind of line end
    records = yaml.load(text.replace("\r\n", "\n"))
    count = 0
    for record in records or ():
        copy = found.get(same_address(str(record.get("url", "")))) if record.get("url") else None
        if copy and not record.get("archived"):
            keys = list(record)
            record.insert(max(keys.index(name) for name in BEFORE if name in record) + 1, "archived", copy)
            count += 1
    if not count:
        return text, 0
    written = io.StringIO()
    yaml.dump(records, written)
    return written.getvalue().replace("\n", "\r\n" if is_windows else "\n"), count


def without(text: str, copies: Iterable[str]) -> str:
    """The text without the lines (or, in braces, the fields) that were filled in."""
    fields = {f"archived: {copy}" for copy in copies}
    lines = [line for line in text.splitlines(keepends=True) if line.strip() not in fields]
    kept = "".join(lines)
    for field in fields:
        kept = kept.replace(f", {field}", "")
    return kept


def _write(path: Path, text: str) -> None:
    """Whole or not at all: an open page reads the file while it is written."""
    temporary = path.with_name(f".{path.name}.writing")
    temporary.write_bytes(text.encode())
    temporary.replace(path)
