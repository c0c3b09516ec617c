"""What a reader should leave with: three or four sentences, each computed, each with its way on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from charts import words
from charts.gate_words import factor
from ledger.yaml.problems import counted
from pages.parts.claims.findings_words import findings_heading
from pages.parts.claims.loss_exchange import exchange_words
from pages.parts.claims.pair_words import named
from pages.parts.claims.question_choice import known_label, question_label
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import heading, inner_link, joined, show, tag
from pages.parts.frame.running_page import Frame
from queries.findings.findings import findings_summary

UNANSWERED = "no-counterpart"
Claims = Mapping[str, Mapping[str, Any]]


def draw_facts(
    pairs: pd.DataFrame, exchange: pd.DataFrame, alone: pd.DataFrame, claims: Claims, frame: Frame
) -> None:
    """Three or four sentences to leave with."""
    facts = [
        widest_fact(pairs, claims, frame),
        exchange_fact(exchange, claims, frame),
        unanswered_fact(alone, frame),
        checks_fact(frame),
    ]
    show(heading("What to leave with"), tag("ul", joined(tag("li", fact) for fact in facts), class_="leave-with"))


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


def checks_fact(frame: Frame) -> Markup:
    """How many sums inside the accounts do not add up, and apart from them how many relays print otherwise."""
    told = findings_heading(answer(findings_summary, frame, frame.phase, frame.at)["counts"])
    return joined([f"{told}. ", inner_link("See each", "checks")])
