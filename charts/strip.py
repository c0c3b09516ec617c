"""Factors on a doubling axis: disagreement between sides, and what each side's own numbers imply."""

from __future__ import annotations

from math import log2

import pandas as pd
import plotly.graph_objects as go

from charts.look import GREY, dress, plain
from charts.words import given

ROW = 58
DOT = "#5A6472"


def strip(rows: pd.DataFrame) -> go.Figure:
    """One row is a factor. Columns: title (what), numbers (both, with owners), factor_low, factor_high, words,
    level (2 is drawn grey), colour and shape (optional). Exact: dot; open: dot and arrow; no factor: words only."""
    figure = go.Figure()
    top = _top(rows)
    for at, row in enumerate(rows.to_dict("records")):
        _texts(figure, at, row)
        _factor(figure, at, row, top)
    dress(figure, height=ROW * max(len(rows), 1) + 50)
    ticks = [2**power for power in range(int(log2(top)) + 1)]
    figure.update_xaxes(
        type="log", range=[-0.02, log2(top) * 0.30103 + 0.05], tickvals=ticks, ticktext=[f"×{tick}" for tick in ticks]
    )
    figure.update_yaxes(range=[len(rows) - 0.4, -0.7], visible=False)
    return figure


def _top(rows: pd.DataFrame) -> int:
    """The end of the axis: the next doubling after the largest factor drawn, with room for its label."""
    values = [float(v) for v in pd.concat([rows["factor_low"], rows["factor_high"]]) if given(v)]
    top = 2
    while top < max(values, default=1) * 2.6:
        top *= 2
    return top


def _texts(figure: go.Figure, at: int, row: dict) -> None:
    for shift, text, size in ((22, f"<b>{plain(row['title'])}</b>", 13), (6, plain(row["numbers"]), 13)):
        figure.add_annotation(
            x=0, xref="paper", y=at, yshift=shift, text=text, showarrow=False, xanchor="left", font={"size": size}
        )


def _factor(figure: go.Figure, at: int, row: dict, top: int) -> None:
    low, high = row["factor_low"], row["factor_high"]
    colour = GREY if row["level"] == 2 else row.get("colour", DOT)
    shape = row.get("shape", "circle")
    y = at + 0.22
    start = low if given(low) else high
    if not given(start):
        figure.add_annotation(
            x=0, xref="paper", y=at, yshift=-11, text=f"<i>{plain(row['words'])}</i>", showarrow=False, xanchor="left"
        )
        return
    xs, symbols = [float(start)], [shape]
    if given(low) and given(high) and high > low * 1.0001:
        xs, symbols = [float(low), float(high)], ["line-ns-open", "line-ns-open"]
    elif not (given(low) and given(high)):
        reach = 1.12 if given(low) else 1 / 1.12
        xs, symbols = [float(start), max(1.0, float(start) * reach)], [
            shape, "triangle-right-open" if given(low) else "triangle-left-open"
        ]
    figure.add_trace(
        go.Scatter(
            x=[1, float(start)], y=[y, y], mode="lines", line={"color": colour, "width": 1, "dash": "dot"},
            hoverinfo="skip",
        )
    )
    figure.add_trace(
        go.Scatter(
            x=xs,
            y=[y] * len(xs),
            mode="lines+markers+text",
            line={"color": colour, "width": 2},
            marker={"symbol": symbols, "size": 12, "color": colour, "line": {"width": 2, "color": colour}},
            text=_labels(xs, f"   {plain(row['words'])}"),
            textposition="middle right",
            hovertext=plain(f"{row['title']}: {row['numbers']}; {row['words']}"),
            hoverinfo="text",
            cliponaxis=False,
        )
    )


def _labels(xs: list[float], text: str) -> list[str]:
    """The label stands right of the rightmost mark, so that an arrow to the left does not run through it."""
    return [text if x == max(xs) else "" for x in xs]
