"""One phase as lanes over ladders, on hours since its day zero; and the thin strip of a phase without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.look import GREY, Mark, dress
from charts.timeline_axis import Axis, hour_ticks, month_ticks
from charts.timeline_bounds import bound_lanes, bound_traces
from charts.timeline_ladders import highest, ladder_groups, ladder_labels, ladder_traces
from charts.timeline_lanes import LONGEST_LABEL, Lane, claimant_lanes, event_lanes, stacked
from charts.timeline_marks import edge_trace, lane_traces

MARGIN, WIDE_MARGIN = 130, 220
WIDE_LABEL = 42
AXIS_ROOM = 36
FOOT = 6
LADDER = 42
GAP = 10
HEADROOM = 1.38


@dataclass(frozen=True)
class Told:
    """What one phase's panel is drawn from, each as its query gives it, the rows of that phase only."""

    events: pd.DataFrame
    statements: pd.DataFrame
    bounds: pd.DataFrame
    figures: pd.DataFrame


def panel(
    told: Told,
    lanes: list[Lane],
    axis: Axis,
    marks: dict[str | None, Mark],
    every_figure: pd.DataFrame,
    *,
    wide: bool = False,
    room: float = 0,
) -> go.Figure:
    """Events on top, each party's own start and end, a lane per claimant, and ladders below. `every_figure` holds the
    figures of all phases, which give the same groups and the same scales to every panel. `room` is the height the
    lanes take at least, so that ladders of panels side by side stand level."""
    depth = max(stacked(lanes), room)
    groups = ladder_groups(every_figure, None if wide else 4)
    top = axis_room(axis)
    height = top + depth + (LADDER + GAP) * len(groups) + FOOT
    traces = (
        lane_traces(lanes, marks)
        + bound_traces(lanes, marks)
        + edge_trace(told.events, told.statements, axis, lanes[-1])
    )
    figure = go.Figure(data=traces + _ladders(told, axis, marks, every_figure, groups))
    margin = WIDE_MARGIN if wide else MARGIN
    dress(figure, int(height), left=margin)
    figure.update_layout(
        margin={"t": top, "b": FOOT, "l": margin, "r": 6},
        selectdirection="h",
        barmode="overlay",
        bargap=0,
        shapes=_shapes(axis),
    )
    _axes(figure, lanes, axis, depth, groups, every_figure, height, wide)
    figure.update_layout(annotations=_annotations(told, axis, groups, every_figure))
    return figure


def axis_room(axis: Axis) -> int:
    """Two lines for hours and day, a third where the clock's days begin at another hour."""
    lines = max((text.count("<br>") for text in hour_ticks(axis, 48)[1]), default=1)
    return AXIS_ROOM + 13 * (lines - 1)


def laid_out(told: Told, axis: Axis, *, unfolded: bool, wide: bool = False) -> list[Lane]:
    """All lanes of a panel; the last counts what lies outside the view."""
    claimants = claimant_lanes(told.statements, axis, unfolded=unfolded, most=WIDE_LABEL if wide else LONGEST_LABEL)
    edge = Lane("Outside the view", "outside", [])
    return [*event_lanes(told.events, axis), *bound_lanes(told.bounds, axis), *claimants, edge]


