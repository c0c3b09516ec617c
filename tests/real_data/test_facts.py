"""Every entry of the fact base is a claim, an appearance of one, an event, or left out with a reason.

tests/real_data/facts/index.json lists the entries; the YAML files beside it say where each went. corrected.yaml names
the figures that were read again on their pages and entered otherwise than the fact base has them.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from ledger.checks.load_dataset import Dataset, load_dataset
from ledger.claims.claim_rows import ClaimRow
from ledger.claims.figures import Figure, read_figure, value_kind
from tests.support.paths import ROOT

FACTS = Path(__file__).parent / "facts"
FORMS = {"exact": "exact", "at_least": "at_least", "more_than": "more_than", "about": "about", "up_to": "at_most"}
WORDS = ("dozens", "hundreds", "several")
HOURS = {"minutes": 1 / 60, "hours": 1, "days": 24, "weeks": 168}


def _index() -> dict[str, dict[str, Any]]:
    return json.loads((FACTS / "index.json").read_text(encoding="utf-8"))


def _read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8")) or {}


INDEX = _index()
CORRECTED = _read(FACTS / "corrected.yaml")
MAPPINGS = {path.name: _read(path) for path in sorted(FACTS.glob("phase-*.yaml"))}
WHERE = {fact: place for mapping in MAPPINGS.values() for fact, place in mapping.items()}
FIGURES = sorted(fact for fact in INDEX if not fact.startswith("t-"))
EVENTS = sorted(fact for fact in INDEX if fact.startswith("t-"))


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_dataset(ROOT / "data")


@pytest.fixture(scope="module")
def claims(data) -> dict[str, ClaimRow]:
    return {row.id: row for row in data.claims}


def test_the_index_is_whole():
    assert (len(FIGURES), len(EVENTS)) == (327, 74)


def test_nothing_is_mapped_twice_or_left_unmapped():
    counts = Counter(fact for mapping in MAPPINGS.values() for fact in mapping)
    assert [fact for fact, count in counts.items() if count > 1] == []
    assert sorted(INDEX.keys() - counts.keys()) == []
    assert sorted(counts.keys() - INDEX.keys()) == []


def test_what_is_left_out_has_a_reason():
    reasons = [place["left_out"] for place in WHERE.values() if isinstance(place, dict) and "left_out" in place]
    assert all(len(reason.split()) >= 3 for reason in reasons)
    assert len(reasons) <= 10


@pytest.mark.parametrize("fact", FIGURES)
def test_a_figure_stands_where_the_mapping_says(fact, claims):
    place = WHERE[fact]
    if isinstance(place, dict) and "left_out" in place:
        return
    claim = place if isinstance(place, str) else place["appears"]
    assert claim in claims
    row = claims[claim]
    figures = [row.figure] if isinstance(place, str) else list(printed_in(row, place["report"]))
    assert figures, f"{claim} does not appear in {place}"
    if fact not in CORRECTED:
        assert any(agrees(figure, INDEX[fact]) for figure in figures), (INDEX[fact], figures)


def printed_in(row: ClaimRow, report: str) -> list[Figure | None]:
    """Every figure of the claim that the report prints."""
    own = [row.figure] if row.report == report else []
    for appearance in row.record.appears:
        if appearance.report == report:
            own.append(row.figure if appearance.figure is None else read(appearance.figure, row))
    return own


def read(value: int | str, row: ClaimRow) -> Figure:
    return read_figure(value, value_kind(row.figure.form if row.figure else None))


def agrees(figure: Figure | None, fact: dict[str, Any]) -> bool:
    """Whether the figure entered is the one of the fact base; a text or moment has none to compare."""
    if figure is None:
        return fact.get("value") is None
    if fact.get("low") is not None or fact.get("high") is not None:
        return (figure.low, figure.high) == (fact.get("low"), fact.get("high"))
    if fact.get("qualifier") in WORDS:
        return figure.form == "word"
    if figure.form in ("none", "none_reported"):
        return fact.get("value") == 0
    if figure.form == "duration":
        assert figure.duration_value is not None and figure.duration_unit is not None
        return figure.duration_value * HOURS[figure.duration_unit] == fact.get("value")
    return (figure.form, figure.point) == (FORMS.get(fact.get("qualifier", "")), fact.get("value"))


@pytest.mark.parametrize("fact", EVENTS)
def test_an_event_stands_where_the_mapping_says(fact, data):
    place = WHERE[fact]
    if isinstance(place, str):
        assert place in {event.record.id for event in data.events}
    else:
        assert place["left_out"]


def test_corrections_are_still_needed(claims):
    """An exception that no longer is one goes."""
    for fact, reason in CORRECTED.items():
        assert len(reason.split()) >= 4
        place = WHERE[fact]
        row = claims[place if isinstance(place, str) else place["appears"]]
        figures = [row.figure] if isinstance(place, str) else printed_in(row, place["report"])
        assert not any(agrees(figure, INDEX[fact]) for figure in figures), fact
