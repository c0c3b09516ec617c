"""How far a ladder rose from its first figure to its last, in words; no factor where the two cannot be divided."""

from __future__ import annotations

import pandas as pd

from charts import words
from charts.timeline.hours_since_zero import Clock


def growth_lines(figures: pd.DataFrame, clock: Clock) -> list[tuple[str, str]]:
    """For each ladder of two figures or more, in the order of sides: `League, River guards: 7 to 93, 13 times` and the
    note that goes with it."""
    lines = []
    told = figures[~figures["stands_alone"].astype(bool)]
    for _, series in told.sort_values(["side_position", "claimant_name", "group_position", "step_number"]).groupby(
        "series", sort=False
    ):
        if len(series) > 1 and not _unordered(series):
            lines.append(_line(series, clock))
    return lines


def _unordered(series: pd.DataFrame) -> bool:
    """Figures of one day whose order is not known make no first and no last."""
    return bool(series["superseded_at"].isna().sum() > 1)


def _line(series: pd.DataFrame, clock: Clock) -> tuple[str, str]:
    first, last = series.iloc[0], series.iloc[-1]
    changed = first["metric"] != last["metric"]
    values = [f"{words.value(row)} {row['metric_label']}" if changed else words.value(row) for row in (first, last)]
    factor, reason = growth(first, last, bool(series["breaks"].any()))
    head = f"{first['claimant_name']}, {first['group_name']}: {values[0]} to {values[1]}"
    head = f"{head}, {factor}" if factor else head
    note = f"{len(series)} figures, said {clock.said(first)} to {clock.said(last)}"
    return head, f"{note}; {reason}" if reason else note


def growth(first: pd.Series, last: pd.Series, broken: bool) -> tuple[str | None, str | None]:
    """The factor from the first to the last, or the reason why none is given (design.md §5.3, §5.7)."""
    if broken:
        return None, "no factor: the line is broken by another word, basis or start of the period"
    if first["form"] != "exact" or not first["point"]:
        return None, f"no factor: the first figure is “{words.value(first)}”"
    if last["form"] == "exact":
        return f"{last['point'] / first['point']:.1f} times", None
    if last["form"] in ("at_least", "more_than"):
        tenths = int(last["low"] * 10 // first["point"])
        return f"at least {tenths / 10:.1f} times", None
    return None, f"no factor: the last figure is “{words.value(last)}”"
