"""The event or statement that was chosen on the Timeline, whole: its account, or each of its claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st
from markupsafe import Markup

from charts import words
from charts.timeline.hours_since_zero import Clock
from pages.parts.claims.claim_line import marks
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Column, inner_link, joined, show, table, tag
from pages.parts.frame.running_page import Frame
from pages.parts.timeline.controls import new_charts
from pages.parts.timeline.items_list import KINDS, account, report_link, report_links, with_places
from pages.parts.timeline.panels import stories_of
from queries.timeline.events_and_statements import timeline_item_claims

CLAIM_HEADINGS = ("Value", "Counts", "Of whom, in its words", "Where", "Period covered", "Report")


def draw_items(items: list[str], frame: Frame, clock: Clock, phases: tuple[str, ...]) -> None:
    """What was chosen, whole: an event with its account, a statement with each of its claims."""
    stories = stories_of(frame, phases)
    links = report_links(stories.reports, set(items))
    events = stories.events[stories.events["id"].isin(items)].to_dict("records")
    spoken = stories.statements[stories.statements["id"].isin(items)].drop_duplicates("id")
    known = {event["id"] for event in events} | set(spoken["id"])
    if missing := [item for item in items if item not in known]:
        names = ", ".join(missing)[:200]
        show(tag("p", f"Not in the data, or not yet at the chosen moment: {names}.", class_="nothing"))
    if not known:
        return
    with st.container(border=True, key="timeline-chosen"):
        count = len(events) + len(spoken)
        st.subheader("Chosen" if count == 1 else f"Chosen: {count}", anchor=False)
        for event in events:
            show(_event_card(event, links, clock))
        claims = answer(timeline_item_claims, frame, tuple(spoken["id"]))
        for statement in spoken.to_dict("records"):
            own = claims[claims["statement"] == statement["id"]].to_dict("records")
            show(_statement_card(statement, own, links, clock))
        st.button("Close", key="timeline-close", on_click=_close)


def _close() -> None:
    new_charts()
    if "item" in st.query_params:
        del st.query_params["item"]


def _event_card(event: Mapping[str, Any], links: dict[str, Markup], clock: Clock) -> Markup:
    source = joined([f"According to: {account(event)}. Read in: ", links.get(event["id"], "no report")])
    parts = [
        tag("h4", f"{KINDS[event['kind']]}, {clock.event(event)}"),
        tag("p", with_places(event)),
        tag("p", source, class_="line-note"),
    ]
    if words.given(event["note"]):
        parts.append(tag("p", event["note"], class_="line-note"))
    return tag("article", joined(parts), class_="timeline-card")


def _statement_card(
    statement: Mapping[str, Any], claims: list[dict[str, Any]], links: dict[str, Markup], clock: Clock
) -> Markup:
    speaker = f" ({statement['speaker']})" if words.given(statement["speaker"]) else ""
    cells = [
        [
            inner_link(joined([tag("b", words.value(claim)), " ", marks(claim)]), "sources", claim=claim["id"]),
            claim["metric_label"],
            _own_words(claim),
            words.place(claim),
            clock.period(claim),
            report_link(claim),
        ]
        for claim in claims
    ]
    count = "1 claim of this statement" if len(claims) == 1 else f"{len(claims)} claims of this statement"
    parts = [
        tag("h4", f"{statement['claimant_name']}{speaker}: said {clock.said(statement)}"),
        tag("p", joined(["Read in: ", links.get(statement["id"], "no report")]), class_="line-note"),
        table([Column(name) for name in CLAIM_HEADINGS], cells, caption=count),
    ]
    return tag("article", joined(parts), class_="timeline-card")


def _own_words(claim: Mapping[str, Any]) -> str:
    parts = [words.whom(claim)]
    if words.given(claim["printed"]):
        parts.append(f"printed “{claim['printed']}”")
    if words.given(claim["report_words"]):
        parts.append(f"reports also print: {claim['report_words']}")
    return "; ".join(part for part in parts if part)
