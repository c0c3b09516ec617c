"""Which ids there are, and what to say of one that is not among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ledger.claims.vocabulary import OPERATION, Vocabulary
from ledger.shapes.read_folder import EVERYTHING, Folder, Placed
from ledger.yaml.problems import Problem, unknown


class Speaks(Protocol):
    """A record or claim that can say where it stands."""

    def problem(self, message: str, *location: str | int) -> Problem:
        """A problem at one of its fields."""


@dataclass(frozen=True)
class Known:
    """The ids of one kind. What is there but could not be read has its own problem, and is not unknown."""

    noun: str
    home: str
    ids: Collection[str]
    unread: frozenset[str] = field(default_factory=frozenset)

    def lacks(self, name: str) -> bool:
        """Whether there is no such id."""
        return name not in self.ids and name not in self.unread and EVERYTHING not in self.unread

    def dangling(self, holder: Speaks, names: Iterable[str | None], *at: str | int) -> Iterator[Problem]:
        """A problem for each id of a list that is not there."""
        for number, name in enumerate(names):
            yield from self.missing(holder, name, *at, number)

    def missing(self, holder: Speaks, name: str | None, *at: str | int) -> Iterator[Problem]:
        """A problem if there is no such id; none given is none missing."""
        if name is not None and self.lacks(name):
            message = unknown(self.noun, name, {*self.ids, *self.unread}, home=self.home)
            yield holder.problem(message, *at)


@dataclass(frozen=True)
class Names:
    """Every id that something may point to, by kind."""

    sides: Known
    phases: Known
    claimants: Known
    groups: Known
    who: Known
    doers: Known
    metrics: Known
    places: Known
    reports: Known
    statements: Known


def names_in(words: Vocabulary, unique: Mapping[str, Mapping[str, Placed]], folder: Folder) -> Names:
    """The ids of a folder, with those of records that could not be read."""
    groups = folder.broken("groups")
    return Names(
        sides=Known("side", "dataset.yaml", words.sides),
        phases=Known("phase", "dataset.yaml", words.phases),
        claimants=Known("claimant", "claimants.yaml", words.claimants, folder.broken("claimants")),
        groups=Known("group", "groups.yaml", words.groups, groups),
        who=Known('word of "who"', "groups.yaml", words.who, groups),
        doers=Known("group or side", "groups.yaml", {*words.groups, *words.sides}, groups),
        metrics=Known("metric", "metrics.yaml", words.metrics, folder.broken("metrics")),
        places=Known("place", "places.yaml", {*words.places, OPERATION}, folder.broken("places")),
        reports=Known("report", "reports/", unique["reports"], folder.broken("reports")),
        statements=Known("statement", "", unique["statements"], folder.broken("statements")),
    )
