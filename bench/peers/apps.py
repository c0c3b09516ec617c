"""How each peer serves the same claims, and how its reader and its owner act: one entry an app.

The claims are those of the project's export that give a number, one row each, in what each app reads by nature: a CSV
file, for Datasette a table of SQLite.
"""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.memory import served_copy
from bench.server import free_port, started

HERE = Path(__file__).parent
COLUMNS = ("id", "phase", "side", "claimant", "metric", "group", "number", "said", "publisher")
FIRST, OTHER = "phase-2", "phase-1"
STARTS_WITHIN = 90
SCATTER = "#g.mark=circle&g.x_column=said&g.x_type=temporal&g.y_column=number&g.y_type=quantitative"
Choose = Callable[[Page, str], None]


@dataclass(frozen=True)
class App:
    """A served app: where it is, how a reader chooses a phase, how its owner saves another number, and whether an open
    page follows a save by itself."""

    address: str
    choose: Choose
    save: Callable[[int], None]
    follows: bool = True


def claims_of(export: Path) -> list[dict[str, object]]:
    """The rows of an export's claims.json that give a number, the lowest where they give a range."""
    rows = []
    for claim in json.loads((export / "claims.json").read_text(encoding="utf-8")):
        number = claim["low"] if claim["point"] is None else claim["point"]
        if number is not None and claim["said_to"]:
            rows.append({**claim, "number": number, "said": claim["said_to"][:10]})
    return [{name: row[name] for name in COLUMNS} for row in rows]


def as_csv(rows: list[dict[str, object]], path: Path) -> None:
    """Write the rows as a whole: a reader never meets half a file."""
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    os.replace(beside, path)


def as_table(rows: list[dict[str, object]], path: Path) -> None:
    """The table `claims` of an SQLite file, with whole numbers as such."""
    with sqlite3.connect(path) as store:
        names = ", ".join(f'"{name}" integer' if name == "number" else f'"{name}" text' for name in COLUMNS)
        store.execute(f"create table claims ({names})")
        marks = ", ".join("?" * len(COLUMNS))
        store.executemany(f"insert into claims values ({marks})", [[*row.values()] for row in rows])
    store.close()


def highest(rows: list[dict[str, object]]) -> dict[str, object]:
    """The row that an edit changes: the highest of the phase shown first, so that the whole chart moves."""
    return max((row for row in rows if row["phase"] == FIRST), key=lambda row: int(str(row["number"])))


@contextmanager
def running(command: list[str], port: int, **environment: str) -> Iterator[str]:
    """Start an app with no modules of ours, wait until it answers, and stop it."""
    address = f"http://127.0.0.1:{port}"
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with started(command, {**variables, **environment}, address, patience=STARTS_WITHIN):
        yield address


def _by_click(page: Page, phase: str) -> None:
    page.get_by_text(phase, exact=True).first.click()


def _by_form(page: Page, phase: str) -> None:
    page.locator(".filter-row input[type=text]").first.fill(phase)
    page.get_by_role("button", name="Apply").click()


@contextmanager
def datasette(tools: Path, home: Path, rows: list[dict[str, object]]) -> Iterator[App]:
    """A table page, filtered by the phase, with the scatter of datasette-vega. An open page stays as it was sent."""
    path, port = home / "claims.db", free_port()
    as_table(rows, path)

    def save(number: int) -> None:
        with sqlite3.connect(path) as store:
            store.execute("update claims set number = ? where id = ?", [number, highest(rows)["id"]])
        store.close()

    # By its default a browser keeps an answer for five seconds, so that a chart loaded again would show the old number.
    kept_for = ["--setting", "default_cache_ttl", "0"]
    with running([str(tools / "datasette"), "serve", str(path), "--port", str(port), *kept_for], port) as address:
        yield App(f"{address}/claims/claims?phase={FIRST}&_sort_desc=number{SCATTER}", _by_form, save, follows=False)


@contextmanager
def _of_csv(command: Callable[[str], list[str]], path: str, home: Path, rows: list[dict[str, object]]) -> Iterator[App]:
    claims, port = home / "claims.csv", free_port()
    as_csv(rows, claims)

    def save(number: int) -> None:
        changed = highest(rows)["id"]
        as_csv([{**row, "number": number} if row["id"] == changed else row for row in rows], claims)

    with running(command(str(port)), port, CLAIMS=str(claims)) as address:
        yield App(address + path, _by_click, save)


@contextmanager
def dash(tools: Path, home: Path, rows: list[dict[str, object]]) -> Iterator[App]:
    """dash_app.py."""
    with _of_csv(lambda port: [str(tools / "python"), str(HERE / "dash_app.py"), port], "", home, rows) as app:
        yield app


@contextmanager
def panel(tools: Path, home: Path, rows: list[dict[str, object]]) -> Iterator[App]:
    """panel_app.py."""
    served = [str(tools / "panel"), "serve", str(HERE / "panel_app.py"), "--port"]
    with _of_csv(lambda port: [*served, port], "/panel_app", home, rows) as app:
        yield app


@contextmanager
def marimo(tools: Path, home: Path, rows: list[dict[str, object]]) -> Iterator[App]:
    """marimo_app.py, run as an app."""
    served = [str(tools / "marimo"), "run", str(HERE / "marimo_app.py"), "--headless", "--no-token", "--port"]
    with _of_csv(lambda port: [*served, port], "", home, rows) as app:
        yield app


@contextmanager
def ours(_tools: Path, _home: Path, _rows: list[dict[str, object]]) -> Iterator[App]:
    """Contested Count itself: the Overview, its choice of the phase, and a figure in the YAML of a copy of the data."""
    with served_copy() as (server, data):
        path = data / "statements" / "phase-2" / "bla.yaml"
        whole = path.read_text(encoding="utf-8")
        edited = "figure: over 362"
        assert whole.count(edited) == 1

        def save(number: int) -> None:
            path.write_text(whole.replace(edited, f"figure: over {number}"), encoding="utf-8")

        def choose(page: Page, phase: str) -> None:
            page.locator(".cc-segments a", has_text=f"Phase {phase[-1]}").click()

        yield App(f"http://127.0.0.1:{server.port}/", choose, save)


APPS = {"Contested Count": ours, "Datasette": datasette, "Dash": dash, "Panel": panel, "marimo": marimo}
