"""Three small panels under the first screen: how the count moved, where, does it add up; each the way to its page."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from charts.count_over_time import count_over_time
from charts.over_time_panels import Panel
from charts.plain_figure import Figure
from charts.timeline.moved_words import moved, panel_words
from pages.parts.claims.account_lines import account_lines, marks_over_time
from pages.parts.claims.findings_words import relays_otherwise, sums_asked
from pages.parts.claims.outcome_bars import arithmetic_segments, bar_and_key
from pages.parts.claims.places_named import places_finding, small_map_at
from pages.parts.claims.topic_rows import name_of, parties_of, rows_at, story_of
from pages.parts.frame.drawn_once import theme_now
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import inner_link, joined, show, tag
from pages.parts.frame.picture import draw_figure
from pages.parts.frame.running_page import Frame
from queries.compare.questions import Question
from queries.findings.findings import findings_summary

HEIGHT, WIDTH = 240, 330  # pixels: the height of the small charts, and the narrowest they are shown at


def draw_panels(frame: Frame) -> None:
    """Side by side on a wide screen, under one another on a phone."""
    small = kept(small_map_at, frame, theme_now())
    with st.container(key="panels"):
        moved_panel, *map_panel, sums_panel = st.columns([4, 3, 3] if small else [3, 2], gap="medium")
    with moved_panel:
        draw_moved(frame)
    if small:
        with map_panel[0]:
            draw_where(frame, small)
    with sums_panel:
        show(kept(adds_up, frame))


def draw_where(frame: Frame, small: Figure) -> None:
    """Who named which place, as a small map; the way to Cities."""
    title = kept(places_finding, frame)
    show(panel_heading("Where", title))
    draw_figure(small, "where", alt=title)
    show(tag("p", inner_link("Cities: every place ›", "cities", **frame.address), class_="cc-way"))


def draw_moved(frame: Frame) -> None:
    """The lines of the topic that heads the page, in this phase."""
    panel = kept(first_panel, frame)
    name = name_of(story_of(frame), rows_at(frame)[0])
    way = tag("p", inner_link(f"Timeline of all {frame.phase_words} ›", "timeline", **frame.address), class_="cc-way")
    title = panel_heading("How the count moved", f"{name}, as each side said")
    if panel.is_silent:
        show(title, tag("p", "Nobody had given a figure on this by then.", class_="line-note"), way)
        return
    show(title)
    question = panel.story.question
    alt = f"{moved(name, panel, parties_of(story_of(frame)))}. {panel_words(panel, question.group)}"
    draw_figure(kept(small_lines, frame, theme_now()), "count-moved", alt=alt)
    show(way)


def first_panel(frame: Frame) -> Panel:
    """What is drawn of the topic that heads the page."""
    topic, place = rows_at(frame)[0].topic, story_of(frame).account.place_key
    return account_lines(frame, Question(frame.phase, topic.family, topic.group, "", topic.by, place))[0]


def small_lines(frame: Frame, theme: str | None) -> Figure:
    """The lines without what stands under them on the Timeline."""
    panel = kept(first_panel, frame)
    spoken = {step["side"] for line in panel.lines for step in line.told} | {claim["side"] for claim in panel.beside}
    marks = {side: mark for side, mark in marks_over_time(frame).items() if side in spoken}
    return count_over_time([panel], marks, theme, frame.zone, HEIGHT, width=WIDTH, with_strip=False, with_titles=False)


def adds_up(frame: Frame) -> Markup:
    """Arithmetic inside each account as one bar, what does not add up as sentences, relays apart."""
    told = answer(findings_summary, frame, frame.phase, frame.at)
    counts = told["counts"]
    parts = [panel_heading("Does it add up?", "Arithmetic inside each account")]
    if sums_asked(counts):
        parts += bar_and_key(arithmetic_segments(counts))
        parts += [tag("p", text, class_="cc-sum") for text in told["sentences"]]
    else:
        parts.append(tag("p", "No sum could be made of what had been said by then.", class_="line-note"))
    otherwise = relays_otherwise(counts)
    if otherwise:
        cases = "1 case" if otherwise == 1 else f"{otherwise:,} cases"
        parts.append(tag("p", f"Apart from it: relays print another number or word in {cases}.", class_="cc-sum"))
    parts.append(tag("p", inner_link("Every check ›", "checks", **frame.address), class_="cc-way"))
    return tag("section", joined(parts), class_="cc-panel")


def panel_heading(title: str, note: str) -> Markup:
    """The heading of a panel and the line under it."""
    return joined([tag("h2", title, class_="cc-panel-head"), tag("p", note, class_="cc-panel-note")])
