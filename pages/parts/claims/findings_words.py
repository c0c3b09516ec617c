"""Findings in words: the heading of the Checks page, outcomes, how large a difference is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ledger.store.run_checks import (
    ADDS_UP,
    ARITHMETIC,
    CANNOT_BE_TOLD,
    DOES_NOT,
    HEDGE_ONLY,
    KINDS,
    OUTCOMES,
    RELAY_NUMBER,
    RELAY_WORD,
)
from queries.findings.findings import TRIVIAL

Counts = Mapping[str, Mapping[str, int]]
NOTHING_TO_CHECK = "Nothing to check by this moment"
KIND_NAMES = {
    ARITHMETIC: "Arithmetic inside an account",
    RELAY_NUMBER: "A relay prints another number",
    RELAY_WORD: "A relay prints another word",
    HEDGE_ONLY: "Hedge only: the number is the same",
}
OUTCOME_NAMES = {
    DOES_NOT: "does not add up, or printed otherwise",
    CANNOT_BE_TOLD: "cannot be told",
    ADDS_UP: "adds up, or printed alike",
}
# How addresses name them.
OUTCOME_IDS = dict(zip(OUTCOMES, ("does-not-add-up", "cannot-be-told", "adds-up"), strict=True))
KIND_IDS = {kind: kind.replace(" ", "-") for kind in KINDS}


def sums_asked(counts: Counts) -> int:
    """How many sums could have failed."""
    return sum(number for outcome, number in counts[ARITHMETIC].items() if outcome != TRIVIAL)


def relays_otherwise(counts: Counts) -> int:
    """How often a relay prints another number or word; another form of the same number is not among them."""
    return counts[RELAY_NUMBER][DOES_NOT] + counts[RELAY_WORD][DOES_NOT]


def findings_heading(counts: Counts) -> str:
    """What the checks come to, by one rule: `Arithmetic inside the accounts: 3 of 131 sums do not add up; relays print
    another number or word in 32 cases`."""
    asked, failing = sums_asked(counts), counts[ARITHMETIC][DOES_NOT]
    sums = "1 sum" if asked == 1 else f"{asked:,} sums"
    if not asked:
        first = "no sum could be made"
    elif not failing:
        first = f"none of {sums} fails to add up" if asked > 1 else "the 1 sum does not fail to add up"
    else:
        first = f"{failing:,} of {sums} {'does' if failing == 1 else 'do'} not add up"
    return f"Arithmetic inside the accounts: {first}; {_relays(relays_otherwise(counts))}"


def _relays(otherwise: int) -> str:
    if not otherwise:
        return "no relay prints another number or word"
    return f"relays print another number or word in {'1 case' if otherwise == 1 else f'{otherwise:,} cases'}"


def size_words(finding: Mapping[str, Any]) -> str:
    """How large a failure is: `1 of 58 (2 %)` inside an account, `20, from 11 (182 %)` where a relay prints another
    number; nothing where it has no size."""
    size, reference, severity = finding["difference"], finding["reference"], finding["severity"]
    if severity is None or not size:
        return ""
    share = f"({max(1, round(100 * size / reference)):,}\N{NO-BREAK SPACE}%)"
    between = " of" if finding["kind"] == ARITHMETIC else ", from"
    return f"{size:,}{between} {reference:,} {share}"


def arises_words(finding: Mapping[str, Any]) -> str:
    """Where a difference arises; nothing where there is none."""
    if finding["arises"]:
        return str(finding["arises"])
    return "" if finding["outcome"] == ADDS_UP else "cannot be told"
