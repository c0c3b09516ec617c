"""A failure inside an account: one sentence, and its sum set as a sum, with a bar for each line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ledger.store.run_checks import DOES_NOT
from pages.parts.claims.findings_table import claims_cell, owners
from pages.parts.claims.findings_words import arises_words, size_words
from pages.parts.frame.markup import Cell, inner_link, joined, tag

SIGNS = {"part": "+", "less": "−", "result": "="}
LARGEST = 100.0
Term = Mapping[str, Any]


def sum_card(finding: Mapping[str, Any], named: Mapping[str, str]) -> Markup:
    """One failure: whose, what was found, the sum, how large the difference is, and the way to its claims."""
    title = tag("h3", joined([tag("span", f"{owners(finding)}: ", class_="owner"), finding["arithmetic"]]))
    size = size_words(finding)
    about = [f"Off by {size}" if size else "", f"Where the difference arises: {arises_words(finding)}"]
    check = inner_link(finding["title"], "checks", check=finding["check"])
    foot = tag("p", joined([". ".join(part for part in about if part), ". Check: ", check]), class_="aside")
    sum_ = set_as_sum(finding["terms"], fails=finding["outcome"] == DOES_NOT) if finding["terms"] else ""
    return tag("article", joined([title, sum_, foot, claims_cell(finding["claims"], named)]), class_="sum-card")


def set_as_sum(terms: Sequence[Term], *, fails: bool) -> Markup:
    """The lines of a sum under each other: sign, number, a bar of its length, words. The bars share one scale from
    zero; an open end fades."""
    longest = max((_length(term) for term in terms), default=0)
    lines = [_line(term, _sign(number, term, fails=fails), longest) for number, term in enumerate(terms)]
    caption = tag("caption", "The sum, line by line", class_="unseen")
    return tag("table", joined([caption, tag("tbody", joined(lines))]), class_="sum")


def _sign(number: int, term: Term, *, fails: bool) -> str:
    if term["role"] == "stated":
        return "≠" if fails else "?"
    return "" if number == 0 else SIGNS[term["role"]]


def _line(term: Term, sign: str, longest: int) -> Markup:
    width = LARGEST * _length(term) / longest if longest else 0
    open_end = " open" if term["high"] is None and term["low"] is not None else ""
    bar = tag("span", "", class_=f"sum-bar{open_end}", style=f"width:{width:.1f}%", aria_hidden="true")
    cells: list[Cell] = [
        tag("td", sign, class_="sign"),
        tag("td", str(term["value"] or ""), class_="number"),
        tag("td", bar, class_="length"),
        tag("th", str(term["words"]), scope="row"),
    ]
    return tag("tr", joined(cells), class_=f"line-{term['role']}")


def _length(term: Term) -> int:
    """What is drawn: the lower bound, else the upper one; words without a bound have no bar."""
    return term["low"] if term["low"] is not None else term["high"] or 0
