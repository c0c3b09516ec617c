"""Which place is shown: chosen by a row's link, a point of a map, or by name; kept in the address as `place`."""

from __future__ import annotations

import streamlit as st

from pages.parts.cities.told_of_places import Known


def chosen_place(known: Known) -> tuple[str | None, str | None]:
    """The place in the address, as its key, and the reader's own words where they name no place."""
    text = st.session_state["place"] if "place" in st.session_state else st.query_params.get("place")
    if not text:
        return None, None
    key = known.spellings.get(str(text).strip().casefold())
    return key, None if key else str(text)


def draw_chooser(known: Known) -> None:
    """By name, from the places anybody spoke of; another spelling or a place's id may be written in."""
    st.selectbox(
        "Place",
        known.choices,
        index=None,
        key="place",
        bind="query-params",
        placeholder="Choose a place",
        accept_new_options=True,
        width=320,
        help="Or choose a row of the table or a point on a map. Other spellings are understood.",
    )
