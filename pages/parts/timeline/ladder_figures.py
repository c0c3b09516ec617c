"""The figures that the lines of the count over time were drawn from."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from charts import words
from charts.over_time_panels import Claim, Panel
from pages.parts.frame.markup import MOST_ROWS, Cell, Column, folded, inner_link, joined, table, tag
from pages.parts.frame.running_page import Frame
from pages.parts.timeline.choice import Topic, View
from pages.parts.timeline.count_picture import panels_of
from pages.parts.timeline.items_list import report_link

TAKEN = ("id", "statement", "claimant", "side", "metric", "group", "label", "low", "high", "said_to", "series")
HEADINGS = ("Claimant", "Figure", "Of whom", "Said", "Period covered", "Line", "Report")


def figures_of(panels: list[Panel]) -> list[tuple[Panel, Claim, str]]:
    """Each figure with its panel and how it stands on its line."""
    found = []
    for panel in panels:
        for line in panel.lines:
            for number, step in enumerate(line.told, 1):
                broken = f", after a break: {step['break_reason']}" if step["break_reason"] else ""
                unordered = "" if number == 1 or step["order_known"] else ", order within the day unknown"
                found.append((panel, step, f"{number} of {len(line.told)}{broken}{unordered}"))
        told = [claim for claim in panel.story.beside if panel.at is None or claim["said_to"] <= panel.at]
        found += [(panel, claim, reason(claim)) for claim in told]
    return found


def reason(claim: Claim) -> str:
    """Why a figure is on no line."""
    if claim["disputed_reading"]:
        return "none: relays disagree"
    if claim["counted"]:
        return "none: counted by us from a list"
    if claim["form"] in ("word", "none_reported"):
        return "none: a word, no number"
    return "none: the source is not named"


def folded_figures(frame: Frame, view: View, topic: Topic) -> Markup:
    """The rows behind the lines as a table, folded."""
    rows = figures_of(panels_of(frame, view, topic))
    title = f"The rows behind the lines: {len(rows)} figures, {topic.label}"
    shown = rows[:MOST_ROWS]
    caption = title if len(shown) == len(rows) else f"The first {MOST_ROWS} of {len(rows):,}, all are in the download"
    return folded(title, table([Column(name) for name in HEADINGS], _cells(shown, frame.zone), caption=caption))


def _cells(rows: list[tuple[Panel, Claim, str]], zone: str) -> Iterator[list[Cell]]:
    for _, claim, line in rows:
        figure = inner_link(tag("b", words.value(claim)), "sources", claim=claim["id"])
        yield [claim["claimant_name"], joined([figure, " ", claim["metric_label"]]), words.whom(claim),
               words.said(claim, zone), words.period(claim, zone), line, report_link(claim)]


def figures_to_take(frame: Frame, view: View, topic: Topic) -> pd.DataFrame:
    """The same rows for a file."""
    rows = figures_of(panels_of(frame, view, topic))
    return pd.DataFrame(
        [{"phase": panel.phase, **{name: claim[name] for name in TAKEN}, "line": line} for panel, claim, line in rows]
    )
