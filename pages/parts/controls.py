"""Phase and the moment T: chosen once, kept in the address, the same on every page (design.md §3)."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import streamlit as st

from charts.words import local
from ledger.live import Snapshot
from ledger.moments import read_moment
from pages.parts.asking import answer_from
from pages.parts.frame import Frame, moment_label
from pages.parts.markup import show, tag
from queries.frame import moments, pages_read, phases

SET_ASIDE = "moment-set-aside"


def choose_frame(snapshot: Snapshot) -> Frame:
    """Draw the two controls and the line on what was read; what they say is the frame of this run."""
    assert snapshot.connection is not None
    known = answer_from(snapshot, phases)
    zone = snapshot.facts["timezone"]
    with st.container(horizontal=True, vertical_alignment="bottom", key="frame-controls"):
        row = _choose_phase(snapshot, known)
        said = answer_from(snapshot, moments, row["id"])
        at, note = _choose_moment(said, zone)
    note = note or st.session_state.pop(SET_ASIDE, None)
    if note:
        st.info(note)
    read, in_part = answer_from(snapshot, pages_read, row["id"])
    show(tag("p", reading_line(read, in_part, snapshot.facts["read_note"]), class_="reading-line"))
    as_of = _last_said(said, at)
    first = known.iloc[_busiest(known)]["name"]
    return Frame(snapshot, snapshot.connection, zone, row["id"], row["name"], at, as_of, read, first)


def _choose_phase(snapshot: Snapshot, known: pd.DataFrame) -> pd.Series:
    names = list(phase_labels(known))
    name = st.selectbox(
        "Phase",
        names,
        index=_busiest(known),
        key="phase",
        bind="query-params",
        on_change=_set_aside_outside,
        args=(snapshot,),
        width=220,
    )
    return known.iloc[names.index(name)]


def phase_labels(known: pd.DataFrame) -> dict[str, str]:
    """What the control and the address call each phase, and its id: the name, with the id where two share one."""
    twice = known["name"].duplicated(keep=False)
    labels = known["name"].where(~twice, known["name"] + " (" + known["id"] + ")")
    return dict(zip(labels, known["id"], strict=True))


def _set_aside_outside(snapshot: Snapshot) -> None:
    """A moment chosen in one phase means nothing in another: it is cleared, and the reader is told."""
    text, name, zone = st.session_state.get("at"), st.session_state["phase"], snapshot.facts["timezone"]
    if not text:
        return
    said = answer_from(snapshot, moments, phase_labels(answer_from(snapshot, phases))[name])
    try:
        point = pd.Timestamp(read_point(text, zone))
        inside = not said.empty and said["moment"].iloc[0] <= point <= said["moment"].iloc[-1]
    except ValueError:
        inside = False
    if not inside:
        st.session_state["at"] = None
        st.session_state[SET_ASIDE] = f"The moment {text} lies outside {name}, so the latest figures are shown."


def reading_line(read: int, in_part: int, note: str) -> str:
    """What stands under every page's title (design.md §5.9)."""
    pages = "1 page was" if read == 1 else f"{read} pages were"
    share = "all" if in_part == read else str(in_part)
    part = "" if not in_part else ", only in part" if read == 1 else f", {share} of them only in part"
    return f"Figures as reported; none was verified here. {pages} read for this phase{part}. {note}"


def _busiest(known: pd.DataFrame) -> int:
    """The phase shown first: the last one that has a day zero and claims, else the last with claims."""
    told = [n for n, row in enumerate(known.itertuples()) if row.claims]
    dated = [n for n in told if pd.notna(known["zero"].iloc[n])]
    return (dated or told or [0])[-1]


def _choose_moment(said: pd.DataFrame, zone: str) -> tuple[datetime | None, str | None]:
    """The moment T snapped to the last moment said, or None for the latest; and a sentence where T says nothing."""
    options = [moment_label(row.moment, bool(row.has_time), zone) for row in said.itertuples()]
    text = st.selectbox(
        "As of",
        options,
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
        try:
            point = read_point(text, zone)
        except ValueError:
            note = f"“{text[:40]}” is no day (2026-01-31) or time (2026-01-31 18:00); the latest figures are shown."
    _draw_steps(options, point, said)
    if point is None or said.empty:
        return None, note
    known = said["moment"][said["moment"] <= pd.Timestamp(point)]
    if known.empty:
        return point, f"By {text} nothing had been said, as far as the pages read show."
    return known.iloc[-1].to_pydatetime(), note


def _draw_steps(options: list[str], point: datetime | None, said: pd.DataFrame) -> None:
    """Buttons to the previous and the next moment at which something was said."""
    here = len(options) - 1
    if point is not None:
        here = int((said["moment"] <= pd.Timestamp(point)).sum()) - 1
    before = options[here - 1] if here > 0 else None
    after = options[here + 1] if point is not None and here + 1 < len(options) else None
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


def _last_said(said: pd.DataFrame, at: datetime | None) -> datetime | None:
    if at is not None:
        return at
    return None if said.empty else said["moment"].iloc[-1].to_pydatetime()
