"""The count side by side: one row a topic, each side's newest figure on one scale, the verdict at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from charts import words
from charts.finding_words import Verdict, owner, told
from charts.look import GREY, Mark, plain
from charts.plain_figure import GRID, Figure, count_axis, figure, ink_of
from charts.side_figures import at, marks_of, reach

ROW = 84
LEFT, RIGHT = 0.215, 0.775  # the scale's place between the topics and the verdicts
LETTER = 7.1  # pixels of a letter of a label, on average
LONGEST = 0.62  # of the scale: a longer label takes two lines
NARROWEST = 470  # pixels of the scale on the narrowest page that shows this picture
TOPIC_LETTERS, VERDICT_LETTERS = 24, 27
DASHES = {0: "solid", 1: "solid", 2: "dot"}
Claim = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One topic: its name, a line on who is meant, the leading claim of each side (sides in order), the verdict."""

    name: str
    about: str
    group: str | None
    leads: Mapping[str | None, Claim]
    parties: Sequence[str]
    verdict: Verdict


def count_side_by_side(
    rows: Sequence[Row], marks: Mapping[str | None, Mark], top: float, theme: str | None, zone: str
) -> Figure:
    """All topics of a phase at one moment, on a scale up to `top`, the same at every moment. The traces are always the
    same and in the same order, for a replay: of each topic the line between the parties, then each side's marks."""
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for number, row in enumerate(rows):
        y = -float(number)
        traces.append(_between(row, y))
        for side, mark in marks.items():
            claim = row.leads.get(side)
            hover = _hover(claim, row.group, zone) if claim else ""
            traces += marks_of(claim, y, mark, top, size=14 if side in row.parties else 10, hover=hover)
        notes += _labels(row, y, marks, top, theme) + _sides(row, y)
    return figure(
        traces,
        ROW * len(rows) + 30,
        theme,
        annotations=notes,
        shapes=[_rule(0.5 - number) for number in range(len(rows) + 1)],
        xaxis=count_axis(top / 1.12, theme, domain=[LEFT, RIGHT]),
        yaxis={"range": [0.5 - len(rows), 0.5], "visible": False, "fixedrange": True},
    )


def _hover(claim: Claim, group: str | None, zone: str) -> str:
    return f"{claim['claimant_name']}: {told(claim, group)}, said {words.said(claim, zone)}"


def scale_of(claims: Iterable[Claim]) -> float:
    """Where the scale ends: a little after the highest figure."""
    return max([reach(claim) for claim in claims] + [1.0]) * 1.12


def _between(row: Row, y: float) -> dict[str, Any]:
    """The line between the two parties' figures: solid where they may be compared, dotted where not, else none."""
    spoken = [row.leads[party] for party in row.parties if party in row.leads]
    ends = [end for claim in spoken if (end := at(claim)) is not None][:2]
    is_drawn = row.verdict.level is not None and len(ends) == 2
    line = {"color": GREY, "width": 1.5, "dash": DASHES[row.verdict.level or 0]}
    x, heights = (ends, [y, y]) if is_drawn else ([], [])
    return {"type": "scatter", "x": x, "y": heights, "mode": "lines", "line": line, "hoverinfo": "skip"}


def _labels(row: Row, y: float, sides: Iterable[str | None], top: float, theme: str | None) -> list[dict[str, Any]]:
    """Owner first, number second, above its mark where there is room, else below it. One note a side, empty where it is
    silent, so that a replay finds each again."""
    placed: list[tuple[int, float, float]] = []
    notes = {side: _note("", 0, y, "left", 0, {}) for side in sides}
    order = sorted(row.leads, key=lambda side: (side not in row.parties, at(row.leads[side]) or 0))
    for side in order:
        claim, is_party = row.leads[side], side in row.parties
        lines = _lines(f"{owner(claim)}:", told(claim, row.group))
        x = at(claim) or 0.0
        width = max(map(len, lines)) * LETTER * (1 if is_party else 0.9)
        level, left, anchor = _free(placed, x / top * NARROWEST, width, start=0 if is_party else 1)
        placed += [(level + 2 * line, left, left + width) for line in range(len(lines))]
        text = "<br>".join(plain(line) for line in lines)
        shown = f"<b>{text}</b>" if is_party else text
        notes[side] = _note(shown, x, y, anchor, level, {"size": 13 if is_party else 12, "color": ink_of(theme)})
    return list(notes.values())


def _lines(name: str, figure: str) -> list[str]:
    """Both on one line, or under one another where that would fill half the scale."""
    whole = f"{name} {figure}"
    return [whole] if len(whole) * LETTER <= LONGEST * NARROWEST else [name, figure]


def _note(shown: str, x: float, y: float, anchor: str, level: int, font: Mapping[str, Any]) -> dict[str, Any]:
    """Even levels stand above the marks, odd ones below; every field is given, for a frame changes only what it
    names."""
    above = level % 2 == 0
    shift = (9 + 15 * (level // 2)) * (1 if above else -1)
    return {"x": x, "y": y, "xref": "x", "yref": "y", "text": shown, "showarrow": False, "borderpad": 0,
            "xanchor": anchor, "yanchor": "bottom" if above else "top", "yshift": shift, "align": "left",
            "font": dict(font), "visible": bool(shown)}


def _free(
    placed: list[tuple[int, float, float]], x: float, width: float, start: int
) -> tuple[int, float, str]:
    """The first place free of other labels: level 0 stands above the marks, 1 below, 2 and 3 a line further. Gives the
    level, the left edge in pixels and the anchor; no label begins left of the scale."""
    for level in [start, 1 - start, 2, 3]:
        for anchor, left in (("center", x - width / 2), ("left", x - 7), ("right", x - width + 7)):
            inside = left >= -8 and left + width <= NARROWEST * 1.06
            if inside and all(lv != level or left + width + 8 < a or left > b + 8 for lv, a, b in placed):
                return level, left, anchor
    # Nowhere is free: on the side where it stays inside the picture.
    return (2, x - width, "right") if x > NARROWEST / 2 else (2, x, "left")


def _sides(row: Row, y: float) -> list[dict[str, Any]]:
    """The topic left of the scale, the verdict right of it."""
    name = wrap(row.name, TOPIC_LETTERS)
    head = "<br>".join(f"<b>{plain(line)}</b>" for line in name)
    about = "<br>".join(plain(line) for line in wrap(row.about, TOPIC_LETTERS + 6)[: 4 - len(name)])
    short = "<br>".join(f"<b>{plain(line)}</b>" for line in wrap(row.verdict.short, VERDICT_LETTERS))
    why = "<br>".join(plain(line) for line in wrap(row.verdict.why, VERDICT_LETTERS + 3))
    stands = {"xref": "paper", "yref": "y", "y": y, "xanchor": "left", "yanchor": "middle"}
    shared = {**stands, "align": "left", "showarrow": False}
    left = f"<span style='font-size:15px'>{head}</span>" + (f"<br>{about}" if about else "")
    right = short + (f"<br>{why}" if why else "")
    return [{**shared, "x": 0, "text": left, "font": {"size": 12}}, {**shared, "x": RIGHT + 0.015, "text": right,
                                                                     "font": {"size": 13}}]


def _rule(y: float) -> dict[str, Any]:
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": {"color": GRID, "width": 1},
            "layer": "below"}
