"""The marks of the lanes: a bar for the period covered, a dot or a day for the moment said, joined."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.look import GREY, Mark
from charts.timeline.lanes import ROW, Drawn, Lane
from charts.timeline.time_axis import Axis

Trace = dict[str, Any]
INK = GREY
NO_FADING: Trace = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


def lane_traces(lanes: list[Lane], marks: dict[str | None, Mark]) -> list[Trace]:
    """All marks of all lanes but the parties' own bounds, a few traces for each side."""
    placed = [
        (mark, lane.row_at(number), lane.kind)
        for lane in lanes
        if lane.kind != "bound"
        for number, row in enumerate(lane.rows)
        for mark in row
    ]
    traces: list[Trace] = []
    for side in dict.fromkeys((mark.side if kind != "event" else None, kind == "event") for mark, _, kind in placed):
        own = [
            (mark, y) for mark, y, kind in placed if (mark.side if kind != "event" else None, kind == "event") == side
        ]
        look = Mark(INK, "diamond") if side[1] else marks[side[0] if isinstance(side[0], str) else None]
        traces += [
            trace
            for trace in (
                _boxes([(m, y) for m, y in own if not m.is_moment and not m.vague], look.colour, 0.62),
                _boxes([(m, y) for m, y in own if not m.is_moment and m.vague], look.colour, 0.3),
                _periods([(m, y) for m, y in own if m.period and not m.inferred], look.colour, "solid"),
                _periods([(m, y) for m, y in own if m.period and m.inferred], look.colour, "dot"),
                _joins(own, look.colour),
                _dots([(m, y) for m, y in own if m.is_moment], look),
                _counts([(m, y) for m, y in own if len(m.items) > 1]),
            )
            if trace is not None
        ]
    return traces


def _boxes(own: list[tuple[Drawn, float]], colour: str, opacity: float) -> Trace | None:
    """As long as it is uncertain when within it something was said or happened."""
    if not own:
        return None
    return {
        "type": "bar",
        "orientation": "h",
        "base": [m.first for m, _ in own],
        "x": [m.last - m.first for m, _ in own],
        "y": [y for _, y in own],
        "width": ROW - 1,
        "showlegend": False,
        "marker": {"color": colour, "opacity": opacity, "line": {"width": 0}},
        "customdata": [[",".join(m.items), m.hover] for m, _ in own],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "selected": {"marker": {"opacity": opacity}},
        "unselected": {"marker": {"opacity": opacity}},
    }


def _periods(own: list[tuple[Drawn, float]], colour: str, dash: str) -> Trace | None:
    if not own:
        return None
    xs: list[float | None] = []
    ys: list[float | None] = []
    for mark, y in own:
        assert mark.period is not None
        xs += [*mark.period, None]
        ys += [y, y, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": colour, "width": 2, "dash": dash},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _joins(own: list[tuple[Drawn, float]], colour: str) -> Trace | None:
    """A hair line from the period to the moment said, where they do not touch."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for mark, y in own:
        if mark.period and (mark.period[1] < mark.first or mark.last < mark.period[0]):
            ends = (mark.period[1], mark.first) if mark.period[1] < mark.first else (mark.last, mark.period[0])
            xs += [*ends, None]
            ys += [y, y, None]
    if not xs:
        return None
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": colour, "width": 0.7},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _dots(own: list[tuple[Drawn, float]], look: Mark) -> Trace | None:
    if not own:
        return None
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [m.first for m, _ in own],
        "y": [y for _, y in own],
        "marker": {
            "symbol": ["triangle-left-open" if m.vague else look.shape for m, _ in own],
            "size": 7,
            "color": look.colour,
            "opacity": 1,
        },
        "showlegend": False,
        "customdata": [[",".join(m.items), m.hover] for m, _ in own],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        **NO_FADING,
    }


def _counts(own: list[tuple[Drawn, float]]) -> Trace | None:
    """How many items a shared mark stands for."""
    if not own:
        return None
    return {
        "type": "scatter",
        "mode": "text",
        "x": [(m.first + m.last) / 2 for m, _ in own],
        "y": [y for _, y in own],
        "text": [f"<b>{len(m.items)}</b>" for m, _ in own],
        "textfont": {"size": 9},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def edge_trace(events: pd.DataFrame, statements: pd.DataFrame, axis: Axis, lane: Lane) -> list[Trace]:
    """How many items lie outside the view, at its edges; a click on the count lists them."""
    where = outside_items(events, statements, axis)
    # The words stand on the point, so that a click on them meets it; far enough in not to be cut on a phone.
    inset, middle = (axis.end - axis.start) * 0.12, (axis.start + axis.end) / 2
    points = [
        (axis.start + inset, f"◂ {len(where['earlier'])} earlier", where["earlier"]),
        (middle, f"{len(where['undated'])} undated", where["undated"]),
        (axis.end - inset, f"{len(where['later'])} later ▸", where["later"]),
    ]
    shown = [point for point in points if point[2]]
    if not shown:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [p[0] for p in shown],
            "y": [lane.top + lane.height / 2] * len(shown),
            "text": [p[1] for p in shown],
            "textposition": "middle center",
            "textfont": {"size": 10.5},
            "cliponaxis": False,
            "showlegend": False,
            "marker": {"size": 14, "color": "rgba(128,128,128,0.01)", "symbol": "square"},
            "customdata": [[",".join(p[2]), f"{p[1].strip('◂▸ ')}: choose to list them"] for p in shown],
            "hovertemplate": "%{customdata[1]}<extra></extra>",
            **NO_FADING,
        }
    ]


def outside_items(events: pd.DataFrame, statements: pd.DataFrame, axis: Axis) -> dict[str, list[str]]:
    """The ids of events and statements that lie before, after or nowhere on the phase's view."""
    found: dict[str, list[str]] = {"earlier": [], "later": [], "undated": []}
    stretches = list(zip(events["id"], events["when_from"], events["when_to"], strict=True))
    stretches += list(zip(statements["id"], statements["said_from"], statements["said_to"], strict=True))
    for item, first, last in stretches:
        place = axis.inside(first, last)
        if place != "inside" and item not in found[place]:
            found[place].append(item)
    return found
