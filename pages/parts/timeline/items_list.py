"""The events and statements under the chart, and the one that was chosen: words, window, report and link."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from charts import words
from charts.timeline.hours_since_zero import Clock
from pages.parts.frame.address import Address
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import Cell, Column, first_rows, inner_link, joined, outer_link, show, table, tag
from pages.parts.frame.running_page import Frame
from pages.parts.timeline.panels import known_in, stories_of
from pages.parts.timeline.phase_data import Stories, View, in_span
from queries.timeline.events_and_statements import timeline_reports

KINDS = {
    "attack": "Attack",
    "response": "Response",
    "statement": "Statement made",
    "end": "End declared",
    "aftermath": "Aftermath",
}
HEADINGS = ("When", "Who", "What happened, or what was said", "Period covered", "Reports")
NOT_ATTRIBUTED = "not attributed to a claimant"
COLUMNS = ["phase", "item", "kind", "first", "last", "when", "who", "what", "period"]


def listed(stories: Stories, clock: Clock) -> pd.DataFrame:
    """One row is an event, or a statement and a period it covers, phase by phase in order of time, the undated ones
    last: phase, item, kind, first and last (UTC), when, who, what, period."""
    rows = [
        (
            e["phase"],
            e["id"],
            KINDS[e["kind"]],
            e["when_from"],
            e["when_to"],
            clock.event(e),
            account(e),
            with_places(e),
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


def account(event: Mapping[str, Any]) -> str:
    """Whose account of the event it is."""
    return event["claimants"] if words.given(event["claimants"]) else NOT_ATTRIBUTED


def with_places(event: Mapping[str, Any]) -> str:
    """What happened, and where."""
    return f"{event['what']} ({event['places']})" if words.given(event["places"]) else event["what"]


@dataclass(frozen=True)
class Listing:
    """What lies in the span: of each phase its title and the ids of its items, and what the list to choose from says
    of each item."""

    titles: dict[str, str]
    items: dict[str, tuple[str, ...]]
    labels: dict[str, str]


def listing(frame: Frame, view: View, span: tuple[float, float] | None) -> Listing:
    """The events and statements of the phases shown that meet the chosen hours."""
    whole = (frame, view.clock, view.phases)
    everything, known, named = kept(every_row, *whole), kept(known_in, *whole), kept(item_labels, *whole)
    hours = f", {span[0]:.0f} to {span[1]:.0f} h" if span else ""
    titles, items = {}, {}
    for phase in view.shown:
        own = in_span(everything[everything["phase"] == phase], known.axes.get(phase), span)
        spoken = own["kind"] == "Statement"
        told = f"{(~spoken).sum()} events and {own.loc[spoken, 'item'].nunique()} statements{hours}"
        titles[phase] = f"{known.names[phase]}: {told}"
        items[phase] = tuple(dict.fromkeys(own["item"]))
    return Listing(titles, items, {item: named[item] for own in items.values() for item in own})


def every_row(frame: Frame, clock: Clock, phases: tuple[str, ...]) -> pd.DataFrame:
    """The rows of `listed` for these phases."""
    return listed(stories_of(frame, phases), clock)


def rows_of_items(frame: Frame, clock: Clock, phases: tuple[str, ...], items: Collection[str]) -> pd.DataFrame:
    """The rows of these items, to draw or to take away."""
    rows = kept(every_row, frame, clock, phases)
    return rows[rows["item"].isin(items)]


def item_labels(frame: Frame, clock: Clock, phases: tuple[str, ...]) -> dict[str, str]:
    """What the list to choose from says of each item."""
    labels = {}
    for row in kept(every_row, frame, clock, phases).drop_duplicates("item").itertuples():
        owner = row.who if row.kind == "Statement" else row.kind
        labels[row.item] = f"{row.when.removeprefix('said ')} · {owner} · {row.what[:90]}"
    return labels


def draw_list(
    frame: Frame, clock: Clock, phases: tuple[str, ...], items: tuple[str, ...], address: Address, title: str
) -> None:
    """Events and statements as a table that stacks on a phone."""
    rows, caption = first_rows(rows_of_items(frame, clock, phases, items), title)
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
