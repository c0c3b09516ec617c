"""Checks of the vocabulary files: ids that hang in the air, circles, sides, phases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ledger.moments import read_moment
from ledger.problems import Problem, unknown
from ledger.reading import Folder, Placed
from ledger.vocabulary import OPERATION, Vocabulary, paths_up


def vocabulary_problems(
    words: Vocabulary, unique: Mapping[str, Mapping[str, Placed]], folder: Folder
) -> Iterator[Problem]:
    """Everything wrong with claimants, groups, metrics, places and dataset.yaml."""
    yield from _claimants(words, unique["claimants"])
    yield from _metrics(words, unique["metrics"])
    yield from _places(words, unique["places"])
    for placed in folder.records("groups"):
        yield from _groups(words, placed)
    for placed in folder.records("dataset"):
        yield from _dataset(words, placed, unique["reports"])
    for file, _ in folder.files:
        if file.phase is not None and file.phase not in words.phases:
            yield Problem(file.shown, 0, 0, "", unknown("phase", file.phase, words.phases))


def _claimants(words: Vocabulary, placed_claimants: Mapping[str, Placed]) -> Iterator[Problem]:
    for placed in placed_claimants.values():
        claimant = placed.record
        if claimant.side is not None and claimant.side not in words.sides:
            yield placed.problem(unknown("side", claimant.side, words.sides), "side")
        if claimant.side is None and claimant.kind != "unattributed":
            yield placed.problem(f"a claimant of kind {claimant.kind} needs a side; add one")
        if claimant.side is not None and claimant.kind == "unattributed":
            yield placed.problem("nobody was named, so there is no side; leave side out", "side")


def _metrics(words: Vocabulary, placed_metrics: Mapping[str, Placed]) -> Iterator[Problem]:
    for placed in placed_metrics.values():
        state_of = placed.record.state_of
        if state_of is not None and state_of not in words.metrics:
            yield placed.problem(unknown("metric", state_of, words.metrics), "state_of")


def _places(words: Vocabulary, placed_places: Mapping[str, Placed]) -> Iterator[Problem]:
    _, circles = paths_up({key: placed.record.within for key, placed in placed_places.items()})
    for key, placed in placed_places.items():
        place = placed.record
        if key == OPERATION:
            yield placed.problem('"operation" is reserved for the whole operation; use another id', "id")
        if place.within is not None and place.within not in words.places:
            yield placed.problem(unknown("place", place.within, words.places), "within")
        if key in circles:
            yield placed.problem("lies within itself by way of other places; correct within", "within")
        if (place.lat is None) != (place.lon is None):
            yield placed.problem("give lat and lon together, or neither")
        if place.level == "area" and place.lat is not None:
            yield placed.problem("an area has no coordinates; leave lat and lon out", "lat")
        if place.level in ("town", "district") and place.lat is None:
            yield placed.problem("no coordinates; it will be missing from the map", level="warning")


def _groups(words: Vocabulary, placed: Placed) -> Iterator[Problem]:
    groups = placed.record.groups
    _, circles = paths_up({group.id: group.parent for group in groups})
    first: dict[str, int] = {}
    for number, group in enumerate(groups):
        at = ("groups", number)
        if group.id in first:
            yield placed.problem("this group id is used twice; change one", *at, "id", subject=group.id)
        first[group.id] = number
        if group.parent is not None and group.parent not in words.groups:
            message = unknown("group", group.parent, words.groups)
            yield placed.problem(message, *at, "parent", subject=group.id)
        if group.side is not None and group.side not in (*words.sides, "none"):
            yield placed.problem(unknown("side", group.side, words.sides), *at, "side", subject=group.id)
        if group.id in circles:
            yield placed.problem("lies within itself; correct parent", *at, "parent", subject=group.id)


def _dataset(words: Vocabulary, placed: Placed, reports: Mapping[str, Placed]) -> Iterator[Problem]:
    dataset, zone = placed.record, placed.record.timezone
    if dataset.place is not None and dataset.place not in words.places:
        yield placed.problem(unknown("place", dataset.place, words.places), "place")
    for kind in ("sides", "phases"):
        seen: set[str] = set()
        for number, item in enumerate(getattr(dataset, kind)):
            if item.id in seen:
                yield placed.problem(f'the id "{item.id}" is used twice; change one', kind, number, "id")
            seen.add(item.id)
    for number, phase in enumerate(dataset.phases):
        at = ("phases", number)
        claimants = [("names", n, c.claimant) for n, c in enumerate(phase.names)]
        claimants += [("bounds", n, c.claimant) for n, c in enumerate(phase.bounds)]
        for field, index, claimant in claimants:
            if claimant not in words.claimants:
                message = unknown("claimant", claimant, words.claimants)
                yield placed.problem(message, *at, field, index, "claimant", subject=phase.id)
        for index, bound in enumerate(phase.bounds):
            if bound.report is not None and bound.report not in reports:
                message = unknown("report", bound.report, reports)
                yield placed.problem(message, *at, "bounds", index, "report", subject=phase.id)
            yield from _span(placed, bound, zone, *at, "bounds", index)
        if phase.view is not None:
            yield from _span(placed, phase.view, zone, *at, "view")


def _span(placed: Placed, span: object, zone: str, *at: str | int) -> Iterator[Problem]:
    moments = {}
    for field in ("from_", "to"):
        text = getattr(span, field)
        if text is None:
            continue
        try:
            moments[field] = read_moment(text, zone)
        except ValueError as error:
            yield placed.problem(str(error), *at, field.strip("_"))
    if len(moments) == 2 and moments["to"].end < moments["from_"].start:
        yield placed.problem("ends before it begins; correct one of the two", *at, "to")
