"""Where sides differ over a whole phase, what each side's own numbers imply, and what nobody answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from queries.ask_store import Store, ask, ask_rows

Pair = Mapping[str, Any]


def disagreement_pairs(store: Store, phase: str) -> list[dict[str, Any]]:
    """One row is a pair of claims on one question of the phase, of two sides (kind between) or one (kind inside), that
    were current together at some moment: a, b, level, factor_low and factor_high (design.md §5.2), the parts of the
    question, newest and older (UTC, when they had been said), until (UTC, when one was replaced; None: never)."""
    return ask_rows(store, "overview/disagreement", phase=phase)


def disagreement(pairs: Iterable[Pair], t: datetime | None) -> list[dict[str, Any]]:
    """One row is a question and its two sides, or its one side, with the pair that stands for it at T (design.md §5.3):
    the widest factor among those that pass the gate, else the newest of those that do not; passing and blocked are
    numbers of pairs. First what lies between sides, the parties', what passes, the widest."""
    questions: dict[tuple, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if _are_current(pair, t):
            asked = ("family", "group", "who_key", "by", "place_key", "side_a", "side_b")
            questions[tuple(pair[name] for name in asked)].append(pair)
    rows = []
    for own in questions.values():
        passing = sum(pair["level"] < 2 for pair in own)
        stands: Pair = min(own, key=_stands_first)
        rows.append({**stands, "passing": passing, "blocked": len(own) - passing})
    return sorted(rows, key=_told_first)


def _are_current(pair: Pair, t: datetime | None) -> bool:
    """Whether both claims had been said by T and neither been replaced (design.md §5.1)."""
    if t is None:
        return pair["until"] is None
    return pair["newest"] <= t and (pair["until"] is None or pair["until"] > t)


def _factor(pair: Pair) -> float | None:
    low, high = pair["factor_low"], pair["factor_high"]
    return high if low is None else low


def _stands_first(pair: Pair) -> tuple:
    blocked = pair["level"] == 2
    newest, older = (-pair[name].timestamp() for name in ("newest", "older"))
    return blocked, 0 if blocked else -(_factor(pair) or 0), newest, older, pair["a"], pair["b"]


def _told_first(row: Pair) -> tuple:
    factor = _factor(row)
    places = [(row[name] is None, row[name]) for name in ("family_position", "group_position", "place_names")]
    apart = (factor is None, -(factor or 0))
    return row["kind"], not row["between_parties"], row["level"] == 2, apart, *places


def loss_exchange(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a statement of a party with both counts: a (the other side's people), b (its own), exchange_level,
    factor_low and factor_high (theirs for each of its own), is_latest (design.md §5.4)."""
    return ask(store, "overview/loss_exchange", phase=phase, t=t)


def unanswered(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a claim of a party on which no other party had given a figure by T (design.md §5.9)."""
    return ask(store, "overview/unanswered", phase=phase, t=t)
