"""Findings as of T: one table for all moments, with the answers of asking every check again at each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ledger.checks.load_dataset import load_dataset
from ledger.store import run_checks as running
from ledger.store.build_store import code_version, in_memory
from ledger.store.run_checks import broken_checks, findings_of, run_checks
from pages.parts.claims.findings_words import findings_heading, size_words
from queries.findings.findings import (
    Narrowed,
    by_kind,
    checked_claimants,
    finding_counts,
    findings,
    findings_of_claim,
    findings_summary,
    named_claims,
)
from tests.support.paths import ROOT
from tests.support.world import World, claim, statement

NOT = "does not add up as reported"
AT_11 = datetime(2031, 3, 11, 15)
Store = duckdb.DuckDBPyConnection


@pytest.fixture
def own_store() -> Iterator[Store]:
    """The real data in a store that a test may change."""
    with in_memory(load_dataset(ROOT / "data")) as connection:
        yield connection


def moments(store: Store) -> list[datetime]:
    rows = store.execute("select distinct said_to from claim_details where said_to is not null order by said_to")
    return [row[0] for row in rows.fetchall()]


def phases(store: Store) -> list[str]:
    return [row[0] for row in store.execute("select id from phases").fetchall()]


def as_of(store: Store, t: datetime | None) -> set[tuple[Any, ...]]:
    """Check, finding, outcome, arithmetic and claims of all phases at T."""
    return {essence(row) for phase in phases(store) for row in findings(store, phase, t)}


def essence(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["check"], row["finding"], row["kind"], row["outcome"], row["arithmetic"], tuple(row["claims"])


def test_a_finding_holds_from_the_newest_of_its_claims(real_store: Store) -> None:
    every = findings_of(real_store)
    for t in moments(real_store):
        said = {row[0] for row in real_store.execute("select id from said_claims(?)", [t]).fetchall()}
        assert as_of(real_store, t) == {essence(row) for row in every if row["claims"] and set(row["claims"]) <= said}
    assert as_of(real_store, None) == {essence(row) for row in every}


def test_the_same_as_asking_again_with_only_what_was_said_by_then(own_store: Store) -> None:
    """Asked over the claims said by T alone, the checks find what the table tells for T.

    Left out: dates of start and end, which the phase's stated bounds give too, and those bounds are not said at a
    moment. In the table such a finding waits for all of its claims.
    """
    every = moments(own_store)
    told = {t: as_of(own_store, t) for t in every}
    for t in every[::-1][::5]:
        only_what_was_said_by(t, own_store)
        again, broken = run_checks(own_store)
        assert broken == []
        assert {essence(row) for row in again if row["check"] != "starts_and_ends"} == {
            row for row in told[t] if row[0] != "starts_and_ends"
        }


def only_what_was_said_by(t: datetime, store: Store) -> None:
    """Take everything said later out of the store."""
    for table in ("claim_details", "statements"):
        store.execute(f"delete from {table} where said_to is null or said_to > ?", [t])
    for table, column in (
        ("appearances", "claim"), ("printings", "claim"), ("claim_places", "claim"), ("claim_reliance", "claim"),
        ("claim_parts", "part"), ("claim_parts", "whole"),
    ):
        store.execute(f"delete from {table} where {column} not in (select id from claim_details)")
    store.execute("delete from statement_names where statement not in (select id from statements)")


def falling(world: World) -> Store:
    world.say(statement(claim(metric="captured", figure=18)),
              statement(claim(metric="captured", figure=17), id="n-11", said="2031-03-11"))
    return world.store(checked=True)


def test_counts_and_findings_as_of_a_moment(world: World) -> None:
    store = falling(world)
    before = datetime(2031, 3, 10, 15)
    assert findings(store, "spring", before) == [] == finding_counts(store, "spring", before)
    assert findings(store, "autumn", None) == []
    (row,) = findings(store, "spring", AT_11)
    assert (row["holds_from"], row["claimant_names"]) == (AT_11, ["Northern command"])
    assert finding_counts(store, "spring", AT_11) == [
        {"check": "falling_totals", "title": row["title"], "rule": row["rule"], "kind": "arithmetic", "outcome": NOT,
         "trivial": False, "findings": 1}
    ]


def test_an_undated_claim_gives_findings_of_the_latest_only(world: World) -> None:
    split = [{"of": "southern_army", "figure": 12}]
    world.say(statement(claim(figure=20, including=split), said=None, reports="[undated-page]"))
    store = world.store(checked=True)
    assert findings(store, "spring", datetime(2040, 1, 1)) == []
    assert [row["holds_from"] for row in findings(store, "spring", None)] == [None]


def test_narrowed_by_each_of_the_four(world: World) -> None:
    store = falling(world)
    for narrowed, number in (
        (Narrowed(claimant="northern-command"), 1), (Narrowed(claimant="ministry"), 0),
        (Narrowed(check="falling_totals", outcome=NOT, kind="arithmetic"), 1), (Narrowed(check="printed_words"), 0),
        (Narrowed(outcome="adds up"), 0), (Narrowed(kind="hedge only"), 0),
    ):
        assert len(findings(store, "spring", None, narrowed)) == number
        assert sum(row["findings"] for row in finding_counts(store, "spring", None, narrowed)) == number
    assert checked_claimants(store, "spring", None) == {"northern-command": "Northern command"}
    assert checked_claimants(store, "spring", datetime(2031, 3, 10, 15)) == {}


def test_passes_are_bounded_and_failures_are_not(real_store: Store) -> None:
    few = findings(real_store, "phase-2", None, most=2)
    every = findings(real_store, "phase-2", None)
    assert [row for row in few if row["outcome"] == NOT] == [row for row in every if row["outcome"] == NOT]
    passes = [row["check"] for row in few if row["outcome"] == "adds up" and not row["trivial"]]
    assert all(passes.count(check) <= 2 for check in passes) and len(few) < len(every)


def test_the_findings_of_a_claim_and_the_names_of_claims(world: World) -> None:
    store = falling(world)
    (row,) = findings_of_claim(store, "n-11.captured.southern_forces")
    assert row["claims"] == ["n-10.captured.southern_forces", "n-11.captured.southern_forces"]
    assert findings_of_claim(store, "n-12.captured") == []
    assert named_claims(store, tuple(row["claims"])) == {
        "n-10.captured.southern_forces": "Northern command: 18 captured",
        "n-11.captured.southern_forces": "Northern command: 17 captured",
    }
    assert named_claims(store, ()) == {}


def test_the_summary_for_the_overview(world: World) -> None:
    split = [{"of": "southern_forces", "figure": 23}, {"of": "civilians", "figure": 36}]
    appears = [{"report": "bulletin", "figure": "at least 18"}]
    world.say(statement(claim(metric="captured", figure=18, appears=appears)),
              statement(claim(metric="captured", figure=9), claim(of="not_fighters", figure=58, including=split),
                        id="n-11", said="2031-03-11"))
    told = findings_summary(world.store(checked=True), "spring", None)
    assert told["counts"]["arithmetic"][NOT] == 2
    assert told["counts"]["hedge only"][NOT] == 1
    assert told["counts"]["relay number"][NOT] == 0
    assert [(row["check"], size_words(row).replace("\N{NO-BREAK SPACE}", " ")) for row in told["worst"]] == [
        ("falling_totals", "9 of 18 (50 %)"), ("parts_together", "1 of 58 (2 %)"),
    ]
    assert told["sentences"][0].startswith("Northern command: captured, Southern forces: 18 (said 10 Mar 2031), then 9")
    assert findings_heading(told["counts"]) == (
        "Arithmetic inside the accounts: 2 of 4 sums do not add up; no relay prints another number or word"
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "Arithmetic inside the accounts: no sum could be made; no relay prints another number or word"),
        ([("arithmetic", NOT, False, 1)],
         "Arithmetic inside the accounts: 1 of 1 sum does not add up; no relay prints another number or word"),
        ([("arithmetic", "adds up", False, 1), ("arithmetic", "adds up", True, 9), ("relay word", NOT, False, 1)],
         "Arithmetic inside the accounts: the 1 sum does not fail to add up; relays print another number or word in "
         "1 case"),
        ([("arithmetic", "cannot be told", False, 1200), ("relay number", NOT, False, 40),
          ("hedge only", NOT, False, 7)],
         "Arithmetic inside the accounts: none of 1,200 sums fails to add up; relays print another number or word in "
         "40 cases"),
    ],
)
def test_the_heading_by_rule(rows: list[tuple[str, str, bool, int]], words: str) -> None:
    names = ("kind", "outcome", "trivial", "findings")
    assert findings_heading(by_kind(dict(zip(names, row, strict=True)) for row in rows)) == words


def test_a_broken_check_stops_neither_the_store_nor_the_other_checks(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in running.check_files():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "odd.sql").write_text("-- title: A\n-- rule: B.\nselect error('no')")
    columns = "'a' as finding, phase, claimant, 'arithmetic' as kind, 'adds up' as outcome, 'x' as arithmetic"
    terms = "null as arises, id as claims, [1, 2] as terms"
    (tmp_path / "shape.sql").write_text(f"-- title: A\n-- rule: B.\nselect {columns}, {terms} from claims")
    (tmp_path / "words.sql").write_bytes(b"-- title: \xff\n")
    before = code_version()
    monkeypatch.setattr(running, "CHECKS", tmp_path)
    store = falling(world)
    assert [row["check"] for row in findings_of(store)] == ["falling_totals"]
    assert [message.split(":")[0] for message in broken_checks(store)] == ["odd.sql", "shape.sql", "words.sql"]
    assert store.execute("select count(*) from claims").fetchone() == (2,)
    assert code_version() != before  # a changed check is another store
