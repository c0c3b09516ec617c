"""What a reader sees of a page opened through tests/support/opened_app.py: its HTML, heading, controls and notes."""

from __future__ import annotations

import html
import re

from streamlit.testing.v1 import AppTest


def html_of(at: AppTest) -> str:
    """Everything that was shown as HTML, one message under another, scripts and style left out."""
    bodies = "\n".join(element.proto.body for element in at.get("html"))
    return re.sub(r"<(script|style)\b.*?</\1>", "", bodies, flags=re.DOTALL)


def text_of(at: AppTest) -> str:
    """The same without its tags."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html_of(at)))).strip()


def headings_of(at: AppTest) -> list[str]:
    """The page's first headings: one on every page, as HTML or as a title."""
    found = re.findall(r"<h1[^>]*>(.*?)</h1>", html_of(at), re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", text)) for text in found] + [title.value for title in at.title]


def segments_of(at: AppTest) -> dict[str, bool]:
    """The phases of the one control by what they are called, and whether each is the chosen one."""
    block = re.search(r'<div class="cc-segments".*?</div>', html_of(at), re.DOTALL)
    links = re.findall(r"<a([^>]*)>(.*?)</a>", block[0], re.DOTALL) if block else []
    return {html.unescape(text): 'aria-current="true"' in attributes for attributes, text in links}


def chosen_phase(at: AppTest) -> str | None:
    """The name of the chosen phase, or None."""
    return next((name for name, chosen in segments_of(at).items() if chosen), None)


def moment_of(at: AppTest) -> str | None:
    """The moment shown, in words, or None where nothing was said."""
    found = re.search(r'class="cc-date"[^>]*>(.*?)</time>', html_of(at))
    return html.unescape(found[1]) if found else None


def notes_of(at: AppTest) -> list[str]:
    """The sentences under the controls: what of the address could not be followed."""
    return [html.unescape(note) for note in re.findall(r'<p class="cc-note" role="status">(.*?)</p>', html_of(at))]


def links_of(at: AppTest) -> list[str]:
    """Every inner address of the page."""
    return [html.unescape(address) for address in re.findall(r'href="(\./[^"]*)"', html_of(at))]
