"""The maps side by side: as each party tells it, and as third parties tell it, with the same as a list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup

from charts.cities.base_map import View, view_of
from charts.cities.places_map import add_ring, city_map, is_approximate
from charts.look import side_marks
from charts.words import given
from pages.parts.cities.told_of_places import (
    Known,
    Told,
    counted,
    figure_words,
    kind_of_place,
    listed,
    of_side,
    told_of_places,
)
from pages.parts.frame.address import Address
from pages.parts.frame.chart import Finished, draw_chart, finished
from pages.parts.frame.download import download_csv
from pages.parts.frame.drawn_once import drawn, theme_now
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import Column, joined, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.frame.phases_and_sides import side_order

ROLES = ("party", "third_party")
MOST_LINES = 6
MOST_NAMES = 3


@dataclass(frozen=True)
class Telling:
    """One telling on a map: where it is drawn, of whom it is, and the places of it."""

    points: pd.DataFrame
    people: list[str]
    figure: go.Figure


def draw_maps(frame: Frame, known: Known, address: Address, chosen: str | None) -> None:
    """One map for each party and for third parties, all of the same view and with equal symbols."""
    outline, theme = frame.snapshot.number, theme_now()
    shown = [(row.id, row.name) for row in answer(side_order, frame).itertuples() if row.role in ROLES]
    if not shown or kept(shared_view, frame, outline) is None:
        st.info("No place with a known position was named in what was read, so there is no map to draw.")
        return
    show(tag("p", reading_note(), class_="lead"))
    choices: dict[str, str | None] = {}
    with st.container(horizontal=True, key="cities-maps"):
        for side, name in shown:
            with st.container(key=f"cities-map-{side}"):
                choices[side] = _choose_teller(known, side, name)
                figure, alt = kept(map_picture, frame, outline, side, name, choices[side], chosen, theme)
                draw_chart(figure, alt=alt, key=f"cities-chart-{side}", on_select=partial(choose, known, side))
                drawn(draw_list, frame, outline, side, name, choices[side], address)
    drawn(draw_credit, frame, outline)
    download_csv(lambda: map_rows(frame, shown, choices), frame, "cities-maps")


def map_rows(frame: Frame, shown: list[tuple[str, str]], choices: dict[str, str | None]) -> pd.DataFrame:
    """What is drawn on the maps, to take away."""
    tables = [kept(telling, frame, frame.snapshot.number, side, choices[side]).points.assign(side=name)
              for side, name in shown]
    return pd.concat(tables, ignore_index=True).drop(columns=["hover", "approximate"])


def shared_view(frame: Frame, outline: int) -> View | None:
    """What every map shows; None where there is nothing to draw. `outline` is the snapshot whose base map it is."""
    spoken = spoken_places(told_of_places(frame))
    if spoken.empty:
        return None
    return view_of(frame.snapshot.outline, zip(spoken["lon"], spoken["lat"], strict=True))


def spoken_places(told: Told) -> pd.DataFrame:
    """The places with a known position that anybody spoke of."""
    drawable = told.rows[told.rows["place_key"].isin(told.cities) & told.rows["lat"].notna() & told.rows["lon"].notna()]
    return drawable[drawable["spoken_in"].notna()]


def reading_note() -> str:
    """How to read the symbols."""
    return (
        "● a figure was given, ○ a name only; ■ □ the same for a district, at its approximate middle; "
        "≈ an approximate point. Every symbol has the same size; nothing is spread over an area. "
        "Choose a point, or a place in the list under a map, to see its claims."
    )


def _choose_teller(known: Known, side: str, name: str) -> str | None:
    """One claimant of a side, or None for all of them."""
    people = known.tellers[side]
    everybody = f"All {len(people)} claimants" if len(people) != 1 else people[0]
    options = [everybody, *(person for person in people if person != everybody)]
    one = st.selectbox(f"As told by {name}", options, key=f"told-{side}", bind="query-params")
    return None if one == everybody else str(one)


def telling(frame: Frame, outline: int, side: str, one: str | None) -> Telling:
    """One side's map with its points. Finding room for the names takes a tenth of a second and more."""
    told, view = told_of_places(frame), kept(shared_view, frame, outline)
    own = named_by(told, side, one)
    points = map_points(told, own, spoken_places(told))
    colour = side_marks(told.sides)[side].colour
    figure = city_map(points, frame.snapshot.outline, view, colour)
    return Telling(points, sorted(own["claimant_name"].unique()), figure)


def named_by(told: Told, side: str, one: str | None) -> pd.DataFrame:
    """The places that a side, or one claimant of it, spoke of."""
    own = of_side(told.present, side)
    own = own[own["place_key"].isin(told.cities)]
    return own if one is None else own[own["claimant_name"] == one]


