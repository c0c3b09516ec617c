"""The count over time: a step line a claimant, phases beside or under one another on one scale, labels at the steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from charts import words
from charts.finding_words import told
from charts.free_places import ABOVE_AN_END, AT_AN_END, BY_A_STEP, FURTHER, Box, Room
from charts.look import GREY, Mark, plain
from charts.over_time_panels import Claim, Line, Panel, highest, treads
from charts.phase_strip import Marks, note, strip, strip_height
from charts.plain_figure import GRID, Figure, figure, ink_of
from charts.side_figures import ARROWS, REACH
from charts.side_figures import at as height_of
from charts.text_width import text_width
from charts.time_ticks import since_zero, time_ticks

WIDE, PHONE = 790, 300  # pixels of the picture where it is narrowest, beside one another and under one another
LEFT, TITLE, TICKS = 40, 26, 34
LEAST_SHARE = 0.3
MOST_LABELS, FEW_LABELS = 24, 8  # of one line: all where it has so many steps, else some
MOST_DOTS = 60
BOLD = 1.06  # how much wider bold letters are
LIGHT_PAPER, DARK_PAPER = "rgba(251,250,247,0.7)", "rgba(22,23,26,0.7)"
SIZES = {False: 13.0, True: 12.0}


@dataclass(frozen=True)
class Area:
    """Where a panel stands at the narrowest width, in pixels from the picture's upper left, and the axes it uses."""

    panel: Panel
    xaxis: str
    yaxis: str
    strip_axis: str
    left: float
    width: float
    top: float
    height: float
    strip: float
    room: float

    @property
    def axes(self) -> dict[str, str]:
        """The axes of its counts."""
        return {"xaxis": self.xaxis, "yaxis": self.yaxis}

    def x(self, hours: float) -> float:
        """Pixels of a moment."""
        return self.left + hours / self.panel.length * self.width

    def y(self, count: float, top: float) -> float:
        """Pixels of a count on a scale that ends at `top`."""
        return self.top + (1 - count / top) * self.height

    @property
    def bounds(self) -> Box:
        """Where its labels may stand."""
        return self.left - 2, self.top - 4, self.left + self.width + self.room, self.top + self.height + 1


def count_over_time(
    panels: Sequence[Panel], marks: Marks, theme: str | None, zone: str, height: int, *, width: int = WIDE,
    stacked: bool = False, with_strip: bool = True, with_titles: bool = True, top: float | None = None,
) -> Figure:
    """`panels` from left to right, or `stacked` for a phone. `height` is the whole picture's, `width` the narrowest it
    is shown at; `top` the end of the scale, else a little over the highest figure. Traces and annotations are the same
    in number and order at every moment, for a replay."""
    end = top or highest(panels) * 1.14
    above = TITLE if with_titles else 8
    areas = areas_of(panels, height, width, above, stacked=stacked, with_strip=with_strip)
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    for area in areas:
        traces += _traces(area, marks, end, zone, not stacked)
        size = SIZES[stacked or width < WIDE]
        ground = DARK_PAPER if theme == "dark" else LIGHT_PAPER
        notes += [{**label, "bgcolor": ground} for label in _labels(area, end, size)]
        notes += [_title(area)] * with_titles
        if with_strip:
            axes = {"xaxis": area.xaxis, "yaxis": area.strip_axis}
            drawn, said = strip(area.panel, marks, zone, area.width, area.room, axes, low=stacked)
            traces, notes = traces + drawn, notes + said
        layout |= _axes(area, above, height, width - LEFT - area.room, end, zone, theme)
    margin = {"l": LEFT, "r": areas[-1].room, "t": above, "b": TICKS, "autoexpand": False}
    return figure(traces, height, theme, margin=margin, annotations=notes, **layout)


