"""The codebook as the YAML defines it: metrics, groups, claimants, places, phases, with how often each was used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pandas as pd
import streamlit as st

from charts import words
from pages.parts.claims.claim_lists import text
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, Column, heading, inner_link, joined, show, table, tag
from pages.parts.frame.running_page import Frame
from pages.parts.method.evidence import draw_evidence
from queries.method import codebook as method

Make = Callable[[pd.Series], Sequence[Cell]]


def draw_codebook(frame: Frame) -> None:
    """One table for each vocabulary; the long ones open on request."""
    lead = "Generated from the data files. Each word has one meaning, and says where its neighbour begins."
    show(heading("Codebook"), tag("p", lead, class_="lead"))
    columns = ("Metric", "Definition", "Unit", "#Claimants", "#Claims")
    draw("Metrics", answer(method.codebook_metrics, frame), columns, metric)
    draw("Groups", answer(method.codebook_groups, frame), ("Group", "Definition", "Side", "#Claims"), group)
    draw("Words across groups", answer(method.codebook_words, frame), ("Word", "Definition", "#Claims"), word)
    claimants = answer(method.codebook_claimants, frame)
    draw("Claimants", claimants, ("Claimant", "Side", "Kind", "Note", "#Statements", "#Claims"), claimant)
    draw("Places", answer(method.codebook_places, frame),
         ("Place", "Level", "Lies in", "Other spellings", "Known to", "#Claims", "#Named in"), place)
    of_phases = (words.sentence_case(frame.phase_word), "First attack", "What each calls it", "How each dates it")
    draw(words.sentence_case(frame.phase_words), answer(method.codebook_phases, frame), of_phases, phase)
    draw_evidence(frame)


def draw(title: str, rows: pd.DataFrame, columns: Iterable[str], make: Make) -> None:
    """An expander with one table; a heading that begins with # is of numbers."""
    with st.expander(f"{title} ({len(rows)})"):
        if rows.empty:
            show(tag("p", "None is defined.", class_="lead"))
            return
        headings = [Column(name.removeprefix("#"), numeric=name.startswith("#")) for name in columns]
        show(table(headings, [make(row) for _, row in rows.iterrows()], caption=f"{title}, from the data files"))


def metric(row: pd.Series) -> Sequence[Cell]:
    """A metric, its id, and what it is a state of."""
    state = f" A state of: {row['state_of']}." if words.given(row["state_of"]) else ""
    found = inner_link(str(row["claims"]), "sources", metric=row["id"], sources_all="true")
    return [named(row["label"], row["id"]), f"{row['definition']}{state}", text(row["unit"], str(row["value"])),
            str(row["claimants"]), found if row["claims"] else "0"]


def group(row: pd.Series) -> Sequence[Cell]:
    """A group, indented by its depth in the tree."""
    name = tag("div", named(row["name"], row["id"]), class_=f"group-{min(int(row['depth']), 2)}")
    forces = " Armed forces." if row["forces"] else " Civilians." if row["civilians"] else ""
    found = inner_link(str(row["claims"]), "sources", group=row["id"], sources_all="true")
    return [name, text(row["definition"]) + forces, text(row["side_name"], "none"), found if row["claims"] else "0"]


def word(row: pd.Series) -> Sequence[Cell]:
    """A word that crosses the groups."""
    return [named(row["name"], row["id"]), text(row["definition"]), str(row["claims"])]


def claimant(row: pd.Series) -> Sequence[Cell]:
    """A claimant with its side and kind."""
    notes = ["Read through relays only."] if row["via_relays_only"] else []
    notes += [str(row["note"])] if words.given(row["note"]) else []
    found = inner_link(str(row["claims"]), "sources", claimant=row["id"], sources_all="true")
    return [named(row["name"], row["id"]), text(row["side_name"], "none"), str(row["kind"]).replace("_", " "),
            " ".join(notes), str(row["statements"]), found if row["claims"] else "0"]


def place(row: pd.Series) -> Sequence[Cell]:
    """A place with where it lies and how exactly it is known."""
    known = f"{row['precision_km']:g} km" if words.given(row["precision_km"]) else ""
    source = tag("div", " ".join(filter(None, [text(row["source"]), text(row["note"])])), class_="aside")
    found = inner_link(str(row["claims"]), "sources", place=row["id"], sources_all="true")
    spellings = text(row["aliases"]).replace("|", ", ")
    return [named(row["name"], row["id"]), str(row["level"]), text(row["within"]), spellings,
            joined([known, source]), found if row["claims"] else "0", str(row["namings"])]


def phase(row: pd.Series) -> Sequence[Cell]:
    """A phase; each party's name and dates are its own."""
    first_day = text(row["first_day"], "not stated")
    return [named(row["name"], row["id"]), first_day, text(row["names"]), text(row["bounds"])]


def named(name: object, id_: object) -> Cell:
    """A name with the id that the data files use."""
    return joined([str(name), " ", tag("code", str(id_), class_="id")])
