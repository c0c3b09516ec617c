"""The base map of a data folder: what is drawn of outline.geojson, without the network.

Each feature says what it is in `properties.kind`:

    province   the area the dataset is about, left in the page's colour with a firm outline
    land       all land of the cut-out; what it leaves free is sea
    country    drawn only as its name (`properties.name`), where its land outside the province is in view
    border     lines between countries, drawn thin

A polygon of any other kind, or of none, is drawn as an outline of land, and any other line as a thin line.
Every kind may be missing: without land nothing is tinted as sea, without an outline the points stand alone.
A member `credit` beside `features` says where the map comes from; the page prints it under the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from charts.look import plain

Ring = list[tuple[float, float]]
SEA = "rgba(70,125,165,0.20)"
AROUND = "rgba(128,128,128,0.20)"
LINE = "rgba(128,128,128,0.85)"
THIN = "rgba(128,128,128,0.55)"
GRID = 14
FAR = 30.0


@dataclass(frozen=True)
class View:
    """The stretch of longitude and latitude that is drawn."""

    west: float
    south: float
    east: float
    north: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude here."""
        return max(0.05, cos(radians((self.south + self.north) / 2)))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in degrees of latitude."""
        return (self.east - self.west) * self.squeeze, self.north - self.south

    def holds(self, x: float, y: float) -> bool:
        return self.west <= x <= self.east and self.south <= y <= self.north


def view_of(outline: Mapping | None, points: Iterable[tuple[float, float]]) -> View | None:
    """What must be in view: the province and every point (longitude, latitude); None where nothing is."""
    found = list(points)
    for ring in rings(outline, "province"):
        found.extend(ring)
    if not found:
        found = [point for ring in rings(outline) for point in ring]
    if not found:
        return None
    west, east = min(x for x, _ in found), max(x for x, _ in found)
    south, north = min(y for _, y in found), max(y for _, y in found)
    side, up = max(0.04 * (east - west), 0.1), max(0.04 * (north - south), 0.1)
    return View(west - side, south - up, east + side, north + up)


def filling(view: View, outline: Mapping | None, ratio: float) -> View:
    """The view, wider to both sides until it fills a picture of this ratio, as far as the map reaches."""
    wide = view.north - view.south
    more = (wide * ratio / view.squeeze - (view.east - view.west)) / 2
    found = [x for ring in rings(outline) for x, _ in ring]
    if found:
        more = min(more, view.west - min(found), max(found) - view.east)
    more = max(0.0, more)
    return View(view.west - more, view.south, view.east + more, view.north)


def rings(outline: Mapping | None, kind: str | None = None) -> Iterator[Ring]:
    """The outer and inner rings of all polygons of a kind, or of every polygon."""
    for feature in (outline or {}).get("features", []):
        if kind is None or kind_of(feature) == kind:
            for polygon in _polygons(feature.get("geometry") or {}):
                for ring in polygon:
                    yield [(float(point[0]), float(point[1])) for point in ring]


def kind_of(feature: Mapping) -> str:
    return str((feature.get("properties") or {}).get("kind", ""))


def _polygons(geometry: Mapping) -> list:
    coordinates = geometry.get("coordinates") or []
    return {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(str(geometry.get("type")), [])


def _lines(geometry: Mapping) -> list:
    coordinates = geometry.get("coordinates") or []
    return {"LineString": [coordinates], "MultiLineString": coordinates}.get(str(geometry.get("type")), [])


def base_traces(outline: Mapping | None, view: View) -> list[dict[str, Any]]:
    """Sea, land around, borders and the province, from back to front."""
    land, province = list(rings(outline, "land")), list(rings(outline, "province"))
    known = {"land", "province", "country"}
    other = [f for f in (outline or {}).get("features", []) if kind_of(f) not in known]
    traces = []
    if land:
        box = [
            (view.west - FAR, view.south - FAR), (view.east + FAR, view.south - FAR),
            (view.east + FAR, view.north + FAR), (view.west - FAR, view.north + FAR),
        ]
        traces.append(_area([_turned(box, 1), *(_turned(ring, -1) for ring in land)], SEA, THIN))
        holes = [_turned(ring, -1) for ring in province]
        traces.append(_area([*(_turned(ring, 1) for ring in land), *holes], AROUND, "rgba(0,0,0,0)"))
    for feature in other:
        geometry = feature.get("geometry") or {}
        lines = [*_lines(geometry), *(ring for polygon in _polygons(geometry) for ring in polygon)]
        traces.extend(_line([(float(p[0]), float(p[1])) for p in line], THIN, 0.8) for line in lines)
    traces.extend(_line(ring, LINE, 1.6) for ring in province)
    return traces


def _area(parts: list[Ring], fill: str, line: str) -> dict[str, Any]:
    """Rings as one shape; a ring that turns the other way cuts a hole."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in parts:
        closed = ring if ring[0] == ring[-1] else [*ring, ring[0]]
        xs.extend([*(x for x, _ in closed), None])
        ys.extend([*(y for _, y in closed), None])
    return {**_drawn(xs[:-1], ys[:-1], line, 0.8), "fill": "toself", "fillcolor": fill}


def _line(points: Ring, colour: str, width: float) -> dict[str, Any]:
    return _drawn([x for x, _ in points], [y for _, y in points], colour, width)


def _drawn(xs: list[float | None], ys: list[float | None], colour: str, width: float) -> dict[str, Any]:
    line = {"color": colour, "width": width}
    return {"type": "scatter", "x": xs, "y": ys, "mode": "lines", "line": line, "hoverinfo": "skip"}


def _turned(ring: Ring, direction: int) -> Ring:
    """The ring, running anticlockwise (1) or clockwise (-1)."""
    around = [*ring[1:], ring[0]]
    area = sum(x * y2 - x2 * y for (x, y), (x2, y2) in zip(ring, around, strict=True))
    return ring if area * direction >= 0 else ring[::-1]


def country_names(outline: Mapping | None, view: View) -> list[tuple[float, float, str]]:
    """A name for each country in view, at a grid point of it outside the province, far from the edges."""
    province = list(rings(outline, "province"))
    named = []
    for feature in (outline or {}).get("features", []):
        name = (feature.get("properties") or {}).get("name")
        if kind_of(feature) != "country" or not name:
            continue
        own = [ring[:: max(1, len(ring) // 150)] for ring in rings({"features": [feature]})]
        here = [point for point in _grid(view) if _inside(point, own) and not _inside(point, province)]
        if len(here) >= 3:
            x, y = max(here, key=lambda point: _room(point, here, view))
            named.append((x, y, plain(str(name))))
    return named


def _grid(view: View) -> Iterator[tuple[float, float]]:
    for column in range(1, GRID):
        for row in range(1, GRID):
            yield (
                view.west + (view.east - view.west) * column / GRID,
                view.south + (view.north - view.south) * row / GRID,
            )


def _room(point: tuple[float, float], here: list[tuple[float, float]], view: View) -> float:
    """How many grid points of the country lie around, fewer towards the left and right edges."""
    x, y = point
    step = (view.east - view.west) / GRID
    near = sum(abs(x2 - x) < 2.1 * step and abs(y2 - y) < 1.1 * step for x2, y2 in here)
    edge = min(x - view.west, view.east - x) / step
    return near + min(0.0, edge - 2) * 3


def _inside(point: tuple[float, float], around: list[Ring]) -> bool:
    x, y = point
    crossed = False
    for ring in around:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed = not crossed
    return crossed
