"""The lanes as a figure: labels whole, beside the lanes on wide screens and above them on a phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from charts.look import GREY, Mark, plain
from charts.plain_figure import GRID, Figure, figure, ink_of
from charts.text_width import text_width
from charts.time_ticks import time_ticks
from charts.timeline.lanes import Lane, Said, Stretch

LEAST, STEP, LINE = 23.0, 8.5, 15.0
LABELS, ABOVE = 190, 17  # pixels: labels beside the lanes, or one line above each
SIZE = 12
LETTERS = int((LABELS - 12) / text_width("n", SIZE))
HEAD, FOOT, EDGE = 10, 36, 12
MOST_NUMBERED = 25
APART = "\u2002"  # between a label and the first mark of its lane


@dataclass(frozen=True)
class Placed:
    """A lane, its label in lines, and where it begins in pixels from the top."""

    lane: Lane
    lines: tuple[str, ...]
    top: float
    height: float
    above: float

    def y(self, row: int) -> float:
        """The middle of one of its rows."""
        inner = self.height - self.above
        return self.top + self.above + inner / 2 + (row - (len(self.lane.rows) - 1) / 2) * STEP


def plot_width(width: int, low: bool) -> float:
    """Pixels of the axis in a picture of a width."""
    return width - EDGE - (EDGE if low else LABELS)


def lanes_picture(
    lanes: Sequence[Lane], stretch: Stretch, marks: Mapping[str | None, Mark], theme: str | None, zone: str, width: int,
    *, low: bool = False,
) -> Figure:
    """`width` is the narrowest the picture is shown at; `low`: labels above their lanes."""
    placed = _placed(lanes, width, low)
    depth = placed[-1].top + placed[-1].height if placed else 0.0
    traces: list[dict[str, Any]] = []
    for is_event in (True, False):
        for side, mark in ({None: Mark(GREY, "triangle-up")} if is_event else marks).items():
            own = [one for one in placed if one.lane.is_event is is_event and one.lane.side == side]
            traces += _traces(own, mark, low)
    ticks = time_ticks(stretch.start, stretch.end, zone, plot_width(width, low))
    ink = ink_of(theme)
    axis = {
        "range": [0, stretch.length], "tickmode": "array", "tickvals": [tick.hours for tick in ticks],
        "ticktext": ["<br>".join(tick.lines) for tick in ticks], "tickangle": 0, "showgrid": True, "gridcolor": GRID,
        "zeroline": False, "fixedrange": True, "tickfont": {"size": SIZE, "color": ink},
    }  # fmt: skip
    rows = {
        "range": [depth, 0], "showgrid": False, "zeroline": False, "fixedrange": True, "showticklabels": not low,
        "tickmode": "array", "tickvals": [one.top + one.height / 2 for one in placed],
        "ticktext": ["<br>".join(f"{plain(line)}{APART}" for line in one.lines) for one in placed],
        "tickfont": {"size": SIZE, "color": ink},
    }  # fmt: skip
    notes = [_above(one) for one in placed] if low else []
    margin = {"l": EDGE if low else LABELS, "r": EDGE, "t": HEAD, "b": FOOT, "autoexpand": False}
    shapes = [_rule(one.top) for one in placed]
    return figure(traces, int(depth + HEAD + FOOT), theme, margin=margin, annotations=notes, shapes=shapes, xaxis=axis,
                  yaxis=rows, clickmode="event+select")


def _placed(lanes: Sequence[Lane], width: int, low: bool) -> list[Placed]:
    found, top = [], 0.0
    for lane in lanes:
        letters = int((width - 2 * EDGE) / text_width("n", SIZE)) if low else LETTERS
        lines = tuple(wrap(lane.label, letters)) or ("",)
        above = float(ABOVE * len(lines)) if low else 0.0
        inner = max(LEAST + (5 if low else 0), STEP * len(lane.rows) + 9, 0 if low else LINE * len(lines) + 6)
        found.append(Placed(lane, lines, top, above + inner, above))
        top += above + inner
    return found


def _traces(own: Sequence[Placed], mark: Mark, low: bool) -> list[dict[str, Any]]:
    """Of one side: the periods as lines, those we inferred dotted; the moments; how many a mark stands for."""
    every = [(said, one.y(number)) for one in own for number, row in enumerate(one.lane.rows) for said in row]
    if not every:
        return []
    periods = [_periods([(s, y) for s, y in every if s.period and s.is_inferred is inferred], mark, dash)
               for inferred, dash in ((False, "solid"), (True, "dot"))]
    crowds = _crowds(own)
    solid = {"marker": {"opacity": 1}}
    dots = {
        "type": "scatter", "mode": "markers+text", "x": [said.at for said, _ in every], "y": [y for _, y in every],
        "marker": {"symbol": ["triangle-left-open" if said.is_late else mark.shape for said, _ in every], "size": 7,
                   "color": mark.colour, "line": {"width": 1, "color": mark.colour}},
        "text": [str(len(said.items)) if has_room and len(said.items) > 1 else "" for said, has_room in crowds],
        "textposition": f"{'bottom' if low else 'top'} center", "textfont": {"size": 9},
        "hoverinfo": "text", "cliponaxis": False,
        "hovertext": ["<br>".join(plain(line) for line in said.hover) for said, _ in every],
        "customdata": [",".join(said.items) for said, _ in every], "selected": solid, "unselected": solid,
    }  # fmt: skip
    return [*periods, dots]


def _crowds(own: Sequence[Placed]) -> list[tuple[Said, bool]]:
    """Each mark, and whether a number by it has room: not where marks stand close all along a lane."""
    return [(said, len(row) <= MOST_NUMBERED) for one in own for row in one.lane.rows for said in row]


def _periods(own: Sequence[tuple[Said, float]], mark: Mark, dash: str) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for said, y in own:
        if said.period:
            xs += [*said.period, None]
            ys += [y, y, None]
    line = {"color": mark.colour, "width": 2, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "opacity": 0.65, "hoverinfo": "skip"}


def _above(one: Placed) -> dict[str, Any]:
    return {"text": "<br>".join(plain(line) for line in one.lines), "xref": "paper", "x": 0, "xanchor": "left",
            "yref": "y", "y": one.top + 2, "yanchor": "top", "align": "left", "showarrow": False, "borderpad": 0,
            "font": {"size": SIZE}}


def _rule(y: float) -> dict[str, Any]:
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": {"color": GRID, "width": 1},
            "layer": "below"}
