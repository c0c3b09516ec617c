"""Pairs of figures in tables: the gate with every reason, and whether both can be true."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from markupsafe import Markup

from charts import words
from charts.gate_words import VERDICTS, against, factor
from pages.parts.frame.markup import Column, inner_link, joined, table, tag
from pages.parts.frame.running_page import Frame

MOST_PAIRS = 60
MOST_VERDICTS = 30
LEVEL_WORDS = {1: "reservation: ", 2: "blocks: "}
STAMP = "not comparable"


def named(row: Mapping[str, Any], as_of: datetime | None, heading: str | None = None) -> str:
    """`League: 84 "put out of action" (9 h earlier)`: owner first, number second, then its age."""
    word = "" if row["metric_label"] == heading else f" {row['metric_label']}"
    age = f" (said {words.age(row, as_of)})" if as_of is not None and words.given(row["said_to"]) else ""
    return f"{row['claimant_name']}: {words.value(row)}{word}{age}"


def gate_table(
    pairs: Sequence[Mapping[str, Any]],
    claims: Mapping[str, Mapping[str, Any]],
    frame: Frame,
    opened: bool,
    caption: str,
    quote: Callable[[Mapping[str, Any]], Markup] | None = None,
) -> Markup:
    """One row a pair (columns of question_pairs): both figures with their age, the verdict, every reason, the factor,
    and where `quote` is given a link that quotes the two."""
    rows = []
    for pair in pairs[:MOST_PAIRS]:
        a, b = claims[pair["a"]], claims[pair["b"]]
        found = against(pair, a, b, frame.zone)
        why = joined(tag("li", f"{LEVEL_WORDS[r.level]}{r.text}") for r in found)
        rows.append(
            [
                inner_link(named(a, frame.as_of, None), "sources", claim=a["id"]),
                inner_link(named(b, frame.as_of, None), "sources", claim=b["id"]),
                tag("b", VERDICTS[int(pair["level"])]),
                tag("ul", why, class_="reasons") if found else "every line is like for like",
                joined([factor_cell(pair, opened), *([Markup("<br>"), quote(pair)] if quote else [])]),
            ]
        )
    if len(pairs) > MOST_PAIRS:
        caption += f"; the first {MOST_PAIRS} of {len(pairs)}, all are in the download"
    columns = [Column(name) for name in ("One figure", "The other", "Gate", "Why", "Factor")]
    return table(columns, rows, caption=caption)


def factor_cell(pair: Mapping[str, Any], opened: bool) -> str:
    """The factor where the gate lets it through, or the stamp."""
    text = factor(pair["factor_low"], pair["factor_high"])
    if pair["level"] == 2:
        return f"{text}, {STAMP}" if opened and text else STAMP
    return text or "none from these bounds"


def verdict_table(
    verdicts: Sequence[Mapping[str, Any]], claims: Mapping[str, Mapping[str, Any]], frame: Frame, caption: str
) -> Markup:
    """One row a pair: the figures with their age, the outcome, the constraint in words."""
    rows = []
    for pair in verdicts[:MOST_VERDICTS]:
        a, b = claims[pair["a"]], claims[pair["b"]]
        links = [inner_link(named(claim, frame.as_of), "sources", claim=claim["id"]) for claim in (a, b)]
        rows.append([joined(links, Markup("<br>")), tag("b", pair["verdict"]), constraint(pair, a, b)])
    more = f"; the first {MOST_VERDICTS} of {len(verdicts)}" if len(verdicts) > MOST_VERDICTS else ""
    columns = [Column(name) for name in ("The two figures", "Outcome", "What would have to hold")]
    return table(columns, rows, caption=f"{caption}{more}")


def constraint(pair: Mapping[str, Any], a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    """The constraint in the words of design.md §5.10: always all explanations, in the same order, for any party."""
    if pair["metric_relation"] != "same":
        return f"different words: {a['metric_label']} and {b['metric_label']}; nothing follows"
    if pair["basis_relation"] == "no number" or pair["reading_relation"] != "held":
        return "no number to reason from"
    if not words.given(pair["needed"]) or not pair["needed"]:
        if pair["verdict"] == "compatible":
            return f"nothing more: the bounds overlap ({words.value(a)} and {words.value(b)})"
        return "a bound is open or a hedge leaves none; nothing follows"
    larger, smaller = (a, b) if pair["larger"] == a["id"] else (b, a)
    needed = f"{int(pair['needed']):,}"
    return (
        f"both hold only if at least {needed} of the {words.value(larger)} are people {owned(smaller)} does not cover: "
        "not its members, outside its period, not yet known to it, or not counted"
    )


def owned(claim: Mapping[str, Any]) -> str:
    """`the League's 7`, or `the 10 of Officials, in Wire` where a name takes no 's."""
    name, value = str(claim["claimant_name"]), words.value(claim)
    return f"the {value} of {name}" if "," in name or name.endswith(")") else f"the {name}'s {value}"
