"""The map: what is drawn of any outline, equal symbols, and names that never lie over one another."""

import json

import pandas as pd
import pytest

from charts.cities.base_map import base_traces, country_names, view_of
from charts.cities.label_places import LETTER, LINE, Spot, place_labels
from charts.cities.places_map import NARROWEST, WIDEST, city_map, is_approximate, map_height, named_positions
from queries.cities.places import place_rows, presence
from tests.support.opened_app import ROOT

SQUARE = [[0, 0], [10, 0], [10, 8], [0, 8], [0, 0]]
INNER = [[2, 2], [6, 2], [6, 6], [2, 6], [2, 2]]


def feature(kind: str | None, ring: list, **properties: str) -> dict:
    return {
        "type": "Feature",
        "properties": ({"kind": kind} if kind else {}) | properties,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def points(**changes: object) -> pd.DataFrame:
    row = {"place_key": "mill", "name": "Mill", "level": "town", "lat": 3.0, "lon": 3.0, "state": "named",
           "approximate": False, "hover": ["town"]}
    other = row | {"place_key": "hill", "name": "Hill <b>", "level": "district", "lat": 5.0, "lon": 5.0}
    return pd.DataFrame([row | changes, other])


def test_symbols_are_equal_filled_for_a_figure_and_square_for_a_district():
    outline = {"features": [feature("land", SQUARE), feature("province", INNER)]}
    view = view_of(outline, [(3, 3)])
    figure = city_map(points(state="figure"), outline, view, "#6D5BA6")
    drawn = [(t.name, t.marker.symbol, t.marker.size, list(t.customdata[:, 0])) for t in figure.data if t.name]
    assert drawn == [
        ("figure given", "circle", 10, ["mill"]),
        ("named only, district", "square-open", 10, ["hill"]),
    ]


def test_text_from_the_data_is_escaped():
    view = view_of(None, [(3, 3), (5, 5)])
    figure = city_map(points(), None, view, "#6D5BA6")
    assert "Hill &lt;b&gt;" in [note.text for note in figure.layout.annotations]


def test_the_view_holds_the_province_and_every_point():
    view = view_of({"features": [feature("land", SQUARE), feature("province", INNER)]}, [(9, 7)])
    assert view.west < 2 and view.south < 2 and view.east > 9 and view.north > 7
    assert view_of(None, []) is None


@pytest.mark.parametrize("kind", [None, "river-basin"])
def test_an_unknown_polygon_is_drawn_as_an_outline(kind):
    outline = {"features": [feature(kind, SQUARE)]}
    (trace,) = base_traces(outline, view_of(outline, []))
    assert trace.fill is None and list(trace.x) == [0, 10, 10, 0, 0]


def test_countries_are_named_outside_the_province_only():
    outline = {"features": [feature("province", INNER), feature("country", SQUARE, name="Outland")]}
    view = view_of(outline, [(0, 0), (10, 8)])
    ((x, y, name),) = country_names(outline, view)
    assert name == "Outland" and not (2 < x < 6 and 2 < y < 6)


def boxes(spots, labels, scale):
    """The text boxes of placed labels, in pixels."""
    for spot, label in zip(spots, labels, strict=True):
        if label is not None:
            width = LETTER * len(spot.text)
            x, y = spot.x * scale + label.dx, spot.y * scale + label.dy
            left = {"left": x, "center": x - width / 2, "right": x - width}[label.anchor_x]
            top = {"top": y, "middle": y - LINE / 2, "bottom": y - LINE}[label.anchor_y]
            yield left, top, left + width, top + LINE


def overlaps(found) -> int:
    found = list(found)
    return sum(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for n, a in enumerate(found) for b in found[n + 1 :]
    )


def test_names_of_a_crowd_never_overlap():
    spots = [Spot(2 + (n % 5) * 0.15, 2 + (n // 5) * 0.1, f"Place {n}") for n in range(25)]
    labels = place_labels(spots, (5, 5), [60, 80, 100])
    assert sum(label is not None for label in labels) >= 15
    assert [overlaps(boxes(spots, labels, scale)) for scale in (60, 80, 100)] == [0, 0, 0]


@pytest.mark.parametrize("phase", ["phase-1", "phase-2"])
@pytest.mark.parametrize("side", ["bla", "state", "independent"])
def test_every_place_of_the_real_maps_has_its_name(phase, side):
    from ledger.checks.load_dataset import load_dataset
    from ledger.store.build_store import in_memory

    store = in_memory(load_dataset(ROOT / "data"))
    outline = json.loads((ROOT / "data/outline.geojson").read_text())
    rows = place_rows(store, None)
    spoken = rows[rows["spoken_in"].notna() & rows["lat"].notna() & ~rows["is_wider"]]
    view = view_of(outline, zip(spoken["lon"], spoken["lat"], strict=True))
    told = presence(store, phase, None)
    own = spoken[spoken["place_key"].isin(told[told["side"] == side]["place_key"])]
    spots = [Spot((r.lon - view.west) * view.squeeze, view.north - r.lat, r.name)
             for r in own[["lon", "lat", "name"]].itertuples(index=False)]
    height = map_height(view)
    labels = named_positions(spots, view, height)
    assert None not in labels
    for width in (NARROWEST, WIDEST):
        scale = min(width / view.size[0], height / view.size[1])
        assert overlaps(boxes(spots, labels, scale)) == 0
    store.close()


def test_a_point_more_than_five_kilometres_off_is_approximate():
    assert is_approximate({"precision_km": 10.0, "source": "a gazetteer"})
    assert is_approximate({"precision_km": 4.0, "source": "estimate"})
    assert not is_approximate({"precision_km": 2.0, "source": "a gazetteer"})
