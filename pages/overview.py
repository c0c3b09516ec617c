"""The count side by side, how it moved, where, whether it adds up; then every figure, folded by group.

In the order of the page: side_by_side, panels, ledger.
"""

from pages.parts.claims.topic_rows import story_of
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import show
from pages.parts.frame.page_title import name_page
from pages.parts.frame.running_page import this_page
from pages.parts.overview.ledger import folded_ledger
from pages.parts.overview.no_figure import no_figure, no_figure_title
from pages.parts.overview.panels import draw_panels
from pages.parts.overview.side_by_side import draw_side_by_side


def main() -> None:
    """Top to bottom: the finding with its picture, three panels, the ledger."""
    frame = this_page()
    if not story_of(frame).topics:
        name_page(no_figure_title(frame), frame)
        show(no_figure(frame), kept(folded_ledger, frame))
        return
    name_page(draw_side_by_side(frame), frame)
    draw_panels(frame)
    show(kept(folded_ledger, frame))


main()
