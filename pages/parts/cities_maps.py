"""The maps side by side: as each party tells it, and as third parties tell it, with the same as a list."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup

from charts.cities_base import View, view_of
from charts.cities_map import city_map, is_approximate
from charts.look import side_marks
from charts.words import given
from pages.parts.chart import draw_chart
from pages.parts.cities_basis import Told, counted, figure_words, kind_of_place, listed, of_side
from pages.parts.download import download_csv
from pages.parts.markup import Column, joined, show, table, tag

ROLES = ("party", "third_party")
MOST_LINES = 6
MOST_NAMES = 3
KEPT_FIGURES = 100


def draw_maps(told: Told, chosen: str | None) -> None:
    """One map for each party and for third parties, all of the same view and with equal symbols."""
    shown = told.sides[told.sides["role"].isin(ROLES)]
    drawable = told.rows[told.rows["place_key"].isin(told.cities) & told.rows["lat"].notna() & told.rows["lon"].notna()]
    spoken = drawable[drawable["spoken_in"].notna()]
    outline = told.frame.snapshot.outline
    view = view_of(outline, zip(spoken["lon"], spoken["lat"], strict=True))
    if view is None or spoken.empty:
        st.info("No place with a known position was named in what was read, so there is no map to draw.")
        return
    show(tag("p", reading_note(), class_="lead"))
    marks, tables = side_marks(told.sides), []
    with st.container(horizontal=True, key="cities-maps"):
        for side in shown.to_dict("records"):
            with st.container(key=f"cities-map-{side['id']}"):
                tables.append(_draw_side(told, side, spoken, view, marks[side["id"]].colour, chosen))
    show(tag("p", credit(told, spoken), class_="aside"))
    everything = pd.concat(tables, ignore_index=True)
    download_csv(everything.drop(columns=["hover", "approximate"]), told.frame, "cities-maps")


def reading_note() -> str:
    """How to read the symbols."""
    return (
        "● a figure was given, ○ a name only; ■ □ the same for a district, at its approximate middle; "
        "≈ an approximate point. Every symbol has the same size; nothing is spread over an area. "
        "Choose a point, or a place in the list under a map, to see its claims."
    )


def _draw_side(
    told: Told, side: dict[str, Any], spoken: pd.DataFrame, view: View, colour: str, chosen: str | None
) -> pd.DataFrame:
    """One telling: whose, the map, the list."""
    own = of_side(told.present, side["id"])
    own = own[own["place_key"].isin(told.cities)]
    people = sorted(own["claimant_name"].unique())
    everybody = f"All {len(people)} claimants" if len(people) != 1 else people[0]
    options = [everybody, *(name for name in people if name != everybody)]
    one = st.selectbox(
        f"As told by {side['name']}", options, key=f"told-{side['id']}", bind="query-params"
    )
    if one != everybody:
        own, people = own[own["claimant_name"] == one], [str(one)]
    points = map_points(told, own, spoken)
    key = f"cities-chart-{side['id']}"
    snapshot, at = told.frame.snapshot, str(told.frame.at)
    drawn = (snapshot.number, snapshot.fingerprint, told.frame.phase, at, str(side["id"]), str(one), chosen)
    figure = _kept_figure(drawn, points, snapshot.outline, view, colour, chosen)
    draw_chart(figure, alt=finding(side["name"], people, points), key=key, on_select=lambda: choose(told, key))
    with st.expander(f"The same as a list: {counted(len(points), 'place')}"):
        _draw_list(told, own, points, side["name"])
    return points.assign(side=side["name"])


@st.cache_data(max_entries=KEPT_FIGURES, show_spinner=False)
def _kept_figure(
    drawn: tuple, _points: pd.DataFrame, _outline: Any, _view: View, _colour: str, _chosen: str | None
) -> go.Figure:
    """Finding room for the names takes a tenth of a second, so each map is drawn once; `drawn` names it."""
    return city_map(_points, _outline, _view, _colour, _chosen)


def choose(told: Told, key: str) -> None:
    """A point was chosen on a map: its place goes into the address."""
    picked = st.session_state[key]["selection"]["points"]
    found = [point["customdata"] for point in picked if point.get("customdata")]
    if found:
        place = found[0][0] if isinstance(found[0], list) else found[0]
        st.session_state["place"] = told.names.get(str(place), str(place))


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


def _draw_list(told: Told, own: pd.DataFrame, points: pd.DataFrame, side: str) -> None:
    """The map's content for readers who use no mouse or see no picture; and what has no point on it."""
    words = {"figure": "● figure given", "named": "○ named only"}
    body = (
        [told.link(row["name"], row["place_key"]), words[row["state"]], joined(row["hover"], Markup("<br>"))]
        for row in points.to_dict("records")
    )
    columns = [Column("Place"), Column("Drawn as"), Column("What was said")]
    show(table(columns, body, caption=side, class_="cities-list"))
    absent = sorted(told.names[key] for key in set(own["place_key"]) - set(points["place_key"]))
    if absent:
        show(tag("p", f"Named, but without a point on the map: {listed(absent)}.", class_="aside"))


def finding(side: str, people: list[str], points: pd.DataFrame) -> str:
    """What the map shows, in words."""
    figured = points[points["state"] == "figure"]["name"]
    who = people[0] if len(people) == 1 else side
    if points.empty:
        return f"Map without points: {who} named no place with a known position in what was read."
    given_at = f": {listed(figured)}" if len(figured) else ""
    return f"Map: {who} named {counted(len(points), 'place')}; a figure was given at {len(figured)}{given_at}."


def credit(told: Told, spoken: pd.DataFrame) -> str:
    """Where base map and points come from, as the data say it."""
    outline = told.frame.snapshot.outline
    base = "This dataset has no base map; the points stand alone. "
    if outline is not None:
        base = f"Base map: {outline.get('credit') or 'the outline of this dataset'}. Frontiers take no position. "
    sources = sorted(spoken["source"].dropna().unique())
    return base + (f"Points: {'; '.join(sources)}." if sources else "")
