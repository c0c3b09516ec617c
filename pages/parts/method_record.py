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
from ledger.files import ROOT
from ledger.store import code_version
from pages.parts.asking import answer
from pages.parts.download import credit_line
from pages.parts.frame import Frame
from pages.parts.markup import Column, as_plain, inner_link, joined, show, table, tag
from pages.parts.method_texts import LIMITS
from queries.method import data_warnings, never_said, not_found, what_was_read
from queries.sources import claim_corrections

CHANGELOG = ROOT / "CHANGELOG.md"
CITATION = ROOT / "CITATION.cff"
MOST_LINES = 400


def draw_not_found(frame: Frame) -> None:
    """Which party was not found to speak of what, in this phase; and how much was read."""
    st.header(f"What was not found: {as_plain(frame.phase_name)}", anchor=False)
    missing = answer(not_found, frame, frame.phase)
    if missing.empty:
        show(tag("p", "Nothing is told by one party only, or nothing was said at all.", class_="lead"))
    else:
        lead = f"Not in what was read ({frame.pages_read} pages). It may exist elsewhere, and is not a denial."
        show(tag("p", lead, class_="lead"))
        rows = [[label, ", ".join(part["side_name"]), str(part["said_by"].iloc[0])]
                for label, part in missing.groupby("metric_label", sort=False)]
        columns = [Column("What was counted"), Column("No figure found of"), Column("Said by")]
        show(table(columns, rows, caption="What was counted, where a party is not among those who said so"))
    never = answer(never_said, frame, frame.phase)
    if not never.empty:
        show(tag("p", f"Nobody was found to speak of: {', '.join(never['metric_label'])}.", class_="lead"))
    draw_read(answer(what_was_read, frame, frame.phase))


def draw_read(read: pd.DataFrame) -> None:
    """How many pages were read in which language, in full or in part."""
    if read.empty:
        return
    names = {"language": "Language", "pages": "Pages", "in_full": "In full", "in_part": "In part",
             "not_linked": "Without a link", "undated": "Without a date"}
    columns = [Column(label, numeric=name != "language") for name, label in names.items()]
    rows = [[str(row[name]) for name in names] for _, row in read.iterrows()]
    show(table(columns, rows, caption="Pages read for this phase, by language"))


def draw_limits(frame: Frame) -> None:
    """What the figures cannot carry, and what the checks of the data folder warn of."""
    st.header("Limits", anchor=False)
    lines = (*LIMITS, frame.snapshot.facts["read_note"])
    show(tag("ul", joined(tag("li", line) for line in lines), class_="plain-list"))
    warned = answer(data_warnings, frame)
    if not warned.empty:
        with st.expander(f"Warnings about the data ({len(warned)})"):
            rows = [[f"{row['path']}:{row['line']}", row["message"]] for _, row in warned.iterrows()]
            show(table([Column("Where"), Column("What a reader would want more of")], rows, caption="From the checks"))


def draw_corrections(frame: Frame) -> None:
    """Every correction made here, from the claims' own record and from the list of changes."""
    st.header("Corrections", anchor=False)
    corrected = answer(claim_corrections, frame, None)
    if corrected.empty:
        show(tag("p", "No claim has been corrected in this version of the data.", class_="lead"))
    else:
        rows = [
            [row["on"], inner_link(f"{row['claimant_name']}: {row['metric_label']}", "sources", claim=row["claim"]),
             row["from"], row["to"], row["why"]]
            for _, row in corrected.iterrows()
        ]
        columns = [Column(name) for name in ("On", "Claim", "From", "To", "Why")]
        show(table(columns, rows, caption="Corrections of claims, newest first"))
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


def draw_mistakes(frame: Frame) -> None:
    """How to report a mistake, and how to mend one."""
    st.header("Report a mistake", anchor=False)
    where = frame.snapshot.facts["contact"]
    text = (
        f"Give the claim's id and what the page says, at: {where}. The id stands on every claim's own page; its "
        "address keeps working when the claim is renamed. A correction is never silent: what stood before, and how "
        "it got in, stays on the claim's page and in the list above."
    )
    show(tag("p", text, class_="lead"))
    edit = (
        "The figures are YAML files under data/. A saved change shows up in every open page by itself; what is wrong "
        "with it is announced above the last good figures, with file and line. python -m ledger check says the same."
    )
    show(tag("p", edit, class_="lead"))


def draw_citing(frame: Frame) -> None:
    """How to cite the data and the code, and which versions are on screen."""
    st.header("How to cite", anchor=False)
    read = frame.snapshot.figures_of
    when = f", read {words.day(read.replace(tzinfo=None), frame.zone)}" if read else ""
    show(tag("p", f"{credit_line(frame)}{when}.", class_="lead cite"))
    if CITATION.exists():
        with st.expander("CITATION.cff"):
            show(tag("pre", CITATION.read_text(encoding="utf-8")))
    rows = [[name, value] for name, value in versions(frame).items()]
    show(table([Column("What"), Column("Version")], rows, caption="Versions on screen"))


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
