"""The count side by side, how it moved, where, whether it adds up; then every figure, folded by group.

In the order of the page: side_by_side, panels, ledger.
"""

from pages.parts.claims.question_choice import known_questions, question_label
from pages.parts.claims.topic_rows import story_of
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import inner_link, joined, show, tag
from pages.parts.frame.page_title import name_page
from pages.parts.frame.running_page import Frame, this_page
from pages.parts.overview.ledger import folded_ledger
from pages.parts.overview.panels import draw_panels
from pages.parts.overview.side_by_side import draw_side_by_side

MOST_WAYS = 12


def main() -> None:
    """Top to bottom: the finding with its picture, three panels, the ledger."""
    frame = this_page()
    if not story_of(frame).topics:
        draw_nothing(frame)
        return
    name_page(draw_side_by_side(frame), frame)
    draw_panels(frame)
    show(kept(folded_ledger, frame))


def draw_nothing(frame: Frame) -> None:
    """A phase of which no figure for the whole is known explains itself, and leads to what was told of places."""
    known = kept(known_questions, frame)
    title = f"{frame.phase_name}: no figure for the whole" if known else f"{frame.phase_name}: no figure yet"
    name_page(title, frame)
    nobody = f"Nobody has given a figure for the whole of {frame.phase_name} in the {frame.pages_read} pages read."
    shown = [tag("h1", title, class_="cc-heading"), tag("p", nobody, class_="nothing")]
    if known:
        ways = (inner_link(question_label(row), "compare", **{**frame.address, "q": q}) for q, row in known.items())
        told = tag("p", "What was said is tied to a place, a window of time or people told apart:", class_="lead")
        shown += [told, tag("ul", joined(tag("li", way) for way in list(ways)[:MOST_WAYS]), class_="plain-list")]
        way = inner_link("Cities: who named which place ›", "cities", **frame.address)
        shown.append(tag("p", way, class_="cc-way"))
    show(*shown, kept(folded_ledger, frame))


main()
