"""The pictures and tables of Compare: competing figures, ladders, exchange, whether both can hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from charts.compare.competing_figures import competing
from charts.compare.revision_ladders import ladders as ladder_chart
from charts.gate_words import factor
from charts.look import side_marks
from pages.parts.claims.claim_line import claim_line
from pages.parts.claims.key_of_marks import LADDER, explained, forms_key, words_key
from pages.parts.claims.pair_words import named
from pages.parts.frame.chart import draw_chart
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Column, heading, inner_link, joined, outer_link, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.compare.questions import Question, both_true, ladders, question_claims, question_parts
from queries.frame.phases_and_sides import side_order

MOST_VERDICTS = 30


def with_parts(claims: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """The claims with their parts indented under them, and the words that stand after each name."""
    rows: list[dict[str, Any]] = []
    for claim in claims.to_dict("records"):
        aside = f" · {words.whom(claim)}" if claim["is_near"] else ""
        aside += " · this window only" if claim["is_beside"] else ""
        rows.append({**claim, "indent": 0, "aside": aside})
        for part in parts[parts["part_of"] == claim["id"]].to_dict("records") if not parts.empty else []:
            aside = f" · of which {part_name(part)}"
            rows.append({**part, "direction": claim["direction"], "indent": 1, "aside": aside})
    return pd.DataFrame(rows, columns=[*claims.columns, "indent", "aside"])


def claims_on(frame: Frame, question: Question) -> dict[str, Mapping[str, Any]]:
    """The claims on the question and near it, by id."""
    return {claim["id"]: claim for claim in answer(question_claims, frame, question, frame.at).to_dict("records")}


def part_name(part: Mapping[str, Any]) -> str:
    """What sets a part apart from its whole."""
    name = words.whom(part)
    return f"{name}, this window only" if part["counting"] == "period" else name


def competing_rows(frame: Frame, question: Question) -> pd.DataFrame:
    """The rows of the chart: every claim on the question, with its parts under it."""
    claims = answer(question_claims, frame, question, frame.at)
    rows = with_parts(claims, answer(question_parts, frame, question, frame.at))
    rows = rows[~rows["is_beside"].fillna(False).astype(bool) | (rows["indent"] == 0)]
    return rows.drop_duplicates("id")


def draw_competing(frame: Frame, question: Question, label: str) -> None:
    """Dot-and-range of every claimant's figure, then the rows it was drawn from."""
    show(heading("Competing figures"))
    claims, rows = answer(question_claims, frame, question, frame.at), competing_rows(frame, question)
    marks = side_marks(answer(side_order, frame))
    told = "; ".join(f"{r['claimant_name']}: {words.value(r)}" for r in claims.to_dict("records")[:8])
    draw_chart(competing(rows, marks, frame.zone), alt=f"Figures on {label}. {told}.", key="competing")
    show(forms_key(rows))
    with st.expander(f"The rows behind this chart ({len(rows)})"):
        show(claims_table(rows, frame), *words_key(rows))


def claims_table(rows: pd.DataFrame, frame: Frame) -> Markup:
    """One row a claim: the line of words, whom, its group, and the report."""
    cells = []
    for row in rows.to_dict("records"):
        url = row["url"] if words.given(row["url"]) else None
        reason = row["not_linked"] if words.given(row["not_linked"]) else None
        cells.append(
            [
                claim_line(row, frame.zone, frame.as_of),
                words.whom(row),
                words.DIRECTIONS.get(row["direction"], ""),
                outer_link(row["publisher"], url, reason),
            ]
        )
    columns = [Column(name) for name in ("Figure", "Of whom", "Direction", "Report")]
    return table(columns, cells, caption="Every claim on this question, and their parts")


