"""The map of a phase: each place one symbol split by side, its name beside it. Equal symbols: figures are words, never
areas."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charts.cities.base_map import View, base_traces, country_names
from charts.cities.label_places import Face, Label, Spot, place_labels
from charts.cities.split_symbols import outline_of, parts_of, shape_at
from charts.look import GREY, Mark, plain
from charts.plain_figure import Figure, figure, ink_of, text

APPROXIMATE_KM = 5.0
SAVED_ZOOM = 1.75  # of a saved picture, 1200 pixels wide: the map fills its width and its names are legible when posted


@dataclass(frozen=True)
class MapPoint:
    """A place with a position. `states`: `figure` or `named` for each side that spoke of it; `hover`: lines of words;
    `is_area`: a district or the like, whose point is its approximate middle."""

    key: str
    name: str
    lat: float
    lon: float
    is_area: bool
    is_approximate: bool
    states: Mapping[str | None, str]
    hover: Sequence[str] = ()


@dataclass(frozen=True)
class MapSize:
    """How a map is set: its height, the narrowest and the widest it is shown at, the type and the symbols."""

    height: int
    narrowest: int
    widest: int
    face: Face


WIDE = MapSize(520, 560, 800, Face(12.5, 9.0))
PHONE = MapSize(316, 330, 800, Face(10.5, 6.5))
SMALL = MapSize(250, 300, 420, Face(0.0, 5.0))


def is_approximate(place: Mapping[str, Any]) -> bool:
    """A point that may be more than 5 km off, or that was estimated by us (data/README.md)."""
    precision, source = place["precision_km"], str(place["source"]).lower()
    return source.startswith("estimate") or bool(precision is not None and precision > APPROXIMATE_KM)


@dataclass(frozen=True)
class BaseMap:
    """What lies under the places, the same at every moment: the view, its traces, the names of countries in it."""

    view: View
    traces: tuple[dict[str, Any], ...]
    countries: tuple[tuple[float, float, str], ...]


def base_map(outline: Mapping | None, view: View) -> BaseMap:
    """Worked out once for a view; without an outline the points stand alone."""
    return BaseMap(view, tuple(base_traces(outline, view)), tuple(country_names(outline, view)))


def places_map(
    points: Sequence[MapPoint],
    base: BaseMap,
    marks: Mapping[str | None, Mark],
    parties: Sequence[str],
    theme: str | None,
    size: MapSize,
    *,
    labels: Mapping[str, Label] | None = None,
    chosen: str | None = None,
    aside: Collection[str | None] = (),
) -> Figure:
    """The places told by a moment, on the base map of the data. `labels` are those of `map_labels`; without them no
    place is named. `chosen` is ringed. `aside` are sides that repeat what others say, or are nobody's: drawn only where
    nobody else named the place."""
    view = base.view
    shapes: list[dict[str, Any]] = []
    notes = []
    if labels is not None:
        quiet = {"opacity": 0.7, "font": {"size": size.face.size - 1}}
        notes = [_note(x, y, "", theme, **{**quiet, "text": name}) for x, y, name in base.countries]
    # Places that a party named lie above the small marks of others beside them, the chosen one above all.
    for point in sorted(points, key=lambda one: (one.key == chosen, any(party in one.states for party in parties))):
        if point.key == chosen:
            ring = outline_of("circle", size.face.symbol * 1.25)
            shapes.append({**shape_at(point.lon, point.lat, ring, ink_of(theme), filled=False, theme=theme, width=1.4),
                           "fillcolor": "rgba(0,0,0,0)"})
        for part, colour, filled in parts_of(drawn_of(point, aside), parties, marks, size.face.symbol * 0.92):
            shapes.append(shape_at(point.lon, point.lat, part, colour, filled=filled, theme=theme))
        label = (labels or {}).get(point.key)
        if label is not None:
            notes.append(_name(point, label, theme, size.face, is_chosen=point.key == chosen))
    return figure(
        [*base.traces, _points(points, size)],
        size.height,
        theme,
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
        clickmode="event+select",
        meta={"zoom": SAVED_ZOOM},
        annotations=notes,
        shapes=shapes,
        # Not `fixedrange`: the view is held by its bounds instead, so that a click still chooses a point.
        xaxis={**_axis(view.west, view.east), "constraintoward": "left"},
        yaxis={**_axis(view.south, view.north), "constraintoward": "top", "scaleanchor": "x",
               "scaleratio": 1 / view.squeeze},
    )


def small_map(
    points: Sequence[MapPoint],
    base: BaseMap,
    marks: Mapping[str | None, Mark],
    parties: Sequence[str],
    theme: str | None,
    aside: Collection[str | None] = (),
) -> Figure:
    """The same without names, for a panel: who named which place at a glance."""
    return places_map(points, base, marks, parties, theme, SMALL, aside=aside)


def drawn_of(point: MapPoint, aside: Collection[str | None]) -> dict[str | None, str]:
    """The sides whose marks stand at a point."""
    own = {side: state for side, state in point.states.items() if side not in aside}
    return own or dict(point.states)


def _axis(low: float, high: float) -> dict[str, Any]:
    bounds = {"range": [low, high], "minallowed": low, "maxallowed": high}
    return {**bounds, "visible": False, "constrain": "domain", "automargin": False}


def _points(points: Sequence[MapPoint], size: MapSize) -> dict[str, Any]:
    """What is hovered and clicked: unseen, for the symbols are shapes of a fixed size."""
    unseen = {"marker": {"opacity": 0}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point.lon for point in points],
        "y": [point.lat for point in points],
        "customdata": [point.key for point in points],
        "hovertext": [hover_text(point) for point in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "name": "places",
        "marker": {"size": size.face.symbol * 3, "opacity": 0, "color": GREY},
        "selected": unseen,
        "unselected": unseen,
    }


def hover_text(point: MapPoint) -> str:
    """The place, then what was said of it, escaped."""
    return "<br>".join([f"<b>{plain(point.name)}</b>", *(plain(line) for line in point.hover)])


def label_text(point: MapPoint) -> str:
    """`≈` marks a settlement's point that is only about right."""
    return f"≈ {point.name}" if point.is_approximate and not point.is_area else point.name