def areas_of(
    panels: Sequence[Panel], height: int, width: int, above: float, *, stacked: bool, with_strip: bool
) -> list[Area]:
    """Where each panel stands: beside one another as wide as they are long, none under three tenths; or one under the
    other in equal blocks. Right of each is room for the names of its lines."""
    size = SIZES[stacked or width < WIDE]
    latest = [(p.story.question.group, line) for p in panels for line in replace(p, at=None).lines if line.leads]
    names = [text_width(part, size) * BOLD + 12 for group, line in latest for part in line.name_on(group)]
    room = min(max([34.0, *names]), width * (0.24 if stacked else 0.16))
    strips = [strip_height(panel, stacked) if with_strip else 0.0 for panel in panels]
    gap = 0.0 if stacked else room + 22
    plot = width - LEFT - room - (0 if stacked else gap * (len(panels) - 1))
    shares = _shares([panel.length for panel in panels])
    found, left, block = [], float(LEFT), height / len(panels)
    for number, (panel, strip_below, share) in enumerate(zip(panels, strips, shares, strict=True)):
        xaxis = f"x{number + 1 if number else ''}"
        if stacked:
            top, deep = above + number * block, block - above - TICKS - strip_below
            yaxis = f"y{2 * number + 1 if number else ''}"
            found.append(Area(panel, xaxis, yaxis, f"y{2 * number + 2}", LEFT, plot, top, deep, strip_below, room))
        else:
            deep = height - above - TICKS - max(strips)
            found.append(Area(panel, xaxis, "y", "y2", left, plot * share, above, deep, max(strips), room))
            left += plot * share + gap
    return found


def _shares(lengths: Sequence[float]) -> list[float]:
    whole = sum(lengths)
    least = min(LEAST_SHARE, 1 / len(lengths))
    raised = [max(length / whole, least) for length in lengths]
    spare = sum(share - least for share in raised)
    over = sum(raised) - 1
    return [share - (over * (share - least) / spare if spare else 0) for share in raised]


def _traces(area: Area, marks: Marks, end: float, zone: str, with_tips: bool) -> list[dict[str, Any]]:
    """Of each line its treads, its open ends and its dots; then the dots of figures on no line, side by side."""
    panel = area.panel
    traces = []
    for line in sorted(panel.lines, key=lambda line: line.may_lead):
        mark = marks.get(line.steps[0]["side"], Mark(GREY, "x"))
        xs, ys = treads(panel, line) if line.is_drawn else ([], [])
        stroke = {"color": mark.colour, "width": 3 if line.leads else 1.2}
        traces.append({"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": stroke, "hoverinfo": "skip",
                       "opacity": 1 if line.may_lead else 0.8, "connectgaps": False})
        thinned = len(line.told) > MOST_DOTS
        size = 3 if thinned else 8 if line.leads else 6
        traces += _dots(panel, line.told, mark, end, zone, size, with_tips=with_tips)
    for side, mark in marks.items():
        own = [claim for claim in panel.beside if claim["side"] == side]
        traces += _dots(panel, own, mark, end, zone, 6, with_tips=with_tips)
    return [{**trace, **area.axes, "cliponaxis": False} for trace in traces]


def _dots(
    panel: Panel, claims: Sequence[Claim], mark: Mark, end: float, zone: str, size: float, *, with_tips: bool
) -> list[dict[str, Any]]:
    """Two traces: arrows of open figures and bars of ranges; then dots, hollow where approximate."""
    tips: list[tuple[float | None, float | None, str]] = []
    for claim in claims:
        x, y = panel.position(claim), height_of(claim)
        direction = ARROWS.get(claim["form"], 0) if size > 3 and with_tips else 0
        if direction and y is not None:
            symbol = f"triangle-{'up' if direction > 0 else 'down'}-open"
            tips.append((x, max(0.0, y + direction * REACH * end), symbol))
        if claim["form"] == "range":
            tips += [(x, float(claim["low"]), "line-ew-open"), (x, float(claim["high"]), "line-ew-open")]
        if panel.known(claim["withdrawn_at"]):  # its claimant took it back: the line ends in a cross
            tips.append((panel.hours(claim["withdrawn_at"]), y, "x-thin-open"))
    shapes = [mark.hollow if claim["form"] == "about" else mark.shape for claim in claims]
    hovers = [plain(hover_of(claim, panel, zone)) for claim in claims]
    line = {"width": 1.5, "color": mark.colour}
    shared = {"type": "scatter", "mode": "markers", "line": {"width": 0}}
    return [
        {**shared, "x": [x for x, _, _ in tips], "y": [y for _, y, _ in tips], "hoverinfo": "skip",
         "marker": {"symbol": [symbol for _, _, symbol in tips], "size": 6, "color": mark.colour, "line": line}},
        {**shared, "x": [panel.position(claim) for claim in claims], "y": [height_of(c) for c in claims],
         "hovertext": hovers, "hoverinfo": "text", "customdata": [claim["statement"] for claim in claims],
         "marker": {"symbol": shapes, "size": size, "color": mark.colour, "line": line}},
    ]


