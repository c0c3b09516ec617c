"""May they stand side by side? The gate's answer for the two figures quoted, its reasons a line each, whether both can
be true, what would settle it, what each figure rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from charts import words
from charts.finding_words import owner, silence
from charts.gate_words import against, factor
from charts.settle_words import settle_lines
from pages.parts.claims.answer_lines import answer_line
from pages.parts.claims.evidence_pips import MEANING, pips_and_words
from pages.parts.claims.pair_tables import constraint
from pages.parts.compare.newest import Newest
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, joined, page_address, tag
from pages.parts.frame.running_page import Frame
from queries.compare.questions import Question, both_true, question_pairs
from queries.frame.answers_of import answers_of
from queries.frame.claims_by_id import claims_by_id

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NAMES = {
    "metric": "What is counted",
    "group": "Who",
    "by": "By whom",
    "place": "Where",
    "period": "Period",
    "counting": "Counting",
    "basis": "Form",
    "built": "Built on",
    "reading": "Relays",
}


def verdict_card(frame: Frame, question: Question, newest: Newest, opened: bool, address: Mapping[str, str]) -> Markup:
    """The whole card. `address` is the reader's, for the way to open and shut the gate."""
    parts: list[Markup] = [tag("p", "May they stand side by side?", class_="cc-asked")]
    if newest.pair is None or len(newest.quoted) < 2:
        parts.append(tag("h2", "One side only" if newest.quoted else "Nobody yet"))
        parts.append(tag("p", _alone(newest)))
        return tag("section", joined([*parts, *_rests(frame, newest)]), class_="cc-verdict", aria_label="Verdict")
    claims = answer(claims_by_id, frame, tuple(sorted(claim["id"] for claim in newest.quoted[:2])))
    a, b = (claims[claim["id"]] for claim in newest.quoted[:2])
    parts += _outcome(newest.pair, opened, address)
    reasons = [_reason(reason.line, reason.text) for reason in against(newest.pair, a, b, frame.zone)]
    parts.append(tag("ul", joined(reasons), class_="cc-reasons"))
    parts += _both(frame, question, a, b)
    lines = settle_lines(newest.pair, a, b)
    if lines:
        parts.append(_paragraph("What would settle it.", joined(lines, Markup("<br>"))))
    return tag("section", joined([*parts, *_rests(frame, newest)]), class_="cc-verdict", aria_label="Verdict")


def _alone(newest: Newest) -> str:
    text = words.sentence_case(silence(newest.silent))
    return f"{text}; there is no pair to compare." if newest.silent else ""


def _outcome(pair: Mapping[str, Any], opened: bool, address: Mapping[str, str]) -> list[Markup]:
    """Yes or no, then the factor where the gate lets it through or the reader opened it."""
    level = int(pair["level"])
    count = sum(int(pair[name]) == 1 for name in pair if name.endswith("_level"))
    apart = factor(pair["factor_low"], pair["factor_high"])
    noun = "reservation" if count == 1 else "reservations"
    number = NUMBERS[count] if count < len(NUMBERS) else count
    head = ("Yes, like for like", f"Yes, with {number} {noun}", "No: not comparable")[level]
    parts = [tag("h2", head)]
    words = None if apart is None else apart if apart == "the same" else f"{apart} apart"
    if level < 2:
        parts.append(tag("p", words or "No factor from these bounds", class_="cc-factor"))
    elif opened:
        parts.append(tag("p", f"{words or 'no factor'}, not comparable", class_="cc-factor stamp"))
        shut = page_address("compare", {key: value for key, value in address.items() if key != "gate"})
        parts.append(tag("p", tag("a", "Close the gate", href=shut, data_key="gate")))
    elif words:
        opening = page_address("compare", {**address, "gate": "open"})
        parts.append(tag("p", tag("a", "Open the gate: show the factor, stamped", href=opening, data_key="gate")))
    return parts


def _reason(line: str, text: str) -> Markup:
    first, colon, rest = text.partition(": ")
    shown: Cell = rest if colon and line in ("metric", "group", "period", "place") else text
    lead = f" {first}:" if shown is rest and colon else ""
    return tag("li", joined([tag("b", f"{NAMES[line]}."), f"{lead} ", shown]))


def _both(frame: Frame, question: Question, a: Mapping[str, Any], b: Mapping[str, Any]) -> list[Markup]:
    """Can both be true, from bounds, groups and stated periods only (design.md §5.10)."""
    verdicts = both_true(answer(question_pairs, frame, question, frame.at))
    ids = {a["id"], b["id"]}
    row = next((row for row in verdicts if {row["a"], row["b"]} == ids), None)
    if row is None:
        return []
    first, second = (a, b) if row["a"] == a["id"] else (b, a)
    told = f"{row['verdict'].capitalize()}: {constraint(row, first, second)}."
    return [_paragraph("Can both be true?", told)]


def _rests(frame: Frame, newest: Newest) -> list[Markup]:
    """What each figure rests on, and who answered it."""
    if not newest.quoted:
        return []
    ids = tuple(sorted(claim["id"] for claim in newest.quoted))
    full = answer(claims_by_id, frame, ids)
    rests = joined((joined([f"{owner(c)} ", pips_and_words(full[c["id"]])]) for c in newest.quoted), "; ")
    parts = [tag("p", joined([tag("b", "Rests on."), " ", rests]), title=MEANING)]
    by_id = {claim["id"]: claim for claim in newest.claims}
    answers = answer(answers_of, frame, tuple(sorted(by_id)), frame.at).to_dict("records")
    lines = [tag("li", joined([f"{_told(by_id[row['answers']])}: ", answer_line(row, frame.zone)])) for row in answers]
    if lines:
        parts += [tag("p", tag("b", "Answered.")), tag("ul", joined(lines), class_="cc-reasons")]
    return parts


def _told(claim: Mapping[str, Any]) -> str:
    """`League: 17 held`."""
    return f"{owner(claim)}: {words.value(claim)} {claim['metric_label']}"


def _paragraph(head: str, body: Cell) -> Markup:
    return tag("p", joined([tag("b", head), " ", body]))
