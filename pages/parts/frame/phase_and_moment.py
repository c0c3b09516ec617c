"""Phase and the moment T: read from the address, where they stand as ids; the same on every page (design.md §3, §8)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from charts.words import local
from ledger.shapes.moments import read_moment
from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.kept_answers import answer_from
from pages.parts.frame.running_page import Frame, moment_label
from queries.ask_store import Store
from queries.frame.phases_and_sides import moments, pages_read, phases

LONGEST_SHOWN = 40


@dataclass(frozen=True)
class Phases:
    """The phases in their order: one row is id, name, short. `first` is shown where the address names none."""

    rows: tuple[Mapping[str, Any], ...]
    first: str

    def named(self, text: str | None) -> Mapping[str, Any] | None:
        """The phase that an id means, or a label of an earlier link: its name, or its name and id where two share
        one."""
        for row in self.rows:
            if text in (row["id"], row["name"], f"{row['name']} ({row['id']})"):
                return row
        return None


@dataclass(frozen=True)
class Moments:
    """The moments (naive UTC, ascending) by which something about a phase had been said, and how the address holds
    them: `2031-09-21`, `2031-09-21T18:10`."""

    at: tuple[datetime, ...]
    labels: tuple[str, ...]


def phase_choices(store: Store) -> Phases:
    """The phases; first shown is the last one with a day zero and claims, else the last with claims."""
    rows = tuple(phases(store)[["id", "name", "short", "claims", "zero"]].to_dict("records"))
    told = [row for row in rows if row["claims"]]
    dated = [row for row in told if pd.notna(row["zero"])]
    return Phases(rows, (dated or told or [rows[0]])[-1]["id"])


def moment_choices(store: Store, phase: str, zone: str) -> Moments:
    """The moments of a phase."""
    said = moments(store, phase)
    labels = [moment_label(row.moment, bool(row.has_time), zone) for row in said.itertuples()]
    return Moments(tuple(moment.to_pydatetime() for moment in said["moment"]), tuple(labels))


@dataclass(frozen=True)
class Choice:
    """What an address says of phase and moment: the frame of the run, and a sentence for each part of it that means
    nothing here. `canonical` is the address in ids, where the reader's was another."""

    frame: Frame
    phases: Phases
    said: Moments
    in_part: int
    notes: tuple[str, ...]
    canonical: Mapping[str, str]


def choice_of(snapshot: Snapshot, parameters: Mapping[str, str]) -> Choice:
    """Phase and moment of an address. A moment chosen in one phase means nothing in another: it is left out, and the
    reader is told."""
    assert snapshot.connection is not None
    known = answer_from(snapshot, phase_choices)
    zone = snapshot.facts["timezone"]
    asked = parameters.get("phase")
    row = known.named(asked)
    notes = []
    if asked and row is None:
        notes.append(f"There is no {snapshot.facts['phase_word']} “{asked[:LONGEST_SHOWN]}”; the latest is shown.")
    row = row or known.named(known.first)
    assert row is not None
    said = answer_from(snapshot, moment_choices, row["id"], zone)
    at, note = _moment(said, parameters.get("at"), zone, row["name"])
    notes += [note] if note else []
    read, in_part = answer_from(snapshot, pages_read, row["id"])
    as_of = at if at is not None else said.at[-1] if said.at else None
    frame = Frame(snapshot, snapshot.connection, zone, row["id"], row["name"], at, as_of, read)
    canonical = {} if asked in (None, row["id"]) else {"phase": str(row["id"])}
    return Choice(frame, known, said, in_part, tuple(notes), canonical)


def _moment(said: Moments, text: str | None, zone: str, phase: str) -> tuple[datetime | None, str | None]:
    """The moment T snapped to the last moment said, or None for the latest; and a sentence where T says nothing."""
    if not text:
        return None, None
    shown = text[:LONGEST_SHOWN]
    try:
        point = read_point(text, zone)
    except ValueError:
        return None, f"“{shown}” is no day (2026-01-31) or time (2026-01-31T18:00); the latest figures are shown."
    past = bisect_right(said.at, point)
    if not past or not said.at:
        return None, f"By {shown} nothing had been said about {phase} in what was read; the latest figures are shown."
    if past == len(said.at):
        return None, None if point == said.at[-1] else f"Nothing was said about {phase} after {said.labels[-1]}."
    return said.at[past - 1], None


def read_point(text: str, zone: str) -> datetime:
    """The moment a label or a reader's own words mean, as naive UTC; ValueError lists the forms."""
    text = text.strip()
    try:
        if len(text) == 16 and text[10] in " T":
            offset = local(datetime.fromisoformat(text), zone).strftime("%z")
            text = f"{text}{offset[:3]}:{offset[3:]}"
        return read_moment(text, zone).end
    except OverflowError:
        raise ValueError("a moment before the first year, or after the last") from None
