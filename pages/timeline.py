"""The phases side by side: what happened, what was said, and which period each statement counts."""

import pandas as pd
import streamlit as st

from charts.timeline import mouse
from charts.timeline_axis import Axis
from pages.parts.address import address_besides
from pages.parts.asking import answer, drawn, kept, theme_now
from pages.parts.chart import draw_chart
from pages.parts.download import download_csv
from pages.parts.frame import Frame, this_page
from pages.parts.markup import as_plain, joined, show, tag
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
from pages.parts.timeline_data import Stories, in_span, phase_axes, stretch
from pages.parts.timeline_figures import draw_figures
from pages.parts.timeline_list import draw_items, draw_phase, draw_some, item_labels, listed
from pages.parts.timeline_mirror import draw_mirror
from pages.parts.timeline_panels import Drawing, panels, stories_of, strip_of

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
    stories = stories_of(frame)
    if stories.events.empty and stories.statements.empty:
        draw_nothing(frame)
        return
    view = choose_view(stories.phases, frame.zone)
    axes = phase_axes(stories, view.clock)
    hours = stretch(list(axes.values()))
    charts = st.container()  # the span is chosen below the charts and drawn in them
    span, brush = choose_span(hours)
    with charts:
        draw_panels(stories, hours, span, brush, view, frame)
    show(tag("p", HOW_TO_READ, class_="timeline-key"))
    draw_below(stories, axes, span, view, frame)
    draw_mirror(frame, view.clock)


def draw_nothing(frame: Frame) -> None:
    """An empty timeline explains itself."""
    st.info(
        f"No event and no statement had been read of by this moment ({frame.pages_read} pages read for "
        f"{as_plain(frame.phase_name)}). Choose a later moment."
    )


def draw_panels(stories: Stories, hours: tuple[int, int], span: Span, brush: bool, view: View, frame: Frame) -> None:
    """The panels beside one another, or one alone; the phases without a day zero as strips below."""
    drawings = kept(panels, frame, view.clock, view.opened, view.unfolded, theme_now())
    for column, drawing in zip(st.columns(len(drawings)) if drawings else [], drawings, strict=True):
        with column:
            draw_panel(stories, drawing, hours, span, brush)
            draw_outside(drawing, view, frame)
    dated = set(stories.dated["id"])
    for phase, name in shown_phases(stories, view).items():
        if phase not in dated:
            draw_strip(phase, name, view, frame)


def shown_phases(stories: Stories, view: View) -> dict[str, str]:
    """The names of the phases on the page, by id."""
    return {row.id: row.name for row in stories.phases.itertuples(index=False) if view.opened in (None, row.id)}


def draw_panel(stories: Stories, drawing: Drawing, hours: tuple[int, int], span: Span, brush: bool) -> None:
    """The phase, what each party calls it, as its own word, and the chart."""
    own = stories.names[stories.names["phase"] == drawing.phase]
    called = " · ".join(f"{row.claimant_name}: “{row.name}”" for row in own.itertuples(index=False))
    below = tag("p", called or "No party's name for it is in what was read.", class_="timeline-names")
    name = stories.phases.set_index("id")["name"][drawing.phase]
    show(joined([tag("h2", name, class_="timeline-phase"), below]))
    key = chart_key(drawing.phase)
    figure = drawing.figure.following(mouse(drawing.figure.shapes, span, brush=brush))
    draw_chart(figure, alt=drawing.alt, key=key, on_select=lambda: on_chart(key, hours))


def draw_outside(drawing: Drawing, view: View, frame: Frame) -> None:
    """What the chart has no room for, counted and listed."""
    counts = [f"{len(items)} {place}" for place, items in drawing.outside.items() if items]
    if counts:
        items = tuple(item for items in drawing.outside.values() for item in items)
        with st.expander(f"Outside the chart: {', '.join(counts)}"):
            drawn(draw_some, frame, view.clock, items, address_besides("item"))


def draw_strip(phase: str, name: str, view: View, frame: Frame) -> None:
    """A phase that lies between others: few events, a thin line."""
    drawing = kept(strip_of, frame, view.clock, phase, theme_now())
    show(tag("h2", name, class_="timeline-phase"))
    if drawing.figure is None:
        show(tag("p", "Nothing dated is in what was read.", class_="nothing"))
        return
    key = chart_key(phase)
    figure = drawing.figure.following(mouse(drawing.figure.shapes, None, brush=False))
    draw_chart(figure, alt=drawing.alt, key=key, on_select=lambda: on_chart(key, None))


def draw_below(stories: Stories, axes: dict[str, Axis], span: Span, view: View, frame: Frame) -> None:
    """The chosen item, then for each phase the events and statements of the span, then the ladders' figures."""
    everything = answer(listed, frame, frame.phase, frame.at, view.clock)
    shown = shown_phases(stories, view)
    rows = {phase: in_span(everything[everything["phase"] == phase], axes.get(phase), span) for phase in shown}
    together = pd.concat(rows.values())
    labels = kept(item_labels, frame, view.clock)
    choose_item({item: labels[item] for item in dict.fromkeys(together["item"])})
    if items := chosen_items():
        draw_items(items, stories, frame, view.clock)
    hours = f", {span[0]:.0f} to {span[1]:.0f} h" if span else ""
    st.header(f"Events and statements{hours}", anchor=False)
    for phase, name in shown.items():
        own = rows[phase]
        spoken = own["kind"] == "Statement"
        title = f"{name}: {(~spoken).sum()} events and {own.loc[spoken, 'item'].nunique()} statements{hours}"
        with st.expander(as_plain(title), expanded=span is not None or view.opened is not None):
            if own.empty:
                show(tag("p", NOTHING_IN_SPAN if span else NOTHING_READ, class_="nothing"))
            elif span:  # a reader's own choice: not worth keeping for others
                draw_some(frame, view.clock, tuple(own["item"]), address_besides("item"), title)
            else:
                drawn(draw_phase, frame, view.clock, phase, address_besides("item"), title)
    download_csv(together, frame, "timeline", "Download events and statements as CSV")
    draw_figures(tuple(shown), frame, view.clock)


main()
