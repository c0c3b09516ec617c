"""One telling on the map: equal symbols, filled for a figure, hollow for a name, squares for districts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd
import plotly.graph_objects as go

from charts.cities.base_map import View, base_traces, country_names
from charts.cities.label_places import Label, Spot, place_labels
from charts.look import dress

SYMBOL_SIZE = 10
LABEL_SIZE = 11
APPROXIMATE_KM = 5.0
WIDEST = 430  # pixels: the height is chosen so that a wider column leaves the map as it is
NARROWEST = 350
HEIGHTS = (240, 460)


def is_approximate(place: Mapping) -> bool:
    """A point that may be more than 5 km off, or that was estimated by us (data/README.md)."""
    precision, source = place["precision_km"], str(place["source"]).lower()
    return source.startswith("estimate") or bool(pd.notna(precision) and precision > APPROXIMATE_KM)


def map_height(view: View) -> int:
    """The height at which the view fills a column of the widest width, within bounds."""
    width, height = view.size
    low, high = HEIGHTS
    return round(min(max(WIDEST * height / width, low), high))


def city_map(
    points: pd.DataFrame, outline: Mapping | None, view: View, colour: str, chosen: str | None = None
) -> go.Figure:
    """`points` has one row for each place drawn: place_key, name, level, lat, lon, state (figure or named),
    approximate, hover (lines of words). Every symbol has the same size: figures are words, never areas."""
    height = map_height(view)
    figure = go.Figure(base_traces(outline, view))
    countries = country_names(outline, view)
    for x, y, name in countries:
        figure.add_annotation(x=x, y=y, text=name, showarrow=False, opacity=0.75, font={"size": LABEL_SIZE})
    ordered = points.sort_values(["state", "name"], ignore_index=True)
    _add_names(figure, ordered, view, height, countries)
    for (state, level), rows in ordered.groupby(["state", ordered["level"] == "district"], sort=True):
        figure.add_trace(_symbols(rows, colour, filled=state == "figure", square=bool(level)))
    add_ring(figure, ordered[ordered["place_key"] == chosen])
    dress(figure, height)
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0}, clickmode="event+select")
    # Not `fixedrange`: the view is held by its bounds instead, so that a click still chooses a point.
    hidden = {"visible": False, "constrain": "domain", "automargin": False}
    across = {"range": [view.west, view.east], "minallowed": view.west, "maxallowed": view.east}
    upwards = {"range": [view.south, view.north], "minallowed": view.south, "maxallowed": view.north}
    figure.update_xaxes(**across, **hidden)
    figure.update_yaxes(**upwards, **hidden, scaleanchor="x", scaleratio=1 / view.squeeze)
    return figure


def _symbols(rows: pd.DataFrame, colour: str, *, filled: bool, square: bool) -> go.Scatter:
    shape = "square" if square else "circle"
    marker = {
        "symbol": shape if filled else f"{shape}-open",
        "size": SYMBOL_SIZE,
        "color": colour,
        "line": {"color": colour, "width": 2},
        "opacity": 1,
    }
    return go.Scatter(
        x=rows["lon"], y=rows["lat"], mode="markers", marker=marker,
        name=("figure given" if filled else "named only") + (", district" if square else ""),
        customdata=rows[["place_key"]].to_numpy(),
        hovertext=[hover_text(name, lines) for name, lines in zip(rows["name"], rows["hover"], strict=True)],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )


def hover_text(name: str, lines: Sequence[str]) -> str:
    """The place, then what was said of it, escaped."""
    return "<br>".join([f"<b>{escape(name)}</b>", *(escape(line) for line in lines)])


def add_ring(figure: go.Figure, chosen: pd.DataFrame) -> None:
    """A ring around the place whose claims are shown below."""
    if not chosen.empty:
        marker = {"symbol": "circle-open", "size": 18, "color": "rgb(128,128,128)", "line": {"width": 2.5}}
        figure.add_trace(
            go.Scatter(x=chosen["lon"], y=chosen["lat"], mode="markers", marker=marker, hoverinfo="skip")
        )


def label_text(name: str, approximate: bool) -> str:
    """`≈` marks a point that is only about right."""
    return f"≈ {name}" if approximate else name


def _add_names(
    figure: go.Figure, points: pd.DataFrame, view: View, height: int, countries: Sequence[tuple[float, float, str]]
) -> None:
    """Names beside their points; positions hold at every width the map may have."""
    texts = [label_text(*pair) for pair in zip(points["name"], points["approximate"], strict=True)]
    spots = [_spot(view, *each) for each in zip(points["lon"], points["lat"], texts, strict=True)]
    labels = named_positions(spots, view, height, [_spot(view, *each) for each in countries])
    for point, text, label in zip(points.itertuples(), texts, labels, strict=True):
        if label is not None:
            figure.add_annotation(x=point.lon, y=point.lat, text=escape(text), **_position(label))


def _spot(view: View, lon: float, lat: float, text: str) -> Spot:
    return Spot((lon - view.west) * view.squeeze, view.north - lat, text)


def named_positions(
    spots: Sequence[Spot], view: View, height: int, fixed: Sequence[Spot] = ()
) -> list[Label | None]:
    """A label for each spot, free of the others and of the fixed names, from the narrowest map to the widest."""
    width, tall = view.size
    widths = (NARROWEST, (NARROWEST + WIDEST) // 2, WIDEST + 20)
    return place_labels(spots, view.size, [min(each / width, height / tall) for each in widths], fixed)


def _position(label: Label) -> dict:
    shared = {
        "xanchor": label.anchor_x, "yanchor": label.anchor_y, "font": {"size": LABEL_SIZE}, "borderpad": 0,
        "captureevents": False,
    }
    if label.led:
        line = {"arrowhead": 0, "arrowwidth": 0.8, "arrowcolor": "rgba(128,128,128,0.9)", "standoff": 6}
        return {**shared, "showarrow": True, "ax": label.dx, "ay": label.dy, **line}
    return {**shared, "showarrow": False, "xshift": label.dx, "yshift": -label.dy}
