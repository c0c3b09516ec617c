"""A tried statement as it would appear: its lines, its dots among the others', its gate against what is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from charts.compare.newest_figures import newest_figures
from charts.look import side_marks
from charts.plain_figure import Figure
from pages.parts.claims.claim_line import claim_line
from pages.parts.claims.pair_tables import gate_table
from pages.parts.claims.question_choice import as_question, question_label
from pages.parts.frame.drawn_once import theme_now
from pages.parts.frame.markup import Column, show, table, tag
from pages.parts.frame.picture import draw_figure
from pages.parts.frame.running_page import Frame
from queries.ask_store import ask_rows
from queries.compare.questions import Question, compared, question_claims, question_pairs, questions
from queries.frame.claims_by_id import claims_by_id
from queries.frame.phases_and_sides import side_order
from queries.side_by_side.standing_figures import sides_of
from queries.try_statement.try_statement import try_claims


def draw_preview(statements: tuple[str, ...], frame: Frame) -> None:
    """Top to bottom: the lines of the ledger, then one of the questions they speak on. `frame` is the trial's."""
    claims = try_claims(frame.store, statements)
    if claims.empty:
        st.info("The text has no claims; a statement may name places alone, and then appears under Cities.")
        return
    st.header("As it would appear", anchor=False)
    show(tag("p", f"With the latest figures of this {frame.phase_word}. Nothing of this is saved.", class_="lead"))
    show(lines_table(claims, frame))
    known = questions(frame.store, frame.phase, None)
    firsts = {n: _first_on(row, claims) for n, row in enumerate(known.to_dict("records"))}
    asked = [known.iloc[n].to_dict() for n in sorted(firsts, key=lambda n: firsts[n] or 0) if firsts[n] is not None]
    if not asked:
        st.info("None of its figures joins a question that can be compared: texts, dates and durations stand alone.")
        return
    labels = [question_label(row) for row in asked]
    label = st.selectbox("Beside the others, on the question", labels, key="try-question")
    draw_question(asked[labels.index(label)], label, set(claims["id"]), frame)


def lines_table(claims: pd.DataFrame, frame: Frame) -> Markup:
    """One row a claim of the text."""
    before = claims_by_id(frame.store, claims["before"].dropna())
    rows = []
    for row in claims.to_dict("records"):
        earlier = before.get(row["before"])
        rows.append(
            [
                unlinked(claim_line(row, frame.zone, frame.as_of)),
                words.whom(row),
                words.place(row),
                words.DIRECTIONS.get(row["direction"], ""),
                standing(row, earlier, frame.zone),
            ]
        )
    columns = [Column(name) for name in ("Line in the ledger", "Of whom", "Where", "Direction", "What becomes of it")]
    return table(columns, rows, caption="The claims of the text")


def standing(row: Mapping[str, Any], earlier: Mapping[str, Any] | None, zone: str) -> str:
    """Whether the claim would be current, and which it would follow."""
    if not words.given(row["said_to"]):
        return "undated: listed, never current"
    if row["counting"] == "period":
        return "counts a window of its own: stands beside, never current"
    if words.given(row["superseded_at"]):
        return "not current: the claimant has said something later"
    if earlier is None:
        return "current; nothing of the same claimant before it"
    return f"current; takes the place of {words.value(earlier)}, said {words.said(earlier, zone)}"


def _first_on(question: Mapping[str, Any], claims: pd.DataFrame) -> int | None:
    """The place of the first claim of the text that speaks on the question, or None."""
    wanted = {key: question[key] if words.given(question[key]) else "" for key in ("family", "group", "who_key",
                                                                                   "place_key", "by")}  # fmt: skip
    same = claims["by"].fillna("").isin(["", wanted.pop("by")])
    for key, value in wanted.items():
        same &= claims[key].fillna("") == value
    return int(claims["position"][same].min()) if same.any() else None


def draw_question(row: Mapping[str, Any], label: str, tried: set[str], frame: Frame) -> None:
    """The dots of everybody on the question, then the gate of the text's claims against the others."""
    question = as_question(frame.phase, row)
    claims = question_claims(frame.store, question, None)
    if claims.empty:
        st.info("The figure stands on no question: it is undated, or counts a window of its own.")
        return
    told = "; ".join(f"{one['claimant_name']}: {words.value(one)}" for one in claims.to_dict("records")[:8])
    figure = beside_the_others(question, tried, frame)
    draw_figure(figure, "try-dots", alt=f"Figures on {label} with those of the text. {told}.")
    pairs = compared(question_pairs(frame.store, question, None))
    met = [pair for pair in pairs if (pair["a"] in tried) != (pair["b"] in tried)]
    if not met:
        st.info("Nobody else has a current figure on this question to set beside it.")
        return
    by_id = claims_by_id(frame.store, [pair[one] for one in ("a", "b") for pair in met])
    caption = "The gate between the text's figures and the others'"
    show(unlinked(gate_table(met, by_id, frame, False, caption)))


def beside_the_others(question: Question, tried: set[str], frame: Frame) -> Figure:
    """Compare's picture of the question with the text's figures first on their side, and named so."""
    sides = side_order(frame.store)
    rows = ask_rows(frame.store, "compare/question_claims", **question.values(None))
    shown = []
    for own in sides_of(rows, sides["id"], frame.zone):
        first = sorted(own.claims, key=lambda claim: claim["id"] not in tried)
        shown.append((own.side, [_marked(claim) if claim["id"] in tried else claim for claim in first]))
    return newest_figures(shown, side_marks(sides), question.group, theme_now(), frame.zone)


def _marked(claim: Mapping[str, Any]) -> dict[str, Any]:
    return {**claim, "claimant_short": f"{claim['claimant_short']} (your text)"}


def unlinked(markup: Markup) -> Markup:
    """Without links: nothing of a trial can be looked up."""
    return Markup(re.sub(r"</?a\b[^>]*>", "", str(markup)))
