"""Who spoke of which place in a phase: read from the store once, then cut at any moment in no time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import combinations
from typing import Any

from queries.ask_store import Store, ask_rows
from queries.cities.said_by import is_said, is_standing, is_withdrawn

Row = Mapping[str, Any]
FIGURE, NAMED = "figure", "named"


@dataclass(frozen=True)
class Voice:
    """One claimant on one place by T. `state`: `figure` where it gave one for this very place and has not taken it
    back, else `named`. `claims` stand at T; `together` are its standing figures for a set that holds the place."""

    claimant: str
    name: str
    short: str
    side: str | None
    state: str
    claims: tuple[Row, ...]
    together: tuple[Row, ...]


@dataclass(frozen=True)
class PlaceTold:
    """One place or set by T: its row of place_rows.sql (with `shown_name`) and who spoke of it, sides in order."""

    row: Row
    voices: tuple[Voice, ...]

    @property
    def key(self) -> str:
        """The place's id, or the ids of a set joined by +."""
        return str(self.row["place_key"])

    @property
    def name(self) -> str:
        """As pages print it."""
        return str(self.row["shown_name"])

    @property
    def is_city(self) -> bool:
        """One place that does not hold the whole operation: what is counted and drawn."""
        return not self.row["is_set"] and not self.row["is_wider"]

    @cached_property
    def states(self) -> dict[str | None, str]:
        """What each side that spoke of it gave: a figure, or its name only."""
        found: dict[str | None, str] = {}
        for voice in self.voices:
            found[voice.side] = FIGURE if FIGURE in (voice.state, found.get(voice.side)) else NAMED
        return found


@dataclass(frozen=True)
class PhasePlaces:
    """A phase's places: all places of the data by key, what was ever said of them, sides in their one order, and of
    each group what it lies in."""

    phase: str
    places: Mapping[str, Row]
    claims: tuple[Row, ...]
    names: tuple[Row, ...]
    sides: tuple[Row, ...]
    ways: Mapping[str, frozenset[str]]

    @property
    def parties(self) -> list[Row]:
        """The sides that are parties."""
        return [side for side in self.sides if side["role"] == "party"]

    def at(self, t: datetime | None) -> list[PlaceTold]:
        """The places and sets that anybody had spoken of by T, by name; sets and wider places last."""
        spoken: dict[str, dict[str, _Heard]] = {}
        for row in self.names:
            if is_said(row, t):
                _heard(spoken, row["place_key"], row)
        for claim in self.claims:
            if is_said(claim, t):
                self._hear(spoken, claim, t)
        found = [
            PlaceTold(self.places[key], tuple(one.voice() for one in sorted(heard.values(), key=_Heard.order)))
            for key, heard in spoken.items()
        ]
        return sorted(found, key=lambda place: (place.row["is_wider"], place.row["is_set"], place.name, place.key))

    def _hear(self, spoken: dict[str, dict[str, _Heard]], claim: Row, t: datetime | None) -> None:
        """A claim speaks of its place; one about a set of each of its places too, without a figure for any."""
        stands, key = is_standing(claim, t), claim["place_key"]
        heard = _heard(spoken, key, claim)
        heard.has_figure |= claim["has_figure"] and not is_withdrawn(claim, t)
        if stands:
            heard.claims.append(claim)
        if self.places[key]["is_set"]:
            for member in members(self.places[key]):
                other = _heard(spoken, member, claim)
                if stands and claim["has_figure"]:
                    other.together.append(claim)

    def like_figures(self, t: datetime | None) -> dict[str, set[str]]:
        """The places at which two parties had each given a figure of one family for the same people or for some of
        them, with the families: what could be set side by side at one place."""
        told: dict[str, list[Row]] = {}
        for claim in self.claims:
            place = self.places[claim["place_key"]]
            counts = claim["has_figure"] and claim["side_role"] == "party" and is_said(claim, t)
            if counts and not is_withdrawn(claim, t) and not place["is_set"] and not place["is_wider"]:
                told.setdefault(claim["place_key"], []).append(claim)
        found: dict[str, set[str]] = {}
        for key, claims in told.items():
            for a, b in combinations(claims, 2):
                if a["side"] != b["side"] and a["family"] == b["family"] and self._meet(a["group"], b["group"]):
                    found.setdefault(key, set()).add(a["family"])
        return found

    def _meet(self, one: str | None, other: str | None) -> bool:
        if one is None or other is None:
            return one == other
        return one in self.ways[other] or other in self.ways[one]


@dataclass
class _Heard:
    row: Row
    claims: list[Row]
    together: list[Row]
    has_figure: bool = False

    def order(self) -> tuple[int, str]:
        return self.row["side_position"], self.row["claimant_name"]

    def voice(self) -> Voice:
        row = self.row
        return Voice(
            row["claimant"], row["claimant_name"], row["claimant_short"], row["side"],
            FIGURE if self.has_figure else NAMED, tuple(self.claims), tuple(self.together),
        )


def _heard(spoken: dict[str, dict[str, _Heard]], place: str, row: Row) -> _Heard:
    return spoken.setdefault(place, {}).setdefault(row["claimant"], _Heard(row, [], []))


def phase_places(store: Store, phase: str) -> PhasePlaces:
    """Read what was ever said of places in a phase."""
    groups = {row["id"]: frozenset(row["way"]) for row in ask_rows(store, "side_by_side/group_ways")}
    return PhasePlaces(
        phase,
        all_places(store),
        tuple(ask_rows(store, "cities/claims_of_places", phase=phase)),
        tuple(ask_rows(store, "cities/names_of_places", phase=phase)),
        tuple(ask_rows(store, "frame/side_order")),
        groups,
    )


def all_places(store: Store) -> dict[str, dict[str, Any]]:
    """Every place and set of the data by key, in the order of districts; `shown_name` names the places of a set."""
    rows = ask_rows(store, "cities/place_rows")
    names = {row["place_key"]: row["name"] for row in rows if not row["is_set"]}
    for row in rows:
        parts = [str(names.get(member, member)) for member in members(row)] + ["others"] * bool(row["and_others"])
        row["shown_name"] = listed(parts) if row["is_set"] else row["name"]
    return {row["place_key"]: row for row in rows}


def members(row: Row) -> list[str]:
    """The places of a set; of a single place none."""
    return str(row["members"]).split("|") if row["members"] else []


def spoken_places(places: Mapping[str, Row]) -> Iterator[Row]:
    """The single places that anybody spoke of in any phase."""
    return (row for row in places.values() if row["spoken_in"] and not row["is_set"])


def listed(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
