"""The four lists of the Sources page as tables: claims, statements, printings, reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd
from markupsafe import Markup

from charts import words
from pages.parts.claims.claim_line import marks
from pages.parts.claims.evidence_pips import pips, pips_key
from pages.parts.claims.key_of_marks import words_key
from pages.parts.claims.report_links import report_links
from pages.parts.frame.markup import Cell, Column, inner_link, joined, show, table, tag
from pages.parts.frame.running_page import Frame

MOST_ROWS = 20
CLAIMS = ("Claimant", "Said", "Value", "Offered", "Counts", "Of whom", "Where", "Period covered", "Report")
STATEMENTS = ("Claimant", "Said", "Speaker", "Claims", "Places named", "Read in", "Note")
PRINTINGS = ("Claim", "Report", "Prints", "Words", "Part of the page", "Note")
REPORTS = ("Publisher", "Published", "Read", "Claims", "Language", "Note")
Rows = Iterator[list[Cell]]


def report_link(row: pd.Series) -> Markup:
    """The publisher's page in a new tab, with the agency, or why there is no link."""
    agency = tag("span", f" ({row['agency']})", class_="aside") if words.given(row["agency"]) else ""
    read = tag("span", " read in part", class_="aside") if row["read"] == "excerpt" else ""
    return joined([report_links(row), agency, read])


def value_link(row: pd.Series) -> Markup:
    """The claim's value, with a link to all that is known about it."""
    return inner_link(tag("b", words.value(row)), "sources", claim=row["id"])


def claim_rows(claims: pd.DataFrame, zone: str) -> Rows:
    """One row is a claim, in the order of the data: wholes before their parts."""
    for _, row in claims.iterrows():
        yield [
            row["claimant_name"],
            words.said(row, zone),
            joined([value_link(row), " ", marks(row)]),
            pips(row),
            row["metric_label"],
            words.whom(row),
            words.place(row),
            words.period(row, zone),
            report_link(row),
        ]


def statement_rows(statements: pd.DataFrame, zone: str) -> Rows:
    """One row is a statement."""
    for _, row in statements.iterrows():
        number = int(row["wanted_claims"]) if words.given(row["wanted_claims"]) else 0
        counted = "no claims" if not number else "1 claim" if number == 1 else f"{number} claims"
        yield [
            row["claimant_name"],
            words.said(row, zone),
            text(row["speaker"]),
            # a claim's id is its statement's, a full stop, and more
            inner_link(counted, "sources", sources_search=f"{row['id']}.", sources_all="true") if number else counted,
            text(row["named_places"]),
            text(row["publishers"]),
            text(row["note"]),
        ]


def printing_rows(printings: pd.DataFrame, zone: str) -> Rows:
    """One row is a claim in a report other than its own."""
    for _, row in printings.iterrows():
        differs = [
            str(row[part]) for part in ("printed_figure", "printed_metric", "printed_group") if words.given(row[part])
        ]
        yield [
            joined([row["claimant_name"], ": ", value_link(row), " ", row["metric_label"]]),
            report_link(row),
            tag("mark", ", ".join(differs), class_="differs") if differs else "the same",
            f"“{row['words']}”" if words.given(row["words"]) else "",
            text(row["part"]),
            text(row["note"]),
        ]


def report_rows(reports: pd.DataFrame, zone: str) -> Rows:
    """One row is a published page."""
    for _, row in reports.iterrows():
        read = "in full" if row["read"] == "full" else "in part"
        agency = tag("span", f" ({row['agency']})", class_="aside") if words.given(row["agency"]) else ""
        yield [
            joined([report_links(row), agency]),
            text(row["published"], "no date shown"),
            read + (f" on {row['read_on']}" if words.given(row["read_on"]) else ""),
            str(row["claims"]),
            text(row["language"]),
            text(row["note"]),
        ]


def text(value: object, otherwise: str = "") -> str:
    """A cell's text, or what stands where nothing is stated."""
    return str(value) if words.given(value) else otherwise


def span(first: int, length: int) -> str:
    """`21–40`: the rows that begin after `first` rows."""
    return f"{first + 1}–{min(first + MOST_ROWS, length)}"


def draw_list(
    rows: pd.DataFrame,
    first: int,
    columns: tuple[str, ...],
    cells: Callable[[pd.DataFrame, str], Rows],
    noun: str,
    frame: Frame,
) -> None:
    """A table of one list, a screenful of rows at a time."""
    shown = f", {span(first, len(rows))} shown" if len(rows) > MOST_ROWS else ""
    caption = f"{len(rows)} {noun if len(rows) != 1 else noun.removesuffix('s')}{shown}"
    part = rows.iloc[first : first + MOST_ROWS]
    whole = table([Column(name) for name in columns], cells(part, frame.zone), caption=caption, class_="read-list")
    show(*([*words_key(part), pips_key()] if noun == "claims" else []), whole)