def hover_of(claim: Claim, panel: Panel, zone: str) -> str:
    """Owner first, number second, when it was said and how far into the phase that is."""
    when = words.said(claim, zone)
    if panel.zero is not None:
        when += f" ({since_zero(claim['said_to'], panel.zero, panel.end - panel.start)})"
    return f"{claim['claimant_name']}: {told(claim, panel.story.question.group)}, said {when}"


def _labels(area: Area, end: float, size: float) -> list[dict[str, Any]]:
    """Names at the ends of lines, figures at their steps, as many as stand free: of what leads first, its last and its
    first figure before those between."""
    room = Room(marks=_taken(area, end))
    lines = sorted(area.panel.lines, key=lambda line: not line.leads)
    slots = sum(min(len(line.steps), MOST_LABELS) for line in lines if line.may_lead) + len(lines)
    slots += sum(claim["id"] in {lead["id"] for _, leads in area.panel.story.leads for lead in leads.values()}
                 for claim in area.panel.story.beside)
    placed = [_name(area, line, end, size, room, bold=True) for line in lines if line.leads]
    leading = [line for line in lines if line.leads]
    for must in (True, False):
        for line in leading:
            for step in [s for s in _worth(line) if (s in (line.told[-1], line.told[0])) is must]:
                placed.append(_figure(area, step, end, size, room, must=must))
    on_lines = {step["id"] for line in leading for step in line.told}
    firsts = {claim["side"]: claim["id"] for claim in reversed(list(area.panel.led.values()))}
    shown = [claim for claim in area.panel.led.values() if claim["id"] not in on_lines]
    for claim in shown[:MOST_LABELS]:
        must = claim["id"] in firsts.values()
        placed.append(_figure(area, claim, end, size, room, must=must, owned=True))
    placed += [_name(area, line, end, size, room, bold=False) for line in lines if not line.leads and line.is_drawn]
    found = [one for one in placed if one is not None][:slots]
    blank = note("", 0, 0, area.axes, xanchor="left", yanchor="middle", size=size)
    return found + [blank] * (slots - len(found))


def _worth(line: Line) -> list[Claim]:
    """Which steps of a line are labelled where there is room: all, or of many some evenly, the first and the last."""
    if len(line.told) <= MOST_LABELS:
        return list(line.told)
    last = len(line.told) - 1
    return [line.told[round(number * last / (FEW_LABELS - 1))] for number in range(FEW_LABELS)]


def _figure(
    area: Area, claim: Claim, end: float, size: float, room: Room, *, must: bool, owned: bool = False
) -> dict[str, Any] | None:
    y = height_of(claim)
    if y is None:
        return None
    text = told(claim, claim["group"])
    text = f"{claim['claimant_short']}: {text}" if owned else text
    x = area.panel.position(claim)
    wide = text_width(text, size) + 4
    where = (area.x(x), area.y(y, end), wide, size * 1.35)
    place = room.take(*where, BY_A_STEP, area.bounds, must=False)
    if place is None and must:
        place = room.take(*where, BY_A_STEP, area.bounds, must=True)
        place = place or room.take(*where, FURTHER, area.bounds, must=True)
    if place is None:
        return None
    return note(text, x, y, area.axes, xanchor=place.xanchor, yanchor=place.yanchor, xshift=place.xshift,
                yshift=place.yshift, size=size)