def draw_ladders(frame: Frame, question: Question) -> None:
    """A ladder for each claimant who gave more than one figure; the others in a sentence."""
    steps = answer(ladders, frame, question, frame.at)
    title = heading("How each account moved")
    if steps.empty:
        show(title)
        st.info("No claimant with a ladder had spoken by this moment. Unnamed sources have none.")
        return
    sizes = steps.groupby("series")["id"].transform("size")
    moved, single = steps[sizes > 1], steps[sizes == 1]
    lead = "First numbers are provisional, and tolls rise as bodies are found: a later figure is no lie."
    show(title, tag("p", lead, class_="lead"))
    parts = []
    if not moved.empty:
        marks = side_marks(answer(side_order, frame))
        told = "; ".join(
            f"{own.iloc[0]['claimant_name']}: {' → '.join(words.value(r) for r in own.to_dict('records'))}"
            for _, own in moved.groupby("series", sort=False)
        )
        draw_chart(ladder_chart(moved, marks, frame.as_of, frame.zone), alt=f"Revision ladders. {told}.", key="ladders")
        parts += [explained(LADDER), ladder_table(moved, frame)]
    if not single.empty:
        names = [named(row, None, row["family_label"]) for row in single.to_dict("records")]
        parts.append(tag("p", f"One figure only: {'; '.join(names)}.", class_="line-note"))
    show(*parts)


def ladder_table(steps: pd.DataFrame, frame: Frame) -> Markup:
    """One row a step: its words, the time since the last and the factor of growth, or why there is none."""
    rows = []
    for row in steps.to_dict("records"):
        rows.append(
            [
                row["claimant_name"],
                inner_link(f"{words.value(row)} {row['metric_label']}", "sources", claim=row["id"]),
                words.said(row, frame.zone),
                since(row),
                growth(row),
            ]
        )
    columns = [Column(n) for n in ("Claimant", "Figure", "Said", "Since the last", "Growth since the last")]
    return table(columns, rows, caption="Each step of the ladders")


def since(step: Mapping[str, Any]) -> str:
    """How long after the last figure: hours where both have a time of day, else days."""
    hours = step["hours_since"]
    if not words.given(hours):
        return "first figure"
    if step["said_precision"] == "time" and step["last_precision"] == "time":
        return f"{hours:.0f} h"
    days = round(hours / 24)
    return "the same day" if days == 0 else "1 day" if days == 1 else f"{days} days"


def growth(step: Mapping[str, Any]) -> str:
    """The factor since the last figure; a break or an unknown order has none and says so."""
    if not words.given(step["hours_since"]):
        return ""
    if words.given(step["break_reason"]):
        return f"no factor: {step['break_reason']}"
    if not step["order_known"]:
        return "no factor: order within the day unknown"
    return factor(step["factor_low"], step["factor_high"]) or "no factor from these bounds"


def draw_both_true(frame: Frame, question: Question) -> None:
    """Compatible, cannot both hold, undetermined: with the constraint in words."""
    verdicts, claims = answer(both_true, frame, question, frame.at), claims_on(frame, question)
    title = heading("Can both be true?")
    if verdicts.empty:
        show(title)
        st.info("No two sides have a current figure on this question or near it.")
        return
    lead = "From bounds, groups and stated periods only. It never says which figure is wrong."
    first = verdicts["between_parties"] & verdicts["both_newest"]
    first = first if first.any() else verdicts.index == verdicts.index[0]
    newest = verdict_table(verdicts[first], claims, frame, "The newest figures of each side")
    show(title, tag("p", lead, class_="lead"), newest)
    rest = verdicts[~first]
    if not rest.empty:
        noun = "pair" if len(rest) == 1 else "pairs"
        with st.expander(f"The other {len(rest)} {noun}: older figures, third parties and tallies"):
            show(verdict_table(rest, claims, frame, "Other pairs of different sides"))


def verdict_table(
    verdicts: pd.DataFrame, claims: dict[str, Mapping[str, Any]], frame: Frame, caption: str
) -> Markup:
    """One row a pair: the figures with their age, the outcome, the constraint in words."""
    rows = []
    for pair in verdicts.head(MOST_VERDICTS).to_dict("records"):
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
