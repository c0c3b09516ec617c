"""Competing figures: one row a claim, solid dot = exact, open arrow = open bound, bar = range, words = no number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import words
from charts.look import GREY, LABEL, Mark, dress, from_zero, plain

ROW = 46
TURNED = 0.6  # beyond this share of the axis a label stands left of its mark
GAP = "\u00a0" * 4
REACH = 0.05  # the length of an open arrow, as a share of the axis: it says open, not how far
ORDER = ("own", "other", "none", "third", None)
HEADINGS = {
    "own": "Speaking of its own people",
    "other": "Speaking of the other side's people",
    "none": "Speaking of people of no side",
    "third": "Others speaking",
}


def competing(claims: pd.DataFrame, marks: Mapping[str | None, Mark], zone: str) -> go.Figure:
    """Dot-and-range of the claims of one question, grouped by direction, top to bottom.

    `claims` has the columns of claim_details and `indent` (0 a whole, 1 a part) and `aside` (words after the name).
    """
    figure = go.Figure()
    is_share = bool((claims["unit"] == "per cent").any())
    highest = 100.0 if is_share else highest_number(claims)
    height = 0
    for direction in ORDER:
        rows = claims[claims["direction"].isna()] if direction is None else claims[claims["direction"] == direction]
        if rows.empty:
            continue
        if direction is not None:
            _heading(figure, height, HEADINGS[direction])
            height += 1
        for _, row in rows.iterrows():
            side = row["side"] if words.given(row["side"]) else None
            _row(figure, height, row, marks.get(side, Mark(GREY, "x")), highest, zone)
            height += 1
    dress(figure, height=ROW * max(height, 2) + 60)
    figure.update_yaxes(range=[height - 0.4, -0.6], visible=False)
    figure.update_xaxes(title_text=None, side="bottom")
    if is_share:
        figure.update_xaxes(ticksuffix=" %", tickvals=[0, 25, 50, 75, 100])
    return from_zero(figure, highest)


def highest_number(claims: pd.DataFrame) -> float:
    """The end of the axis: from the claims shown and no others, so that it betrays no later figure."""
    numbers = claims[["low", "high", "point"]].astype("Float64").max(axis=1).max()
    return float(numbers) if pd.notna(numbers) else 1.0


def _heading(figure: go.Figure, at: int, text: str) -> None:
    figure.add_annotation(
        x=0, xref="paper", y=at, text=f"<b>{plain(text)}</b>", showarrow=False, name=LABEL, xanchor="left", align="left"
    )


def _row(figure: go.Figure, at: int, row: Mapping[str, Any], mark: Mark, highest: float, zone: str) -> None:
    indent = GAP if row["indent"] else ""
    name = plain(f"{indent}{row['claimant_name']}{row['aside']}")
    figure.add_annotation(
        x=0, xref="paper", y=at, yshift=13, text=name, showarrow=False, name=LABEL, xanchor="left", align="left",
        font={"size": 13},
    )
    for trace in mark_traces(row, at + 0.18, mark, highest):
        figure.add_trace(trace)
    value = plain(_label(row))
    hover = plain(f"{row['claimant_name']}: {words.value(row)} {row['metric_label']}")
    details = plain(f"{words.whom(row)}; {words.period(row, zone)}; said {words.said(row, zone)}")
    end, turned = _label_at(row, highest)
    label = f"“{value}”" if row["form"] == "word" else f"<b>{value}</b>" if _has_mark(row) else value
    figure.add_trace(
        go.Scatter(
            x=[end],
            y=[at + 0.18],
            mode="text",
            text=[f"{label}{GAP}" if turned else f"{GAP}{label}"],
            textposition="middle left" if turned else "middle right",
            hovertext=[f"{hover}<br>{details}"],
            hoverinfo="text",
            customdata=[row["id"]],
            cliponaxis=False,
        )
    )


def _label_at(row: Mapping[str, Any], highest: float) -> tuple[float, bool]:
    """Where the label stands: right of the mark and its arrow, or left of them (True) near the end of the axis,
    where a narrow screen would cut it off."""
    if not _has_mark(row):
        return 0.0, False
    numbers = [float(row[name]) for name in ("low", "point", "high") if words.given(row[name])]
    if row["form"] in ("at_least", "more_than"):
        numbers = [float(row["point"])]
    if max(numbers) > highest * TURNED:
        return min(numbers), True
    reach = max(highest, 1.0) * REACH if row["form"] in ("at_least", "more_than") else 0.0
    return max(numbers) + reach, False


# What may follow ≈: digits, perhaps with a scale word or a per cent sign, or a number of dozens.
UNHEDGED = re.compile(r"[0-9][0-9.,]*( [a-z]+| %)?|(a|half a|two|three|[a-z]+) dozen")


def _label(row: Mapping[str, Any]) -> str:
    """The figure in its words; `about 200` is `≈ 200`, as its hollow dot says. Another hedge of the claimant's own is
    hedge enough: never `≈ some 14,000`."""
    text = words.value(row)
    bare = text.removeprefix("about ") if row["form"] == "about" else ""
    return f"≈ {bare}" if UNHEDGED.fullmatch(bare) else text


def _has_mark(row: Mapping[str, Any]) -> bool:
    return words.given(row["low"]) or words.given(row["high"]) or words.given(row["point"])


def mark_traces(row: Mapping[str, Any], at: float, mark: Mark, highest: float) -> list[go.Scatter]:
    """The marks of one figure by the table of design.md §2: no mark at all for a word."""
    low, high, point, form = row["low"], row["high"], row["point"], row["form"]
    reach = max(highest, 1.0) * REACH
    if not _has_mark(row):
        return []
    if form == "range":
        return [_line([low, high], at, mark, dash=False), _ends([low, high], at, mark)]
    traces = []
    if form in ("at_least", "more_than"):
        traces.append(_arrow(float(point), float(point) + reach, at, mark, "triangle-right-open"))
    if form in ("at_most", "fewer_than"):
        return [_arrow(float(point), max(0.0, float(point) - reach), at, mark, "triangle-left-open"),
                _ends([point], at, mark)]
    shape = mark.hollow if form == "about" else mark.shape
    traces.append(_dot(float(point), at, mark.colour, shape))
    return traces


def _dot(x: float, y: float, colour: str, shape: str) -> go.Scatter:
    marker = {"symbol": shape, "size": 13, "color": colour, "line": {"width": 2, "color": colour}}
    return go.Scatter(x=[x], y=[y], mode="markers", marker=marker, hoverinfo="skip", cliponaxis=False)


def _line(x: list, y: float, mark: Mark, *, dash: bool) -> go.Scatter:
    line = {"color": mark.colour, "width": 6, "dash": "dot" if dash else "solid"}
    return go.Scatter(x=[float(v) for v in x], y=[y] * len(x), mode="lines", line=line, hoverinfo="skip")


def _ends(x: list, y: float, mark: Mark) -> go.Scatter:
    marker = {"symbol": "line-ns-open", "size": 14, "color": mark.colour, "line": {"width": 3, "color": mark.colour}}
    return go.Scatter(x=[float(v) for v in x], y=[y] * len(x), mode="markers", marker=marker, hoverinfo="skip")


def _arrow(start: float, end: float, y: float, mark: Mark, head: str) -> go.Scatter:
    marker = {"symbol": ["line-ns", head], "size": [0.1, 11], "color": mark.colour, "line": {"width": 2}}
    line = {"color": mark.colour, "width": 2}
    return go.Scatter(x=[start, end], y=[y, y], mode="lines+markers", line=line, marker=marker, hoverinfo="skip")
