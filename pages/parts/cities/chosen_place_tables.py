"""What else is known of the chosen place, as tables that open on request: claims, events, pages read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from charts import words
from charts.cities.named_finding import counted
from pages.parts.claims.claim_line import marks
from pages.parts.claims.places_named import figure_words
from pages.parts.frame.markup import MOST_ROWS, Cell, Column, folded, inner_link, joined, outer_link, table, tag
from pages.parts.frame.running_page import Frame
from queries.cities.one_place import OnePlace, reports_at
from queries.cities.said_by import is_replaced, is_withdrawn

Row = Mapping[str, Any]
RELATIONS = {
    "here": "this place",
    "inside": "inside it",
    "together": "with other places",
    "around": "what holds it",
}


def source_link(row: Row) -> Markup:
    """The page a claim was read in."""
    return outer_link(row["publisher"], row["url"], row["not_linked"])


def folded_claims(frame: Frame, known: OnePlace) -> Markup:
    """Every claim about the place, phase by phase, also those about places inside it, around it or with it."""
    if not known.claims:
        return Markup("")
    number = len(known.claims)
    title = f"{'The one claim' if number == 1 else f'All {number} claims'} about it, with periods and sources"
    columns = [words.sentence_case(frame.phase_word)]
    columns += ["Said of", "Claimant", "Value", "Period covered", "Said", "Standing", "Printed by"]
    rows = [claim_cells(frame, row) for row in known.claims[:MOST_ROWS]]
    return folded(title, table([Column(c) for c in columns], rows, caption=_shown(len(known.claims), "claim")))


def claim_cells(frame: Frame, row: Row) -> list[Cell]:
    """One claim in words."""
    where = words.place(row) if row["relation"] != "here" or row["site"] else ""
    below = [Markup("<br>"), tag("span", where, class_="aside")] if where else []
    link = inner_link(figure_words(row, site=False), "sources", claim=row["id"])
    return [
        row["phase_name"],
        joined([RELATIONS[row["relation"]], *below]),
        row["claimant_name"],
        joined([link, " ", marks(row)]),
        words.period(row, frame.zone),
        words.said(row, frame.zone),
        standing(frame, row),
        source_link(row),
    ]


def standing(frame: Frame, row: Row) -> str:
    """Whether the claim is its claimant's latest word on this."""
    if is_withdrawn(row, frame.at):
        return f"withdrawn by {words.last_day(row['withdrawn_at'], frame.zone)}"
    if is_replaced(row, frame.at):
        return f"replaced by {words.last_day(row['superseded_at'], frame.zone)}"
    if row["counting"] == "period":
        return "for its own window"
    return "stands" if row["said_to"] is not None else "date not known"


def folded_events(frame: Frame, known: OnePlace) -> Markup:
    """What happened there, according to whom, in every phase."""
    if not known.events:
        return Markup("")
    columns = ["When", "What", "According to", "Where", "Printed by"]
    body = [
        [
            event_time(row, frame.zone),
            joined([row["what"], *([Markup("<br>"), tag("span", row["note"], class_="aside")] if row["note"] else [])]),
            row["according_to"] or words.NOT_STATED,
            row["place_names"],
            joined(report_links(row["reports"]), ", "),
        ]
        for row in known.events[:MOST_ROWS]
    ]
    title = f"{counted(len(known.events), 'event')} there, according to whom"
    return folded(title, table([Column(c) for c in columns], body, caption=_shown(len(known.events), "event")))


def report_links(reports: Sequence[Row] | None) -> Iterable[Markup]:
    """The pages an event was read in."""
    return (outer_link(each["publisher"], each["url"], each["not_linked"]) for each in reports or ())


def event_time(row: Row, zone: str) -> str:
    """As precisely as it is known."""
    if row["precision"] in ("minute", "hour"):
        text = words.minute(row["when_from"], zone)
        return text if row["precision"] == "minute" else f"about {text}"
    first, last = words.day(row["when_from"], zone), words.last_day(row["when_to"], zone)
    return first if first == last or row["when_to"] <= row["when_from"] else f"{first} to {last}"


def folded_reports(known: OnePlace) -> Markup:
    """Every page read in which the place was named or a claim about it was printed."""
    found = reports_at(known)
    if not found:
        return Markup("")
    body = [
        [
            source_link(row),
            row["agency"] or "",
            str(row["published"] or words.NOT_STATED),
            "in part" if row["read"] == "excerpt" else "in full",
            str(row["claims"]),
            str(row["namings"]),
        ]
        for row in found[:MOST_ROWS]
    ]
    columns = [Column("Publisher"), Column("Agency"), Column("Published"), Column("Read")]
    columns += [Column("Claims about it", numeric=True), Column("Statements naming it", numeric=True)]
    title = f"The {counted(len(found), 'page')} read that name it"
    return folded(title, table(columns, body, caption=_shown(len(found), "page")))


def _shown(number: int, one: str) -> str:
    told = counted(number, one)
    return told if number <= MOST_ROWS else f"{told}: the first {MOST_ROWS}, all are in the data"
