"""The first screen of the Timeline: how each party's count moved, phases side by side on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from charts.count_over_time import PHONE, count_over_time
from charts.look import Mark
from charts.over_time_panels import Panel, highest
from charts.plain_figure import Figure
from charts.replay_frames import thinned, with_frames
from charts.side_figures import glyph
from charts.timeline.moved_words import credit_of, moved, panel_words
from pages.parts.claims.account_lines import account_lines, marks_over_time, phase_rows
from pages.parts.claims.topic_rows import place_words
from pages.parts.frame.drawn_once import theme_now
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import joined, page_address, show, tag
from pages.parts.frame.picture import Picture, as_of_words, draw_picture, heading_of, key_of_sides
from pages.parts.frame.running_page import Frame
from pages.parts.timeline.choice import Topic, View
from queries.ask_store import Store
from queries.side_by_side.first_screen import phase_story

MOST_REPLAYED, LEAST_FRAMES = 3000, 12  # figures in all frames together; frames that still make a replay
KEY = "count-over-time"
HEIGHT, PHONE_HEIGHT = 490, 228  # pixels of the picture, and on a phone of each panel


def draw_count(frame: Frame, view: View, topic: Topic) -> str:
    """Heading, topics, the picture for wide and for narrow screens; gives the finding."""
    picture = kept(count_picture, frame, view, topic)
    show(kept(first_words, frame, view, topic), chips(frame, view, topic))
    panels = kept(speaking, frame, view, topic)
    after = kept(what_else, frame, view, topic)
    if not panels:
        show(tag("p", nothing_said(frame, view), class_="nothing"), after)
        return picture.heading
    alt = kept(alternative, frame, view, topic)
    figure = kept(wide_figure, frame, view, topic, theme_now())
    phone = kept(phone_figure, frame, view, topic, theme_now())
    draw_picture(figure, picture, frame, alt=alt, after=after, phone=phone)
    return picture.heading


def panels_of(frame: Frame, view: View, topic: Topic) -> list[Panel]:
    """A panel for each phase shown."""
    return account_lines(frame, topic.question, view.shown)


def speaking(frame: Frame, view: View, topic: Topic) -> list[Panel]:
    """The panels in which somebody has spoken; the others are a sentence."""
    return [panel for panel in panels_of(frame, view, topic) if not panel.is_silent]


def headed(panels: Sequence[Panel], phase: str) -> Panel:
    """The panel that the heading speaks of: the page's phase where anybody spoke, else the newest that has words."""
    told = [panel for panel in panels if panel.leads] or list(panels)
    return next((panel for panel in told if panel.phase == phase), told[-1])


def finding(frame: Frame, topic: Topic, panels: Sequence[Panel]) -> str:
    """The heading at the moment of these panels."""
    panel = headed(panels, frame.phase)
    return moved(topic.label, panel, answer(phase_story, frame, panel.phase, frame.zone).account.parties)


def count_picture(frame: Frame, view: View, topic: Topic) -> Picture:
    """What the picture says besides its marks."""
    panels = panels_of(frame, view, topic)
    chosen = {**frame.address, "topic": topic.id, "view": None if view.is_both else "one"}
    address = tuple((name, value) for name, value in chosen.items() if value)
    heading = finding(frame, topic, panels)
    line, source = subtitle(frame, view, panels), source_of(frame, panels)
    return Picture(KEY, heading, line, source, "timeline", address, "timeline")


def subtitle(frame: Frame, view: View, panels: Sequence[Panel]) -> str:
    """What is drawn, in a line."""
    where = place_words(answer(phase_story, frame, headed(panels, frame.phase).phase, frame.zone), frame.whole)
    text = f"What each side had said by {as_of_words(frame)}, for {where}; a step is a new statement."
    return f"{text} One scale. Heading: {headed(panels, frame.phase).title}." if view.is_both else text


def source_of(frame: Frame, panels: Sequence[Panel]) -> str:
    """Claimant and days of the figures that stood for each side."""
    claims = [claim for panel in panels for claim in (*panel.led.values(), *panel.leads.values())]
    return credit_of(list({claim["statement"]: claim for claim in claims}.values()), frame.zone)


def first_words(frame: Frame, view: View, topic: Topic) -> Markup:
    """The finding and the line under it, with the key of the marks; all findings of the phase for a replay."""
    picture = kept(count_picture, frame, view, topic)
    panels = panels_of(frame, view, topic)
    findings = []
    if any(panel.phase == frame.phase for panel in panels):
        for at in moments_of(frame):
            cut = [replace(panel, at=at) if panel.phase == frame.phase else panel for panel in panels]
            findings.append((finding(frame, topic, cut), source_of(frame, cut)))
    return heading_of(picture, joined([picture.subtitle, " ", key_of(frame, panels)]), findings)


