"""What else is known of one place: differing figures, revisions, events and the pages it was read in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from pages.parts.cities.told_of_places import claim_link, counted, figure_words
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Column, first_rows, joined, outer_link, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.cities.places import differences_at_place, events_of_place, reports_of_place, revisions_at_place

EXPLANATIONS = (
    "Where they differ, they may be of other people, of another period, from before or after more was known, or "
    "counted in another way. Nothing here says which is right."
)


def source_link(row: Mapping[str, Any]) -> Markup:
    """The page a claim was read in."""
    return outer_link(row["publisher"], row["url"] if words.given(row["url"]) else None, row["not_linked"])


def titled(text: str) -> Markup:
    """A heading inside the section of one place."""
    return tag("h4", text, class_="cities-phase")


def draw_differences(frame: Frame, key: str) -> None:
    """Several values to one question, whoever gave them, with the words and the time of each."""
    found = answer(differences_at_place, frame, key, frame.at)
    title = titled("Where the figures differ")
    if found.empty:
        note = "No two figures for the same thing differ here; accounts may still differ in words, under Events."
        show(title, tag("p", note, class_="nothing"))
        return
    zone = frame.zone
    body = []
    caption = counted(found["question"].nunique(), "question has", "questions have") + " several answers"
    shown, caption = first_rows(found.sort_values("question", kind="stable"), caption)
    for _, rows in shown.groupby("question", sort=True):
        first = rows.iloc[0]
        for number, row in enumerate(rows.to_dict("records")):
            head = joined([tag("b", question(first)), Markup("<br>"), tag("span", meeting(first), class_="aside")])
            body.append(
                [
                    head if number == 0 else tag("span", question(first), class_="aside"),
                    row["claimant_name"],
                    claim_link(tag("b", row["value_words"]), row["id"]),
                    place_and_site(row),
                    words.said(row, zone) + (", since replaced" if row["is_replaced"] else ""),
                    source_link(row),
                ]
            )
    columns = ["What was counted", "Claimant", "Value", "Where", "Said", "Printed by"]
    whole = table([Column(c) for c in columns], body, caption=caption)
    show(title, tag("p", EXPLANATIONS, class_="lead"), whole)


def question(row: Mapping[str, Any]) -> str:
    """`killed, Civilians, phase`."""
    parts = [row["metric_label"], row["group_name"], row["who_names"], row["by_name"] and f"by {row['by_name']}"]
    parts = [parts[0], *parts[1:3]]
    return ", ".join(str(part) for part in [*parts, row["phase_name"]] if words.given(part))


def meeting(row: Mapping[str, Any]) -> str:
    """Whether one number could satisfy all the bounds as stated."""
    if not words.given(row["highest_low"]) or not words.given(row["lowest_high"]):
        return "not all of these have bounds on both sides"
    if row["highest_low"] > row["lowest_high"]:
        return "no one number lies within all the stated bounds"
    return "some number lies within all the stated bounds"


def place_and_site(row: Mapping[str, Any]) -> str:
    return words.place(row)


def draw_revisions(frame: Frame, key: str) -> None:
    """How each claimant's own figure moved."""
    found = answer(revisions_at_place, frame, key, frame.at)
    title = titled("How the figures were revised")
    if found.empty:
        show(title, tag("p", "No claimant is known to have revised a figure here.", class_="nothing"))
        return
    series = counted(found["ladder"].nunique(), "figure was", "figures were")
    caption = f"{series} given more than once with another value"
    shown, caption = first_rows(found.sort_values("ladder", kind="stable"), caption)
    body = []
    standing = found.groupby("ladder")["is_replaced"].apply(lambda replaced: int((~replaced).sum()))
    for ladder, rows in shown.groupby("ladder", sort=True):
        for row in rows.to_dict("records"):
            before = row["value_before"] if words.given(row["value_before"]) else "first in what was read"
            unknown = standing[ladder] > 1 and not row["is_replaced"]
            said = words.said(row, frame.zone)
            body.append(
                [
                    row["claimant_name"],
                    claim_link(figure_words(row, site=False), row["id"]),
                    "order within the day unknown" if unknown else before,
                    words.place(row),
                    said,
                    source_link(row),
                ]
            )
    columns = ["Claimant", "Value", "Before it", "Where", "Said", "Printed by"]
    show(title, table([Column(c) for c in columns], body, caption=caption))


def draw_events(frame: Frame, key: str) -> None:
    """What happened there, according to whom, in every phase."""
    found = answer(events_of_place, frame, key, frame.at)
    title = titled("Events")
    if found.empty:
        show(title, tag("p", "No event is recorded for this place.", class_="nothing"))
        return
    shown, caption = first_rows(found, counted(len(found), "event"))
    body = []
    for row in shown.to_dict("records"):
        note = [Markup("<br>"), tag("span", row["note"], class_="aside")] if words.given(row["note"]) else []
        body.append(
            [
                event_time(row, frame.zone),
                joined([row["what"], *note]),
                row["according_to"] if words.given(row["according_to"]) else words.NOT_STATED,
                row["place_names"],
                joined(report_links(row["reports"]), ", "),
            ]
        )
    columns = ["When", "What", "According to", "Where", "Printed by"]
    show(title, table([Column(c) for c in columns], body, caption=caption))


def report_links(reports: Any) -> list[Markup]:
    """The pages an event was read in."""
    found = [] if reports is None or isinstance(reports, float) else list(reports)
    return [outer_link(each["publisher"], each["url"], each["not_linked"]) for each in found]


def event_time(row: Mapping[str, Any], zone: str) -> str:
    """As precisely as it is known."""
    if row["precision"] in ("minute", "hour"):
        text = words.minute(row["when_from"], zone)
        return text if row["precision"] == "minute" else f"about {text}"
    first, last = words.day(row["when_from"], zone), words.last_day(row["when_to"], zone)
    return first if first == last or pd.Timestamp(row["when_to"]) <= row["when_from"] else f"{first} to {last}"


def draw_reports(frame: Frame, key: str) -> None:
    """Every page read in which the place was named or a claim about it was printed."""
    found = answer(reports_of_place, frame, key, frame.at)
    title = titled("Sources")
    if found.empty:
        show(title, tag("p", "No page read names this place.", class_="nothing"))
        return
    shown, caption = first_rows(found, counted(len(found), "page"))
    body = [
        [
            source_link(row),
            row["agency"] if words.given(row["agency"]) else "",
            row["published"] if words.given(row["published"]) else words.NOT_STATED,
            "in part" if row["read"] == "excerpt" else "in full",
            str(row["claims"]),
            str(row["namings"]),
        ]
        for row in shown.to_dict("records")
    ]
    columns = [Column("Publisher"), Column("Agency"), Column("Published"), Column("Read")]
    columns += [Column("Claims about it", numeric=True), Column("Statements naming it", numeric=True)]
    show(title)
    with st.expander(f"The {counted(len(found), 'page')} read that name it"):
        show(table(columns, body, caption=caption))
