"""What stands above every page, in one message: the pages, the phase, the moment, what was read (design.md §6); and
the foot, with the data version.

Everything is a plain link, made of ids. navigate.js turns a click into a run of the app without loading the page anew;
without it the links work too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

from charts import words
from pages.parts.frame.markup import Cell, joined, page_address, show, tag
from pages.parts.frame.phase_and_moment import Choice
from pages.parts.frame.running_page import Frame, moment_label

NAME = "Contested Count"
BOTH = "both"


def page_frame(choice: Choice, pages: Mapping[str, str], page: str, parameters: Mapping[str, str]) -> Markup:
    """The whole head. `pages`: titles by address ("" the first). `parameters` is the reader's address: what belongs to
    this page (a question, a place) stays when the moment changes, and goes when the phase does."""
    parts = [_navigation(choice, pages, page), _controls(choice, page, parameters)]
    parts += [tag("p", note, class_="cc-note", role="status") for note in choice.notes]
    if choice.canonical:
        wanted = {**parameters, **choice.canonical}
        parts.append(tag("span", "", hidden="", data_canonical=page_address(page, wanted)))
    return tag("div", joined(parts), class_="cc-frame")


def bare_frame(pages: Mapping[str, str], title: str) -> Markup:
    """The head where no figures can be shown: the name alone."""
    return tag("div", tag("nav", tag("span", title, class_="cc-brand"), class_="cc-nav"), class_="cc-frame")


def _navigation(choice: Choice, pages: Mapping[str, str], page: str) -> Markup:
    kept = choice.frame.address
    links = [
        tag("a", title, href=page_address(stem, kept), aria_current="page" if stem == page else None)
        for stem, title in pages.items()
    ]
    title = choice.frame.snapshot.facts["title"].removeprefix(f"{NAME}: ")
    # Open on wide screens by the stylesheet, folded behind one button on a phone.
    folded = [tag("summary", "Menu"), tag("div", joined(links), class_="cc-links")]
    menu = tag("details", joined(folded), class_="cc-menu")
    wide = tag("div", joined(links), class_="cc-links cc-wide")
    brand = tag("a", NAME, href=page_address("", kept), class_="cc-brand")
    return tag("nav", joined([brand, wide, tag("span", title, class_="cc-dataset"), menu]), class_="cc-nav",
               aria_label="Pages")


def _controls(choice: Choice, page: str, parameters: Mapping[str, str]) -> Markup:
    parts = [_phases(choice, page, parameters), _moments(choice, page, parameters), _what_was_read(choice)]
    return tag("div", joined(parts), class_="cc-controls")


def _phases(choice: Choice, page: str, parameters: Mapping[str, str]) -> Markup:
    """One control on every page; on the timeline it has both phases besides, and those that lie between them are
    linked below its picture."""
    dated = [row["id"] for row in choice.phases.rows if words.given(row["zero"])]
    has_both = page == "timeline" and len(dated) > 1
    is_both = has_both and parameters.get("view") != "one"
    extra = {"view": "one"} if has_both else {}
    names = [row["short"] for row in choice.phases.rows]
    links = [
        _segment(row["short"] if names.count(row["short"]) == 1 else f"{row['short']} ({row['id']})",
                 page_address(page, {"phase": row["id"], **extra}),
                 chosen=row["id"] == choice.frame.phase and not is_both, title=row["name"])
        for row in choice.phases.rows
        if not has_both or row["id"] in (choice.frame.phase, *dated)
    ]
    if has_both:
        both = f"Both {choice.frame.phase_words}"
        links.insert(0, _segment(both, page_address(page, {"phase": choice.frame.phase}), chosen=is_both))
    label = words.sentence_case(choice.frame.phase_word)
    return tag("div", joined(links), class_="cc-segments", role="group", aria_label=label)


def _segment(text: Cell, href: str, *, chosen: bool, title: str | None = None) -> Markup:
    return tag("a", text, href=href, title=title, aria_current="true" if chosen else None)


def _moments(choice: Choice, page: str, parameters: Mapping[str, str]) -> Markup:
    """A slider over the moments at which something was said, a step either way, the date in words."""
    said, frame = choice.said, choice.frame
    if not said.at:
        return tag("span", "nothing said yet", class_="cc-moment")
    here = said.at.index(frame.at) if frame.at is not None else len(said.at) - 1
    hrefs = [_at(page, parameters, label) for label in said.labels[:-1]] + [_at(page, parameters, None)]
    dates = [words.moment(at, frame.zone) for at in said.at]
    slider = tag(
        "input", "", type="range", min="0", max=str(len(said.at) - 1), value=str(here), step="1", class_="cc-slider",
        aria_label="Moment", aria_valuetext=dates[here], data_key="slider", data_hrefs=json.dumps(hrefs),
        data_dates=json.dumps(dates), disabled="" if len(said.at) == 1 else None,
    )
    replay = tag("button", "▶ Replay", type="button", class_="cc-replay", data_key="replay", hidden="")
    parts = [
        tag("span", "As of", class_="cc-as-of"),
        _step("Earlier", "◀", hrefs[here - 1] if here else None, dates[here - 1] if here else ""),
        slider,
        _step("Later", "▶", hrefs[here + 1] if here + 1 < len(hrefs) else None, dates[min(here + 1, len(dates) - 1)]),
        tag("time", dates[here], class_="cc-date", datetime=moment_label(said.at[here], True, frame.zone)),
        replay,
    ]
    return tag("div", joined(parts), class_="cc-moment", role="group", aria_label="Moment shown")


def _step(name: str, sign: str, href: str | None, date: str) -> Markup:
    if href is None:
        return tag("span", sign, class_="cc-step", aria_disabled="true", role="link", aria_label=name)
    return tag("a", sign, class_="cc-step", href=href, aria_label=name, title=f"{name}: {date}", data_key=name.lower())


def _at(page: str, parameters: Mapping[str, str], label: str | None) -> str:
    return page_address(page, {**parameters, "at": label})


def _what_was_read(choice: Choice) -> Markup:
    """As reported, none verified; how much was read (design.md §5.9). The rest on request."""
    read, part = choice.frame.pages_read, choice.in_part
    pages = "1 page read" if read == 1 else f"{read} pages read"
    short = f"{pages}, {part} in part" if part else pages
    summary = joined([tag("span", "As reported, none verified here", class_="cc-long"),
                      tag("span", "None verified", class_="cc-short"), f" · {short}"])
    told = f"Figures are as reported; none was verified here. {choice.frame.snapshot.facts['read_note']}"
    return tag("details", joined([tag("summary", summary), tag("p", told)]), class_="cc-read")


def draw_foot(frame: Frame) -> None:
    """What to cite with a figure, and how fresh it is: data version, time of the last refresh, licence."""
    facts, read = frame.snapshot.facts, frame.snapshot.figures_of
    when = f" · read {words.minute(read.replace(tzinfo=None), frame.zone)}" if read else ""
    text = f"Data version {frame.data_version}{when} · {facts['licence']} · times in {frame.zone}"
    show(tag("footer", text, class_="foot"))
