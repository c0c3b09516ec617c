"""Merge into a copy of the folder and let the checks speak: what they refuse is taken out and listed, and only what
checks clean is written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ledger.checks.load_dataset import Dataset, load_dataset
from ledger.imports.add_to_files import add_claims, add_records
from ledger.imports.drafts import NotPlaced
from ledger.imports.new_statements import by_statement, claim_records, new_statement
from ledger.imports.own_export import Events
from ledger.imports.placed_claims import PlacedClaim
from ledger.imports.there_already import not_there_yet
from ledger.imports.vocabulary_match import Match
from ledger.shapes.data_files import yaml_files

MOST_ROUNDS = 20


@dataclass
class Outcome:
    """What an import comes to. `texts` are the new contents of files, by their name in the folder."""

    texts: dict[str, str] = field(default_factory=dict)
    statements: int = 0
    claims: int = 0
    reports: int = 0
    claimants: int = 0
    places: int = 0
    events: int = 0
    there_already: int = 0
    not_placed: list[NotPlaced] = field(default_factory=list)
    beyond: list[str] = field(default_factory=list)


def try_in_copy(data: Dataset, claims: list[PlacedClaim], match: Match, events: Events) -> Outcome:
    """The outcome of putting the claims into the folder of `data`, which has no errors and stays as it is."""
    todo, there_already, not_placed = not_there_yet(data, claims)
    outcome = Outcome(there_already=there_already, not_placed=not_placed)
    for _ in range(MOST_ROUNDS):
        with tempfile.TemporaryDirectory() as home:
            copy = _copy(data.folder, Path(home) / data.folder.name)
            todo = _merge(copy, data, todo, match, events, outcome)
            errors = load_dataset(copy).errors
            if not errors:
                outcome.texts = _changed(data.folder, copy)
                break
            refused = _refused(errors, todo)
        if not refused:
            outcome.beyond = [str(problem) for problem in errors]
            break
        outcome.not_placed += [claim.draft.not_placed(message) for claim, message in refused.items()]
        todo = [claim for claim in todo if claim not in refused]
    return outcome


def write(folder: Path, outcome: Outcome) -> None:
    """Put the new contents in place, each file at once: a page that follows the folder never reads half of one."""
    for name, text in outcome.texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.{os.getpid()}.new")
        aside.write_text(text, encoding="utf-8", newline="\n")
        aside.replace(path)


Records = dict[str, list[dict[str, Any]]]


def _merge(
    copy: Path, data: Dataset, claims: list[PlacedClaim], match: Match, events: Events, outcome: Outcome
) -> list[PlacedClaim]:
    """Write everything into the copy, and count it. Returns the claims that are in."""
    used = {claim.claimant for claim in claims}
    claimants = [record for key, record in match.claimants.items() if key in used]
    fresh, longer = _by_file(data, claims, {record["id"]: record.get("side") for record in claimants})
    closed = {statement for name, new in longer.items() for statement in add_claims(copy, name, new)}
    kept = [claim for claim in claims if claim.statement not in closed]
    for claim in claims:
        if claim.statement in closed:
            message = f"{claim.statement} has no claims in lines of their own; write a first one by hand"
            outcome.not_placed.append(claim.draft.not_placed(message))
    places, reports = _new_places(match, kept), _new_reports(data, kept)
    files: Records = {"claimants.yaml": claimants, "places.yaml": places}
    files |= {f"reports/{phase}.yaml": list(pages.values()) for phase, pages in reports.items()}
    files |= {**fresh, **{f"events/{phase}.yaml": records for phase, records in events.items()}}
    for name, records in files.items():
        if records:
            add_records(copy, name, records)
    outcome.claims, outcome.statements = len(kept), sum(map(len, fresh.values()))
    outcome.claimants, outcome.places = len(claimants), len(places)
    outcome.reports, outcome.events = sum(map(len, reports.values())), sum(map(len, events.values()))
    return kept


def _by_file(
    data: Dataset, claims: list[PlacedClaim], new_sides: dict[str, str | None]
) -> tuple[Records, dict[str, Records]]:
    """New statements by the file they go to; and further claims by file and statement."""
    assert data.words
    sides = {**{key: known.side for key, known in data.words.claimants.items()}, **new_sides}
    fresh: Records = defaultdict(list)
    longer: dict[str, Records] = defaultdict(dict)
    for (phase, statement), members in by_statement(claims).items():
        placed = data.statements.get(statement)
        if placed is None:
            side = sides.get(members[0].claimant) or "unattributed"
            fresh[f"statements/{phase}/{side}.yaml"].append(new_statement(members, data.words))
        else:
            period, first = _as_written(placed.record.covers), placed.record.reports[0]
            name = placed.file.path.relative_to(data.folder).as_posix()
            longer[name][statement] = claim_records(members, data.words, period, first)
    return fresh, longer


def _new_places(match: Match, claims: Iterable[PlacedClaim]) -> list[dict[str, Any]]:
    """The new places that a claim names, those in which they lie, and all of an export."""
    todo = [place for claim in claims for place in claim.places] + list(match.wanted)
    used: set[str] = set()
    while todo:
        place = todo.pop()
        if place in match.places and place not in used:
            used.add(place)
            todo.append(match.places[place].get("within") or "")
    return [record for key, record in match.places.items() if key in used]


def _as_written(covers: Any) -> Any:
    """A period of a checked record as it stands in a file."""
    plain = covers is None or isinstance(covers, str)
    return covers if plain else covers.model_dump(by_alias=True, exclude_defaults=True)


def _new_reports(data: Dataset, claims: Iterable[PlacedClaim]) -> dict[str, dict[str, dict[str, Any]]]:
    """The reports that the folder does not hold, by phase."""
    found: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    seen = set(data.reports)
    for claim in claims:
        for report in claim.reports():
            if report["id"] not in seen:
                seen.add(report["id"])
                found[claim.phase][report["id"]] = report
    return found


def _refused(errors: Iterable[Any], claims: list[PlacedClaim]) -> dict[PlacedClaim, str]:
    """The claims that the errors are about, each with the first thing said of it."""
    about: dict[str, list[PlacedClaim]] = defaultdict(list)
    for claim in claims:
        for name in {claim.id, claim.statement, claim.report["id"], claim.claimant, *claim.places}:
            about[name].append(claim)
    found: dict[PlacedClaim, str] = {}
    for problem in errors:
        for claim in about.get(problem.subject, ()):
            found.setdefault(claim, problem.message)
    return found


def _copy(folder: Path, to: Path) -> Path:
    for path in yaml_files(folder):
        target = to / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return to


def _changed(folder: Path, copy: Path) -> dict[str, str]:
    found = {}
    for path in yaml_files(copy):
        name, text = path.relative_to(copy).as_posix(), path.read_text(encoding="utf-8")
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != text:
            found[name] = text
    return found
