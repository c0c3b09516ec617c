"""What the first screen of a page says at an address: a heading that states the finding, figures, verdict, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from charts import words
from pages.parts.claims.findings_words import NOTHING_TO_CHECK, findings_heading
from pages.parts.claims.places_named import places_finding, places_of
from pages.parts.claims.question_choice import chosen_question, known_questions
from pages.parts.claims.topic_rows import question_of_topic, rows_at, story_of
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.page_names import FIRST, PAGES
from pages.parts.method.worked_example import example_title
from pages.parts.public.asked_view import NotAnswered, View
from pages.parts.public.finding import Finding, finding_of, finding_of_row, frame_of
from pages.parts.sources.heading import sources_heading
from pages.parts.sources.one_claim import claim_title
from pages.parts.timeline.choice import chosen_view
from pages.parts.timeline.count_picture import count_picture
from pages.parts.try_statement.text import TRY_TITLE
from queries.compare.question_ids import question_id, question_of
from queries.compare.questions import questions
from queries.findings.findings import Narrowed, by_kind, finding_counts
from queries.frame.phases_and_sides import pages_read
from queries.sources.claims_and_reports import Wanted, claim_by_id

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
        topics = _at_place(view, 1)
        return view, topics[0].finding if topics else None
    shown = asked_question(view)
    return shown, finding_of(shown)


def asked_question(view: View) -> View:
    """The view with the question that Compare shows where the address names none."""
    chosen = chosen_question(frame_of(view), {"q": view.q} if view.q else {})
    return view if chosen is None else replace(view, question=chosen.question, q=chosen.id)


Made = tuple[str, Iterable[Topic], View]


def _compare(view: View) -> Made:
    shown = asked_question(view)
    found = finding_of(shown)
    if found is None:
        return f"{view.phase_name}: no figure yet", (), shown
    return found.heading, (Topic(found, view.phase, shown.q),), shown


def _overview(view: View) -> Made:
    frame = frame_of(view)
    story = story_of(frame)
    if not story.topics:
        known = kept(known_questions, frame)
        return f"{view.phase_name}: no figure {'for the whole' if known else 'yet'}", (), view
    rows = rows_at(frame)
    topics = [Topic(finding_of_row(frame, row), view.phase, question_of_topic(story, row.topic)) for row in rows]
    return topics[0].finding.heading, topics, view


def _timeline(view: View) -> Made:
    frame = frame_of(view)
    chosen = chosen_view(frame, {})
    if chosen.topic is None:
        return f"{view.phase_name}: no figure yet", (), view
    topics = []
    for phase in chosen.shown:
        own = view if phase == view.phase else replace(view, phase=phase, at=None)
        found = finding_of(replace(own, question=chosen.topic.question, q=chosen.topic.id))
        topics += [Topic(found, phase, chosen.topic.id)] if found else []
    return kept(count_picture, frame, chosen, chosen.topic).heading, topics, view


def _cities(view: View) -> Made:
    frame = frame_of(view)
    if not any(row["spoken_in"] for row in places_of(frame).places.values()):
        return f"{view.phase_name}: no place named", (), view
    return places_finding(frame), _at_place(view, MOST_TOPICS) if view.place else (), view


def _checks(view: View) -> Made:
    frame = frame_of(view)
    counts = answer(finding_counts, frame, frame.phase, frame.at, Narrowed())
    return findings_heading(by_kind(counts)) if counts else NOTHING_TO_CHECK, (), view


def _sources(view: View) -> Made:
    frame = frame_of(view)
    return kept(sources_heading, frame, Wanted(phase=frame.phase)), (), view


def _method(view: View) -> Made:
    return example_title(frame_of(view)), (), view


SCREENS: dict[str, Callable[[View], Made]] = {
    FIRST: _overview,
    "compare": _compare,
    "cities": _cities,
    "timeline": _timeline,
    "checks": _checks,
    "sources": _sources,
    "method": _method,
    "try": lambda view: (TRY_TITLE, (), view),
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
    heading = claim_title(frame_of(view), claim)
    countable = row["metric_value"] in ("count", "share") and not words.given(row["site"])
    shown = replace(view, phase=row["phase"], phase_name=row["phase_name"])
    topics: tuple[Topic, ...] = ()
    if countable:
        shown = replace(shown, question=question_of(row["phase"], row), q=question_id(row))
        found = finding_of(shown)
        topics = (Topic(found, row["phase"], shown.q),) if found else ()
    return Screen("sources", heading, topics, source_line(shown), shown)


def _at_place(view: View, most: int) -> list[Topic]:
    """What was told of the place: the questions that most parties, then most claimants, spoke on."""
    known = questions(view.store, view.phase, view.at).to_dict("records")
    here = [row for row in known if view.place in str(row["place_key"]).split("+")]
    order = sorted(here, key=lambda row: ("+" in str(row["place_key"]), -row["parties"], -row["claimants"]))
    topics: list[Topic] = []
    for row in order[:most]:
        q = question_id(row)
        found = finding_of(replace(view, question=question_of(view.phase, row), q=q))
        if found is not None:
            topics.append(Topic(found, view.phase, q))
    return topics
