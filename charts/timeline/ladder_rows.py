"""Ladders under the lanes: for each group a step line per claimant, on the same hours (design.md §5.7)."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts import words
from charts.look import LABEL, Mark
from charts.timeline.hours_since_zero import Clock
from charts.timeline.lanes import Row, escaped, grouped, rows_of, short
from charts.timeline.time_axis import Axis
from charts.timeline.withdrawn_marks import crosses

MOST_GROUPS = 4
MOST_LABELS = 3
LABEL_HEIGHT = 11
UPWARD = ("at_least", "more_than")
DOWNWARD = ("at_most", "fewer_than")


def ladder_groups(figures: pd.DataFrame, most: int | None = MOST_GROUPS) -> list[str]:
    """Which groups get a row of ladders, the same in every panel: the finest first, the most figures first; shown in
    the order of the tree."""
    if figures.empty:
        return []
    counted = figures.groupby("group").agg(
        depth=("group_depth", "first"), n=("id", "size"), position=("group_position", "first")
    )
    chosen = counted.sort_values(["depth", "n", "position"], ascending=[False, False, True])
    chosen = chosen if most is None else chosen[chosen["n"] > 1].head(most)
    return list(chosen.sort_values("position").index)


def highest(figures: pd.DataFrame, group: str) -> float:
    """The end of a group's axis, the same in every panel, so that steps are seen on equal scales."""
    rows = figures[figures["group"] == group]
    return float(rows[["low", "high", "point"]].max(axis=None))


def ladder_traces(figures: pd.DataFrame, axis: Axis, marks: dict[str | None, Mark], yaxis: str) -> list[dict[str, Any]]:
    """The traces of one group: treads, days known only as days, dots."""
    inside = _inside(figures, axis)
    traces: list[dict[str, Any]] = []
    for rows in grouped(inside, "side_position").values():
        mark = marks[_side(rows[0])]
        traces.append(_treads(rows, axis, mark, yaxis))
        traces.append(_days(rows, axis, mark, yaxis))
        traces += crosses([(row, at(row)) for row in rows if words.given(row["withdrawn_at"])], axis, mark, yaxis)
    if inside:
        traces.append(_dots(inside, axis, marks, yaxis))
    return traces


def _inside(figures: pd.DataFrame, axis: Axis) -> list[Row]:
    return [row for row in rows_of(figures) if axis.inside(row["said_from"], row["said_to"]) == "inside"]


def _side(row: Row) -> str | None:
    return row["side"] if words.given(row["side"]) else None


def at(row: Row) -> float:
    """Where a figure is drawn: the printed number; a range without one is drawn by its ends."""
    for value in (row["point"], row["low"], row["high"]):
        if words.given(value):
            return float(value)
    raise ValueError(f"{row['id']} has no number")


def _treads(rows: list[Row], axis: Axis, mark: Mark, yaxis: str) -> dict[str, Any]:
    """A figure holds until the next of its series is said; where the line breaks, the steps are not joined."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for series in grouped(rows, "series").values():
        told = [row for row in series if not row["stands_alone"]]
        for number, row in enumerate(told):
            _, start = axis.clipped(row["said_to"], row["said_to"])
            following = told[number + 1] if number + 1 < len(told) else None
            end = (
                axis.clipped(following["said_to"], following["said_to"])[0] if following is not None else axis.known_end
            )
            if words.given(row["withdrawn_at"]):
                end = min(end, axis.clipped(row["withdrawn_at"], row["withdrawn_at"])[1])
            xs += [start, end]
            ys += [at(row), at(row)]
            if following is None or following["breaks"]:
                xs.append(None)
                ys.append(None)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "yaxis": yaxis,
        "connectgaps": False,
        "line": {"color": mark.colour, "width": 1.3},
        "opacity": 0.85,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _days(rows: list[Row], axis: Axis, mark: Mark, yaxis: str) -> dict[str, Any]:
    """A day, or another stretch within which a figure was said, as a faint bar at its height; a range as its width."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for row in rows:
        if words.given(row["said_from"]) and row["said_from"] != row["said_to"]:
            first, last = axis.clipped(row["said_from"], row["said_to"])
            xs += [first, last, None]
            ys += [at(row), at(row), None]
        if row["form"] == "range":
            here = axis.clipped(row["said_to"], row["said_to"])[1]
            xs += [here, here, None]
            ys += [float(row["low"]), float(row["high"]), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "yaxis": yaxis,
        "connectgaps": False,
        "line": {"color": mark.colour, "width": 4},
        "opacity": 0.4,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _dots(rows: list[Row], axis: Axis, marks: dict[str | None, Mark], yaxis: str) -> dict[str, Any]:
    """A dot at the end of the time within which each figure was said, with an arrow where it is open."""
    drawn = [row for row in rows if row["form"] != "range"]
    own = [marks[_side(row)] for row in drawn]
    hollow = [row["form"] == "about" or row["other_word"] for row in drawn]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "yaxis": yaxis,
        "showlegend": False,
        "cliponaxis": False,
        "x": [axis.clipped(row["said_to"], row["said_to"])[1] for row in drawn],
        "y": [at(row) for row in drawn],
        "marker": {
            "size": 6,
            "symbol": [m.hollow if h and m.shape != "x" else m.shape for m, h in zip(own, hollow, strict=True)],
            "color": [m.colour for m in own],
            "opacity": 1,
        },
        "text": ["↑" if row["form"] in UPWARD else "↓" if row["form"] in DOWNWARD else "" for row in drawn],
        "textposition": "top center",
        "textfont": {"size": 9},
        "customdata": [[row["statement"], ladder_hover(row, axis.clock)] for row in drawn],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def ladder_hover(row: Row, clock: Clock) -> str:
    """Owner first, number second; its own word, when it was said, what it covers."""
    lines = [
        f"{row['claimant_name']}: {words.value(row)} {row['metric_label']}",
        words.whom(row),
        f"said {clock.said(row)}",
        f"covers: {clock.period(row)}",
    ]
    if row["breaks"]:
        lines.append("the line is broken before it: another word, basis or start, or an unknown order")
    return "<br>".join(escaped(line, 90) for line in lines)


def ladder_labels(figures: pd.DataFrame, axis: Axis, yaxis: str, height: float, pixels: float) -> list[dict[str, Any]]:
    """Direct labels at the right end for the claimants whose figures moved, else for the highest; kept apart."""
    last = {row["series"]: row for row in _inside(figures, axis)}.values()
    moved = [row for row in last if row["steps"] > 1 and not row["stands_alone"]]
    chosen = sorted(moved, key=at, reverse=True)[:MOST_LABELS] or sorted(last, key=at, reverse=True)[:1]
    labels, ceiling = [], 3.0
    for row in chosen:
        here = max(pixels * (1 - at(row) / height) - 7, ceiling)
        ceiling = here + LABEL_HEIGHT
        labels.append(
            {
                "xref": "x",
                "yref": f"{yaxis} domain",
                "x": axis.known_end,
                "y": 1 - here / pixels,
                "showarrow": False,
                "name": LABEL,
                "text": escaped(f"{short(row['claimant_name'], 14)}: {words.value(row)}", 44),
                "xanchor": "right",
                "yanchor": "middle",
                "font": {"size": 10},
            }
        )
    return labels
