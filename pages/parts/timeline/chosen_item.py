"""The event or statement that was chosen on the Timeline, whole: its account, or each of its claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from charts import words
from charts.timeline.when_words import event_when
from pages.parts.claims.claim_line import marks
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Column, inner_link, joined, page_address, table, tag
from pages.parts.frame.running_page import Frame
from pages.parts.timeline.items_list import KINDS, account, known_by, report_link, report_links, with_places
from queries.timeline.events_and_statements import (
    timeline_events,
    timeline_item_claims,
    timeline_items,
    timeline_statements,
)

Row = Mapping[str, Any]
CLAIM_HEADINGS = ("Value", "Counts", "Of whom, in its words", "Where", "Period covered", "Report")
MOST_SHOWN = 12


def chosen_cards(items: Sequence[str], frame: Frame, address: Mapping[str, str]) -> Markup:
    """What was chosen, of whatever phase: an event with its account, a statement with each of its claims. `address` is
    where Close leads."""
    phases = answer(timeline_items, frame, tuple(items[:MOST_SHOWN]))
    links = report_links(frame, phases)
    cards: list[Markup] = []
    found: set[str] = set()
    for phase in dict.fromkeys(phases.values()):
        events: Sequence[Mapping[str, Any]] = answer(timeline_events, frame, phase)
        statements: Sequence[Mapping[str, Any]] = answer(timeline_statements, frame, phase)
        if phase == frame.phase:
            events, statements = known_by(events, "when_to", frame), known_by(statements, "said_to", frame)
        own = [event for event in events if event["id"] in items]
        spoken = {row["id"]: row for row in statements if row["id"] in items}
        claims = answer(timeline_item_claims, frame, tuple(spoken))
        cards += [_event_card(event, links, frame.zone) for event in own]
        cards += [
            _statement_card(row, [claim for claim in claims if claim["statement"] == item], links, frame.zone)
            for item, row in spoken.items()
        ]
        found |= {event["id"] for event in own} | set(spoken)
    if missing := [item for item in items[:MOST_SHOWN] if item not in found]:
        names = ", ".join(missing)[:200]
        cards.append(tag("p", f"Not in the data, or not yet at the chosen moment: {names}.", class_="nothing"))
    if len(items) > MOST_SHOWN:
        rest = f"The first {MOST_SHOWN} of {len(items)}; the others are in the list."
        cards.append(tag("p", rest, class_="line-note"))
    close = tag("a", "Close", href=page_address("timeline", address), class_="cc-step", data_key="close")
    head = tag("h3", "Chosen" if len(items) == 1 else f"Chosen: {len(items)}")
    return tag("section", joined([tag("div", joined([head, close]), class_="cc-chosen-head"), *cards]),
               class_="cc-chosen", aria_label="Chosen")


def _event_card(event: Row, links: Mapping[str, Markup], zone: str) -> Markup:
    source = joined([f"According to: {account(event)}. Read in: ", links.get(event["id"], "no report")])
    parts = [
        tag("h4", f"{KINDS[event['kind']]}, {event_when(event, zone)}"),
        tag("p", with_places(event)),
        tag("p", source, class_="line-note"),
    ]
    if event["note"]:
        parts.append(tag("p", event["note"], class_="line-note"))
    return tag("article", joined(parts), class_="timeline-card")


def _statement_card(statement: Row, claims: Sequence[Row], links: Mapping[str, Markup], zone: str) -> Markup:
    speaker = f" ({statement['speaker']})" if statement["speaker"] else ""
    cells = [
        [
            inner_link(joined([tag("b", words.value(claim)), " ", marks(claim)]), "sources", claim=claim["id"]),
            claim["metric_label"],
            _own_words(claim),
            words.place(claim),
            words.period(claim, zone),
            report_link(claim),
        ]
        for claim in claims
    ]
    count = "1 claim of this statement" if len(claims) == 1 else f"{len(claims)} claims of this statement"
    parts = [
        tag("h4", f"{statement['claimant_name']}{speaker}: said {words.said(statement, zone)}"),
        tag("p", joined(["Read in: ", links.get(statement["id"], "no report")]), class_="line-note"),
        table([Column(name) for name in CLAIM_HEADINGS], cells, caption=count),
    ]
    return tag("article", joined(parts), class_="timeline-card")


def _own_words(claim: Row) -> str:
    parts = [words.whom(claim)]
    if claim["printed"]:
        parts.append(f"printed “{claim['printed']}”")
    if claim["report_words"]:
        parts.append(f"reports also print: {claim['report_words']}")
    return "; ".join(part for part in parts if part)
