"""Findings as tables: what was checked, what came out, and the claims it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd
from markupsafe import Markup

from charts import words
from ledger.store.run_checks import ADDS_UP, CANNOT_BE_TOLD, DOES_NOT
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import MOST_ROWS, Cell, Column, first_rows, folded, inner_link, joined, table, tag
from pages.parts.frame.running_page import Frame
from queries.frame.claims_by_id import claims_by_id

OUTCOME_MARKS = {DOES_NOT: "≠", CANNOT_BE_TOLD: "?", ADDS_UP: "="}
MOST_AT_ONCE = 10
MOST_OF_A_CHECK = MOST_AT_ONCE + MOST_ROWS
MOST_CLAIMS = 6
COLUMNS = (
    Column("Claimant"),
    Column("Arithmetic"),
    Column("Outcome"),
    Column("Where the difference arises"),
    Column("Claims"),
)


def outcome_cell(outcome: str) -> Markup:
    """The outcome with its sign; no outcome has a colour."""
    sign = tag("span", OUTCOME_MARKS[outcome], class_="outcome-sign", aria_hidden="true")
    return tag("span", joined([sign, " ", outcome]), class_="outcome")


def arises_cell(row: pd.Series) -> Cell:
    """The layer, where it can be told; nothing where there is no difference."""
    if words.given(row["arises"]):
        return str(row["arises"])
    return "" if row["outcome"] == ADDS_UP else tag("span", "cannot be told", class_="aside")


def claims_cell(claims: object, named: Mapping[str, str]) -> Cell:
    """Links to the claims concerned, each with its owner and value."""
    if not words.given(claims):
        return tag("span", "from the phase's stated bounds", class_="aside")
    ids = str(claims).split("|")
    links = [tag("li", inner_link(named.get(one, one), "sources", claim=one)) for one in ids[:MOST_CLAIMS]]
    if len(ids) > MOST_CLAIMS:
        links.append(tag("li", f"and {len(ids) - MOST_CLAIMS} more"))
    return tag("ul", joined(links), class_="claim-ids")


def claim_names(found: pd.DataFrame, frame: Frame) -> dict[str, str]:
    """The id of each claim that these findings link to, with its owner and value: `League: 84 killed`."""
    linked = (one for ids in found["claims"] if words.given(ids) for one in str(ids).split("|")[:MOST_CLAIMS])
    claims = answer(claims_by_id, frame, tuple(sorted(set(linked))))
    return {name: f"{claim['claimant_name']}: {words.value(claim)} {claim['metric_label']}"
            for name, claim in claims.items()}


def finding_rows(found: pd.DataFrame, named: Mapping[str, str]) -> Iterator[list[Cell]]:
    """One row is a finding."""
    for _, row in found.iterrows():
        yield [
            row["claimant_name"],
            row["arithmetic"],
            outcome_cell(row["outcome"]),
            arises_cell(row),
            claims_cell(row["claims"], named),
        ]


def check_parts(found: pd.DataFrame, named: Mapping[str, str], *, whole: bool) -> list[Markup]:
    """One check: title, rule, its findings with the failures first; long lists open on request."""
    first = found.iloc[0]
    title = tag("h3", first["title"], id=first["check"], class_="check-title")
    rule = tag("p", joined([tag("b", "Rule: "), first["rule"]]), class_="lead")
    at_once = len(found) if whole or len(found) <= MOST_AT_ONCE + 2 else MOST_AT_ONCE
    rows, text = first_rows(found.head(at_once), caption(found, "findings"))
    parts = [title, rule, table(COLUMNS, finding_rows(rows, named), caption=text, class_="findings")]
    if at_once < len(found):
        rest = found.iloc[at_once:]
        rows, text = first_rows(rest, caption(rest, "further findings"))
        more = table(COLUMNS, finding_rows(rows, named), caption=text, class_="findings")
        parts.append(folded(f"{len(rest)} more of this check: {outcome_words(rest)}", more))
    return parts


def caption(found: pd.DataFrame, noun: str) -> str:
    """`7 findings: 1 does not add up as reported, 6 add up`."""
    return f"{len(found)} {noun if len(found) != 1 else noun.removesuffix('s')}: {outcome_words(found)}"


def outcome_words(found: pd.DataFrame) -> str:
    """How many findings have each outcome, in words that agree with the numbers."""
    counts = found["outcome"].value_counts()
    told = {
        DOES_NOT: ("does not add up as reported", "do not add up as reported"),
        CANNOT_BE_TOLD: ("cannot be told", "cannot be told"),
        ADDS_UP: ("adds up", "add up"),
    }
    parts = [f"{counts[outcome]} {told[outcome][int(counts[outcome] != 1)]}" for outcome in told if outcome in counts]
    return ", ".join(parts) or "nothing found"


def summary(counts: pd.DataFrame) -> Markup:
    """One row is a check, with how many of its findings have each outcome; passes stand beside failures."""
    columns = [Column("Check"), *(Column(name, numeric=True) for name in OUTCOME_MARKS)]
    rows = [
        [
            joined([
                inner_link(row["title"], "checks", checks_check=row["title"]),
                tag("div", row["rule"], class_="aside"),
            ]),
            *(str(row[name]) for name in OUTCOME_MARKS),
        ]
        for _, row in counts.iterrows()
    ]
    return table(columns, rows, caption=f"{len(counts)} checks, the same for every claimant")
