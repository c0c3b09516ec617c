"""The one look of all charts: a colour and a shape for each side, plain axes, nothing left as plotly gives it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go

# Mid-tone hues of equal weight: none says danger or approval, and all hold on a light and on a dark page (3:1).
HUES = ("#6D5BA6", "#B9770E", "#2F7FA3", "#A3557F", "#8A6D4B", "#5F7C8A")
SHAPES = ("circle", "square", "diamond", "pentagon", "hexagon", "star-square")
GREY = "#808080"
OTHER_SHAPES = {"third_party": "triangle-up", "tally": "triangle-down"}
UNATTRIBUTED = "x"
LABEL = "label"  # the name of annotations that stand on the paper's colour, so that no line runs through their words


@dataclass(frozen=True)
class Mark:
    """How a side is drawn on every page."""

    colour: str
    shape: str

    @property
    def hollow(self) -> str:
        """The shape without filling: `about`, or a place that is only named."""
        return f"{self.shape}-open"


def plain(text: str) -> str:
    """Text for a figure: plotly reads a few HTML tags in labels, and data may hold none that count."""
    return escape(text, quote=False)


def side_marks(sides: pd.DataFrame) -> dict[str | None, Mark]:
    """The mark of each side, and under None that of claimants without one. `sides` is queries.frame.side_order:
    parties take hues in alphabetical order, third parties and tallies are grey (design.md §6)."""
    marks: dict[str | None, Mark] = {None: Mark(GREY, UNATTRIBUTED)}
    parties = 0
    for side in sides.itertuples():
        if side.role == "party":
            marks[side.id] = Mark(HUES[parties % len(HUES)], SHAPES[parties % len(SHAPES)])
            parties += 1
        else:
            marks[side.id] = Mark(GREY, OTHER_SHAPES[side.role])
    return marks


def dress(figure: go.Figure, height: int, *, left: int = 8, legend: bool = False) -> go.Figure:
    """Give a figure the project's look: no frame, no default grid or mode bar, direct labels instead of a legend."""
    figure.update_layout(
        height=height,
        margin={"l": left, "r": 8, "t": 8, "b": 32},
        showlegend=legend,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hoverlabel={"align": "left"},
        hovermode="closest",
        dragmode=False,
        font={"size": 14},
        uniformtext={"mode": False},
    )
    figure.update_xaxes(zeroline=False, showgrid=True, gridcolor="rgba(128,128,128,0.25)", automargin=True)
    figure.update_yaxes(zeroline=False, showgrid=False, automargin=True)
    return figure


def from_zero(figure: go.Figure, highest: float) -> go.Figure:
    """A linear axis of counts from zero, with room for a label at the end."""
    figure.update_xaxes(range=[0, max(1.0, highest) * 1.15], rangemode="tozero", tickformat=",d")
    return figure
