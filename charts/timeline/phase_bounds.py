"""Each party's own start and end of a phase, as that party gives them, drawn so that they are seen to differ."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts import words
from charts.look import Mark
from charts.timeline.hours_since_zero import Clock
from charts.timeline.lanes import ROW, Drawn, Lane, escaped, short
from charts.timeline.time_axis import Axis

BOUND_HEIGHT = 15.0
RAISED_HEIGHT = 21.0
NO_END = "no end given"


def bound_words(bounds: pd.DataFrame, bound: str, clock: Clock) -> str:
    """All moments one claimant gives for a start or an end: `4 Feb 2026 or 5 Feb 2026`."""
    rows = bounds[bounds["bound"] == bound].sort_values("moment_from")
    return " or ".join(dict.fromkeys(clock.bound(row.moment_from, row.moment_to) for row in rows.itertuples()))


def bound_lanes(bounds: pd.DataFrame, axis: Axis) -> list[Lane]:
    """A lane for each claimant who gives a start or an end."""
    lanes = []
    for _, own in bounds.groupby(["side_position", "claimant_name"], sort=True):
        earlier = own[[axis.hours(moment) < axis.start for moment in own["moment_from"]]]
        marks = [_mark(row, axis) for row in own.itertuples() if axis.hours(row.moment_from) >= axis.start]
        ends = own[own["bound"] == "end"]
        lane = Lane(f"{short(own.iloc[0]['claimant_name'], 13)}: own span", "bound", [marks])
        lane.note = f"ends {short_moments(ends, axis.clock)}" if len(ends) else NO_END
        if not len(ends) and axis.cut is not None:
            lane.note += " by then"
        lane.before = f"◂ {short_moments(earlier, axis.clock)}" if len(earlier) else ""
        # An end near the right edge has its words above it, to the left, so that they are never cut.
        lane.beside = max((mark.last for mark in marks), default=axis.start) <= (axis.start + axis.end) / 2
        lane.raised = bool(lane.before) or not lane.beside
        lane.least = RAISED_HEIGHT if lane.raised else BOUND_HEIGHT
        lane.start = axis.start
        lanes.append(lane)
    return lanes


def _mark(row: Any, axis: Axis) -> Drawn:
    first, last = (min(axis.hours(moment), axis.end) for moment in (row.moment_from, row.moment_to))
    where = f" ({row.publisher})" if words.given(row.publisher) else ""
    text = f"{row.claimant_name}: {row.bound} {axis.clock.bound(row.moment_from, row.moment_to)}{where}"
    side = row.side if words.given(row.side) else None
    return Drawn((row.bound,), side, first, last, False, escaped(text, 120))


def short_moments(rows: pd.DataFrame, clock: Clock) -> str:
    """`4 or 5 Feb`, `6 Feb, 16:00`: the year stands in the panel's heading."""
    texts: list[tuple[str, str]] = []
    for row in rows.sort_values("moment_from").itertuples():
        timed = row.moment_from == row.moment_to
        at = words.local(row.moment_from, clock.shown if timed else clock.zone)
        month = f"{at:%b}" + (f", {at:%H:%M}" if timed else "")
        texts.append((str(at.day), month))
    texts = list(dict.fromkeys(texts))
    shared = len({month for _, month in texts}) == 1
    kept = [
        day if shared and number < len(texts) - 1 else f"{day} {month}" for number, (day, month) in enumerate(texts)
    ]
    return " or ".join(kept)


def bound_traces(lanes: list[Lane], marks: dict[str | None, Mark]) -> list[dict[str, Any]]:
    """From the earliest start to the latest end a line, the moments themselves as days or ticks, the end in words."""
    traces: list[dict[str, Any]] = []
    for lane in (lane for lane in lanes if lane.kind == "bound"):
        drawn, y = lane.rows[0], lane.top + lane.height / 2 + (5 if lane.raised else 0)
        look = marks[drawn[0].side if drawn else None]
        starts, ends = [d for d in drawn if d.items == ("start",)], [d for d in drawn if d.items == ("end",)]
        if (starts or lane.before) and ends:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": [lane.start if lane.before else starts[0].first, ends[-1].last],
                    "y": [y, y],
                    "line": {"color": look.colour, "width": 1.5},
                    "hoverinfo": "skip",
                    "showlegend": False,
                }
            )
        days = [d for d in drawn if not d.is_moment]
        if days:
            traces.append(
                {
                    "type": "bar",
                    "orientation": "h",
                    "base": [d.first for d in days],
                    "x": [d.last - d.first for d in days],
                    "y": [y] * len(days),
                    "width": ROW + 3,
                    "marker": {"color": look.colour, "opacity": 0.75, "line": {"width": 0}},
                    "showlegend": False,
                    "customdata": [["", d.hover] for d in days],
                    "hovertemplate": "%{customdata[1]}<extra></extra>",
                    "selected": {"marker": {"opacity": 0.75}},
                    "unselected": {"marker": {"opacity": 0.75}},
                }
            )
        moments = [d for d in drawn if d.is_moment]
        if moments:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": [d.first for d in moments],
                    "y": [y] * len(moments),
                    "marker": {
                        "symbol": "line-ns-open",
                        "size": 11,
                        "color": look.colour,
                        "line": {"width": 3},
                    },
                    "customdata": [["", d.hover] for d in moments],
                    "showlegend": False,
                    "hovertemplate": "%{customdata[1]}<extra></extra>",
                }
            )
        traces.append(_texts(lane, max((d.last for d in drawn), default=lane.start), y - 10 if lane.raised else y))
    return traces


def _texts(lane: Lane, end: float, y: float) -> dict[str, Any]:
    """The end in words beside it or above it, and a start that lies before the axis at its left edge."""
    if lane.before and end <= lane.start:
        found = [(lane.start, f"{lane.before}; {lane.note}", "middle right")]
    else:
        found = [(end, f"  {lane.note}", "middle right") if lane.beside else (end, lane.note, "middle left")]
        if lane.before:
            found.append((lane.start, lane.before, "middle right"))
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _, _ in found],
        "y": [y] * len(found),
        "text": [text for _, text, _ in found],
        "textposition": [position for _, _, position in found],
        "textfont": {"size": 10.5},
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
    }
