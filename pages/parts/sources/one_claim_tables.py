"""The tables of one claim's page: parts, revisions, printings, findings, corrections."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from ledger.store.run_checks import broken_checks
from pages.parts.claims.claim_line import marks
from pages.parts.claims.claim_lists import text
from pages.parts.claims.findings_table import COLUMNS as FINDING_COLUMNS
from pages.parts.claims.findings_table import claim_names, finding_rows
from pages.parts.claims.report_links import report_links
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, Column, as_plain, inner_link, joined, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.findings.findings import findings_of_claim
from queries.sources.claims_and_reports import claim_corrections, claim_printings

RELATIONS = {
    "whole": "the whole it is part of",
    "part": "a part of it",
    "other part": "another part of the same whole",
    "made from": "it is made from this",
    "used in": "used in this",
}
PRINTED = ("figure", "metric", "group", "by", "places", "period")


def link(row: pd.Series) -> Markup:
    """`League: 84`, linked to that claim."""
    value = inner_link(tag("b", words.value(row)), "sources", claim=row["id"])
    return joined([f"{row['claimant_name']}: ", value, " ", row["metric_label"], " ", marks(row)])


def draw_related(relatives: pd.DataFrame, claim: pd.Series, frame: Frame) -> None:
    """Whole, parts, and the figures it was made from or that were made from it."""
    st.header("Parts and wholes", anchor=False)
    if relatives.empty:
        show(tag("p", "It is part of nothing, has no parts, and is made from no other figure.", class_="lead"))
        return
    rows: list[list[Cell]] = [
        [
            RELATIONS[row["relation"]],
            link(row),
            text(row["which"]) if row["relation"] in ("part", "other part") else words.whom(row),
            words.period(row, frame.zone),
        ]
        for _, row in relatives.iterrows()
    ]
    columns = [Column("How it is related"), Column("Claim"), Column("What sets it apart"), Column("Period covered")]
    show(table(columns, rows, caption=f"{len(rows)} related claims" if len(rows) > 1 else "1 related claim"))


def draw_revisions(revisions: pd.DataFrame, claim: pd.Series, frame: Frame) -> None:
    """What the same claimant said of the same question, in order; this claim is marked."""
    st.header("Revisions by the same claimant", anchor=False)
    if claim["counting"] == "period" or len(revisions) < 2:
        own_window = claim["counting"] == "period"
        why = "it counts its own window only" if own_window else "no other figure of its series was read"
        show(tag("p", f"None: {why}.", class_="lead"))
        return
    rows: list[list[Cell]] = []
    for _, row in revisions.iterrows():
        here = row["id"] == claim["id"]
        value: Cell = tag("b", f"{words.value(row)} {row['metric_label']}, this claim") if here else link(row)
        rows.append([words.said(row, frame.zone), value, words.period(row, frame.zone), stood(row, frame.zone)])
    columns = [Column("Said"), Column("Claim"), Column("Period covered"), Column("Stood")]
    show(table(columns, rows, caption=f"{len(rows)} claims of one series"))


def stood(row: pd.Series, zone: str) -> str:
    """Until when the figure was its claimant's latest."""
    if not words.given(row["said_to"]):
        return "undated: never current"
    if not words.given(row["superseded_at"]):
        return "current"
    gone = words.given(row["withdrawn_at"]) and row["withdrawn_at"] == row["superseded_at"]
    return f"until {words.last_day(row['superseded_at'], zone)}{', withdrawn' if gone else ''}"


def draw_printings(claim: pd.Series, frame: Frame) -> None:
    """Every report of the claim, its own first, with what each prints otherwise."""
    st.header("Where it was read", anchor=False)
    rows: list[list[Cell]] = []
    for _, row in answer(claim_printings, frame, claim["id"]).iterrows():
        published = text(row["published"]) or "no date shown"
        read = "in full" if row["read"] == "full" else "in part"
        about = "; ".join(filter(None, [text(row["agency"]), published, f"read {read}"]))
        rows.append([
            joined([report_links(row), tag("div", about, class_="aside")]),
            prints(row, claim),
            f"“{row['words']}”" if words.given(row["words"]) else "",
            text(row["part"]),
            text(row["note"]),
        ])
    columns = [Column("Report"), Column("Prints"), Column("Words"), Column("Part of the page"), Column("Note")]
    show(table(columns, rows, caption=f"{len(rows)} printings" if len(rows) > 1 else "1 printing"))
    if len(rows) > 1:
        state = {"phase": claim["phase"], "at": None, "statement": claim["statement"]}
        show(tag("p", inner_link("The whole statement in all its reports", "checks", **state)))


def prints(row: pd.Series, claim: pd.Series) -> Cell:
    """What one report prints: the value where it is the claim's own, else what differs, marked."""
    if row["is_own"]:
        return tag("b", words.value(claim))
    found = [("by " if part == "by" else "") + str(row[f"printed_{part}"]) for part in PRINTED
             if words.given(row[f"printed_{part}"])]
    return tag("mark", ", ".join(found), class_="differs") if found else "the same"


def draw_findings(claim: str, frame: Frame) -> None:
    """The checks that this claim took part in."""
    st.header("Does it add up?", anchor=False)
    for message in answer(broken_checks, frame):
        st.error(f"A check cannot be used: queries/checks/{as_plain(message)}")
    mine = answer(findings_of_claim, frame, claim)
    if not mine:
        show(tag("p", "No check concerns this claim.", class_="lead"))
        return
    cells = finding_rows(mine, claim_names(mine, frame))
    rows = [[joined([tag("b", finding["title"]), tag("div", owner, class_="aside")]), *rest]
            for finding, (owner, *rest) in zip(mine, cells, strict=True)]
    columns = [Column("Check"), *FINDING_COLUMNS[1:]]
    show(table(columns, rows, caption=f"{len(mine)} findings" if len(mine) > 1 else "1 finding", class_="findings"))


def draw_corrections(claim: str, frame: Frame) -> None:
    """What was corrected here, with how the wrong entry got in."""
    corrected = answer(claim_corrections, frame, claim)
    st.header("Corrections", anchor=False)
    if corrected.empty:
        show(tag("p", "None has been made to this claim.", class_="lead"))
        return
    rows = [[row["on"], row["from"], row["to"], row["why"]] for _, row in corrected.iterrows()]
    columns = [Column("On"), Column("From"), Column("To"), Column("Why")]
    show(table(columns, rows, caption="Corrections made here, newest first"))
