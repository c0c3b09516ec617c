"""What a reader chooses on the Timeline: one phase or all, the clock, the lanes, a span of hours, an item."""

from __future__ import annotations

from math import ceil, floor

import streamlit as st

from charts.timeline.hours_since_zero import Clock
from pages.parts.frame.markup import show, tag
from pages.parts.timeline.phase_data import MOST_PHASES, View, nearby

ALL = "Side by side"
SPAN = "timeline_span"
BRUSHES = "timeline-brushes"
Span = tuple[float, float] | None


def choose_view(known: dict[str, str], chosen: str, zone: str) -> View:
    """Draw the controls; all of them are in the address. `known` holds the phases' names by id; `chosen` is the phase
    of the moment T."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="timeline-controls"):
        shown = _choose_phases([ALL, *known.values()]) if len(known) > 1 else ALL
        zones = list(dict.fromkeys([zone, "UTC"]))
        clock = st.segmented_control("Clock", zones, default=zone, key="timeline_clock", bind="query-params")
        opened = None if shown == ALL else next(phase for phase, name in known.items() if name == shown)
        every = st.toggle(
            "A lane for each claimant",
            key="timeline_lanes",
            bind="query-params",
            disabled=opened is not None,
            help="Side by side, those who spoke once share a lane of their side. "
            "A phase opened alone has a lane for each claimant.",
        )
    if len(known) > MOST_PHASES and opened is None:
        show(tag("p", f"{MOST_PHASES} of {len(known)} phases, those about the one chosen on top.", class_="line-note"))
    about = nearby(list(known), opened or chosen)
    return View(opened, Clock(zone, clock or zone), bool(every) or opened is not None, about)


def _choose_phases(names: list[str]) -> str:
    """One phase or all: side by side as long as they fit, else in a list."""
    if len(names) <= MOST_PHASES + 1:
        return st.segmented_control("Phases", names, default=ALL, key="timeline_show", bind="query-params") or ALL
    return st.selectbox("Phases", names, key="timeline_show", bind="query-params", width=300)


def choose_span(hours: tuple[int, int]) -> tuple[Span, bool]:
    """Two ends to move, by mouse or by the arrow keys; the same hours of every phase. The whole stretch is no choice.
    And whether a drag over a chart chooses them."""
    if hours[0] >= hours[1]:
        return None, False
    with st.container(horizontal=True, vertical_alignment="bottom", key="timeline-span"):
        low, high = st.slider(
            "Span, in hours since 00:00 on the day of the first attack",
            hours[0],
            hours[1],
            hours,
            step=1,
            key=SPAN,
            bind="query-params",
            format="%d h",
        )
        st.button("Whole stretch", key="timeline-whole", disabled=(low, high) == hours, on_click=_whole, args=(hours,))
        brush = st.toggle(
            "Drag chooses a span",
            key="timeline_brush",
            bind="query-params",
            help="On: drag over a chart to choose a span of hours. Off: click a mark to read what it stands for.",
        )
    return None if (low, high) == hours else (float(low), float(high)), bool(brush)


def _whole(hours: tuple[int, int]) -> None:
    st.session_state[SPAN] = hours
    new_charts()


def new_charts() -> None:
    """Charts drawn anew: what the mouse left on them goes."""
    st.session_state[BRUSHES] = st.session_state.get(BRUSHES, 0) + 1


def chart_key(phase: str) -> str:
    """The key of a phase's chart."""
    return f"timeline-{phase}-{st.session_state.get(BRUSHES, 0)}"


def on_chart(key: str, hours: tuple[int, int] | None) -> None:
    """A brush over the chart chooses the span, a click on a mark chooses what it stands for."""
    selection = (st.session_state.get(key) or {}).get("selection", {})
    boxes = selection.get("box") or []
    if boxes:
        if hours is not None:
            low, high = sorted(float(x) for x in boxes[0]["x"])
            st.session_state[SPAN] = (max(hours[0], floor(low)), min(hours[1], ceil(high)))
        return
    for point in selection.get("points") or []:
        chosen = point.get("customdata")
        items = chosen[0] if isinstance(chosen, list | tuple) else (chosen or {}).get("0")
        if items:
            st.query_params["item"] = items
            return


def chosen_items() -> list[str]:
    """The ids in the address; one mark may stand for several."""
    return list(dict.fromkeys(part for part in st.query_params.get("item", "").split(",") if part))


def choose_item(options: dict[str, str]) -> None:
    """A list to write in, for readers without a mouse; what it says and the address always agree."""
    chosen = chosen_items()
    key = "timeline-item"
    st.session_state[key] = chosen[0] if len(chosen) == 1 and chosen[0] in options else None
    st.selectbox(
        "Choose an event or a statement",
        list(options),
        index=None,
        key=key,
        format_func=options.__getitem__,
        placeholder="Write a name, a figure or a day",
        on_change=_item_chosen,
        args=(key,),
    )


def _item_chosen(key: str) -> None:
    item = st.session_state[key]
    if item:
        st.query_params["item"] = item
    elif "item" in st.query_params:
        del st.query_params["item"]
