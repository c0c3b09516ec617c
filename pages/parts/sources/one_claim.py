"""One claim and everything that is known about it: its own permalink."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from pages.parts.claims.claim_line import marks
from pages.parts.claims.claim_lists import text
from pages.parts.claims.evidence_pips import MEANING, pips_and_words
from pages.parts.claims.report_links import report_links
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, as_plain, inner_link, joined, show, tag
from pages.parts.frame.running_page import Frame
from pages.parts.sources.one_claim_answers import draw_answers, draw_crosswalk, draw_settles
from pages.parts.sources.one_claim_tables import (
    draw_corrections,
    draw_findings,
    draw_printings,
    draw_related,
    draw_revisions,
)
from queries.sources.claims_and_reports import claim_by_id, claim_relatives, claim_revisions

NO_SUCH_CLAIM = "No such claim"
COUNTINGS = {
    "cumulative": "everything since a start",
    "period": "its own window only; never current, on no ladder",
    "standing": "as it stood at that moment",
}


def claim_title(frame: Frame, given: str) -> str:
    """The heading as the tab has it: `League: 84 killed`."""
    found = answer(claim_by_id, frame, given)
    if found.empty:
        return NO_SUCH_CLAIM
    row = found.iloc[0]
    return f"{row['claimant_name']}: {words.value(row)} {row['metric_label']}"


def draw_claim(frame: Frame, given: str) -> None:
    """The claim of this id, or of this former id; else a sentence that says so."""
    found = answer(claim_by_id, frame, given)
    if found.empty:
        show(tag("h1", NO_SUCH_CLAIM, class_="cc-heading"))
        st.warning(f"There is no claim with the id “{as_plain(given[:200])}” in data version {frame.data_version}.")
        show(tag("p", inner_link("All claims", "sources")))
        return
    row = found.iloc[0]
    show(first_facts(frame, row, given))
    draw_answers(row, frame)
    draw_settles(row, frame)
    draw_related(answer(claim_relatives, frame, row["id"]), row, frame)
    draw_revisions(answer(claim_revisions, frame, row["id"]), row, frame)
    draw_printings(row, frame)
    draw_crosswalk(row, frame)
    draw_findings(row["id"], frame)
    draw_corrections(row["id"], frame)
    show(mistake(row["id"], frame))


def first_facts(frame: Frame, row: pd.Series, given: str = "") -> Markup:
    """The heading, the way back, and everything that is stated about the claim itself."""
    parts = [heading(row), tag("p", inner_link("← All claims", "sources", phase=row["phase"]), class_="back")]
    if given and row["id"] != given:
        parts.append(tag("p", f"Formerly {given}; the id of this claim is now {row['id']}.", class_="lead"))
    parts.append(tag("dl", joined(facts(row, frame)), class_="facts"))
    return tag("div", joined(parts), class_="stack")


def heading(row: pd.Series) -> Markup:
    """Owner first, number second, with the marks that set the claim apart."""
    value = tag("span", words.value(row), class_="value")
    parts = [f"{row['claimant_name']}: ", value, f" {row['metric_label']}"]
    title = tag("h1", joined(parts), class_="cc-heading")
    return joined([title, tag("p", marks(row))]) if marks(row) else title


def facts(row: pd.Series, frame: Frame) -> Iterator[Markup]:
    """Term and description for everything that is stated; what is not stated says so where a reader would ask."""
    for term, description in described(row, frame):
        if description:
            yield joined([tag("dt", term), tag("dd", description)])


def described(row: pd.Series, frame: Frame) -> Iterator[tuple[str, Cell]]:
    """The facts in the order in which a reader asks: who, what, of whom, where, when, how it was read."""
    zone = frame.zone
    yield "Claimant", claimant(row)
    yield "Speaker", text(row["speaker"])
    yield "Said", words.said(row, zone)
    yield "Source", source(row)
    yield "As printed", text(row["printed"]) or text(row["figure"])
    yield "Own word", f"“{row['as_stated']}”" if words.given(row["as_stated"]) else ""
    yield "Bounds", bounds(row)
    yield "Counts", defined(row["metric_label"], row["metric_definition"])
    yield "Of whom", defined(words.whom(row), row["group_definition"])
    yield "By", text(row["by_name"]) or ("not stated" if words.given(row["group_name"]) else "")
    yield "Where", words.place(row)
    yield "Period covered", words.period(row, zone)
    yield "Counting", COUNTINGS.get(str(row["counting"]), "")
    yield "Offered", joined([pips_and_words(row), tag("div", MEANING, class_="aside")])
    yield "Speaks of", words.DIRECTIONS.get(str(row["direction"]), "")
    yield "Counted by us from", text(row["counted_from"])
    yield "Reading", "relays of one utterance disagree and no quotation is held" if row["disputed_reading"] else ""
    yield "Note", text(row["note"])
    yield "On the statement", text(row["statement_note"])
    whole = {"sources_search": f"{row['statement']}.", "sources_all": "true"}
    yield "Statement", inner_link(row["statement"], "sources", **whole)
    yield "Formerly", text(row["formerly"]).replace("|", ", ")
    yield "In the data", tag("code", f"{row['file']}:{row['line']}")
    yield "Id, and this page's address", inner_link(tag("code", row["id"]), "sources", claim=row["id"])


def claimant(row: pd.Series) -> str:
    """Name, kind and side of the claimant."""
    parts = [str(row["claimant_name"]), str(row["claimant_kind"]).replace("_", " ")]
    parts.append(f"side: {row['side_name']}" if words.given(row["side_name"]) else "no side")
    if row["via_relays_only"]:
        parts.append("read through relays only")
    return "; ".join([*parts, *([str(row["claimant_note"])] if words.given(row["claimant_note"]) else [])])


def source(row: pd.Series) -> Markup:
    """The publisher's page in a new tab, and what is known of it."""
    about = [f"agency: {row['agency']}"] if words.given(row["agency"]) else []
    about.append(f"published {row['published']}" if words.given(row["published"]) else "no date shown")
    about.append("read in full" if row["read"] == "full" else "read in part")
    about += [f"language: {row['language']}"] if words.given(row["language"]) else []
    about += [str(row["report_note"])] if words.given(row["report_note"]) else []
    return joined([report_links(row), tag("div", "; ".join(about), class_="aside")])


def bounds(row: pd.Series) -> str:
    """What the figure allows, in words; a word such as dozens has no bounds."""
    low, high = row["low"], row["high"]
    if words.given(low) and words.given(high):
        return f"exactly {low}" if low == high else f"from {low} to {high}"
    if words.given(low):
        return f"{low} or more"
    if words.given(high):
        return f"{high} or fewer"
    return "none can be read from the words" if words.given(row["label"]) and row["form"] != "duration" else ""


def defined(name: str, definition: object) -> Cell:
    """A word of the codebook with its definition."""
    return joined([name, tag("div", str(definition), class_="aside")]) if words.given(definition) else name


def mistake(claim: str, frame: Frame) -> Markup:
    """How to report a mistake with the claim's id."""
    where = frame.snapshot.facts["contact"]
    return tag("p", f"Found a mistake? Give the id {claim} and what the page says, at: {where}.", class_="lead")
