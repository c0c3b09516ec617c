"""Under the axis of a phase: each party's own start and end of it, and when attacks began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from charts.finding_words import owner
from charts.look import GREY, Mark, plain
from charts.over_time_panels import Panel, Row
from charts.text_width import text_width
from charts.words import last_day, local, minute

ROW, ATTACKS = 20.0, 18.0
LOW_ROW, LOW_ATTACKS = 11.0, 12.0  # on a phone, where a bar has its owner's name beside it and the axis tells the days
SIZE, LOW_SIZE = 11, 10
NO_END = "no end given"
Marks = Mapping[str | None, Mark]


def owners_of_bounds(panel: Panel) -> list[list[Row]]:
    """Of each party the claimant that gives most of a start and an end, whatever T is; parties in their order. What
    others give stands in the mirror of the phases."""
    found: dict[str | None, dict[str, list[Row]]] = {}
    for row in panel.bounds:
        if row["side"] in panel.parties:
            found.setdefault(row["side"], {}).setdefault(row["claimant"], []).append(row)
    return [max(found[side].values(), key=len) for side in panel.parties if side in found]


def strip_height(panel: Panel, low: bool = False) -> float:
    """Pixels: a row for each such claimant, one for attacks where there are any."""
    rows = len(owners_of_bounds(panel))
    attacks = (LOW_ATTACKS if low else ATTACKS) if panel.attacks else 0
    return (LOW_ROW if low else ROW) * rows + attacks + (6 if rows or attacks else 0)


def short_moments(rows: Sequence[Row], zone: str, year: bool = False) -> str:
    """`4 or 5 Feb`, `6 Feb, 16:00`: every moment that one claimant gives, on whatever page."""
    texts: list[tuple[str, str]] = []
    for row in sorted(rows, key=lambda row: row["moment_from"]):
        timed = row["moment_from"] == row["moment_to"]
        at = local(row["moment_from"], zone)
        texts.append((str(at.day), f"{at:%b}" + (f" {at.year}" if year else "") + (f", {at:%H:%M}" if timed else "")))
    texts = list(dict.fromkeys(texts))
    shared = len({month for _, month in texts}) == 1
    return " or ".join(
        day if shared and number < len(texts) - 1 else f"{day} {month}" for number, (day, month) in enumerate(texts)
    )


def bound_words(rows: Sequence[Row], zone: str) -> str:
    """`League: 20 Sep to 22 Sep`; an end that nobody gave is said."""
    starts, ends = ([row for row in rows if row["bound"] == bound] for bound in ("start", "end"))
    years = {local(row["moment_from"], zone).year for row in rows}
    start, end = (short_moments(found, zone, len(years) > 1) for found in (starts, ends))
    span = f"{start or 'no start given'} to {end}" if end else f"from {start}, {NO_END}"
    return f"{owner(rows[0])}: {span}"


def strip(
    panel: Panel, marks: Marks, zone: str, pixels: float, room: float, axes: Mapping[str, str], *, low: bool = False
) -> tuple[list, list]:
    """Traces and annotations, the same number at every moment; heights in pixels from the top of the strip. `pixels` is
    the width of its axis, `room` what is free right of it."""
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    owners, row_height = owners_of_bounds(panel), LOW_ROW if low else ROW
    for number, rows in enumerate(owners):
        known = [row for row in rows if panel.at is None or row["moment_to"] <= panel.at]
        y = row_height * number + (9 if low else 17)
        mark = marks.get(rows[0]["side"], Mark(GREY, "x"))
        traces += [{**trace, **axes} for trace in _bars(panel, known, y, mark, zone)]
        words = bound_words(known, zone) if known else ""
        begin = min((panel.hours(row["moment_from"]) for row in known), default=0.0)
        if low:
            notes.append(_low_note(panel, rows, known, y, pixels, room, axes))
        else:
            notes.append(_note(words, owner(rows[0]), begin, y - 3, panel, pixels, axes))
    if panel.attacks:
        y = row_height * len(owners) + (LOW_ATTACKS if low else ATTACKS) / 2 + 4
        known = [row for row in panel.attacks if panel.known(row["when_to"]) and row["when_to"] > panel.start]
        traces.append({**_attacks(panel, known, y, zone), **axes})
        ends = sorted(_middle(panel, row) for row in known)
        words = "1 attack" if len(known) == 1 else f"{len(known)} attacks" if known else ""
        notes.append(_beside(words, ends, y, panel, pixels, axes))
    return traces, notes


def _bars(panel: Panel, known: Sequence[Row], y: float, mark: Mark, zone: str) -> list[dict[str, Any]]:
    """Solid from start to end, faint where a claimant names several or a whole day, dotted where no end is given."""
    starts, ends = ([row for row in known if row["bound"] == bound] for bound in ("start", "end"))
    sure: list[float] = []
    maybe: list[float] = []
    open_end: list[float] = []
    if known:
        first = panel.hours(min(row["moment_from"] for row in starts or known))
        last = panel.hours(max(row["moment_to"] for row in known))
        if ends:
            maybe = [first, last]
            begun = max(row["moment_from"] for row in starts or ends)
            inner = [panel.hours(begun), panel.hours(min(row["moment_to"] for row in ends))]
            sure = inner if inner[0] < inner[1] else []
        else:
            sure, open_end = [first, last], [last, min(panel.now, last + panel.length * 0.15)]
    hover = bound_words(known, zone) if known else ""
    return [_bar(maybe, y, mark, 0.45, "solid", hover), _bar(sure, y, mark, 1, "solid", hover),
            _bar(open_end, y, mark, 1, "dot", hover)]


def _bar(x: list[float], y: float, mark: Mark, opacity: float, dash: str, hover: str) -> dict[str, Any]:
    line = {"color": mark.colour, "width": 4, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": x, "y": [y] * len(x), "line": line, "opacity": opacity,
            "hovertext": plain(hover), "hoverinfo": "text"}


def _middle(panel: Panel, row: Row) -> float:
    return (panel.hours(row["when_from"]) + panel.hours(row["when_to"])) / 2


def _attacks(panel: Panel, known: Sequence[Row], y: float, zone: str) -> dict[str, Any]:
    hovers = [plain(f"{_event_day(row, zone)}: {str(row['what'])[:90]}") for row in known]
    return {"type": "scatter", "mode": "markers", "x": [_middle(panel, row) for row in known], "y": [y] * len(known),
            "marker": {"symbol": "triangle-up", "size": 9, "color": GREY}, "hovertext": hovers, "hoverinfo": "text",
            "customdata": [row["id"] for row in known], "line": {"width": 0}}


def _event_day(row: Row, zone: str) -> str:
    timed = row["precision"] in ("minute", "hour")
    return minute(row["when_from"], zone) if timed else last_day(row["when_to"], zone)


def _low_note(
    panel: Panel, rows: Sequence[Row], known: Sequence[Row], y: float, pixels: float, room: float,
    axes: Mapping[str, str],
) -> dict[str, Any]:
    """The owner's name right of the axis, else right of its bar, else none: the bar's colour tells the side."""
    name = owner(rows[0]) if known else ""
    wide = text_width(name, LOW_SIZE) + 8
    last = max((panel.hours(row["moment_to"]) for row in known), default=0.0)
    beside_axis = wide <= room
    fits = beside_axis or last / panel.length * pixels + wide + 4 <= pixels
    x, shift = (panel.length, 6) if beside_axis else (last, 9)
    return note(name if fits else "", x, y, axes, xanchor="left", yanchor="middle", xshift=shift, size=LOW_SIZE)


def _note(
    words: str, name: str, hours: float, y: float, panel: Panel, pixels: float, axes: Mapping[str, str]
) -> dict[str, Any]:
    """Words that begin at a moment, or end at the right edge where they would not fit; the name alone where the panel
    is too narrow for the days, which its axis and the hover tell."""
    shown = words if text_width(words, SIZE) <= pixels else name
    fits = hours / panel.length * pixels + text_width(shown, SIZE) <= pixels
    x, xanchor = (hours, "left") if fits else (panel.length, "right")
    return note(shown if words else "", x, y, axes, xanchor=xanchor, yanchor="bottom", xshift=3 if fits else 0)


def _beside(
    words: str, ends: Sequence[float], y: float, panel: Panel, pixels: float, axes: Mapping[str, str]
) -> dict[str, Any]:
    """Words after the last mark, else before the first, else none: the marks say it in their hover."""
    wide = text_width(words, SIZE) + 12
    if words and ends[-1] / panel.length * pixels + wide <= pixels:
        return note(words, ends[-1], y, axes, xanchor="left", yanchor="middle", xshift=9)
    if words and ends[0] / panel.length * pixels >= wide:
        return note(words, ends[0], y, axes, xanchor="right", yanchor="middle", xshift=-9)
    return note("", 0, y, axes, xanchor="left", yanchor="middle")


def note(
    words: str, x: float, y: float, axes: Mapping[str, str], *, xanchor: str, yanchor: str, xshift: float = 0,
    yshift: float = 0, size: float = SIZE, bold: bool = False,
) -> dict[str, Any]:
    """An annotation with every field given: a replay's frame changes only what it names."""
    lines = "<br>".join(plain(line) for line in words.split("\n"))
    shown = f"<b>{lines}</b>" if bold and words else lines
    return {"text": shown, "x": x, "y": y, "xref": axes["xaxis"], "yref": axes["yaxis"], "xanchor": xanchor,
            "yanchor": yanchor, "xshift": xshift, "yshift": yshift, "showarrow": False, "borderpad": 0,
            "align": "left", "font": {"size": size}, "visible": bool(words)}


