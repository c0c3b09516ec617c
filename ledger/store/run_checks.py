"""The consistency checks: every .sql of a folder is one, its rows are findings (queries/checks/README.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from ledger.shapes.data_files import ROOT

CHECKS = ROOT / "queries" / "checks"
COLUMNS = ("finding", "phase", "claimant", "outcome", "arithmetic", "arises", "claims")
ADDS_UP = "adds up"
DOES_NOT = "does not add up as reported"
CANNOT_BE_TOLD = "cannot be told"
OUTCOMES = (DOES_NOT, CANNOT_BE_TOLD, ADDS_UP)
ARISES = ("claimant", "relay", "our reading")
_HEAD = re.compile(r"-- (title|rule): *(.+)")


class CheckError(Exception):
    """A check file that cannot be used, with the file's name and what to do."""


@dataclass(frozen=True)
class Check:
    """One file: its stem, the title and the rule in its head comments, and its query."""

    id: str
    title: str
    rule: str
    query: str


def checks(folder: Path = CHECKS) -> Iterator[Check]:
    """The checks of a folder, by file name."""
    for path in sorted(folder.glob("*.sql")):
        query = path.read_text(encoding="utf-8")
        head: dict[str, str] = {}
        for line in query.splitlines():
            if not line.startswith("--"):
                break
            if match := _HEAD.fullmatch(line):
                head[match[1]] = match[2].strip()
        for field in ("title", "rule"):
            if field not in head:
                raise CheckError(f"{path.name}: has no {field}; begin the file with `-- {field}: …`")
        yield Check(path.stem, head["title"], head["rule"], query)


def findings_of(store: duckdb.DuckDBPyConnection, folder: Path = CHECKS) -> pd.DataFrame:
    """One row is a finding of one check: check, title, rule, then the columns that every check gives.

    Failures stand before what cannot be told and what adds up, otherwise the order is each file's own.
    """
    found = [_run(store, check) for check in checks(folder)]
    columns = ["check", "title", "rule", *COLUMNS]
    if not found:
        return pd.DataFrame(columns=columns)
    rows = pd.concat(found, ignore_index=True)[columns]
    rows["rank"] = rows["outcome"].map({outcome: n for n, outcome in enumerate(OUTCOMES)})
    rows = rows.sort_values(["check", "rank"], kind="stable").drop(columns="rank")
    return rows.reset_index(drop=True)


def _run(store: duckdb.DuckDBPyConnection, check: Check) -> pd.DataFrame:
    with store.cursor() as cursor:
        try:
            rows = cursor.execute(check.query).df()
        except duckdb.Error as error:
            raise CheckError(f"{check.id}.sql: {str(error).splitlines()[0]}") from error
    if missing := [column for column in COLUMNS if column not in rows]:
        raise CheckError(f"{check.id}.sql: gives no column {', '.join(missing)}; see the folder's README.md")
    if wrong := sorted(set(rows["outcome"].dropna()) - set(OUTCOMES)):
        raise CheckError(f'{check.id}.sql: unknown outcome "{wrong[0]}"; there is {", ".join(OUTCOMES)}')
    if wrong := sorted(set(rows["arises"].dropna()) - set(ARISES)):
        raise CheckError(f'{check.id}.sql: unknown arises "{wrong[0]}"; there is {", ".join(ARISES)}')
    rows = rows.assign(check=check.id, title=check.title, rule=check.rule).astype(object)
    return rows.where(rows.notna(), None)
