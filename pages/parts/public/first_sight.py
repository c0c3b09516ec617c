"""The first screen as plain HTML inside the page that is sent: read before any script has come, and without one. It is
made of the page's own head, words and style, so that the page takes its place without a jump."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit
from markupsafe import Markup

from pages.parts.frame.markup import joined, tag
from pages.parts.frame.page_frame import page_frame
from pages.parts.frame.page_names import ADDRESSES, FIRST
from pages.parts.frame.style import sheets
from pages.parts.public.first_screen import Screen, source_line

HERE = Path(__file__).parent
CHECKS = HERE.parent / "checks" / "checks.css"
FONTS = {"Source Sans": "SourceSansVF-Upright", "Source Serif": "SourceSerifVariable-Roman"}


def first_sight(screen: Screen) -> Markup:
    """The block that stands in front of the page until the page does."""
    choice = screen.choice
    address = "" if screen.page == FIRST else screen.page
    head = page_frame(choice, ADDRESSES, address, screen.asked)
    foot = tag("p", source_line(choice.frame, choice.in_part), class_="foot")
    body = tag("div", joined([head, *(tag("div", part) for part in screen.shown.body), foot]), class_="sight-page")
    style = Markup("<style>{}</style>").format(_style())
    script = Markup("<script>{}</script>").format(_text("first_sight.js"))
    still = Markup("<noscript><style>#first-sight .cc-slider {{ display: none; }}</style></noscript>").format()
    return tag("main", joined([style, still, body, script]), id="first-sight")


def font_links() -> Markup:
    """The heading's font, asked for at once: Streamlit asks for it only when its own scripts have run."""
    link = '<link rel="preload" href="./static/media/{}" as="font" type="font/woff2" crossorigin>'
    return joined(Markup(link).format(name) for name in _fonts().values())


@cache
def _fonts() -> dict[str, str]:
    """The files of the fonts that Streamlit ships, by family."""
    media = Path(streamlit.__file__).parent / "static/static/media"
    found = {family: next(iter(sorted(media.glob(f"{stem}*.woff2"))), None) for family, stem in FONTS.items()}
    return {family: path.name for family, path in found.items() if path is not None}


@cache
def _style() -> Markup:
    faces = "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: 200 900; src: url("./static/media/{name}"); }}'
        for family, name in _fonts().items()
    )
    return Markup("\n".join([sheets(), CHECKS.read_text(encoding="utf-8"), faces, _text("first_sight.css")]))


@cache
def _text(name: str) -> Markup:
    """A file of ours, which takes nothing from the data."""
    return Markup((HERE / name).read_text(encoding="utf-8"))
