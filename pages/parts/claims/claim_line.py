"""One claim as a line of words: owner first, number second, then what a reader must know to quote it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from markupsafe import Markup

from charts import words
from pages.parts.frame.markup import inner_link, joined, tag


def owner_and_value(row: Mapping[str, Any], heading: str | None = None) -> Markup:
    """`League: 84 "put out of action"`; the metric is left out where the row's heading already says it."""
    value = tag("span", words.value(row), class_="value")
    metric = "" if row["metric_label"] == heading else f" {row['metric_label']}"
    link = inner_link(value, "sources", claim=row["id"])
    return joined([tag("span", f"{row['claimant_name']}: "), link, metric])


def details(row: Mapping[str, Any], zone: str, as_of: datetime | None) -> str:
    """Own words, period, when it was said and how long ago."""
    parts = [f"“{row['as_stated']}”"] if words.given(row["as_stated"]) else []
    parts.append(words.period(row, zone))
    said = f"said {words.said(row, zone)}"
    if as_of is not None and words.given(row["said_to"]):
        said += f", {words.age(row, as_of)}"
    return "; ".join([*parts, said])


def mark_names(row: Mapping[str, Any]) -> list[str]:
    """Short words for what sets a claim apart; pages/parts/claims/key_of_marks.py says what they mean."""
    found = []
    if words.given(row["counted"]):
        found.append("counted by us")
    if row["disputed_reading"]:
        found.append("relays disagree")
    if words.given(row["relies_on"]):
        found.append("built on others' figures")
    if row["counting"] == "period":
        found.append("this window only")
    if row.get("is_withdrawn"):
        found.append("withdrawn")
    if words.given(row.get("answers")):
        found.append("an answer")
    if row.get("is_corrected"):
        found.append("corrected here")
    return found


def marks(row: Mapping[str, Any]) -> Markup:
    """The same, each in a frame."""
    return joined([tag("span", text, class_="mark") for text in mark_names(row)], " ")


def claim_line(row: Mapping[str, Any], zone: str, as_of: datetime | None, heading: str | None = None) -> Markup:
    """The whole line, as in a cell of the ledger."""
    note = tag("span", details(row, zone, as_of), class_="line-note")
    return tag("p", joined([owner_and_value(row, heading), " ", marks(row), Markup("<br>"), note]), class_="cell-line")
