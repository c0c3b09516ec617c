"""The figures that the ladders were drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from charts import words
from charts.timeline.hours_since_zero import Clock
from pages.parts.frame.download import download_csv
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import Cell, Column, as_plain, first_rows, inner_link, joined, show, table, tag
from pages.parts.frame.running_page import Frame
from pages.parts.timeline.items_list import report_link
from pages.parts.timeline.panels import stories_of
from pages.parts.timeline.phase_data import View

HEADINGS = ("Claimant", "Figure", "Of whom", "Said", "Period covered", "Line", "Report")


def draw_figures(frame: Frame, view: View) -> None:
    """The rows behind the ladders as a table, with the reason where a figure joins no line."""
    figures = kept(figures_of, frame, view)
    if figures.empty:
        return
    with st.expander(f"The rows behind the ladders: {len(figures)} figures, {as_plain(str(figures.iloc[0]['harm']))}"):
        drawn(draw_table, frame, view)
        download_csv(figures, frame, "ladders", "Download the ladders as CSV")


def figures_of(frame: Frame, view: View) -> pd.DataFrame:
    """The figures on the ladders of the phases shown."""
    figures = stories_of(frame, view.phases).figures
    return figures[figures["phase"].isin(view.shown)]


def draw_table(frame: Frame, view: View) -> None:
    """The same figures as a table."""
    rows, caption = first_rows(kept(figures_of, frame, view), "Figures on the ladders")
    show(table([Column(name) for name in HEADINGS], _rows(rows, view.clock), caption=caption))


def _rows(figures: pd.DataFrame, clock: Clock) -> Iterator[list[Cell]]:
    for row in figures.to_dict("records"):
        yield [
            row["claimant_name"],
            joined([inner_link(tag("b", words.value(row)), "sources", claim=row["id"]), " ", row["metric_label"]]),
            words.whom(row),
            clock.said(row),
            clock.period(row),
            line_of(row),
            report_link(row),
        ]


def line_of(row: Mapping[str, Any]) -> str:
    """How the figure stands on its ladder."""
    if row["stands_alone"]:
        return "none: relays disagree" if row["disputed_reading"] else "none: the source is not named"
    if row["breaks"]:
        return f"{row['step_number']} of {row['steps']}, after a break"
    return f"{row['step_number']} of {row['steps']}"
