"""What each side's own numbers would imply: only inside one statement of one claimant (design.md §5.4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from charts import words
from charts.gate_words import ratio, reasons
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Column, inner_link, joined, table, tag
from pages.parts.frame.running_page import Frame
from queries.ask_store import Store, ask_rows
from queries.frame.claims_by_id import claims_by_id

LINES = ("metric", "by", "place", "period", "counting", "basis", "built", "reading")
ASIDE = "A ratio of claims, not of events: each party counts the other's people and its own in its own way."
NOBODY = "No statement of a party counts both the other side's forces and its own."


def exchange_rows(store: Store, phase: str) -> list[dict[str, Any]]:
    """One row is a statement of a party with both counts, as in queries/overview/loss_exchange.sql, whenever it was
    said: a page cuts them at its moment, and need not ask anew for each."""
    return ask_rows(store, "overview/loss_exchange", phase=phase, t=None)


def exchange_table(frame: Frame) -> Markup:
    """One row a statement: `84 forces : 7 fighters` and what it would imply, or why it does not; never one ratio from
    two voices."""
    every = answer(exchange_rows, frame, frame.phase)
    found = [pair for pair in every if frame.at is None or pair["said_to"] <= frame.at]
    if not found:
        return tag("p", NOBODY, class_="line-note")
    claims = answer(claims_by_id, frame, tuple(sorted({pair[name] for pair in found for name in ("a", "b")})))
    cells = []
    for pair in found:
        theirs, own = claims[pair["a"]], claims[pair["b"]]
        both = f"{words.value(theirs)} {theirs['group_name']} : {words.value(own)} {own['group_name']}"
        said = f"{pair['claimant_name']}, said {words.said(pair, frame.zone)}"
        figures = inner_link(both, "sources", claim=theirs["id"])
        cells.append([said, figures, exchange_words(pair, theirs, own, frame.zone)])
    columns = [Column(name) for name in ("Statement", "The other side's : its own", "What it would imply")]
    whole = table(columns, cells, caption="Each within one statement of one claimant")
    return joined([whole, tag("p", ASIDE, class_="aside")])


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
