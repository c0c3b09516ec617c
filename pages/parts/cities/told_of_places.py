"""What all parts of the Cities page share: the answers of one run, names of places, words of a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
from markupsafe import Markup

from charts import words
from pages.parts.frame.address import Address
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, inner_link, page_address, tag
from pages.parts.frame.running_page import Frame
from queries.cities.places import place_claims, place_rows, presence
from queries.frame.phases_and_sides import side_order

EMPTY = "not in what was read"
UNATTRIBUTED = "Unattributed"


@dataclass(frozen=True)
class Known:
    """What the controls of the page need: the places to choose from, every spelling (case-folded) with its place's
    key, the name of each place and set by key, the claimants of each side, and whether the phase names any place.
    `spellings` is empty where nobody spoke of any place in any phase."""

    choices: list[str]
    spellings: dict[str, str]
    names: dict[str, str]
    tellers: dict[str, list[str]]
    is_present: bool


@dataclass(frozen=True)
class Told:
    """One run's answers. `rows` are all places and sets of the data, `present` who spoke of which in the phase,
    `claims` what stands of it at T. Wider places (those that hold the whole operation) are no cities."""

    frame: Frame
    rows: pd.DataFrame
    present: pd.DataFrame
    claims: pd.DataFrame
    sides: pd.DataFrame
    address: Address = ()

    @cached_property
    def names(self) -> dict[str, str]:
        """Every place and set by its key; a set names its places."""
        own = self.rows[~self.rows["is_set"]]
        names = dict(zip(own["place_key"], own["name"], strict=True))
        for row in self.rows[self.rows["is_set"]].itertuples():
            parts = [names.get(member, member) for member in str(row.members).split("|")]
            parts += ["others"] if row.and_others else []
            names[row.place_key] = listed(parts)
        return names

    @cached_property
    def by_key(self) -> dict[str, dict[str, Any]]:
        """The row of each place and set."""
        return {row["place_key"]: row for row in self.rows.to_dict("records")}

    @cached_property
    def cities(self) -> set[str]:
        """The keys of places that are neither sets nor hold the whole operation."""
        return set(self.rows[~self.rows["is_set"] & ~self.rows["is_wider"]]["place_key"])

    @cached_property
    def speakers(self) -> dict[str, list[dict[str, Any]]]:
        """Who spoke of each place or set, in the order of sides and names."""
        found: dict[str, list[dict[str, Any]]] = {}
        for row in self.present.to_dict("records"):
            side = row["side"] if words.given(row["side"]) else None
            found.setdefault(row["place_key"], []).append({**row, "side": side})
        return found

    @cached_property
    def standing(self) -> dict[tuple[str, str], list[dict[str, Any]]]:
        """The standing claims of a claimant about a place or set, without the parts of another of them."""
        found: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for claim in self.claims[~self.claims["is_detail"]].to_dict("records"):
            found.setdefault((claim["place_key"], claim["claimant"]), []).append(claim)
        return found

    @cached_property
    def sets_with(self) -> dict[str, list[str]]:
        """The sets that hold a place."""
        found: dict[str, list[str]] = {}
        for key in self.rows[self.rows["is_set"]]["place_key"]:
            for member in self.members(key):
                found.setdefault(member, []).append(key)
        return found

    def link(self, text: Cell, key: str) -> Markup:
        """A link to this page with the place chosen and all else as it is; it leads to the place's section."""
        unique = sum(name == self.names[key] for name in self.names.values()) == 1
        chosen = {**dict(self.address), "place": self.names[key] if unique else key}
        return tag("a", text, href=f"{page_address('cities', chosen)}#one-place")

    def members(self, key: str) -> list[str]:
        """The places of a set."""
        found = self.by_key.get(key, {}).get("members")
        return str(found).split("|") if words.given(found) else []

    def side_names(self) -> dict[str | None, str]:
        """Every side in the one order, and the unattributed where they spoke of a place."""
        named: dict[str | None, str] = dict(zip(self.sides["id"], self.sides["name"], strict=True))
        if self.present["side"].isna().any():
            named[None] = UNATTRIBUTED
        return named


def known_places(frame: Frame) -> Known:
    """For `kept`: a run without a new choice reads it and asks nothing."""
    told = told_of_places(frame, ())
    own = told.rows[~told.rows["is_set"]]
    spoken = own[own["spoken_in"].notna()]
    if told.rows["spoken_in"].isna().all():
        return Known([], {}, {}, {}, False)
    spellings: dict[str, str] = {}
    for column in ("place_key", "name"):
        for text, key in zip(own[column], own["place_key"], strict=True):
            spellings.setdefault(str(text).casefold(), str(key))
    for row in own[own["aliases"].notna()].itertuples():
        for alias in str(row.aliases).split("|"):
            spellings.setdefault(alias.strip().casefold(), str(row.place_key))
    present = told.present[told.present["place_key"].isin(told.cities)]
    tellers = {side: sorted(of_side(present, side)["claimant_name"].unique()) for side in told.sides["id"]}
    choices = sorted(spoken["name"].unique())
    return Known(choices, spellings, dict(told.names), tellers, not told.present.empty)


def told_of_places(frame: Frame, address: Address = ()) -> Told:
    """Ask once for what the whole page shows."""
    return Told(
        frame,
        answer(place_rows, frame, frame.at),
        answer(presence, frame, frame.phase, frame.at),
        answer(place_claims, frame, frame.phase, frame.at),
        answer(side_order, frame),
        address,
    )


def of_side(rows: pd.DataFrame, side: str | None) -> pd.DataFrame:
    """The rows of one side; None is those without one."""
    return rows[rows["side"].isna()] if side is None else rows[rows["side"] == side]


def listed(parts: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    parts = list(parts)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 place`, `3 places`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def figure_words(row: Mapping[str, Any], *, site: bool = True) -> str:
    """`11 killed, Civilians`; a value that is no count comes after what it is about."""
    value, label = words.value(row), str(row["metric_label"])
    text = f"{value} {label}" if row["metric_value"] == "count" else f"{label}: {value}"
    people = words.whom(row)
    text = f"{text}, {people}" if people else text
    return f"{text} ({row['site']})" if site and words.given(row["site"]) else text


def claim_link(text: Cell, claim: str) -> Markup:
    """A link to one claim with its statement and its sources."""
    return inner_link(text, "sources", claim=claim)


def kind_of_place(row: Mapping[str, Any]) -> str:
    """`town, Hill district`."""
    holder = f", {row['holder_name']}" if words.given(row["holder_name"]) else ""
    return f"{row['level']}{holder}"
