"""The codebook of what a figure rests on: what was offered, how one claim answers another, the recorders' rules."""

from __future__ import annotations

import streamlit as st

from ledger.claims.evidence import RUNGS
from ledger.crosswalk.recorder_records import Recorder, recorders
from ledger.crosswalk.replay import NOTE
from pages.parts.claims.evidence_pips import MEANING
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, Column, joined, outer_link, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.method.codebook import codebook_rungs

# By the order of RUNGS: the word of the data (basis), and what it means.
OFFERED = (
    ("statement", "Nothing but the claimant's word. A party's own count is its word."),
    ("breakdown", "Numbers by place, by day or by kind of people."),
    ("bodies", "The page says that bodies were counted, or gives a hospital's count."),
    ("names", "Names were published, by whomever; they are not repeated here."),
    ("imagery", "Pictures or film were shown."),
    ("count", "A third party says that it counted for itself, and not from others' figures."),
)
ANSWERS = (
    ("denies", "It says that it was not so."),
    ("accepts", "It says the same number, or that it was so."),
    ("disputes the number", "It says that it was so, and another number."),
    ("declines to comment", "It was asked and said nothing of it."),
)


def draw_evidence(frame: Frame) -> None:
    """Three tables that open on request."""
    used = {(row["kind"], row["id"]): row["claims"] for row in answer(codebook_rungs, frame).to_dict("records")}
    with st.expander(f"What was offered ({len(RUNGS)})"):
        rungs: list[list[Cell]] = [
            ["●" * number, joined([words, " ", tag("code", basis, class_="id")]), meaning,
             str(used.get(("rung", str(number)), 0))]
            for number, (words, (basis, meaning)) in enumerate(zip(RUNGS, OFFERED, strict=True), start=1)
        ]  # fmt: skip
        columns = [Column("Pips"), Column("Offered"), Column("Means"), Column("Claims", numeric=True)]
        show(table(columns, rungs, caption=f"{MEANING[0].upper()}{MEANING[1:]}"))
    with st.expander(f"Answers and withdrawals ({len(ANSWERS) + 1})"):
        rows: list[list[Cell]] = [[how, meaning, str(used.get(("how", how), 0))] for how, meaning in ANSWERS]
        taken_back = "The claimant took its own figure back: it is not current from then on, and stays in the record."
        rows.append(["withdraws", taken_back, str(used.get(("withdraws", "withdraws"), 0))])
        columns = [Column("How"), Column("Means"), Column("Claims", numeric=True)]
        show(table(columns, rows, caption="How one claim speaks of another. Unanswered is not undenied."))
    with st.expander(f"Recorders' rules ({len(recorders())})"):
        columns = [Column("Recorder"), Column("The rule, as we read it"), Column("Read")]
        show(table(columns, [rule(recorder) for recorder in recorders()], caption=f"On a claim's page: {NOTE}"))


def rule(recorder: Recorder) -> list[Cell]:
    """A recorder with its rule, or with why it was not read."""
    name = outer_link(recorder.name, recorder.home or (recorder.read.url if recorder.read else None))
    if recorder.read is None:
        return [name, f"Not read, not enabled: {recorder.not_read}.", ""]
    where = outer_link("a copy" if recorder.read.copy_ else "the text", recorder.read.url)
    return [name, str(recorder.rule), joined([where, f", {recorder.read.on}"])]
