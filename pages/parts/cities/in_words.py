"""What the symbols stand for, in words and as tables, folded: the matrix, who named how many, figures for several
places together. What of the totals was tied to a place and the phases compared: located_and_phases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup

from charts.cities.named_finding import counted, sentences
from pages.parts.cities.located_and_phases import EMPTY, located_tables, phases_compared
from pages.parts.cities.place_choice import place_link
from pages.parts.claims.places_named import figure_words, has_map, kind_of_place, places_of, told_at
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import Cell, Column, folded, heading, inner_link, joined, table, tag
from pages.parts.frame.running_page import Frame
from queries.cities.phase_places import FIGURE, PlaceTold, Voice, listed, members

Row = Mapping[str, Any]
UNATTRIBUTED = "Unattributed"


def everything_in_words(frame: Frame) -> Markup:
    """The section under the chosen place: the finding at length, then what opens on request."""
    lines = [tag("p", text, class_="cities-sentence") for text in at_length(frame)]
    compared, by_phases = phases_compared(frame)
    lines += [tag("p", line, class_="cities-sentence") for line in compared]
    folds = [matrix_in_words(frame), claimants_table(frame), sets_table(frame), located_tables(frame), by_phases]
    title = "In words, and what the map cannot show" if has_map(frame) else "In words"
    return tag("div", joined([heading(title), *lines, tag("div", joined(folds), class_="cities-folds")]))


def at_length(frame: Frame) -> list[str]:
    """The finding in sentences."""
    told = told_at(frame)
    districts = sum(place.row["level"] == "district" for place in told.cities)
    with_sets = sum(FIGURE in place.states.values() for place in told.sets)
    pages = f"{counted(frame.pages_read, 'page')} read for {frame.phase_name}"
    return sentences(pages, places_of(frame).parties, told.named, told.figured, districts=districts, alike=told.alike,
                     sets=with_sets)


def side_names(frame: Frame) -> dict[str | None, str]:
    """Every side in the one order, and the unattributed where they spoke of a place."""
    named: dict[str | None, str] = {side["id"]: str(side["name"]) for side in places_of(frame).sides}
    return named | ({None: UNATTRIBUTED} if None in told_at(frame).sides else {})


def matrix_in_words(frame: Frame) -> Markup:
    """A column for each side that spoke; what each claimant said of each place. Silence is an empty cell."""
    told = told_at(frame)
    names = {side: name for side, name in side_names(frame).items() if side in told.sides}
    body = [
        [joined([place_link(frame, place.name, place.key), Markup("<br>"),
                 tag("span", kind_of_place(place.row), class_="aside")]),
         *(side_cell(place, side) for side in names)]
        for place in told.cities
    ]
    caption = f"{counted(len(body), 'place')}; the figures that stand at this moment. An empty cell: {EMPTY}."
    columns = [Column("Place"), *(Column(name) for name in names.values())]
    return folded("The matrix in words: what each side said of each place", table(columns, body, caption=caption))


def side_cell(place: PlaceTold, side: str | None) -> Markup:
    """One line for each claimant's figures; names without a figure in one line."""
    own = [voice for voice in place.voices if voice.side == side]
    lines: list[Cell] = []
    for voice in own:
        lines += [joined([f"{voice.name}: ", text]) for text in voice_lines(voice)]
    only = [voice.name for voice in own if not voice_lines(voice)]
    if only:
        lines.append(joined([tag("span", "named only: ", class_="aside"), ", ".join(only)]))
    return joined(tag("p", line, class_="cell-line") for line in lines)


def voice_lines(voice: Voice) -> list[Markup]:
    """A claimant's standing claims on a place; then those that count it together with others."""
    lines = [joined(_claim_links(voice.claims), "; ")] if voice.claims else []
    for claim in voice.together:
        others = listed([*str(claim["place_names"]).split(", "), *["others"] * bool(claim["and_others"])])
        lines.append(joined([tag("span", f"in one figure for {others}: ", class_="aside"), *_claim_links([claim])]))
    return lines


def _claim_links(claims: Sequence[Row]) -> list[Markup]:
    """Each claim in words, linked; the same words once, the newest last."""
    links = {}
    for claim in claims:
        window = tag("span", " (this window only)", class_="aside") if claim["counting"] == "period" else ""
        links[figure_words(claim)] = joined([inner_link(figure_words(claim), "sources", claim=claim["id"]), window])
    return list(links.values())


def claimants_table(frame: Frame) -> Markup:
    """For each claimant: how many places, how many with a figure, which nobody of another side named."""
    rows = kept(claimant_rows, frame)
    columns = [Column("Claimant"), Column("Side"), Column("Places", True), Column("With a figure", True)]
    columns.append(Column("Named by no other side"))
    body = [[str(cell) for cell in row] for row in rows]
    return folded("How many places each claimant named", table(columns, body, caption=counted(len(rows), "claimant")))


def claimant_rows(frame: Frame) -> list[tuple[str, str, int, int, str]]:
    """One row is a claimant: name, side, places, places with a figure, those that no other side named."""
    told, names = told_at(frame), side_names(frame)
    found: dict[tuple, dict[str, list[str]]] = {}
    for place in told.cities:
        for voice in place.voices:
            one = found.setdefault((voice.name, voice.side), {"places": [], "figures": [], "alone": []})
            one["places"].append(place.name)
            one["figures"] += [place.name] if voice.state == FIGURE else []
            one["alone"] += [place.name] if set(place.states) == {voice.side} else []
    order = list(names)
    rows = sorted(found.items(), key=lambda item: (order.index(item[0][1]), -len(item[1]["places"]), item[0][0]))
    return [
        (name, names[side], len(one["places"]), len(one["figures"]), ", ".join(one["alone"]) or "–")
        for (name, side), one in rows
    ]


def sets_table(frame: Frame) -> Markup:
    """Figures for several places together, and for what holds the whole operation: never divided."""
    told = told_at(frame)
    rows = []
    for place in (*told.sets, *told.wider):
        links = [place_link(frame, name_of(frame, key), key) for key in members(place.row) or [place.key]]
        others = [" and others"] if place.row["and_others"] else []
        told_by = [(voice.name, voice_lines(voice) or ("named only",)) for voice in place.voices]
        lines = [tag("p", joined([f"{name}: ", *said]), class_="cell-line") for name, said in told_by]
        rows.append([joined([joined(links, " + "), *others]), joined(lines)])
    if not rows:
        return Markup("")
    title = f"{counted(len(rows), 'figure or sentence', 'figures and sentences')} for several places together"
    return folded(title, table([Column("Places"), Column("What was said")], rows,
                               caption="As said of all of them together; nothing is divided among them."))


def name_of(frame: Frame, key: str) -> str:
    """The name of a place by its id."""
    return str(places_of(frame).places[key]["shown_name"])


def rows_to_take(frame: Frame) -> pd.DataFrame:
    """The matrix to take away: a column for each claimant, each cell in words."""
    told = told_at(frame)
    every = (*told.cities, *told.sets, *told.wider)
    order = list(side_names(frame))
    people = {voice.name: order.index(voice.side) if voice.side in order else len(order)
              for place in every for voice in place.voices}
    columns = sorted(people, key=lambda name: (people[name], name))
    lines = []
    for place in every:
        line = {"place": place.name, "place_id": place.key, "level": place.row["level"],
                "lies_in": place.row["holder_name"] or ""}
        said = {voice.name: "; ".join(str(text.striptags()) for text in voice_lines(voice)) or "named only"
                for voice in place.voices}
        lines.append(line | {name: said.get(name, EMPTY) for name in columns})
    return pd.DataFrame(lines)
