"""Who answered a claim: one line an answer, with how, in whose words, when, and the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from charts import words
from pages.parts.claims.report_links import report_links
from pages.parts.frame.markup import inner_link, joined, tag

NO_ANSWER = "No answer to it is in what was read ({pages} pages). That is not the same as no denial."


def answer_line(row: Mapping[str, Any], zone: str) -> Markup:
    """`answered by Southern ministry: denies (no soldier was lost), said 11 Mar 2031; The Gazette`. `row` is one of
    answers_of: a row of claim_details with `how`."""
    value = inner_link(words.value(row), "sources", claim=row["id"])
    told = joined([f"answered by {row['claimant_name']}: ", tag("b", row["how"]), " (", value, ")"])
    return joined([told, f", said {words.said(row, zone)}; ", report_links(row)])


def answer_lines(rows: Iterable[Mapping[str, Any]], zone: str) -> Markup:
    """A list of them; empty where nobody answered."""
    lines = [tag("li", answer_line(row, zone)) for row in rows]
    return tag("ul", joined(lines), class_="answers") if lines else Markup("")
