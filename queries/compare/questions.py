"""What the Compare page asks: one question, its claims, the gate, the ladders, whether both can be true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from queries.ask_store import Store, ask, ask_rows

Pairs = Iterable[Mapping[str, Any]]


@dataclass(frozen=True)
class Question:
    """What is put side by side (design.md §1). `who` is '' for anybody, `place` a place key such as `operation`."""

    phase: str
    family: str
    group: str | None
    who: str
    by: str | None
    place: str

    def values(self, t: datetime | None) -> dict:
        """The $parameters of the SQL files."""
        return {
            "phase": self.phase,
            "t": t,
            "family": self.family,
            "group": self.group,
            "who": self.who,
            "by": self.by,
            "place": self.place,
        }


def questions(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a question: family, group, who_key, by, place_key and their names; claimants with a figure
    of their own by T, borrowers (only repeat or sum others), sides and parties by T, claimants_ever."""
    return ask(store, "compare/questions", phase=phase, t=t)


def question_claims(store: Store, question: Question, t: datetime | None) -> pd.DataFrame:
    """One row is a claim on the question at T. Columns of claim_details with is_near (a party's claim on the nearest
    group where it has none on this one), is_newest (said within a day of its side's newest) and is_beside (a window of
    its own, never current)."""
    return ask(store, "compare/question_claims", **question.values(t))


def question_pairs(store: Store, question: Question, t: datetime | None) -> list[dict[str, Any]]:
    """One row is a pair of current claims with the gate of design.md §5.2: a, b, level (0 like for like, 1 with
    reservations, 2 not comparable), one *_relation and *_level for each line, factor_low and factor_high (the
    higher to the lower), against (sum of the levels), is_offered (false for a side's stale figures), are_linked (a
    whole and its part); and with what `both_true` reads."""
    return ask_rows(store, "compare/question_pairs", **question.values(t))


def compared(pairs: Pairs) -> list[Mapping[str, Any]]:
    """The pairs of `question_pairs` that are set side by side: a whole and its part are linked, not compared."""
    return [pair for pair in pairs if not pair["are_linked"]]


def both_true(pairs: Pairs) -> list[Mapping[str, Any]]:
    """The pairs of `question_pairs` of different sides, those that stand for their sides first: verdict (compatible,
    cannot both hold, undetermined), larger (claim id) and needed (people), from bounds, groups and stated periods only
    (design.md §5.10); both_newest as in is_newest."""
    return sorted((pair for pair in pairs if pair["between_sides"]), key=lambda pair: pair["both_position"])


def not_yet(store: Store, question: Question, t: datetime) -> pd.DataFrame:
    """One row is a claimant who speaks on the question only after T: claimant_name, side_name, first_said."""
    return ask(store, "compare/not_yet", **question.values(t))


def ladders(store: Store, question: Question, t: datetime | None) -> pd.DataFrame:
    """One row is a step of a revision ladder: segment, break_reason, order_known, hours_since (hours), factor_low,
    factor_high (design.md §5.7), withdrawn_at (UTC; the claimant took the figure back by T)."""
    return ask(store, "compare/ladders", **question.values(t))


def question_parts(store: Store, question: Question, t: datetime | None) -> list[dict[str, Any]]:
    """One row is a part, within the same statement, of a claim that is current on the question. Columns of
    claim_details; `part_of` is the whole's id. A part never enters a sum with its whole (design.md §5.5)."""
    return ask_rows(store, "compare/question_parts", **question.values(t))
