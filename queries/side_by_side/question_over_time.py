"""What each claimant said on one question of a phase, from the first figure to the last: ladders, the rest beside
them, and which figure stood for its side at each moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from queries.ask_store import Store, ask_rows
from queries.compare.questions import Question
from queries.side_by_side.phase_account import Account, Claim
from queries.side_by_side.standing_figures import in_order, is_near, stands


@dataclass(frozen=True)
class Story:
    """`ladders`: the steps of each series in their order, with break_reason and order_known (design.md §5.7). `beside`:
    dated figures on no ladder. `leads`: which claim stands for each side, by moment (ascending, naive UTC)."""

    question: Question
    ladders: tuple[tuple[Claim, ...], ...]
    beside: tuple[Claim, ...]
    leads: tuple[tuple[datetime, Mapping[str | None, Claim]], ...]


def question_over_time(store: Store, question: Question, account: Account, zone: str) -> Story:
    """Everything ever said on the question; a page cuts it at its moment. A party with nothing on this very group is
    met through the nearest one, as everywhere. Tallies repeat what others say and are left out (design.md §5.8)."""
    values = question.values(None)
    del values["t"], values["group"]
    told = [row for row in ask_rows(store, "side_by_side/claims_of_question", **values) if row["side_role"] != "tally"]
    exact = [claim for claim in told if claim["group"] == question.group]
    spoken = {claim["side"] for claim in exact}
    parties = {party["id"] for party in account.parties}
    near = [
        claim
        for claim in told
        if claim["side"] in parties - spoken and is_near(account, claim["group"], question.group)
    ]
    claims = exact + near
    steps = _steps(store, question, {claim["group"] for claim in claims})
    wanted = {claim["id"] for claim in claims}
    series: dict[str, list[Claim]] = defaultdict(list)
    for row in steps:
        if row["id"] in wanted:
            series[row["series"]].append(row)
    on_ladders = {row["id"] for rows in series.values() for row in rows}
    beside = tuple(claim for claim in claims if claim["id"] not in on_ladders)
    return Story(question, tuple(map(tuple, series.values())), beside, _leads(claims, zone))


def _steps(store: Store, question: Question, groups: set[str | None]) -> list[Claim]:
    """The ladders of the question's own group first, then those of groups near it."""
    values = question.values(None)
    order = sorted(groups, key=lambda group: (group != question.group, group or ""))
    return [row for group in order for row in ask_rows(store, "compare/ladders", **values | {"group": group})]


def _leads(claims: Sequence[Claim], zone: str) -> tuple[tuple[datetime, Mapping[str | None, Claim]], ...]:
    leads = []
    for moment in sorted({claim["said_to"] for claim in claims}):
        standing: dict[str | None, list[Claim]] = defaultdict(list)
        for claim in claims:
            if stands(claim, moment):
                standing[claim["side"]].append(claim)
        leads.append((moment, {side: in_order(own, zone)[0] for side, own in standing.items()}))
    return tuple(leads)
