"""The phases side by side: what happened, what was said, and which period each statement counts."""

import streamlit as st

from charts.timeline.phase_chart import mouse
from pages.parts.frame.address import address_besides
from pages.parts.frame.chart import draw_chart
from pages.parts.frame.download import download_csv
from pages.parts.frame.drawn_once import drawn, theme_now
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import as_plain, heading, show, tag
from pages.parts.frame.running_page import Frame, this_page
from pages.parts.timeline.chosen_item import draw_items
from pages.parts.timeline.controls import (
    Span,
    chart_key,
    choose_item,
    choose_span,
    choose_view,
    chosen_items,
    on_chart,
)
from pages.parts.timeline.items_list import draw_list, listing, rows_of_items
from pages.parts.timeline.ladder_figures import draw_figures
from pages.parts.timeline.panels import Drawing, known_in, panels, strip_of
from pages.parts.timeline.phase_data import Known, View, stretch
from pages.parts.timeline.phase_mirror import draw_mirror
from queries.frame.phases_and_sides import phases

NOTHING_READ = "No event and no statement of this phase is in what was read."
NOTHING_IN_SPAN = "Nothing of this phase lies in the span. Choose a wider one."
HOW_TO_READ = (
    "Thick: when it was said or happened, as long as that is uncertain; a dot where the time is known, an open "
    "triangle where only the latest time is. Thin line: the period covered, dotted where we inferred it, none where "
    "it is not stated. Numbers count the items of a mark. Ladders: a figure holds until the next is said; ↑ marks an "
    "open figure, a hollow mark an approximate one or another word. Click a mark to read what it stands for, or "
    "choose in the list; the slider, or a drag when switched on, chooses a span."
)


def main() -> None:
    """Top to bottom: controls, panels, span, what was chosen, the list, the ladders' figures, the mirror."""
    frame = this_page()
    names = kept(phase_names, frame)
    view = choose_view(names, frame.phase, frame.zone)
    known = kept(known_in, frame, view.clock, view.phases)
    if known.is_empty:
        draw_nothing(frame)
        return
    hours = stretch(list(known.axes.values()))
    charts = st.container()  # the span is chosen below the charts and drawn in them
    span, brush = choose_span(hours)
    with charts:
        draw_panels(known, hours, span, brush, view, frame)
    show(tag("p", HOW_TO_READ, class_="timeline-key"))
    draw_below(span, view, tuple(names), frame)
    if known.axes:
        draw_mirror(frame, view)


def phase_names(frame: Frame) -> dict[str, str]:
    """The names of all phases by id, in order."""
    return {row.id: row.name for row in answer(phases, frame).itertuples(index=False)}


def draw_nothing(frame: Frame) -> None:
    """An empty timeline explains itself."""
    st.info(
        f"No event and no statement had been read of by this moment ({frame.pages_read} pages read for "
        f"{as_plain(frame.phase_name)}). Choose a later moment."
    )


def draw_panels(known: Known, hours: tuple[int, int], span: Span, brush: bool, view: View, frame: Frame) -> None:
    """The panels beside one another, or one alone; the phases without a day zero as strips below."""
    drawings = kept(panels, frame, view, theme_now())
    for column, drawing in zip(st.columns(len(drawings)) if drawings else [], drawings, strict=True):
        with column:
            draw_phase(drawing, hours, span, brush)
            draw_outside(drawing, view, frame)
    for phase in view.shown:
        if phase not in known.axes:
            draw_phase(kept(strip_of, frame, view, phase, theme_now()), None, None, False)


def draw_phase(drawing: Drawing, hours: tuple[int, int] | None, span: Span, brush: bool) -> None:
    """The phase, what each party calls it, and its chart."""
    show(drawing.heading)
    if drawing.figure is None:
        return
    key = chart_key(drawing.phase)
    figure = drawing.figure.following(mouse(drawing.figure.shapes, span, brush=brush))
    draw_chart(figure, alt=drawing.alt, key=key, on_select=lambda: on_chart(key, hours))


def draw_outside(drawing: Drawing, view: View, frame: Frame) -> None:
    """What the chart has no room for, counted and listed."""
    counts = [f"{len(items)} {place}" for place, items in drawing.outside.items() if items]
    if counts:
        items = tuple(item for items in drawing.outside.values() for item in items)
        with st.expander(f"Outside the chart: {', '.join(counts)}"):
            drawn(draw_list, frame, view.clock, view.phases, items, address_besides("item"), "Outside the chart")


def draw_below(span: Span, view: View, every_phase: tuple[str, ...], frame: Frame) -> None:
    """The chosen item, of whatever phase, then for each phase shown the events and statements of the span, then the
    ladders' figures."""
    found = kept(listing, frame, view, span)
    choose_item(found.labels)
    if items := chosen_items():
        draw_items(items, frame, view.clock, every_phase)
    hours = f", {span[0]:.0f} to {span[1]:.0f} h" if span else ""
    show(heading(f"Events and statements{hours}"))
    for phase, items in found.items.items():
        with st.expander(as_plain(found.titles[phase]), expanded=span is not None or view.opened is not None):
            if not items:
                show(tag("p", NOTHING_IN_SPAN if span else NOTHING_READ, class_="nothing"))
            else:
                drawn(draw_list, frame, view.clock, view.phases, items, address_besides("item"), found.titles[phase])
    label = "Download events and statements as CSV"
    download_csv(lambda: rows_of_items(frame, view.clock, view.phases, found.labels), frame, "timeline", label)
    draw_figures(frame, view)


main()
