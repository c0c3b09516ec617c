"""On one claim's page: who answered it, whether it was taken back, what would settle it, what recorders would make of
it."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from pages.parts.claims.answer_lines import NO_ANSWER, answer_lines
from pages.parts.claims.crosswalk_table import crosswalk_table
from pages.parts.claims.question_choice import as_question
from pages.parts.claims.report_links import report_links
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, folded, inner_link, joined, show, tag
from pages.parts.frame.running_page import Frame
from queries.compare.questions import question_claims
from queries.frame.answers_of import answers_of
from queries.frame.claims_by_id import claims_by_id
from queries.sources.claims_and_reports import claim_settles, claim_withdrawals


def draw_answers(row: pd.Series, frame: Frame) -> None:
    """The answers to it, then what it answers or takes back itself."""
    st.header("Answers", anchor=False)
    found = answer(answers_of, frame, (row["id"],), None)
    parts = [answer_lines(found.to_dict("records"), frame.zone)] if not found.empty else []
    parts += withdrawn(row, frame)
    for field, verb in (("answers", row["how"]), ("withdraws", "takes back")):
        if words.given(row[field]):
            parts.append(tag("p", joined([f"It {verb}: ", named(row[field], frame)]), class_="lead"))
    if found.empty and not words.given(row["answers"]) and not words.given(row["withdraws"]):
        parts.append(tag("p", NO_ANSWER.format(pages=frame.pages_read), class_="lead"))
    show(*parts)


def withdrawn(row: pd.Series, frame: Frame) -> list[Markup]:
    """That its claimant took it back, when and in which statement."""
    if not words.given(row["withdrawn_at"]):
        return []
    day = words.last_day(row["withdrawn_at"], frame.zone)
    told = f"{row['claimant_name']} took it back; it has not stood since {day}. "
    by: list[Cell] = [inner_link(words.value(other), "sources", claim=other["id"])
          for other in answer(claim_withdrawals, frame, row["id"]).to_dict("records")]
    return [tag("p", joined([told, *(by or ("It went with the figure of which it is a part.",))]), class_="lead")]


def named(claim: str, frame: Frame) -> Markup:
    """`League: 84 killed`, linked to that claim."""
    other = answer(claims_by_id, frame, (claim,))[claim]
    text = f"{other['claimant_name']}: {words.value(other)} {other['metric_label']}"
    return inner_link(text, "sources", claim=claim)


def draw_settles(row: pd.Series, frame: Frame) -> None:
    """What is known to exist, or to be missing; nothing where nothing was entered."""
    found = answer(claim_settles, frame, row["id"])
    if found.empty:
        return
    st.header("What would settle it", anchor=False)
    lines = [joined([f"{item['on']}: {item['what']}; ", report_links(item)]) for item in found.to_dict("records")]
    show(tag("ul", joined(tag("li", line) for line in lines), class_="answers"))


def draw_crosswalk(row: pd.Series, frame: Frame) -> None:
    """The rules of recorders over the current claims of its question; nothing for what no question counts."""
    if row["unit"] != "people" or words.given(row["site"]) or row["is_reply"]:
        return
    question = as_question(row["phase"], row)
    claims = answer(question_claims, frame, question, None)
    if claims.empty:
        return
    st.header("What recorders would record", anchor=False)
    lead = "Each published rule over the latest figures of every claimant on this question: "
    lead += "our reading of their rule, not their data."
    rows = crosswalk_table(claims.to_dict("records"), question)
    show(tag("p", lead, class_="lead"), folded("The rules, one by one", rows))
