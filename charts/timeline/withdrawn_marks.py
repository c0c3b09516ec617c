"""Where a claimant took its figure back: the ladder ends there with a cross."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from charts import words
from charts.look import Mark
from charts.timeline.lanes import Row, escaped
from charts.timeline.time_axis import Axis


def crosses(gone: Sequence[tuple[Row, float]], axis: Axis, mark: Mark, yaxis: str) -> list[dict[str, Any]]:
    """One trace with a cross for each withdrawn row at its height, or none. What it says stands in its hover."""
    if not gone:
        return []
    told = [f"{row['claimant_name']} withdrew {words.value(row)} {row['metric_label']}" for row, _ in gone]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [axis.clipped(row["withdrawn_at"], row["withdrawn_at"])[1] for row, _ in gone],
            "y": [height for _, height in gone],
            "yaxis": yaxis,
            "marker": {"symbol": "x-thin-open", "size": 10, "color": mark.colour, "line": {"width": 2}},
            "customdata": [[row["statement"], escaped(text, 90)] for (row, _), text in zip(gone, told, strict=True)],
            "hovertemplate": "%{customdata[1]}<extra></extra>",
            "showlegend": False,
        }
    ]
