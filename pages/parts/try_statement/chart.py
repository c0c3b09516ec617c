"""A chart on a page: with an alternative in words, and the rows it was drawn from under it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import Any

import numpy as np
import orjson
import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup
from plotly.io import to_json

from charts import words
from charts.look import LABEL
from pages.parts.frame.download import credit_line, file_name
from pages.parts.frame.drawn_once import theme_now
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import joined, show, tag
from pages.parts.frame.running_page import Frame, this_page

LONG_ROW = 50
LIGHT_INK, DARK_INK = "#141519", "#E9E7E1"
LIGHT_PAPER, DARK_PAPER = "rgba(251,250,247,0.88)", "rgba(22,23,26,0.88)"
CONFIG = {
    "displaylogo": False,
    # The bar stays hidden (style.css): its one button is what the buttons under a chart press.
    "displayModeBar": True,
    "modeBarButtons": [["toImage"]],
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
}


def draw_chart(figure: go.Figure, *, alt: str, key: str, on_select: Any = "ignore") -> Any:
    """Draw a figure. `alt` states the finding in words, for readers who do not see the picture."""
    shown = figure if isinstance(figure, Finished) else _inked(figure, theme_now())
    chosen = st.plotly_chart(
        shown, key=key, alt=alt, theme="streamlit", width="stretch", config=CONFIG, on_select=on_select
    )
    show(kept(pictures, this_page(), key, alt))
    return chosen


class Finished(go.Figure):
    """A figure that nobody changes any more: put together for the browser once, then only sent."""

    _finished: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        return self._finished

    @property
    def shapes(self) -> list[Any]:
        """What is drawn on it besides its traces."""
        return list(self._finished["layout"].get("shapes", []))

    def following(self, layout: dict[str, Any]) -> Finished:
        """The same figure, with what of its layout follows the reader."""
        return _finished({**self._finished, "layout": {**self._finished["layout"], **layout}})


def finished(figure: go.Figure, theme: str | None) -> Finished:
    """The figure in the ink of a theme, for charts that answer to clicks and so cannot be replayed."""
    # What has been JSON once is written again without a look at each value.
    whole = orjson.loads(to_json(_inked(figure, theme), validate=False))
    for trace in whole["data"]:
        trace.update({axis: packed(trace[axis]) for axis in ("x", "y") if isinstance(trace.get(axis), list | tuple)})
    return _finished(whole)


def _finished(whole: dict[str, Any]) -> Finished:
    done = Finished.__new__(Finished)  # without the template that __init__ copies, which takes longer than sending
    done._finished = whole
    return done


def packed(numbers: Sequence[float | None]) -> Any:
    """A long row of numbers as plotly sends arrays: as bytes, with the gaps as what is no number."""
    if len(numbers) < LONG_ROW or not all(n is None or isinstance(n, int | float) for n in numbers):
        return numbers
    values = np.array([np.nan if n is None else n for n in numbers], dtype="<f4")
    return {"dtype": "f4", "bdata": b64encode(values.tobytes()).decode()}


def pictures(frame: Frame, key: str, alt: str) -> Markup:
    """Buttons that save the chart as it stands; under it what it shows, as of when, the data version and the credit."""
    shown = f"{alt.split('. ')[0].rstrip('.')}. {frame.phase_name}"
    caption = f"{shown}, as of {words.last_day(frame.as_of, frame.zone)}" if frame.as_of else shown
    lines = {"data_caption": caption, "data_credit": credit_line(frame)}
    shared = {"type": "button", "class_": "picture", "data_chart": key, **lines}
    file = file_name(frame, key, "")[:-1]
    buttons = [
        tag("button", form.upper(), data_picture=form, data_file=file, aria_label=f"Save the chart as {form.upper()}",
            **shared)
        for form in ("png", "svg")
    ]
    return tag("p", joined(["Chart as ", *buttons], " "), class_="pictures")


def _inked(figure: go.Figure, theme: str | None) -> go.Figure:
    """Streamlit's theme sets labels and ticks in a grey below AA: give them the page's ink."""
    dark = theme == "dark"
    ink = DARK_INK if dark else LIGHT_INK
    figure.update_annotations(font_color=ink)
    figure.update_annotations(bgcolor=DARK_PAPER if dark else LIGHT_PAPER, selector={"name": LABEL})
    figure.update_traces(textfont_color=ink, selector={"type": "scatter"})
    figure.update_xaxes(tickfont_color=ink)
    return figure.update_yaxes(tickfont_color=ink)
