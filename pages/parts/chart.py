"""A chart on a page: with an alternative in words, and the rows it was drawn from under it."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import streamlit as st

LIGHT_INK, DARK_INK = "#141519", "#E9E7E1"
CONFIG = {
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
}


def draw_chart(figure: go.Figure, *, alt: str, key: str, on_select: Any = "ignore") -> Any:
    """Draw a figure. `alt` states the finding in words, for readers who do not see the picture."""
    return st.plotly_chart(
        _inked(figure), key=key, alt=alt, theme="streamlit", width="stretch", config=CONFIG, on_select=on_select
    )


def _inked(figure: go.Figure) -> go.Figure:
    """Streamlit's theme sets labels and ticks in a grey below AA: give them the page's ink."""
    dark = getattr(st.context.theme, "type", "light") == "dark"
    ink = DARK_INK if dark else LIGHT_INK
    figure.update_annotations(font_color=ink)
    figure.update_traces(textfont_color=ink, selector={"type": "scatter"})
    figure.update_xaxes(tickfont_color=ink)
    return figure.update_yaxes(tickfont_color=ink)
