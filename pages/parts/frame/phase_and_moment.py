"""Phase and the moment T: chosen once, kept in the address, the same on every page (design.md §3)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import streamlit as st

from charts.words import local
from ledger.shapes.moments import read_moment
from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.kept_answers import answer_from
from pages.parts.frame.markup import as_plain, show, tag
from pages.parts.frame.running_page import Frame, moment_label
from queries.ask_store import Store
from queries.frame.phases_and_sides import moments, pages_read, phases

SET_ASIDE = "moment-set-aside"


@dataclass(frozen=True)
class Phases:
    """The phases as the control offers them: `labels` are the names, with the id where two share one."""

    labels: tuple[str, ...]
    ids: tuple[str, ...]
    first: int


@dataclass(frozen=True)
class Moments:
    """The moments (naive UTC, ascending) by which something about a phase had been said, and their labels."""

    at: tuple[datetime, ...]
    labels: tuple[str, ...]


def phase_choices(store: Store) -> Phases:
    """The phases; first shown is the last one with a day zero and claims, else the last with claims."""
    known = phases(store)
    twice = known["name"].duplicated(keep=False)
    labels = known["name"].where(~twice, known["name"] + " (" + known["id"] + ")")
    told = [number for number, claims in enumerate(known["claims"]) if claims]
    dated = [number for number in told if pd.notna(known["zero"].iloc[number])]
    return Phases(tuple(labels), tuple(known["id"]), (dated or told or [0])[-1])


def moment_choices(store: Store, phase: str, zone: str) -> Moments:
    """The moments of a phase."""
    said = moments(store, phase)
    labels = [moment_label(row.moment, bool(row.has_time), zone) for row in said.itertuples()]
    return Moments(tuple(moment.to_pydatetime() for moment in said["moment"]), tuple(labels))


def choose_frame(snapshot: Snapshot) -> Frame:
    """Draw the two controls and the line on what was read; what they say is the frame of this run."""
    assert snapshot.connection is not None
    known = answer_from(snapshot, phase_choices)
    zone = snapshot.facts["timezone"]
    with st.container(horizontal=True, vertical_alignment="bottom", key="frame-controls"):
        label = st.selectbox(
            "Phase",
            known.labels,
            index=known.first,
            key="phase",
            bind="query-params",
            on_change=_set_aside_outside,
            args=(snapshot,),
            width=220,
        )
        phase = known.ids[known.labels.index(label)]
        said = answer_from(snapshot, moment_choices, phase, zone)
        at, note = _choose_moment(said, zone)
    note = note or st.session_state.pop(SET_ASIDE, None)
    if note:
        st.info(note)
    read, in_part = answer_from(snapshot, pages_read, phase)
    show(tag("p", reading_line(read, in_part, snapshot.facts["read_note"]), class_="reading-line"))
    as_of = at if at is not None else said.at[-1] if said.at else None
    return Frame(snapshot, snapshot.connection, zone, phase, label, at, as_of, read, known.labels[known.first])


def _set_aside_outside(snapshot: Snapshot) -> None:
    """A moment chosen in one phase means nothing in another: it is cleared, and the reader is told."""
    text, label, zone = st.session_state.get("at"), st.session_state["phase"], snapshot.facts["timezone"]
    if not text:
        return
    known = answer_from(snapshot, phase_choices)
    said = answer_from(snapshot, moment_choices, known.ids[known.labels.index(label)], zone)
    try:
        inside = bool(said.at) and said.at[0] <= read_point(text, zone) <= said.at[-1]
    except ValueError:
        inside = False
    if not inside:
        st.session_state["at"] = None
        shown, phase = as_plain(text[:40]), as_plain(label)
        st.session_state[SET_ASIDE] = f"The moment {shown} lies outside {phase}, so the latest figures are shown."


def reading_line(read: int, in_part: int, note: str) -> str:
    """What stands under every page's title (design.md §5.9)."""
    pages = "1 page was" if read == 1 else f"{read} pages were"
    share = "all" if in_part == read else str(in_part)
    part = "" if not in_part else ", only in part" if read == 1 else f", {share} of them only in part"
    return f"Figures as reported; none was verified here. {pages} read for this phase{part}. {note}"


def _choose_moment(said: Moments, zone: str) -> tuple[datetime | None, str | None]:
    """The moment T snapped to the last moment said, or None for the latest; and a sentence where T says nothing."""
    text = st.selectbox(
        "As of",
        said.labels,
        index=None,
        key="at",
        bind="query-params",
        placeholder="Latest",
        accept_new_options=True,
        width=220,
        help="What had been said by this moment. Choose one, or write a day or a time: 2026-01-31 18:00.",
    )
    point, note = None, None
    if text:
        shown = as_plain(text[:40])
        try:
            point = read_point(text, zone)
        except ValueError:
            note = f"“{shown}” is no day (2026-01-31) or time (2026-01-31 18:00); the latest figures are shown."
    _draw_steps(said, point)
    if point is None or not said.at:
        return None, note
    past = bisect_right(said.at, point)
    if not past:
        return point, f"By {shown} nothing had been said, as far as the pages read show."
    return said.at[past - 1], note


def _draw_steps(said: Moments, point: datetime | None) -> None:
    """Buttons to the previous and the next moment at which something was said."""
    here = len(said.at) - 1 if point is None else bisect_right(said.at, point) - 1
    before = said.labels[here - 1] if here > 0 else None
    after = said.labels[here + 1] if point is not None and here + 1 < len(said.labels) else None
    for label, target, key in (("← Earlier", before, "at-earlier"), ("Later →", after, "at-later")):
        st.button(label, key=key, disabled=target is None, on_click=_go_to, args=(target,))
    st.button("Latest", key="at-latest", disabled=point is None, on_click=_go_to, args=(None,))


def _go_to(label: str | None) -> None:
    st.session_state["at"] = label


def read_point(text: str, zone: str) -> datetime:
    """The moment a label or a reader's own words mean, as naive UTC; ValueError lists the forms."""
    text = text.strip()
    if len(text) == 16 and text[10] in " T":
        offset = local(datetime.fromisoformat(text), zone).strftime("%z")
        text = f"{text}{offset[:3]}:{offset[3:]}"
    return read_moment(text, zone).end
