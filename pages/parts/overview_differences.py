"""Under the ledger: what a reader should leave with, where sides differ, what their own numbers would imply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from charts.gate_words import factor
from charts.strip import strip
from pages.parts.asking import answer
from pages.parts.chart import draw_chart
from pages.parts.compare_question import known_label, question_label
from pages.parts.disagree import named, strip_rows
from pages.parts.download import download_csv
from pages.parts.exchange import draw_exchange, exchange_words
from pages.parts.frame import Frame
from pages.parts.markup import Column, inner_link, joined, show, table, tag
from queries.checks import checks_version, findings
from queries.claims import claims_by_id
from queries.disagreement import disagreement, loss_exchange, unanswered

MOST_DRAWN = 8
UNANSWERED = "no-counterpart"
PLURAL = {"adds up": "add up", "does not add up as reported": "do not add up as reported"}
Claims = Mapping[str, Mapping[str, Any]]


def draw_differences(frame: Frame) -> None:
    """Facts first, each computed and each with its way on; then the strip, the exchange and the unanswered."""
    pairs = answer(disagreement, frame, frame.phase, frame.at)
    exchange = answer(loss_exchange, frame, frame.phase, frame.at)
    alone = answer(unanswered, frame, frame.phase, frame.at)
    ids = {*pairs["a"], *pairs["b"], *exchange["a"], *exchange["b"]}
    claims = answer(claims_by_id, frame, tuple(sorted(ids)))
    draw_facts(pairs, exchange, alone, claims, frame)
    draw_strip(pairs, claims, frame)
    st.header("What each side's own numbers would imply", anchor=False)
    latest = exchange[exchange["is_latest"]] if not exchange.empty else exchange
    draw_exchange(latest, claims, frame, "overview-exchange")
    draw_unanswered(alone, frame)


def draw_facts(
    pairs: pd.DataFrame, exchange: pd.DataFrame, alone: pd.DataFrame, claims: Claims, frame: Frame
) -> None:
    """Three or four sentences to leave with."""
    st.header("What to leave with", anchor=False)
    facts = [
        widest_fact(pairs, claims, frame),
        exchange_fact(exchange, claims, frame),
        unanswered_fact(alone, frame),
        checks_fact(frame),
    ]
    show(tag("ul", joined(tag("li", fact) for fact in facts), class_="leave-with"))


def widest_fact(pairs: pd.DataFrame, claims: Claims, frame: Frame) -> Markup:
    """How many questions the parties share and how many of them pass the gate; then the widest factor among those."""
    shared = pairs[pairs["between_parties"]]
    if shared.empty:
        return joined(["The parties have no current figures on one and the same question. ",
                       inner_link("Compare what there is", "compare")])
    passing = shared[shared["level"] < 2]
    text = f"The parties both have figures on {counted(len(shared), 'question')}; "
    text += f"on {len(passing) or 'none'} of them the gate lets a pair through. "
    able = passing[passing["factor_low"].notna()]
    if able.empty:
        return joined([text, inner_link("See why", "compare", question=known_label(frame, shared.iloc[0]))])
    pair = able.iloc[0]
    a, b = claims[pair["a"]], claims[pair["b"]]
    note = "like for like" if pair["level"] == 0 else "with reservations"
    text += (
        f"Widest apart, on {question_label(pair)}: {named(a, None, a['family_label'])}; "
        f"{named(b, None, b['family_label'])}; {factor(pair['factor_low'], pair['factor_high'])}, {note}. "
    )
    return joined([text, inner_link("See why", "compare", question=known_label(frame, pair))])


def exchange_fact(exchange: pd.DataFrame, claims: Claims, frame: Frame) -> Markup:
    """Each party's own ratio from its newest statement that has both counts, never one from two voices."""
    latest = exchange[exchange["is_latest"]] if not exchange.empty else exchange
    if latest.empty:
        return joined(["No statement of a party counts both the other side's forces and its own."])
    told = []
    for _, own in latest.sort_values("said_to", kind="stable").groupby("side_position"):
        pair = own.iloc[-1]
        theirs, mine = claims[pair["a"]], claims[pair["b"]]
        text = exchange_words(pair, theirs, mine, frame.zone).split(", with reservations")[0]
        numbers = f"{words.value(theirs)} {theirs['group_name']} : {words.value(mine)} {mine['group_name']}"
        told.append(f"{pair['claimant_name']}, {numbers}, {text}")
    label = known_label(frame, claims[latest.iloc[0]["a"]])
    return joined([f"What each side's own newest numbers would imply: {'; '.join(told)}. ",
                   inner_link("Every such statement", "compare", question=label)])


