"""The line to quote: every side that has spoken, its words, window and date, the gate, and the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from charts import words
from charts.gate_words import against, factor
from pages.parts.claims.pair_words import named
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import as_plain, heading, joined, page_address, show, tag
from pages.parts.frame.running_page import Frame, moment_label
from queries.compare.questions import Question, question_claims, question_pairs
from queries.frame.phases_and_sides import side_order

Claim = Mapping[str, Any]
NOBODY = "Unattributed"
ANSWERS = (
    "Yes: they are like for like.",
    "Yes, with the reservations that the line names.",
    "As two statements, yes, each with its own words, period and date; as a comparison, no: no ratio, no difference.",
)


@dataclass(frozen=True)
class Offer:
    """What one side's picker offers: its figures, what the picker calls them, and which of them it starts on."""

    side: str
    claims: list[Claim]
    labels: list[str]
    first: int


def draw_quote(frame: Frame, question: Question, label: str) -> None:
    """One figure for each side that has spoken, chosen by the reader; the sentence cannot leave a side out."""
    show(heading("The line to quote"))
    offers = kept(offered, frame, question)
    if not offers:
        st.info("No claimant gave a figure on this question by this moment, so there is nothing to quote.")
        return
    chosen, address = _choose(offers)
    text, level = kept(line_of, frame, question, chosen)
    if level is not None:
        ask = tag("b", "May they stand in one sentence? ")
        show(tag("p", joined([ask, ANSWERS[level]]), class_="lead"))
    st.code(f"{text} {citation(frame, label, address)}", language=None, wrap_lines=True)
    note = "The button in the corner copies it. It holds a figure of every party that has spoken, and names the silent."
    show(tag("p", note, class_="aside"))


def offered(frame: Frame, question: Question) -> list[Offer]:
    """One offer a side; each starts on the side's newest figure."""
    pairs = answer(question_pairs, frame, question, frame.at)
    pool = quotable(answer(question_claims, frame, question, frame.at), pairs)
    if pool.empty:
        return []
    start = newest_of_each(pool, pairs)
    offers = []
    for side, rows in pool.assign(shown=pool["side_name"].fillna(NOBODY)).groupby("shown", sort=False):
        own = rows.to_dict("records")
        labels = [f"{named(row, None)}, said {words.said(row, frame.zone)}" for row in own]
        first = next((n for n, row in enumerate(own) if row["id"] in start), 0)
        offers.append(Offer(str(side), own, labels, first))
    return offers


def _choose(offers: list[Offer]) -> tuple[tuple[str, ...], dict[str, str]]:
    """A picker per side: the claims chosen, and what of it the address must hold."""
    chosen: list[str] = []
    address: dict[str, str] = {}
    for number, (offer, column) in enumerate(zip(offers, st.columns(len(offers)), strict=True), 1):
        key, name = f"quote{number}", f"Figure of {as_plain(offer.side)}"
        text = column.selectbox(name, offer.labels, index=offer.first, key=key, bind="query-params")
        chosen.append(offer.claims[offer.labels.index(text)]["id"])
        if text != offer.labels[offer.first]:
            address[key] = text
    return tuple(chosen), address


def line_of(frame: Frame, question: Question, chosen: tuple[str, ...]) -> tuple[str, int | None]:
    """The line without its citation, and the worst of what the gate says of its pairs."""
    offers = kept(offered, frame, question)
    by_id = {claim["id"]: claim for offer in offers for claim in offer.claims}
    claims = [by_id[name] for name in chosen]
    pairs = answer(question_pairs, frame, question, frame.at)
    label = topic(offers[0].claims[0])
    silent = silent_parties({claim["side"] for claim in by_id.values()}, answer(side_order, frame))
    text = quote(claims, pairs, label, frame.zone, frame.as_of, silent)
    levels = [int(pair["level"]) for pair in pairs_among(claims, pairs)]
    return text, max(levels, default=None)


