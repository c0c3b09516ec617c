"""The words of a table as ids of the folder: by id, by name, by another spelling; what is unknown may be added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ledger.begin.beginning import ID, id_of
from ledger.claims.vocabulary import OPERATION, Vocabulary
from ledger.imports.drafts import Draft
from ledger.yaml.problems import unknown

# Of a source of which nothing else is known: it replaces nothing and has no ladder until somebody says more.
KIND_UNTIL_KNOWN = "unnamed"


class Unknown(ValueError):
    """A word that the folder does not know. Carries the field."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


@dataclass
class Match:
    """The folder's ids by what people call them. `claimants` and `places` are what may have to be added; of these, the
    places `wanted` are added whether or not a claim names them."""

    words: Vocabulary
    add: bool
    claimants: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    wanted: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        words = self.words
        self._claimants = _called((c.id, (c.name,)) for c in words.claimants.values())
        self._groups = _called((g.id, (g.name,)) for g in words.groups.values())
        self._metrics = _called((m.id, (m.label,)) for m in words.metrics.values())
        self._who = _called((w.id, (w.name,)) for w in words.who.values())
        sides = _called((s.id, (s.name,)) for s in words.sides.values())
        self._doers = {**sides, **self._groups}
        self._places = _called((p.id, (p.name, *p.aliases)) for p in words.places.values())
        self._places[OPERATION] = OPERATION

    def phase(self, draft: Draft) -> str:
        """The phase: the only one of the folder need not be named."""
        text = draft.get("phase")
        phases = _called((p.id, (p.name,)) for p in self.words.phases.values())
        if text is None and len(self.words.phases) == 1:
            return next(iter(self.words.phases))
        return _found(phases, text, "phase", "phase", self.words.phases, "dataset.yaml")

    def metric(self, draft: Draft) -> str:
        """What is counted."""
        return _found(self._metrics, draft.get("metric"), "metric", "metric", self.words.metrics, "metrics.yaml")

    def group(self, draft: Draft) -> str | None:
        """Who was harmed."""
        text = draft.get("group")
        return text and _found(self._groups, text, "group", "group", self.words.groups, "groups.yaml")

    def by(self, draft: Draft) -> str | None:
        """Who did it."""
        text = draft.get("by")
        known = {*self.words.groups, *self.words.sides}
        return text and _found(self._doers, text, "by", "group or side", known, "groups.yaml")

    def who(self, draft: Draft) -> tuple[str, ...]:
        """Words that cross the tree."""
        home, known = "groups.yaml", self.words.who
        return tuple(_found(self._who, text, "who", 'word of "who"', known, home) for text in draft.listed("who"))

    def claimant(self, draft: Draft) -> str:
        """Who said it; an unknown one is added with its side and kind."""
        text = draft.get("claimant")
        found = text and self._claimants.get(text.casefold())
        if found:
            return found
        if text is None or not self.add:
            return _found({}, text, "claimant", "claimant", self.words.claimants, "claimants.yaml, use --add")
        identity = _new_id(text, "claimant")
        side = self._side(draft)
        kind = draft.get("claimant_kind") or (KIND_UNTIL_KNOWN if side else "unattributed")
        name = draft.get("claimant_name") or text
        self.claimants[identity] = {"id": identity, "name": name, "side": side, "kind": kind}
        self._claimants[text.casefold()] = identity
        return identity

    def _side(self, draft: Draft) -> str | None:
        """The side of a new claimant. It names a file, so it must be one of the folder's."""
        text = draft.get("claimant_side")
        sides = _called((s.id, (s.name,)) for s in self.words.sides.values())
        return text and _found(sides, text, "claimant_side", "side", self.words.sides, "dataset.yaml")

    def places_of(self, draft: Draft) -> tuple[str, ...]:
        """Where; empty for the whole. An unknown place is added, with its coordinates where the table has them."""
        several = draft.listed("places")
        return tuple(self._place(text, draft) for text in several or draft.listed("place"))

    def add_place(self, place: dict[str, Any]) -> None:
        """A place that another table describes."""
        self.places[place["id"]] = place
        self.wanted.add(place["id"])
        self._places |= {place["name"].casefold(): place["id"], place["id"].casefold(): place["id"]}

    def _place(self, text: str, draft: Draft) -> str:
        found = self._places.get(text.casefold())
        if found:
            return found
        if not self.add:
            return _found({}, text, "place", "place", self.words.places, "places.yaml, use --add")
        identity = _new_id(text, "place")
        place: dict[str, Any] = {"id": identity, "name": text, "level": draft.get("place_level") or "town"}
        within = draft.get("place_within")
        if within:
            place["within"] = _found(self._places, within, "place_within", "place", self.words.places, "places.yaml")
        lat, lon = draft.get("place_lat"), draft.get("place_lon")
        if lat and lon and place["level"] != "area":
            place |= {"lat": _number(lat, "place_lat"), "lon": _number(lon, "place_lon")}
            place["source"] = draft.get("place_source") or draft.table
        self.places[identity] = place
        self._places[text.casefold()] = identity
        return identity


def _called(things: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Ids by id and by name, whatever the case; an id goes before another's name."""
    listed = list(things)
    names = {name.casefold(): identity for identity, called in listed for name in called}
    return {**names, **{identity.casefold(): identity for identity, _ in listed}}


def _found(
    known: Mapping[str, str], text: str | None, name: str, noun: str, ids: Iterable[str], home: str
) -> str:
    if not text:
        raise Unknown(name, f"no {noun} is given; name its column in the map, or give one for all rows")
    found = known.get(text.casefold())
    if found is None:
        raise Unknown(name, unknown(noun, text, ids, home=home))
    return found


def _new_id(text: str, noun: str) -> str:
    identity = text if ID.fullmatch(text) else id_of(text)
    if not identity:
        message = f'"{text}" gives no id of a-z and 0-9; give it one under values in the map, and a {noun}_name'
        raise Unknown(noun, message)
    return identity


def _number(text: str, name: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise Unknown(name, f'"{text}" is no number of degrees') from error
