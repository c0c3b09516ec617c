"""How each account moved: a line a claimant on the question, large, and the steps of each line folded under it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from charts import words
from charts.count_over_time import PHONE, count_over_time
from charts.gate_words import factor
from charts.over_time_panels import Panel
from charts.plain_figure import Figure
from charts.timeline.moved_words import credit_of, moved, panel_words
from pages.parts.claims.account_lines import account_lines, marks_over_time
from pages.parts.claims.question_choice import Chosen
from pages.parts.compare.newest import topic_of
from pages.parts.frame.drawn_once import theme_now
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import Column, folded, heading, inner_link, show, table, tag
from pages.parts.frame.picture import Picture, draw_picture
from pages.parts.frame.running_page import Frame
from queries.compare.questions import Question
from queries.side_by_side.first_screen import phase_story

KEY = "accounts"
HEIGHT, PHONE_HEIGHT = 380, 300
TITLE = "How each account moved"
LEAD = "First numbers are provisional, and tolls rise as bodies are found: a later figure is no lie."
STEP_COLUMNS = ("Claimant", "Figure", "Said", "Since the last", "Growth since the last")


def draw_accounts(frame: Frame, chosen: Chosen) -> None:
    """The heading, the lines, the steps; a sentence where nobody with a line had spoken."""
    panel = kept(panel_of_question, frame, chosen.question)
    if not any(line.told for line in panel.lines):
        show(heading(TITLE), tag("p", nobody(panel), class_="line-note"))
        return
    show(heading(TITLE), tag("p", LEAD, class_="lead"))
    picture = accounts_picture(frame, chosen)
    alt = f"{picture.heading}. {panel_words(panel, chosen.question.group)}"
    phone, figure = (kept(accounts_figure, frame, chosen.question, theme_now(), narrow) for narrow in (True, False))
    draw_picture(figure, picture, frame, alt=alt, after=kept(steps_folded, frame, chosen.question), phone=phone)


def nobody(panel: Panel) -> str:
    """Why there is no line."""
    if panel.beside:
        return "No named claimant had given a number that a line can be drawn through. Unnamed sources have none."
    return "Nobody had given a figure on this question by this moment."


def panel_of_question(frame: Frame, question: Question) -> Panel:
    """What is drawn of the question at the moment of the page."""
    return account_lines(frame, question)[0]


def accounts_picture(frame: Frame, chosen: Chosen) -> Picture:
    """What the picture says besides its marks."""
    panel = kept(panel_of_question, frame, chosen.question)
    parties = answer(phase_story, frame, frame.phase, frame.zone).account.parties
    claims = [step for line in panel.lines for step in line.told]
    address = {**{k: v for k, v in frame.address.items() if v}, "q": chosen.id}
    heading = moved(topic_of(chosen.row), panel, parties)
    return Picture(KEY, heading, "A step is a new statement of a claimant.", credit_of(claims, frame.zone),
                   "compare", tuple(sorted(address.items())), "compare")


def accounts_figure(frame: Frame, question: Question, theme: str | None, phone: bool) -> Figure:
    """The lines, for wide screens or for a phone."""
    panel = kept(panel_of_question, frame, question)
    spoken = {step["side"] for line in panel.lines for step in line.told} | {claim["side"] for claim in panel.beside}
    marks = {side: mark for side, mark in marks_over_time(frame).items() if side in spoken}
    if phone:
        return count_over_time([panel], marks, theme, frame.zone, PHONE_HEIGHT, width=PHONE, stacked=True,
                               with_strip=False, with_titles=False)
    return count_over_time([panel], marks, theme, frame.zone, HEIGHT, with_strip=False, with_titles=False)


def steps_folded(frame: Frame, question: Question) -> Markup:
    """One row a step: its words, the time since the last and the factor of growth, or why there is none."""
    panel = kept(panel_of_question, frame, question)
    rows = [
        [step["claimant_name"], inner_link(f"{words.value(step)} {step['metric_label']}", "sources", claim=step["id"]),
         words.said(step, frame.zone), since(step), growth(step)]
        for line in panel.lines
        for step in line.told
    ]
    caption = "Each step of the lines"
    return folded(f"{caption}: {len(rows)}", table([Column(name) for name in STEP_COLUMNS], rows, caption=caption))


def since(step: Mapping[str, Any]) -> str:
    """How long after the last figure: hours where both have a time of day, else days."""
    hours = step["hours_since"]
    if not words.given(hours):
        return "first figure"
    if step["said_precision"] == "time" and step["last_precision"] == "time":
        return f"{hours:.0f} h"
    days = round(hours / 24)
    return "the same day" if days == 0 else "1 day" if days == 1 else f"{days} days"


def growth(step: Mapping[str, Any]) -> str:
    """The factor since the last figure; a break or an unknown order has none and says so."""
    if not words.given(step["hours_since"]):
        return ""
    if words.given(step["break_reason"]):
        return f"no factor: {step['break_reason']}"
    if not step["order_known"]:
        return "no factor: order within the day unknown"
    return factor(step["factor_low"], step["factor_high"]) or "no factor from these bounds"
