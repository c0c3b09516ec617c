"""`/card.png`: the picture that a post or a preview shows of an address."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from time import monotonic

from starlette.requests import Request
from starlette.routing import Route

from charts.card.draw_card import Card, CardFigure, draw_card
from charts.look import side_marks
from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.kept_answers import answer
from pages.parts.public.answers import METHODS, Sent, public
from pages.parts.public.asked_view import NotAnswered, View, read_view, with_question
from pages.parts.public.finding import Finding, finding_of, question_at
from pages.parts.public.first_screen import source_line
from pages.parts.public.own_address import own_address, written
from queries.frame.phases_and_sides import pages_read, side_order

THEMES = ("light", "dark")
A_SECOND, AT_ONCE = 8.0, 40.0


class Pace:
    """How many cards nobody has asked for before may be drawn: some at once, then so many a second."""

    def __init__(self, a_second: float, at_once: float) -> None:
        self.a_second, self.at_once = a_second, at_once
        self._left, self._at, self._lock = at_once, monotonic(), Lock()

    def one_more(self) -> None:
        """Take one, or NotAnswered where too many were taken."""
        with self._lock:
            now = monotonic()
            self._left = min(self.at_once, self._left + (now - self._at) * self.a_second)
            self._at = now
            if self._left < 1:
                raise NotAnswered(429, "Too many new cards are asked for at the same time; try again in two seconds.")
            self._left -= 1


pace = Pace(A_SECOND, AT_ONCE)


@public
def card(request: Request, snapshot: Snapshot) -> Sent:
    """The card of a question, of a place or of a phase at a moment, in one of two themes."""
    theme = request.query_params.get("theme", THEMES[0])
    if theme not in THEMES:
        raise NotAnswered(400, "Write theme=light or theme=dark.", "theme")
    view = read_view(snapshot, request.query_params)
    base = own_address(request)
    key = f"card {base} {theme} {sorted(view.parameters().items())}"

    def make() -> bytes:
        pace.one_more()
        shown = shown_on_card(view)
        finding = finding_of(shown.frame, shown.chosen) if shown.chosen else None
        return draw_card(card_of(shown, finding, base), theme)

    return Sent(key, "png", make)


def shown_on_card(view: View) -> View:
    """What a card of this address shows: its question, the first at its place, or the first of the phase."""
    if view.place and view.chosen is None:
        return replace(view, chosen=question_at(view.frame, view.place))
    return with_question(view)


def card_of(view: View, finding: Finding | None, base: str) -> Card:
    """What stands on the card: every party's figure, or that it is silent; never one side alone."""
    facts = view.frame.snapshot.facts
    page = "cities" if view.place else "compare"
    asked = {name: value for name, value in view.parameters().items() if name != "q" or not view.place}
    address = written(base, page, asked).partition("//")[2] or facts["title"]
    source = source_line(view.frame, answer(pages_read, view.frame, view.frame.phase)[1])
    if finding is None:
        heading = f"{view.frame.phase_name}: no figure on this in what was read"
        return Card(facts["title"], heading, (), "", "", "", source, address)
    marks = side_marks(answer(side_order, view.frame))
    figures = tuple(
        CardFigure(figure.claimant, figure.value, figure.said, marks[figure.side_id].colour)
        for figure in finding.figures
    )
    silent = "; ".join(f"No figure from {side} in what was read" for side in finding.silent)
    return Card(facts["title"], finding.heading, figures, silent, finding.verdict, finding.reasons, source, address)


CARDS = [Route("/card.png", card, methods=METHODS)]
