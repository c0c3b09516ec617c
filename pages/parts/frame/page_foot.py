"""The foot of every page: data version, time of the last refresh, licence."""

from __future__ import annotations

from charts.words import minute
from pages.parts.frame.markup import show, tag
from pages.parts.frame.running_page import Frame


def draw_foot(frame: Frame) -> None:
    """What to cite with a figure, and how fresh it is."""
    facts, read = frame.snapshot.facts, frame.snapshot.figures_of
    when = f" · read {minute(read.replace(tzinfo=None), frame.zone)}" if read else ""
    text = f"Data version {frame.data_version}{when} · {facts['licence']} · times in {frame.zone}"
    show(tag("footer", text, class_="foot"))
