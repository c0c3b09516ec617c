"""The line to quote in three registers, each copied with one click; it cannot leave out a party that has spoken."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from charts.quote_lines import footnote, sentence, with_limits
from pages.parts.compare.newest import Newest
from pages.parts.frame.markup import joined, page_address, tag
from pages.parts.frame.running_page import Frame, moment_label

REGISTERS = ("Sentence", "With its limits", "Footnote")


def line_to_quote(frame: Frame, newest: Newest, address: Mapping[str, str], opened: bool) -> Markup:
    """Tabs without the server: radio buttons show one register each; a button under each copies it."""
    texts = lines_to_quote(frame, newest, address, opened)
    parts = [tag("h2", "The line to quote")]
    for number, name in enumerate(REGISTERS):
        chosen = "" if number == 0 else None
        button = tag("input", "", type="radio", name_="register", id=f"register-{number}", checked=chosen)
        parts += [button, tag("label", name, for_=f"register-{number}")]
    for number, text in enumerate(texts):
        copy = tag("button", "Copy", type="button", data_copy=text, class_="cc-copy")
        parts.append(tag("div", joined([tag("p", text), copy]), class_=f"cc-register cc-register-{number}"))
    card = page_address("card.png", {key: value for key, value in address.items() if key in ("phase", "at", "q")})
    parts.append(tag("a", "Card (PNG)", href=card, class_="cc-api cc-card", target="_blank"))
    return tag("section", joined(parts), class_="cc-quote", aria_label="The line to quote")


def sentence_first(frame: Frame, newest: Newest, address: Mapping[str, str]) -> Markup:
    """The sentence alone, for the first screen of a phone, where the section of all three stands far below."""
    text, _, _ = lines_to_quote(frame, newest, address, False)
    copy = tag("button", "Copy", type="button", data_copy=text, class_="cc-copy")
    return tag("div", joined([tag("p", text), copy]), class_="cc-sentence cc-quote")


def lines_to_quote(frame: Frame, newest: Newest, address: Mapping[str, str], opened: bool) -> tuple[str, str, str]:
    """Sentence, with its limits, footnote."""
    claims, silent = newest.quoted, newest.silent
    facts = frame.snapshot.facts
    return (
        sentence(claims, silent, frame.zone),
        with_limits(claims, silent, newest.pair, frame.zone, opened=opened),
        footnote(claims, facts["title"], frame.data_version, whole_address(frame, address), frame.zone),
    )


def whole_address(frame: Frame, address: Mapping[str, str]) -> str:
    """The address that restores the view, with T written out even where it is the latest."""
    at = moment_label(frame.as_of, True, frame.zone) if frame.as_of is not None else None
    path = page_address("compare", {**address, "phase": frame.phase, "at": at})
    base = (st.context.url or "").split("?")[0].rstrip("/").removesuffix("/compare")
    return f"{base}{path.removeprefix('.')}"
