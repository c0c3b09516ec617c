"""`python -m ledger import FILE --into FOLDER`: its options, what it prints, how it ends."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ledger.checks.load_dataset import Dataset, load_dataset
from ledger.exports.export_columns import CLAIMS
from ledger.imports.column_map import ColumnMap, own_map, read_map
from ledger.imports.drafts import Drafts, NotPlaced, drafts_of, folded
from ledger.imports.own_export import Events, attach_appearances, beside, events_of, known_places
from ledger.imports.placed_claims import placed_claims
from ledger.imports.read_table import NotATable, Table, read_table
from ledger.imports.try_in_copy import Outcome, try_in_copy, write
from ledger.imports.vocabulary_match import Match
from ledger.yaml.problems import counted

HELP = "bring a spreadsheet: write its rows as statements and reports, beside what is there"
NEEDED = ("statement", "claimant", "metric", "figure", "report")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, the folder, and how far to go."""
    file_help = "a table (.csv, .xlsx, .parquet), or the folder that `export` wrote"
    parser.add_argument("file", metavar="FILE", help=file_help)
    parser.add_argument("--into", metavar="FOLDER", required=True, help="the data folder that takes it in")
    parser.add_argument("--map", metavar="MAP.yaml", help="which column is which; not needed for our own export")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")
    parser.add_argument("--add", action="store_true", help="add claimants and places that the folder does not know")


def run(options: argparse.Namespace) -> int:
    """Exit status: 0 everything placed, 1 something could not be placed (the rest is written), 2 wrong use."""
    folder = Path(options.into).expanduser().resolve()
    data = load_dataset(folder)
    if data.errors or data.words is None:
        for problem in data.errors:
            print(problem, file=sys.stderr)
        print("the folder has errors; mend them first, nothing was written", file=sys.stderr)
        return 2
    path = Path(options.file).expanduser()
    try:
        table = read_table(path / "claims.csv" if path.is_dir() else path)
    except NotATable as error:
        print(error, file=sys.stderr)
        return 2
    rules = _rules(options.map, table)
    if rules is None:
        return 2
    drafts = drafts_of(table, rules, _progress)
    outcome = _outcome(data, drafts, path, options.add)
    if outcome.beyond:
        print("\n".join(outcome.beyond), file=sys.stderr)
        print("the folder would have errors that no row explains; nothing was written", file=sys.stderr)
        return 2
    if not options.dry_run:
        write(folder, outcome)
    _tell(outcome, drafts, options.dry_run)
    return 1 if outcome.not_placed else 0


def _rules(given: str | None, table: Table) -> ColumnMap | None:
    if given is None:
        missing = [name for name in NEEDED if name not in table.columns]
        if not missing:
            return own_map()
        known = ", ".join(column.name for column in CLAIMS)
        print(
            f"{table.name}: no column {missing[0]}; without --map the columns are those of the export ({known}). "
            "docs/import/README.md shows how to write a map",
            file=sys.stderr,
        )
        return None
    rules, problems = read_map(Path(given).expanduser(), table)
    for problem in problems:
        print(problem, file=sys.stderr)
    return None if problems else rules


def _progress(row: int, rows: int) -> None:
    print(f"row {row:,} of {rows:,}", file=sys.stderr)


def _outcome(data: Dataset, drafts: Drafts, path: Path, add: bool) -> Outcome:
    assert data.words
    match = Match(data.words, add)
    lost: list[NotPlaced] = list(drafts.not_placed)
    places, appearances, happened = (beside(path, name) for name in ("places", "appearances", "events"))
    if places:
        known_places(places, match)
    claims, wrong = placed_claims(drafts.drafts, match)
    lost += wrong
    lost += attach_appearances(appearances, claims) if appearances else []
    events: Events = {}
    if happened:
        read = {report["id"] for claim in claims for report in claim.reports()}
        events, unread = events_of(happened, data, {*data.reports, *read})
        lost += unread
    if len(claims) > 500:
        print(f"checking {len(claims):,} claims beside {len(data.claims):,}", file=sys.stderr)
    outcome = try_in_copy(data, claims, match, events)
    outcome.not_placed = sorted([*lost, *outcome.not_placed])
    return outcome


def _tell(outcome: Outcome, drafts: Drafts, dry: bool) -> None:
    for line in folded(outcome.not_placed):
        print(f"not placed: {line}")
    for reason, rows in drafts.skipped.items():
        print(f"left out by the map: {counted(rows, 'row')} ({reason})")
    for name in outcome.texts:
        print(f"{'would write' if dry else 'wrote'} {name}")
    parts = [
        counted(outcome.claims, "claim"),
        counted(outcome.statements, "new statement"),
        counted(outcome.reports, "new report"),
        *([counted(outcome.claimants, "new claimant")] if outcome.claimants else []),
        *([counted(outcome.places, "new place")] if outcome.places else []),
        *([counted(outcome.events, "event")] if outcome.events else []),
    ]
    there = f"; {counted(outcome.there_already, 'claim')} there already" if outcome.there_already else ""
    lost = f"{len(outcome.not_placed)} not placed" if outcome.not_placed else "everything was placed"
    print(f"{', '.join(parts)}{there}; {lost}")