def _name(area: Area, line: Line, end: float, size: float, room: Room, *, bold: bool) -> dict[str, Any] | None:
    if not line.told or height_of(line.told[-1]) is None:
        return None
    y, x = height_of(line.told[-1]) or 0.0, area.panel.now
    whole = line.name_on(area.panel.story.question.group)
    for lines, places in ((whole, AT_AN_END), (whole[:1], AT_AN_END), (whole, ABOVE_AN_END), (whole[:1], ABOVE_AN_END)):
        wide = max(text_width(part, size) for part in lines) * (BOLD if bold else 1) + 2
        where = (area.x(x), area.y(y, end), wide, size * 1.35 * len(lines))
        place = room.take(*where, places, area.bounds, must=bold)
        if place is not None:
            return note("\n".join(lines), x, y, area.axes, xanchor=place.xanchor, yanchor=place.yanchor,
                        xshift=place.xshift, yshift=place.yshift, size=size, bold=bold)
    return None


def _taken(area: Area, end: float) -> list[Box]:
    """The pixels of dots and of the leading lines."""
    boxes: list[Box] = []
    for line in sorted(area.panel.lines, key=lambda line: not line.leads):
        xs, ys = treads(area.panel, line) if line.leads else ([], [])
        points = [(area.x(x), area.y(y, end)) if x is not None and y is not None else None
                  for x, y in zip(xs, ys, strict=True)]
        for one, other in pairwise(points):
            if one and other:
                (x, y), (across, down) = one, other
                boxes.append((min(x, across) - 1, min(y, down) - 1, max(x, across) + 1, max(y, down) + 1))
        boxes += [_dot(area, step, end) for step in line.told if height_of(step) is not None]
    return boxes + [_dot(area, claim, end) for claim in area.panel.beside]


def _dot(area: Area, claim: Claim, end: float) -> Box:
    """The pixels of a dot and of the arrow over or under it."""
    x, y = area.x(area.panel.position(claim)), area.y(height_of(claim) or 0.0, end)
    reached, direction = REACH * area.height + 4, ARROWS.get(claim["form"], 0)
    return x - 4, y - (reached if direction > 0 else 4), x + 4, y + (reached if direction < 0 else 4)


def _title(area: Area) -> dict[str, Any]:
    corner = {"xaxis": f"{area.xaxis} domain", "yaxis": f"{area.yaxis} domain"}
    return note(area.panel.title, 0, 1, corner, xanchor="left", yanchor="bottom", yshift=7, size=14, bold=True)


def _axes(area: Area, above: float, height: int, plot: float, end: float, zone: str, theme: str | None) -> Figure:
    """The axes of a panel: counts from zero, the same in all; the strip under them in pixels; time below. `plot` is the
    width of all panels together, `above` what stands over the first."""
    deep = height - above - TICKS

    def part(upper: float, lower: float) -> list[float]:
        """Pixels from the top as shares of the picture from the bottom, as plotly counts."""
        return [max(0.0, 1 - (lower - above) / deep), min(1.0, 1 - (upper - above) / deep)]

    ticks = time_ticks(area.panel.start, area.panel.end, zone, area.width)
    foot, start = area.top + area.height, (area.left - LEFT) / plot
    shared = {"gridcolor": GRID, "showgrid": True, "fixedrange": True, "tickfont": {"size": 12, "color": ink_of(theme)}}
    time = shared | {
        "range": [0, area.panel.length], "domain": [start, min(1.0, start + area.width / plot)], "tickmode": "array",
        "tickvals": [tick.hours for tick in ticks], "ticktext": ["<br>".join(tick.lines) for tick in ticks],
        "tickangle": 0, "ticks": "", "zeroline": False, "anchor": area.strip_axis if area.strip else area.yaxis,
    }  # fmt: skip
    beside = area.xaxis if area.yaxis != "y" else "x"
    counts = shared | {
        "range": [0, end], "domain": part(area.top, foot), "tickformat": ",d", "nticks": 6, "zeroline": True,
        "zerolinecolor": GRID, "anchor": beside,
    }  # fmt: skip
    named = {area.xaxis: time, area.yaxis: counts}
    if area.strip:
        named[area.strip_axis] = {"range": [area.strip, 0], "domain": part(foot, foot + area.strip), "visible": False,
                                  "fixedrange": True, "anchor": beside}
    return {f"{key[0]}axis{key[1:]}": value for key, value in named.items()}
