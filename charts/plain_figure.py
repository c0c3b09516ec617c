"""Figures as plain dicts, which go to the browser without plotly's validators: a tenth of the time of go.Figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from charts.look import plain

LIGHT_INK, DARK_INK = "#141519", "#E9E7E1"
GRID = "rgba(128,128,128,0.28)"
QUIET = 0.82
Figure = dict[str, Any]


def ink_of(theme: str | None) -> str:
    """The page's own ink in a theme."""
    return DARK_INK if theme == "dark" else LIGHT_INK


def figure(traces: list[dict[str, Any]], height: int, theme: str | None, **layout: Any) -> Figure:
    """The common look: no frame, no mode bar's default, transparent ground, the page's ink."""
    whole = {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 28, "autoexpand": False},
        "showlegend": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hovermode": "closest",
        "hoverlabel": {"align": "left"},
        "dragmode": False,
        "font": {"size": 13, "color": ink_of(theme), "family": "Source Sans, sans-serif"},
        **layout,
    }
    return {"data": traces, "layout": whole}


def text(x: float, y: float, words: str, *, bold: bool = False, **more: Any) -> dict[str, Any]:
    """Words at a point, escaped; `more` are fields of a plotly annotation."""
    shown = f"<b>{plain(words)}</b>" if bold else plain(words)
    return {"x": x, "y": y, "text": shown, "showarrow": False, "borderpad": 0, **more}


def lines(parts: Sequence[str]) -> str:
    """Escaped lines under one another; the caller passes the result as `text` of an annotation."""
    return "<br>".join(plain(part) for part in parts)


def value_axis(highest: float, is_share: bool, theme: str | None, **more: Any) -> dict[str, Any]:
    """The axis of counts, or that of shares: 0 to 100 per cent, whatever is said."""
    if not is_share:
        return count_axis(highest, theme, **more)
    return count_axis(100, theme, **{"ticksuffix": " %", "tickvals": [0, 25, 50, 75, 100], **more})


def count_axis(highest: float, theme: str | None, **more: Any) -> dict[str, Any]:
    """A linear axis of counts from zero with room for a label at its end."""
    return {
        "range": [0, max(1.0, highest) * 1.12],
        "rangemode": "tozero",
        "tickformat": ",d",
        "nticks": 6,
        "zeroline": True,
        "zerolinecolor": GRID,
        "showgrid": True,
        "gridcolor": GRID,
        "fixedrange": True,
        "tickfont": {"size": 12, "color": ink_of(theme)},
        **more,
    }
