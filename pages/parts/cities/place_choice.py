"""Which place is shown: its id in the address as `place`; names and other spellings of earlier links are understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from pages.parts.claims.places_named import Told, places_of
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import Cell, page_address, tag
from pages.parts.frame.running_page import Frame
from queries.cities.phase_places import FIGURE, PlaceTold

ORDERS = {"": "who named it", "name": "name", "voices": "most claimants"}


@dataclass(frozen=True)
class Choice:
    """The place shown, or None where none is known; whether the reader asked for it, by an id or by a name; a sentence
    where the address names no place; the order of the matrix."""

    key: str | None
    is_asked: bool
    is_label: bool
    note: str
    order: str

    def address(self, frame: Frame) -> dict[str, str | None]:
        """The address of this view in ids."""
        place = self.key if self.is_asked else None
        return {**frame.address, "place": place, "order": self.order or None}


def chosen_place(frame: Frame, parameters: Mapping[str, str], told: Told) -> Choice:
    """The place of an address; without one that of which most is told."""
    order = parameters.get("order", "")
    order = order if order in ORDERS else ""
    asked = parameters.get("place", "").strip()
    key = kept(spellings, frame).get(asked.casefold()) if asked else None
    if key is not None:
        return Choice(key, True, key != parameters["place"], "", order)
    note = f"No place of this dataset is called “{asked[:60]}”." if asked else ""
    return Choice(most_told(told), False, False, note, order)


def most_told(told: Told) -> str | None:
    """The place at which most sides gave a figure, then of which most claimants spoke."""

    def weight(place: PlaceTold) -> tuple[int, int]:
        return sum(state == FIGURE for state in place.states.values()), len(place.voices)

    return max(told.cities, key=weight).key if told.cities else None


def spellings(frame: Frame) -> dict[str, str]:
    """Every way to write a place, case-folded, with its id: ids first, then names, then other spellings; a settlement
    before the district that is written like it."""
    rows = [row for row in places_of(frame).places.values() if not row["is_set"]]
    rows.sort(key=lambda row: row["level"] == "district")
    found: dict[str, str] = {}
    for texts in (
        ((row["place_key"], row) for row in rows),
        ((row["name"], row) for row in rows),
        ((alias.strip(), row) for row in rows if row["aliases"] for alias in str(row["aliases"]).split("|")),
    ):
        for text, row in texts:
            found.setdefault(str(text).casefold(), str(row["place_key"]))
    return found


def canonical(frame: Frame, choice: Choice) -> Markup:
    """Where the address names the place by a label, the one in ids; navigate.js writes it."""
    if not choice.is_label:
        return Markup("")
    return tag("span", "", hidden="", data_canonical=page_address("cities", choice.address(frame)))


def place_link(frame: Frame, text: Cell, key: str, order: str = "", **attributes: str | None) -> Markup:
    """A link to this page with a place chosen and the order kept."""
    href = page_address("cities", {**frame.address, "place": key, "order": order or None})
    return tag("a", text, href=href, **attributes)


def choose_clicked(key: str) -> None:
    """A click on a symbol of the map chooses its place."""
    selection = (st.session_state.get(key) or {}).get("selection", {})
    for point in selection.get("points") or []:
        place = point.get("customdata")
        place = place[0] if isinstance(place, list) and place else place
        if isinstance(place, str) and place:
            st.query_params["place"] = place
            return
