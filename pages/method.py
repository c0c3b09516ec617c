"""How to read the figures, the rules of comparison, the codebook, corrections and limits."""

from markupsafe import Markup

from pages.parts.claims.rule_texts import LABELS, MARKS, RULES
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.markup import Column, heading, inner_link, joined, show, table, tag
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


def main() -> None:
    """Top to bottom: what this is, reading, rules, codebook, what is missing, corrections, citing."""
    frame = this_page()
    drawn(draw_method, frame, frame.snapshot.figures_of, changed(CHANGELOG), changed(CITATION))


def draw_method(frame: Frame, *versions: object) -> None:
    """The whole page has no controls; `versions` say when what it tells besides the figures has changed."""
    show(tag("p", frame.snapshot.facts["summary"], class_="lead"), *marks(), *rules())
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
    return [heading("How to read the marks"), drawn_as, beside]


def rules() -> list[Markup]:
    """The rules of comparison in plain words."""
    lines = [tag("li", joined([tag("b", name), " ", text])) for name, text in RULES]
    where = joined(["Every check with its rule is on ", inner_link("Checks", "checks"), "; how two figures fare is on ",
                    inner_link("Compare", "compare"), "."])
    return [heading("Rules"), tag("ol", joined(lines), class_="plain-list"), tag("p", where, class_="lead")]


main()
