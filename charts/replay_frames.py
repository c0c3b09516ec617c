"""A picture at every moment of a phase, for a replay in the browser: plotly's frames, pressed by replay.js."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from charts.plain_figure import Figure

MOST_FRAMES = 60
STEP = 350  # milliseconds in which marks move to their new place; replay.js presses without it under reduced motion


def thinned(count: int) -> list[int]:
    """Which of so many moments are replayed: all, or at most sixty evenly, the first and the last among them."""
    if count <= MOST_FRAMES:
        return list(range(count))
    return sorted({round(number * (count - 1) / (MOST_FRAMES - 1)) for number in range(MOST_FRAMES)})


def with_frames(shown: Figure, frames: Sequence[Figure], numbers: Sequence[int]) -> Figure:
    """The figure with one frame for each moment's number. All have the same traces in the same order. The hidden
    buttons are how a script may ask plotly for a frame; a moment's number is the label of its button."""
    made = []
    buttons = []
    for number, frame in zip(numbers, frames, strict=True):
        name = f"moment-{number}"
        data = [_moving(trace) for trace in frame["data"]]
        made.append({"name": name, "data": data, "layout": {"annotations": frame["layout"]["annotations"]}})
        how = {"mode": "immediate", "frame": {"duration": 0, "redraw": True}, "transition": {"duration": 0}}
        buttons.append({"label": str(number), "method": "animate", "args": [[name], how]})
    menu = {"type": "buttons", "buttons": buttons, "x": -9, "y": 0, "name": "replay"}
    return {**shown, "layout": {**shown["layout"], "updatemenus": [menu]}, "frames": made}


def _moving(trace: dict[str, Any]) -> dict[str, Any]:
    """What of a trace changes from moment to moment."""
    return {name: trace[name] for name in ("x", "y", "marker", "line", "mode", "text", "hovertext") if name in trace}
