"""HTML for what must be real text: every value is escaped by Markup.format, links are http(s) or our own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import pandas as pd
import streamlit as st
from markupsafe import Markup, escape

from pages.parts.frame.alone import is_held_back
from pages.parts.frame.running_page import current_frame

Cell = str | Markup
MOST_ROWS = 200


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, and whether its cells are numbers (set flush right in tabular figures)."""

    heading: Cell
    numeric: bool = False


def joined(parts: Iterable[Cell], between: Cell = "") -> Markup:
    """Parts in a row, each escaped unless it is Markup already."""
    return escape(between).join(escape(part) for part in parts)


def tag(name: str, content: Cell, **attributes: str | None) -> Markup:
    """One element; `class_` stands for class, underscores in names for hyphens, None leaves an attribute out."""
    given = {key.strip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    shown = "".join(f' {key}="{escape(value)}"' for key, value in given.items())
    return Markup(f"<{name}{shown}>{escape(content)}</{name}>")  # names are ours, values and content escaped


def page_address(page: str, parameters: Mapping[str, object | None]) -> str:
    """The address of a page of ours, relative to any other of them. `page` is the file stem, "" the first page."""
    chosen = {key: str(value) for key, value in parameters.items() if value is not None and value != ""}
    return f"./{page}{'?' + urlencode(chosen) if chosen else ''}"


def inner_link(text: Cell, page: str, **parameters: object | None) -> Markup:
    """A link to one of our pages in a given state; phase and moment of the running page go along."""
    frame = current_frame()
    kept = frame.address if frame is not None else {}
    return tag("a", text, href=page_address(page, {**kept, **parameters}))


def outer_link(text: Cell, url: str | None, reason: str | None = None) -> Markup:
    """A link to a publisher's page in a new tab, or the text with the reason why there is no link."""
    if url and url.startswith(("https://", "http://")):
        return tag("a", text, href=url, target="_blank", rel="noopener noreferrer")
    why = tag("span", f" ({reason})", class_="aside") if reason else ""
    return joined([text, why])


def table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    *,
    caption: str,
    stacked: bool = True,
    row_headings: bool = True,
    class_: str = "",
) -> Markup:
    """A real table: caption, headings with scope, and on narrow screens (if stacked) a list of labelled lines."""
    head = joined(tag("th", c.heading, scope="col", class_="number" if c.numeric else None) for c in columns)
    body = joined(tag("tr", _cells(columns, row, row_headings)) for row in rows)
    classes = f"ledger-table {'stacked' if stacked else ''} {class_}".strip()
    parts = [
        tag("caption", caption),
        tag("thead", tag("tr", head)),
        tag("tbody", body),
    ]
    return tag("div", tag("table", joined(parts), class_=classes), class_="table-holder")


def _cells(columns: Sequence[Column], row: Sequence[Cell], row_headings: bool) -> Markup:
    cells = []
    for number, (column, cell) in enumerate(zip(columns, row, strict=True)):
        classes = "number" if column.numeric else None
        if number == 0 and row_headings:
            cells.append(tag("th", cell, scope="row", class_=classes))
        else:
            cells.append(tag("td", cell, class_=classes, data_label=Markup(column.heading).striptags()))
    return joined(cells)


def first_rows(rows: pd.DataFrame, caption: str) -> tuple[pd.DataFrame, str]:
    """As many rows as a page holds, and the caption, which says where there are more."""
    if len(rows) <= MOST_ROWS:
        return rows, caption
    return rows.head(MOST_ROWS), f"{caption}: the first {MOST_ROWS} of {len(rows):,} rows, all are in the download"


def as_plain(text: str) -> str:
    """A reader's own words for a message of Streamlit's, which reads markdown: every sign of it is escaped."""
    return re.sub(r"([\\`*_\[\]#<>$~|])", r"\\\1", text)


def heading(text: Cell, anchor: str | None = None) -> Markup:
    """The heading of a section. `anchor` is its id, for links to it on the same page."""
    return tag("h2", text, class_="section", id=anchor)


def folded(title: Cell, content: Markup) -> Markup:
    """What opens on request, inside one message: looks and works like Streamlit's expander, by the keyboard too."""
    return tag("details", joined([tag("summary", title), content]), class_="folded")


def show(*parts: Markup, of: str | None = None) -> None:
    """Put HTML on the page, one part under another. Only Markup is taken: plain text must go through escaping first.

    Each call is a message to the browser, and a message costs about as much as a thousand characters in it: what
    stands together is shown together. `of` names the picture that the message belongs to: it goes with it where that
    picture is shown alone.
    """
    if is_held_back(of):
        return
    if not all(isinstance(part, Markup) for part in parts):
        raise TypeError("show() takes Markup; build it with tag(), joined() or Markup.format()")
    shown = [part for part in parts if part]
    if shown:
        st.html(str(shown[0] if len(shown) == 1 else tag("div", joined(shown), class_="stack")))