def key_of(frame: Frame, panels: Sequence[Panel]) -> Markup:
    """The marks of the sides that have spoken in the picture."""
    marks = marks_over_time(frame)
    spoken = {claim["side"] for panel in panels for line in panel.lines for claim in line.told}
    spoken |= {claim["side"] for panel in panels for claim in panel.beside}
    sides = answer(phase_story, frame, frame.phase, frame.zone).account.sides
    own = [side for side in sides if side["id"] in spoken or side["role"] == "party"]
    return key_of_sides({str(side["short"]): (glyph(marks[side["id"]]), marks[side["id"]].colour) for side in own})


def chips(frame: Frame, view: View, topic: Topic) -> Markup:
    """The topics as links."""
    kept_address = {**frame.address, "view": None if view.is_both else "one"}
    links = [
        tag("a", one.label, href=page_address("timeline", {**kept_address, "topic": one.id}),
            aria_current="true" if one == topic else None, data_key=f"topic-{one.id}")
        for one in view.topics
    ]
    note = [tag("p", view.note, class_="cc-note", role="status")] if view.note else []
    return joined([*note, tag("div", joined(links), class_="cc-chips", role="group", aria_label="Topic")])


def moments_of(frame: Frame) -> tuple[datetime, ...]:
    """When something was said in the page's phase."""
    return answer(phase_story, frame, frame.phase, frame.zone).account.moments


def wide_figure(frame: Frame, view: View, topic: Topic, theme: str | None) -> Figure:
    """Panels beside one another, with all moments of the page's phase for the replay."""
    panels = speaking(frame, view, topic)
    marks = shown_marks(frame, panels)
    shown = count_over_time(panels, marks, theme, frame.zone, HEIGHT)
    if not any(panel.phase == frame.phase for panel in panels):
        return shown
    moments = moments_of(frame)
    numbers = replayed_moments(len(moments), sum(len(line.steps) for panel in panels for line in panel.lines))
    if not numbers:
        return shown

    def replayed(store: Store, phases: tuple[str, ...], topic: Topic, phase: str, theme: str | None) -> list[Figure]:
        cut = [[replace(p, at=moments[number]) if p.phase == phase else p for p in panels] for number in numbers]
        return [count_over_time(one, marks, theme, frame.zone, HEIGHT) for one in cut]

    phases = tuple(panel.phase for panel in panels)
    return with_frames(shown, answer(replayed, frame, phases, topic, frame.phase, theme), numbers)


def replayed_moments(moments: int, figures: int) -> list[int]:
    """Which moments are sent along for the replay: fewer where each holds many figures, none where that would be as
    heavy as the page itself."""
    most = MOST_REPLAYED // max(1, figures)
    numbers = thinned(moments)
    if most < LEAST_FRAMES:
        return []
    step = max(1, -(-len(numbers) // most))
    return sorted({*numbers[::step], *numbers[-1:]})


def shown_marks(frame: Frame, panels: Sequence[Panel]) -> Mapping[str | None, Mark]:
    """Colour and shape of the sides that ever speak in these panels."""
    spoken = {claim["side"] for panel in panels for claim in (*panel.story.beside, *sum(panel.story.ladders, ()))}
    return {side: mark for side, mark in marks_over_time(frame).items() if side in spoken or side in panels[0].parties}


def phone_figure(frame: Frame, view: View, topic: Topic, theme: str | None) -> Figure:
    """The same panels under one another."""
    panels = speaking(frame, view, topic)
    height = PHONE_HEIGHT * len(panels) if len(panels) > 1 else 330
    marks = shown_marks(frame, panels)
    return count_over_time(panels, marks, theme, frame.zone, height, width=PHONE, stacked=True)


def alternative(frame: Frame, view: View, topic: Topic) -> str:
    """The finding, then each panel in words."""
    panels = speaking(frame, view, topic)
    told = [panel_words(panel, topic.question.group) for panel in panels]
    return f"{finding(frame, topic, panels)}. {' '.join(told)} Scale up to {highest(panels):,.0f}."


def nothing_said(frame: Frame, view: View) -> str:
    """A sentence in place of a picture."""
    return f"Nobody had given a figure on this by {as_of_words(frame)}, in what was read."


def what_else(frame: Frame, view: View, topic: Topic) -> Markup:
    """Panels nobody spoke in, figures beyond the axis, and the phases that are not shown, as links."""
    panels = panels_of(frame, view, topic)
    said = [f"{p.title}: nobody has given a figure on this, in what was read." for p in panels if p.is_silent]
    later = sum(panel.later for panel in panels)
    if later:
        figures = "1 figure was" if later == 1 else f"{later} figures were"
        said.append(f"{figures} said after the end of the axis: see the table below.")
    rows = answer(phase_rows, frame)
    links = [
        tag("a", rows[phase]["name"], href=page_address("timeline", {"phase": phase, "view": "one"}))
        for phase in view.between
        if rows[phase]["claims"]
    ]
    parts = [" ".join(said)] if said else []
    if links and view.is_both:
        parts.append(joined(["Also told of: ", joined(links, " · "), "."]))
    return tag("p", joined(parts, " "), class_="line-note") if parts else Markup("")
