"""`/card.png`: the picture that a post or a preview shows of an address."""

from __future__ import annotations

from threading import Lock
from time import monotonic

from starlette.requests import Request
from starlette.routing import Route

from charts.card.draw_card import Card, CardFigure, draw_card
from charts.look import side_marks
from ledger.store.live_snapshot import Snapshot
from pages.parts.public.answers import METHODS, Sent, public
from pages.parts.public.asked_view import NotAnswered, View, read_view
from pages.parts.public.finding import Finding
from pages.parts.public.first_screen import card_view, source_line
from pages.parts.public.own_address import own_address, written
from queries.frame.phases_and_sides import side_order

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
        shown, finding = card_view(view)
        return draw_card(card_of(shown, finding, base), theme)

    return Sent(key, "png", make)


def card_of(view: View, finding: Finding | None, base: str) -> Card:
    """What stands on the card: every party's figure, or that it is silent; never one side alone."""
    facts = view.snapshot.facts
    page = "cities" if view.place and not view.q else "compare"
    address = written(base, page, view.parameters()).partition("//")[2] or facts["title"]
    source = source_line(view)
    if finding is None:
        heading = f"{view.phase_name}: no figure on this in what was read"
        return Card(facts["title"], heading, (), "", "", "", source, address)
    marks = side_marks(side_order(view.store))
    figures = tuple(
        CardFigure(figure.claimant, figure.value, figure.said, marks[figure.side_id].colour)
        for figure in finding.figures
    )
    silent = "; ".join(f"No figure from {side} in what was read" for side in finding.silent)
    return Card(facts["title"], finding.heading, figures, silent, finding.verdict, finding.reasons, source, address)


CARDS = [Route("/card.png", card, methods=METHODS)]
