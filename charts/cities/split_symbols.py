"""One symbol a place, split into as many parts as there are parties: each part in its side's colour and shape, filled
where the side gave a figure, hollow where it only named the place, absent where it did neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin
from typing import Any

from charts.look import Mark

Ring = list[tuple[float, float]]
GROUNDS = {"dark": "#16171A"}  # what shows through a hollow part: the page's own ground, so that no border runs through
LIGHT_GROUND = "#FBFAF7"
SEAM = 0.9  # pixels between two halves, from the middle
CORNERS = {"square": 4, "diamond": 4, "pentagon": 5, "hexagon": 6, "triangle-up": 3, "triangle-down": 3}
TURNS = {"square": pi / 4, "triangle-down": -pi / 2}
SCALES = {"square": 1.24, "diamond": 1.18, "triangle-up": 1.15, "triangle-down": 1.15}


def outline_of(shape: str, radius: float, x: float = 0.0, y: float = 0.0) -> Ring:
    """The corners of a side's shape around a point, in pixels, y upwards."""
    if shape == "star-square":
        reach = [radius * (1.2 if corner % 2 == 0 else 0.62) for corner in range(8)]
        return [(x + r * cos(n * pi / 4), y + r * sin(n * pi / 4)) for n, r in enumerate(reach)]
    corners, turn = CORNERS.get(shape, 24), TURNS.get(shape, pi / 2)
    r = radius * SCALES.get(shape, 1.0)
    angles = [turn + 2 * pi * corner / corners for corner in range(corners)]
    return [(x + r * cos(angle), y + r * sin(angle)) for angle in angles]


def half(ring: Ring, side: int) -> Ring:
    """What of a shape lies left (-1) or right (1) of the seam."""
    edge = SEAM * side
    kept: Ring = []
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        inside = (x1 - edge) * side >= 0
        if inside:
            kept.append((x1, y1))
        if inside != ((x2 - edge) * side >= 0):
            kept.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
    return kept


def parts_of(
    states: Mapping[str | None, str], parties: Sequence[str], marks: Mapping[str | None, Mark], radius: float
) -> list[tuple[Ring, str, bool]]:
    """The parts of one place's symbol, from back to front: outline, colour, whether it is filled. Two parties share one
    shape by halves, more stand around the point in their order; others are small marks below, or at the point itself
    where no party named it."""
    found: list[tuple[Ring, str, bool]] = []
    for number, party in enumerate(parties):
        if party in states:
            ring = _part(marks[party].shape, number, len(parties), radius)
            found.append((ring, marks[party].colour, states[party] == "figure"))
    others = [side for side in states if side not in parties]
    small = radius * (0.5 if found else 0.68)
    for number, side in enumerate(sorted(others, key=lambda side: list(marks).index(side))):
        x = (number - (len(others) - 1) / 2) * small * 2.3
        y = -radius - small - 0.5 if found else 0.0
        ring = _cross(small, x, y) if marks[side].shape == "x" else outline_of(marks[side].shape, small, x, y)
        found.append((ring, marks[side].colour, states[side] == "figure"))
    return found


def _part(shape: str, number: int, parties: int, radius: float) -> Ring:
    if parties == 1:
        return outline_of(shape, radius)
    if parties == 2:
        return half(outline_of(shape, radius), 1 if number else -1)
    turn = pi / 2 + 2 * pi * number / parties
    return outline_of(shape, radius * 0.52, -radius * 0.72 * cos(turn), radius * 0.72 * sin(turn))


def _cross(radius: float, x: float, y: float) -> Ring:
    """The mark of claimants without a side."""
    r, w = radius, radius * 0.35
    arms = [(-r, -r + w), (-w, 0), (-r, r - w), (-r + w, r), (0, w), (r - w, r), (r, r - w), (w, 0), (r, -r + w),
            (r - w, -r), (0, -w), (-r + w, -r)]
    return [(x + dx, y + dy) for dx, dy in arms]


def shape_at(
    lon: float, lat: float, ring: Ring, colour: str, *, filled: bool, theme: str | None, width: float = 1.6
) -> dict[str, Any]:
    """A part as a shape of plotly's: held at a point of the map, its size in pixels."""
    path = "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring) + "Z"
    return {
        "type": "path", "path": path, "xref": "x", "yref": "y", "xsizemode": "pixel", "ysizemode": "pixel",
        "xanchor": lon, "yanchor": lat, "layer": "above", "fillcolor": colour if filled else ground_of(theme),
        "line": {"color": colour, "width": width},
    }  # fmt: skip


def ground_of(theme: str | None) -> str:
    """The page's own ground in a theme."""
    return GROUNDS.get(theme or "", LIGHT_GROUND)
