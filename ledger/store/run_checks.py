"""The consistency checks: every .sql of a folder is one, its rows are findings (queries/checks/README.md).

They are run once, when a store is built; after that the table `findings` (findings.sql) is read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from ledger.shapes.data_files import ROOT

CHECKS = ROOT / "queries" / "checks"
TABLES = Path(__file__).with_name("findings.sql")
COLUMNS = ("finding", "phase", "claimant", "kind", "outcome", "arithmetic", "arises", "claims")
ALWAYS = COLUMNS[:6]
TERM = ("role", "words", "value", "low", "high")
ADDS_UP = "adds up"
DOES_NOT = "does not add up as reported"
CANNOT_BE_TOLD = "cannot be told"
OUTCOMES = (DOES_NOT, CANNOT_BE_TOLD, ADDS_UP)
ARITHMETIC = "arithmetic"
RELAY_NUMBER = "relay number"
RELAY_WORD = "relay word"
HEDGE_ONLY = "hedge only"
KINDS = (ARITHMETIC, RELAY_NUMBER, RELAY_WORD, HEDGE_ONLY)
# A relay that prints another word says nothing that could add up: what came out is put in other words.
RELAYED = {DOES_NOT: "printed otherwise", CANNOT_BE_TOLD: CANNOT_BE_TOLD, ADDS_UP: "printed alike"}
ARISES = ("claimant", "relay", "our reading")
CLOSED = {"kind": KINDS, "outcome": OUTCOMES, "arises": ARISES}
_HEAD = re.compile(r"-- (title|rule): *(.+)")
Row = dict[str, Any]


class CheckError(Exception):
    """A check file that cannot be used, with the file's name and what to do."""


@dataclass(frozen=True)
class Check:
    """One file: its stem, the title and the rule in its head comments, and its query."""

    id: str
    title: str
    rule: str
    query: str


def check_files(folder: Path | None = None) -> list[Path]:
    """The files of a folder of checks (default: queries/checks), by name."""
    return sorted((folder or CHECKS).glob("*.sql"))


def checks_version() -> str:
    """Names the contents of queries/checks: a changed check is a changed store."""
    digest = hashlib.sha256()
    for path in check_files():
        digest.update(f"{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def read_check(path: Path) -> Check:
    """A check from its file."""
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
    return Check(path.stem, head["title"], head["rule"], query)


def checks(folder: Path | None = None) -> Iterator[Check]:
    """The checks of a folder, by file name."""
    return map(read_check, check_files(folder))


def run_check(store: duckdb.DuckDBPyConnection, check: Check) -> list[Row]:
    """The rows of one check as its query gives them; failures stand before what cannot be told and what adds up."""
    try:
        found = store.execute(check.query)
        names = [column[0] for column in found.description or ()]
        rows = [dict(zip(names, values, strict=True)) for values in found.fetchall()]
    except duckdb.Error as error:
        raise CheckError(f"{check.id}.sql: {str(error).splitlines()[0]}") from error
    if missing := [column for column in COLUMNS if column not in names]:
        raise CheckError(f"{check.id}.sql: gives no column {', '.join(missing)}; see the folder's README.md")
    for row in rows:
        if wrong := [column for column in ALWAYS if not isinstance(row[column], str)]:
            raise CheckError(f"{check.id}.sql: gives a row without a text for {', '.join(wrong)}")
    for column, known in CLOSED.items():
        for row in rows:
            if row[column] not in known and (row[column] is not None or column != "arises"):
                raise CheckError(f'{check.id}.sql: unknown {column} "{row[column]}"; there is {", ".join(known)}')
    return sorted(rows, key=lambda row: OUTCOMES.index(row["outcome"]))


def run_checks(store: duckdb.DuckDBPyConnection, folder: Path | None = None) -> tuple[list[Row], list[Row]]:
    """The rows of the tables `findings` and `broken_checks`. A file that cannot be used stops no other."""
    names = dict(store.execute("select id, name from claimants").fetchall())
    said = dict(store.execute("select id, said_to from claim_details").fetchall())
    found: list[Row] = []
    broken: list[Row] = []
    for path in check_files(folder):
        try:
            check = read_check(path)
            found += [_finding(check, row, names, said) for row in run_check(store, check)]
        except CheckError as error:
            broken.append({"check": path.stem, "message": str(error)})
        except Exception as error:  # whatever a file can hold: the figures must not wait for it
            what = f"{path.name}: cannot be used ({type(error).__name__}: {error}); see the folder's README.md"
            broken.append({"check": path.stem, "message": what})
    return [{"position": number, **row} for number, row in enumerate(found)], broken


def _finding(check: Check, row: Row, names: Mapping[str, str], said: Mapping[str, datetime | None]) -> Row:
    """One row of the table `findings`, from a row of its check."""
    claimants = row["claimant"].split("|")
    claims = list(dict.fromkeys(row["claims"].split("|"))) if row["claims"] else []
    moments = [said.get(claim) for claim in claims]
    size, reference = row.get("difference"), row.get("reference")
    fails = row["outcome"] == DOES_NOT
    return {
        "check": check.id, "title": check.title, "rule": check.rule, "kind": row["kind"],
        "finding": row["finding"], "phase": row["phase"], "claimants": claimants,
        "claimant_names": [names.get(one, one) for one in claimants],
        "outcome": row["outcome"],
        "trivial": bool(row.get("trivial")) and row["outcome"] == ADDS_UP,
        "arithmetic": row["arithmetic"], "arises": row["arises"], "claims": claims,
        "holds_from": max(moments) if moments and None not in moments else None,  # type: ignore[type-var]
        "difference": size if fails else None,
        "reference": reference if fails else None,
        "severity": min(1.0, size / reference) if fails and size is not None and reference else None,
        "terms": [{name: term[name] for name in TERM} for term in row["terms"]] if row.get("terms") else None,
    }


def outcome_of(finding: Mapping[str, Any]) -> str:
    """The outcome in words that suit the kind of check."""
    outcome = str(finding["outcome"])
    return outcome if finding["kind"] == ARITHMETIC else RELAYED[outcome]


def fill_findings(store: duckdb.DuckDBPyConnection) -> None:
    """Make the tables of findings and fill them. The store's other tables and views stand, and are committed: a query
    that fails ends a transaction."""
    store.execute(TABLES.read_text(encoding="utf-8"))
    for table, rows in zip(("findings", "broken_checks"), run_checks(store), strict=True):
        if rows:
            columns = [pa.array([row[name] for row in rows]) for name in rows[0]]
            store.from_arrow(pa.table(columns, names=list(rows[0]))).insert_into(table)


def findings_of(store: duckdb.DuckDBPyConnection) -> list[Row]:
    """The table `findings` in its order."""
    with store.cursor() as cursor:
        found = cursor.execute("select * from findings order by position")
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, values, strict=True)) for values in found.fetchall()]


def broken_checks(store: duckdb.DuckDBPyConnection) -> list[str]:
    """What is wrong with the files of queries/checks that could not be used when the store was built."""
    with store.cursor() as cursor:
        return [row[0] for row in cursor.execute('select message from broken_checks order by "check"').fetchall()]
