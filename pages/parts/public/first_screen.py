"""What the first screen of a page says at an address: a heading that states the finding, figures, verdict, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from charts import words
from pages.parts.frame.page_names import FIRST, PAGES
from pages.parts.public.asked_view import NotAnswered, View, first_question
from pages.parts.public.finding import WHOLE, Finding, claim_words, finding_of
from queries.compare.question_ids import question_id, question_of
from queries.compare.questions import questions
from queries.frame.phases_and_sides import pages_read
from queries.public.public_addresses import place_by_id
from queries.sources.claims_and_reports import claim_by_id

MOST_TOPICS = 5


@dataclass(frozen=True)
class Topic:
    """One question on the first screen, with the id under which Compare shows it."""

    finding: Finding
    phase: str
    q: str


@dataclass(frozen=True)
class Screen:
    """The first screen of a page. `view` has the question or place that it is about, for links and the card."""

    page: str
    heading: str
    topics: tuple[Topic, ...]
    source: str
    view: View


def first_screen(page: str, view: View, claim: str = "") -> Screen:
    """The first screen of a page by its stem; `claim` is the id of one claim (Sources)."""
    if page == "sources" and claim:
        return _of_claim(view, claim)
    made = SCREENS.get(page)
    heading, topics, shown = made(view) if made else (PAGES[page], (), view)
    return Screen(page, heading, tuple(topics), source_line(view), shown)


def plain_screen(page: str, view: View) -> Screen:
    """A page that cannot show what was asked of it: its name, and nothing that was not asked for."""
    return Screen(page, PAGES[page], (), source_line(view), view)


def source_line(view: View) -> str:
    """What the figures are, as of when, and how much was read for them."""
    read, in_part = pages_read(view.store, view.phase)
    pages = f"{read} {'page' if read == 1 else 'pages'} read, {in_part} in part"
    as_of = f", as of {words.moment(view.as_of, view.zone)}" if view.as_of else ""
    facts = view.snapshot.facts
    version = f"data version {facts['data_version']} · {facts['licence']}"
    return f"As reported, none verified here · {view.phase_name}{as_of} · {pages} · {version}"


def card_view(view: View) -> tuple[View, Finding | None]:
    """What a card of this address shows: its question, the first at its place, or the first of the phase."""
    if view.place and view.question is None:
        topics = _topics(view, _at_place(view, view.place), 1)
        return view, topics[0].finding if topics else None
    view = first_question(view)
    return view, _finding(view)


Made = tuple[str, Iterable[Topic], View]


def _compare(view: View) -> Made:
    asked = first_question(view)
    found = _finding(asked)
    if found is None:
        return _nothing(view), (), asked
    return found.heading, (Topic(found, view.phase, asked.q),), asked


def _overview(view: View) -> Made:
    known = questions(view.store, view.phase, view.at)
    whole = known[(known["place_key"] == WHOLE) & known["is_people"]]
    topics = _topics(view, whole.to_dict("records"), MOST_TOPICS)
    return topics[0].finding.heading if topics else _nothing(view), topics, view


def _cities(view: View) -> Made:
    if not view.place:
        known = questions(view.store, view.phase, view.at)
        topics = _topics(view, known[known["place_key"] != WHOLE].to_dict("records"), MOST_TOPICS)
        return f"What each side said of each place in {view.phase_name}", topics, view
    topics = _topics(view, _at_place(view, view.place), MOST_TOPICS)
    name = place_by_id(view.store, view.place)
    return topics[0].finding.heading if topics else f"{name}: no figure in what was read", topics, view


SCREENS: dict[str, Callable[[View], Made]] = {
    FIRST: _overview,
    "compare": _compare,
    "cities": _cities,
    "timeline": _overview,
}


def find_claim(view: View, claim: str) -> str:
    """The id of a claim as it is today: a claim that had another id formerly is found by that too."""
    found = claim_by_id(view.store, claim[:400])
    if found.empty:
        raise NotAnswered(404, "There is no such claim. The file /api/claims.csv lists their ids.", "claim")
    return str(found["id"].iloc[0])


def _of_claim(view: View, claim: str) -> Screen:
    """One claim: who said what, on the question on which others speak too."""
    row: dict[str, Any] = claim_by_id(view.store, claim).iloc[0].to_dict()
    heading = f"{row['claimant_name']} said {claim_words(row)} ({words.said(row, view.zone)})"
    countable = row["metric_value"] == "count" and not words.given(row["site"])
    shown = replace(view, phase=row["phase"], phase_name=row["phase_name"])
    if countable:
        shown = replace(shown, question=question_of(row["phase"], row), q=question_id(row))
    answer = _finding(shown)
    topics = (Topic(answer, row["phase"], shown.q),) if answer else ()
    return Screen("sources", heading, topics, source_line(shown), shown)


def _finding(view: View) -> Finding | None:
    return finding_of(view.store, view.question, view.at, view.zone) if view.question else None


def _at_place(view: View, place: str) -> list[dict[str, Any]]:
    known = questions(view.store, view.phase, view.at)
    alone = known["place_key"] == place
    among = pd.Series([place in str(key).split("+") for key in known["place_key"]], index=known.index, dtype=bool)
    return [*known[alone].to_dict("records"), *known[among & ~alone].to_dict("records")]


def _topics(view: View, known: list[dict[str, Any]], most: int) -> list[Topic]:
    """The questions that most parties, then most claimants, spoke on."""
    topics: list[Topic] = []
    for row in sorted(known, key=lambda row: (-row["parties"], -row["claimants"])):
        if len(topics) == most:
            break
        found = finding_of(view.store, question_of(view.phase, row), view.at, view.zone)
        if found is not None:
            topics.append(Topic(found, view.phase, question_id(row)))
    return topics


def _nothing(view: View) -> str:
    return f"{view.phase_name}: nothing had been said by this moment in what was read"
