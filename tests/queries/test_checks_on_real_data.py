"""What the consistency checks find in the real data: the listed findings, and that every finding is whole."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import duckdb
import pytest

from ledger.checks.load_dataset import load_dataset
from ledger.store.run_checks import CHECKS, KINDS, OUTCOMES, broken_checks, findings_of
from tests.support.paths import ROOT

NOT, TOLD, UP = "does not add up as reported", "cannot be told", "adds up"
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def real(real_store: duckdb.DuckDBPyConnection) -> Rows:
    assert broken_checks(real_store) == []
    return findings_of(real_store)


def of_check(rows: Rows, check: str, outcome: str | None = None) -> Rows:
    return [row for row in rows if row["check"] == check and outcome in (None, row["outcome"])]


# The findings that the issue lists: check, outcome, where it arises, and words of the arithmetic.
LISTED = [
    ("listed_places", NOT, None, "14 cities or towns stated, 16 names listed: 2 more than stated. Buleda, Tump, "
     "Turbat lie "
     "in Kech district, which is listed as well. 2 names are those of another kind of place than the rest "
     "(Kech district, Lasbela district); without them 14 are left"),
    ("remainders", NOT, "relay", "108 for 30 Jan 2026 to 31 Jan 2026, with 47 for 31 Jan 2026, leaves 61 for 30 "
     "Jan 2026; "
     "ISPR (military's media wing) gave 41 for 30 Jan 2026. With the 67 of Military sources, to EFE in place "
     "of 47: 41 + 67 = 108"),
    ("remainders", UP, None, "at least 108 for 30 Jan 2026 to 31 Jan 2026, with 67 for 31 Jan 2026, leaves at "
     "least 41 for "
     "30 Jan 2026; ISPR (military's media wing) gave 41 for 30 Jan 2026"),
    ("complete_sums", UP, None, "68 (Bela, camp) + 62 (Highways of Balochistan) = 130 killed"),
    ("complete_sums", UP, None, "10 (Army) + 4 (Law enforcement) = 14 killed"),
    ("complete_sums", UP, None, "92 (31 Jan 2026) + 41 (Harnai district, Panjgur district, 30 Jan 2026) = 133 killed"),
    ("parts_within_wholes", UP, None, "47 (31 Jan 2026) of 108 killed"),
    ("parts_within_wholes", UP, None, "4 (Majeed Brigade) of 7 killed"),
    ("parts_together", NOT, None, "more than 22 (State forces) + 36 (Civilians, by Fighters) = at least 59, 1 or more "
     "above 58 killed"),
    ("windows_before_zero", UP, None, "killed (Fighters): 108, 30 Jan 2026 to 31 Jan 2026; first attack 31 Jan "
     "2026. 47 of "
     "them from then on, which leaves 61 before"),
    ("windows_before_zero", UP, None, "killed (Fighters): 216, 29 Jan 2026 to 5 Feb 2026; first attack 31 Jan "
     "2026. 41 of "
     "them lie before, which leaves 175 from then on"),
    ("places_above_totals", UP, None, "Gwadar district, Kharan district: 18; whole operation: 36 killed, Civilians "
     "(said 5 Feb 2026)"),
]


@pytest.mark.parametrize(("check", "outcome", "arises", "arithmetic"), LISTED)
def test_listed_finding(real: Rows, check: str, outcome: str, arises: str | None, arithmetic: str) -> None:
    rows = [row for row in of_check(real, check) if row["arithmetic"] == arithmetic]
    assert [(row["outcome"], row["arises"]) for row in rows] == [(outcome, arises)]


def test_captives_fall(real: Rows) -> None:
    rows = of_check(real, "falling_totals", NOT)
    assert [row["claimants"] for row in rows] == [["bla"]]
    pattern = r"captured, State forces: 18 \(said 31 Jan 2026\), then 17 \(said \d+ Feb 2026\): 1 fewer"
    assert re.fullmatch(pattern, rows[0]["arithmetic"])


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("vehicles destroyed (State forces): more than 23", ["23 (Bombay Samachar English, paraphrase)", "over "
         "20 (DNA"]),
        ("captured (State forces): 17 (Aaj Tak)", ["14 (Greater Kashmir, paraphrase)"]),
        ('"neutralised" (State forces): 84', ["at least 84 (DNA India", "dozens (AzerNews"]),
    ],
)
def test_one_statement_with_different_figures(real: Rows, start: str, words: list[str]) -> None:
    rows = [row for row in of_check(real, "printed_figures") if row["arithmetic"].startswith(start)]
    assert [row["outcome"] for row in rows] == [NOT]
    assert all(word in rows[0]["arithmetic"] for word in words)


def test_killed_for_neutralised(real: Rows) -> None:
    rows = [row for row in of_check(real, "printed_words") if row["arithmetic"].startswith('84: "neutralised"')]
    assert len(rows) == 1
    assert "printed as killed (Bombay Samachar English, headline; DNA India, paraphrase" in rows[0]["arithmetic"]
    assert rows[0]["arises"] == "relay"


def test_end_dates_that_differ(real: Rows) -> None:
    rows = [row for row in of_check(real, "starts_and_ends") if row["arithmetic"].startswith("end: ")]
    words = {"|".join(row["claimants"]): row["arithmetic"] for row in rows}
    assert "4 Feb 2026 (Pakistan Today)" in words["ispr"] and "5 Feb 2026 (Telegraph India)" in words["ispr"]
    assert "6 Feb 2026, 16:00" in words["bla|ispr"] and words["bla|ispr"].endswith("each may speak of its own "
     "operation")


def test_findings_are_whole(real: Rows) -> None:
    assert {row["outcome"] for row in real} == set(OUTCOMES)
    assert {row["kind"] for row in real} == set(KINDS)
    assert all(row["arithmetic"] and not re.search(r"\bnan\b|None", row["arithmetic"]) for row in real)
    assert len({(row["check"], row["finding"]) for row in real}) == len(real)
    known = set(load_dataset(ROOT / "data").words.claimants)  # type: ignore[union-attr]
    assert {one for row in real for one in row["claimants"]} <= known


def test_what_an_outlet_did_is_no_arithmetic_of_a_party(real: Rows) -> None:
    assert not [row for row in real if row["kind"] == "arithmetic" and row["arises"] == "relay"]
    assert not [row for row in real if row["kind"] != "arithmetic" and row["arises"] == "claimant"]


def test_a_sum_is_never_printed_without_separators(real: Rows) -> None:
    bare = re.compile(r"(?<![\d,-])(?!(19|20)\d\d)\d{4,}(?![\d-])")
    ours = [row["arithmetic"] for row in real if row["check"] != "words_hold_figures"]  # which quotes the pages
    assert [text for text in ours if bare.search(text)] == []


def test_every_set_sum_has_the_lines_its_drawing_needs(real: Rows) -> None:
    drawn = [row for row in real if row["kind"] == "arithmetic" and row["outcome"] == NOT]
    assert drawn
    for row in drawn:
        assert row["severity"] == pytest.approx(row["difference"] / row["reference"])
        assert {term["role"] for term in row["terms"]} <= {"part", "less", "result", "stated"}
        assert row["terms"][0]["role"] == "part" and row["terms"][-1]["role"] == "stated"


def test_the_command_prints_the_same_findings(real: Rows) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ledger", "check", "--findings"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "does not add up as reported: phase-2 bla: captured, State forces: 18" in done.stdout
    assert done.stdout.count("\n  ") == len(real)
    assert CHECKS.is_dir()


def test_reading_only_the_first_lines_is_no_error() -> None:
    """`python -m ledger check --findings | head`: the pipe is closed while there is more to print."""
    command = [sys.executable, "-u", "-m", "ledger", "check", "--findings"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stderr
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 141