def with_mouse(figure: go.Figure, span: tuple[float, float] | None, *, brush: bool) -> go.Figure:
    """The figure with the chosen hours framed. A drag chooses hours or a click an item: the page cannot have both."""
    figure.update_layout(dragmode="select" if brush else "pan", clickmode="event" if brush else "event+select")
    if span is not None:
        frame = {"type": "rect", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
        look = {"fillcolor": "rgba(109,91,166,0.12)", "line": {"width": 1, "color": GREY}}
        figure.add_shape(x0=span[0], x1=span[1], **frame, **look)
    return figure


def _ladders(
    told: Told, axis: Axis, marks: dict[str | None, Mark], every: pd.DataFrame, groups: list[str]
) -> list[dict[str, Any]]:
    traces = []
    for number, group in enumerate(groups):
        rows = told.figures[told.figures["group"] == group]
        traces += ladder_traces(rows, axis, marks, f"y{number + 2}")
    return traces


def _axes(
    figure: go.Figure,
    lanes: list[Lane],
    axis: Axis,
    depth: float,
    groups: list[str],
    every: pd.DataFrame,
    height: float,
    wide: bool,
) -> None:
    """Pixels for the lanes, counts from zero for each row of ladders, one x for all."""
    inner = height - axis_room(axis) - FOOT
    values, texts = hour_ticks(axis, 24 if wide else 48)
    figure.update_xaxes(
        range=[axis.start, axis.end],
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
    figure.update_layout(
        yaxis={
            "domain": [max(0.0, 1 - depth / inner), 1],
            "range": [depth, 0],
            "tickmode": "array",
            "fixedrange": True,
            "tickvals": [lane.top + lane.height / 2 for lane in lanes],
            "automargin": False,
            "ticks": "",
            "title": None,
            "ticktext": [f"<b>{lane.label}</b>" if lane.kind == "heading" else lane.label for lane in lanes],
            "tickfont": {"size": 10.5},
            "showgrid": False,
        }
    )
    for number, group in enumerate(groups):
        top = 1 - (depth + GAP + number * (LADDER + GAP)) / inner
        most = highest(every, group)
        figure.update_layout(
            {
                f"yaxis{number + 2}": {
                    "domain": [max(0.0, top - LADDER / inner), top],
                    "range": [0, most * HEADROOM],
                    "anchor": "x",
                    "fixedrange": True,
                    "tickmode": "array",
                    "tickvals": [0, most],
                    "tickfont": {"size": 9.5},
                    "automargin": False,
                    "ticks": "",
                    "showgrid": True,
                    "gridcolor": "rgba(128,128,128,0.25)",
                    "zeroline": False,
                    "title": None,
                }
            }
        )


def _annotations(told: Told, axis: Axis, groups: list[str], every: pd.DataFrame) -> list[dict[str, Any]]:
    names = every.drop_duplicates("group").set_index("group")["group_name"] if groups else {}
    found: list[dict[str, Any]] = []
    for number, group in enumerate(groups):
        yaxis, rows = f"y{number + 2}", told.figures[told.figures["group"] == group]
        found.append(
            {
                "xref": "paper",
                "yref": f"{yaxis} domain",
                "x": 0,
                "y": 0.5,
                "xanchor": "right",
                "yanchor": "middle",
                "xshift": -6,
                "showarrow": False,
                "text": str(names[group]),
                "font": {"size": 10.5},
            }
        )
        if rows.empty:
            found.append(
                {
                    "xref": "x",
                    "yref": f"{yaxis} domain",
                    "x": axis.start,
                    "y": 0.5,
                    "xanchor": "left",
                    "yanchor": "middle",
                    "xshift": 4,
                    "showarrow": False,
                    "text": "no figure in what was read",
                    "font": {"size": 10},
                }
            )
        found += ladder_labels(rows, axis, yaxis, highest(every, group) * HEADROOM, LADDER)
    if axis.cut is not None and axis.cut < axis.view_end:
        found.append(
            {
                "xref": "x",
                "yref": "paper",
                "x": axis.cut,
                "y": 0,
                "yanchor": "bottom",
                "xanchor": "left",
                "xshift": 3,
                "showarrow": False,
                "text": "nothing later is shown",
                "font": {"size": 10},
            }
        )
    return found


def _shapes(axis: Axis) -> list[dict[str, Any]]:
    """What lies outside the phase's view is shaded, the moment T ruled."""
    shapes = [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": low,
            "x1": high,
            "y0": 0,
            "y1": 1,
            "layer": "below",
            "fillcolor": "rgba(128,128,128,0.10)",
            "line": {"width": 0},
        }
        for low, high in ((axis.start, axis.view_start), (axis.view_end, axis.end))
        if low < high
    ]
    if axis.cut is not None and axis.cut < axis.view_end:
        shapes.append(
            {
                "type": "line",
                "xref": "x",
                "yref": "paper",
                "x0": axis.cut,
                "x1": axis.cut,
                "y0": 0,
                "y1": 1,
                "line": {"width": 1, "color": GREY, "dash": "dot"},
            }
        )
    return shapes


def strip(told: Told, axis: Axis, marks: dict[str | None, Mark]) -> go.Figure:
    """A phase without a day zero: one thin line of months with its few events and statements."""
    lanes = [*event_lanes(told.events, axis), *claimant_lanes(told.statements, axis, unfolded=False)]
    depth = stacked(lanes)
    figure = go.Figure(data=lane_traces(lanes, marks))
    dress(figure, int(depth + 28), left=MARGIN)
    values, texts = month_ticks(axis)
    figure.update_xaxes(
        range=[axis.start, axis.end],
        tickmode="array",
        tickvals=values,
        ticktext=texts,
        side="top",
        tickfont={"size": 10},
        tickangle=0,
        fixedrange=True,
        automargin=False,
    )
    figure.update_yaxes(
        range=[depth, 0],
        tickmode="array",
        tickvals=[e.top + e.height / 2 for e in lanes],
        ticktext=[e.label for e in lanes],
        tickfont={"size": 10.5},
        fixedrange=True,
        automargin=False,
    )
    figure.update_layout(
        margin={"t": 24, "b": 4, "l": MARGIN, "r": 6},
        selectdirection="h",
        barmode="overlay",
        bargap=0,
    )
    return figure
