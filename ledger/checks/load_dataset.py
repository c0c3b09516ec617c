"""A data folder as one checked dataset, or everything that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from weakref import WeakKeyDictionary

from ledger.checks.answer_checks import answer_problems
from ledger.checks.claim_checks import claim_problems, order_problems, statement_problems
from ledger.checks.known_ids import Names, names_in
from ledger.checks.link_checks import event_problems, link_problems, unique_claims, unused_reports
from ledger.checks.vocabulary_checks import vocabulary_problems
from ledger.claims.claim_rows import ClaimRow, claim_rows, reports_of
from ledger.claims.series import succession
from ledger.claims.vocabulary import Vocabulary, paths_up, place_paths
from ledger.claims.withdrawals import standing_until, withdrawals
from ledger.shapes.data_files import data_folder
from ledger.shapes.read_folder import Folder, Placed, ReadFile, read_folder
from ledger.shapes.report_records import Event, Report
from ledger.shapes.statement_records import Statement
from ledger.shapes.vocabulary_records import DatasetFile
from ledger.yaml.problems import Problem, errors_in, in_order
from ledger.yaml.strict_loader import without_collection


@dataclass(frozen=True)
class Dataset:
    """Everything the data folder says. `words` is None only where dataset.yaml could not be read. `superseded` tells by
    claim from when on it is no longer current, since a later one stands in its place or it was `withdrawn`."""

    folder: Path
    version: str
    words: Vocabulary | None
    reports: dict[str, Placed[Report]] = field(default_factory=dict)
    statements: dict[str, Placed[Statement]] = field(default_factory=dict)
    claims: tuple[ClaimRow, ...] = ()
    superseded: dict[str, datetime] = field(default_factory=dict)
    events: tuple[Placed[Event], ...] = ()
    problems: tuple[Problem, ...] = ()
    withdrawn: dict[str, datetime] = field(default_factory=dict)

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop the figures from being shown."""
        return errors_in(self.problems)


def load_dataset(folder: str | os.PathLike[str] | None = None) -> Dataset:
    """Read, check and put together the data folder (default: LEDGER_DATA, else `data/`).

    Never raises for what stands in the folder: all problems are in `problems`, sorted by file and line.
    """
    path = data_folder(folder)
    with without_collection():
        return assemble(path, read_folder(path))


def assemble(path: Path, folder: Folder) -> Dataset:
    """Compare what the files say, with one another too, and put it together."""
    problems = list(folder.problems)
    unique = {kind: _by_id(folder.records(kind), problems) for kind in _LISTS}
    words = _vocabulary(folder, unique, problems)
    if words is None:
        return Dataset(path, folder.version, None, problems=in_order(problems))
    reports, statements, events = unique["reports"], unique["statements"], unique["events"]
    names = names_in(words, unique, folder)
    plain = {key: placed.record for key, placed in reports.items()}
    stated = list(_stated(folder, plain, words, names))
    rows = (row for part in stated for row in part.claims)
    claims, twice = unique_claims([row for row in rows if statements[row.statement] is row.placed])
    problems += twice
    problems += [problem for part in stated for problem in part.problems]
    problems += vocabulary_problems(words, names, unique, folder)
    problems += order_problems(statements, plain, words, names)
    problems += link_problems(claims, words, names)
    problems += answer_problems(claims, words, names)
    problems += event_problems(events, words, names)
    if not any(folder.broken(kind) for kind in ("statements", "events", "dataset")):
        stated_in = (report for part in stated for report in part.reports)
        problems += unused_reports(reports, stated_in, events, words)
    gone = withdrawals(claims)
    until = standing_until(succession(claims, statements, words), gone)
    parts = (reports, statements, tuple(claims), until, tuple(events.values()))
    return Dataset(path, folder.version, words, *parts, in_order(problems), gone)


@dataclass(frozen=True)
class Stated:
    """What one file of statements says: its claims (those of ids used twice too), what is wrong with each statement and
    claim by itself, and the reports used. It holds as long as the file and all of `beside` stay as they are."""

    beside: tuple[ReadFile, ...]
    claims: tuple[ClaimRow, ...]
    problems: tuple[Problem, ...]
    reports: frozenset[str]


_kept: WeakKeyDictionary[ReadFile, Stated] = WeakKeyDictionary()


def _stated(folder: Folder, reports: dict[str, Report], words: Vocabulary, names: Names) -> Iterator[Stated]:
    """What each file of statements says; only those that changed are gone through again, while the rest of the folder
    (vocabulary and reports) stays as it is."""
    beside = tuple(read for file, read in folder.files if file.kind.name not in ("statements", "events"))
    for file, read in folder.files:
        if file.kind.name != "statements":
            continue
        known = _kept.get(read)
        if known is None or known.beside != beside:
            zone = words.dataset.timezone
            claims = tuple(row for placed in read.records for row in claim_rows(placed, reports, words, zone))
            problems = (*statement_problems(read.records, words, names), *claim_problems(claims, words, names))
            stated = (report for placed in read.records for report in reports_of(placed.record))
            used = frozenset({*stated, *(item.report for row in claims for item in row.record.settles)})
            known = _kept[read] = Stated(beside, claims, problems, used)
        yield known


_LISTS = ("claimants", "metrics", "places", "reports", "statements", "events")


def _by_id(records: Iterable[Placed], problems: list[Problem]) -> dict[str, Placed]:
    found: dict[str, Placed] = {}
    for placed in records:
        first = found.setdefault(placed.record.id, placed)
        if first is not placed:
            place = f"{first.file.shown}:{first.position('id')[0]}"
            kind = placed.file.kind.record.__name__.lower()
            problems.append(placed.problem(f"this {kind} id is already used in {place}; change one", "id"))
    return found


def _vocabulary(
    folder: Folder, unique: dict[str, dict[str, Placed]], problems: list[Problem]
) -> Vocabulary | None:
    dataset = next((p.record for p in folder.records("dataset")), None)
    if dataset is None:
        if not folder.broken("dataset") and folder.path.is_dir():
            message = "there is no dataset.yaml; begin a folder with: python -m ledger new FOLDER"
            problems.append(Problem(f"{folder.path.name}/dataset.yaml", 0, 0, "", message))
        return None
    assert isinstance(dataset, DatasetFile)
    groups_file = next((p.record for p in folder.records("groups")), None)
    groups = {group.id: group for group in (groups_file.groups if groups_file else ())}
    group_ways, _ = paths_up({group.id: group.parent for group in groups.values()})
    places = {key: placed.record for key, placed in unique["places"].items()}
    place_ways, _ = place_paths(places.values(), dataset.place)
    return Vocabulary(
        dataset=dataset,
        claimants={key: placed.record for key, placed in unique["claimants"].items()},
        groups=groups,
        who={who.id: who for who in (groups_file.who if groups_file else ())},
        metrics={key: placed.record for key, placed in unique["metrics"].items()},
        places=places,
        group_paths=group_ways,
        place_paths=place_ways,
    )
