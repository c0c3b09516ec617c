"""How to read it on one worked example; the marks, the rules of comparison, the codebook, corrections and limits.

In the order of the page: worked_example, marks and rules, codebook (with evidence), corrections_and_limits.
"""

from markupsafe import Markup

from pages.parts.claims.rule_texts import LABELS, MARKS, RULES
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.markup import Column, folded, heading, inner_link, joined, show, table, tag
from pages.parts.frame.page_title import name_page
from pages.parts.frame.running_page import Frame, this_page
from pages.parts.method.codebook import draw_codebook
from pages.parts.method.corrections_and_limits import (
    CHANGELOG,
    CITATION,
    changed,
    draw_citing,
    draw_corrections,
    draw_not_found,
    draw_warnings,
)
from pages.parts.method.worked_example import draw_worked_example


def main() -> None:
    """Top to bottom: the worked example, reading, rules, codebook, what is missing, corrections, citing."""
    frame = this_page()
    draw_worked_example(frame)
    name_page("Method", frame)
    drawn(draw_method, frame, frame.snapshot.figures_of, changed(CHANGELOG), changed(CITATION))


def draw_method(frame: Frame, *versions: object) -> None:
    """The whole page has no controls; `versions` say when what it tells besides the figures has changed."""
    show(*marks(), *rules(), heading("What this is"), tag("p", frame.snapshot.facts["summary"], class_="lead"))
    draw_codebook(frame)
    draw_not_found(frame)
    draw_warnings(frame)
    draw_corrections(frame)
    draw_citing(frame)


def marks() -> list[Markup]:
    """How a figure's form is drawn, and what the short words beside a figure mean."""
    columns = [Column("Printed"), Column("Drawn as"), Column("Means")]
    rows = [[printed, mark, meaning] for mark, printed, meaning in MARKS]
    drawn_as = table(columns, rows, caption="A figure is drawn as it was said. A side keeps its colour and its shape.")
    words = [[label, meaning] for label, meaning in LABELS]
    beside = table([Column("Words beside a figure"), Column("Mean")], words, caption="Short words and what they mean")
    return [folded("All marks: how a figure's form is drawn", drawn_as), folded("Short words beside a figure", beside)]


def rules() -> list[Markup]:
    """The rules of comparison in plain words."""
    lines = [tag("li", joined([tag("b", name), " ", text])) for name, text in RULES]
    where = joined(["Every check with its rule is on ", inner_link("Checks", "checks"), "; how two figures fare is on ",
                    inner_link("Compare", "compare"), "."])
    return [heading("Rules"), tag("ol", joined(lines), class_="plain-list cc-rules"), tag("p", where, class_="lead")]


main()
