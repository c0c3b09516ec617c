"""Revision ladders: a figure holds until the next is said, so the line steps and never slopes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from charts import words
from charts.look import GREY, Mark, dress, plain

ROW = 150
STANDING = 0.4  # the last figure is drawn on to the page's moment, at most this share of the ladders' length


def ladders(steps: pd.DataFrame, marks: Mapping[str | None, Mark], as_of: datetime | None, zone: str) -> go.Figure:
    """One small multiple per ladder, common axes from zero. `steps` is queries.compare.ladders; a new segment is a
    break in the line. The last figure is drawn on to `as_of`."""
    series = list(dict.fromkeys(steps["series"]))
    figure = make_subplots(rows=len(series), cols=1, shared_xaxes=True, shared_yaxes=True, vertical_spacing=0.0)
    highest = float(steps[["low", "high", "point"]].astype("Float64").max(axis=1).max())
    steps = steps.assign(drawn_at=[_drawn_at(row, zone) for row in steps.to_dict("records")])
    ends = [_noon(row["withdrawn_at"], zone) for row in steps.to_dict("records") if words.given(row["withdrawn_at"])]
    first, newest = steps["drawn_at"].min(), max([steps["drawn_at"].max(), *ends])
    span = max(newest - first, timedelta(hours=12))
    until = words.local(as_of, zone) if as_of is not None else newest
    last = max(newest, min(until, newest + span * STANDING))
    for number, name in enumerate(series, start=1):
        own = steps[steps["series"] == name]
        row = own.iloc[0]
        mark = marks.get(row["side"] if words.given(row["side"]) else None, Mark(GREY, "x"))
        segments = [segment for _, segment in own.groupby("segment")]
        for segment, following in zip(segments, [*segments[1:], None], strict=True):
            _segment(figure, number, segment, mark, zone, span, following is not None)
            if following is not None:
                _break(figure, number, segment.iloc[-1], following.iloc[0], mark)
        _hold(figure, number, own.iloc[-1], mark, last, zone)
        figure.add_annotation(
            x=0, xref="x domain" if number == 1 else f"x{number} domain", y=1, yanchor="top", showarrow=False,
            yref="y domain" if number == 1 else f"y{number} domain", xanchor="left",
            text=f"<b>{plain(row['claimant_name'])}</b>",
        )
    dress(figure, height=ROW * len(series) + 50)
    figure.update_yaxes(range=[0, max(highest, 1) * 1.45], showgrid=True, gridcolor="rgba(128,128,128,0.2)", nticks=4)
    room = (last - first) * 0.16
    figure.update_xaxes(range=[first - room, last + room], showgrid=False, tickformat="%-d %b\n%Y", nticks=6)
    if last - first < timedelta(days=6):
        figure.update_xaxes(tickvals=_noons(first, last), ticktext=[_day(noon) for noon in _noons(first, last)])
    figure.update_xaxes(showticklabels=True, row=len(series), col=1)
    return figure


def _drawn_at(row: Mapping, zone: str) -> datetime:
    """A time where one is known, else noon of the day: a day's end would read as the next day."""
    end = words.local(row["said_to"], zone)
    return end if row["said_precision"] == "time" else _noon(row["said_to"], zone)


def _noon(moment: datetime, zone: str) -> datetime:
    """Noon of the day that a moment ends, for what is known as a day only."""
    return (words.local(moment, zone) - timedelta(seconds=1)).replace(hour=12, minute=0, second=0)


def _noons(first: datetime, last: datetime) -> list[datetime]:
    start = first.replace(hour=12, minute=0, second=0)
    return [start + timedelta(days=n) for n in range((last - start).days + 1)]


def _day(at: datetime) -> str:
    return f"{at.day} {at:%b}<br>{at.year}"


def _height(row: Mapping) -> float:
    for name in ("point", "low", "high"):
        if words.given(row[name]):
            return float(row[name])
    return 0.0


def _segment(
    figure: go.Figure, number: int, steps: pd.DataFrame, mark: Mark, zone: str, span: timedelta, broken: bool
) -> None:
    """The steps up to the next break of the line, if it is `broken` after them."""
    rows = steps.to_dict("records")
    figure.add_trace(
        go.Scatter(
            x=[row["drawn_at"] for row in rows],
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
            textposition=_positions(rows, span, broken),
            hovertext=[plain(f"{row['claimant_name']}: {_label(row)}, said {words.said(row, zone)}") for row in rows],
            hoverinfo="text",
            cliponaxis=False,
        ),
        row=number,
        col=1,
    )


def _positions(rows: list, span: timedelta, broken: bool) -> list[str]:
    """Labels above their marks; below for all but the last of one day and for the last before a break, whose other
    side begins higher up; to the left where the next step is near."""
    places = []
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        gap = following["drawn_at"] - row["drawn_at"] if following else span
        if following is None and broken:
            places.append("bottom right")
        else:
            places.append("bottom right" if not gap else "top left" if gap < span * 0.25 else "top center")
    return places


def _label(row: Mapping) -> str:
    word = "" if row["metric_label"] == row["family_label"] else f" {row['metric_label']}"
    return f"{words.value(row)}{word}"


def _break(figure: go.Figure, number: int, before: Mapping, after: Mapping, mark: Mark) -> None:
    """Where the word, the basis or the start changed: the old figure runs out thinly and two strokes cut the line."""
    figure.add_trace(
        go.Scatter(
            x=[before["drawn_at"], after["drawn_at"]],
            y=[_height(before)] * 2,
            mode="lines+markers",
            line={"color": mark.colour, "width": 1, "dash": "dot"},
            marker={"symbol": ["line-ns", "line-ne-open"], "size": [0, 16], "color": mark.colour, "line_width": 3},
            hovertext=["", plain(f"break: {after['break_reason']}")],
            hoverinfo="text",
        ),
        row=number,
        col=1,
    )


def _hold(figure: go.Figure, number: int, row: Mapping, mark: Mark, until: datetime, zone: str) -> None:
    """The last figure still stands at the moment of the page: a thin line on to it. One that its claimant took back
    ends on that day, with a cross."""
    gone = words.given(row["withdrawn_at"])
    end = max(_noon(row["withdrawn_at"], zone), row["drawn_at"]) if gone else until
    told = f"{row['claimant_name']} withdrew it on {words.last_day(row['withdrawn_at'], zone)}" if gone else ""
    figure.add_trace(
        go.Scatter(
            x=[row["drawn_at"], end],
            y=[_height(row)] * 2,
            mode="lines+markers" if gone else "lines",
            line={"color": mark.colour, "width": 1, "dash": "dot"},
            marker={"symbol": ["line-ns", "x-thin-open"], "size": [0, 14], "color": mark.colour, "line_width": 3},
            hovertext=["", plain(told)],
            hoverinfo="text" if gone else "skip",
        ),
        row=number,
        col=1,
    )
