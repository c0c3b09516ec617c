"""How to read the figures, the rules of comparison, the codebook, corrections and limits."""

import streamlit as st

from pages.parts.asking import drawn
from pages.parts.frame import Frame, this_page
from pages.parts.markup import Column, inner_link, joined, show, table, tag
from pages.parts.method_codebook import draw_codebook
from pages.parts.method_record import (
    CHANGELOG,
    CITATION,
    changed,
    draw_citing,
    draw_corrections,
    draw_limits,
    draw_mistakes,
    draw_not_found,
)
from pages.parts.method_texts import LABELS, MARKS, RULES


def main() -> None:
    """Top to bottom: what this is, reading, rules, codebook, what is missing, corrections, citing."""
    frame = this_page()
    drawn(draw_method, frame, frame.snapshot.figures_of, changed(CHANGELOG), changed(CITATION))


def draw_method(frame: Frame, *versions: object) -> None:
    """The whole page has no controls; `versions` say when what it tells besides the figures has changed."""
    show(tag("p", frame.snapshot.facts["summary"], class_="lead"))
    draw_marks()
    draw_rules()
    draw_codebook(frame)
    draw_not_found(frame)
    draw_limits(frame)
    draw_corrections(frame)
    draw_mistakes(frame)
    draw_citing(frame)


def draw_marks() -> None:
    """How a figure's form is drawn, and what the short words beside a figure mean."""
    st.header("How to read the marks", anchor=False)
    columns = [Column("Printed"), Column("Drawn as"), Column("Means")]
    rows = [[printed, mark, meaning] for mark, printed, meaning in MARKS]
    show(table(columns, rows, caption="A figure is drawn as it was said. A side keeps its colour and its shape."))
    words = [[label, meaning] for label, meaning in LABELS]
    show(table([Column("Words beside a figure"), Column("Mean")], words, caption="Short words and what they mean"))


def draw_rules() -> None:
    """The rules of comparison in plain words."""
    st.header("Rules", anchor=False)
    rules = [tag("li", joined([tag("b", name), " ", text])) for name, text in RULES]
    show(tag("ol", joined(rules), class_="plain-list"))
    where = joined(["Every check with its rule is on ", inner_link("Checks", "checks"), "; how two figures fare is on ",
                    inner_link("Compare", "compare"), "."])
    show(tag("p", where, class_="lead"))


main()
