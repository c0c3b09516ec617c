"""Figures as real pages print them: `printed_phrases.csv`, each with the address of its page, and what it is read as.

One row is a phrase: kind (how its metric counts: count or share), form (design.md §2; `refused` where it is no figure
by itself), low and high (its bounds; empty = none), point (the printed number), address (where it was read).
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ledger.claims.figures import FigureError, printed_words, read_figure

TABLE = Path(__file__).with_name("printed_phrases.csv")
PHRASES = list(csv.DictReader(TABLE.open(encoding="utf-8", newline="")))
HEDGES = ("about", "around", "some", "nearly", "almost", "roughly", "approximately", "close to", "estimated", "≈", "~")


def expected(row: dict[str, str]) -> tuple[str, int | None, int | None, int | None]:
    low, high, point = (int(row[name]) if row[name] else None for name in ("low", "high", "point"))
    return row["form"], low, high, point


def test_the_table_is_wide_enough() -> None:
    assert len({(row["phrase"].lower(), row["kind"]) for row in PHRASES}) >= 150
    assert len({row["address"] for row in PHRASES}) >= 80
    assert all(row["address"].startswith(("http://", "https://")) for row in PHRASES)
    every_form = {"exact", "at_least", "more_than", "at_most", "fewer_than", "range", "about", "word", "none"}
    assert every_form <= {row["form"] for row in PHRASES}


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: f"{row['phrase']}-{row['kind']}")
def test_a_printed_phrase_is_read_as_it_should_be(row: dict[str, str]) -> None:
    if row["form"] == "refused":
        with pytest.raises(FigureError):
            read_figure(row["phrase"], row["kind"])  # type: ignore[arg-type]
        return
    figure = read_figure(row["phrase"], row["kind"])  # type: ignore[arg-type]
    assert (figure.form, figure.low, figure.high, figure.point) == expected(row)


@pytest.mark.parametrize(
    "row", [row for row in PHRASES if row["form"] != "refused"], ids=lambda row: f"{row['phrase']}-{row['kind']}"
)
def test_what_a_page_prints_reads_back_as_the_same_figure(row: dict[str, str]) -> None:
    figure = read_figure(row["phrase"], row["kind"])  # type: ignore[arg-type]
    label = printed_words(figure)
    again = read_figure(label, row["kind"])  # type: ignore[arg-type]
    assert (again.form, again.low, again.high, again.point) == (figure.form, figure.low, figure.high, figure.point)
    assert printed_words(again) == label
    assert sum(hedge in label.split() or label.startswith(hedge) for hedge in HEDGES) <= 1, label
