"""A chart on a page: with an alternative in words, and the rows it was drawn from under it."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import streamlit as st

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
        figure, key=key, alt=alt, theme="streamlit", width="stretch", config=CONFIG, on_select=on_select
    )
