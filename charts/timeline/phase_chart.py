"""One phase as lanes over ladders, on hours since its day zero; and the thin strip of a phase without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.look import GREY, Mark, dress, plain
from charts.timeline.ladder_rows import ladder_groups, ladder_traces
from charts.timeline.lanes import LONGEST_LABEL, Lane, claimant_lanes, event_lanes, stacked
from charts.timeline.marks import edge_trace, lane_traces
from charts.timeline.panel_frame import FOOT, notes, room_for, set_axes, shaded
from charts.timeline.phase_bounds import bound_lanes, bound_traces
from charts.timeline.time_axis import Axis, month_ticks

MARGIN, WIDE_MARGIN = 130, 220
WIDE_LABEL = 42
FEW_LADDERS = 4


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
    groups = ladder_groups(every_figure, None if wide else FEW_LADDERS)
    shared = room_for(lanes, axis, groups, every_figure, room)
    traces = lane_traces(lanes, marks) + bound_traces(lanes, marks)
    traces += edge_trace(told.events, told.statements, axis, lanes[-1])
    for number, group in enumerate(groups, 2):
        traces += ladder_traces(told.figures[told.figures["group"] == group], axis, marks, f"y{number}")
    figure = go.Figure(data=traces)
    margin = WIDE_MARGIN if wide else MARGIN
    dress(figure, shared.height, left=margin)
    _lay_out(figure, {"t": shared.top, "b": FOOT, "l": margin, "r": 6}, shaded(axis))
    set_axes(figure, lanes, shared, step=24 if wide else 48)
    names = dict(zip(every_figure["group"], every_figure["group_name"], strict=True))
    figure.update_layout(annotations=notes(told.figures, names, shared))
    return figure


def laid_out(told: Told, axis: Axis, *, unfolded: bool, wide: bool = False) -> list[Lane]:
    """All lanes of a panel; the last counts what lies outside the view."""
    claimants = claimant_lanes(told.statements, axis, unfolded=unfolded, most=WIDE_LABEL if wide else LONGEST_LABEL)
    edge = Lane("Outside the view", "outside", [])
    return [*event_lanes(told.events, axis), *bound_lanes(told.bounds, axis), *claimants, edge]


def mouse(shapes: list[Any], span: tuple[float, float] | None, *, brush: bool) -> dict[str, Any]:
    """What of a panel's layout follows the reader: the chosen hours framed, over the panel's own `shapes`, and whether
    a drag chooses hours or a click an item: the page cannot have both."""
    follows = {"dragmode": "select" if brush else "pan", "clickmode": "event" if brush else "event+select"}
    if span is None:
        return follows
    frame = {"type": "rect", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    look = {"fillcolor": "rgba(109,91,166,0.12)", "line": {"width": 1, "color": GREY}}
    return {**follows, "shapes": [*shapes, {**frame, **look, "x0": span[0], "x1": span[1]}]}


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
        tickvals=[lane.top + lane.height / 2 for lane in lanes],
        ticktext=[plain(lane.label) for lane in lanes],
        tickfont={"size": 10.5},
        fixedrange=True,
        automargin=False,
    )
    _lay_out(figure, {"t": 24, "b": 4, "l": MARGIN, "r": 6}, [])
    return figure


def _lay_out(figure: go.Figure, margin: dict[str, int], shapes: list[dict[str, Any]]) -> None:
    figure.update_layout(margin=margin, shapes=shapes, selectdirection="h", barmode="overlay", bargap=0)
