"""A phase of which no figure for the whole is known explains itself, and leads to what was told of places."""

from __future__ import annotations

from markupsafe import Markup

from pages.parts.claims.question_choice import known_questions, question_label
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import inner_link, joined, tag
from pages.parts.frame.nothing_yet import no_figure_yet
from pages.parts.frame.running_page import Frame

MOST_WAYS = 12


def no_figure_title(frame: Frame) -> str:
    """The heading: whether there is no figure at all, or none for the whole."""
    return f"{frame.phase_name}: no figure for the whole" if kept(known_questions, frame) else no_figure_yet(frame)


def no_figure(frame: Frame) -> Markup:
    """The heading, what it means, the ways to what was told."""
    known = kept(known_questions, frame)
    nobody = f"Nobody has given a figure for the whole of {frame.phase_name} in the {frame.pages_read} pages read."
    shown = [tag("h1", no_figure_title(frame), class_="cc-heading"), tag("p", nobody, class_="nothing")]
    if known:
        ways = (inner_link(question_label(row), "compare", **{**frame.address, "q": q}) for q, row in known.items())
        told = tag("p", "What was said is tied to a place, a window of time or people told apart:", class_="lead")
        shown += [told, tag("ul", joined(tag("li", way) for way in list(ways)[:MOST_WAYS]), class_="plain-list")]
        way = inner_link("Cities: who named which place ›", "cities", **frame.address)
        shown.append(tag("p", way, class_="cc-way"))
    return tag("div", joined(shown), class_="stack")
