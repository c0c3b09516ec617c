"""Factors on a doubling axis: disagreement between sides, and what each side's own numbers imply."""

from __future__ import annotations

from math import log2
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.look import GREY, LABEL, dress, plain
from charts.words import given

LINE = 17
TURNED = 0.5  # beyond this share of the axis the words stand left of the mark, where a narrow screen has room
DOT = "#6B7A90"  # holds on light and dark, 4:1
GAP = "\u00a0" * 4
BROAD = 52  # letters in a line of reasons, which a phone's width still holds


def strip(rows: pd.DataFrame) -> go.Figure:
    """One row is a factor. Columns: title (what), first and perhaps second (the figures, with owners), factor_low,
    factor_high, words, level (2 is drawn grey), colour and shape (optional).

    Exact: dot; open: dot and arrow; between two bounds: bar; no factor: the words only.
    """
    figure = go.Figure()
    top = _top(rows)
    at = 0.0
    for row in rows.to_dict("records"):
        at = _row(figure, at, row, top) + 10
    dress(figure, height=int(at) + 50)
    ticks = [2**power for power in range(int(log2(top)) + 1)]
    figure.update_xaxes(
        type="log", range=[-0.02, log2(top) * 0.30103 + 0.05], tickvals=ticks, ticktext=[f"×{tick}" for tick in ticks]
    )
    figure.update_yaxes(range=[at, 0], visible=False)
    return figure


def _top(rows: pd.DataFrame) -> int:
    """The end of the axis: the next doubling after the largest factor drawn, with room for an arrow."""
    values = [float(v) for v in pd.concat([rows["factor_low"], rows["factor_high"]]) if given(v)]
    top = 2
    while top < max(values, default=1) * 1.2:
        top *= 2
    return top


def _row(figure: go.Figure, at: float, row: dict[str, Any], top: int) -> float:
    """Texts from `at` downwards (the axis counts pixels), then the mark; returns where the row ends."""
    texts = [f"<b>{plain(row['title'])}</b>", plain(row["first"])]
    texts += [plain(row["second"])] if given(row.get("second")) else []
    has_factor = drawn_as(row["factor_low"], row["factor_high"]) is not None
    if not has_factor:
        texts += [f"<i>{plain(line)}</i>" for line in wrap(row["words"], BROAD)]
    for number, text in enumerate(texts):
        figure.add_annotation(
            x=0, xref="paper", y=at + number * LINE, yanchor="top", text=text, showarrow=False, name=LABEL,
            xanchor="left", align="left", font={"size": 13}, borderpad=0,
        )
    end = at + len(texts) * LINE
    if not has_factor:
        return end
    _mark(figure, end + LINE * 1.2, row, top)
    return end + LINE * 2.2


def _mark(figure: go.Figure, y: float, row: dict[str, Any], top: int) -> None:
    low, high = row["factor_low"], row["factor_high"]
    colour = GREY if row["level"] == 2 else row.get("colour", DOT)
    xs, symbols = _points(low, high, row.get("shape", "circle"))
    turned = log2(xs[0]) > TURNED * log2(top)
    if not turned:
        figure.add_trace(
            go.Scatter(
                x=[1, min(xs)], y=[y, y], mode="lines", line={"color": colour, "width": 1, "dash": "dot"},
                hoverinfo="skip",
            )
        )
    # The words stand beside the outermost mark, so that no arrow or bar runs through them.
    outer = min(xs) if turned else max(xs)
    label = "<br>".join(f"{line}{GAP}" if turned else f"{GAP}{line}" for line in _broken(plain(row["words"])))
    figures = "; ".join(row[name] for name in ("first", "second") if given(row.get(name)))
    figure.add_trace(
        go.Scatter(
            x=xs,
            y=[y] * len(xs),
            mode="lines+markers+text",
            line={"color": colour, "width": 2},
            marker={"symbol": symbols, "size": 12, "color": colour, "line": {"width": 2, "color": colour}},
            text=[label if x == outer else "" for x in xs],
            textposition="middle left" if turned else "middle right",
            hovertext=plain(f"{row['title']}: {figures}; {row['words']}"),
            hoverinfo="text",
            cliponaxis=False,
        )
    )


def drawn_as(low: Any, high: Any) -> str | None:
    """How a factor is drawn: "one" number, "between" two bounds, open "upward" or "downward"; None where it is not."""
    if given(low) and given(high):
        return "between" if high > low * 1.0001 else "one"
    return "upward" if given(low) else "downward" if given(high) else None


def _points(low: Any, high: Any, shape: str) -> tuple[list[float], list[str]]:
    """Where the marks of a factor stand: one, a bar's two ends, or one with an open arrow."""
    kind = drawn_as(low, high)
    if kind == "between":
        return [float(low), float(high)], ["line-ns-open", "line-ns-open"]
    if kind == "one":
        return [float(low)], [shape]
    if kind == "upward":
        return [float(low), float(low) * 1.12], [shape, "triangle-right-open"]
    end = float(high or 1)
    return [end, max(1.0, end / 1.12)], [shape, "triangle-left-open"]


def _broken(text: str) -> list[str]:
    """`at least 16.5 times,` over `with reservations`: two short lines fit where one long does not."""
    first, comma, rest = text.partition(", ")
    return [f"{first}{comma.strip()}", rest] if rest else [first]
