"""One question: every claimant's figures, which may be set side by side, and the line to quote."""

import pandas as pd
import streamlit as st

from charts.words import given
from pages.parts.claims.gate_tables import draw_gate
from pages.parts.claims.loss_exchange import draw_exchange, exchange_rows
from pages.parts.claims.question_choice import choose_question
from pages.parts.claims.question_views import competing_rows, draw_both_true, draw_competing, draw_ladders
from pages.parts.compare.line_to_quote import draw_quote
from pages.parts.frame.download import download_csv
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import heading, show, tag
from pages.parts.frame.running_page import Frame, this_page
from queries.compare.questions import Question, ladders, not_yet, question_claims
from queries.frame.claims_by_id import claims_by_id
from queries.overview.disagreement import loss_exchange


def main() -> None:
    """Top to bottom: the question, the figures, the line to quote, the gate, how they moved, what both would need."""
    frame = this_page()
    chosen = choose_question(frame)
    if chosen is None:
        return
    question, row = chosen
    label = st.session_state["question"]
    claims = answer(question_claims, frame, question, frame.at)
    drawn(draw_who_spoke, frame, question, int(row["claimants"]), int(row["borrowers"]))
    if claims.empty:
        st.info("Nobody had given a figure on this question by this moment. Choose a later one.")
        return
    drawn(draw_competing, frame, question, label)
    download_csv(lambda: competing_rows(frame, question), frame, "competing")
    draw_quote(frame, question, label)
    draw_gate(frame, question)
    drawn(draw_ladders, frame, question)
    steps = answer(ladders, frame, question, frame.at)
    if not steps.empty:
        download_csv(steps, frame, "ladders")
    if not kept(own_numbers, frame, question)[0].empty:
        drawn(draw_own_numbers, frame, question)
        download_csv(lambda: exchange_rows(*kept(own_numbers, frame, question), frame), frame, "exchange")
    drawn(draw_both_true, frame, question)


def own_numbers(frame: Frame, question: Question) -> tuple[pd.DataFrame, dict]:
    """The statements that count this question's people and, of the other side, its own or the other's."""
    found = answer(loss_exchange, frame, frame.phase, frame.at)
    ids = tuple(sorted({*found["a"], *found["b"]}))
    claims = answer(claims_by_id, frame, ids)
    asked = (question.family, question.group, question.who, question.place)
    keys = ("family", "group", "who_key", "place_key")
    on_it = {name for name, claim in claims.items() if tuple(none_of(claim[key]) for key in keys) == asked}
    return found[found["a"].isin(on_it) | found["b"].isin(on_it)], claims


def draw_own_numbers(frame: Frame, question: Question) -> None:
    """The exchange inside each statement, all statements up to the moment."""
    show(heading("What each side's own numbers would imply"))
    draw_exchange(*kept(own_numbers, frame, question), frame, "exchange")


def none_of(value: object) -> object:
    """None for whatever pandas has in place of a missing value."""
    return value if given(value) else None


def draw_who_spoke(frame: Frame, question: Question, claimants: int, borrowers: int) -> None:
    """How many claimants had spoken, how many only repeat or sum them, and who speaks only later."""
    noun = "claimant has" if claimants == 1 else "claimants have"
    text = f"{claimants} {noun} a figure of their own on this question by this moment"
    text += f"; {borrowers} more only repeat or sum others' figures." if borrowers else "."
    show(tag("p", text.replace("has a figure of their own", "has a figure of its own"), class_="lead"))
    if frame.at is None:
        return
    later = answer(not_yet, frame, question, frame.at)
    if not later.empty:
        names = ", ".join(later["claimant_name"])
        show(tag("p", f"Had not yet spoken on it: {names}.", class_="line-note"))


main()
