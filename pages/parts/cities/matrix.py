"""The presence matrix in symbols: a row for each place, a column for each side; an empty cell is silence."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from markupsafe import Markup

from charts.cities.named_finding import counted
from charts.cities.split_symbols import outline_of
from charts.look import Mark
from pages.parts.cities.place_choice import ORDERS, place_link
from pages.parts.claims.places_named import Told, marks_of_sides, party_ids, places_of, told_at
from pages.parts.frame.markup import joined, page_address, tag
from pages.parts.frame.running_page import Frame
from queries.cities.phase_places import FIGURE, PlaceTold, listed

STATES = {"figure": "gave a figure", "named": "named only"}
SIZE = 15  # pixels of a symbol's square


def matrix(frame: Frame, chosen: str | None, order: str, is_alone: bool) -> Markup:
    """All places in the chosen order, in blocks that stand beside one another where there is room. `is_alone`: there
    is no map beside it."""
    told = told_at(frame)
    sides = [side["id"] for side in places_of(frame).sides if side["id"] in told.sides or side["role"] == "party"]
    columns: list[str | None] = [*sides, *([None] if None in told.sides else [])]
    blocks = [_block(frame, title, rows, columns, chosen, order) for title, rows in ordered(frame, told, order)]
    marks = marks_of_sides(frame)
    parts = [
        _orders(frame, chosen, order),
        tag("div", joined(blocks), class_="cities-blocks", style=signs([marks[side] for side in columns])),
        tag("p", explained(frame), class_="cities-reading"),
    ]
    classes = "cities-matrix cities-alone" if is_alone else "cities-matrix"
    return tag("section", joined(parts), class_=classes, aria_label="Who named which place")


def explained(frame: Frame) -> str:
    """Silence, said once."""
    return f"An empty cell: not in what was read ({counted(frame.pages_read, 'page')}). Choose a place for its figures."


def ordered(frame: Frame, told: Told, order: str) -> list[tuple[str, Sequence[PlaceTold]]]:
    """The blocks of the matrix: by which parties named the place, those named by most of them first; else one list, by
    name or by how many claimants spoke of it."""
    if order == "name":
        return [("By name", told.cities)]
    if order == "voices":
        return [("By how many claimants spoke of it", sorted(told.cities, key=lambda one: -len(one.voices)))]
    parties = party_ids(frame)
    names = {party["id"]: str(party["name"]) for party in places_of(frame).parties}
    groups: dict[tuple[str, ...], list[PlaceTold]] = {}
    for place in told.cities:
        groups.setdefault(tuple(party for party in parties if party in place.states), []).append(place)
    keys = sorted(groups, key=lambda group: (-len(group), [parties.index(party) for party in group]))
    return [(title([names[party] for party in group], len(parties)), groups[group]) for group in keys]


def title(named: Sequence[str], parties: int) -> str:
    """Which parties named the places of a block."""
    if not named:
        return {0: "Named places", 1: "Named by others only", 2: "By neither party"}.get(parties, "By no party")
    if parties == 1:
        return f"Named by {named[0]}"
    if len(named) == parties:
        return "Named by both parties" if parties == 2 else "Named by all parties"
    return f"Of the parties, only {named[0]}" if len(named) == 1 else f"Of the parties, {listed(list(named))}"


def _orders(frame: Frame, chosen: str | None, order: str) -> Markup:
    links = []
    for name, words in ORDERS.items():
        href = page_address("cities", {**frame.address, "place": chosen, "order": name or None})
        links.append(tag("a", words, href=href, aria_current="true" if name == order else None,
                         data_key=f"order-{name}"))
    return tag("p", joined([tag("span", "Ordered by"), *links], " "), class_="cities-orders", role="group",
               aria_label="Order of the places")


def _block(
    frame: Frame, heading: str, rows: Sequence[PlaceTold], columns: Sequence[str | None], chosen: str | None, order: str
) -> Markup:
    names = {side["id"]: str(side["name"]) for side in places_of(frame).sides} | {None: "unattributed"}
    caption = tag("caption", joined([heading, tag("span", f" {len(rows)}", class_="cities-count-of")]))
    head = [tag("th", name, scope="col") for name in ("Place", *(names[side] for side in columns))]
    body = []
    for row in rows:
        is_chosen = row.key == chosen
        link = place_link(frame, row.name, row.key, order, data_key=f"place-{row.key}",
                          aria_current="true" if is_chosen else None)
        cells = [tag("td", _symbol(row.states.get(side), n, names[side])) for n, side in enumerate(columns)]
        body.append(tag("tr", joined([tag("th", link, scope="row"), *cells]), class_="chosen" if is_chosen else None))
    parts = [caption, tag("thead", tag("tr", joined(head)), class_="unseen"), tag("tbody", joined(body))]
    return tag("table", joined(parts), class_="cities-block")


def _symbol(state: str | None, number: int, side: str) -> Markup:
    if state is None:
        return Markup("")
    sign = tag("span", "", class_="cities-sign", style=f"background-image:var(--{state}-{number})",
               title=f"{side}: {STATES[state]}", aria_hidden="true")
    return joined([sign, tag("span", STATES[state], class_="unseen")])


def signs(marks: Sequence[Mark]) -> str:
    """The symbols of the columns as pictures of the stylesheet, each made once and used in every row: exactly the
    shapes of the map."""
    return ";".join(f"--{state}-{n}:url('{_picture(mark, state)}')" for n, mark in enumerate(marks) for state in STATES)


def _picture(mark: Mark, state: str) -> str:
    half = SIZE / 2
    width = "3" if mark.shape == "x" and state == FIGURE else "1.6"  # a cross has no inside to fill
    fill = mark.colour if state == FIGURE else "none"
    path = f'<path d="{symbol_path(mark, half - 2.6)}" fill="{fill}" stroke="{mark.colour}" stroke-width="{width}"/>'
    box = f"{-half} {-half} {SIZE} {SIZE}"
    return "data:image/svg+xml," + quote(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{path}</svg>')


def symbol_path(mark: Mark, radius: float) -> str:
    """A side's shape as SVG draws it, y downwards; a cross for claimants without a side."""
    if mark.shape == "circle":
        r = f"{radius:.1f}"
        return f"M-{r} 0a{r} {r} 0 1 0 {2 * radius:.1f} 0a{r} {r} 0 1 0 -{2 * radius:.1f} 0Z"
    if mark.shape == "x":
        r = f"{radius * 0.8:.1f}"
        return f"M-{r} -{r}L{r} {r}M-{r} {r}L{r} -{r}"
    return "M" + "L".join(f"{x:.1f} {-y:.1f}" for x, y in outline_of(mark.shape, radius)) + "Z"
