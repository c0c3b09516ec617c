"""The chosen place: every figure given for it, side by side with claimant and day; what is known besides, folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from charts import words
from charts.cities.named_finding import counted
from charts.finding_words import owner, verdict
from charts.side_figures import glyph
from pages.parts.cities.chosen_place_tables import folded_claims, folded_events, folded_reports
from pages.parts.cities.place_choice import place_link
from pages.parts.claims.claim_line import marks
from pages.parts.claims.places_named import kind_of_place, marks_of_sides, party_ids, places_of
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, Column, folded, inner_link, joined, table, tag
from pages.parts.frame.running_page import Frame
from queries.cities.one_place import Counted, OnePlace, counted_at, one_place, revised_from, words_of
from queries.compare.question_ids import question_id
from queries.frame.phases_and_sides import phases
from queries.side_by_side.phase_account import gate_of
from queries.side_by_side.standing_figures import in_order

MOST_ROWS = 6
MEET = {
    True: "some number lies within all the stated bounds",
    False: "no one number lies within all the stated bounds",
    None: "several answers",
}
EXPLAINED = (
    "Where figures differ, they may be of other people, of another period, from before or after more was known, or "
    "counted in another way. Nothing here says which is right."
)


def place_card(frame: Frame, key: str) -> Markup:
    """Name and kind, the figures side by side, then claims, events and pages read, folded."""
    known = answer(one_place, frame, key, frame.phase).at(frame.at)
    row = places_of(frame).places[key]
    parts = [tag("h2", str(row["shown_name"]), class_="cities-place")]
    parts.append(tag("p", about(frame, row), class_="cities-about"))
    parts += [tag("p", text, class_="cities-about") for text in named_by(frame, known)]
    if known.beyond:
        parts.append(tag("p", left_out(frame, key, known.beyond), class_="cities-about"))
    found = counted_at(known.claims, frame.at)
    shown, rest = found[:MOST_ROWS], found[MOST_ROWS:]
    if shown:
        parts.append(side_by_side(frame, shown, f"Figures for {row['shown_name']}, side by side"))
        if any(one.is_disputed for one in found):
            parts.append(tag("p", EXPLAINED, class_="cities-about"))
    else:
        text = "Nobody had given a figure for it by this moment, in what was read: it is only named."
        parts.append(tag("p", text, class_="cities-about"))
    folds = []
    if rest:
        title = counted(len(rest), "more figure for it, side by side", "more figures for it, side by side")
        folds.append(folded(title, side_by_side(frame, rest, title)))
    folds += [folded_claims(frame, known), folded_events(frame, known), folded_reports(known)]
    parts.append(tag("div", joined(folds), class_="cities-folds"))
    return tag("section", joined(parts), class_="cities-card", id="place")


def left_out(frame: Frame, key: str, number: int) -> Markup:
    """Of a place about which there is very much: what is not below, and where it is."""
    text = counted(number, "more claim", "more claims")
    link = inner_link(text, "sources", place=key, sources_all="true")
    return joined([link, f" about it, of other {frame.phase_word}s, whenever they were said, are not looked at here."])


def about(frame: Frame, row: Mapping[str, Any]) -> Markup:
    """Level, what holds it and what it holds, how exact its point is, how else it is written."""
    parts: list[Cell] = [f"{words.sentence_case(kind_of_place(row))}. "]
    if row["holder"]:
        parts += ["It lies in ", place_link(frame, str(row["holder_name"]), str(row["holder"])), ". "]
    places = places_of(frame).places.values()
    inside = [place for place in places if place["holder"] == row["place_key"] and place["spoken_in"]]
    if inside:
        links = [place_link(frame, str(place["name"]), str(place["place_key"])) for place in inside]
        parts += ["Named inside it: ", joined(links, ", "), ". "]
    if row["precision_km"] is not None:
        parts.append(f"Point within {row['precision_km']:g} km ({row['source']}). ")
    if row["aliases"]:
        parts.append(f"Also written {str(row['aliases']).replace('|', ', ')}. ")
    return joined(parts)


def named_by(frame: Frame, known: OnePlace) -> list[str]:
    """Who named it in each phase."""
    names: dict[str, dict[str, None]] = {}
    for row in known.namings:
        names.setdefault(row["phase"], {})[row["claimant_name"]] = None
    rows = answer(phases, frame)[["id", "name"]].itertuples(index=False)
    return [f"{row.name}: named by {', '.join(names[row.id])}." for row in rows if row.id in names]


def side_by_side(frame: Frame, rows: Sequence[Counted], caption: str) -> Markup:
    """One row is what was counted; a column for each party, and one for all others where any of them spoke."""
    parties = party_ids(frame)
    others = any(claim["side"] not in parties for row in rows for claim in row.every)
    names = [str(party["name"]) for party in places_of(frame).parties] + ["Others"] * others
    body = []
    for row in rows:
        cells = [_cell(frame, row, [c for c in row.standing if c["side"] == party]) for party in parties]
        if others:
            cells.append(_cell(frame, row, [c for c in row.standing if c["side"] not in parties]))
        body.append([_topic(frame, row), *cells])
    columns = [Column("What was counted"), *(Column(name) for name in names)]
    return table(columns, body, caption=caption, class_="cities-figures")


def _topic(frame: Frame, counted: Counted) -> Markup:
    """What was counted, of whom, where and in which phase; then how the figures stand to one another."""
    row = counted.first
    who = ", ".join(str(row[name]) for name in ("group_name", "who_names") if row[name])
    name = words.sentence_case(f"{who} {row['metric_label']}".strip())
    notes = [words.place(row)] if row["relation"] != "here" or row["site"] else []
    notes += [row["phase_name"]] if row["phase"] != frame.phase else []
    parts: list[Cell] = [tag("b", name)]
    if notes:
        parts.append(tag("span", f" · {' · '.join(notes)}", class_="aside"))
    parts += [tag("p", text, class_="cities-verdict") for text in _verdict(frame, counted)]
    if len(counted.standing) > 1 and row["metric_value"] == "count" and not row["site"]:
        doer = next((claim["by"] for claim in counted.standing if claim["by"]), None)
        link = inner_link("Compare ›", "compare", phase=row["phase"], q=question_id({**row, "by": doer}))
        parts.append(tag("p", link, class_="cities-verdict"))
    return joined(parts)


def _verdict(frame: Frame, counted: Counted) -> list[Cell]:
    """Of two parties' figures what the gate says; else whether all the answers can hold."""
    parties = party_ids(frame)
    leads = [in_order(own, frame.zone)[0] for party in parties
             if (own := [c for c in counted.standing if c["side"] == party and c["said_to"] is not None])]
    if len(leads) > 1:
        pair = gate_of(frame.store, [(leads[0]["id"], leads[1]["id"])])
        said = verdict(next(iter(pair.values()), None), leads[0], leads[1])
        return [", ".join(part for part in (said.short, said.why) if part)]
    return [words.sentence_case(MEET[counted.bounds_meet])] if counted.is_disputed else []


def _cell(frame: Frame, counted: Counted, claims: Sequence[Mapping[str, Any]]) -> Markup:
    """Owner first, number second, then the day; what the same claimant said before it, smaller. The same figure of
    several claimants stays with each of them."""
    signs = marks_of_sides(frame)
    lines = []
    for claim in claims:
        mark = signs[claim["side"]]
        sign = tag("span", glyph(mark), style=f"color:{mark.colour}", aria_hidden="true")
        number = inner_link(words_of(claim), "sources", claim=claim["id"])
        days = [words.said(claim, frame.zone)]
        before = revised_from(claim, counted.replaced, frame.at)
        if before:
            told = ", ".join(f"{words_of(one)} on {words.said(one, frame.zone)}" for one in before)
            days.append(f"before it {told}")
        lines.append(tag("p", joined([
            tag("span", joined([sign, " ", owner(claim)]), class_="cc-who"), " ",
            tag("span", number, class_="cc-number"), " ",
            tag("span", joined(["; ".join(days), " ", marks(claim)]), class_="cc-day"),
        ]), class_="cities-figure"))  # fmt: skip
    return tag("div", joined(lines), class_="cities-told") if lines else Markup("")