def quotable(claims: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The parties' figures, or those of others where no party has one: of each side those said within a day of its
    newest, and older ones that pass the gate with another party's. Never a window beside or a count of ours."""
    current = claims[~claims["is_beside"] & claims["counted"].isna()]
    parties = current[current["side_role"] == "party"]
    pool = current if parties.empty else parties
    passing: set[str] = set()
    if not pairs.empty:
        able = pairs[pairs["between_parties"] & (pairs["level"] < 2)]
        passing = {*able["a"], *able["b"]}
    return pool[pool["is_newest"] | pool["id"].isin(passing)]


def newest_of_each(pool: pd.DataFrame, pairs: pd.DataFrame) -> set[str]:
    """The newest figure of each side; where a side gave several at its newest moment, those that the gate objects to
    least. The rule is the same for every side."""
    newest = pool[pool["said_to"] == pool.groupby("side", dropna=False)["said_to"].transform("max")]
    ids = set(newest["id"])
    if not pairs.empty:
        able = pairs[pairs["between_sides"] & pairs["a"].isin(ids) & pairs["b"].isin(ids)]
        if not able.empty:
            best = able.sort_values(["level", "against"], kind="stable").iloc[0]
            return {best["a"], best["b"]}
    return set(newest.drop_duplicates("side")["id"])


def silent_parties(spoken: set[object], sides: pd.DataFrame) -> list[str]:
    """The parties that have no current figure on the question or near it."""
    parties = sides[sides["role"] == "party"]
    return [row.name for row in parties.itertuples(index=False) if row.id not in spoken]


def topic(claim: Claim) -> str:
    """`State forces killed, whole operation`: without the attributed perpetrator, who is in the gate's reasons."""
    who = [claim["group_name"] if words.given(claim["group_name"]) else "", claim["who_names"]]
    subject = ", ".join(str(part) for part in who if words.given(part) and part)
    return f"{' '.join(part for part in (subject, claim['family_label']) if part)}, {words.place(claim)}"


def quote(
    claims: list[Claim],
    pairs: pd.DataFrame,
    label: str,
    zone: str,
    as_of: datetime | None,
    silent: list[str],
) -> str:
    """One or two neutral sentences with every claim's words, window and date, then what the gate says."""
    when = f"As of {words.moment(as_of, zone)}" if as_of is not None else "So far"
    told = "; ".join(_told(claim, zone) for claim in claims)
    parts = [f"{when}, on “{label}”: {told}."]
    parts += [f"No figure of {side} on this was in what was read." for side in silent]
    parts += _gates(claims, pairs, zone)
    return " ".join([*parts, "None of these figures was verified here."])


def _told(claim: Claim, zone: str) -> str:
    """`Ministry said 17 “police officers” (said 1 Feb 2031; counts 31 Jan 2031, inferred)`."""
    word = "" if claim["metric_label"] == claim["family_label"] else f" {claim['metric_label']}"
    whom = f" “{claim['as_stated']}”" if words.given(claim["as_stated"]) else ""
    group = f" of {claim['group_name']}" if claim["is_near"] and words.given(claim["group_name"]) else ""
    period = words.period(claim, zone).replace(" (“", ", “").replace("”)", "”")
    counts = period if period.endswith(words.NOT_STATED) else f"counts {period}"
    disputed = "; relays of it disagree" if claim["disputed_reading"] else ""
    built = "; repeats or sums others' figures" if words.given(claim["relies_on"]) else ""
    clocks = f"(said {words.said(claim, zone)}; {counts}{disputed}{built})"
    return f"{claim['claimant_name']} said {words.value(claim)}{word}{group}{whom} {clocks}"


def pairs_among(claims: Any, pairs: pd.DataFrame) -> list[dict[str, Any]]:
    """The gate's rows between these claims."""
    if pairs.empty:
        return []
    ids = {claim["id"] for claim in claims}
    return pairs[pairs["a"].isin(ids) & pairs["b"].isin(ids)].to_dict("records")


def _gates(claims: list[Claim], pairs: pd.DataFrame, zone: str) -> list[str]:
    """What the gate says of each pair of the claims quoted: reasons first, the factor last."""
    by_id = {claim["id"]: claim for claim in claims}
    texts = []
    for pair in pairs_among(claims, pairs):
        a, b = by_id[pair["a"]], by_id[pair["b"]]
        names = "The two figures" if len(claims) == 2 else f"{a['claimant_name']}'s and {b['claimant_name']}'s figures"
        why = "; ".join(reason.text for reason in against(pair, a, b, zone) if reason.level == pair["level"])
        if pair["level"] == 2:
            texts.append(f"{names} are not comparable ({why}).")
            continue
        text = factor(pair["factor_low"], pair["factor_high"])
        end = "; they are the same" if text == "the same" else ""
        end = f": the higher is {text} the lower" if text and text.endswith("times") else end
        verdict = f"may be compared with reservations ({why})" if pair["level"] == 1 else "are like for like"
        texts.append(f"{names} {verdict}{end}.")
    return texts


def citation(frame: Frame, label: str, chosen: Mapping[str, str]) -> str:
    """Title, data version and an address that restores the view, with T written out even where it is the latest."""
    at = moment_label(frame.as_of, True, frame.zone) if frame.as_of is not None else None
    path = page_address("compare", {"phase": frame.phase_name, "at": at, "question": label, **chosen})
    base = (st.context.url or "").split("?")[0].rstrip("/")
    base = base.removesuffix("/compare")
    return f"{frame.snapshot.facts['title']}, data version {frame.data_version}, {base}{path.removeprefix('.')}"
