"""The panels and strips of the Timeline, drawn once for each store and choice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import plotly.graph_objects as go

from charts.look import side_marks
from charts.timeline import laid_out, panel, strip
from charts.timeline_clock import Clock
from charts.timeline_lanes import stacked
from charts.timeline_marks import outside_items
from pages.parts.timeline_alt import panel_alt, strip_alt
from pages.parts.timeline_data import common, phase_axes, read_stories, strip_axis
from queries.frame import side_order
from queries.run import Store


@dataclass(frozen=True)
class Drawing:
    """A phase's chart, what it says in words, and the ids of what it has no room for; no figure where nothing is
    dated."""

    phase: str
    figure: go.Figure | None
    alt: str
    outside: dict[str, list[str]]


def drawn_panels(
    store: Store, chosen: str, at: datetime | None, clock: Clock, opened: str | None, unfolded: bool
) -> list[Drawing]:
    """The phases that have a day zero, or the one that was opened: on the same hours and the same scales."""
    stories = read_stories(store, chosen, at)
    marks = side_marks(side_order(store))
    axes = {key: axis for key, axis in phase_axes(stories, clock).items() if opened in (None, key)}
    scaled = dict(zip(axes, common(list(axes.values())), strict=True)) if axes else {}
    told = {phase: stories.told(phase) for phase in scaled}
    lanes = {
        phase: laid_out(told[phase], axis, unfolded=unfolded, wide=opened is not None) for phase, axis in scaled.items()
    }
    room = max((stacked(rows) for rows in lanes.values()), default=0.0)
    names = stories.phases.set_index("id")["name"]
    drawings = []
    for phase, axis in scaled.items():
        wide = opened is not None
        figure = panel(told[phase], lanes[phase], axis, marks, stories.figures, wide=wide, room=room)
        outside = outside_items(told[phase].events, told[phase].statements, axis)
        alt = panel_alt(names[phase], told[phase], axis)
        drawings.append(Drawing(phase, figure, alt, outside))
    return drawings


def drawn_strip(store: Store, chosen: str, at: datetime | None, clock: Clock, phase: str) -> Drawing:
    """A phase that lies between others: few events on a thin line of months."""
    stories = read_stories(store, chosen, at)
    told = stories.told(phase)
    axis = strip_axis(told, clock)
    if axis is None:
        return Drawing(phase, None, "", {})
    name = stories.phases.set_index("id")["name"][phase]
    figure = strip(told, axis, side_marks(side_order(store)))
    return Drawing(phase, figure, strip_alt(name, told, axis), {})
