"""A bar of outcomes with its key: how many findings came out how, each the way to them on the Checks page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ledger.store.run_checks import (
    ADDS_UP,
    ARITHMETIC,
    CANNOT_BE_TOLD,
    DOES_NOT,
    HEDGE_ONLY,
    RELAY_NUMBER,
    RELAY_WORD,
)
from pages.parts.claims.findings_words import KIND_IDS, OUTCOME_IDS, Counts
from pages.parts.frame.markup import Cell, inner_link, joined, tag

ALIKE = (ADDS_UP, CANNOT_BE_TOLD)


@dataclass(frozen=True)
class Segment:
    """One stretch of a bar: how it is inked (a class of figures.css), how many, in which words, where it leads."""

    ink: str
    number: int
    words: str
    kind: str | None
    outcome: str | None


def arithmetic_segments(counts: Counts) -> list[Segment]:
    """Failures, what cannot be told, passes."""
    told = counts[ARITHMETIC]
    failing = told[DOES_NOT]
    passing = told[ADDS_UP]
    return [
        Segment("solid", failing, "does not add up" if failing == 1 else "do not add up", ARITHMETIC, DOES_NOT),
        Segment("hatched", told[CANNOT_BE_TOLD], "cannot be told", ARITHMETIC, CANNOT_BE_TOLD),
        Segment("faint", passing, "adds up" if passing == 1 else "add up", ARITHMETIC, ADDS_UP),
    ]


def relay_segments(counts: Counts) -> list[Segment]:
    """Another number, another word, another form of the same number, printed alike."""
    alike = sum(counts[kind][outcome] for kind in (RELAY_NUMBER, RELAY_WORD) for outcome in ALIKE)
    return [
        Segment("solid", counts[RELAY_NUMBER][DOES_NOT], "another number", RELAY_NUMBER, DOES_NOT),
        Segment("strong", counts[RELAY_WORD][DOES_NOT], "another word", RELAY_WORD, DOES_NOT),
        Segment("hatched", counts[HEDGE_ONLY][DOES_NOT], "another hedge, the same number", HEDGE_ONLY, DOES_NOT),
        Segment("faint", alike, "printed alike", None, ADDS_UP),
    ]


def bar_and_key(segments: Sequence[Segment]) -> list[Markup]:
    """The bar, and its key: the key's words and numbers are what a reader without the picture gets."""
    stretches = (
        tag("span", "", class_=f"ink-{one.ink}", style=f"flex-grow:{one.number}") for one in segments if one.number
    )
    bar = tag("div", joined(stretches), class_="check-bar", aria_hidden="true")
    return [bar, tag("ul", joined(tag("li", _key(one)) for one in segments), class_="check-key")]


def _key(one: Segment) -> Cell:
    swatch = tag("span", "", class_=f"check-swatch ink-{one.ink}", aria_hidden="true")
    text = joined([tag("b", f"{one.number:,}"), f" {one.words}"])
    if not one.number:
        return joined([swatch, tag("span", text)])
    kind, outcome = (KIND_IDS.get(one.kind or ""), OUTCOME_IDS.get(one.outcome or ""))
    return joined([swatch, inner_link(text, "checks", kind=kind, outcome=outcome)])