def map_picture(
    frame: Frame, outline: int, side: str, name: str, one: str | None, chosen: str | None, theme: str | None
) -> tuple[Finished, str]:
    """The finished map, the chosen place ringed, and its finding in words; in the ink of the theme it is asked in."""
    told = kept(telling, frame, outline, side, one)
    figure = go.Figure(told.figure)
    add_ring(figure, told.points[told.points["place_key"] == chosen])
    return finished(figure, theme), finding(name, told.people, told.points)


def choose(known: Known, side: str) -> None:
    """A point was chosen on the map of a side: its place goes into the address."""
    picked = st.session_state[f"cities-chart-{side}"]["selection"]["points"]
    found = [point["customdata"] for point in picked if point.get("customdata")]
    if found:
        place = found[0][0] if isinstance(found[0], list) else found[0]
        st.session_state["place"] = known.names.get(str(place), str(place))


def map_points(told: Told, own: pd.DataFrame, spoken: pd.DataFrame) -> pd.DataFrame:
    """One row is a place drawn for these tellers: place_key, name, level, lat, lon, state, approximate, hover."""
    figured = set(own[own["state"] == "figure"]["place_key"])
    rows = spoken[spoken["place_key"].isin(own["place_key"])]
    tellers = set(own["claimant"])
    lines = [place_lines(told, tellers, row) for row in rows.to_dict("records")]
    return pd.DataFrame(
        {
            "place_key": rows["place_key"],
            "name": rows["name"],
            "level": rows["level"],
            "lat": rows["lat"],
            "lon": rows["lon"],
            "precision_km": rows["precision_km"],
            "state": ["figure" if key in figured else "named" for key in rows["place_key"]],
            "approximate": [is_approximate(r) and r["level"] != "district" for r in rows.to_dict("records")],
            "said": ["; ".join(each[1:]) for each in lines],
            "hover": lines,
        }
    ).sort_values("name", ignore_index=True)


def place_lines(told: Told, tellers: set[str], row: dict[str, Any]) -> list[str]:
    """What a reader sees at a point: the kind of place, figures by claimant, then who only named it."""
    precision = f", point within {row['precision_km']:g} km" if given(row["precision_km"]) else ""
    here = [each for each in told.speakers.get(row["place_key"], []) if each["claimant"] in tellers]
    lines, only = [], []
    for each in here:
        claims = told.standing.get((row["place_key"], each["claimant"]), [])
        lines += [f"{each['claimant_name']}: {figure_words(claim)}" for claim in claims if claim["has_figure"]]
        lines += [f"{each['claimant_name']}: {figure_words(claim)}" for claim in claims if not claim["has_figure"]]
        only += [] if claims else [each["claimant_name"]]
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], f"and {len(lines) - MOST_LINES} more"]
    if only:
        more = f" and {len(only) - MOST_NAMES} more" if len(only) > MOST_NAMES else ""
        lines.append(f"named only: {', '.join(only[:MOST_NAMES])}{more}")
    return [f"{kind_of_place(row)}{precision}", *lines]


def draw_list(frame: Frame, outline: int, side: str, name: str, one: str | None, address: Address) -> None:
    """The map's content for readers who use no mouse or see no picture; and what has no point on it."""
    told, points = told_of_places(frame, address), kept(telling, frame, outline, side, one).points
    words = {"figure": "● figure given", "named": "○ named only"}
    body = (
        [told.link(row["name"], row["place_key"]), words[row["state"]], joined(row["hover"], Markup("<br>"))]
        for row in points.to_dict("records")
    )
    columns = [Column("Place"), Column("Drawn as"), Column("What was said")]
    with st.expander(f"The same as a list: {counted(len(points), 'place')}"):
        show(table(columns, body, caption=name, class_="cities-list"))
        absent = set(named_by(told, side, one)["place_key"]) - set(points["place_key"])
        if absent:
            names = listed(sorted(told.names[key] for key in absent))
            show(tag("p", f"Named, but without a point on the map: {names}.", class_="aside"))


def finding(side: str, people: list[str], points: pd.DataFrame) -> str:
    """What the map shows, in words."""
    figured = points[points["state"] == "figure"]["name"]
    who = people[0] if len(people) == 1 else side
    if points.empty:
        return f"Map without points: {who} named no place with a known position in what was read."
    given_at = f": {listed(figured)}" if len(figured) else ""
    return f"Map: {who} named {counted(len(points), 'place')}; a figure was given at {len(figured)}{given_at}."


def draw_credit(frame: Frame, outline: int) -> None:
    """Where base map and points come from, as the data say it."""
    base = "This dataset has no base map; the points stand alone. "
    if frame.snapshot.outline is not None:
        drawn_from = frame.snapshot.outline.get("credit") or "the outline of this dataset"
        base = f"Base map: {drawn_from}. Frontiers take no position. "
    sources = sorted(spoken_places(told_of_places(frame))["source"].dropna().unique())
    show(tag("p", base + (f"Points: {'; '.join(sources)}." if sources else ""), class_="aside"))
