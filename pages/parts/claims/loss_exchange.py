"""What each side's own numbers would imply: only inside one statement of one claimant (design.md §5.4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from charts import words
from charts.factor_strip import strip
from charts.gate_words import ratio, reasons
from charts.look import GREY, Mark, side_marks
from pages.parts.frame.chart import draw_chart
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Column, inner_link, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.frame.phases_and_sides import side_order

LINES = ("metric", "by", "place", "period", "counting", "basis", "built", "reading")


def exchange_rows(found: pd.DataFrame, claims: Mapping[str, Mapping[str, Any]], frame: Frame) -> pd.DataFrame:
    """One row an exchange, as charts.strip wants it: `84 : 7`, drawn or with the reason why not."""
    marks = side_marks(answer(side_order, frame))
    rows = []
    for pair in found.to_dict("records"):
        theirs, own = claims[pair["a"]], claims[pair["b"]]
        mark = marks.get(theirs["side"], Mark(GREY, "x"))
        drawn = pair["exchange_level"] < 2
        rows.append(
            {
                "title": f"{pair['claimant_name']}, said {words.said(pair, frame.zone)}",
                "first": f"{words.value(theirs)} {theirs['group_name']} : {words.value(own)} {own['group_name']}",
                "factor_low": pair["factor_low"] if drawn else None,
                "factor_high": pair["factor_high"] if drawn else None,
                "level": pair["exchange_level"],
                "words": exchange_words(pair, theirs, own, frame.zone),
                "colour": mark.colour,
                "shape": mark.shape,
                "a": pair["a"],
                "b": pair["b"],
            }
        )
    return pd.DataFrame(rows)


def exchange_words(pair: Mapping[str, Any], theirs: Mapping[str, Any], own: Mapping[str, Any], zone: str) -> str:
    """`12 to 1, with reservations: …`, or `not drawn: 216 counts from 29 January, 22 from 31 January`."""
    lines = [r for r in reasons(pair, theirs, own, zone) if r.line in LINES and r.level]
    if pair["exchange_level"] == 2:
        return f"not drawn: {_clash(pair, theirs, own, zone, lines)}"
    text = ratio(pair["factor_low"], pair["factor_high"])
    if text is None:
        return "not drawn: these bounds give no ratio"
    return f"{text}, with reservations: {'; '.join(r.text for r in lines)}" if lines else text


def _clash(pair: Mapping[str, Any], theirs: Mapping[str, Any], own: Mapping[str, Any], zone: str, lines: list) -> str:
    starts = [words.day(c["covers_from"], zone) if words.given(c["covers_from"]) else None for c in (theirs, own)]
    if pair["period_level"] == 2 and all(starts) and starts[0] != starts[1]:
        return f"{words.value(theirs)} counts from {starts[0]}, {words.value(own)} from {starts[1]}"
    return "; ".join(r.text for r in lines if r.level == 2)


def draw_exchange(found: pd.DataFrame, claims: Mapping[str, Mapping[str, Any]], frame: Frame, key: str) -> None:
    """Both sides on one scale; what is not drawn says why; never one ratio from two voices."""
    if found.empty:
        st.info("No statement of a party counts both the other side's forces and its own.")
        return
    rows = exchange_rows(found, claims, frame)
    drawn = rows[rows["factor_low"].notna() | rows["factor_high"].notna()]
    if not drawn.empty:
        short = drawn.assign(words=[text.split(":")[0] for text in drawn["words"]])
        told = "; ".join(f"{r['title']}: {r['first']}, {r['words']}" for r in short.to_dict("records")[:6])
        draw_chart(strip(short), alt=f"What each side's own numbers would imply. {told}.", key=key)
    cells = [
        [r["title"], inner_link(r["first"], "sources", claim=r["a"]), r["words"]] for r in rows.to_dict("records")
    ]
    columns = [Column(name) for name in ("Statement", "The other side's : its own", "What it would imply")]
    aside = "A ratio of claims, not of events: each party counts the other's people and its own in its own way."
    whole = table(columns, cells, caption="Each within one statement of one claimant")
    show(whole, tag("p", aside, class_="aside"))
