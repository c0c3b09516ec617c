"""What an address asks for: phase, moment T, question, place, all by id (docs/addresses.md)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd

from charts.words import local
from ledger.shapes.moments import read_moment
from ledger.store.live_snapshot import Snapshot
from queries.ask_store import Store, ask
from queries.compare.question_ids import find_question, question_id
from queries.compare.questions import Question
from queries.frame.phases_and_sides import moments, phases
from queries.public.public_addresses import place_by_id

LONGEST = 2000


class NotAnswered(Exception):
    """An address that cannot be answered: `status` is that of HTTP, the text a sentence that says what to do, `about`
    the parameter that is at fault, if one is."""

    def __init__(self, status: int, sentence: str, about: str = "") -> None:
        super().__init__(sentence)
        self.status, self.about = status, about


@dataclass(frozen=True)
class View:
    """What is shown at an address. `at` is T (naive UTC) snapped to the last moment at which something was said, or
    None for the latest; `as_of` is never None where anything was said."""

    snapshot: Snapshot
    store: Store
    phase: str
    phase_name: str
    at: datetime | None
    as_of: datetime | None
    has_time: bool
    question: Question | None = None
    q: str = ""
    place: str = ""

    @property
    def zone(self) -> str:
        """The dataset's zone, in which days begin and end."""
        return self.snapshot.facts["timezone"]

    @property
    def day(self) -> str | None:
        """T as an address holds it: `2031-03-11`, or `2031-03-11 18:10` where a time of day is known."""
        return moment_in_address(self.as_of, self.has_time, self.zone) if self.as_of is not None else None

    def parameters(self) -> dict[str, str]:
        """The address that shows this for good: T is written out also where it is the latest."""
        named = {"phase": self.phase, "at": self.day or "", "q": self.q, "place": self.place}
        return {name: value for name, value in named.items() if value}


def read_view(snapshot: Snapshot, asked: Mapping[str, str]) -> View:
    """The view of an address; NotAnswered for what the data do not have."""
    if snapshot.connection is None:
        raise NotAnswered(503, "The data folder has errors and no earlier figures are kept; try again later.")
    store = snapshot.connection
    phase, name = read_phase(store, asked.get("phase", ""))
    at, as_of, has_time = read_t(store, phase, asked.get("at", ""), snapshot.facts["timezone"])
    view = View(snapshot, store, phase, name, at, as_of, has_time)
    question, q = read_question(store, phase, asked.get("q", ""))
    return replace(view, question=question, q=q, place=read_place(store, asked.get("place", "")))


def read_phase(store: Store, asked: str) -> tuple[str, str]:
    """Id and name of a phase; without one, the last with a day zero and claims, else the last with claims."""
    known = phases(store).to_dict("records")
    if not asked:
        told = [row for row in known if row["claims"]] or known[:1]
        dated = [row for row in told if pd.notna(row["zero"])]
        row = (dated or told)[-1]
        return row["id"], row["name"]
    for row in known:
        if asked in (row["id"], row["name"]):  # names: addresses of before
            return row["id"], row["name"]
    names = ", ".join(row["id"] for row in known)
    raise NotAnswered(404, f"There is no such phase. Write phase= with one of: {names}.", "phase")


def read_t(store: Store, phase: str, asked: str, zone: str) -> tuple[datetime | None, datetime | None, bool]:
    """T snapped to the last moment at which something was said (None: the latest), the moment of the figures shown,
    and whether it has a time of day."""
    said = moments(store, phase)
    known = [moment.to_pydatetime() for moment in said["moment"]]
    if not asked:
        return None, (known[-1] if known else None), bool(known and said["has_time"].iloc[-1])
    try:
        point = read_point(asked, zone)
    except (ValueError, OverflowError):
        form = "Write at= as a day (2031-03-11) or a time (2031-03-11 18:00)."
        raise NotAnswered(400, form, "at") from None
    past = bisect_right(known, point)
    if not past:
        return point, None, True
    return known[past - 1], known[past - 1], bool(said["has_time"].iloc[past - 1])


def read_point(text: str, zone: str) -> datetime:
    """The moment that a day or a time in the dataset's zone means, as naive UTC; ValueError lists the forms."""
    text = text.strip()
    if len(text) == 16 and text[10] in " T":
        offset = local(datetime.fromisoformat(text), zone).strftime("%z")
        text = f"{text}{offset[:3]}:{offset[3:]}"
    return read_moment(text, zone).end


def moment_in_address(moment: datetime, has_time: bool, zone: str) -> str:
    """`2031-03-11` for the end of that day, `2031-03-11 18:10` where the data have a time of day."""
    if has_time and local(moment, zone).strftime("%H:%M") != "00:00":
        return f"{local(moment, zone):%Y-%m-%d %H:%M}"
    return f"{local(pd.Timestamp(moment) - pd.Timedelta(seconds=1), zone):%Y-%m-%d}"


def read_question(store: Store, phase: str, asked: str) -> tuple[Question | None, str]:
    """The question and its id as it should be written, or None and nothing where none is asked for."""
    if not asked:
        return None, ""
    found = find_question(store, phase, asked)
    if found is None:
        what = "There is no such question in this phase. The file /api/questions.csv lists their ids."
        raise NotAnswered(404, what, "q")
    return found, question_id({**_as_row(found), "family_metric": first_metric(store, found.family)})


def first_metric(store: Store, family: str) -> str:
    """The metric that names a family in addresses."""
    return str(ask(store, "compare/family_metrics", word=family)["family_metric"].iloc[0])


def _as_row(question: Question) -> dict[str, Any]:
    return {"group": question.group, "by": question.by, "who_key": question.who, "place_key": question.place}


def read_place(store: Store, asked: str) -> str:
    """The id of a place, or nothing where none is asked for."""
    if not asked:
        return ""
    if place_by_id(store, asked) is None:
        raise NotAnswered(404, "There is no such place. The file /api/places.csv lists their ids.", "place")
    return asked
