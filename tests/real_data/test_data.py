"""The real data: no errors, nothing lost, nothing said that we do not say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from ledger.checks.load_dataset import Dataset, load_dataset
from ledger.store.build_store import in_memory
from tests.real_data.claim_ids import current_ids, listed
from tests.support.paths import ROOT

DATA = ROOT / "data"

# At least so many. Explain the change before lowering one.
CLAIMS = {
    ("phase-1", "bla"): 20,
    ("phase-1", "state"): 58,
    ("phase-1", "tallies"): 38,
    ("phase-1", "independent"): 12,
    ("between", "bla"): 10,
    ("phase-2", "bla"): 47,
    ("phase-2", "state"): 145,
    ("phase-2", "tallies"): 40,
    ("phase-2", "independent"): 22,
    ("phase-2", None): 16,
}
APPEARANCES, REPORTS, STATEMENTS, EVENTS, PLACES = 580, 315, 185, 77, 77
# Words that are never ours (design.md §5.11). Quoted, they are the claimant's.
NOT_OURS = re.compile(
    r"\bterrorists?\b|militant|martyr|freedom fighter|occupying|eliminat|neutrali[sz]ed|\badmit|\bconfirmed|insurgent"
    r"|\brebels?\b|separatist|\bclaimed\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r'"[^"]*"|“[^”]*”')


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_dataset(DATA)


def test_no_errors(data):
    assert [str(problem) for problem in data.errors] == []


def test_it_fits_into_a_store(data):
    store = in_memory(data)
    assert store.execute("select count(*) from claims").fetchone() == (len(data.claims),)
    store.close()


def test_nothing_is_lost(data):
    sides = {key: claimant.side for key, claimant in data.words.claimants.items()}
    found = Counter((row.phase, sides[row.claimant]) for row in data.claims)
    assert {key: found[key] for key in CLAIMS if found[key] < CLAIMS[key]} == {}
    assert sum(len(row.record.appears) for row in data.claims) >= APPEARANCES
    assert len(data.reports) >= REPORTS
    assert len(data.statements) >= STATEMENTS
    assert len(data.events) >= EVENTS
    assert len(data.words.places) >= PLACES


def labels(data: Dataset, claimant: str, group: str, phase: str, *metrics: str) -> list[str]:
    """A claimant's whole-operation figures for a group in the order in which they were said."""
    rows = [
        row
        for row in data.claims
        if (row.claimant, row.group, row.phase) == (claimant, group, phase)
        and row.metric in metrics
        and row.places == ("operation",)
        and not row.who
        and row.counting == "cumulative"
        and row.figure is not None
    ]
    rows.sort(key=lambda row: (row.said.end, row.id not in data.superseded))
    return [str(row.figure.printed) for row in rows if row.figure]


def test_the_figures_of_the_starting_article(data):
    rows = {row.id: row for row in data.claims}
    expected = {
        "bla-2026-01-31.neutralised.security_forces.bla": "84",
        "bla-2026-01-31.wounded.security_forces.bla": "dozens",
        "bla-2026-01-31.captured.security_forces.bla": "18",
        "bla-2026-01-31.killed.bla": "7",
        "bla-2026-01-31.killed.majeed_brigade": "4",
        "bla-2026-01-31.locations": "48",
        "bla-2026-01-31.cities": "14",
        "authorities-in-bombay-samachar-2026-01-31.killed.fighters": "108",
        "authorities-in-bombay-samachar-2026-01-31.killed.fighters.saturday": "47",
        "interior-minister-2026-01-31.killed.security_forces": "10",
    }
    assert {name: rows[name].figure.printed for name in expected} == expected
    part = rows["authorities-in-bombay-samachar-2026-01-31.killed.fighters.saturday"]
    assert (part.counting, part.part_of) == ("period", "authorities-in-bombay-samachar-2026-01-31.killed.fighters")
    assert rows["provincial-spokesperson-2026-01-31.outcome"].says
    assert len(data.statements["bla-2026-01-31"].record.names) == 16


def test_each_account_moves_as_its_claimant_said(data):
    first = labels(data, "bla", "security_forces", "phase-1", "killed")
    assert first == ["more than 60", "102", "130"]
    second = labels(data, "bla", "security_forces", "phase-2", "killed", "neutralised")
    assert second == ["84", "more than 150", "more than 200", "280", "310", "over 362"]
    assert labels(data, "ispr", "security_forces", "phase-2", "killed") == ["15", "22"]
    assert labels(data, "ispr", "fighters", "phase-2", "killed") == ["133", "216"]


def test_no_id_of_a_claim_vanishes():
    """A claim that changes its id keeps the old one under `formerly`. New ids: python tests/real_data/claim_ids.py."""
    now, former = current_ids()
    assert sorted(listed() - now - former) == []


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: str(path.relative_to(DATA)))
def test_each_file_points_to_its_schema(path):
    if path.name == "template.yaml":
        return
    parts = path.relative_to(DATA).parts
    kind = parts[0].removesuffix(".yaml")
    up = "../" * (len(parts) - 1)
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={up}schema/{kind}.json"
    assert (path.parent / f"{up}schema/{kind}.json").resolve().is_file()


def our_words(data: Dataset) -> Iterator[tuple[str, str | None]]:
    """Everything that readers see and that we wrote ourselves."""
    for row in data.claims:
        yield row.id, row.record.note
        yield row.id, row.record.says
        for appearance in row.record.appears:
            yield row.id, appearance.note
        for correction in row.record.corrected:
            yield row.id, correction.why
    for placed in (*data.statements.values(), *data.reports.values(), *data.events):
        for field in ("note", "what", "not_linked"):
            yield placed.record.id, getattr(placed.record, field, None)
    words = data.words
    for item in (*words.claimants.values(), *words.places.values()):
        yield item.id, item.note
    for item in (*words.groups.values(), *words.who.values(), *words.metrics.values()):
        yield item.id, item.definition
    for text in (words.dataset.title, words.dataset.summary, words.dataset.read_note):
        yield "dataset", text


def test_loaded_words_are_never_ours(data):
    found = [(name, text) for name, text in our_words(data) if text and NOT_OURS.search(QUOTED.sub("", text))]
    assert found == []


def test_an_armed_groups_own_media_are_not_linked(data):
    media = re.compile(r"hakkal|t\.me/|telegram|bitchute|/bla[-_]?media", re.IGNORECASE)
    assert [p.record.id for p in data.reports.values() if media.search(p.record.url or "")] == []
