"""What an address finds, in words: each party's newest figure with claimant and day, and what the gate says of them.

Made of what the pages show, so that page, first sight, card, preview, feed and citation say the same: the figures that
stand for each side and the heading of Compare (newest.py), the rows of the Overview (topic_rows.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from charts import words
from charts.finding_words import Verdict, owner, told, verdict
from pages.parts.claims.question_choice import chosen_question
from pages.parts.claims.topic_rows import finding_of as topic_finding
from pages.parts.claims.topic_rows import name_of, parties_of, story_of, verdict_of
from pages.parts.compare.newest import heading_text, newest_of, topic_of
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.running_page import Frame
from pages.parts.public.asked_view import View
from queries.frame.phases_and_sides import pages_read
from queries.side_by_side.first_screen import TopicRow

WHOLE = "operation"
Claim = Mapping[str, Any]


@dataclass(frozen=True)
class Figure:
    """One claimant's figure: the value as it is quoted, the day on which it was said, where it was read."""

    claim: str
    side_id: str | None
    claimant: str
    value: str
    said: str
    period: str
    publisher: str


@dataclass(frozen=True)
class Finding:
    """The answer to one question at one moment. `verdict` and `reasons` are the two lines of the verdict."""

    heading: str
    topic: str
    figures: tuple[Figure, ...]
    silent: tuple[str, ...]
    verdict: str
    reasons: str


def frame_of(view: View) -> Frame:
    """The frame in which the pages would draw the view. Before anything was said they show the latest."""
    read, _ = pages_read(view.store, view.phase)
    at = view.at if view.as_of is not None else None
    frame = Frame(view.snapshot, view.store, view.zone, view.phase, view.phase_name, at, view.as_of, read)
    moments = story_of(frame).account.moments
    if at is not None and at not in moments:
        at = None
    as_of = at or (moments[-1] if moments else None)
    return Frame(view.snapshot, view.store, view.zone, view.phase, view.phase_name, at, as_of, read)


def finding_of(view: View) -> Finding | None:
    """What Compare finds at the view, or None where nobody had given a figure."""
    frame = frame_of(view)
    chosen = chosen_question(frame, {"q": view.q} if view.q else {})
    if chosen is None:
        return None
    newest = kept(newest_of, frame, chosen.question, ())
    if not newest.quoted:
        return None
    said = verdict(newest.pair, *newest.quoted[:2]) if newest.pair is not None else Verdict(None, "", "")
    figures = _figures(newest.quoted, chosen.question.group, view.zone)
    heading = heading_text(frame, chosen, newest)
    return Finding(heading, topic_of(chosen.row), figures, newest.silent, _capital(said.short), said.why)


def finding_of_row(frame: Frame, row: TopicRow) -> Finding:
    """What a row of the Overview finds: the parties' figures, or those of others where no party has spoken."""
    story = story_of(frame)
    parties = parties_of(story)
    leads = [row.leads[party["id"]] for party in parties if party["id"] in row.leads] or list(row.leads.values())
    silent = tuple(str(party["name"]) for party in parties if party["id"] not in row.leads)
    said = verdict_of(story, row) if row.pair is not None else Verdict(None, "", "")
    figures = _figures(leads, row.topic.group, frame.zone)
    return Finding(topic_finding(story, row), name_of(story, row), figures, silent, _capital(said.short), said.why)


def claim_words(row: Claim) -> str:
    """`more than 25 killed of Wardens`, with the place where it is not the whole."""
    people = f" of {words.whom(row)}" if words.whom(row) else ""
    where = "" if row["place_key"] == WHOLE else f", {words.place(row)}"
    return f"{words.value(row)} {row['metric_label']}{people}{where}"


def _figures(claims: Iterable[Claim], group: str | None, zone: str) -> tuple[Figure, ...]:
    return tuple(
        Figure(str(claim["id"]), claim["side"], owner(claim), told(claim, group), words.said(claim, zone),
               words.period(claim, zone), str(claim["publisher"]))
        for claim in claims
    )


def _capital(text: str) -> str:
    return words.sentence_case(text) if text else ""
