"""One place: its claims in every phase, how they were revised, where they differ, its events and its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from pages.parts.cities import one_place_tables as more
from pages.parts.cities.choose_place import chosen_place, draw_chooser
from pages.parts.cities.told_of_places import (
    EMPTY,
    Known,
    Told,
    claim_link,
    counted,
    figure_words,
    kind_of_place,
    told_of_places,
)
from pages.parts.claims.claim_line import marks
from pages.parts.frame.address import Address
from pages.parts.frame.download import download_csv
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, Column, as_plain, first_rows, joined, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.cities.places import (
    claims_of_place,
    differences_at_place,
    events_of_place,
    namings_of_place,
    reports_of_place,
    revisions_at_place,
)
from queries.frame.phases_and_sides import pages_read, phases

RELATIONS = {
    "here": "this place",
    "inside": "inside it",
    "together": "with other places",
    "around": "what holds it",
}


# What is drawn of a place, in this order; each with its question, whose rows are taken away under that name.
PARTS = (
    (more.draw_differences, differences_at_place, "place-differences"),
    (more.draw_revisions, revisions_at_place, "place-revisions"),
    (more.draw_events, events_of_place, "place-events"),
    (more.draw_reports, reports_of_place, "place-sources"),
)


def draw_place(frame: Frame, known: Known, address: Address) -> None:
    """The chooser, and whatever was said of the place chosen."""
    draw_chooser(known)
    key, unknown = chosen_place(known)
    if unknown:
        st.info(f"No place of this dataset is called “{as_plain(unknown[:60])}”. Choose one from the list.")
    if key is None:
        if not unknown:
            show(tag("p", "No place is chosen: choose a row of the table, a point on a map, or a name.", class_="lead"))
        return
    drawn(draw_claims, frame, key, address)
    _draw_download(frame, claims_of_place, key, "place-claims")
    for draw, question, name in PARTS:
        drawn(draw, frame, key)
        _draw_download(frame, question, key, name)


def _draw_download(frame: Frame, question: Callable[..., pd.DataFrame], key: str, name: str) -> None:
    """The rows of one part, where there are any; pages in a list within a row are left to the export."""
    found = answer(question, frame, key, frame.at)
    if not found.empty:
        download_csv(lambda: found.drop(columns="reports", errors="ignore"), frame, name)


def about(told: Told, row: dict) -> list[str | Markup]:
    """Level, what holds it and what it holds, and how exact its point is."""
    kind = kind_of_place(row)
    parts: list[str | Markup] = [f"{kind[0].upper()}{kind[1:]}. "]
    if words.given(row["precision_km"]):
        parts.append(f"Its point on the map is within {row['precision_km']:g} km ({row['source']}). ")
    if words.given(row["holder"]):
        parts += ["It lies in ", told.link(str(row["holder_name"]), str(row["holder"])), ". "]
    inside = told.rows[(told.rows["holder"] == row["place_key"]) & told.rows["spoken_in"].notna()]
    if not inside.empty:
        links = [told.link(each.name, each.place_key) for each in inside.itertuples()]
        parts += ["Places named inside it: ", joined(links, ", "), ". "]
    if words.given(row["aliases"]):
        parts.append(f"Also written {str(row['aliases']).replace('|', ', ')}. ")
    return parts


def draw_claims(frame: Frame, key: str, address: Address) -> None:
    """What the place is; then all claims, phase by phase. A phase without any says so."""
    told = told_of_places(frame, address)
    parts = [tag("h3", told.names[key], class_="cities-place")]
    parts.append(tag("p", joined(about(told, told.by_key[key])), class_="lead"))
    claims = answer(claims_of_place, frame, key, frame.at)
    namings = answer(namings_of_place, frame, key, frame.at)
    for phase in answer(phases, frame).itertuples():
        own = claims[claims["phase"] == phase.id]
        named = namings[namings["phase"] == phase.id]
        parts.append(tag("h4", phase.name, class_="cities-phase"))
        read, _ = answer(pages_read, frame, phase.id)
        if own.empty:
            said = f"No claim about it: {EMPTY} ({counted(read, 'page')})."
            parts.append(tag("p", said, class_="nothing"))
        else:
            columns = ["Said of", "Claimant", "Value", "Period covered", "Said", "Standing", "Printed by"]
            rows, caption = first_rows(own, counted(len(own), "claim"))
            parts.append(table([Column(c) for c in columns], claim_rows(frame.zone, rows), caption=caption))
        if not named.empty:
            people = ", ".join(named["claimant_name"])
            text = f"Named by {counted(len(named), 'claimant')}: {people}."
            parts.append(tag("p", text, class_="line-note"))
    show(*parts)


def claim_rows(zone: str, claims: pd.DataFrame) -> Iterator[list[Cell]]:
    """One row is a claim; the first column says whether it is about this place itself."""
    for row in claims.to_dict("records"):
        where = words.place(row) if row["relation"] != "here" or words.given(row["site"]) else ""
        below = [Markup("<br>"), tag("span", where, class_="aside")] if where else []
        link = claim_link(figure_words(row, site=False), row["id"])
        yield [
            joined([RELATIONS[row["relation"]], *below]),
            row["claimant_name"],
            joined([link, " ", marks(row)]),
            words.period(row, zone),
            words.said(row, zone),
            standing(row, zone),
            more.source_link(row),
        ]


def standing(row: dict, zone: str) -> str:
    """Whether the claim is its claimant's latest word on this."""
    if row["is_replaced"]:
        return f"replaced by {words.last_day(row['superseded_at'], zone)}"
    if row["counting"] == "period":
        return "for its own window"
    return "stands" if words.given(row["said_to"]) else "date not known"
