"""Compare's picture: the newest figures of each side, at most two lines a side, the rest of it as small marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from charts import words
from charts.finding_words import owner, told
from charts.look import GREY, Mark, plain
from charts.plain_figure import Figure, figure, ink_of, value_axis
from charts.side_figures import ARROWS, at, marks_of, reach

LINE, NAME_LINE = 44, 17
LETTERS = 50  # of a line of words above a mark, which a phone's width holds
TURNED = 0.55  # beyond this share of the axis a label stands left of its mark
MOST_LINES = 2
Claim = Mapping[str, Any]
Sides = Sequence[tuple[str | None, Sequence[Claim]]]


def newest_figures(
    sides: Sides, marks: Mapping[str | None, Mark], group: str | None, theme: str | None, zone: str
) -> Figure:
    """`sides`: each side's current claims, the one that stands for it first. Words above each mark say whose it is,
    when it was said and what it counts; the figure stands beside the mark."""
    is_share = any(claim["unit"] == "per cent" for _, claims in sides for claim in claims)
    top = 112.0 if is_share else max([reach(claim) for _, claims in sides for claim in claims] + [1.0]) * 1.12
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    y = 0.0
    for side, claims in sides:
        mark = marks.get(side, Mark(GREY, "x"))
        for claim in claims[:MOST_LINES]:
            y = _line(traces, notes, y, claim, mark, top, group, theme, zone)
        if len(claims) > MOST_LINES:
            y = _rest(traces, notes, y, claims[MOST_LINES:], mark, top, group, theme, zone)
        y += 8
    axis = value_axis(top / 1.12, is_share, theme)
    return figure(traces, int(y) + 34, theme, annotations=notes, xaxis=axis,
                  yaxis={"range": [y, 0], "visible": False, "fixedrange": True})


def _line(
    traces: list, notes: list, y: float, claim: Claim, mark: Mark, top: float, group: str | None, theme: str | None,
    zone: str,
) -> float:
    """Whose it is, then the mark with its figure; gives where the next line begins."""
    about = f"said {words.said(claim, zone)}, {_counts(claim, zone)}"
    lines = wrap(f"{owner(claim)} · {about}", LETTERS)
    head = plain(owner(claim))
    text = "<br>".join(plain(line) for line in lines).replace(head, f"<b>{head}</b>", 1)
    notes.append(_words(y, text, theme))
    y += NAME_LINE * len(lines) + 12
    hover = f"{claim['claimant_name']}: {told(claim, group)}; {words.whom(claim)}; {about}"
    traces += marks_of(claim, y, mark, top, size=14, hover=hover)
    notes.append(_figure(claim, y, top, group, theme))
    return y + LINE - NAME_LINE - 4


def _rest(
    traces: list, notes: list, y: float, claims: Sequence[Claim], mark: Mark, top: float, group: str | None,
    theme: str | None, zone: str,
) -> float:
    """The others of the side as small marks on one line, counted, with their range."""
    ends = sorted(x for claim in claims if (x := at(claim)) is not None)
    span = "" if not ends else f": {ends[0]:,.0f}" + (f" to {ends[-1]:,.0f}" if ends[-1] > ends[0] else "")
    notes.append(_words(y, plain(f"{len(claims)} more of the same side{span}"), theme))
    y += NAME_LINE + 8
    for claim in claims:
        hover = f"{claim['claimant_name']}: {told(claim, group)}, said {words.said(claim, zone)}"
        traces += marks_of(claim, y, mark, top, size=8, hover=hover)
    return y + 14


def _counts(claim: Claim, zone: str) -> str:
    period = words.period(claim, zone)
    return period if period.endswith(words.NOT_STATED) else f"counts {period}"


def _words(y: float, text: str, theme: str | None) -> dict[str, Any]:
    return {"x": 0, "xref": "paper", "y": y, "yref": "y", "xanchor": "left", "yanchor": "top", "text": text,
            "showarrow": False, "align": "left", "borderpad": 0, "font": {"size": 13, "color": ink_of(theme)}}


def _figure(claim: Claim, y: float, top: float, group: str | None, theme: str | None) -> dict[str, Any]:
    """The figure beside its mark, beyond an open arrow; words without a mark stand at the axis."""
    x = at(claim)
    turned = x is not None and x > top * TURNED
    open_up = ARROWS.get(claim["form"], 0) > 0
    shift = 0 if x is None else -13 if turned else 34 if open_up else 13
    edge = float(claim["high"]) if claim["form"] == "range" and not turned else x or 0
    return {"x": edge, "y": y, "xref": "x", "yref": "y", "xshift": shift, "xanchor": "right" if turned else "left",
            "yanchor": "middle", "text": f"<b>{plain(told(claim, group))}</b>", "showarrow": False, "borderpad": 0,
            "font": {"size": 16, "color": ink_of(theme)}}
