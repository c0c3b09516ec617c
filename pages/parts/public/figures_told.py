"""Figures as a list: who above, the number large, the day below; as a phone shows them, and a page before it stands."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from charts import words
from charts.finding_words import owner, told
from charts.look import side_marks
from charts.side_figures import glyph
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import inner_link, joined, tag
from pages.parts.frame.running_page import Frame
from queries.frame.phases_and_sides import side_order
from queries.side_by_side.phase_account import Claim


def figures_told(frame: Frame, claims: Sequence[Claim], group: str | None) -> Markup:
    """One block a figure, each the way to its claim."""
    marks = side_marks(answer(side_order, frame))
    blocks = []
    for claim in claims:
        mark = marks[claim["side"] if words.given(claim["side"]) else None]
        sign = tag("span", glyph(mark), style=f"color:{mark.colour}", aria_hidden="true")
        number = inner_link(told(claim, group), "sources", claim=claim["id"])
        blocks.append(tag("div", joined([
            tag("span", joined([sign, " ", owner(claim)]), class_="cc-who"),
            tag("span", number, class_="cc-number"),
            tag("span", words.said(claim, frame.zone), class_="cc-day"),
        ])))
    return tag("div", joined(blocks), class_="cc-owners")
