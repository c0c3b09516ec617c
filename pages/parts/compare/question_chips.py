"""The five most contested questions as chips, the rest in a list; all are links made of ids."""

from __future__ import annotations

from markupsafe import Markup

from pages.parts.claims.question_choice import Chosen, known_questions, question_label
from pages.parts.claims.topic_rows import name_of, question_of_topic, story_of
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import Cell, joined, page_address, tag
from pages.parts.frame.running_page import Frame


def chips(frame: Frame, chosen: Chosen) -> Markup:
    """Chips of the topics, the chosen question among them wherever it comes from, then the list of all others."""
    known = kept(known_questions, frame)
    story = story_of(frame)
    first = {question_of_topic(story, row.topic): name_of(story, row) for row in story.rows[None]}
    shown = {name: label for name, label in first.items() if name in known}
    if chosen.id not in shown:
        shown[chosen.id] = question_label(chosen.row)
    links = [_link(frame, name, label, name == chosen.id) for name, label in shown.items()]
    rest = {name: question_label(row) for name, row in known.items() if name not in shown}
    parts: list[Cell] = [tag("span", "Question", class_="cc-as-of"), *links]
    if rest:
        items = joined(tag("li", _link(frame, name, label, False)) for name, label in rest.items())
        parts.append(tag("details", joined([tag("summary", f"{len(rest)} more"), tag("ul", items)]), class_="cc-more"))
    extra = [_canonical(frame, chosen)] if chosen.is_label else []
    return tag("nav", joined([*parts, *extra]), class_="cc-chips", aria_label="Question")


def _link(frame: Frame, name: str, label: str, is_chosen: bool) -> Markup:
    href = page_address("compare", {**frame.address, "q": name})
    return tag("a", label, href=href, aria_current="true" if is_chosen else None, data_key=f"q-{name}")


def _canonical(frame: Frame, chosen: Chosen) -> Markup:
    """An address that named the question by a label is written in ids."""
    return tag("span", "", hidden="", data_canonical=page_address("compare", {**frame.address, "q": chosen.id}))


