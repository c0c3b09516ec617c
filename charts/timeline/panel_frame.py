"""The frame of a phase's panel: its axes, the names and labels of its ladders, what is shaded and what is ruled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.look import GREY, plain
from charts.timeline.ladder_rows import highest, ladder_labels
from charts.timeline.lanes import Lane, stacked
from charts.timeline.time_axis import Axis, hour_ticks

AXIS_ROOM = 36
FOOT = 6
LADDER = 42
GAP = 10
HEADROOM = 1.38
FAINT = "rgba(128,128,128,0.25)"


@dataclass(frozen=True)
class Room:
    """How a panel's height is shared out, in pixels: the hours on top, the lanes, a row of ladders for each group.
    `tops` holds the end of each group's axis, the same in every panel."""

    axis: Axis
    depth: float
    tops: dict[str, float]

    @property
    def top(self) -> int:
        """Two lines for hours and day, a third where the clock's days begin at another hour."""
        lines = max((text.count("<br>") for text in hour_ticks(self.axis, 48)[1]), default=1)
        return AXIS_ROOM + 13 * (lines - 1)

    @property
    def inner(self) -> float:
        return self.depth + (LADDER + GAP) * len(self.tops)

    @property
    def height(self) -> int:
        return int(self.top + self.inner + FOOT)


def room_for(lanes: list[Lane], axis: Axis, groups: list[str], every_figure: pd.DataFrame, least: float) -> Room:
    """Stacks the lanes; `least` is the height they take at least."""
    tops = {group: highest(every_figure, group) for group in groups}
    return Room(axis, max(stacked(lanes), least), tops)


def set_axes(figure: go.Figure, lanes: list[Lane], room: Room, *, step: int) -> None:
    """Pixels for the lanes, counts from zero for each row of ladders, one x for all with a tick every `step` hours."""
    values, texts = hour_ticks(room.axis, step)
    figure.update_xaxes(
        range=[room.axis.start, room.axis.end],
        side="top",
        tickmode="array",
        tickvals=values,
        ticktext=texts,
        tickangle=0,
        tickfont={"size": 10},
        fixedrange=True,
        anchor="y",
        automargin=False,
        ticks="",
        title=None,
    )
    rows = {"yaxis": _lane_axis(lanes, room)}
    rows |= {f"yaxis{number}": _ladder_axis(number, most, room) for number, most in enumerate(room.tops.values(), 2)}
    figure.update_layout(rows)


def _lane_axis(lanes: list[Lane], room: Room) -> dict[str, Any]:
    names = [plain(lane.label) for lane in lanes]
    return {
        "domain": [max(0.0, 1 - room.depth / room.inner), 1],
        "range": [room.depth, 0],
        "tickmode": "array",
        "fixedrange": True,
        "tickvals": [lane.top + lane.height / 2 for lane in lanes],
        "automargin": False,
        "ticks": "",
        "title": None,
        "ticktext": [
            f"<b>{name}</b>" if lane.kind == "heading" else name for lane, name in zip(lanes, names, strict=True)
        ],
        "tickfont": {"size": 10.5},
        "showgrid": False,
    }


def _ladder_axis(number: int, most: float, room: Room) -> dict[str, Any]:
    top = 1 - (room.depth + GAP + (number - 2) * (LADDER + GAP)) / room.inner
    return {
        "domain": [max(0.0, top - LADDER / room.inner), top],
        "range": [0, most * HEADROOM],
        "anchor": "x",
        "fixedrange": True,
        "tickmode": "array",
        "tickvals": [0, most],
        "tickfont": {"size": 9.5},
        "automargin": False,
        "ticks": "",
        "showgrid": True,
        "gridcolor": FAINT,
        "zeroline": False,
        "title": None,
    }


def notes(figures: pd.DataFrame, names: dict[str, str], room: Room) -> list[dict[str, Any]]:
    """Each group's name left of its ladders, the last figures on them, and where the moment T cuts the panel off.
    `figures` are those of the panel's own phase."""
    axis = room.axis
    found: list[dict[str, Any]] = []
    for number, (group, most) in enumerate(room.tops.items(), 2):
        yref, rows = f"y{number} domain", figures[figures["group"] == group]
        found.append(_text(plain(names[group]), "paper", yref, 0, 0.5, "right", -6, 10.5))
        if rows.empty:
            found.append(_text("no figure in what was read", "x", yref, axis.start, 0.5, "left", 4, 10))
        found += ladder_labels(rows, axis, f"y{number}", most * HEADROOM, LADDER)
    if axis.cut is not None and axis.cut < axis.view_end:
        cut = _text("nothing later is shown", "x", "paper", axis.cut, 0, "left", 3, 10)
        found.append(cut | {"yanchor": "bottom"})
    return found


def _text(
    text: str, xref: str, yref: str, x: float, y: float, xanchor: str, xshift: int, size: float
) -> dict[str, Any]:
    where = {"xref": xref, "yref": yref, "x": x, "y": y, "xanchor": xanchor, "yanchor": "middle", "xshift": xshift}
    return {**where, "text": text, "showarrow": False, "font": {"size": size}}


def shaded(axis: Axis) -> list[dict[str, Any]]:
    """What lies outside the phase's view is shaded, the moment T ruled."""
    tall = {"xref": "x", "yref": "paper", "y0": 0, "y1": 1}
    outside = ((axis.start, axis.view_start), (axis.view_end, axis.end))
    look = {"type": "rect", "layer": "below", "fillcolor": "rgba(128,128,128,0.10)", "line": {"width": 0}}
    shapes = [{**tall, **look, "x0": low, "x1": high} for low, high in outside if low < high]
    if axis.cut is not None and axis.cut < axis.view_end:
        rule = {"type": "line", "line": {"width": 1, "color": GREY, "dash": "dot"}}
        shapes.append({**tall, **rule, "x0": axis.cut, "x1": axis.cut})
    return shapes
