"""Each party's own start and end of a phase, as that party gives them, drawn so that they are seen to differ."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts import words
from charts.look import Mark
from charts.timeline_axis import Axis
from charts.timeline_lanes import ROW, Drawn, Lane, escaped, short

BOUND_HEIGHT = 16.0
NO_END = "no end given"


def bound_moment(row: Any, zone: str) -> str:
    """`5 Feb 2026`, or with the time where it is given."""
    if row.moment_from == row.moment_to:
        return words.minute(row.moment_from, zone)
    return words.day(row.moment_from, zone)


def bound_words(bounds: pd.DataFrame, bound: str, zone: str) -> str:
    """All moments one claimant gives for a start or an end: `4 Feb 2026 or 5 Feb 2026`."""
    rows = bounds[bounds["bound"] == bound].sort_values("moment_from")
    return " or ".join(dict.fromkeys(bound_moment(row, zone) for row in rows.itertuples()))


def bound_lanes(bounds: pd.DataFrame, axis: Axis) -> list[Lane]:
    """A lane for each claimant who gives a start or an end."""
    lanes = []
    for _, own in bounds.groupby(["side_position", "claimant_name"], sort=True):
        marks = []
        for row in own.itertuples():
            first, last = (min(max(axis.hours(m), axis.start), axis.end) for m in (row.moment_from, row.moment_to))
            text = f"{row.claimant_name}: {row.bound} {bound_moment(row, axis.zone)} ({row.publisher})"
            marks.append(Drawn((row.bound,), row.side, first, last, False, escaped(text, 120)))
        label = f"{short(own.iloc[0]['claimant_name'], 16)}: own span"
        lanes.append(Lane(label, "bound", [marks], least=BOUND_HEIGHT, note=_note(own, axis)))
    return lanes


def _note(own: pd.DataFrame, axis: Axis) -> str:
    """The end in words; and the start, where it lies before what the axis shows."""
    ends, starts = (own[own["bound"] == bound] for bound in ("end", "start"))
    words_for = f"ends {_short_moments(ends, axis.zone)}" if len(ends) else NO_END
    if len(starts) and axis.hours(starts["moment_to"].min()) <= axis.start:
        return f"starts {_short_moments(starts, axis.zone)}; {words_for}"
    return words_for


def _short_moments(rows: pd.DataFrame, zone: str) -> str:
    """`4 or 5 Feb`, `6 Feb, 16:00`: the year stands in the panel's heading."""
    texts = []
    for row in rows.sort_values("moment_from").itertuples():
        at = words.local(row.moment_from, zone)
        texts.append(f"{at.day} {at:%b}" + (f", {at:%H:%M}" if row.moment_from == row.moment_to else ""))
    return " or ".join(dict.fromkeys(texts))


def bound_traces(lanes: list[Lane], marks: dict[str | None, Mark]) -> list[dict[str, Any]]:
    """From the earliest start to the latest end a line, the moments themselves as days or ticks, the end in words."""
    traces: list[dict[str, Any]] = []
    for lane in (lane for lane in lanes if lane.kind == "bound"):
        drawn, y = lane.rows[0], lane.top + lane.height / 2
        look = marks[drawn[0].side if words.given(drawn[0].side) else None]
        starts, ends = [d for d in drawn if d.items == ("start",)], [d for d in drawn if d.items == ("end",)]
        if starts and ends:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": [starts[0].first, ends[-1].last],
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
        traces.append(
            {
                "type": "scatter",
                "mode": "text",
                "x": [max(d.last for d in drawn)],
                "y": [y],
                "text": [f"  {lane.note}"],
                "textposition": "middle right",
                "textfont": {"size": 10.5},
                "hoverinfo": "skip",
                "showlegend": False,
                "cliponaxis": False,
            }
        )
    return traces
