"""Run one .sql file of a room of this folder over the store."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

HERE = Path(__file__).parent
Store = duckdb.DuckDBPyConnection


@cache
def sql(name: str) -> str:
    """The text of queries/<name>.sql; a name is `room/question`."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def ask(store: Store, name: str, **values: Any) -> pd.DataFrame:
    """The rows of queries/<name>.sql. Values go in as $name parameters only; missing and surplus ones raise."""
    with store.cursor() as cursor:
        return cursor.execute(sql(name), values).df() if values else cursor.execute(sql(name)).df()


def ask_rows(store: Store, name: str, **values: Any) -> list[dict[str, Any]]:
    """The same rows as plain dicts, null as None: a tenth of the time of a frame where rows are read one by one."""
    with store.cursor() as cursor:
        done = cursor.execute(sql(name), values) if values else cursor.execute(sql(name))
        columns = [column[0] for column in done.description]
        return [dict(zip(columns, row, strict=True)) for row in done.fetchall()]
