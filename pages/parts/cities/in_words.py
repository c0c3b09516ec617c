"""What the symbols stand for, in words and as tables, folded: the matrix, who named how many, figures for several
places together, what of the totals was tied to a place, the phases compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup

from charts import words
from charts.cities.named_finding import counted, sentences
from pages.parts.cities.place_choice import place_link
from pages.parts.claims.places_named import figure_words, has_map, kind_of_place, places_of, told_at
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import Cell, Column, folded, heading, inner_link, joined, table, tag
from pages.parts.frame.running_page import Frame
from queries.cities.located import located_at, tied_to_places
from queries.cities.phase_places import FIGURE, PlaceTold, Voice, listed, members
from queries.frame.phases_and_sides import phases

Row = Mapping[str, Any]
EMPTY = "not in what was read"
UNATTRIBUTED = "Unattributed"


def everything_in_words(frame: Frame) -> Markup:
    """The section under the chosen place: the finding at length, then what opens on request."""
    lines = [tag("p", text, class_="cities-sentence") for text in at_length(frame)]
    compared = phase_lines(frame)
    lines += [tag("p", line, class_="cities-sentence") for line in compared]
    folds = [matrix_in_words(frame), claimants_table(frame), sets_table(frame), located_tables(frame)]
    folds += [phase_table(frame)] if compared else []
    return tag("div", joined([heading("In words, and what the map cannot show" if has_map(frame) else "In words"), *lines,
                              tag("div", joined(folds), class_="cities-folds")]))


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
        lines = [tag("p", joined([f"{voice.name}: ", *(voice_lines(voice) or ["named only"])]), class_="cell-line")
                 for voice in place.voices]
        rows.append([joined([joined(links, " + "), *others]), joined(lines)])
    if not rows:
        return Markup("")
    title = f"{counted(len(rows), 'figure or sentence', 'figures and sentences')} for several places together"
    return folded(title, table([Column("Places"), Column("What was said")], rows,
                               caption="As said of all of them together; nothing is divided among them."))


def name_of(frame: Frame, key: str) -> str:
    """The name of a place by its id."""
    return str(places_of(frame).places[key]["shown_name"])


def located_tables(frame: Frame) -> Markup:
    """What of each whole-operation figure its claimant tied to a place; the rest is left as it was said."""
    found = located_at(answer(tied_to_places, frame, frame.phase), frame.at)
    if not found:
        return Markup("")
    tied = {key: rows for key, rows in found.items() if any(row["tied_claim"] is not None for row in rows)}
    lead = (
        f"{len(tied)} of {counted(len(found), 'figure')} for the whole operation come with a figure that the same "
        "claimant tied to a place. What is left has no place in what was read, and is given none here."
    )
    columns = [Column(c) for c in ("Claimant", "Whole operation", "Tied to a place by the same claimant", "Said")]
    body = list(located_rows(frame.zone, sorted(found.values(), key=lambda rows: rows[0]["id"] not in tied)))
    return folded("What of the totals was tied to a place", table(columns, body, caption=lead))


def located_rows(zone: str, found: Sequence[Sequence[Row]]) -> Iterator[list[Cell]]:
    """One row is a whole-operation figure: owner first, then its own located figures in words."""
    for rows in found:
        row = rows[0]
        texts = list(dict.fromkeys(tied_words(tie) for tie in rows if tie["tied_claim"] is not None))
        link = inner_link(figure_words(row), "sources", claim=row["id"])
        yield [row["claimant_name"], link, "; ".join(texts), words.said(row, zone)]


def tied_words(tie: Row) -> str:
    """`11 in Hill district (League members; this window only)`."""
    others = " and others" if tie["tied_and_others"] else ""
    notes = [tie["tied_site"]] if tie["tied_site"] else []
    notes += [tie["tied_group"]] if tie["tied_group"] and tie["tied_group"] != tie["group_name"] else []
    notes += [tie["tied_who"]] if tie["tied_who"] else []
    notes += ["this window only"] if tie["tied_counting"] == "period" else []
    places = listed(str(tie["tied_places"]).split(", "))
    return f"{tie['tied_label']} in {places}{others}" + (f" ({'; '.join(notes)})" if notes else "")


def by_phase(frame: Frame) -> list[tuple[str, list[PlaceTold]]]:
    """Each phase in which a place was named by the moment, with its places."""
    rows = answer(phases, frame)[["id", "name"]].itertuples(index=False)
    found = [(str(row.name), [p for p in places_of(frame, row.id).at(frame.at) if p.is_city]) for row in rows]
    return [(name, places) for name, places in found if places]


def phase_lines(frame: Frame) -> list[Markup]:
    """A sentence for every combination of phases in which places are named; none where there is one phase only."""
    told = kept(by_phase, frame)
    return list(phase_sentences(told)) if len(told) > 1 else []


def phase_sentences(told: Sequence[tuple[str, Sequence[PlaceTold]]]) -> Iterator[Markup]:
    """`In The spring and The autumn: 1 place. Mill.`"""
    spoken: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for number, (_, places) in enumerate(told):
        for place in places:
            spoken.setdefault(place.key, []).append(number)
            names[place.key] = place.name
    groups: dict[tuple[int, ...], list[str]] = {}
    for key, numbers in spoken.items():
        groups.setdefault(tuple(numbers), []).append(names[key])
    for numbers in sorted(groups, key=lambda group: (-len(group), group)):
        shown = sorted(groups[numbers])
        within = [told[number][0] for number in numbers]
        which = f"In {listed(within)}" if len(within) > 1 else f"Only in {within[0]}"
        yield joined([tag("b", f"{which}: {counted(len(shown), 'place')}. "), ", ".join(shown), "."])


def phase_table(frame: Frame) -> Markup:
    """Every place phase by phase: how many claimants named it, how many gave a figure."""
    told = kept(by_phase, frame)
    cells: dict[tuple[str, str], dict[int, str]] = {}
    for number, (_, places) in enumerate(told):
        for place in places:
            figures = sum(voice.state == FIGURE for voice in place.voices)
            figure = f"a figure from {figures}" if figures else "no figure"
            text = f"{counted(len(place.voices), 'claimant')}, {figure}"
            cells.setdefault((place.name, place.key), {})[number] = text
    order = sorted(cells, key=lambda one: (-len(cells[one]), one))
    body = [[place_link(frame, name, key), *(cells[name, key].get(n, "") for n in range(len(told)))]
            for name, key in order]
    columns = [Column("Place"), *(Column(name) for name, _ in told)]
    caption = f"{counted(len(body), 'place')} named in any phase. An empty cell: {EMPTY}."
    return folded(f"The {counted(len(body), 'place')}, phase by phase", table(columns, body, caption=caption))


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
