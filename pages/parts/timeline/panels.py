"""The panels and strips of the Timeline, put together once for each store and choice."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from charts.look import side_marks
from charts.timeline.hours_since_zero import Clock
from charts.timeline.lanes import stacked
from charts.timeline.marks import outside_items
from charts.timeline.phase_chart import laid_out, panel, strip
from pages.parts.frame.chart import Finished, finished
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import joined, tag
from pages.parts.frame.running_page import Frame
from pages.parts.timeline.alternative_text import panel_alt, strip_alt
from pages.parts.timeline.phase_data import Known, Stories, View, common, known_of, phase_axes, read_stories, strip_axis
from queries.frame.phases_and_sides import side_order


@dataclass(frozen=True)
class Drawing:
    """A phase's name over what each party calls it, its chart, what that says in words, and the ids of what it has no
    room for; no figure where nothing is dated."""

    phase: str
    heading: Markup
    figure: Finished | None
    alt: str
    outside: dict[str, list[str]]


def stories_of(frame: Frame, phases: tuple[str, ...]) -> Stories:
    """Everything about these phases; in the phase of the moment T nothing later than it."""
    return answer(read_stories, frame, frame.phase, frame.at, phases)


def known_in(frame: Frame, clock: Clock, phases: tuple[str, ...]) -> Known:
    """What a run needs to know before it draws."""
    return known_of(stories_of(frame, phases), clock)


def panels(frame: Frame, view: View, theme: str | None) -> list[Drawing]:
    """The phases that have a day zero, or the one that was opened: on the same hours and the same scales, in the ink
    of the theme it is asked in."""
    stories = stories_of(frame, view.phases)
    marks = side_marks(answer(side_order, frame))
    axes = {key: axis for key, axis in phase_axes(stories, view.clock).items() if key in view.shown}
    scaled = dict(zip(axes, common(list(axes.values())), strict=True)) if axes else {}
    told = {phase: stories.told(phase) for phase in scaled}
    wide = view.opened is not None
    lanes = {phase: laid_out(told[phase], axis, unfolded=view.unfolded, wide=wide) for phase, axis in scaled.items()}
    room = max((stacked(rows) for rows in lanes.values()), default=0.0)
    names = stories.phases.set_index("id")["name"]
    drawings = []
    for phase, axis in scaled.items():
        figure = panel(told[phase], lanes[phase], axis, marks, stories.figures, wide=wide, room=room)
        outside = outside_items(told[phase].events, told[phase].statements, axis)
        alt, title = panel_alt(names[phase], told[phase], axis), phase_heading(stories, phase, names[phase])
        drawings.append(Drawing(phase, title, finished(figure, theme), alt, outside))
    return drawings


def strip_of(frame: Frame, view: View, phase: str, theme: str | None) -> Drawing:
    """A phase that lies between others: few events on a thin line of months."""
    stories = stories_of(frame, view.phases)
    told = stories.told(phase)
    axis = strip_axis(told, view.clock)
    name = stories.phases.set_index("id")["name"][phase]
    title = tag("h2", name, class_="timeline-phase")
    if axis is None:
        nothing = tag("p", "Nothing dated is in what was read.", class_="nothing")
        return Drawing(phase, joined([title, nothing]), None, "", {})
    figure = strip(told, axis, side_marks(answer(side_order, frame)))
    return Drawing(phase, title, finished(figure, theme), strip_alt(name, told, axis), {})


def phase_heading(stories: Stories, phase: str, name: str) -> Markup:
    """The phase, and what each party calls it, as its own word."""
    own = stories.names[stories.names["phase"] == phase]
    called = " · ".join(f"{row.claimant_name}: “{row.name}”" for row in own.itertuples(index=False))
    below = tag("p", called or "No party's name for it is in what was read.", class_="timeline-names")
    return joined([tag("h2", name, class_="timeline-phase"), below])
