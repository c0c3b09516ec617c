"""What was not found, what is weak, what was corrected, how to cite: the record behind the figures."""

from __future__ import annotations

import platform
import tomllib
from pathlib import Path

import duckdb
import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts import words
from ledger.shapes.data_files import ROOT
from ledger.store.build_store import code_version
from pages.parts.claims.rule_texts import LIMITS
from pages.parts.frame.download import credit_line
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Column, folded, heading, inner_link, joined, show, table, tag
from pages.parts.frame.running_page import Frame
from queries.method.codebook import data_warnings, never_said, not_found, what_was_read
from queries.sources.claims_and_reports import claim_corrections

CHANGELOG = ROOT / "CHANGELOG.md"
CITATION = ROOT / "CITATION.cff"
MOST_LINES = 400


def draw_not_found(frame: Frame) -> None:
    """Which party was not found to speak of what, in this phase; how much was read; what the figures cannot carry."""
    parts = [heading(f"What was not found: {frame.phase_name}")]
    missing = answer(not_found, frame, frame.phase)
    if missing.empty:
        parts.append(tag("p", "Nothing is told by one party only, or nothing was said at all.", class_="lead"))
    else:
        lead = f"Not in what was read ({frame.pages_read} pages). It may exist elsewhere, and is not a denial."
        rows = [[label, ", ".join(part["side_name"]), str(part["said_by"].iloc[0])]
                for label, part in missing.groupby("metric_label", sort=False)]
        columns = [Column("What was counted"), Column("No figure found of"), Column("Said by")]
        caption = "What was counted, where a party is not among those who said so"
        title = f"What one party only was found to speak of ({len(rows)})"
        parts += [tag("p", lead, class_="lead"), folded(title, table(columns, rows, caption=caption))]
    never = answer(never_said, frame, frame.phase)
    if not never.empty:
        names = ", ".join(never["metric_label"])
        parts.append(tag("p", f"Nobody was found to speak of: {names}.", class_="lead"))
    read = answer(what_was_read, frame, frame.phase)
    if not read.empty:
        title = f"Pages read for this {frame.phase_word}, by language ({len(read)})"
        parts.append(folded(title, read_table(read, frame.phase_word)))
    lines = (*LIMITS, frame.snapshot.facts["read_note"])
    limits = tag("ul", joined(tag("li", line) for line in lines), class_="plain-list")
    show(*parts, heading("Limits"), limits)


def read_table(read: pd.DataFrame, phase_word: str) -> Markup:
    """How many pages were read in which language, in full or in part."""
    names = {"language": "Language", "pages": "Pages", "in_full": "In full", "in_part": "In part",
             "not_linked": "Without a link", "undated": "Without a date"}
    columns = [Column(label, numeric=name != "language") for name, label in names.items()]
    rows = [[str(row[name]) for name in names] for _, row in read.iterrows()]
    return table(columns, rows, caption=f"Pages read for this {phase_word}, by language")


def draw_warnings(frame: Frame) -> None:
    """What the checks of the data folder warn of."""
    warned = answer(data_warnings, frame)
    if not warned.empty:
        with st.expander(f"Warnings about the data ({len(warned)})"):
            rows = [[f"{row['path']}:{row['line']}", row["message"]] for _, row in warned.iterrows()]
            show(table([Column("Where"), Column("What a reader would want more of")], rows, caption="From the checks"))


def draw_corrections(frame: Frame) -> None:
    """Every correction made here, from the claims' own record and from the list of changes."""
    corrected = answer(claim_corrections, frame, None)
    if corrected.empty:
        body = tag("p", "No claim has been corrected in this version of the data.", class_="lead")
    else:
        rows = [
            [row["on"], inner_link(f"{row['claimant_name']}: {row['metric_label']}", "sources", claim=row["claim"]),
             row["from"], row["to"], row["why"]]
            for _, row in corrected.iterrows()
        ]
        columns = [Column(name) for name in ("On", "Claim", "From", "To", "Why")]
        body = table(columns, rows, caption="Corrections of claims, newest first")
    show(heading("Corrections"), body)
    changes = changes_of(CHANGELOG)
    if changes:
        with st.expander("All changes (CHANGELOG.md)"):
            show(changes)


def changes_of(path: Path) -> Markup | None:
    """The list of changes as text: its headings and its lines, nothing in it is read as HTML; None without a file."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()[:MOST_LINES]
    except (OSError, UnicodeDecodeError):
        return None
    shown = []
    for line in filter(None, map(str.strip, lines)):
        if line.startswith("#"):
            shown.append(tag("p", tag("b", line.lstrip("# "))))
        else:
            shown.append(tag("p", line.removeprefix("- "), class_="change"))
    return joined(shown) or None


def changed(path: Path) -> int | None:
    """When a file was last written; None where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def mistakes(frame: Frame) -> list[Markup]:
    """How to report a mistake, and how to mend one."""
    where = frame.snapshot.facts["contact"]
    text = (
        f"Give the claim's id and what the page says, at: {where}. The id stands on every claim's own page; its "
        "address keeps working when the claim is renamed. A correction is never silent: what stood before, and how "
        "it got in, stays on the claim's page and in the list above."
    )
    edit = (
        "The figures are YAML files under data/. A saved change shows up in every open page by itself; what is wrong "
        "with it is announced above the last good figures, with file and line. python -m ledger check says the same."
    )
    return [heading("Report a mistake"), tag("p", text, class_="lead"), tag("p", edit, class_="lead")]


def draw_citing(frame: Frame) -> None:
    """How to report a mistake, how to cite the data and the code, and which versions are on screen."""
    read = frame.snapshot.figures_of
    when = f", read {words.day(read.replace(tzinfo=None), frame.zone)}" if read else ""
    cite = tag("p", f"{credit_line(frame)}{when}.", class_="lead cite")
    show(*mistakes(frame), heading("How to cite"), cite)
    if CITATION.exists():
        with st.expander("CITATION.cff"):
            show(tag("pre", CITATION.read_text(encoding="utf-8")))
    rows = [[name, value] for name, value in versions(frame).items()]
    show(folded("Versions on screen", table([Column("What"), Column("Version")], rows, caption="Versions on screen")))


def versions(frame: Frame) -> dict[str, str]:
    """Data, code, and what they run on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "Data": frame.data_version,
        "Code": f"{project['version']}, store {code_version()}",
        "Licence of the data": frame.snapshot.facts["licence"],
        "Licence of the code": str(project["license"]),
        "Runs on": f"Python {platform.python_version()}, DuckDB {duckdb.__version__}, Streamlit {st.__version__}",
    }
