"""The first screen as plain HTML inside the page that is sent: read before any script has come, and without one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markupsafe import Markup

from pages.parts.frame.markup import joined, tag
from pages.parts.frame.page_names import FIRST, PAGES
from pages.parts.public.first_screen import Screen, Topic
from pages.parts.public.own_address import written

HERE = Path(__file__).parent


def first_sight(screen: Screen) -> Markup:
    """The block that stands in front of the page until the page does."""
    facts = screen.view.snapshot.facts
    several = len(screen.topics) > 1 or (screen.topics and screen.topics[0].finding.heading != screen.heading)
    parts = [tag("p", facts["title"], class_="quiet"), tag("h1", screen.heading)]
    parts += [_topic(topic, several=bool(several)) for topic in screen.topics]
    parts.append(tag("p", screen.source, class_="quiet"))
    body = joined([_navigation(screen), tag("article", joined(parts))])
    style, script = Markup("<style>{}</style>"), Markup("<script>{}</script>")
    inside = joined([style.format(_text("first_sight.css")), body, script.format(_text("first_sight.js"))])
    return tag("main", inside, id="first-sight")


def _navigation(screen: Screen) -> Markup:
    """The pages, each at the phase and moment asked for."""
    view = screen.view
    kept = {"phase": view.phase, "at": view.day if view.at and view.day else ""}
    links = [
        tag(
            "a",
            title,
            href=written(".", "" if stem == FIRST else stem, kept),
            aria_current="page" if stem == screen.page else None,
        )
        for stem, title in PAGES.items()
    ]
    return tag("nav", joined(links), aria_label="Pages")


def _topic(topic: Topic, *, several: bool) -> Markup:
    """The figures of one question, the silent, and what the gate says of them."""
    found = topic.finding
    href = written(".", "compare", {"phase": topic.phase, "q": topic.q})
    parts = [tag("h2", tag("a", found.topic, href=href))] if several else []
    lines = [
        tag(
            "li",
            joined([
                f"{figure.claimant}: ",
                tag("b", figure.value),
                tag("span", f" · said {figure.said} · counts {figure.period} · {figure.publisher}", class_="quiet"),
            ]),
        )
        for figure in found.figures
    ]
    lines += [tag("li", f"No figure from {side} in what was read.") for side in found.silent]
    parts.append(tag("ul", joined(lines)))
    if found.verdict:
        why = tag("span", f" ({found.reasons})", class_="quiet") if found.reasons else ""
        parts.append(tag("p", joined([found.verdict, why])))
    return joined(parts)


@cache
def _text(name: str) -> Markup:
    """A file of ours, which takes nothing from the data."""
    return Markup((HERE / name).read_text(encoding="utf-8"))
