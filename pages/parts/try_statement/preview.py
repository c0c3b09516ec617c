"""A tried statement as it would appear: its lines, its dots among the others', its gate against what is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from charts.competing_figures import competing
from charts.look import side_marks
from pages.parts.claims.claim_line import claim_line
from pages.parts.claims.pair_tables import gate_table
from pages.parts.claims.question_choice import as_question, question_label
from pages.parts.try_statement.chart import draw_chart
from pages.parts.frame.markup import Column, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.compare.questions import question_claims, question_pairs, questions
from queries.frame.claims_by_id import claims_by_id
from queries.frame.phases_and_sides import side_order
from queries.try_statement.try_statement import try_claims


def draw_preview(statements: tuple[str, ...], frame: Frame) -> None:
    """Top to bottom: the lines of the ledger, then one of the questions they speak on. `frame` is the trial's."""
    claims = try_claims(frame.store, statements)
    if claims.empty:
        st.info("The text has no claims; a statement may name places alone, and then appears under Cities.")
        return
    st.header("As it would appear", anchor=False)
    show(tag("p", "With the latest figures of this phase. Nothing of this is saved.", class_="lead"))
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
    rows = with_parts(claims, claims.iloc[:0])  # the parts of wholes stay on Compare
    mine = rows["id"].isin(tried)
    rows.loc[mine, "aside"] += " · from your text"
    told = "; ".join(f"{one['claimant_name']}: {words.value(one)}" for one in claims.to_dict("records")[:8])
    figure = competing(rows, side_marks(side_order(frame.store)), frame.zone)
    draw_chart(figure, alt=f"Figures on {label} with those of the text. {told}.", key="try-dots")
    pairs = question_pairs(frame.store, question, None)
    met = pairs[pairs["a"].isin(tried) ^ pairs["b"].isin(tried)] if not pairs.empty else pairs
    if met.empty:
        st.info("Nobody else has a current figure on this question to set beside it.")
        return
    by_id = claims_by_id(frame.store, [*met["a"], *met["b"]])
    caption = "The gate between the text's figures and the others'"
    show(unlinked(gate_table(met.to_dict("records"), by_id, frame, False, caption)))


def with_parts(claims: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """The claims with their parts indented under them, and the words that stand after each name."""
    rows: list[dict[str, Any]] = []
    for claim in claims.to_dict("records"):
        aside = f" · {words.whom(claim)}" if claim["is_near"] else ""
        aside += " · this window only" if claim["is_beside"] else ""
        rows.append({**claim, "indent": 0, "aside": aside})
        for part in parts[parts["part_of"] == claim["id"]].to_dict("records") if not parts.empty else []:
            aside = f" · of which {part_name(part)}"
            rows.append({**part, "direction": claim["direction"], "indent": 1, "aside": aside})
    return pd.DataFrame(rows, columns=[*claims.columns, "indent", "aside"])


def part_name(part: Mapping[str, Any]) -> str:
    """What sets a part apart from its whole."""
    name = words.whom(part)
    return f"{name}, this window only" if part["counting"] == "period" else name


def unlinked(markup: Markup) -> Markup:
    """Without links: nothing of a trial can be looked up."""
    return Markup(re.sub(r"</?a\b[^>]*>", "", str(markup)))
