"""Revision ladders: a figure holds until the next is said, so the line steps and never slopes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from charts import words
from charts.look import GREY, Mark, dress, plain

ROW = 150


def ladders(steps: pd.DataFrame, marks: Mapping[str | None, Mark], as_of: datetime | None, zone: str) -> go.Figure:
    """One small multiple per ladder, common axes from zero. `steps` is queries.compare.ladders; a new segment is a
    break in the line. The last figure is drawn on to `as_of`."""
    series = list(dict.fromkeys(steps["series"]))
    figure = make_subplots(rows=len(series), cols=1, shared_xaxes=True, shared_yaxes=True, vertical_spacing=0.0)
    highest = float(steps[["low", "high", "point"]].astype("Float64").max(axis=1).max())
    first, last = words.local(steps["said_to"].min(), zone), words.local(as_of or steps["said_to"].max(), zone)
    for number, name in enumerate(series, start=1):
        own = steps[steps["series"] == name]
        row = own.iloc[0]
        mark = marks.get(row["side"] if words.given(row["side"]) else None, Mark(GREY, "x"))
        for _, segment in own.groupby("segment"):
            _segment(figure, number, segment, mark, zone)
        _hold(figure, number, own.iloc[-1], mark, last, zone)
        figure.add_annotation(
            x=0, xref="x domain" if number == 1 else f"x{number} domain", y=1, yanchor="top", showarrow=False,
            yref="y domain" if number == 1 else f"y{number} domain", xanchor="left",
            text=f"<b>{plain(row['claimant_name'])}</b>",
        )
    dress(figure, height=ROW * len(series) + 50)
    figure.update_yaxes(range=[0, max(highest, 1) * 1.45], showgrid=True, gridcolor="rgba(128,128,128,0.2)", nticks=4)
    room = (last - first) * 0.16
    figure.update_xaxes(range=[first - room, last + room], showgrid=False)
    figure.update_xaxes(showticklabels=True, row=len(series), col=1)
    return figure


def _height(row: Mapping) -> float:
    for name in ("point", "low", "high"):
        if words.given(row[name]):
            return float(row[name])
    return 0.0


def _segment(figure: go.Figure, number: int, steps: pd.DataFrame, mark: Mark, zone: str) -> None:
    rows = steps.to_dict("records")
    figure.add_trace(
        go.Scatter(
            x=[words.local(row["said_to"], zone) for row in rows],
            y=[_height(row) for row in rows],
            mode="lines+markers+text",
            line={"shape": "hv", "color": mark.colour, "width": 2.5},
            marker={
                "size": 10,
                "color": mark.colour,
                "symbol": [mark.hollow if row["form"] == "about" else mark.shape for row in rows],
                "line": {"width": 2, "color": mark.colour},
            },
            text=[plain(_label(row)) for row in rows],
            textposition="top center",
            hovertext=[plain(f"{row['claimant_name']}: {_label(row)}, said {words.said(row, zone)}") for row in rows],
            hoverinfo="text",
            cliponaxis=False,
        ),
        row=number,
        col=1,
    )


def _label(row: Mapping) -> str:
    word = "" if row["metric_label"] == row["family_label"] else f" {row['metric_label']}"
    return f"{words.value(row)}{word}"


def _hold(figure: go.Figure, number: int, row: Mapping, mark: Mark, until: datetime, zone: str) -> None:
    """The last figure still stands at the moment of the page: a thin line on to it."""
    figure.add_trace(
        go.Scatter(
            x=[words.local(row["said_to"], zone), until],
            y=[_height(row)] * 2,
            mode="lines",
            line={"color": mark.colour, "width": 1, "dash": "dot"},
            hoverinfo="skip",
        ),
        row=number,
        col=1,
    )
