"""Checks of the vocabulary files: ids that hang in the air, circles, sides, phases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ledger.checks.known_ids import Names
from ledger.claims.vocabulary import OPERATION, OTHERS, Vocabulary, paths_up
from ledger.shapes.moments import BACKWARDS, runs_backwards
from ledger.shapes.read_folder import Folder, Placed
from ledger.shapes.vocabulary_records import Phase
from ledger.yaml.problems import Problem, unknown

RESERVED = {OPERATION: "the whole operation", OTHERS: "places not named"}


def vocabulary_problems(
    words: Vocabulary, names: Names, unique: Mapping[str, Mapping[str, Placed]], folder: Folder
) -> Iterator[Problem]:
    """Everything wrong with claimants, groups, metrics, places and dataset.yaml."""
    for placed in unique["claimants"].values():
        yield from _claimant(placed, names)
    for placed in unique["metrics"].values():
        yield from names.metrics.missing(placed, placed.record.state_of, "state_of")
    yield from _shares_apart(unique["metrics"])
    yield from _places(names, unique["places"])
    for placed in folder.records("groups"):
        yield from _groups(words, names, placed)
    for placed in folder.records("dataset"):
        yield from _dataset(names, placed)
    for file, _ in folder.files:
        if file.phase is not None and names.phases.lacks(file.phase):
            message = unknown("phase", file.phase, words.phases, home="dataset.yaml")
            yield Problem(file.shown, 0, 0, "", message)


def _shares_apart(metrics: Mapping[str, Placed]) -> Iterator[Problem]:
    """What is put side by side is put together by family: per cent never stand beside people."""
    counts = {placed.record.family: key for key, placed in metrics.items() if placed.record.value != "share"}
    for placed in metrics.values():
        other = counts.get(placed.record.family)
        if placed.record.value == "share" and other is not None:
            message = f'a share and "{other}" cannot be of one family; give shares one of their own'
            yield placed.problem(message, "family")


def _claimant(placed: Placed, names: Names) -> Iterator[Problem]:
    claimant = placed.record
    yield from names.sides.missing(placed, claimant.side, "side")
    if claimant.side is None and claimant.kind != "unattributed":
        yield placed.problem(f"a claimant of kind {claimant.kind} needs a side; add one")
    if claimant.side is not None and claimant.kind == "unattributed":
        yield placed.problem("nobody was named, so there is no side; leave side out", "side")


def _places(names: Names, places: Mapping[str, Placed]) -> Iterator[Problem]:
    _, circles = paths_up({key: placed.record.within for key, placed in places.items()})
    for key, placed in places.items():
        place = placed.record
        if key in RESERVED:
            yield placed.problem(f'"{key}" is reserved for {RESERVED[key]}; use another id', "id")
        if place.within == OPERATION:
            message = '"operation" is the operation itself; name the place or leave within out'
            yield placed.problem(message, "within")
        yield from names.places.missing(placed, place.within, "within")
        if key in circles:
            yield placed.problem("lies within itself by way of other places; correct within", "within")
        if (place.lat is None) != (place.lon is None):
            yield placed.problem("give lat and lon together, or neither")
        if place.level == "area" and place.lat is not None:
            yield placed.problem("an area has no coordinates; leave lat and lon out", "lat")
        if place.level in ("town", "district") and place.lat is None and place.lon is None:
            yield placed.problem("no coordinates; it will be missing from the map", level="warning")


def _groups(words: Vocabulary, names: Names, placed: Placed) -> Iterator[Problem]:
    groups = placed.record.groups
    _, circles = paths_up({group.id: group.parent for group in groups})
    yield from _used_twice(placed, "groups")
    yield from _used_twice(placed, "who")
    for number, group in enumerate(groups):
        at = ("groups", number)
        yield from _named(names.groups.missing(placed, group.parent, *at, "parent"), group.id)
        if group.side != "none":
            yield from _named(names.sides.missing(placed, group.side, *at, "side"), group.id)
        if group.id in circles:
            message = "lies within itself by way of other groups; correct parent"
            yield placed.problem(message, *at, "parent", subject=group.id)


def _used_twice(placed: Placed, field: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, item in enumerate(getattr(placed.record, field)):
        line = placed.position(field, number, "id")[0]
        if item.id in first:
            message = f'the id "{item.id}" is already used in line {first[item.id]}; change one'
            yield placed.problem(message, field, number, "id", subject=item.id)
        first.setdefault(item.id, line)


def _named(problems: Iterator[Problem], subject: str) -> Iterator[Problem]:
    for problem in problems:
        yield Problem(problem.path, problem.line, problem.column, subject, problem.message, problem.level)


def _dataset(names: Names, placed: Placed) -> Iterator[Problem]:
    dataset = placed.record
    yield from names.places.missing(placed, dataset.place, "place")
    if dataset.place == OPERATION:
        yield placed.problem('"operation" cannot lie within itself; name a place of places.yaml', "place")
    yield from _used_twice(placed, "sides")
    yield from _used_twice(placed, "phases")
    for number, phase in enumerate(dataset.phases):
        yield from _named(_phase(names, placed, phase, "phases", number), phase.id)


def _phase(names: Names, placed: Placed, phase: Phase, *at: str | int) -> Iterator[Problem]:
    zone = placed.record.timezone
    for index, name in enumerate(phase.names):
        yield from names.claimants.missing(placed, name.claimant, *at, "names", index, "claimant")
    for index, bound in enumerate(phase.bounds):
        yield from names.claimants.missing(placed, bound.claimant, *at, "bounds", index, "claimant")
        yield from names.reports.missing(placed, bound.report, *at, "bounds", index, "report")
        if runs_backwards(bound.from_, bound.to, zone):
            yield placed.problem(BACKWARDS, *at, "bounds", index, "to")
    if phase.view is not None and runs_backwards(phase.view.from_, phase.view.to, zone):
        yield placed.problem(BACKWARDS, *at, "view", "to")
