"""The DuckDB store: built whole from a checked dataset, then only ever read."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import pandas as pd  # noqa: F401  (pyarrow would load it in the middle of the first build)
import pyarrow as pa

from ledger.checks.load_dataset import Dataset
from ledger.shapes.data_files import ROOT
from ledger.store.claim_tables import TABLES
from ledger.store.run_checks import checks_version, fill_findings
from ledger.store.table_keys import check_keys, declared, without_keys
from ledger.yaml.strict_loader import without_collection

LEDGER = Path(__file__).parents[1]
CODE = (*sorted(LEDGER.rglob("*.py")), *sorted(LEDGER.rglob("*.sql")))
SCHEMA = Path(__file__).with_name("schema.sql")
VIEWS = Path(__file__).with_name("views.sql")
QUESTIONS = Path(__file__).with_name("questions.sql")
GATE = Path(__file__).with_name("gate.sql")
# One thread: the tables are small. A low threshold: the one commit writes the file itself, not first a log of it.
BUILDING: dict[str, str | bool | int | float | list[str]] = {"threads": 1, "checkpoint_threshold": "1KB"}
MANY = 5000


def code_version() -> str:
    """Names what builds a store: this code, its schema, the consistency checks and DuckDB's version."""
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in CODE:
        digest.update(path.read_bytes())
    digest.update(checks_version().encode())
    return digest.hexdigest()[:10]


def fingerprint(data_version: str) -> str:
    """Names a store: the contents of the data folder, and the code that built it."""
    return f"{data_version}-{code_version()}"


def fill(connection: duckdb.DuckDBPyConnection, data: Dataset) -> None:
    """Make the tables and views and fill them, then run the checks. The dataset must be free of errors."""
    with without_collection():
        fill_tables(connection, data)
        fill_findings(connection)


def fill_tables(connection: duckdb.DuckDBPyConnection, data: Dataset) -> None:
    """What was said, and what follows from it by the schema's own views, in one transaction.

    A duckdb.ConstraintException here is a mistake of ours: the checks of the folder come first, the store's keys and
    constraints are the second net.
    """
    schema = SCHEMA.read_text(encoding="utf-8")
    filled = {table: list(zip(*rows(data), strict=True)) for table, rows in TABLES.items()}
    check_keys(declared(schema), filled)
    connection.execute("begin")
    connection.execute(without_keys(schema))
    for table, columns in filled.items():
        if columns:
            new = pa.table([pa.array(column) for column in columns], names=declared(schema)[table].columns)
            connection.from_arrow(new).insert_into(table)
    connection.execute(_zone_macro(data))
    for shared in (VIEWS, QUESTIONS, GATE):
        connection.execute(shared.read_text(encoding="utf-8"))
    connection.execute("commit")


def _zone_macro(data: Dataset) -> str:
    """The dataset's zone as a constant: looked up in a table, it was planned anew for each day put into words, half of
    what the checks cost. A macro takes no parameters, and the zone is a checked name of the system's."""
    assert data.words
    return f"create macro dataset_zone() as '{ZoneInfo(data.words.dataset.timezone).key}'"


def _building(data: Dataset) -> dict[str, str | bool | int | float | list[str]]:
    """How DuckDB is to build. In small blocks a store of some hundred claims takes 0.7 MB instead of 7; many claims are
    written faster in large ones."""
    return {**BUILDING, "default_block_size": "16384" if len(data.claims) < MANY else "262144"}


def build_database(data: Dataset, path: Path) -> None:
    """Build the store beside `path` and move it there whole: a crash leaves the old file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.stem}.{os.getpid()}.building")
    _forget(temporary)
    try:
        with duckdb.connect(str(temporary), config=_building(data)) as connection:
            fill(connection, data)
            connection.execute("checkpoint")
        os.replace(temporary, path)
    finally:
        _forget(temporary)


def _forget(path: Path) -> None:
    for leftover in (path, path.with_name(path.name + ".wal")):
        with suppress(OSError):
            leftover.unlink()


def read_only(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a finished store. It reads no other file and its settings cannot be changed."""
    connection = duckdb.connect(str(path), read_only=True)
    return locked(connection)


def in_memory(data: Dataset, *, checked: bool = True) -> duckdb.DuckDBPyConnection:
    """The store without a file, for folders that cannot be written to. The consistency checks take longer than all the
    rest: a store not `checked` has no tables of findings, and whatever reads those raises."""
    connection = duckdb.connect(":memory:", config=BUILDING)
    (fill if checked else fill_tables)(connection, data)
    return locked(connection)


def locked(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The connection of a finished store, with its settings as every reader has them."""
    # A process has one instance of DuckDB for a path: opened before and still read, it is locked already.
    found = connection.execute("select current_setting('lock_configuration')").fetchone()
    if found and found[0]:
        return connection
    connection.execute("set threads = 2")
    connection.execute("set memory_limit = '512MB'")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def store_folder() -> Path:
    """Where store files are kept: LEDGER_STORE, else `.ledger/` of this project (ignored by git)."""
    return Path(os.environ.get("LEDGER_STORE") or ROOT / ".ledger")
