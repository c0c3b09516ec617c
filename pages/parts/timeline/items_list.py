"""The events and statements of a phase as a list, each with its period, its reports and a link that opens it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from charts import words
from charts.timeline.when_words import event_when
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import MOST_ROWS, Cell, Column, folded, joined, outer_link, page_address, table, tag
from pages.parts.frame.running_page import Frame
from queries.timeline.events_and_statements import timeline_events, timeline_reports, timeline_statements

Row = Mapping[str, Any]
KINDS = {
    "attack": "Attack",
    "response": "Response",
    "statement": "Statement made",
    "end": "End declared",
    "aftermath": "Aftermath",
}
HEADINGS = ("When", "Who", "What happened, or what was said", "Period covered", "Reports")
NOT_ATTRIBUTED = "not attributed to a claimant"


def listed(events: Iterable[Row], statements: Iterable[Row], zone: str) -> list[dict[str, Any]]:
    """One row is an event, or a statement and a period it covers, in order of time, the undated ones last: item, kind,
    first and last (UTC), when, who, what, period."""
    rows = [
        {"item": e["id"], "kind": KINDS[e["kind"]], "first": e["when_from"], "last": e["when_to"],
         "when": event_when(e, zone), "who": account(e), "what": with_places(e), "period": ""}
        for e in events
    ]  # fmt: skip
    rows += [
        {"item": s["id"], "kind": "Statement", "first": s["said_from"], "last": s["said_to"],
         "when": f"said {words.said(s, zone)}", "who": s["claimant_name"], "what": s["words"],
         "period": words.period(s, zone) if s["covers_to"] or s["covers_from"] else ""}
        for s in statements
    ]  # fmt: skip
    dated = [row for row in rows if row["last"] is not None]
    order = sorted(dated, key=lambda row: (row["last"], row["first"] or row["last"]))
    return order + [row for row in rows if row["last"] is None]


def counted(number: int, thing: str) -> str:
    """`1 event`, `44 events`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def account(event: Row) -> str:
    """Whose account of an event it is."""
    return str(event["claimants"] or NOT_ATTRIBUTED)


def with_places(event: Row) -> str:
    """What happened, and where."""
    return f"{event['what']} ({event['places']})" if event["places"] else str(event["what"])


def known_by(rows: Iterable[Row], last: str, frame: Frame) -> list[Row]:
    """What had happened or been said by the moment of the page; undated things only at the latest."""
    return [row for row in rows if frame.at is None or (row[last] is not None and row[last] <= frame.at)]


def items_at(frame: Frame) -> tuple[list[Row], list[Row]]:
    """The events and the statements of the phase at the moment of the page."""
    events, statements = (answer(ask, frame, frame.phase) for ask in (timeline_events, timeline_statements))
    return known_by(events, "when_to", frame), known_by(statements, "said_to", frame)


def rows_to_take(frame: Frame) -> pd.DataFrame:
    """The rows of the list, for a file."""
    return pd.DataFrame(listed(*items_at(frame), frame.zone))


def folded_list(frame: Frame, address: tuple[tuple[str, str], ...]) -> Markup:
    """The list under its heading, folded; `address` is the reader's, to which a row adds its item."""
    events, statements = items_at(frame)
    rows = listed(events, statements, frame.zone)
    spoken = len({statement["id"] for statement in statements})
    counts = f"{counted(len(events), 'event')}, {counted(spoken, 'statement')}"
    title = f"Events and statements as a list: {counts}"
    first = f"The first {MOST_ROWS} of {len(rows):,} rows, all are in the download"
    caption = title if len(rows) <= MOST_ROWS else first
    links = report_links(frame, {row["item"] for row in rows[:MOST_ROWS]})
    cells = _cells(rows[:MOST_ROWS], links, dict(address))
    return folded(title, table([Column(name) for name in HEADINGS], cells, caption=caption, class_="timeline-list"))


def _cells(rows: Iterable[Row], links: Mapping[str, Markup], address: Mapping[str, str]) -> Iterator[list[Cell]]:
    for row in rows:
        link = tag("a", row["when"], href=page_address("timeline", {**address, "item": row["item"]}))
        kind = "" if row["kind"] == "Statement" else tag("span", f"{row['kind']}: ", class_="aside")
        yield [link, row["who"], joined([kind, row["what"]]), row["period"] or "–", links.get(row["item"], "")]


def report_links(frame: Frame, items: Iterable[str]) -> dict[str, Markup]:
    """The reports of these items of the phase, linked where they can be."""
    reports = answer(timeline_reports, frame, frame.phase)
    return {item: joined([report_link(row) for row in reports[item]], ", ") for item in items if item in reports}


def report_link(row: Row) -> Markup:
    """The publisher with its address, or with the reason why there is none."""
    url, reason = (row[key] if words.given(row[key]) else None for key in ("url", "not_linked"))
    return outer_link(row["publisher"], url, reason)
