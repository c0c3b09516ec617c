"""What a question finds, in the words of Compare: each party's figure with claimant and day, and what the gate says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charts import words
from charts.finding_words import Verdict, owner, told, verdict
from pages.parts.claims.question_choice import Chosen, chosen_question
from pages.parts.compare.newest import heading_text, newest_of
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.running_page import Frame
from queries.compare.question_ids import question_id
from queries.compare.questions import questions

WHOLE = "operation"


@dataclass(frozen=True)
class Figure:
    """One claimant's figure: the value as it is quoted, and the day on which it was said."""

    side_id: str | None
    claimant: str
    value: str
    said: str


@dataclass(frozen=True)
class Finding:
    """The answer to one question at one moment. `verdict` is empty where there are no two figures to compare."""

    heading: str
    figures: tuple[Figure, ...]
    silent: tuple[str, ...]
    verdict: str
    reasons: str


def finding_of(frame: Frame, chosen: Chosen) -> Finding | None:
    """The finding on a question at the moment of the frame, or None where nobody had given a figure."""
    newest = kept(newest_of, frame, chosen.question, ())
    if not newest.quoted:
        return None
    group = chosen.question.group
    figures = tuple(
        Figure(claim["side"], owner(claim), told(claim, group), words.said(claim, frame.zone))
        for claim in newest.quoted
    )
    found = verdict(newest.pair, *newest.quoted[:2]) if newest.pair is not None else Verdict(None, "", "")
    short = words.sentence_case(found.short)
    return Finding(heading_text(frame, chosen, newest), figures, newest.silent, short, found.why)


def question_at(frame: Frame, place: str) -> Chosen | None:
    """The question at a place that most parties, then most claimants, had spoken on by the moment; one on the place
    alone before one on several together."""
    rows = answer(questions, frame, frame.phase, frame.at).to_dict("records")
    there = [row for row in rows if row["sides"] and place in str(row["place_key"]).split("+")]
    there.sort(key=lambda row: (row["place_key"] != place, -row["parties"], -row["claimants"]))
    return chosen_question(frame, {"q": question_id(there[0])}) if there else None


def claim_words(row: Mapping[str, Any]) -> str:
    """`more than 25 killed of Wardens`, with the place where it is not the whole operation."""
    people = f" of {words.whom(row)}" if words.whom(row) else ""
    where = "" if row["place_key"] == WHOLE else f", {words.place(row)}"
    return f"{words.value(row)} {row['metric_label']}{people}{where}"
