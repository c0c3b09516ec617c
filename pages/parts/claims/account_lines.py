"""What the count over time is drawn from, for a question of this phase and of others: one panel a phase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from charts.look import Mark, side_marks
from charts.over_time_panels import Panel
from charts.words import given
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.running_page import Frame
from queries.ask_store import Store
from queries.compare.questions import Question
from queries.frame.phases_and_sides import phases, side_order
from queries.side_by_side.first_screen import phase_story
from queries.side_by_side.phase_account import Account
from queries.side_by_side.question_over_time import Story, question_over_time
from queries.timeline.events_and_statements import attacks_of_phase, bounds_of_phase

EDGE = 0.04  # of the stretch shown, where the data give no view
FURTHEST = 1  # lengths of the view by which a figure said later may draw the axis out


def account_lines(frame: Frame, question: Question, shown: Sequence[str] = ()) -> list[Panel]:
    """The panels of the phases `shown` (default: the page's own), in order of time, each cut at the moment T where it
    is the page's phase. `question.phase` is not looked at: the same question is put to each."""
    found = [answer(panel_of, frame, replace(question, phase=phase), frame.zone) for phase in shown or (frame.phase,)]
    return [replace(panel, at=frame.at) if panel.phase == frame.phase else panel for panel in found]


def panel_of(store: Store, question: Question, zone: str) -> Panel:
    """A phase's panel with everything ever said, kept for the store: a page cuts it at its moment."""
    account = phase_story(store, question.phase, zone).account
    row = next(row for row in phases(store).to_dict("records") if row["id"] == question.phase)
    story = question_over_time(store, question, account, zone)
    start, end = stretch(row, story, account)
    parties = tuple(str(party["id"]) for party in account.parties)
    zero = row["zero"].to_pydatetime() if given(row["zero"]) else None
    bounds, attacks = bounds_of_phase(store, question.phase), attacks_of_phase(store, question.phase)
    title = str(row["short"] if given(row["short"]) else row["name"])
    return Panel(question.phase, title, start, end, zero, story, parties, bounds, attacks)


def stretch(phase: Mapping[str, Any], story: Story, account: Account) -> tuple[datetime, datetime]:
    """The axis of a phase: its view, drawn out to figures of the question said a little later; where the data give no
    view, from day zero, or from what was said first, to what was said last."""
    told = [claim["said_to"] for claims in (story.beside, *story.ladders) for claim in claims]
    if given(phase["view_from"]) and given(phase["view_to"]):
        first, last = (pd.Timestamp(phase[name]).to_pydatetime() for name in ("view_from", "view_to"))
        reached = max((moment for moment in told if moment <= last + FURTHEST * (last - first)), default=last)
        return first, last if reached <= last else reached + EDGE * (reached - first)
    said = told or list(account.moments)
    zero = [phase["zero"].to_pydatetime()] if given(phase["zero"]) else []
    first, last = min([*zero, *said], default=datetime(1970, 1, 1)), max([*zero, *said], default=datetime(1970, 1, 2))
    edge = max((last - first) * EDGE, timedelta(hours=1) if zero or said else timedelta(0))
    return first if zero and first == zero[0] else first - edge, last + edge


def marks_over_time(frame: Frame) -> dict[str | None, Mark]:
    """Colour and shape of each side."""
    return side_marks(answer(side_order, frame))
