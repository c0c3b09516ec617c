"""One place: its claims in every phase, how they were revised, where they differ, its events and its sources."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from pages.parts.asking import answer
from pages.parts.cities_basis import EMPTY, Told, claim_link, counted, figure_words, kind_of_place
from pages.parts.cities_choose import chosen_place, draw_chooser
from pages.parts.cities_place_more import draw_differences, draw_events, draw_reports, draw_revisions, source_link
from pages.parts.claim_line import marks
from pages.parts.download import download_csv
from pages.parts.markup import Column, joined, show, table, tag
from queries.cities import claims_of_place, namings_of_place
from queries.frame import pages_read, phases

RELATIONS = {
    "here": "this place",
    "inside": "inside it",
    "together": "with other places",
    "around": "what holds it",
}


def draw_place(told: Told) -> None:
    """The chooser, and whatever was said of the place chosen."""
    draw_chooser(told)
    key, unknown = chosen_place(told)
    if unknown:
        st.info(f"No place of this dataset is called “{unknown[:60]}”. Choose one from the list.")
    if key is None:
        if not unknown:
            show(tag("p", "No place is chosen: choose a row of the table, a point on a map, or a name.", class_="lead"))
        return
    row = told.by_key[key]
    show(tag("h3", told.names[key], class_="cities-place"))
    show(tag("p", joined(about(told, row)), class_="lead"))
    claims = answer(claims_of_place, told.frame, key, told.frame.at)
    draw_claims(told, key, claims)
    draw_differences(told, key)
    draw_revisions(told, key)
    draw_events(told, key)
    draw_reports(told, key)


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


def draw_claims(told: Told, key: str, claims: pd.DataFrame) -> None:
    """All claims, phase by phase; a phase without any says so."""
    frame = told.frame
    namings = answer(namings_of_place, frame, key, frame.at)
    for phase in answer(phases, frame).itertuples():
        own = claims[claims["phase"] == phase.id]
        named = namings[namings["phase"] == phase.id]
        show(tag("h4", phase.name, class_="cities-phase"))
        read, _ = answer(pages_read, frame, phase.id)
        if own.empty:
            said = f"No claim about it: {EMPTY} ({counted(read, 'page')})."
            show(tag("p", said, class_="nothing"))
        else:
            columns = ["Said of", "Claimant", "Value", "Period covered", "Said", "Standing", "Printed by"]
            show(table([Column(c) for c in columns], claim_rows(told, own), caption=counted(len(own), "claim")))
        if not named.empty:
            people = ", ".join(named["claimant_name"])
            show(tag("p", f"Named by {counted(len(named), 'claimant')}: {people}.", class_="line-note"))
    if not claims.empty:
        download_csv(claims, frame, "place-claims")


def claim_rows(told: Told, claims: pd.DataFrame):
    """One row is a claim; the first column says whether it is about this place itself."""
    zone = told.frame.zone
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
            source_link(row),
        ]


def standing(row: dict, zone: str) -> str:
    """Whether the claim is its claimant's latest word on this."""
    if row["is_replaced"]:
        return f"replaced by {words.last_day(row['superseded_at'], zone)}"
    if row["counting"] == "period":
        return "for its own window"
    return "stands" if words.given(row["said_to"]) else "date not known"
