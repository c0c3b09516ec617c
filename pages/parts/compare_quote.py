"""The line to quote: every side that has spoken, its words, window and date, the gate, and the address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from charts import words
from charts.gate_words import VERDICTS, against, factor
from pages.parts.asking import answer
from pages.parts.controls import moment_label
from pages.parts.disagree import named
from pages.parts.frame import Frame
from pages.parts.markup import page_address, show, tag
from queries.frame import side_order

Claim = Mapping[str, Any]


def draw_quote(claims: pd.DataFrame, pairs: pd.DataFrame, label: str, frame: Frame) -> None:
    """One figure for each side that has spoken, chosen by the reader; the sentence cannot leave a side out."""
    st.subheader("The line to quote", anchor=False)
    current = claims[~claims["is_beside"]]
    if current.empty:
        st.info("Nobody had given a figure on this question by this moment, so there is nothing to quote.")
        return
    chosen = _choose(current, pairs, frame)
    silent = silent_parties(current, frame)
    text = quote(list(chosen.values()), pairs, topic(current.iloc[0]), frame.zone, frame.as_of, silent)
    st.code(f"{text} {citation(frame, label)}", language=None, wrap_lines=True)
    show(tag("p", "The button in the corner copies it. Every side that has spoken is in it.", class_="aside"))


def _choose(current: pd.DataFrame, pairs: pd.DataFrame, frame: Frame) -> dict[str, Claim]:
    """A picker per party that has spoken (or per side, where no party has); it starts on the best pair."""
    parties = current[current["side_role"] == "party"]
    pool = parties if not parties.empty else current
    start = best_pair(pool, pairs)
    chosen: dict[str, Claim] = {}
    sides = list(dict.fromkeys(name if words.given(name) else "Unattributed" for name in pool["side_name"]))
    columns = st.columns(len(sides))
    for number, (side, column) in enumerate(zip(sides, columns, strict=True)):
        own = pool[pool["side_name"].fillna("Unattributed") == side].to_dict("records")
        labels = [f"{named(row, None)}, said {words.said(row, frame.zone)}" for row in own]
        first = next((n for n, row in enumerate(own) if row["id"] in start), 0)
        key = f"quote{number + 1}"
        text = column.selectbox(f"Figure of {side}", labels, index=first, key=key, bind="query-params")
        chosen[side] = own[labels.index(text)]
    return chosen


def best_pair(pool: pd.DataFrame, pairs: pd.DataFrame) -> tuple[str, ...]:
    """The pair of different sides that passes the gate best, the newest first (the order of the query)."""
    if pairs.empty:
        return ()
    ids = set(pool["id"])
    able = pairs[pairs["between_sides"] & pairs["a"].isin(ids) & pairs["b"].isin(ids)]
    return () if able.empty else (able.iloc[0]["a"], able.iloc[0]["b"])


def silent_parties(current: pd.DataFrame, frame: Frame) -> list[str]:
    """The parties that have no current figure on the question or near it."""
    sides = answer(side_order, frame)
    parties = sides[sides["role"] == "party"]
    return [row.name for row in parties.itertuples(index=False) if row.id not in set(current["side"])]


def topic(claim: Claim) -> str:
    """`on “State forces killed, whole operation”`: without the attributed perpetrator, who is in the gate's reasons."""
    who = [claim["group_name"] if words.given(claim["group_name"]) else "", claim["who_names"]]
    subject = ", ".join(str(part) for part in who if words.given(part) and part)
    return f"on “{' '.join(part for part in (subject, claim['family_label']) if part)}, {words.place(claim)}”"


def quote(
    claims: list[Claim],
    pairs: pd.DataFrame,
    label: str,
    zone: str,
    as_of: datetime | None,
    silent: list[str],
) -> str:
    """One or two neutral sentences with every claim's words, window and date, then what the gate says."""
    when = f"As of {words.last_day(as_of, zone)}" if as_of is not None else "So far"
    told = "; ".join(_told(claim, zone) for claim in claims)
    parts = [f"{when}, {label}: {told}."]
    parts += [f"No figure of {side} on this was in what was read." for side in silent]
    parts += _gates(claims, pairs, zone)
    return " ".join([*parts, "None of these figures was verified here."])


def _told(claim: Claim, zone: str) -> str:
    word = "" if claim["metric_label"] == claim["family_label"] else f" {claim['metric_label']}"
    whom = f" (“{claim['as_stated']}”)" if words.given(claim["as_stated"]) else ""
    group = f" of {claim['group_name']}" if claim["is_near"] and words.given(claim["group_name"]) else ""
    clocks = f"({words.period(claim, zone)}; said {words.said(claim, zone)})"
    return f"{claim['claimant_name']} said {words.value(claim)}{word}{group}{whom} {clocks}"


def _gates(claims: list[Claim], pairs: pd.DataFrame, zone: str) -> list[str]:
    """What the gate says of each pair of the claims quoted."""
    by_id = {claim["id"]: claim for claim in claims}
    texts = []
    for pair in pairs.to_dict("records"):
        if pair["a"] not in by_id or pair["b"] not in by_id:
            continue
        a, b = by_id[pair["a"]], by_id[pair["b"]]
        names = f"{a['claimant_name']} and {b['claimant_name']}"
        why = "; ".join(reason.text for reason in against(pair, a, b, zone) if reason.level == pair["level"])
        text = factor(pair["factor_low"], pair["factor_high"])
        higher = f" The higher is {text} the lower." if text and text != "the same" else ""
        if pair["level"] == 2:
            texts.append(f"The figures of {names} are not comparable: {why}.")
        elif pair["level"] == 1:
            texts.append(f"The figures of {names} may be compared with reservations: {why}.{higher}")
        else:
            texts.append(f"The figures of {names} are {VERDICTS[0]}.{higher}")
    return texts


def citation(frame: Frame, label: str) -> str:
    """Title, data version and an address that restores the view, with T written out even where it is the latest."""
    at = moment_label(frame.as_of, True, frame.zone) if frame.as_of is not None else None
    path = page_address("compare", {"phase": frame.phase_name, "at": at, "question": label})
    base = (st.context.url or "").split("?")[0].rstrip("/")
    base = base.removesuffix("/compare")
    return f"{frame.snapshot.facts['title']}, data version {frame.data_version}, {base}{path.removeprefix('.')}"
