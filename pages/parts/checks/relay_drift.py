"""Relay drift: one statement, its reports side by side, with what differs marked."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from pages.parts.frame.choose_by_id import choose_by_id
from pages.parts.frame.download import download_rows
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import Cell, Column, as_plain, inner_link, joined, outer_link, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.findings.findings import relay_drift, relayed_statements

ELEMENTS = ("figure", "metric", "group", "by", "places", "period")


def statement_label(row: pd.Series, zone: str) -> str:
    """How a statement is named in the choice: who, when, and its id."""
    return f"{row['claimant_name']}, {words.said(row, zone)} · {row['id']}"


def draw_drift(frame: Frame) -> None:
    """Folded until asked for, or named in the address; nothing is asked of the store before."""
    asked = "statement" in st.query_params
    title = "How reports printed one statement"
    with st.expander(title, expanded=asked, key="relay-drift", on_change="rerun") as folded:
        if folded.open:
            draw_statement(frame)


def draw_statement(frame: Frame) -> None:
    """Choose a statement read in several reports; one column is a report, one row what the statement says."""
    known = answer(relayed_statements, frame, frame.phase, frame.at)
    if known.empty:
        st.info(f"No statement about {as_plain(frame.phase_name)} was read in more than one report by this moment.")
        return
    labels = kept(statement_labels, frame)
    chosen = choose_by_id(
        "Statement", labels, "statement", width=640, placeholder="The one whose reports differ most"
    ) or next(iter(labels))
    drawn(draw_reports, frame, chosen)
    download_rows(answer(relay_drift, frame, chosen), frame, "relay-drift")


def statement_labels(frame: Frame) -> dict[str, str]:
    """The statements to choose from by their ids, most differing first, with their names."""
    known = answer(relayed_statements, frame, frame.phase, frame.at)
    return {row["id"]: statement_label(row, frame.zone) for _, row in known.iterrows()}


def draw_reports(frame: Frame, statement: str) -> None:
    """One statement in all its reports."""
    known = answer(relayed_statements, frame, frame.phase, frame.at).set_index("id")
    lead = "What differs from the statement's quotation, or from its fullest report, is marked. An empty cell: "
    lead += "not in what was read of that page. No outlet is ranked."
    drift = drift_table(answer(relay_drift, frame, statement), known.loc[statement], frame.zone)
    show(tag("p", lead, class_="lead"), drift)


def drift_table(printed: pd.DataFrame, statement: pd.Series, zone: str) -> Markup:
    """One row is a claim of the statement, one column a report; a cell holds what that report prints."""
    reports = printed.drop_duplicates("report")
    columns = [Column("What was said"), *(Column(report_heading(row)) for _, row in reports.iterrows())]
    rows = [
        [claim_cell(claims.iloc[0]), *(cell(claims[claims["report"] == report]) for report in reports["report"])]
        for _, claims in printed.groupby("claim_position", sort=True)
    ]
    caption = (
        f"{statement['claimant_name']}, said {words.said(statement, zone)}: "
        f"{len(rows)} claims in {len(reports)} reports, {statement['differing']} printings differ"
    )
    return table(columns, rows, caption=caption, class_="drift")


def report_heading(row: pd.Series) -> Markup:
    """The publisher with a link to the page, and how much of it was read."""
    link = outer_link(row["publisher"], row["url"] if words.given(row["url"]) else None)
    read = "read in full" if row["read"] == "full" else "read in part"
    return joined([link, tag("div", read, class_="aside")])


def claim_cell(row: pd.Series) -> Markup:
    """The claim's own value, with a link to all that is known about it."""
    link = inner_link(words.value(row), "sources", claim=row["claim"])
    about = ", ".join(str(row[part]) for part in ("metric_label", "group_name") if words.given(row[part]))
    return joined([link, tag("div", about, class_="aside")])


def cell(printings: pd.DataFrame) -> Cell:
    """All printings of one claim in one report; nothing where none was read there."""
    if printings.empty:
        return ""
    return joined(tag("div", joined(printing(row), " "), class_="printing") for _, row in printings.iterrows())


def printing(row: pd.Series) -> Iterator[Cell]:
    """What one report prints: `as quoted`, or the differing elements marked; its own words in quotation marks."""
    differs = [element for element in ELEMENTS if row[f"differs_{element}"]]
    if row["is_own"]:
        yield words.value(row)
    elif not differs:
        yield "the same"
    for element in differs:
        text = str(row[f"printed_{element}"])
        yield tag("mark", f"by {text}" if element == "by" else text, class_="differs")
    if words.given(row["words"]):
        yield tag("span", f"“{row['words']}”", class_="aside")
    if words.given(row["part"]):
        yield tag("span", f"({row['part']})", class_="aside")
