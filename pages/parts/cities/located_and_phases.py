"""Who named how many places, what of the totals was tied to a place, and the places of the phases compared."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts import words
from pages.parts.cities.told_of_places import (
    EMPTY,
    Told,
    claim_link,
    counted,
    figure_words,
    listed,
    of_side,
    told_of_places,
)
from pages.parts.frame.address import Address
from pages.parts.frame.download import download_csv
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import Column, joined, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.cities.places import located_shares, places_by_phase


def draw_claimants(frame: Frame) -> None:
    """For each claimant: how many places, how many with a figure, how many nobody of another side named."""
    rows = kept(claimant_rows, frame)
    if rows.empty:
        return
    with st.expander("How many places each claimant named"):
        drawn(draw_claimant_table, frame)
        download_csv(rows, frame, "cities-claimants")


def draw_claimant_table(frame: Frame) -> None:
    """The same rows as a table."""
    rows = kept(claimant_rows, frame)
    columns = [Column("Claimant"), Column("Side"), Column("Places", True), Column("With a figure", True)]
    columns.append(Column("Named by no other side"))
    body = [[str(cell) for cell in row] for row in rows.itertuples(index=False)]
    show(table(columns, body, caption=counted(len(rows), "claimant")))


def claimant_rows(frame: Frame) -> pd.DataFrame:
    """One row is a claimant: claimant, side, places, with_figure, named_by_no_other_side."""
    told = told_of_places(frame)
    present = told.present[told.present["place_key"].isin(told.cities)]
    rows = []
    for side, name in told.side_names().items():
        elsewhere = set(present["place_key"]) - set(present[present["side"] != side]["place_key"])
        if side is None:
            elsewhere = set(present["place_key"]) - set(present[present["side"].notna()]["place_key"])
        for claimant, own in of_side(present, side).groupby("claimant_name"):
            keys = set(own["place_key"])
            figured = set(own[own["state"] == "figure"]["place_key"])
            alone = sorted(told.names[key] for key in keys & elsewhere)
            rows.append([claimant, name, len(keys), len(figured), ", ".join(alone) or "–"])
    rows.sort(key=lambda row: (list(told.side_names().values()).index(row[1]), -row[2], row[0]))
    return pd.DataFrame(rows, columns=["claimant", "side", "places", "with_figure", "named_by_no_other_side"])


def draw_located(frame: Frame) -> None:
    """What of each whole-operation figure its claimant tied to a place; the rest is left as it was said."""
    drawn(draw_located_tables, frame)
    found = answer(located_shares, frame, frame.phase, frame.at)
    if not found.empty:
        download_csv(found, frame, "located-shares")


def draw_located_tables(frame: Frame) -> None:
    """The figures with something tied to a place, then those without."""
    told, found = told_of_places(frame), answer(located_shares, frame, frame.phase, frame.at)
    if found.empty:
        text = f"No figure for {frame.whole} in what was read for {frame.phase_name}."
        show(tag("p", text, class_="nothing"))
        return
    whole = found.drop_duplicates("id")
    tied = set(found[found["tied_claim"].notna()]["id"])
    lead = (
        f"{len(tied)} of {counted(len(whole), 'figure')} for {frame.whole} come with a figure that the same "
        "claimant tied to a place. What is left has no place in what was read, and is given none here."
    )
    parts = [tag("p", lead, class_="lead")]
    whole_name = words.sentence_case(frame.whole.removeprefix("the "))
    columns = ["Claimant", whole_name, "Tied to a place by the same claimant", "Said"]
    with_tie = whole[whole["id"].isin(tied)]
    without = whole[~whole["id"].isin(tied)]
    if not with_tie.empty:
        caption = f"{counted(len(with_tie), 'figure')} with something tied to a place"
        parts.append(table([Column(c) for c in columns], located_rows(told, with_tie, found), caption=caption))
    show(*parts)
    if not without.empty:
        with st.expander(f"{counted(len(without), 'figure')} of which nothing was tied to a place"):
            caption = f"{counted(len(without), 'figure')} without a place"
            show(table([Column(c) for c in columns], located_rows(told, without, found), caption=caption))


def located_rows(told: Told, whole: pd.DataFrame, found: pd.DataFrame):
    """One row is a whole-operation figure: owner first, then its own located figures in words."""
    for row in whole.to_dict("records"):
        own = found[(found["id"] == row["id"]) & found["tied_claim"].notna()]
        texts = list(dict.fromkeys(tied_words(tie, row) for tie in own.to_dict("records")))
        yield [
            row["claimant_name"],
            claim_link(figure_words(row), row["id"]),
            "; ".join(texts) or f"nothing tied to a place: {EMPTY}",
            words.said(row, told.frame.zone),
        ]


def tied_words(tie: dict, whole: dict) -> str:
    """`11 in Hill district (League members; this window only)`."""
    others = " and others" if tie["tied_and_others"] else ""
    notes = [tie["tied_site"]] if words.given(tie["tied_site"]) else []
    notes += [tie["tied_group"]] if words.given(tie["tied_group"]) and tie["tied_group"] != whole["group_name"] else []
    notes += [tie["tied_who"]] if words.given(tie["tied_who"]) else []
    notes += ["this window only"] if tie["tied_counting"] == "period" else []
    places = listed(str(tie["tied_places"]).split(", "))
    return f"{tie['tied_label']} in {places}{others}" + (f" ({'; '.join(notes)})" if notes else "")


def draw_phases(frame: Frame, address: Address) -> None:
    """Which places are named in every phase, and which in one only."""
    drawn(draw_phase_table, frame, address)
    found = answer(places_by_phase, frame, frame.at)
    if found["phase_name"].nunique() > 1:
        download_csv(found, frame, "cities-phases")


def draw_phase_table(frame: Frame, address: Address) -> None:
    """The sentences, then every place phase by phase."""
    told, found = told_of_places(frame, address), answer(places_by_phase, frame, frame.at)
    names = list(found["phase_name"].unique())
    if len(names) < 2:
        show(tag("p", "There is nothing to compare: places are named in one phase only, or in none.", class_="nothing"))
        return
    show(joined(tag("p", line, class_="cities-sentence") for line in phase_sentences(found, names)))
    rows = []
    for key, own in found.groupby("place_key", sort=False):
        cells = [phase_cell(row) for row in own.itertuples()]
        spoken = sum(row.claimants > 0 for row in own.itertuples())
        rows.append((-spoken, own["name"].iloc[0], [told.link(own["name"].iloc[0], str(key)), *cells]))
    columns = [Column("Place"), *(Column(name) for name in names)]
    body = [cells for _, _, cells in sorted(rows, key=lambda row: row[:2])]
    with st.expander(f"The {counted(len(body), 'place')}, phase by phase"):
        show(table(columns, body, caption=f"{counted(len(body), 'place')} named in any phase"))


def phase_cell(row) -> str:
    """`5 claimants, a figure from 2`."""
    if not row.claimants:
        return EMPTY
    figure = f"a figure from {row.with_figure}" if row.with_figure else "no figure"
    return f"{counted(row.claimants, 'claimant')}, {figure}"


def phase_sentences(found: pd.DataFrame, names: list[str]):
    """A sentence for every combination of phases in which places are named."""
    spoken = found[found["claimants"] > 0]
    together = spoken.groupby("place_key", sort=False).agg(name=("name", "first"), phases=("phase_name", tuple))
    groups = together.groupby("phases")["name"].apply(sorted).to_dict()
    order = sorted(groups, key=lambda phases: (-len(phases), [names.index(phase) for phase in phases]))
    for phases in order:
        places = groups[phases]
        which = f"In {listed(phases)}" if len(phases) > 1 else f"Only in {phases[0]}"
        yield joined([tag("b", f"{which}: {counted(len(places), 'place')}. "), ", ".join(places), "."])
