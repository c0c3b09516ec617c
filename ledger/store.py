"""The DuckDB store: built whole from a checked dataset, then only ever read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import duckdb
import pandas as pd

from ledger.files import ROOT
from ledger.load import Dataset
from ledger.rows import BY_DEPTH, TABLES, Row

CODE = (*sorted(Path(__file__).parent.glob("*.py")), *sorted(Path(__file__).parent.glob("*.sql")))
SCHEMA = Path(__file__).with_name("schema.sql")
VIEWS = Path(__file__).with_name("views.sql")
CASTS = {"BIGINT": "Int64", "INTEGER": "Int64", "BOOLEAN": "boolean", "DOUBLE": "Float64", "TIMESTAMP": "datetime64[us]"}


def fingerprint(data_version: str) -> str:
    """Names a store: the data's contents, the code that built it and DuckDB's version."""
    digest = hashlib.sha256(f"{data_version} {duckdb.__version__}".encode())
    for path in CODE:
        digest.update(path.read_bytes())
    return f"{data_version}-{digest.hexdigest()[:10]}"


def fill(connection: duckdb.DuckDBPyConnection, data: Dataset) -> None:
    """Make the tables and views and fill them. The dataset must be free of errors.

    A duckdb.ConstraintException here is a mistake of ours: the checks of the folder come first, the store's
    constraints are the second net.
    """
    connection.execute(SCHEMA.read_text())
    connection.execute("begin")
    for table, rows in TABLES.items():
        _insert(connection, table, rows(data))
    connection.execute("commit")
    connection.execute(VIEWS.read_text())


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row]) -> None:
    listed = list(rows)
    if not listed:
        return
    columns = connection.execute(f'select name, type from pragma_table_info("{table}")').fetchall()
    frame = pd.DataFrame(listed, columns=[name for name, _ in columns], dtype=object)
    for name, kind in columns:
        if kind in CASTS:
            frame[name] = frame[name].astype(CASTS[kind])
    if table in BY_DEPTH:
        # DuckDB refuses a parent and its child in one insert, so each depth goes in by itself.
        for _, part in frame.groupby("depth", sort=True):
            _append(connection, table, part)
    else:
        _append(connection, table, frame)


def _append(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    connection.register("new_rows", frame)
    connection.execute(f'insert into "{table}" select * from new_rows')
    connection.unregister("new_rows")


def build_database(data: Dataset, path: Path) -> None:
    """Build the store beside `path` and move it there whole: a crash leaves the old file or none, never half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.stem}.{os.getpid()}.building")
    _forget(temporary)
    try:
        with duckdb.connect(str(temporary)) as connection:
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
    return _locked(connection)


def in_memory(data: Dataset) -> duckdb.DuckDBPyConnection:
    """The store without a file, for folders that cannot be written to."""
    connection = duckdb.connect(":memory:")
    fill(connection, data)
    return _locked(connection)


def _locked(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    connection.execute("set threads = 2")
    connection.execute("set memory_limit = '512MB'")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def store_folder() -> Path:
    """Where store files are kept: LEDGER_STORE, else `.ledger/` of this project (ignored by git)."""
    return Path(os.environ.get("LEDGER_STORE") or ROOT / ".ledger")