def map_labels(points: Sequence[MapPoint], base: BaseMap, size: MapSize) -> dict[str, Label]:
    """Where each name stands, free of the others at every width the map may have, settlements before districts; a
    name that finds no room is left out. Worked out for all places of a phase at once, so that names stay where they are
    from moment to moment."""
    view = base.view
    spots = [_spot(view, point.lon, point.lat, label_text(point), int(point.is_area)) for point in points]
    fixed = [_spot(view, *each) for each in base.countries]
    width, tall = view.size
    widths = (size.narrowest, (size.narrowest + size.widest) // 2, size.widest)
    scales = sorted({min(each / width, size.height / tall) for each in widths})
    found = place_labels(spots, view.size, scales, size.face, fixed)
    return {point.key: label for point, label in zip(points, found, strict=True) if label is not None}


def _spot(view: View, lon: float, lat: float, name: str, rank: int = 0) -> Spot:
    return Spot((lon - view.west) * view.squeeze, view.north - lat, name, rank)


def _name(point: MapPoint, label: Label, theme: str | None, face: Face, *, is_chosen: bool) -> dict[str, Any]:
    shown = plain(label_text(point))
    shown = f"<b>{shown}</b>" if is_chosen else f"<i>{shown}</i>" if point.is_area else shown
    note = _note(point.lon, point.lat, "", theme, xanchor=label.anchor_x, yanchor=label.anchor_y, text=shown,
                 font={"size": face.size}, captureevents=False)
    if label.led:
        line = {"arrowhead": 0, "arrowwidth": 0.8, "arrowcolor": GREY, "standoff": face.symbol}
        return {**note, "showarrow": True, "ax": label.dx, "ay": label.dy, **line}
    return {**note, "xshift": label.dx, "yshift": -label.dy}


def _note(x: float, y: float, words: str, theme: str | None, **more: Any) -> dict[str, Any]:
    return {**text(x, y, words), **more, "font": {"color": ink_of(theme), **more["font"]}}
