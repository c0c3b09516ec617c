"""What the page of a tried statement begins with."""

from __future__ import annotations

from markupsafe import Markup

from pages.parts.frame.markup import tag
from pages.parts.frame.running_page import Frame

TITLE = "Try your YAML: how a statement would appear"


def first_words(frame: Frame) -> list[Markup]:
    """The heading, and what happens with what is pasted."""
    lead = f"For a statement about {frame.phase_name}. It is checked as the files are; nothing is saved or sent on."
    return [tag("h1", TITLE, class_="cc-heading"), tag("p", lead, class_="lead")]
