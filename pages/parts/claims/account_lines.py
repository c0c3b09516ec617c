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

NOWHEN = datetime(1970, 1, 1)
EDGE = 0.04  # of the stretch shown, where the data give no view
FURTHEST = 1  # lengths of the view by which a figure said later may draw the axis out


def account_lines(frame: Frame, question: Question, shown: Sequence[str] = ()) -> list[Panel]:
    """The panels of the phases `shown` (default: the page's own), in the order given, each cut at the moment T where it
    is the page's phase. `question.phase` is not looked at: the same question is put to each."""
    found = [whole_panel(frame, replace(question, phase=phase)) for phase in shown or (frame.phase,)]
    return [replace(panel, at=frame.at) if panel.phase == frame.phase else panel for panel in found]


def whole_panel(frame: Frame, question: Question) -> Panel:
    """A phase's panel with everything ever said, kept for the store: a page cuts it at its moment."""
    account = answer(phase_story, frame, question.phase, frame.zone).account
    phase = answer(phase_rows, frame)[question.phase]

    def asked(store: Store, question: Question, zone: str) -> Panel:
        story = question_over_time(store, question, account, zone)
        bounds, attacks = bounds_of_phase(store, question.phase), attacks_of_phase(store, question.phase)
        return panel_of(story, phase, account, bounds, attacks)

    return answer(asked, frame, question, frame.zone)


def phase_rows(store: Store) -> dict[str, dict[str, Any]]:
    """The phases by id, in their order: id, name, short, zero, view_from, view_to, claims; None where nothing is
    given."""
    rows = phases(store).to_dict("records")
    return {row["id"]: {key: value if given(value) else None for key, value in row.items()} for row in rows}


def panel_of(
    story: Story,
    phase: Mapping[str, Any],
    account: Account,
    bounds: Sequence[Mapping[str, Any]] = (),
    attacks: Sequence[Mapping[str, Any]] = (),
) -> Panel:
    """A panel from the rows that it is drawn from."""
    start, end = stretch(phase, story, account)
    parties = tuple(str(party["id"]) for party in account.parties)
    title, zero = str(phase["short"] or phase["name"]), phase["zero"]
    zero = zero.to_pydatetime() if zero is not None else None
    return Panel(str(phase["id"]), title, start, end, zero, story, parties, tuple(bounds), tuple(attacks))


def stretch_of(phase: Mapping[str, Any], moments: Sequence[datetime]) -> tuple[datetime, datetime]:
    """The axis of a phase: its view; where the data give none, from day zero, or from the first of the moments, to the
    last of them."""
    if phase["view_from"] is not None and phase["view_to"] is not None:
        first, last = (pd.Timestamp(phase[name]).to_pydatetime() for name in ("view_from", "view_to"))
        return first, last
    zero = [phase["zero"].to_pydatetime()] if phase["zero"] is not None else []
    first, last = min([*zero, *moments], default=NOWHEN), max([*zero, *moments], default=NOWHEN)
    edge = max((last - first) * EDGE, timedelta(hours=1))
    return first if zero and first == zero[0] else first - edge, last + edge


def stretch(phase: Mapping[str, Any], story: Story, account: Account) -> tuple[datetime, datetime]:
    """The axis of a question: that of its phase, drawn out to figures of the question said a little later."""
    claims = [claim for claims in (story.beside, *story.ladders) for claim in claims]
    told = [claim["said_to"] for claim in claims]
    days = [claim["said_from"] for claim in claims if claim["said_precision"] == "day"]
    first, last = stretch_of(phase, told + days or account.moments)
    reached = max((moment for moment in told if moment <= last + FURTHEST * (last - first)), default=last)
    return first, last if reached <= last else reached + EDGE * (reached - first)


def marks_over_time(frame: Frame) -> dict[str | None, Mark]:
    """Colour and shape of each side."""
    return side_marks(answer(side_order, frame))