def unanswered_fact(alone: pd.DataFrame, frame: Frame) -> Markup:
    """How many questions only one party spoke on."""
    if alone.empty:
        return joined(["Every question on which a party gave a figure has a counterpart in what was read."])
    questions = alone.drop_duplicates(["side", "family", "group"])
    told = "; ".join(
        f"{side}: {', '.join(dict.fromkeys(topic(row) for row in own.to_dict('records')))}"
        for side, own in questions.groupby("side_name", sort=True)
    )
    return joined([f"No counterpart in what was read, spoken of by one party only: {told}. ",
                   tag("a", "The figures", href=f"#{UNANSWERED}")])


def topic(row: Mapping[str, Any]) -> str:
    """`State forces captured`, `locations`."""
    group = str(row["group_name"]) if words.given(row["group_name"]) else ""
    return " ".join(part for part in (group, str(row["metric_label"])) if part)


def counted(number: int, noun: str) -> str:
    """`1 question`, `6 questions`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def checks_fact(frame: Frame) -> Markup:
    """How many consistency checks add up as reported."""
    found = answer(findings, frame, checks_version(), frame.phase, frame.at)
    if found.empty:
        return joined(["No consistency check applies to what had been said by this moment. ",
                       inner_link("The checks", "checks")])
    counts = found["outcome"].value_counts()
    told = ", ".join(f"{count} {PLURAL.get(outcome, outcome)}" for outcome, count in counts.items())
    return joined([f"Of {len(found)} sums and statements checked: {told}. ", inner_link("See each", "checks")])


def draw_strip(pairs: pd.DataFrame, claims: Claims, frame: Frame) -> None:
    """Every question on which two sides have figures: the widest pair that passes, blocked ones grey with why."""
    st.header("Where the sides differ", anchor=False)
    between = pairs[pairs["kind"] == "between"]
    if between.empty:
        st.info("No two sides have a current figure on one question.")
        return
    rows = strip_rows(between, claims, frame.zone, frame.as_of, opened=False)
    best = rows.head(3).to_dict("records")
    told = "; ".join(f"{row['title']}: {row['first']}, {row['second']}, {row['words']}" for row in best)
    alt = f"How many times the higher figure is the lower, between sides. {told}."
    first = between["between_parties"].to_numpy()
    drawn = rows[first | (rows["factor_low"].notna() | rows["factor_high"].notna()).to_numpy()]
    if not drawn.empty:
        draw_chart(strip(drawn.head(MOST_DRAWN)), alt=alt, key="overview-strip")
    if first.any():
        show(pairs_table(rows[first], between[first], frame, "Between the parties"))
    _folded(rows[~first], between[~first], frame, "Between a side and third parties or tallies")
    inside = pairs[pairs["kind"] == "inside"]
    inner = strip_rows(inside, claims, frame.zone, frame.as_of, opened=False)
    _folded(inner, inside, frame, "Differences inside a side")
    download_csv(pairs, frame, "disagreement")


def _folded(rows: pd.DataFrame, pairs: pd.DataFrame, frame: Frame, name: str) -> None:
    if not rows.empty:
        with st.expander(f"{name} ({counted(len(rows), 'question')})"):
            show(pairs_table(rows, pairs, frame, name))


def pairs_table(rows: pd.DataFrame, pairs: pd.DataFrame, frame: Frame, caption: str) -> Markup:
    """One row a question: both numbers with their age, what the gate says, how many pairs pass."""
    cells = []
    for row, pair in zip(rows.to_dict("records"), pairs.to_dict("records"), strict=True):
        question = inner_link(row["title"], "compare", question=known_label(frame, pair))
        tally = f"{pair['passing']} of {pair['passing'] + pair['blocked']}"
        numbers = joined(
            [inner_link(row[end], "sources", claim=row[key]) for end, key in (("first", "a"), ("second", "b"))],
            Markup("<br>"),
        )
        cells.append([question, numbers, row["words"], tally])
    columns = [Column("Question"), Column("The two figures"), Column("Factor, or why none"), Column("Pairs that pass")]
    return table(columns, cells, caption=caption)


def draw_unanswered(alone: pd.DataFrame, frame: Frame) -> None:
    """What one party said and no other party gave a figure for."""
    st.header("No counterpart in what was read", anchor=UNANSWERED)
    if alone.empty:
        st.info("Every question on which a party gave a figure has a counterpart in what was read.")
        return
    cells = []
    for _, own in alone.groupby(["side_position", "metric_position", "group"], sort=True, dropna=False):
        first = own.iloc[0]
        rows = own.to_dict("records")
        links = [inner_link(named(row, None, row["metric_label"]), "sources", claim=row["id"]) for row in rows]
        nothing = f"no counterpart in what was read ({frame.pages_read} pages)"
        cells.append([first["side_name"], topic(first), joined(links, "; "), nothing])
    columns = [Column("Side"), Column("What"), Column("Said"), Column("The other parties")]
    show(table(columns, cells, caption="Spoken of by one party only; absence of an answer is no denial"))
    download_csv(alone, frame, "unanswered")
