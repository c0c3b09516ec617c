"""How to read it, on one worked example: the topic that heads the Overview, taken apart sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from charts import words
from charts.finding_words import owner, told
from charts.gate_words import against, factor
from charts.look import side_marks
from charts.overview.count_side_by_side import Row, count_side_by_side, scale_of
from charts.plain_figure import Figure
from pages.parts.claims.topic_rows import drawn_rows, finding_of, question_of_topic, rows_at, shown_sides, story_of
from pages.parts.frame.drawn_once import theme_now
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import Cell, inner_link, joined, show, tag
from pages.parts.frame.picture import draw_figure
from pages.parts.frame.running_page import Frame
from queries.frame.claims_by_id import claims_by_id
from queries.frame.phases_and_sides import side_order

TITLE = "How to read it"
KEY = "worked-example"
FORMS = {
    "exact": "a filled mark: the figure as given",
    "none": "a filled mark at zero: the claimant says that there were none",
    "at_least": "a mark with an arrow to higher numbers: the least it can be, and no most is stated",
    "more_than": "a mark with an arrow to higher numbers: one more is the least it can be, and no most is stated",
    "at_most": "a mark with an arrow to lower numbers: the most it can be, and no least is stated",
    "fewer_than": "a mark with an arrow to lower numbers: one fewer is the most it can be, and no least is stated",
    "range": "a bar: a range as printed, and no middle is worked out",
    "about": "a hollow mark: about this number, and no bounds are read into it",
    "word": "words without a mark: no number is made of them",
    "none_reported": "words without a mark: no report of any, which is not zero",
}
LINES = {
    None: "No line stands between them: there are not two figures to compare.",
    0: "The line between them is solid: the two may be compared, like for like.",
    1: "The line between them is solid: the two may be compared, with the reservations that stand beside it.",
    2: "The line between them is dotted: the two are not comparable, and no factor is given.",
}


def draw_worked_example(frame: Frame) -> None:
    """The example's finding, its picture, and what each part of it says; nothing but the name where nobody spoke."""
    show(kept(first_words, frame))
    if example_row(frame) is None:
        return
    draw_figure(kept(example_figure, frame, theme_now()), KEY, alt=kept(example_finding, frame))
    show(kept(steps, frame))


def first_words(frame: Frame) -> Markup:
    """The heading, and the example's finding where there is one."""
    title = tag("h1", example_title(frame), class_="cc-heading")
    if example_row(frame) is None:
        return title
    return joined([title, tag("p", kept(example_finding, frame), class_="cc-subtitle")])


def example_title(frame: Frame) -> str:
    """The page's heading."""
    return f"{TITLE}: one worked example" if story_of(frame).topics else TITLE


def example_row(frame: Frame) -> Row | None:
    """The first topic as the Overview draws it, or None where the phase has none."""
    story = story_of(frame)
    return drawn_rows(story, rows_at(frame))[0] if story.topics else None


def example_finding(frame: Frame) -> str:
    """The heading of the Overview."""
    return finding_of(story_of(frame), rows_at(frame)[0])


def example_figure(frame: Frame, theme: str | None) -> Figure:
    """One row of the count side by side."""
    row = drawn_rows(story_of(frame), rows_at(frame))[0]
    every = side_marks(answer(side_order, frame))
    marks = {side["id"]: every[side["id"]] for side in shown_sides(story_of(frame))}
    return count_side_by_side([row], marks, scale_of(row.leads.values()), theme, frame.zone)


def steps(frame: Frame) -> Markup:
    """What each part of the picture says, in the order in which it is read."""
    story, row = story_of(frame), rows_at(frame)[0]
    drawn = drawn_rows(story, (row,))[0]
    leads = [claim for side, claim in drawn.leads.items() if side in drawn.parties]
    items: list[Cell] = [_figure(claim, drawn, frame) for claim in leads]
    items.append("Who speaks stands before the number, the same word, said, for everybody: a figure is a claim.")
    silent = [str(party["name"]) for party in story.account.parties if party["id"] not in drawn.leads]
    items += [f"No figure from {name} was found in what was read. That is not zero, and no denial." for name in silent]
    items.append(_between(frame, row.pair, leads))
    way = inner_link("Compare", "compare", q=question_of_topic(story, row.topic), **frame.address)
    items.append(joined(["Every reservation, both figures' periods and the sentence to print: ", way, "."]))
    return tag("ol", joined(tag("li", item) for item in items), class_="cc-steps")


def _figure(claim: Mapping[str, Any], row: Row, frame: Frame) -> Markup:
    said = f"{owner(claim)} said {told(claim, row.group)}"
    rest = f", on {words.said(claim, frame.zone)}. It is drawn as {FORMS[claim['form']]}."
    return joined([tag("b", said), rest])


def _between(frame: Frame, pair: Mapping[str, Any] | None, leads: list[Mapping[str, Any]]) -> str:
    """The line, the factor with its division, how many reservations there are."""
    level = int(pair["level"]) if pair is not None and len(leads) > 1 else None
    text = LINES[level]
    if pair is None or level is None:
        return text
    claims = answer(claims_by_id, frame, tuple(sorted(claim["id"] for claim in leads[:2])))
    a, b = (claims[claim["id"]] for claim in leads[:2])
    if level < 2:
        text += _division(pair, a, b)
    found = [reason.text for reason in against(pair, a, b, frame.zone) if reason.level == level]
    return f"{text} Here: {'; '.join(found)}." if found else text


def _division(pair: Mapping[str, Any], a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    """`363 divided by 22: at least 16.5 times.`: bounds are divided, never the printed words."""
    apart = factor(pair["factor_low"], pair["factor_high"])
    larger, smaller = (a, b) if (a["low"] or 0) >= (b["low"] or 0) else (b, a)
    if apart is None or not larger["low"] or not smaller["high"]:
        return ""
    return f" The bounds are divided, never the words: {larger['low']:,} by {smaller['high']:,} gives {apart}."
