"""Who spoke when, and for which period: the lanes of one phase, the chosen item, the list."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from charts.plain_figure import Figure
from charts.timeline.lanes import MOST_LANES, Lane, Row, Stretch, claimant_lanes, event_lanes, outside
from charts.timeline.lanes_picture import lanes_picture, plot_width
from pages.parts.claims.account_lines import marks_over_time, phase_rows, stretch_of
from pages.parts.frame.address import address_besides
from pages.parts.frame.drawn_once import theme_now
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import heading, joined, page_address, show, tag
from pages.parts.frame.picture import draw_figure
from pages.parts.frame.running_page import Frame
from pages.parts.timeline.chosen_item import chosen_cards
from pages.parts.timeline.items_list import folded_list, items_at
from queries.timeline.events_and_statements import timeline_events, timeline_names, timeline_statements

WIDE, PHONE = 790, 300
KEY = "who-spoke"
ALL = 500
HOW_TO_READ = (
    "A mark is when it was said or happened, an open triangle where only the latest time is known; a line is the "
    "period covered, dotted where inferred, none where not stated. Choose a mark, or a row of the list, to read it."
)


def draw_who_spoke(frame: Frame, is_both: bool) -> None:
    """Heading with the phases to choose from, lanes, the chosen item, the list."""
    show(kept(head, frame, is_both))
    is_unfolded = st.query_params.get("lanes") == "all"
    wide = kept(lanes_of, frame, WIDE, False, is_unfolded)
    items = chosen_items()
    if wide:
        state = "chosen" if items else "all"  # drawn anew when an item is closed, so that it can be chosen again
        alt = kept(alternative, frame, is_unfolded)
        for name, low in ((f"{KEY}-{frame.phase}-{state}", False), (f"{KEY}-phone-{frame.phase}-{state}", True)):
            figure = kept(lanes_figure, frame, low, is_unfolded, theme_now())
            draw_figure(figure, name, alt=alt, on_select=lambda key=name: choose_clicked(key))
    parts = [kept(under_the_lanes, frame, is_unfolded, address_besides("lanes"))]
    if items:
        parts.append(chosen_cards(items, frame, dict(address_besides("item"))))
    parts.append(kept(folded_list, frame, address_besides("item")))
    show(*parts)


def head(frame: Frame, is_both: bool) -> Markup:
    """The section's heading, the phases as links, what each party calls this one."""
    rows = answer(phase_rows, frame)
    extra = {} if is_both else {"view": "one"}
    links = [
        tag("a", row["short"] or row["name"], href=page_address("timeline", {"phase": phase, **extra}),
            aria_current="true" if phase == frame.phase else None, data_key=f"lanes-{phase}")
        for phase, row in rows.items()
    ]
    own = [row for row in answer(timeline_names, frame) if row["phase"] == frame.phase]
    called = " · ".join(f"{row['claimant_name']}: “{row['name']}”" for row in own)
    parts = [heading(f"Who spoke when, and for which period: {frame.phase_name}")]
    if is_both and len(rows) > 1:
        label = f"{frame.phase_word.capitalize()} of the lanes"
        parts.append(tag("div", joined(links), class_="cc-chips", role="group", aria_label=label))
    if called:
        parts.append(tag("p", called, class_="timeline-names"))
    return joined(parts)


def stretch_at(frame: Frame) -> Stretch:
    """The axis of the phase: its view, or what is there with a little around it."""
    events, statements = answer(timeline_events, frame, frame.phase), answer(timeline_statements, frame, frame.phase)
    moments = [moment for row in events for moment in (row["when_from"], row["when_to"])]
    moments += [row["said_to"] for row in statements if row["said_to"]]
    return Stretch(*stretch_of(answer(phase_rows, frame)[frame.phase], moments), frame.at)


