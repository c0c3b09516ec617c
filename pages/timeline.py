"""The phases side by side: what happened, what was said, and which period each statement counts."""

import pandas as pd
import streamlit as st

from charts.timeline import with_mouse
from charts.timeline_axis import Axis
from pages.parts.asking import answer
from pages.parts.chart import draw_chart
from pages.parts.download import download_csv
from pages.parts.frame import Frame, this_page
from pages.parts.markup import joined, show, tag
from pages.parts.timeline_controls import (
    Span,
    View,
    chart_key,
    choose_item,
    choose_span,
    choose_view,
    chosen_items,
    on_chart,
)
from pages.parts.timeline_data import Stories, in_span, phase_axes, read_stories, stretch
from pages.parts.timeline_figures import draw_figures
from pages.parts.timeline_list import draw_items, draw_list, item_labels, listed
from pages.parts.timeline_mirror import mirror
from pages.parts.timeline_panels import drawn_panels, drawn_strip

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
    stories = answer(read_stories, frame, frame.phase, frame.at)
    if stories.events.empty and stories.statements.empty:
        draw_nothing(frame)
        return
    view = choose_view(stories.phases, frame.zone)
    axes = phase_axes(stories, view.clock)
    hours = stretch(list(axes.values()))
    panels = st.container()  # the span is chosen below the panels and drawn in them
    span, brush = choose_span(hours)
    with panels:
        draw_panels(stories, hours, span, brush, view, frame)
    show(tag("p", HOW_TO_READ, class_="timeline-key"))
    draw_below(stories, axes, span, view, frame)
    draw_mirror(stories, view, frame)


def draw_nothing(frame: Frame) -> None:
    """An empty timeline explains itself."""
    st.info(
        f"No event and no statement had been read of by this moment ({frame.pages_read} pages read for "
        f"{frame.phase_name}). Choose a later moment."
    )


def draw_panels(stories: Stories, hours: tuple[int, int], span: Span, brush: bool, view: View, frame: Frame) -> None:
    """The panels beside one another, or one alone; the phases without a day zero as strips below."""
    shown = {row.id: row.name for row in stories.phases.itertuples(index=False) if view.opened in (None, row.id)}
    drawings = answer(drawn_panels, frame, stories.chosen, stories.at, view.clock, view.opened, view.unfolded)
    rows = answer(listed, frame, stories.chosen, stories.at, view.clock)
    for column, drawing in zip(st.columns(len(drawings)) if drawings else [], drawings, strict=True):
        with column:
            draw_heading(stories, drawing.phase, shown[drawing.phase])
            key = chart_key(drawing.phase)
            draw_chart(
                with_mouse(drawing.figure, span, brush=brush),
                alt=drawing.alt,
                key=key,
                on_select=lambda key=key: on_chart(key, hours),
            )
            counts = [f"{len(items)} {place}" for place, items in drawing.outside.items() if items]
            if counts:
                with st.expander(f"Outside the chart: {', '.join(counts)}"):
                    outside = {item for items in drawing.outside.values() for item in items}
                    draw_list(rows[rows["item"].isin(outside)], stories.reports, "Outside the chart")
    dated = set(stories.dated["id"])
    for phase, name in shown.items():
        if phase not in dated:
            draw_strip(phase, name, stories, view, frame)


def draw_heading(stories: Stories, phase: str, name: str) -> None:
    """The phase, and what each party calls it, as its own word."""
    own = stories.names[stories.names["phase"] == phase]
    called = " · ".join(f"{row.claimant_name}: “{row.name}”" for row in own.itertuples(index=False))
    below = tag("p", called or "No party's name for it is in what was read.", class_="timeline-names")
    show(joined([tag("h2", name, class_="timeline-phase"), below]))


def draw_strip(phase: str, name: str, stories: Stories, view: View, frame: Frame) -> None:
    """A phase that lies between others: few events, a thin line."""
    drawing = answer(drawn_strip, frame, stories.chosen, stories.at, view.clock, phase)
    show(tag("h2", name, class_="timeline-phase"))
    if drawing.figure is None:
        show(tag("p", "Nothing dated is in what was read.", class_="nothing"))
        return
    key = chart_key(phase)
    figure = with_mouse(drawing.figure, None, brush=False)
    draw_chart(figure, alt=drawing.alt, key=key, on_select=lambda: on_chart(key, None))


def draw_below(stories: Stories, axes: dict[str, Axis], span: Span, view: View, frame: Frame) -> None:
    """The chosen item, then for each phase the events and statements of the span, then the ladders' figures."""
    everything = answer(listed, frame, stories.chosen, stories.at, view.clock)
    shown = stories.phases[[view.opened in (None, phase) for phase in stories.phases["id"]]]
    by_phase = {phase: everything[everything["phase"] == phase] for phase in shown["id"]}
    rows = {phase: in_span(own, axes.get(phase), span) for phase, own in by_phase.items()}
    kept = pd.concat(rows.values())
    choose_item(item_labels(kept))
    if items := chosen_items():
        draw_items(items, stories, frame, view.clock)
    hours = f", {span[0]:.0f} to {span[1]:.0f} h" if span else ""
    st.subheader(f"Events and statements{hours}", anchor=False)
    for phase in shown.itertuples():
        own = rows[phase.id]
        spoken = own["kind"] == "Statement"
        title = f"{phase.name}: {(~spoken).sum()} events and {own.loc[spoken, 'item'].nunique()} statements{hours}"
        with st.expander(title, expanded=span is not None or view.opened is not None):
            if own.empty:
                show(tag("p", NOTHING_IN_SPAN if span else NOTHING_READ, class_="nothing"))
            else:
                draw_list(own, stories.reports, title)
    download_csv(kept, frame, "timeline", "Download events and statements as CSV")
    draw_figures(stories.figures[stories.figures["phase"].isin(shown["id"])], frame, view.clock)


def draw_mirror(stories: Stories, view: View, frame: Frame) -> None:
    """The same questions for each phase that has a day zero."""
    if stories.dated.empty:
        return
    st.subheader("Phase mirror", anchor=False)
    show(
        tag(
            "p",
            "The phases differ in length and scope; that a figure rises shows no more than that it rose.",
            class_="lead",
        )
    )
    table, rows = mirror(frame, stories, view.clock)
    show(table)
    download_csv(rows, frame, "phase-mirror")


main()
