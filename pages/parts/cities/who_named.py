"""The first screen of Cities: the finding, the map with symbols split by side, beside it the matrix in symbols."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from charts.cities.places_map import PHONE, WIDE, MapSize, places_map
from charts.look import Mark
from charts.plain_figure import Figure
from charts.side_figures import glyph
from pages.parts.cities.matrix import matrix
from pages.parts.cities.place_choice import Choice, canonical, choose_clicked
from pages.parts.claims.places_named import (
    alternative,
    aside_sides,
    has_map,
    labels_of,
    map_points,
    marks_of_sides,
    party_ids,
    places_finding,
    places_of,
    shared_base,
    told_at,
)
from pages.parts.frame.drawn_once import theme_now
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import Cell, joined, page_address, show, tag
from pages.parts.frame.picture import Picture, as_of_words, draw_figure, draw_picture, heading_of, key_of_sides
from pages.parts.frame.running_page import Frame
from queries.cities.phase_places import listed

NO_PLACE = "{}: no place named"
KEY, PHONE_KEY = "who-named-which-place", "who-named-which-place-phone"


def draw_who_named(frame: Frame, choice: Choice) -> str:
    """Heading, map, matrix; gives the finding. Without positions the matrix has the map's room."""
    picture = cities_picture(frame, choice)
    notes = [tag("p", choice.note, class_="cc-note", role="status")] if choice.note else []
    has_places = bool(told_at(frame).cities)
    line = kept(subtitle_with_key, frame) if has_places else f"{frame.phase_name}."
    show(heading_of(picture, line), canonical(frame, choice), *notes, of=KEY)
    if not has_places:
        way = f"Choose another {frame.phase_word}" if frame.at is None else "Choose a later moment"
        st.info(f"Nobody had named a place of this {frame.phase_word} by then. {way}, or see the Overview.")
        return picture.heading
    if not has_map(frame):
        show(kept(matrix, frame, choice.key, choice.order, True), source_line(frame, picture))
        return picture.heading
    with st.container(key="cities-first"):
        left, right = st.columns([5, 4], gap="medium")
    with left:
        words = kept(alternative, frame)
        phone, wide = (map_figure(frame, size, theme_now(), choice.key) for size in (PHONE, WIDE))
        draw_figure(phone, PHONE_KEY, alt=words, on_select=lambda: choose_clicked(PHONE_KEY))
        draw_picture(wide, picture, frame, alt=words, on_select=lambda: choose_clicked(KEY), after=how_to_read(frame))
    with right:
        show(kept(matrix, frame, choice.key, choice.order, False))
    return picture.heading


def cities_picture(frame: Frame, choice: Choice) -> Picture:
    """What the picture says besides its marks."""
    address = tuple((name, value) for name, value in choice.address(frame).items() if value)
    return Picture(KEY, places_finding(frame), subtitle(frame), source(frame), "cities", address, "cities")


def subtitle(frame: Frame) -> str:
    """What is drawn, in a line, with the marks in words: this line goes along with a saved picture."""
    sides = [f"{glyph(mark)} {name}" for name, mark in shown_sides(frame).items()]
    return f"{_first_words(frame)} {', '.join(sides)}. {FILLED}"


FILLED = "Filled: gave a figure; hollow: named only."


def _first_words(frame: Frame) -> str:
    return f"Who had named which place by {as_of_words(frame)}:"


def subtitle_with_key(frame: Frame) -> Markup:
    """The same with the key in the sides' colours."""
    keys = {name: (glyph(mark), mark.colour) for name, mark in shown_sides(frame).items()}
    return joined([_first_words(frame), key_of_sides(keys), ". ", FILLED])


def shown_sides(frame: Frame) -> dict[str, Mark]:
    """The marks of the parties, and of other sides that spoke of any place, by name."""
    marks, told = marks_of_sides(frame), told_at(frame)
    found = {
        str(side["name"]): marks[side["id"]]
        for side in places_of(frame).sides
        if side["role"] == "party" or side["id"] in told.sides
    }
    return found | ({"unattributed": marks[None]} if None in told.sides else {})


def source(frame: Frame) -> str:
    """How many claimants named these places, and where the map comes from, as the data say it."""
    people = {voice.claimant for place in told_at(frame).cities for voice in place.voices}
    parts = [f"Places as named by {len(people)} claimant{'' if len(people) == 1 else 's'}"]
    outline = frame.snapshot.outline
    if has_map(frame) and outline is not None:
        parts.append(f"base map: {outline.get('credit') or 'the outline of this dataset'}")
    return "; ".join(parts)


def source_line(frame: Frame, picture: Picture) -> Markup:
    """Under a matrix that stands alone: who spoke, of which data, and the rows to take away."""
    data = tag("a", "Data", href=page_address(f"api/{picture.view}.csv", dict(picture.address)), download="",
               class_="cc-api")
    version = f"{frame.snapshot.facts['title']}, data {frame.data_version}."
    return tag("p", joined([f"{picture.source}. {version} ", data]), class_="cities-reading")


def how_to_read(frame: Frame) -> Markup:
    """What the map does not say by itself, in one quiet line."""
    parts: list[Cell] = ["One symbol a place, split by party, all of one size: nothing is spread over an area. "]
    points, others = map_points(frame), set(aside_sides(frame))
    if any(set(point.states) & others and set(point.states) - others for point in points):
        parts.append("Tallies and unattributed voices are marked where nobody else named the place. ")
    if any(point.is_area for point in points):
        parts.append("Italics: a district, at its approximate middle. ")
    if any(point.is_approximate and not point.is_area for point in points):
        parts.append("≈: an approximate point. ")
    drawn = {point.key for point in points}
    absent = [place.name for place in told_at(frame).cities if place.key not in drawn]
    if absent:
        parts.append(f"Named, without a point on the map: {listed(absent)}. ")
    for size, class_ in ((WIDE, "cities-wide"), (PHONE, "cities-phone")):
        crowded = [point.name for point in points if point.key not in labels_of(frame, size)]
        if crowded:
            parts.append(tag("span", f"No room for the name of {listed(crowded)}. ", class_=class_))
    if frame.snapshot.outline is not None:
        parts.append("Frontiers take no position.")
    return tag("p", joined(parts), class_="cities-reading")


def map_figure(frame: Frame, size: MapSize, theme: str | None, chosen: str | None) -> Figure:
    """The map at the moment of the page, the chosen place ringed. The base under it is kept; what is put on it takes
    less time than to keep it."""
    base = shared_base(frame, size)
    assert base is not None
    marks, parties = marks_of_sides(frame), party_ids(frame)
    return places_map(map_points(frame), base, marks, parties, theme, size,
                      labels=labels_of(frame, size), chosen=chosen, aside=aside_sides(frame))
