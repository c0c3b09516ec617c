"""May these be set side by side? The gate for every pair, with reasons; a reader may open it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts.factor_strip import strip
from charts.gate_words import VERDICTS, against, factor
from ledger.yaml.problems import counted
from pages.parts.claims.key_of_marks import factor_key
from pages.parts.claims.pair_words import STAMP, named, strip_rows
from pages.parts.claims.question_views import claims_on
from pages.parts.frame.chart import draw_chart
from pages.parts.frame.download import download_csv
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Column, heading, inner_link, joined, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.compare.questions import Question, question_pairs

MOST_PAIRS = 60
FIRST_PAIRS = 4
MOST_DRAWN = 8
LEVEL_WORDS = {1: "reservation: ", 2: "blocks: "}


def draw_gate(frame: Frame, question: Question) -> None:
    """Pairs of the parties first, then those with third parties and tallies, then differences inside a side."""
    pairs = answer(question_pairs, frame, question, frame.at)
    show(heading("May they be set side by side?"))
    if pairs.empty or not pairs["between_sides"].any():
        st.info("No two sides have a current figure on this question, so there is no pair to compare.")
    else:
        opened = st.toggle(
            "Open the gate: show factors of pairs that are not comparable, stamped as such",
            key="opened",
            bind="query-params",
        )
        drawn(draw_between, frame, question, opened)
        label = "Download the pairs as CSV"
        download_csv(lambda: _plain(pairs[pairs["between_sides"]], opened), frame, "pairs", label)
    drawn(draw_inside, frame, question)


def draw_between(frame: Frame, question: Question, opened: bool) -> None:
    """The strip and the lists of pairs of different sides."""
    pairs, claims = answer(question_pairs, frame, question, frame.at), claims_on(frame, question)
    between = pairs[pairs["between_sides"]]
    if opened:
        show(tag("p", f"The gate is open. Grey factors, and those marked so, are {STAMP}.", class_="stamp"))
    _draw_strip(between, claims, frame, opened)
    _draw_pairs(between[between["between_parties"]], claims, frame, opened, "of the parties' figures")
    others = "with figures of third parties or tallies, or unattributed ones"
    _draw_pairs(between[~between["between_parties"]], claims, frame, opened, others)


def draw_inside(frame: Frame, question: Question) -> None:
    """Differences inside a side, folded away."""
    pairs = answer(question_pairs, frame, question, frame.at)
    inside = pairs[~pairs["between_sides"]] if not pairs.empty else pairs
    if not inside.empty:
        with st.expander(f"Differences inside a side ({counted(len(inside), 'pair')})"):
            show(gate_table(inside, claims_on(frame, question), frame, False, "Pairs inside one side"))


def _draw_pairs(
    pairs: pd.DataFrame, claims: dict[str, Mapping[str, Any]], frame: Frame, opened: bool, which: str
) -> None:
    """The best pairs in sight, the rest one click away."""
    if pairs.empty:
        return
    parts, which_ones = [tag("p", sentence(pairs, which), class_="lead")], "All"
    if pairs["between_parties"].any():
        parts.append(gate_table(pairs.head(FIRST_PAIRS), claims, frame, opened, f"Pairs {which}, best first"))
        pairs, which_ones = pairs.iloc[FIRST_PAIRS:], "The other"
    show(*parts)
    if not pairs.empty:
        with st.expander(f"{which_ones} {counted(len(pairs), 'pair')} {which}, with reasons"):
            show(gate_table(pairs, claims, frame, opened, f"Pairs {which}"))


def sentence(pairs: pd.DataFrame, which: str) -> str:
    """How many pairs pass, in words that count all of them."""
    counts = [int((pairs["level"] == level).sum()) for level in range(3)]
    listed = ", ".join(f"{count} {verdict}" for count, verdict in zip(counts, VERDICTS, strict=True) if count)
    return f"{counted(len(pairs), 'pair')} {which}: {listed}."


def _draw_strip(pairs: pd.DataFrame, claims: dict[str, Mapping[str, Any]], frame: Frame, opened: bool) -> None:
    """Pairs that pass, the parties' first; those that do not only where the reader opened the gate, grey and stamped,
    and never with a figure that a newer one of its side has left behind."""
    shown = pairs[pairs["is_offered"] & (pairs["factor_low"].notna() | pairs["factor_high"].notna())]
    shown = (shown if opened else shown[shown["level"] < 2]).head(MOST_DRAWN)
    if shown.empty:
        return
    rows = strip_rows(shown, claims, frame.zone, frame.as_of, opened)
    told = "; ".join(f"{row['first']}, {row['second']}: {row['words']}" for row in rows.head(3).to_dict("records"))
    stamp = f", the gate open: grey is {STAMP}" if opened else ""
    draw_chart(strip(rows), alt=f"How many times the higher figure is the lower{stamp}. {told}.", key="gate-strip")
    show(factor_key(rows))


def gate_table(
    pairs: pd.DataFrame, claims: dict[str, Mapping[str, Any]], frame: Frame, opened: bool, caption: str
) -> Markup:
    """One row a pair: both figures with their age, the verdict, every reason, the factor."""
    rows = []
    for pair in pairs.head(MOST_PAIRS).to_dict("records"):
        a, b = claims[pair["a"]], claims[pair["b"]]
        found = against(pair, a, b, frame.zone)
        why = joined(tag("li", f"{LEVEL_WORDS[r.level]}{r.text}") for r in found)
        rows.append(
            [
                inner_link(named(a, frame.as_of, None), "sources", claim=a["id"]),
                inner_link(named(b, frame.as_of, None), "sources", claim=b["id"]),
                tag("b", VERDICTS[int(pair["level"])]),
                tag("ul", why, class_="reasons") if found else "every line is like for like",
                factor_cell(pair, opened),
            ]
        )
    if len(pairs) > MOST_PAIRS:
        caption += f"; the first {MOST_PAIRS} of {len(pairs)}, all are in the download"
    columns = [Column(name) for name in ("One figure", "The other", "Gate", "Why", "Factor")]
    return table(columns, rows, caption=caption)


def factor_cell(pair: Mapping[str, Any], opened: bool) -> str:
    """The factor where the gate lets it through, or the stamp."""
    text = factor(pair["factor_low"], pair["factor_high"])
    if pair["level"] == 2:
        return f"{text}, {STAMP}" if opened and text else STAMP
    return text or "none from these bounds"


def _plain(pairs: pd.DataFrame, opened: bool) -> pd.DataFrame:
    """The pairs to take away; factors of blocked pairs only where the gate is open."""
    rows = pairs.assign(gate=[VERDICTS[int(level)] for level in pairs["level"]])
    if not opened:
        for name in ("factor_low", "factor_high"):
            rows[name] = rows[name].where(rows["level"] < 2)
    return rows[["a", "b", "gate", *[c for c in rows if c.endswith("_relation")], "factor_low", "factor_high"]]
