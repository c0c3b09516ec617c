"""What an address finds, in words: each party's newest figure with claimant and day, and what the gate says of them.

One rule for every party and every dataset (design.md §6): owner first, number second, `said` for all, sides in
alphabetical order; who is silent is named as silent, and nobody is left out who has spoken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from charts import words
from charts.gate_words import VERDICTS, against, factor
from queries.ask_store import Store
from queries.compare.questions import Question, question_claims, question_pairs
from queries.frame.phases_and_sides import side_order
from queries.public.public_addresses import group_name

OWN_VOICES = ("office", "armed_group", "local_police")
WHOLE = "operation"


@dataclass(frozen=True)
class Figure:
    """One claimant's figure: the value as it is quoted, the day on which it was said, where it was read."""

    claim: str
    side_id: str | None
    side: str
    claimant: str
    value: str
    said: str
    period: str
    publisher: str


@dataclass(frozen=True)
class Finding:
    """The answer to one question at one moment. `verdict` is empty where there are no two figures to compare."""

    topic: str
    figures: tuple[Figure, ...]
    silent: tuple[str, ...]
    verdict: str
    reasons: str

    @property
    def heading(self) -> str:
        """`Wardens killed: League command said more than 25, Upland office said 4`."""
        told = [f"{figure.claimant} said {figure.value}" for figure in self.figures]
        text = f"{self.topic}: {', '.join(told)}" if told else f"{self.topic}: no figure"
        missing = [f"no figure from {side} in what was read" for side in self.silent]
        return "; ".join([text, *missing])


def finding_of(store: Store, question: Question, t: datetime | None, zone: str) -> Finding | None:
    """The finding at T, or None where nobody had given a figure."""
    claims = question_claims(store, question, t)
    current = claims[~claims["is_beside"] & claims["counted"].isna()]
    if current.empty:
        return None
    pairs = question_pairs(store, question, t)
    chosen = sorted(newest_of_each(current, pairs), key=lambda row: (row["side_position"], row["claimant_name"]))
    sides = side_order(store)
    parties = sides[sides["role"] == "party"]
    spoken = {row["side"] for row in chosen}
    silent = tuple(str(row.name) for row in parties.itertuples(index=False) if row.id not in spoken)
    verdict, reasons = _gate(chosen, pairs, zone)
    figures = tuple(_figure(row, zone) for row in chosen)
    return Finding(topic(store, chosen[0], question), figures, silent, verdict, reasons)


def newest_of_each(current: pd.DataFrame, pairs: pd.DataFrame) -> list[dict[str, Any]]:
    """One claim a party, or where no party has spoken, of each other side: the newest; of several said together those
    that the gate objects to least, an office before unnamed voices."""
    parties = current[current["side_role"] == "party"]
    pool = parties if not parties.empty else current
    newest = pool[pool["said_to"] == pool.groupby("side", dropna=False)["said_to"].transform("max")]
    rows = newest.assign(voice=~newest["claimant_kind"].isin(OWN_VOICES))
    rows = rows.sort_values(["is_near", "voice"], kind="stable")
    if not pairs.empty:
        able = pairs[pairs["between_sides"] & pairs["a"].isin(rows["id"]) & pairs["b"].isin(rows["id"])]
        if not able.empty:
            best = able.sort_values(["level", "against"], kind="stable").iloc[0]
            rows = rows.assign(first=~rows["id"].isin([best["a"], best["b"]])).sort_values("first", kind="stable")
    return rows.drop_duplicates("side").to_dict("records")


def topic(store: Store, claim: Mapping[str, Any], question: Question) -> str:
    """`State forces killed`, with the place where it is not the whole operation."""
    group = [group_name(store, question.group) or ""] if question.group else []
    who = [str(claim["who_names"])] if words.given(claim["who_names"]) else []
    text = " ".join([", ".join([*group, *who]), str(claim["family_label"])]).strip()
    text = text[:1].upper() + text[1:]
    return text if question.place == WHOLE else f"{text}, {words.place(claim)}"


def claim_words(row: Mapping[str, Any]) -> str:
    """`more than 25 killed of Wardens`, with the place where it is not the whole operation."""
    people = f" of {words.whom(row)}" if words.whom(row) else ""
    where = "" if row["place_key"] == WHOLE else f", {words.place(row)}"
    return f"{words.value(row)} {row['metric_label']}{people}{where}"


def _figure(row: Mapping[str, Any], zone: str) -> Figure:
    word = "" if row["metric_label"] == row["family_label"] else f" {row['metric_label']}"
    group = f" of {row['group_name']}" if row["is_near"] and words.given(row["group_name"]) else ""
    side = str(row["side_name"]) if words.given(row["side_name"]) else "Unattributed"
    told, period = words.said(row, zone), words.period(row, zone)
    value = f"{words.value(row)}{word}{group}"
    side_id = row["side"] if words.given(row["side"]) else None
    return Figure(row["id"], side_id, side, str(row["claimant_name"]), value, told, period, str(row["publisher"]))


def _gate(chosen: list[dict[str, Any]], pairs: pd.DataFrame, zone: str) -> tuple[str, str]:
    """The worst that the gate says of the figures chosen, with how many times where it lets them pass; and why."""
    by_id = {row["id"]: row for row in chosen}
    if pairs.empty or len(by_id) < 2:
        return "", ""
    met = pairs[pairs["a"].isin(by_id) & pairs["b"].isin(by_id)]
    if met.empty:
        return "", ""
    worst = met.sort_values(["level", "against"], ascending=False, kind="stable").iloc[0].to_dict()
    level = int(worst["level"])
    found = against(worst, by_id[worst["a"]], by_id[worst["b"]], zone)
    why = "; ".join(reason.text for reason in found if reason.level == level)
    text = factor(worst["factor_low"], worst["factor_high"]) if level < 2 and len(met) == 1 else None
    times = f": the higher is {text} the lower" if text and text.endswith("times") else ""
    return f"{VERDICTS[level].capitalize()}{times}", why
