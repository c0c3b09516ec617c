"""Which place is shown: chosen by a row's link, a point of a map, or by name; kept in the address as `place`."""

from __future__ import annotations

import streamlit as st

from charts.words import given
from pages.parts.cities_basis import Told


def chosen_place(told: Told) -> tuple[str | None, str | None]:
    """The place in the address, as its key, and the reader's own words where they name no place."""
    text = st.session_state["place"] if "place" in st.session_state else st.query_params.get("place")
    if not text:
        return None, None
    key = resolved(told, str(text))
    return key, None if key else str(text)


def resolved(told: Told, text: str) -> str | None:
    """The key of a place from its id, its name or another spelling."""
    own = told.rows[~told.rows["is_set"]]
    wanted = text.strip().casefold()
    for column in ("place_key", "name"):
        found = own[own[column].str.casefold() == wanted]
        if not found.empty:
            return str(found["place_key"].iloc[0])
    for row in own.itertuples():
        if given(row.aliases) and wanted in [alias.strip().casefold() for alias in str(row.aliases).split("|")]:
            return str(row.place_key)
    return None


def draw_chooser(told: Told) -> None:
    """By name, from the places anybody spoke of; another spelling or a place's id may be written in."""
    rows = told.rows[~told.rows["is_set"] & told.rows["spoken_in"].notna()]
    st.selectbox(
        "Place",
        sorted(rows["name"].unique()),
        index=None,
        key="place",
        bind="query-params",
        placeholder="Choose a place",
        accept_new_options=True,
        width=320,
        help="Or choose a row of the table or a point on a map. Other spellings are understood.",
    )
