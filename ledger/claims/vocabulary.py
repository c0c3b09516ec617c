"""The words that claims are made of: sides, claimants, groups, metrics and places, looked up by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ledger.shapes.vocabulary_records import Claimant, DatasetFile, Group, Metric, Phase, Place, Side, Who

OPERATION = "operation"
OTHERS = "others"
Paths = tuple[dict[str, tuple[str, ...]], list[str]]


@dataclass(frozen=True)
class Vocabulary:
    """Every id that a claim may use. `operation` is the reserved place that holds the phase's places."""

    dataset: DatasetFile
    claimants: Mapping[str, Claimant]
    groups: Mapping[str, Group]
    who: Mapping[str, Who]
    metrics: Mapping[str, Metric]
    places: Mapping[str, Place]
    group_paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place_paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def sides(self) -> dict[str, Side]:
        """The sides by id."""
        return {side.id: side for side in self.dataset.sides}

    @cached_property
    def phases(self) -> dict[str, Phase]:
        """The phases by id, in the order of dataset.yaml."""
        return {phase.id: phase for phase in self.dataset.phases}

    def side_of_group(self, group: str | None) -> str | None:
        """Whose people these are: the nearest stated side going up the tree; `none` ends the search."""
        for node in self.group_paths.get(group or "", ()):
            side = self.groups[node].side
            if side:
                return None if side == "none" else side
        return None

    def is_forces(self, group: str | None) -> bool:
        """Whether the group, or one it lies in, is marked as armed forces."""
        return any(self.groups[node].forces for node in self.group_paths.get(group or "", ()))

    def is_civilian(self, group: str | None) -> bool:
        """Whether the group, or one it lies in, is marked as civilians."""
        return any(self.groups[node].civilians for node in self.group_paths.get(group or "", ()))

    def direction(self, claimant: str, group: str | None) -> str | None:
        """Whose dead a claimant speaks of: own, other, none, or third (no party is speaking)."""
        known = self.claimants.get(claimant)
        if group not in self.groups or known is None:
            return None
        side_of_speaker = self.sides.get(known.side or "")
        if side_of_speaker is None or side_of_speaker.role != "party":
            return "third"
        side = self.side_of_group(group)
        if side is None:
            return "none"
        return "own" if side == side_of_speaker.id else "other"


def paths_up(parents: Mapping[str, str | None]) -> Paths:
    """For each node the way up to its root, itself first; and the nodes that lie on a circle.

    What lies on a circle, or leads to one, has no way up and is left out of the first.
    """
    paths: dict[str, tuple[str, ...]] = {}
    circles: list[str] = []
    for node in parents:
        way = [node]
        while (above := parents.get(way[-1])) is not None and above in parents:
            if above in way:
                circles += [node] if above == node else []
                break
            way.append(above)
        else:
            paths[node] = tuple(way)
    return paths, circles


def place_paths(places: Iterable[Place], operation_in: str | None) -> Paths:
    """The way up for each place. `operation` lies in the place of dataset.yaml, and holds what lies there."""
    paths, circles = paths_up({place.id: place.within for place in places})
    with_operation: dict[str, tuple[str, ...]] = {}
    for node, way in paths.items():
        if operation_in in way[1:]:
            cut = way.index(operation_in)
            way = (*way[:cut], OPERATION, *way[cut:])
        with_operation[node] = way
    with_operation[OPERATION] = (OPERATION, *paths.get(operation_in or "", ()))
    if operation_in is None:
        with_operation = {n: w if n == OPERATION else (*w, OPERATION) for n, w in with_operation.items()}
    return with_operation, circles
