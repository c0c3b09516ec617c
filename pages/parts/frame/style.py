"""The stylesheet, and the scripts: files of ours that take nothing from the data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
SHEETS = ("style.css", "frame.css", "figures.css")
SCRIPTS = ("navigate.js", "save_picture.js", "copy_text.js", "replay.js")


def draw_style() -> None:
    """Give the page its type, tables and print rules, and the scripts that follow links, save pictures and replay."""
    sheets, scripts = _texts()
    st.html(sheets)
    st.html(scripts, unsafe_allow_javascript=True)


@cache
def _texts() -> tuple[str, str]:
    read = {name: (HERE / name).read_text(encoding="utf-8") for name in (*SHEETS, *SCRIPTS)}
    sheets = "\n".join(read[name] for name in SHEETS)
    scripts = "\n".join(f"<script>{read[name]}</script>" for name in SCRIPTS)
    return f"<style>{sheets}</style>", f"<div hidden></div>{scripts}"
