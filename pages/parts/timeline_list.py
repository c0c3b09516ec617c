"""The events and statements under the chart, and the one that was chosen: words, window, report and link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from charts.timeline_clock import Clock
from pages.parts.address import Address
from pages.parts.asking import answer
from pages.parts.claim_line import marks
from pages.parts.frame import Frame
from pages.parts.markup import Cell, Column, inner_link, joined, outer_link, show, table, tag
from pages.parts.timeline_controls import new_charts
from pages.parts.timeline_data import Stories, read_stories
from queries.run import Store
from queries.timeline import timeline_item_claims, timeline_reports

KINDS = {
    "attack": "Attack",
    "response": "Response",
    "statement": "Statement made",
    "end": "End declared",
    "aftermath": "Aftermath",
}
HEADINGS = ("When", "Who", "What happened, or what was said", "Period covered", "Reports")
CLAIM_HEADINGS = ("Value", "Counts", "Of whom, in its words", "Where", "Period covered", "Report")
NOT_ATTRIBUTED = "not attributed to a claimant"


COLUMNS = ["phase", "item", "kind", "first", "last", "when", "who", "what", "period"]


def listed(store: Store, chosen: str, at: datetime | None, clock: Clock) -> pd.DataFrame:
    """One row is an event, or a statement and a period it covers, phase by phase in order of time, the undated ones
    last: phase, item, kind, first and last (UTC), when, who, what, period."""
    stories = read_stories(store, chosen, at)
    rows = [
        (
            e["phase"],
            e["id"],
            KINDS[e["kind"]],
            e["when_from"],
            e["when_to"],
            clock.event(e),
            _account(e),
            _with_places(e),
            "",
        )
        for e in stories.events.to_dict("records")
    ]
    rows += [
        (
            s["phase"],
            s["id"],
            "Statement",
            s["said_from"],
            s["said_to"],
            f"said {clock.said(s)}",
            s["claimant_name"],
            s["words"],
            clock.period(s),
        )
        for s in stories.statements.to_dict("records")
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)
    table["first"], table["last"] = pd.to_datetime(table["first"]), pd.to_datetime(table["last"])
    in_order = table.assign(order=table["first"].fillna(table["last"])).sort_values("order", kind="stable")
    return in_order.drop(columns="order")


def _account(event: Mapping[str, Any]) -> str:
    return event["claimants"] if words.given(event["claimants"]) else NOT_ATTRIBUTED


def _with_places(event: Mapping[str, Any]) -> str:
    return f"{event['what']} ({event['places']})" if words.given(event["places"]) else event["what"]


def item_labels(frame: Frame, clock: Clock) -> dict[str, str]:
    """What the list to choose from says of each item."""
    labels = {}
    for row in answer(listed, frame, frame.phase, frame.at, clock).drop_duplicates("item").itertuples():
        owner = row.who if row.kind == "Statement" else row.kind
        labels[row.item] = f"{row.when.removeprefix('said ')} · {owner} · {row.what[:90]}"
    return labels


def draw_phase(frame: Frame, clock: Clock, phase: str, address: Address, caption: str) -> None:
    """Everything of one phase, as a table that stacks on a phone."""
    rows = answer(listed, frame, frame.phase, frame.at, clock)
    _draw_rows(frame, rows[rows["phase"] == phase], address, caption)


def draw_some(
    frame: Frame, clock: Clock, items: tuple[str, ...], address: Address, caption: str = "Outside the chart"
) -> None:
    """Some events and statements, the same way."""
    rows = answer(listed, frame, frame.phase, frame.at, clock)
    _draw_rows(frame, rows[rows["item"].isin(items)], address, caption)


def _draw_rows(frame: Frame, rows: pd.DataFrame, address: Address, caption: str) -> None:
    links = report_links(answer(timeline_reports, frame), set(rows["item"]))
    cells = _cells(rows, links, dict(address))
    show(table([Column(name) for name in HEADINGS], cells, caption=caption, class_="timeline-list"))


def _cells(rows: pd.DataFrame, links: dict[str, Markup], address: dict[str, str]) -> Iterator[list[Cell]]:
    for row in rows.itertuples():
        link = inner_link(row.when, "timeline", **{**address, "item": row.item})
        kind = "" if row.kind == "Statement" else tag("span", f"{row.kind}: ", class_="aside")
        yield [link, row.who, joined([kind, row.what]), row.period or "–", links.get(row.item, "")]


def report_links(reports: pd.DataFrame, items: set[str]) -> dict[str, Markup]:
    """The reports of these items, linked where they can be."""
    found: dict[str, list[Markup]] = {}
    for row in reports[reports["item"].isin(items)].to_dict("records"):
        found.setdefault(row["item"], []).append(report_link(row))
    return {item: joined(links, ", ") for item, links in found.items()}


def report_link(row: Mapping[str, Any]) -> Markup:
    """The publisher with its address, or with the reason why there is none."""
    url, reason = (row[key] if words.given(row[key]) else None for key in ("url", "not_linked"))
    return outer_link(row["publisher"], url, reason)


def draw_items(items: list[str], stories: Stories, frame: Frame, clock: Clock) -> None:
    """What was chosen, whole: an event with its account, a statement with each of its claims."""
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
    account = joined([f"According to: {_account(event)}. Read in: ", links.get(event["id"], "no report")])
    parts = [
        tag("h4", f"{KINDS[event['kind']]}, {clock.event(event)}"),
        tag("p", _with_places(event)),
        tag("p", account, class_="line-note"),
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
