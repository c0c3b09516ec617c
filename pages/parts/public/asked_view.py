"""What a public address asks for: phase, moment T, question, place, all by id (docs/addresses.md). Where a page shows
the nearest it has and says so, these addresses answer with an error: nobody reads a note beside a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ledger.store.live_snapshot import Snapshot
from pages.parts.claims.question_choice import Chosen, chosen_question
from pages.parts.frame.kept_answers import answer, answer_from
from pages.parts.frame.phase_and_moment import choice_of, phase_choices, read_point
from pages.parts.frame.running_page import Frame, moment_label
from queries.ask_store import Store
from queries.public.public_addresses import place_by_id
from queries.sources.claims_and_reports import claim_by_id

LONGEST = 2000
LONGEST_ID = 400


class NotAnswered(Exception):
    """An address that cannot be answered: `status` is that of HTTP, the text a sentence that says what to do, `about`
    the parameter that is at fault, if one is."""

    def __init__(self, status: int, sentence: str, about: str = "") -> None:
        super().__init__(sentence)
        self.status, self.about = status, about


@dataclass(frozen=True)
class View:
    """What is shown at an address: the frame of the page, its question, the id of its place."""

    frame: Frame
    chosen: Chosen | None = None
    place: str = ""

    @property
    def store(self) -> Store:
        """The figures it is asked from."""
        return self.frame.store

    @property
    def q(self) -> str:
        """The question's id as it should be written."""
        return self.chosen.id if self.chosen else ""

    def parameters(self) -> dict[str, str]:
        """The address that shows this for good: T is written out also where it is the latest."""
        named = {"phase": self.frame.phase, "at": day_of(self.frame), "q": self.q, "place": self.place}
        return {name: value for name, value in named.items() if value}


def day_of(frame: Frame) -> str:
    """T as an address holds it (`2031-03-11`, `2031-03-11T18:10`); nothing where nothing had been said."""
    return moment_label(frame.as_of, True, frame.zone) if frame.as_of is not None else ""


def read_view(snapshot: Snapshot, asked: Mapping[str, str]) -> View:
    """The view of an address; NotAnswered for what the data do not have."""
    if snapshot.connection is None:
        raise NotAnswered(503, "The data folder has errors and no earlier figures are kept; try again later.")
    frame = read_frame(snapshot, asked)
    return View(frame, read_question(frame, asked.get("q", "")), read_place(frame, asked.get("place", "")))


def read_frame(snapshot: Snapshot, asked: Mapping[str, str]) -> Frame:
    """Phase and moment. Before the first moment nothing had been said, and nothing is shown."""
    known = answer_from(snapshot, phase_choices)
    if asked.get("phase") and known.named(asked["phase"]) is None:
        names = ", ".join(str(row["id"]) for row in known.rows)
        raise NotAnswered(404, f"There is no such phase. Write phase= with one of: {names}.", "phase")
    choice = choice_of(snapshot, {name: asked[name] for name in ("phase", "at") if asked.get(name)})
    if not asked.get("at"):
        return choice.frame
    try:
        point = read_point(asked["at"], choice.frame.zone)
    except ValueError:
        form = "Write at= as a day (2031-03-11) or a time (2031-03-11T18:00)."
        raise NotAnswered(400, form, "at") from None
    is_before = not choice.said.at or point < choice.said.at[0]
    return replace(choice.frame, at=point, as_of=None) if is_before else choice.frame


def read_question(frame: Frame, asked: str) -> Chosen | None:
    """The question, or None where none is asked for."""
    if not asked:
        return None
    chosen = chosen_question(frame, {"q": asked})
    if chosen is None or chosen.note:
        what = "There is no such question in this phase. The file /api/questions.csv lists their ids."
        raise NotAnswered(404, what, "q")
    return chosen


def read_place(frame: Frame, asked: str) -> str:
    """The id of a place, or nothing where none is asked for."""
    if asked and answer(place_by_id, frame, asked[:LONGEST_ID]) is None:
        raise NotAnswered(404, "There is no such place. The file /api/places.csv lists their ids.", "place")
    return asked


def read_claim(frame: Frame, asked: str) -> str:
    """The id of a claim as it is today: a claim that had another id formerly is found by that too."""
    found = answer(claim_by_id, frame, asked[:LONGEST_ID])
    if found.empty:
        raise NotAnswered(404, "There is no such claim. The file /api/claims.csv lists their ids.", "claim")
    return str(found["id"].iloc[0])


def with_question(view: View) -> View:
    """The view with the question that Compare shows where the address names none."""
    return view if view.chosen else replace(view, chosen=chosen_question(view.frame, {}))
