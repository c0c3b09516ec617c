"""A data folder as one checked dataset, or everything that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ledger.check_claims import claim_problems, order_problems, statement_problems
from ledger.check_links import event_problems, link_problems, unique_claims, unused_reports
from ledger.check_vocabulary import vocabulary_problems
from ledger.claims import ClaimRow, claim_rows
from ledger.files import data_folder
from ledger.known import names_in
from ledger.loader import without_collection
from ledger.problems import Problem, errors_in, in_order
from ledger.reading import Folder, Placed, read_folder
from ledger.series import with_succession
from ledger.shape_reports import Event, Report
from ledger.shape_statements import Statement
from ledger.shape_vocabulary import DatasetFile
from ledger.vocabulary import Vocabulary, paths_up, place_paths


@dataclass(frozen=True)
class Dataset:
    """Everything the data folder says. `words` is None only where dataset.yaml could not be read."""

    folder: Path
    version: str
    words: Vocabulary | None
    reports: dict[str, Placed[Report]] = field(default_factory=dict)
    statements: dict[str, Placed[Statement]] = field(default_factory=dict)
    claims: tuple[ClaimRow, ...] = ()
    events: tuple[Placed[Event], ...] = ()
    problems: tuple[Problem, ...] = ()

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
    every = list(folder.records("statements"))  # those whose id is used twice too
    rows = [row for placed in every for row in claim_rows(placed, plain, words, words.dataset.timezone)]
    claims, twice = unique_claims([row for row in rows if statements[row.statement] is row.placed])
    problems += twice
    problems += vocabulary_problems(words, names, unique, folder)
    problems += statement_problems(every, words, names)
    problems += order_problems(statements, plain, words, names)
    problems += claim_problems(rows, words, names)
    problems += link_problems(claims, words, names)
    problems += event_problems(events, words, names)
    if not any(folder.broken(kind) for kind in ("statements", "events", "dataset")):
        problems += unused_reports(reports, statements, events, words)
    claims = with_succession(claims, statements, words)
    parts = (reports, statements, tuple(claims), tuple(events.values()))
    return Dataset(path, folder.version, words, *parts, in_order(problems))


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
            message = "there is no dataset.yaml; copy one and change its title, sides and phases"
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
