"""Which question is on the page: an id in the address, made of ids; labels of earlier links are understood too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charts.words import given
from pages.parts.claims.topic_rows import question_of_topic, story_of
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.running_page import Frame
from queries.compare.question_ids import find_question, question_id
from queries.compare.questions import Question, questions


@dataclass(frozen=True)
class Chosen:
    """A question of the phase: its id for addresses, and its row with names. `note` says where the address named none;
    `is_label` where it named one by a label of before."""

    question: Question
    id: str
    row: Mapping[str, Any]
    note: str | None = None
    is_label: bool = False


def question_label(row: Mapping[str, Any]) -> str:
    """`State forces · killed · by X · whole operation`: the question in words."""
    parts = [row["group_name"] if given(row["group_name"]) else None]
    parts += [row["who_names"] if given(row["who_names"]) else None, row["family_label"]]
    parts += [f"by {row['by_name']}" if given(row["by_name"]) else None]
    place = str(row["place_names"])
    if row["and_others"] and not place.endswith("and others"):
        place += " and others"
    return " · ".join(part for part in [*parts, place] if part)


def known_questions(frame: Frame) -> dict[str, Mapping[str, Any]]:
    """Every question of the phase by its id, in the order of the list; whenever it was spoken on."""
    return {question_id(row): row for row in answer(questions, frame, frame.phase, None).to_dict("records")}


def chosen_question(frame: Frame, parameters: Mapping[str, str]) -> Chosen | None:
    """The question of an address (`q`, or `question` with a label), else the one that heads the Overview."""
    known = kept(known_questions, frame)
    if not known:
        return None
    q, label = parameters.get("q"), parameters.get("question")
    if q is not None and (found := answer(find_question, frame, frame.phase, q)) is not None:
        name = next(name for name, row in known.items() if as_question(frame.phase, row) == found)
        return Chosen(found, name, known[name])
    named = next((name for name, row in known.items() if label and question_label(row) == label), None)
    name = named or first_question(frame, known)
    asked = q if q is not None else label
    note = f"“{asked[:120]}” has no claim about {frame.phase_name} in what was read." if asked and not named else None
    return Chosen(as_question(frame.phase, known[name]), name, known[name], note, bool(named))


def first_question(frame: Frame, known: Mapping[str, Mapping[str, Any]]) -> str:
    """The topic that heads the Overview; without topics, the question that most parties, then claimants, spoke on."""
    story = story_of(frame)
    if story.topics and (name := question_of_topic(story, story.topics[0])) in known:
        return name
    return max(known, key=lambda name: (known[name]["parties"], known[name]["claimants"]))


def known_id(frame: Frame, row: Mapping[str, Any]) -> str | None:
    """The id of the question of a pair or claim. Where figures leave the perpetrator open and others name one, the open
    ones stand on the question that names one."""
    known = kept(known_questions, frame)
    wanted = {key: row[key] if given(row[key]) else "" for key in ("family", "group", "who_key", "place_key")}
    same = [
        (name, one)
        for name, one in known.items()
        if all((one[key] if given(one[key]) else "") == value for key, value in wanted.items())
    ]
    by = row["by"] if given(row["by"]) else None
    exact = [name for name, one in same if (one["by"] if given(one["by"]) else None) == by]
    return next(iter([*exact, *(name for name, _ in same)]), None)


def as_question(phase: str, row: Mapping[str, Any]) -> Question:
    """A row of questions, or of any claim-like table, as the question it stands for."""
    group = row["group"] if given(row["group"]) else None
    by = row["by"] if given(row["by"]) else None
    return Question(phase, row["family"], group, row["who_key"], by, row["place_key"])
