"""Where labels of a picture can stand so that none covers another: one rule, in pixels of the narrowest width at which
the picture is shown. Wider pictures only draw them further apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]  # left, top, right, bottom
MOST_MARKS = 500


@dataclass(frozen=True)
class Place:
    """How a label stands by its point: plotly's anchors, and its shift in pixels (up is positive)."""

    xanchor: str
    yanchor: str
    xshift: float
    yshift: float

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """The pixels it covers by a point."""
        left = x + self.xshift - {"left": 0.0, "center": width / 2, "right": width}[self.xanchor]
        top = y - self.yshift - {"top": 0.0, "middle": height / 2, "bottom": height}[self.yanchor]
        return left, top, left + width, top + height


# Above and to the left first: a figure that rises leaves that corner free. Those further away are for figures that must
# be told.
BY_A_STEP = (
    Place("right", "bottom", -6, 3), Place("center", "bottom", 0, 7), Place("left", "bottom", 5, 5),
    Place("left", "top", 6, -4), Place("right", "top", -6, -5), Place("center", "top", 0, -8),
    Place("right", "middle", -9, 0), Place("left", "middle", 9, 0),
)  # fmt: skip
FURTHER = tuple(
    Place(xanchor, yanchor, xshift, yshift)
    for yanchor, yshift in (("bottom", 20), ("top", -22), ("bottom", 35), ("bottom", 50))
    for xanchor, xshift in (("center", 0), ("right", -4), ("left", 4))
)
AT_AN_END = tuple(Place("left", "middle", 6, shift) for shift in (0, 8, -8, 15, -15))
ABOVE_AN_END = tuple(
    Place("right", yanchor, 0, shift)
    for yanchor, shift in (("bottom", 4), ("top", -4), ("bottom", 19), ("bottom", 34), ("bottom", 49))
)


@dataclass
class Room:
    """What is taken: `labels` are never covered, `marks` (dots and lines) only where nothing else is free."""

    labels: list[Box] = field(default_factory=list)
    marks: list[Box] = field(default_factory=list)

    def take(
        self, x: float, y: float, width: float, height: float, places: Iterable[Place], bounds: Box, *, must: bool
    ) -> Place | None:
        """The first free place by a point, which is then taken; None where there is none. What `must` be placed may
        cover marks."""
        options = [(place, place.box(x, y, width, height)) for place in places]
        inside = [(place, box) for place, box in options if _within(box, bounds)]
        free = [(place, box) for place, box in inside if not any(_meet(box, other) for other in self.labels)]
        marks = self.marks[:MOST_MARKS]
        clear = next(((p, box) for p, box in free if not any(_meet(box, other) for other in marks)), None)
        chosen = clear or (free[0] if must and free else None)
        if chosen is None:
            return None
        self.labels.append(chosen[1])
        return chosen[0]


def _within(box: Box, bounds: Box) -> bool:
    return box[0] >= bounds[0] and box[1] >= bounds[1] and box[2] <= bounds[2] and box[3] <= bounds[3]


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