def lanes_of(frame: Frame, width: int, low: bool, is_unfolded: bool) -> list[Lane]:
    """Events on top, then the claimants side by side."""
    events, statements = items_at(frame)
    stretch, pixels = stretch_at(frame), plot_width(width, low)
    most = ALL if is_unfolded else MOST_LANES
    return event_lanes(events, stretch, frame.zone, pixels) + claimant_lanes(
        statements, stretch, frame.zone, pixels, most=most, least=1 if is_unfolded else 2
    )


def lanes_figure(frame: Frame, low: bool, is_unfolded: bool, theme: str | None) -> Figure:
    """The lanes in the ink of a theme."""
    width = PHONE if low else WIDE
    lanes = lanes_of(frame, width, low, is_unfolded)
    return lanes_picture(lanes, stretch_at(frame), marks_over_time(frame), theme, frame.zone, width, low=low)


def alternative(frame: Frame, is_unfolded: bool) -> str:
    """How much is drawn, and of whom."""
    lanes = [lane for lane in lanes_of(frame, WIDE, False, is_unfolded) if not lane.is_event]
    events, statements = items_at(frame)
    claimants = len({row["claimant"] for row in statements})
    told = f"{len({row['id'] for row in statements})} statements by {claimants} claimants"
    names = ", ".join(lane.label for lane in lanes)
    return f"{frame.phase_name}: {len(events)} events and {told}, by the time they were said. Lanes: {names}."


def under_the_lanes(frame: Frame, is_unfolded: bool, address: tuple[tuple[str, str], ...]) -> Markup:
    """How to read the marks, what was thinned out, what lies outside the axis."""
    lanes = lanes_of(frame, WIDE, False, is_unfolded)
    if not lanes:
        nothing = f"No event and no statement of this {frame.phase_word} has a time on the axis, in what was read."
        return tag("p", nothing, class_="nothing")
    said = [HOW_TO_READ, *thinned_words(lanes), *outside_words(*items_at(frame), stretch_at(frame))]
    shared = sum(lane.claimants for lane in lanes if lane.claimants > 1)
    link = ""
    if is_unfolded:
        link = tag("a", "Fold the lanes", href=page_address("timeline", dict(address)), data_key="lanes-all")
    elif shared:
        href = page_address("timeline", {**dict(address), "lanes": "all"})
        link = tag("a", "A lane for each claimant", href=href, data_key="lanes-all")
    return tag("p", joined([*said, link], " "), class_="line-note")


def thinned_words(lanes: Sequence[Lane]) -> list[str]:
    """What the rule for many claimants and many statements left out."""
    words = []
    shared = sum(lane.claimants for lane in lanes if lane.claimants > 1)
    if shared:
        words.append(f"{shared} claimants who spoke less often share a lane of their side.")
    close = [mark for lane in lanes for row in lane.rows for mark in row if len(mark.items) > 1]
    if close:
        most = max(len(mark.items) for mark in close)
        words.append(f"Marks too close to be told apart are one, which stands for up to {most}.")
    if any(lane.is_thinned and lane.claimants == 1 for lane in lanes):
        words.append("Where a claimant made many statements, their periods are in the list only.")
    return words


def outside_words(events: Sequence[Row], statements: Sequence[Row], stretch: Stretch) -> list[str]:
    """How many items have no place on the axis."""
    found = [outside(events, "when_from", "when_to", stretch), outside(statements, "said_from", "said_to", stretch)]
    counts = [f"{n} {place}" for place in found[0] if (n := len(found[0][place] | found[1][place]))]
    return [f"Outside the axis, in the list: {', '.join(counts)}."] if counts else []


def choose_clicked(key: str) -> None:
    """A click on a mark chooses what it stands for."""
    selection = (st.session_state.get(key) or {}).get("selection", {})
    for point in selection.get("points") or []:
        items = point.get("customdata")
        if isinstance(items, str) and items:
            st.query_params["item"] = items
            return


def chosen_items() -> list[str]:
    """The ids in the address; one mark may stand for several."""
    return list(dict.fromkeys(part for part in st.query_params.get("item", "").split(",") if part))
