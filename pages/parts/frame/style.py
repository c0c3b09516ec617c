"""The stylesheet, and the scripts: files of ours that take nothing from the data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from pages.parts.frame.public_routes import WITHOUT, do_routes_answer

SENT = Path(__file__).with_name("sent")
SHEETS = ("style.css", "frame.css", "figures.css")
SCRIPTS = ("navigate.js", "save_picture.js", "copy_text.js", "replay.js")


def draw_style() -> None:
    """Give the page its type, tables and print rules, and the scripts that follow links, save pictures and replay."""
    st.html(f"<style>{sheets()}</style>{'' if do_routes_answer() else WITHOUT}")
    st.html(_scripts(), unsafe_allow_javascript=True)


def draw_alone_style() -> None:
    """What a picture that stands alone has besides: no room around it, and word of its height to the page it is in."""
    script = (SENT / "tell_height.js").read_text(encoding="utf-8")
    st.html(f'<div class="cc-alone" hidden></div><script>{script}</script>', unsafe_allow_javascript=True)


@cache
def sheets() -> str:
    """The style of every page."""
    return "\n".join((SENT / name).read_text(encoding="utf-8") for name in SHEETS)


@cache
def _scripts() -> str:
    scripts = "\n".join(f"<script>{(SENT / name).read_text(encoding='utf-8')}</script>" for name in SCRIPTS)
    return f"<div hidden></div>{scripts}"
