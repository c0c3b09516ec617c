"""What Compare's first screen rests on, folded: every figure on the question, every pair, each side's own exchange, and
what recorders' published rules would make of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup

from charts import words
from charts.gate_words import VERDICTS
from ledger.yaml.problems import counted
from pages.parts.claims.claim_line import claim_line
from pages.parts.claims.crosswalk_table import crosswalk_table
from pages.parts.claims.evidence_pips import pips, pips_key
from pages.parts.claims.key_of_marks import words_key
from pages.parts.claims.pair_tables import gate_table, verdict_table
from pages.parts.claims.question_choice import Chosen
from pages.parts.claims.report_links import report_links
from pages.parts.compare.loss_exchange import exchange_table
from pages.parts.compare.newest import question_rows
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import Column, folded, heading, joined, page_address, table, tag
from pages.parts.frame.running_page import Frame
from queries.compare.questions import Question, both_true, compared, question_pairs, question_parts

TITLE = "Everything this rests on"
CLAIM_COLUMNS = ("Figure", "Offered", "Of whom", "Direction", "Report")
BOTH_LEAD = "From bounds, groups and stated periods only. It never says which figure is wrong."
Pairs = Sequence[Mapping[str, Any]]


def everything_folded(frame: Frame, chosen: Chosen, address: Mapping[str, str], opened: bool) -> Markup:
    """All of it as one message, each part closed until asked for."""
    items = tuple(sorted(address.items()))
    return kept(_everything, frame, chosen.question, items, opened)


def _everything(frame: Frame, question: Question, address: tuple[tuple[str, str], ...], opened: bool) -> Markup:
    parts = [heading(TITLE), claims_folded(frame, question), *pairs_folded(frame, question, dict(address), opened)]
    parts += [*both_folded(frame, question), exchange_folded(frame), crosswalk_folded(frame, question)]
    return tag("div", joined(parts), class_="cc-everything")


def claims_folded(frame: Frame, question: Question) -> Markup:
    """Every figure on the question, parts under their wholes."""
    claims, parts = (answer(ask, frame, question, frame.at) for ask in (question_rows, question_parts))
    rows = with_parts(claims, parts)
    cells = [
        [claim_line(row, frame.zone, frame.as_of), pips(row), row["of_whom"],
         words.DIRECTIONS.get(row["direction"], ""), report_links(row)]
        for row in rows
    ]
    columns = [Column(name) for name in CLAIM_COLUMNS]
    whole = table(columns, cells, caption="Every figure on this question and their parts")
    keys = [*words_key(pd.DataFrame(rows)), pips_key()] if rows else []
    return folded(f"Every figure on this question ({len(rows)})", joined([*keys, whole]))


def with_parts(claims: Pairs, parts: Pairs) -> list[dict[str, Any]]:
    """The claims, each followed by its parts; `of_whom` is what sets each apart. A part never enters a sum with its
    whole (design.md §5.5)."""
    found: dict[str, dict[str, Any]] = {}
    for claim in claims:
        aside = "; this window only" if claim["is_beside"] else ""
        found.setdefault(claim["id"], {**claim, "of_whom": f"{words.whom(claim)}{aside}"})
        for part in parts:
            if part["part_of"] == claim["id"]:
                own = {"direction": claim["direction"], "of_whom": f"of which {_part(part)}"}
                found.setdefault(part["id"], {**part, **own})
    return list(found.values())


def _part(part: Mapping[str, Any]) -> str:
    name = words.whom(part)
    return f"{name}, this window only" if part["counting"] == "period" else name


def pairs_folded(frame: Frame, question: Question, address: Mapping[str, str], opened: bool) -> list[Markup]:
    """The gate for every pair, best first: sides against each other, then differences inside a side."""
    claims = claims_by_id(frame, question)
    pairs = compared(answer(question_pairs, frame, question, frame.at))
    between = [pair for pair in pairs if pair["between_sides"]]
    inside = [pair for pair in pairs if not pair["between_sides"]]
    stamp = "The gate is open: factors of pairs that are not comparable are stamped so."
    lead = [tag("p", stamp, class_="stamp")] if opened else [_opening(address)]
    found = []
    if between:
        quote = lambda pair: _quoting(pair, address)  # noqa: E731
        whole = gate_table(between, claims, frame, opened, "Pairs of different sides, best first", quote)
        found.append(folded(f"May other pairs stand side by side? {sentence(between)}", joined([*lead, whole])))
    if inside:
        whole = gate_table(inside, claims, frame, opened, "Pairs inside one side")
        found.append(folded(f"Differences inside a side ({counted(len(inside), 'pair')})", whole))
    return found


def claims_by_id(frame: Frame, question: Question) -> dict[str, Mapping[str, Any]]:
    """The claims on the question and near it, by id."""
    return {claim["id"]: claim for claim in answer(question_rows, frame, question, frame.at)}


def _opening(address: Mapping[str, str]) -> Markup:
    way = page_address("compare", {**address, "gate": "open"})
    return tag("p", tag("a", "Open the gate: show factors of pairs that are not comparable, stamped", href=way))


def _quoting(pair: Mapping[str, Any], address: Mapping[str, str]) -> Markup:
    way = page_address("compare", {**address, "a": pair["a"], "b": pair["b"]})
    return tag("a", "quote these two", href=way)


def sentence(pairs: Pairs) -> str:
    """How many pairs pass, in words that count all of them."""
    counts = [sum(pair["level"] == level for pair in pairs) for level in range(3)]
    listed = ", ".join(f"{count} {verdict}" for count, verdict in zip(counts, VERDICTS, strict=True) if count)
    return f"{counted(len(pairs), 'pair')}: {listed}"


def both_folded(frame: Frame, question: Question) -> list[Markup]:
    """Compatible, cannot both hold, undetermined, for every pair of sides."""
    verdicts = both_true(answer(question_pairs, frame, question, frame.at))
    if not verdicts:
        return []
    whole = verdict_table(verdicts, claims_by_id(frame, question), frame, "Every pair of different sides")
    title = f"Can both be true? Every pair ({len(verdicts)})"
    return [folded(title, joined([tag("p", BOTH_LEAD, class_="lead"), whole]))]


def exchange_folded(frame: Frame) -> Markup:
    """What each side's own numbers would imply."""
    return folded("Each side's own exchange: the other side's people to its own", kept(exchange_table, frame))


def crosswalk_folded(frame: Frame, question: Question) -> Markup:
    """What each recorder's published rule would make of these claims."""
    rows = answer(question_rows, frame, question, frame.at)
    return folded("What recorders' published rules would make of it", crosswalk_table(rows, question))
