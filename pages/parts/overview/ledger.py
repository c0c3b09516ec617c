"""The ledger of every figure of the whole operation, folded by whom it counts: of each side the newest figure and how
many more there are; who is silent in one short line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from charts import words
from ledger.yaml.problems import counted
from pages.parts.claims.claim_line import details, marks, owner_and_value
from pages.parts.claims.topic_rows import story_of
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, Column, folded, heading, inner_link, joined, table, tag
from pages.parts.frame.running_page import Frame
from pages.parts.overview.nobody_answered import folded_unanswered
from queries.ask_store import Store, ask_rows
from queries.compare.question_ids import question_id
from queries.side_by_side.standing_figures import in_order

LEAD = "The newest figure of each side. “Nothing from” a side: no figure of it was found in the {} pages read."
TITLE = "Every figure of {}"
OTHERS = "Places, attacks, damage and what else was counted"
COLUMNS = ("What is counted", "Side", "Newest figure", "Said")
Rows = Sequence[Mapping[str, Any]]


def ledger_rows(store: Store, phase: str, t: Any) -> list[dict[str, Any]]:
    """One row is a claim current at T about people of the top two levels of groups (queries/overview/ledger.sql)."""
    return ask_rows(store, "overview/ledger", phase=phase, t=t)


def other_rows(store: Store, phase: str, t: Any) -> list[dict[str, Any]]:
    """One row is a claim current at T that counts no people, as in queries/overview/other_counts.sql."""
    return ask_rows(store, "overview/other_counts", phase=phase, t=t)


def folded_ledger(frame: Frame) -> Markup:
    """The heading, then one fold a group of people and one for everything else."""
    people = answer(ledger_rows, frame, frame.phase, frame.at)
    others = answer(other_rows, frame, frame.phase, frame.at)
    folds = [_fold(frame, name, rows) for name, rows in by_group(people).items()]
    if others:
        folds.append(_fold(frame, OTHERS, others))
    if not folds:
        return Markup("")
    folds.append(folded_unanswered(frame))
    lead = tag("p", LEAD.format(frame.pages_read), class_="lead")
    return tag("section", joined([heading(TITLE.format(frame.whole), "ledger"), lead, *folds]), class_="cc-ledger")


def by_group(rows: Rows) -> dict[str, list[Mapping[str, Any]]]:
    """The rows of each group under its name, in the order of the groups."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(str(row["group_name"]), []).append(row)
    return found


def _fold(frame: Frame, name: str, rows: Rows) -> Markup:
    """`State forces: 31 figures of 12 claimants`, closed."""
    claimants = len({row["claimant"] for row in rows})
    about = joined([tag("b", name), f": {counted(len(rows), 'figure')} of {counted(claimants, 'claimant')}"])
    columns = [Column(title) for title in COLUMNS]
    return folded(about, table(columns, _lines(frame, rows), caption=f"{name}: the newest figure of each side"))


def _lines(frame: Frame, rows: Rows) -> list[list[Cell]]:
    """One line a count and side; which parties gave no such figure is said beside what is counted."""
    counts: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        key = (row["family"], row["group"]) if row["unit"] == "people" else (row["metric"], row["group"])
        counts.setdefault(key, []).append(row)
    lines: list[list[Cell]] = []
    for own in counts.values():
        for number, line in enumerate(_sides(frame, own)):
            lines.append([_counted(frame, own) if number == 0 else tag("span", _name(own), class_="unseen"), *line])
    return lines


def _name(rows: Rows) -> str:
    """What is counted; a reader who hears the table is told it in each line."""
    first = rows[0]
    name = str(first["family_label"] if first["unit"] == "people" else first["metric_label"])
    if first["unit"] != "people" and words.given(first["group_name"]):
        return f"{name}, {first['group_name']}"
    return name


def _counted(frame: Frame, rows: Rows) -> Markup:
    """What is counted, with a way to Compare, and the parties that gave no figure."""
    first, name = rows[0], _name(rows)
    spoken = {row["side"] for row in rows}
    silent = [str(side["short"]) for side in story_of(frame).account.parties if side["id"] not in spoken]
    aside = tag("span", f"nothing from {' or '.join(silent)}", class_="aside") if silent else ""
    shown: Cell = name
    if first["metric_value"] in ("count", "share"):
        shown = inner_link(name, "compare", **{**frame.address, "q": question_id(first)})
    return joined([shown, *([Markup("<br>"), aside] if silent else [])])


def _sides(frame: Frame, rows: Rows) -> list[list[Cell]]:
    """Of each side, in their one order, the figure that stands for it and how many more there are."""
    found = []
    order = {side["id"]: (number, str(side["short"])) for number, side in enumerate(story_of(frame).account.sides)}
    for side in sorted({row["side"] for row in rows}, key=lambda side: order.get(side, (len(order), ""))[0]):
        own = in_order([row for row in rows if row["side"] == side and words.given(row["said_to"])], frame.zone)
        own += [row for row in rows if row["side"] == side and not words.given(row["said_to"])]
        first, rest = own[0], len(own) - 1
        q = question_id(first) if first["metric_value"] in ("count", "share") else None
        address = {**frame.address, "q": q} if q else {}
        more = inner_link(f"{rest} more", "compare", **address) if rest and q else f"{rest} more" if rest else ""
        aside = [" ", tag("span", more, class_="aside")] if rest else []
        figure = joined([owner_and_value(first), " ", marks(first), *aside])
        found.append([order.get(side, (0, "unattributed"))[1], figure, details(first, frame.zone, frame.as_of)])
    return found
