"""Which places a phase's claimants named, at the moment of the page: for the Cities page and for a small map
elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from charts import words
from charts.cities.base_map import filling, view_of
from charts.cities.label_places import Label
from charts.cities.named_finding import counted, named_finding
from charts.cities.places_map import (
    PHONE,
    SMALL,
    WIDE,
    BaseMap,
    MapPoint,
    MapSize,
    base_map,
    is_approximate,
    map_labels,
    small_map,
)
from charts.look import Mark, side_marks
from charts.plain_figure import Figure
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.running_page import Frame
from queries.cities.phase_places import FIGURE, PhasePlaces, PlaceTold, Voice, phase_places, spoken_places
from queries.frame.phases_and_sides import side_order

MOST_LINES = 6
MOST_NAMES = 3
FEWEST_ALONE = 5
RATIOS = {WIDE: 1.25, PHONE: 1.0, SMALL: 1.35}


@dataclass(frozen=True)
class Told:
    """The places of a phase by a moment: single ones (`cities`), sets counted together, places that hold the whole
    operation; by side the keys of the cities it named and of those it gave a figure for; the names of those where two
    parties count the same thing."""

    cities: tuple[PlaceTold, ...]
    sets: tuple[PlaceTold, ...]
    wider: tuple[PlaceTold, ...]
    named: Mapping[str | None, set[str]]
    figured: Mapping[str | None, set[str]]
    alike: tuple[str, ...]

    @property
    def every(self) -> set[str]:
        """The keys of all places named."""
        return {place.key for place in self.cities}

    @property
    def sides(self) -> set[str | None]:
        """The sides that spoke of any."""
        return set(self.named)


def places_of(frame: Frame, phase: str | None = None) -> PhasePlaces:
    """Everything ever said of places in a phase, read once for the store."""
    return answer(phase_places, frame, phase or frame.phase)


def told_at(frame: Frame) -> Told:
    """What of it had been said by the moment of the page."""
    return kept(_told, frame)


def _told(frame: Frame) -> Told:
    account = places_of(frame)
    found = account.at(frame.at)
    cities = tuple(place for place in found if place.is_city)
    named: dict[str | None, set[str]] = {}
    figured: dict[str | None, set[str]] = {}
    for place in cities:
        for side, state in place.states.items():
            named.setdefault(side, set()).add(place.key)
            if state == FIGURE:
                figured.setdefault(side, set()).add(place.key)
    alike = tuple(str(account.places[key]["shown_name"]) for key in sorted(account.like_figures(frame.at)))
    sets = tuple(place for place in found if place.row["is_set"])
    return Told(cities, sets, tuple(place for place in found if place.row["is_wider"]), named, figured, alike)


def places_finding(frame: Frame) -> str:
    """The heading of Cities, and of any smaller picture of the same."""
    told = told_at(frame)
    return named_finding(places_of(frame).parties, told.named, told.every, told.alike)


def marks_of_sides(frame: Frame) -> dict[str | None, Mark]:
    """Colour and shape of each side."""
    return side_marks(answer(side_order, frame))


def party_ids(frame: Frame) -> list[str]:
    """The parties in the one order of sides."""
    return [str(party["id"]) for party in places_of(frame).parties]


def aside_sides(frame: Frame) -> tuple[str | None, ...]:
    """Tallies, which repeat what others say, and claimants without a side: they have their columns in the matrix."""
    return (*(side["id"] for side in places_of(frame).sides if side["role"] == "tally"), None)


def shared_base(frame: Frame, size: MapSize) -> BaseMap | None:
    """What lies under the places at every moment; None where there is no map to draw: no place that anybody spoke of
    has a position, or so few that they say nothing without a base map."""
    return kept(_base, replace(frame, at=None), frame.snapshot.number, size)


def _base(frame: Frame, outline: int, size: MapSize) -> BaseMap | None:
    rows = [row for row in spoken_places(places_of(frame).places) if _has_position(row) and not row["is_wider"]]
    if not rows or (frame.snapshot.outline is None and len(rows) < FEWEST_ALONE):
        return None
    view = view_of(frame.snapshot.outline, [(row["lon"], row["lat"]) for row in rows])
    return base_map(frame.snapshot.outline, filling(view, frame.snapshot.outline, RATIOS[size])) if view else None


def _has_position(row: Mapping[str, Any]) -> bool:
    return row["lat"] is not None and row["lon"] is not None


def map_points(frame: Frame) -> tuple[MapPoint, ...]:
    """The places to draw: those named by the moment that have a position."""
    return kept(_points, frame)


def has_map(frame: Frame) -> bool:
    """Whether there is anything to draw at this moment."""
    return shared_base(frame, WIDE) is not None and bool(map_points(frame))


def _points(frame: Frame) -> tuple[MapPoint, ...]:
    return tuple(_point(place) for place in told_at(frame).cities if _has_position(place.row))


def _point(place: PlaceTold) -> MapPoint:
    row = place.row
    return MapPoint(
        place.key, place.name, float(row["lat"]), float(row["lon"]), row["level"] == "district", is_approximate(row),
        place.states, place_lines(place),
    )


def labels_of(frame: Frame, size: MapSize) -> dict[str, Label]:
    """Where the names of the phase's places stand, the same at every moment. Finding room for them takes a tenth of a
    second, so it is done once a phase."""
    return kept(_labels, replace(frame, at=None), frame.snapshot.number, size)


def _labels(frame: Frame, outline: int, size: MapSize) -> dict[str, Label]:
    base = shared_base(frame, size)
    return map_labels(map_points(frame), base, size) if base else {}


def small_map_at(frame: Frame, theme: str | None) -> Figure | None:
    """Who named which place, as a small map without names, 250 pixels tall; None where no place has a position.
    `places_finding` is its heading and its text alternative."""
    base, points = shared_base(frame, SMALL), map_points(frame)
    if base is None or not points:
        return None
    return small_map(points, base, marks_of_sides(frame), party_ids(frame), theme, aside_sides(frame))


def kind_of_place(row: Mapping[str, Any]) -> str:
    """`town, Hill district`."""
    return f"{row['level']}, {row['holder_name']}" if row["holder_name"] else str(row["level"])


def place_lines(place: PlaceTold) -> tuple[str, ...]:
    """What a reader sees at a point: the kind of place, figures by claimant, then who only named it."""
    precision = place.row["precision_km"]
    kind = kind_of_place(place.row) + (f", point within {precision:g} km" if precision is not None else "")
    lines = [line for figures in (True, False) for voice in place.voices for line in _lines(voice, figures)]
    only = [voice.short for voice in place.voices if not voice.claims]
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], f"and {len(lines) - MOST_LINES} more"]
    if only:
        more = f" and {len(only) - MOST_NAMES} more" if len(only) > MOST_NAMES else ""
        lines.append(f"named only: {', '.join(only[:MOST_NAMES])}{more}")
    return (kind, *lines)


def _lines(voice: Voice, figures: bool) -> Sequence[str]:
    told = [claim for claim in voice.claims if claim["has_figure"] == figures]
    return [f"{voice.short}: {figure_words(claim)}" for claim in told]


def figure_words(row: Mapping[str, Any], *, site: bool = True) -> str:
    """`11 killed, Civilians`; a value that is no count comes after what it is about."""
    value, label = words.value(row), str(row["metric_label"])
    text = f"{value} {label}" if row["metric_value"] == "count" else f"{label}: {value}"
    people = words.whom(row)
    text = f"{text}, {people}" if people else text
    return f"{text} ({row['site']})" if site and words.given(row["site"]) else text


def alternative(frame: Frame) -> str:
    """The map in words: the finding, then where figures were given."""
    told = told_at(frame)
    names = [place.name for place in told.cities if FIGURE in place.states.values()]
    given = f" A figure was given at {counted(len(names), 'place')}: {', '.join(names)}." if names else ""
    return f"{places_finding(frame)}.{given}"
