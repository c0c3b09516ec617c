"""`/api/…`: the tables of the export and the rows of each view, as csv, json and parquet."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from starlette.requests import Request
from starlette.routing import Route

from ledger.exports.export_columns import COLUMNS
from ledger.exports.write_export import csv_bytes, export_contents, json_bytes, parquet_bytes, table_frame
from ledger.store.live_snapshot import Snapshot
from pages.parts.public.answers import METHODS, Sent, public
from pages.parts.public.asked_view import NotAnswered, View, read_view
from pages.parts.public.rows_of_views import ROWS

WRITTEN: dict[str, Callable[[pd.DataFrame], bytes]] = {"csv": csv_bytes, "json": json_bytes, "parquet": parquet_bytes}
PACKAGE = "datapackage.json"
MOST_ROWS = 200_000
KNOWN = f"There is {PACKAGE}, and {', '.join([*COLUMNS, *ROWS])}, each as {', '.join(WRITTEN)}: /api/claims.csv."


@public
def data(request: Request, snapshot: Snapshot) -> Sent:
    """One file: a table of the export, the rows of a view, or the data package that describes the tables."""
    file = request.path_params.get("file", "")
    name, _, kind = file.rpartition(".")
    if file != PACKAGE and (kind not in WRITTEN or name not in {*COLUMNS, *ROWS}):
        raise NotAnswered(404, f"There is no such file. {KNOWN}")
    view = read_view(snapshot, request.query_params if name in ROWS else {})
    if file == PACKAGE:
        return Sent(file, "json", lambda: package(view))
    if name in COLUMNS:
        return Sent(file, kind, lambda: WRITTEN[kind](whole(view, name)), name)
    shown = ROWS[name].shown(view)
    asked = shown.parameters()
    key = f"{file}?{sorted(asked.items())}"
    return Sent(key, kind, lambda: WRITTEN[kind](ROWS[name].rows(shown)), "-".join([name, *asked.values()]))


def whole(view: View, table: str) -> pd.DataFrame:
    """A table of the export, if it is not too large to be sent on request."""
    with view.store.cursor() as cursor:
        found = cursor.execute("select count(*) from query_table($table)", {"table": table}).fetchone()
    if found and found[0] > MOST_ROWS:
        raise NotAnswered(413, f"{found[0]:,} rows are too many to send; run: python -m ledger export OUT")
    return table_frame(view.store, table)


def package(view: View) -> bytes:
    """The data package of the export: what each column of each table means."""
    whole(view, "claims")
    return export_contents(view.store)["datapackage.json"]


@public
def elsewhere(request: Request, snapshot: Snapshot) -> Sent:
    """Whatever else begins with /api."""
    raise NotAnswered(404, f"There is nothing at this address. {KNOWN}")


DATA: list[Route] = [
    Route("/api/{file}", data, methods=METHODS),
]
ELSEWHERE: list[Route] = [
    Route("/api", elsewhere, methods=METHODS),
    Route("/api/{rest:path}", elsewhere, methods=METHODS),
]
