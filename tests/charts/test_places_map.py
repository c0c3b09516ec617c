"""The map: what is drawn of any outline, symbols split by side, and names that never lie over one another."""

import json

import pytest

from charts.cities.base_map import base_traces, country_names, filling, view_of
from charts.cities.label_places import Face, Spot, place_labels
from charts.cities.places_map import (
    PHONE,
    SMALL,
    WIDE,
    MapPoint,
    base_map,
    is_approximate,
    label_text,
    map_labels,
    places_map,
    small_map,
)
from charts.cities.split_symbols import half, outline_of, parts_of
from charts.look import GREY, Mark
from charts.text_width import text_width
from queries.cities.phase_places import phase_places
from tests.support.opened_app import ROOT

SQUARE = [[0, 0], [10, 0], [10, 8], [0, 8], [0, 0]]
INNER = [[2, 2], [6, 2], [6, 6], [2, 6], [2, 2]]
MARKS = {
    "a": Mark("#111111", "circle"), "b": Mark("#222222", "square"), "c": Mark("#333333", "diamond"),
    "others": Mark(GREY, "triangle-up"), None: Mark(GREY, "x"),
}  # fmt: skip
BASE = base_map(None, view_of(None, [(0, 0), (10, 8)]))


def feature(kind: str | None, ring: list, **properties: str) -> dict:
    return {
        "type": "Feature",
        "properties": ({"kind": kind} if kind else {}) | properties,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def point(key: str = "mill", states=None, **changes: object) -> MapPoint:
    given = {"name": "Mill", "lat": 3.0, "lon": 3.0, "is_area": False, "is_approximate": False, "hover": ["town"]}
    return MapPoint(key=key, states=states or {"a": "named"}, **(given | changes))


def drawn(*points: MapPoint, parties=("a", "b"), size=WIDE, **more) -> dict:
    return places_map(points, BASE, MARKS, parties, "light", size, **more)


def test_a_symbol_is_split_by_side_filled_for_a_figure_and_hollow_for_a_name():
    shapes = drawn(point(states={"a": "figure", "b": "named"}))["layout"]["shapes"]
    assert [(shape["line"]["color"], shape["fillcolor"] == shape["line"]["color"]) for shape in shapes] == [
        ("#111111", True), ("#222222", False),
    ]
    assert {(shape["xanchor"], shape["yanchor"], shape["xsizemode"]) for shape in shapes} == {(3.0, 3.0, "pixel")}


def test_each_of_two_parties_keeps_its_half_and_its_shape_when_the_other_is_silent():
    left = parts_of({"a": "named"}, ["a", "b"], MARKS, 8)
    right = parts_of({"b": "named"}, ["a", "b"], MARKS, 8)
    assert all(x < 0 for x, _ in left[0][0]) and all(x > 0 for x, _ in right[0][0])
    assert len(right[0][0]) == 4 < len(left[0][0])
    whole = outline_of("square", 8)
    assert max(x for x, _ in half(whole, 1)) == pytest.approx(max(x for x, _ in whole))


def test_more_than_two_parties_stand_around_the_point_each_in_its_own_place():
    parts = parts_of({"a": "figure", "b": "named", "c": "named"}, ["a", "b", "c"], MARKS, 8)
    middles = [(round(sum(x for x, _ in ring) / len(ring)), round(sum(y for _, y in ring) / len(ring)))
               for ring, _, _ in parts]
    assert len(set(middles)) == 3
    (alone,) = parts_of({"b": "named"}, ["a", "b", "c"], MARKS, 8)
    assert alone == parts[1]


def test_others_are_small_marks_and_those_aside_are_drawn_only_alone():
    both = drawn(point(states={"a": "named", "others": "figure", None: "named"}), aside=(None,))["layout"]["shapes"]
    assert [shape["line"]["color"] for shape in both] == ["#111111", GREY]
    alone = drawn(point(states={None: "named"}), aside=(None,))["layout"]["shapes"]
    assert len(alone) == 1


def test_every_place_can_be_hovered_and_clicked_by_its_id():
    figure = drawn(point(), point("hill", name="Hill <b>"))
    trace = figure["data"][-1]
    assert trace["customdata"] == ["mill", "hill"]
    assert trace["hovertext"][1] == "<b>Hill &lt;b&gt;</b><br>town"
    assert trace["marker"]["opacity"] == 0


def test_text_from_the_data_is_escaped():
    points = [point(name="Hill <b>")]
    figure = places_map(points, BASE, MARKS, ["a"], None, WIDE, labels=map_labels(points, BASE, WIDE))
    assert "Hill &lt;b&gt;" in [note["text"] for note in figure["layout"]["annotations"]]


def test_a_district_is_set_in_italics_and_an_approximate_point_is_marked():
    points = [point(is_area=True, is_approximate=True), point("b", name="Bay", lat=6.0, is_approximate=True)]
    figure = places_map(points, BASE, MARKS, ["a"], None, WIDE, labels=map_labels(points, BASE, WIDE))
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["<i>Mill</i>", "≈ Bay"]


def test_the_small_map_names_nothing_and_the_chosen_place_is_ringed():
    small = small_map([point()], BASE, MARKS, ["a", "b"], "dark")
    assert small["layout"]["annotations"] == [] and small["layout"]["height"] == SMALL.height
    assert len(drawn(point(), chosen="mill")["layout"]["shapes"]) == 2


def test_a_view_is_widened_as_far_as_the_map_reaches():
    outline = {"features": [feature("land", SQUARE), feature("province", INNER)]}
    view = view_of(outline, [])
    wide = filling(view, outline, 9.0)
    assert (wide.west, wide.south, wide.north) == (0.0, view.south, view.north)
    assert filling(view, None, 2.0).size[0] == pytest.approx(2.0 * view.size[1])
    assert filling(view, outline, 0.5) == view


def test_the_view_holds_the_province_and_every_point():
    view = view_of({"features": [feature("land", SQUARE), feature("province", INNER)]}, [(9, 7)])
    assert view.west < 2 and view.south < 2 and view.east > 9 and view.north > 7
    assert view_of(None, []) is None


@pytest.mark.parametrize("kind", [None, "river-basin"])
def test_an_unknown_polygon_is_drawn_as_an_outline(kind):
    outline = {"features": [feature(kind, SQUARE)]}
    (trace,) = base_traces(outline, view_of(outline, []))
    assert "fill" not in trace and trace["x"] == [0, 10, 10, 0, 0]


def test_countries_are_named_outside_the_province_only():
    outline = {"features": [feature("province", INNER), feature("country", SQUARE, name="Outland")]}
    view = view_of(outline, [(0, 0), (10, 8)])
    ((x, y, name),) = country_names(outline, view)
    assert name == "Outland" and not (2 < x < 6 and 2 < y < 6)


def boxes(spots, labels, scale, face):
    """The text boxes of placed labels, in pixels."""
    for spot, label in zip(spots, labels, strict=True):
        if label is not None:
            width = text_width(spot.text, face.size)
            x, y = spot.x * scale + label.dx, spot.y * scale + label.dy
            left = {"left": x, "center": x - width / 2, "right": x - width}[label.anchor_x]
            top = {"top": y, "middle": y - face.line / 2, "bottom": y - face.line}[label.anchor_y]
            yield left, top, left + width, top + face.line


def overlaps(found) -> int:
    found = list(found)
    return sum(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for n, a in enumerate(found) for b in found[n + 1 :]
    )


def test_names_of_a_crowd_never_overlap():
    spots = [Spot(2 + (n % 5) * 0.15, 2 + (n // 5) * 0.1, f"Place {n}") for n in range(25)]
    face = Face(11.0, 7.0)
    labels = place_labels(spots, (5, 5), [60, 80, 100], face)
    assert sum(label is not None for label in labels) >= 10
    assert [overlaps(boxes(spots, labels, scale, face)) for scale in (60, 80, 100)] == [0, 0, 0]


def test_a_settlement_finds_room_before_a_district():
    spots = [Spot(2, 2, "A district with a long name", 1), Spot(2.05, 2, "A town")]
    labels = place_labels(spots, (3.6, 2.2), [40], Face(11.0, 7.0))
    assert labels[1] is not None


@pytest.mark.parametrize("phase", ["phase-1", "phase-2"])
@pytest.mark.parametrize(("size", "ratio"), [(WIDE, 1.25), (PHONE, 1.0)])
def test_names_of_the_real_maps(real_store, phase, size, ratio):
    """Every place has its name on a wide map, every settlement on a phone; none lies over another at any width."""
    outline = json.loads((ROOT / "data/outline.geojson").read_text())
    told = [p for p in phase_places(real_store, phase).at(None) if p.is_city and p.row["lat"] is not None]
    view = filling(view_of(outline, [(p.row["lon"], p.row["lat"]) for p in told]), outline, ratio)
    points = [
        MapPoint(p.key, p.name, p.row["lat"], p.row["lon"], p.row["level"] == "district", is_approximate(p.row), {})
        for p in told
    ]
    labels = map_labels(points, base_map(outline, view), size)
    without = [point for point in points if point.key not in labels]
    assert all(point.is_area for point in without) and (size is PHONE or not without)
    spots = [Spot((p.lon - view.west) * view.squeeze, view.north - p.lat, label_text(p)) for p in points]
    found = [labels.get(point.key) for point in points]
    for width in (size.narrowest, size.widest):
        scale = min(width / view.size[0], size.height / view.size[1])
        assert overlaps(boxes(spots, found, scale, size.face)) == 0


def test_a_point_more_than_five_kilometres_off_is_approximate():
    assert is_approximate({"precision_km": 10.0, "source": "a gazetteer"})
    assert is_approximate({"precision_km": 4.0, "source": "estimate"})
    assert not is_approximate({"precision_km": 2.0, "source": "a gazetteer"})
