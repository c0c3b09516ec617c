"""Where the names of a map's points go: beside their points and never over one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from charts.text_width import text_width

REACHES = (22.0, 34.0, 48.0, 64.0, 82.0)
DIRECTIONS = 24
LINE_STEP = 7.0  # pixels between the places at which a leading line is held free
TRIES = 6

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Face:
    """How large names and symbols are, in pixels: the size of the type, and half the width of a symbol."""

    size: float
    symbol: float

    @property
    def line(self) -> float:
        """The height of a name."""
        return self.size * 1.2

    @property
    def gap(self) -> float:
        """From the middle of a symbol to a name beside it."""
        return self.symbol + 3.5


@dataclass(frozen=True)
class Spot:
    """A point to be named, in units of the map: x to the right, y downwards. Those of a higher `rank` wait until the
    others have found room."""

    x: float
    y: float
    text: str
    rank: int = 0


@dataclass(frozen=True)
class Label:
    """Where a name begins, in pixels from its point (y downwards), and whether a line leads to it."""

    dx: float
    dy: float
    anchor_x: str
    anchor_y: str
    led: bool


def place_labels(
    spots: Sequence[Spot], size: tuple[float, float], scales: Sequence[float], face: Face,
    fixed: Sequence[Spot] = (),
) -> list[Label | None]:
    """One label for each spot, or None where no free position was found.

    `size` is the map's width and height in its own units, `scales` the pixels per unit at which the map
    may be drawn: a position is taken only if it is free at all of them. `fixed` are names already set,
    centred on their spots. The most crowded point chooses first; where a name finds no room, it chooses
    before the others in the next try.
    """
    order = sorted(range(len(spots)), key=lambda n: (spots[n].rank, -_crowd(spots, n, min(scales))))
    best: list[Label | None] = [None] * len(spots)
    for _ in range(TRIES):
        found = _placed_in(order, spots, size, scales, face, fixed)
        if _missing(spots, found) < _missing(spots, best):
            best = found
        missing = [number for number in order if found[number] is None]
        if not missing:
            break
        order = [*missing, *(number for number in order if number not in missing)]
    return best


def _missing(spots: Sequence[Spot], labels: Sequence[Label | None]) -> list[int]:
    """How many are without a name, those of the lowest rank first."""
    ranks = sorted({spot.rank for spot in spots})
    return [sum(label is None and spot.rank == rank for spot, label in zip(spots, labels, strict=True))
            for rank in ranks]


def _placed_in(
    order: Sequence[int],
    spots: Sequence[Spot],
    size: tuple[float, float],
    scales: Sequence[float],
    face: Face,
    fixed: Sequence[Spot],
) -> list[Label | None]:
    """Labels given out in this order, each at the first position that is free."""
    middle = Label(0, 0, "center", "middle", False)
    taken: list[list[Box]] = [
        [*(_symbol(spot, scale, face) for spot in spots), *(_boxes(each, middle, scale, face)[0] for each in fixed)]
        for scale in scales
    ]
    found: list[Label | None] = [None] * len(spots)
    for number in order:
        spot = spots[number]
        for label in _candidates(face.gap):
            boxes = [_boxes(spot, label, scale, face) for scale in scales]
            if all(
                _fits(new, taken[n], size, scale, own=number)
                for n, (new, scale) in enumerate(zip(boxes, scales, strict=True))
            ):
                for n, new in enumerate(boxes):
                    taken[n].extend(new)
                found[number] = label
                break
    return found


def _candidates(gap: float) -> Iterator[Label]:
    """Beside the point first, then further off with a line to it."""
    yield Label(gap, 0, "left", "middle", False)
    yield Label(-gap, 0, "right", "middle", False)
    yield Label(0, -gap, "center", "bottom", False)
    yield Label(0, gap, "center", "top", False)
    for x, anchor in ((1, "left"), (-1, "right")):
        for y, vertical in ((-1, "bottom"), (1, "top")):
            yield Label(x * gap * 0.6, y * gap * 0.5, anchor, vertical, False)
    for reach in REACHES:
        for step in range(DIRECTIONS):
            # Never exactly along a diagonal: plotly then takes the point to lie inside its own label.
            angle = 2 * pi * (step + 0.25) / DIRECTIONS
            dx, dy = reach * cos(angle), reach * sin(angle)
            across = "left" if dx > 1 else "right" if dx < -1 else "center"
            up = "middle" if abs(dy) < 8 else "top" if dy > 0 else "bottom"
            yield Label(dx, dy, across, up, True)


def _symbol(spot: Spot, scale: float, face: Face) -> Box:
    x, y, half = spot.x * scale, spot.y * scale, face.symbol
    return (x - half, y - half, x + half, y + half)


def _boxes(spot: Spot, label: Label, scale: float, face: Face) -> list[Box]:
    """The space of a label in pixels: its text, and its line at every few pixels."""
    x, y = spot.x * scale + label.dx, spot.y * scale + label.dy
    width = text_width(spot.text, face.size)
    left = {"left": x, "center": x - width / 2, "right": x - width}[label.anchor_x]
    top = {"top": y, "middle": y - face.line / 2, "bottom": y - face.line}[label.anchor_y]
    boxes: list[Box] = [(left, top, left + width, top + face.line)]
    if label.led:
        length = hypot(label.dx, label.dy)
        first = face.symbol + 2
        for step in range(int((length - first) // LINE_STEP) + 1):
            part = (first + step * LINE_STEP) / length
            at_x, at_y = spot.x * scale + part * label.dx, spot.y * scale + part * label.dy
            boxes.append((at_x - 1, at_y - 1, at_x + 1, at_y + 1))
    return boxes


def _fits(new: list[Box], taken: list[Box], size: tuple[float, float], scale: float, *, own: int) -> bool:
    left, top, right, bottom = new[0]
    if left < 0 or top < 0 or right > size[0] * scale or bottom > size[1] * scale:
        return False
    return not any(_meet(box, other) for box in new for n, other in enumerate(taken) if n != own)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crowd(spots: Sequence[Spot], number: int, scale: float) -> int:
    """How many other points lie near enough to contend for the same space."""
    here = spots[number]
    return sum(
        abs(other.x - here.x) * scale < 60 and abs(other.y - here.y) * scale < 25
        for n, other in enumerate(spots)
        if n != number
    )
