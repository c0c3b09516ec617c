"""Under the ledger: what a reader should leave with, where sides differ, what their own numbers would imply."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts.factor_strip import strip
from ledger.yaml.problems import counted
from pages.parts.claims.key_of_marks import factor_key
from pages.parts.claims.loss_exchange import draw_exchange, exchange_rows
from pages.parts.claims.pair_words import named, strip_rows
from pages.parts.claims.question_choice import known_label
from pages.parts.frame.chart import draw_chart
from pages.parts.frame.download import download_csv
from pages.parts.frame.kept_answers import answer, drawn, kept
from pages.parts.frame.markup import Column, heading, inner_link, joined, show, table
from pages.parts.frame.running_page import Frame
from pages.parts.overview.facts import UNANSWERED, Claims, draw_facts, topic
from queries.frame.claims_by_id import claims_by_id
from queries.overview.disagreement import disagreement, loss_exchange, unanswered

MOST_DRAWN = 8


def draw_differences(frame: Frame) -> None:
    """Facts first, each computed and each with its way on; then the strip, the exchange and the unanswered."""
    drawn(draw_facts_and_strip, frame)
    if not pairs_of(frame).empty:
        download_csv(pairs_of(frame), frame, "disagreement")
    drawn(draw_latest_exchange, frame)
    if not kept(latest_exchange, frame).empty:
        key = "overview-exchange"
        download_csv(lambda: exchange_rows(kept(latest_exchange, frame), claims_of(frame), frame), frame, key)
    drawn(draw_unanswered, frame)
    alone = answer(unanswered, frame, frame.phase, frame.at)
    if not alone.empty:
        download_csv(alone, frame, "unanswered")


def pairs_of(frame: Frame) -> pd.DataFrame:
    """The pair that stands for each question and two sides."""
    return answer(disagreement, frame, frame.phase, frame.at)


def latest_exchange(frame: Frame) -> pd.DataFrame:
    """Each claimant's newest statement with both counts."""
    exchange = answer(loss_exchange, frame, frame.phase, frame.at)
    return exchange[exchange["is_latest"]] if not exchange.empty else exchange


def claims_of(frame: Frame) -> Claims:
    """The claims of the pairs and exchanges, by id."""
    pairs, exchange = pairs_of(frame), answer(loss_exchange, frame, frame.phase, frame.at)
    ids = {*pairs["a"], *pairs["b"], *exchange["a"], *exchange["b"]}
    return answer(claims_by_id, frame, tuple(sorted(ids)))


def draw_facts_and_strip(frame: Frame) -> None:
    """What to leave with, then every question on which two sides have figures."""
    exchange = answer(loss_exchange, frame, frame.phase, frame.at)
    alone = answer(unanswered, frame, frame.phase, frame.at)
    draw_facts(pairs_of(frame), exchange, alone, claims_of(frame), frame)
    draw_strip(pairs_of(frame), claims_of(frame), frame)


def draw_latest_exchange(frame: Frame) -> None:
    """What each side's own newest numbers would imply."""
    show(heading("What each side's own numbers would imply"))
    draw_exchange(kept(latest_exchange, frame), claims_of(frame), frame, "overview-exchange")


def draw_strip(pairs: pd.DataFrame, claims: Claims, frame: Frame) -> None:
    """Every question on which two sides have figures: the widest pair that passes, blocked ones grey with why."""
    show(heading("Where the sides differ"))
    between = pairs[pairs["kind"] == "between"]
    if between.empty:
        st.info("No two sides have a current figure on one question.")
        return
    rows = strip_rows(between, claims, frame.zone, frame.as_of, opened=False)
    best = rows.head(3).to_dict("records")
    told = "; ".join(f"{row['title']}: {row['first']}, {row['second']}, {row['words']}" for row in best)
    alt = f"How many times the higher figure is the lower, between sides. {told}."
    first = between["between_parties"].to_numpy()
    with_place = rows[first | (rows["factor_low"].notna() | rows["factor_high"].notna()).to_numpy()]
    if not with_place.empty:
        draw_chart(strip(with_place.head(MOST_DRAWN)), alt=alt, key="overview-strip")
        show(factor_key(with_place.head(MOST_DRAWN)))
    if first.any():
        show(pairs_table(rows[first], between[first], frame, "Between the parties"))
    _folded(rows[~first], between[~first], frame, "Between a side and third parties or tallies")
    inside = pairs[pairs["kind"] == "inside"]
    inner = strip_rows(inside, claims, frame.zone, frame.as_of, opened=False)
    _folded(inner, inside, frame, "Differences inside a side")


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


def draw_unanswered(frame: Frame) -> None:
    """What one party said and no other party gave a figure for."""
    alone = answer(unanswered, frame, frame.phase, frame.at)
    title = heading("No counterpart in what was read", anchor=UNANSWERED)
    if alone.empty:
        show(title)
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
    show(title, table(columns, cells, caption="Spoken of by one party only; absence of an answer is no denial"))
