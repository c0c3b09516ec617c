"""Which question is on the page: chosen from those that have claims, kept in the address in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from charts.words import given
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import as_plain
from pages.parts.frame.running_page import Frame
from queries.compare.questions import Question, questions


def question_label(row: Mapping[str, Any]) -> str:
    """`State forces · killed · by X · whole operation`: what the picker and the address say."""
    parts = [row["group_name"] if given(row["group_name"]) else None]
    parts += [row["who_names"] if given(row["who_names"]) else None, row["family_label"]]
    parts += [f"by {row['by_name']}" if given(row["by_name"]) else None]
    place = str(row["place_names"])
    if row["and_others"] and not place.endswith("and others"):
        place += " and others"
    return " · ".join(part for part in [*parts, place] if part)


def choose_question(frame: Frame) -> tuple[Question, Mapping[str, Any]] | None:
    """The picker. An address that names a question this phase does not have says so and offers the others."""
    known = answer(questions, frame, frame.phase, frame.at)
    if known.empty:
        st.info(f"No countable claim about {as_plain(frame.phase_name)} is in the data. Choose another phase.")
        return None
    labels, first = kept(choices, frame)
    text = st.selectbox(
        "Question",
        labels,
        index=first,
        key="question",
        bind="query-params",
        accept_new_options=True,
        help="Who was harmed, what is counted, by whom as attributed, where. Type to search.",
    )
    if text not in labels:
        shown = as_plain(str(text)[:120])
        st.warning(f"The question “{shown}” has no claim in {as_plain(frame.phase_name)}. Choose one from the list.")
        return None
    row = known.iloc[labels.index(text)]
    return as_question(frame.phase, row), row


def known_label(frame: Frame, row: Mapping[str, Any]) -> str | None:
    """The picker's label for the question of a pair or claim. Where figures leave the perpetrator open and others
    name one, the open ones stand on the question that names one."""
    known = answer(questions, frame, frame.phase, frame.at)
    label = question_label(row)
    same = known[(known["family"] == row["family"]) & (known["who_key"] == row["who_key"])]
    group = row["group"] if given(row["group"]) else ""
    same = same[(same["place_key"] == row["place_key"]) & (same["group"].fillna("") == group)]
    labels = [question_label(one) for one in same.to_dict("records")]
    return label if label in labels else next(iter(labels), None)


def choices(frame: Frame) -> tuple[list[str], int]:
    """What the picker offers, and where it starts: the question about people that most parties, then most claimants,
    spoke on."""
    known = answer(questions, frame, frame.phase, frame.at)
    order = known.sort_values(["is_people", "parties", "claimants"], ascending=False, kind="stable")
    labels = [question_label(row) for row in known.to_dict("records")]
    return labels, int(known.index.get_loc(order.index[0]))


def as_question(phase: str, row: Mapping[str, Any]) -> Question:
    """A row of questions, or of any claim-like table, as the question it stands for."""
    group = row["group"] if given(row["group"]) else None
    by = row["by"] if given(row["by"]) else None
    return Question(phase, row["family"], group, row["who_key"], by, row["place_key"])
