"""How one claim's figure is drawn on an axis of counts: dot, open arrow, bar, hollow dot, or words alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from charts import words
from charts.look import Mark, plain

ARROWS = {"at_least": 1, "more_than": 1, "at_most": -1, "fewer_than": -1}
REACH = 0.035  # the length of an open arrow, as a share of the axis: it says open, not how far
GLYPHS = {
    "circle": "●",
    "square": "■",
    "diamond": "◆",
    "pentagon": "⬟",
    "hexagon": "⬢",
    "star-square": "✦",
    "triangle-up": "▲",
    "triangle-down": "▼",
    "x": "✕",
}


def at(claim: Mapping[str, Any]) -> float | None:
    """Where a figure stands on the axis: the printed number, else its bound; None for words."""
    for name in ("point", "low", "high"):
        if words.given(claim[name]):
            return float(claim[name])
    return None


def reach(claim: Mapping[str, Any]) -> float:
    """The furthest number that a figure is drawn to."""
    return max((float(claim[name]) for name in ("point", "low", "high") if words.given(claim[name])), default=0.0)


def glyph(mark: Mark) -> str:
    """The mark of a side as a letter, for keys in running text."""
    return GLYPHS.get(mark.shape, "●")


def marks_of(
    claim: Mapping[str, Any] | None, y: float, mark: Mark, top: float, *, size: int = 13, hover: str = ""
) -> list[dict[str, Any]]:
    """Two traces, always in this order, so that a replay finds each again: what shows an open end or a range, and the
    dot. Both are empty for words and where nothing is said. The axis ends at `top`."""
    x = at(claim) if claim is not None else None
    if claim is None or x is None:
        return [_trace([], [], "lines+markers", "", mark), _trace([], [], "markers", "", mark)]
    if claim["form"] == "range":
        ends = [float(claim["low"]), float(claim["high"])]
        bar = {"symbol": "line-ns-open", "size": size, "line": {"width": 2, "color": mark.colour}}
        return [_trace(ends, [y, y], "lines+markers", hover, mark, marker=bar, width=5),
                _trace([], [], "markers", hover, mark)]
    direction = ARROWS.get(claim["form"], 0)
    symbol = f"triangle-{'left' if direction < 0 else 'right'}-open"
    tip = {"symbol": symbol, "size": [0, size - 4], "line": {"width": 2, "color": mark.colour}}
    end = max(0.0, x + direction * REACH * top)
    arrow = _trace([x, end] if direction else [], [y, y] if direction else [], "lines+markers", hover, mark, marker=tip)
    shape = mark.hollow if claim["form"] == "about" else mark.shape
    dot = {"symbol": shape, "size": size, "line": {"width": 2, "color": mark.colour}}
    return [arrow, _trace([x], [y], "markers", hover, mark, marker=dot)]


def _trace(
    x: list[float], y: list[float], mode: str, hover: str, mark: Mark, *, marker: dict | None = None, width: int = 2
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": mode,
        "hovertext": plain(hover),
        "hoverinfo": "text",
        "cliponaxis": False,
        "line": {"color": mark.colour, "width": width},
        "marker": {"color": mark.colour, **(marker or {})},
    }
