"""The presence matrix: places × claimants, with the figure's words, a name only, or nothing in what was read."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts.words import given
from pages.parts.cities.told_of_places import (
    EMPTY,
    Known,
    Told,
    claim_link,
    counted,
    figure_words,
    kind_of_place,
    listed,
    of_side,
    told_of_places,
)
from pages.parts.frame.address import Address
from pages.parts.frame.download import download_csv
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import Cell, Column, as_plain, joined, show, table, tag
from pages.parts.frame.running_page import Frame

HERE, ANYWHERE = "Named in this phase", "Named in any phase"
BY_DISTRICT, BY_NAME, BY_CLAIMANTS = "District", "Name", "How many speak"
SIDES, CLAIMANTS = "A column for each side", "A column for each claimant"
MOST_LINES = 3
FIGURE, NAMED = Markup('<span aria-hidden="true">●</span> '), Markup('<span aria-hidden="true">○</span> ')


def draw_matrix(frame: Frame, known: Known, address: Address) -> None:
    """The controls, the matrix, and the same to take away."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="cities-controls"):
        which = choice("Places", (HERE, ANYWHERE), "cities-rows")
        order = choice("Sorted by", (BY_DISTRICT, BY_NAME, BY_CLAIMANTS), "cities-sort")
        columns = choice("Columns", (SIDES, CLAIMANTS), "cities-columns")
    if which == HERE and not known.is_present:
        st.info(f"No place is named for {as_plain(frame.phase_name)} in what was read by this moment.")
        return
    drawn(draw_table, frame, which, order, columns, address)
    download_csv(lambda: kept(matrix_rows, frame, which, order), frame, "cities")


def draw_table(frame: Frame, which: str, order: str, columns: str, address: Address) -> None:
    """The matrix with a column for each side, or for each claimant."""
    told = told_of_places(frame, address)
    rows = sorted_rows(told, which, order)
    shown = {row["place_key"] for row in rows}
    caption = (
        f"{counted(len(rows), 'row')}. ● figure given, ○ named only, else {EMPTY} ({frame.pages_read} pages). "
        "Figures that stand at this moment; what was said before, and the parts, are under each place."
    )
    if columns == CLAIMANTS:
        show(claimant_matrix(told, rows, order, caption))
        return
    names = told.side_names()
    body = ([heading(told, row, order, shown), *(side_cell(told, row, side) for side in names)] for row in rows)
    columns_shown = [Column("Place"), *(Column(name) for name in names.values())]
    show(table(columns_shown, body, caption=caption, class_="cities-matrix"))


def matrix_rows(frame: Frame, which: str, order: str) -> pd.DataFrame:
    """The matrix to take away."""
    told = told_of_places(frame)
    return wide(told, sorted_rows(told, which, order))


def choice(label: str, options: tuple[str, ...], key: str) -> str:
    """One of a few, kept in the address; the first unless chosen."""
    return str(st.segmented_control(label, options, default=options[0], required=True, key=key, bind="query-params"))


def sorted_rows(told: Told, which: str, order: str) -> list[dict[str, Any]]:
    """Places in the chosen order; then the sets, then what holds the whole operation."""
    rows = told.rows[told.rows["spoken_in"].notna()]
    if which == HERE:
        rows = rows[rows["place_key"].isin(told.present["place_key"])]
    speaking = told.present.groupby("place_key")["claimant"].nunique()
    rows = rows.assign(
        shown_name=rows["place_key"].map(told.names),
        speaking=rows["place_key"].map(speaking).fillna(0).astype(int),
        group=rows["group_name"].where(rows["group_name"].notna(), "\uffff"),
        below=rows["level"] != "district",
    )
    keys = {
        BY_DISTRICT: ["is_wider", "is_set", "group", "below", "shown_name"],
        BY_NAME: ["is_wider", "is_set", "shown_name"],
        BY_CLAIMANTS: ["is_wider", "is_set", "speaking", "shown_name"],
    }[order]
    return rows.sort_values(keys, ascending=[key != "speaking" for key in keys]).to_dict("records")


def heading(told: Told, row: dict[str, Any], order: str, shown: set[str]) -> Markup:
    """The place, as a link to its section; under it where it lies, or what a set is made of."""
    key = row["place_key"]
    if row["is_set"]:
        links = [told.link(told.names.get(member, member), member) for member in told.members(key)]
        others = [" and others"] if row["and_others"] else []
        return joined([joined(links, " + "), *others, aside("together, in one figure or sentence")])
    name = told.link(told.names[key], key)
    if row["is_wider"]:
        return joined([name, aside(f"{row['level']}, holds {told.frame.whole}")])
    inside = order == BY_DISTRICT and row["holder"] in shown
    note = str(row["level"]) if inside else kind_of_place(row)
    return tag("div", joined([name, aside(note)]), class_="group-1" if inside else None)


def aside(text: str) -> Markup:
    """A second line in smaller type."""
    return joined([Markup("<br>"), tag("span", text, class_="aside")])


