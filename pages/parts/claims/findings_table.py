"""Findings as tables: what was checked, what came out, and the claims it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ledger.store.run_checks import ADDS_UP, ARITHMETIC, CANNOT_BE_TOLD, DOES_NOT, outcome_of
from pages.parts.claims.findings_words import arises_words, size_words
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, Column, inner_link, joined, table, tag
from pages.parts.frame.running_page import Frame
from queries.findings.findings import named_claims

OUTCOME_MARKS = {DOES_NOT: "≠", CANNOT_BE_TOLD: "?", ADDS_UP: "="}
MOST_CLAIMS = 6
Finding = Mapping[str, Any]
COLUMNS = (
    Column("Claimant"),
    Column("Arithmetic"),
    Column("Outcome"),
    Column("Where the difference arises"),
    Column("Claims"),
)


def outcome_cell(finding: Finding) -> Markup:
    """The outcome with its sign and, for a failure, its size; no outcome has a colour."""
    sign = tag("span", OUTCOME_MARKS[finding["outcome"]], class_="outcome-sign", aria_hidden="true")
    parts: list[Cell] = [tag("span", joined([sign, " ", outcome_of(finding)]), class_="outcome")]
    if size := size_words(finding):
        parts.append(tag("div", size, class_="aside"))
    return joined(parts)


def claims_cell(claims: Sequence[str], named: Mapping[str, str]) -> Cell:
    """Links to the claims concerned, each with its owner and value."""
    if not claims:
        return tag("span", "from the phase's stated bounds", class_="aside")
    links = [tag("li", inner_link(named.get(one, one), "sources", claim=one)) for one in claims[:MOST_CLAIMS]]
    if len(claims) > MOST_CLAIMS:
        links.append(tag("li", f"and {len(claims) - MOST_CLAIMS:,} more"))
    return tag("ul", joined(links), class_="claim-ids")


def claim_names(found: Iterable[Finding], frame: Frame) -> dict[str, str]:
    """The id of each claim that these findings link to, with its owner and value: `League: 84 killed`."""
    linked = {one for finding in found for one in finding["claims"][:MOST_CLAIMS]}
    return answer(named_claims, frame, tuple(sorted(linked)))


def owners(finding: Finding) -> str:
    """Whose figures the finding is about."""
    return "; ".join(finding["claimant_names"])


def finding_rows(found: Iterable[Finding], named: Mapping[str, str]) -> Iterator[list[Cell]]:
    """One row is a finding."""
    for finding in found:
        arises = arises_words(finding)
        yield [
            owners(finding),
            finding["arithmetic"],
            outcome_cell(finding),
            tag("span", arises, class_="aside") if arises == CANNOT_BE_TOLD else arises,
            claims_cell(finding["claims"], named),
        ]


def findings_table(found: Sequence[Finding], named: Mapping[str, str], caption: str) -> Markup:
    """Findings of one kind and outcome, not said again in each row: whose, what, how large, the claims."""
    sized = any(size_words(finding) for finding in found)
    columns = [Column("Claimant"), Column("As reported"), *([Column("Difference")] if sized else []), Column("Claims")]
    rows = [
        [owners(one), sentence(one), *([size_words(one)] if sized else []), claims_cell(one["claims"], named)]
        for one in found
    ]
    return table(columns, rows, caption=caption, class_="findings graded")


def sentence(finding: Finding) -> Cell:
    """What was found, with where it arises where that is known and is not what its kind says already."""
    layer = finding["arises"]
    if not layer or (layer == "relay" and finding["kind"] != ARITHMETIC):
        return str(finding["arithmetic"])
    return joined([finding["arithmetic"], tag("div", f"Where the difference arises: {layer}", class_="aside")])
