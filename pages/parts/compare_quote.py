"""The line to quote: every side that has spoken, its words, window and date, the gate, and the address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from charts import words
from charts.gate_words import against, factor
from pages.parts.asking import answer
from pages.parts.controls import moment_label
from pages.parts.disagree import named
from pages.parts.frame import Frame
from pages.parts.markup import joined, page_address, show, tag
from queries.frame import side_order

Claim = Mapping[str, Any]
NOBODY = "Unattributed"
ANSWERS = (
    "Yes: they are like for like.",
    "Yes, with the reservations that the line names.",
    "As two statements, yes, each with its own words, period and date; as a comparison, no: no ratio, no difference.",
)


def draw_quote(claims: pd.DataFrame, pairs: pd.DataFrame, label: str, frame: Frame) -> None:
    """One figure for each side that has spoken, chosen by the reader; the sentence cannot leave a side out."""
    st.header("The line to quote", anchor=False)
    pool = quotable(claims, pairs)
    if pool.empty:
        st.info("No claimant gave a figure on this question by this moment, so there is nothing to quote.")
        return
    chosen, address = _choose(pool, pairs, frame)
    silent = silent_parties(pool, frame)
    text = quote(list(chosen.values()), pairs, topic(pool.iloc[0]), frame.zone, frame.as_of, silent)
    levels = [pair["level"] for pair in pairs_among(chosen.values(), pairs)]
    if levels:
        ask = tag("b", "May they stand in one sentence? ")
        show(tag("p", joined([ask, ANSWERS[int(max(levels))]]), class_="lead"))
    st.code(f"{text} {citation(frame, label, address)}", language=None, wrap_lines=True)
    note = "The button in the corner copies it. It holds a figure of every party that has spoken, and names the silent."
    show(tag("p", note, class_="aside"))


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


def _choose(pool: pd.DataFrame, pairs: pd.DataFrame, frame: Frame) -> tuple[dict[str, Claim], dict[str, str]]:
    """A picker per side, which starts on its newest figure; and what of it the address must hold."""
    start = newest_of_each(pool, pairs)
    chosen: dict[str, Claim] = {}
    address: dict[str, str] = {}
    by_side = pool.assign(shown=pool["side_name"].fillna(NOBODY)).groupby("shown", sort=False)
    for number, ((side, rows), column) in enumerate(zip(by_side, st.columns(len(by_side)), strict=True)):
        own = rows.to_dict("records")
        labels = [f"{named(row, None)}, said {words.said(row, frame.zone)}" for row in own]
        first = next((n for n, row in enumerate(own) if row["id"] in start), 0)
        key = f"quote{number + 1}"
        text = column.selectbox(f"Figure of {side}", labels, index=first, key=key, bind="query-params")
        chosen[str(side)] = own[labels.index(text)]
        if text != labels[first]:
            address[key] = text
    return chosen, address


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


def silent_parties(current: pd.DataFrame, frame: Frame) -> list[str]:
    """The parties that have no current figure on the question or near it."""
    sides = answer(side_order, frame)
    parties = sides[sides["role"] == "party"]
    return [row.name for row in parties.itertuples(index=False) if row.id not in set(current["side"])]


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
    ids = {claim["id"] for claim in claims}
    return [pair for pair in pairs.to_dict("records") if pair["a"] in ids and pair["b"] in ids]


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
