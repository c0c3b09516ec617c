"""Rows for the strips: both numbers first, the factor second, blocked pairs with their reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from charts import words
from charts.gate_words import VERDICTS, against, factor
from pages.parts.claims.question_choice import question_label

STAMP = "not comparable"


def named(row: Mapping[str, Any], as_of: datetime | None, heading: str | None = None) -> str:
    """`League: 84 "put out of action" (9 h earlier)`: owner first, number second, then its age."""
    word = "" if row["metric_label"] == heading else f" {row['metric_label']}"
    age = f" (said {words.age(row, as_of)})" if as_of is not None and words.given(row["said_to"]) else ""
    return f"{row['claimant_name']}: {words.value(row)}{word}{age}"


def strip_rows(
    pairs: pd.DataFrame, claims: Mapping[str, Mapping[str, Any]], zone: str, as_of: datetime | None, opened: bool
) -> pd.DataFrame:
    """One row a pair, as charts.strip wants it. `claims` are rows of claim_details by id; a blocked pair has a factor
    only where the reader opened the gate, and then carries the stamp."""
    rows = []
    for pair in pairs.to_dict("records"):
        a, b = claims[pair["a"]], claims[pair["b"]]
        blocked = pair["level"] == 2
        text = factor(pair["factor_low"], pair["factor_high"])
        drawn = text is not None and (not blocked or opened)
        label = question_label(pair) if "place_names" in pair else f"{a['claimant_name']} and {b['claimant_name']}"
        rows.append(
            {
                "title": label,
                "first": named(a, as_of, a["family_label"]),
                "second": named(b, as_of, b["family_label"]),
                "factor_low": pair["factor_low"] if drawn else None,
                "factor_high": pair["factor_high"] if drawn else None,
                "level": pair["level"],
                "words": strip_words(pair, a, b, zone, text, opened),
                "verdict": VERDICTS[int(pair["level"])],
                "a": pair["a"],
                "b": pair["b"],
            }
        )
    columns = ["title", "first", "second", "factor_low", "factor_high", "level", "words", "verdict", "a", "b"]
    return pd.DataFrame(rows, columns=columns)


def strip_words(
    pair: Mapping[str, Any], a: Mapping[str, Any], b: Mapping[str, Any], zone: str, text: str | None, opened: bool
) -> str:
    """What stands at the mark: the factor, or why there is none."""
    if pair["level"] == 2:
        why = short_reason(pair, a, b, zone)
        return f"{text}, {STAMP}" if opened and text else f"{STAMP}: {why}"
    note = ", with reservations" if pair["level"] == 1 else ""
    return f"{text}{note}" if text else f"comparable{note}, but the bounds give no factor"


def short_reason(pair: Mapping[str, Any], a: Mapping[str, Any], b: Mapping[str, Any], zone: str) -> str:
    """What blocks a pair, in the few words that fit beside a mark; the table has the whole reason."""
    found = against(pair, a, b, zone)
    return found[0].text.split(":")[0] if found else ""
