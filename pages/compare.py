"""One question: every claimant's figures, which may be set side by side, and the line to quote."""

import streamlit as st

from charts.words import given
from pages.parts.asking import answer
from pages.parts.compare_gate import draw_gate
from pages.parts.compare_question import choose_question
from pages.parts.compare_quote import draw_quote
from pages.parts.compare_views import draw_both_true, draw_competing, draw_ladders
from pages.parts.exchange import draw_exchange
from pages.parts.frame import Frame, this_page
from pages.parts.markup import show, tag
from queries.claims import claims_by_id
from queries.compare import (
    Question,
    both_true,
    ladders,
    not_yet,
    question_claims,
    question_pairs,
    question_parts,
)
from queries.disagreement import loss_exchange


def main() -> None:
    """Top to bottom: the question, the figures, the line to quote, the gate, how they moved, what both would need."""
    frame = this_page()
    chosen = choose_question(frame)
    if chosen is None:
        return
    question, row = chosen
    label = st.session_state["question"]
    claims = answer(question_claims, frame, question, frame.at)
    draw_who_spoke(int(row["claimants"]), int(row["borrowers"]), question, frame)
    if claims.empty:
        st.info("Nobody had given a figure on this question by this moment. Choose a later one.")
        return
    pairs = answer(question_pairs, frame, question, frame.at)
    by_id = {claim["id"]: claim for claim in claims.to_dict("records")}
    draw_competing(claims, answer(question_parts, frame, question, frame.at), frame, label)
    draw_quote(claims, pairs, label, frame)
    draw_gate(pairs, by_id, frame)
    draw_ladders(answer(ladders, frame, question, frame.at), frame)
    draw_own_numbers(question, frame)
    draw_both_true(answer(both_true, frame, question, frame.at), by_id, frame)


def draw_own_numbers(question: Question, frame: Frame) -> None:
    """The statements that count this question's people and, of the other side, its own or the other's."""
    found = answer(loss_exchange, frame, frame.phase, frame.at)
    ids = tuple(sorted({*found["a"], *found["b"]}))
    claims = answer(claims_by_id, frame, ids)
    asked = (question.family, question.group, question.who, question.place)
    keys = ("family", "group", "who_key", "place_key")
    on_it = {name for name, claim in claims.items() if tuple(none_of(claim[key]) for key in keys) == asked}
    found = found[found["a"].isin(on_it) | found["b"].isin(on_it)]
    if not found.empty:
        st.header("What each side's own numbers would imply", anchor=False)
        draw_exchange(found, claims, frame, "exchange")


def none_of(value: object) -> object:
    """None for whatever pandas has in place of a missing value."""
    return value if given(value) else None


def draw_who_spoke(claimants: int, borrowers: int, question: Question, frame: Frame) -> None:
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