def side_cell(told: Told, row: dict[str, Any], side: str | None) -> Markup:
    """One line for each claimant's figures; names without a figure in one line."""
    own = [each for each in told.speakers.get(row["place_key"], []) if each["side"] == side]
    if not own:
        return tag("span", EMPTY, class_="nothing")
    lines: list[Markup] = []
    only_named: list[str] = []
    for claimant in sorted(own, key=lambda each: (each["state"], each["claimant_name"])):
        found = claim_lines(told, row["place_key"], claimant["claimant"])
        lines += [joined([mark, f"{claimant['claimant_name']}: ", text]) for mark, text in found]
        only_named += [] if found else [claimant["claimant_name"]]
    if only_named:
        lines.append(joined([NAMED, tag("span", "named only: ", class_="aside"), ", ".join(only_named)]))
    return joined(tag("p", line, class_="cell-line") for line in lines)


def claim_lines(told: Told, key: str, claimant: str) -> list[tuple[Markup, Markup]]:
    """The standing claims of one claimant about one place: a mark and words linked to their source. Figures in one
    line, claims in words in another, and one for each set of places that this one is counted with."""
    here = told.standing.get((key, claimant), [])
    lines = []
    for mark, given_there in ((FIGURE, True), (NAMED, False)):
        claims = [claim for claim in here if claim["has_figure"] == given_there]
        if claims:
            lines.append((mark, claim_links(told, claims, key)))
    for together in told.sets_with.get(key, []):
        claims = [claim for claim in told.standing.get((together, claimant), []) if claim["has_figure"]]
        if claims:
            rest = [told.names.get(each, each) for each in told.members(together) if each != key]
            others = ["others"] if told.by_key[together]["and_others"] else []
            aim = tag("span", f"in one figure with {listed([*rest, *others])}: ", class_="aside")
            lines.append((NAMED, joined([aim, claim_links(told, claims, key)])))
    return lines


def claim_links(told: Told, claims: list[dict[str, Any]], key: str) -> Markup:
    """Claims in a row, each linked; the same words once, the newest last."""
    links = {}
    for claim in claims:
        window = tag("span", " (this window only)", class_="aside") if claim["counting"] == "period" else ""
        links[figure_words(claim)] = joined([claim_link(figure_words(claim), claim["id"]), window])
    shown = list(links.values())
    if len(shown) > MOST_LINES:
        shown = [*shown[:MOST_LINES], told.link(f"{len(shown) - MOST_LINES} more", key)]
    return joined(shown, "; ")


def claimant_matrix(told: Told, rows: list[dict[str, Any]], order: str, caption: str) -> Markup:
    """A column for each claimant, sides over them; wide, with the places kept in view while scrolling."""
    keys = {row["place_key"] for row in rows}
    seen = told.present[told.present["place_key"].isin(keys)].drop_duplicates("claimant")
    seen = seen.sort_values("claimant_name")
    columns = [(side, c) for side in told.side_names() for c in of_side(seen, side).itertuples()]
    over = [
        tag("th", name, scope="colgroup", colspan=str(width))
        for side, name in told.side_names().items()
        if (width := sum(s == side for s, _ in columns))
    ]
    first = tag("tr", joined([tag("th", "Place", scope="col", rowspan="2"), *over]))
    second = tag("tr", joined(tag("th", c.claimant_name, scope="col") for _, c in columns))
    states = {(r.place_key, r.claimant) for r in told.present.itertuples()}
    body = []
    for row in rows:
        cells: list[Cell] = [tag("th", heading(told, row, order, keys), scope="row")]
        cells += [tag("td", _claimant_cell(told, row["place_key"], c.claimant, states)) for _, c in columns]
        body.append(tag("tr", joined(cells)))
    parts = [tag("caption", caption), tag("thead", joined([first, second])), tag("tbody", joined(body))]
    held = tag("table", joined(parts), class_="ledger-table cities-wide")
    # Wider than any screen: the one table that goes sideways, by the keyboard too.
    return tag("div", held, class_="cities-scroll", tabindex="0", role="region", aria_label="Places and claimants")


def _claimant_cell(told: Told, key: str, claimant: str, states: set[tuple[str, str]]) -> Markup:
    if (key, claimant) not in states:
        return joined([tag("span", "·", aria_hidden="true"), tag("span", EMPTY, class_="unseen")])
    found = [joined([mark, text]) for mark, text in claim_lines(told, key, claimant)]
    return joined(found or [joined([NAMED, "named only"])], Markup("<br>"))


def wide(told: Told, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The matrix as rows to take away: a column for each claimant, each cell in words."""
    people = told.present.drop_duplicates("claimant").sort_values(["side_position", "claimant_name"])
    states = {(r.place_key, r.claimant) for r in told.present.itertuples()}
    lines = []
    for row in rows:
        line = {"place": told.names[row["place_key"]], "place_id": row["place_key"], "level": row["level"]}
        line["lies_in"] = row["holder_name"] if given(row["holder_name"]) else ""
        for person in people.itertuples():
            key = (row["place_key"], person.claimant)
            found = [str((m + t).striptags()) for m, t in claim_lines(told, *key)] if key in states else []
            line[person.claimant_name] = "; ".join(found) or ("named only" if key in states else EMPTY)
        lines.append(line)
    return pd.DataFrame(lines)
