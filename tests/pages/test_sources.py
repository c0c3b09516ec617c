"""The Sources page: lists under filters, one claim's own page, and what can be taken away."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from frictionless import Package

from ledger.checks.load_dataset import load_dataset
from pages.parts.sources.downloads import exported, zipped
from queries.sources.claims_and_reports import (
    Wanted,
    claim_by_id,
    claim_corrections,
    claim_printings,
    claim_relatives,
    claim_revisions,
    sources,
    sources_appearances,
    sources_choices,
    sources_reports,
    sources_statements,
)
from tests.support.opened_app import Open
from tests.support.paths import ROOT
from tests.support.world import World, claim, statement

CLAIM = "n-10.killed.southern_forces"


def ids(rows: pd.DataFrame) -> list[str]:
    return rows["id"].tolist()


@pytest.fixture
def told(world: World) -> duckdb.DuckDBPyConnection:
    """Two days of the lake war: a whole with parts, a revision, a relay, a correction, a former id."""
    parts = [{"of": "southern_army", "figure": 60, "place": "harbour"}, {"of": "southern_police", "figure": 24}]
    appears = [{"report": "bulletin", "figure": "over 80", "words": "dozens of soldiers"}]
    corrected = [{"on": "2031-03-12", "from": 48, "to": 84, "why": "digits were swapped"}]
    world.say(
        statement(claim(including=parts, appears=appears, corrected=corrected, formerly=["n.old"], as_stated="enemy"),
                  names="[mill]", speaker="A. Speaker"),
        statement(claim(figure=90), claim(metric="wounded", of="civilians", figure="dozens", place="mill"),
                  id="n-11", said="2031-03-11", reports="[bulletin]"),
    )
    world.say(statement(claim(figure=10, basis="bodies"), id="s-10", claimant="ministry", reports="[undated-page]"),
              side="south")
    return world.store()


def test_filters(told: duckdb.DuckDBPyConnection) -> None:
    whole = f"{CLAIM}"
    cases = {
        Wanted(side="south"): ["s-10.killed.southern_forces"],
        Wanted(claimant="ministry"): ["s-10.killed.southern_forces"],
        Wanted(metric="wounded"): ["n-11.wounded.civilians.mill"],
        Wanted(group="southern_forces", claimant="northern-command", search="n-10."): [
            *(whole, "n-10.killed.southern_army.harbour", "n-10.killed.southern_police")
        ],
        Wanted(place="harbour-district"): ["n-10.killed.southern_army.harbour"],
        Wanted(rung="3"): ["s-10.killed.southern_forces"],
        Wanted(read="full", group="southern_police"): ["n-10.killed.southern_police"],
        Wanted(search="ENEMY speaker"): [whole],
        Wanted(search="enemy nowhere"): [],
        Wanted(phase="autumn"): [],
    }
    for wanted, expected in cases.items():
        assert sorted(ids(sources(told, wanted, None))) == sorted(expected), wanted


def test_lists_of_statements_printings_and_reports(told: duckdb.DuckDBPyConnection) -> None:
    wanted = Wanted(phase="spring")
    assert ids(sources_statements(told, wanted, None)) == ["n-10", "s-10", "n-11"]
    assert ids(sources_statements(told, Wanted(search="mill"), None)) == ["n-10", "n-11"]
    assert sources_appearances(told, wanted, None)[["id", "publisher", "printed_figure"]].values.tolist() == [
        [CLAIM, "Bulletin", "over 80"]
    ]
    assert ids(sources_appearances(told, Wanted(search="soldiers"), None)) == [CLAIM]
    assert ids(sources_reports(told, wanted, None)) == ["gazette", "bulletin", "undated-page"]
    assert ids(sources_reports(told, Wanted(side="south"), None)) == ["undated-page"]


def test_lists_as_of_a_moment(told: duckdb.DuckDBPyConnection) -> None:
    first_day = pd.Timestamp("2031-03-10 15:00").to_pydatetime()
    assert ids(sources_statements(told, Wanted(), first_day)) == ["n-10", "s-10"]
    assert "n-11.killed.southern_forces" not in ids(sources(told, Wanted(), first_day))


def test_choices_are_what_the_phase_has(told: duckdb.DuckDBPyConnection) -> None:
    choices = sources_choices(told, "spring")
    assert choices[choices["filter"] == "group"]["name"].tolist() == [
        *("People", "Not fighters", "Southern forces", "Southern army", "Southern police", "Civilians")
    ]
    assert choices[choices["filter"] == "place"]["name"].tolist() == [
        *("Harbour", "Harbour district", "Lakeland", "Mill", "whole operation")
    ]
    assert sources_choices(told, "autumn").empty


def test_everything_about_one_claim(told: duckdb.DuckDBPyConnection) -> None:
    assert claim_by_id(told, CLAIM)["is_corrected"].tolist() == [True]
    assert claim_by_id(told, "n.old")["id"].tolist() == [CLAIM]
    assert claim_by_id(told, "n.never").empty
    related = claim_relatives(told, "n-10.killed.southern_police")
    assert related[["relation", "id"]].values.tolist() == [
        ["whole", CLAIM], ["other part", "n-10.killed.southern_army.harbour"],
    ]
    assert claim_relatives(told, CLAIM)[["relation", "which"]].values.tolist() == [
        ["part", "Southern army, Harbour"], ["part", "Southern police"],
    ]
    assert ids(claim_revisions(told, CLAIM)) == [CLAIM, "n-11.killed.southern_forces"]
    assert claim_printings(told, CLAIM)["publisher"].tolist() == ["The Gazette", "Bulletin"]
    assert claim_corrections(told, CLAIM)[["on", "from", "to", "why"]].values.tolist() == [
        ["2031-03-12", "48", "84", "digits were swapped"]
    ]


def page_text(at: object) -> str:
    return "\n".join(element.proto.body for element in at.get("html"))  # type: ignore[attr-defined]


def test_the_page_of_a_claim(open_app: Open, world: World, told: duckdb.DuckDBPyConnection) -> None:
    at = open_app("sources", world.path, claim="n.old")
    assert not at.exception
    text = page_text(at)
    for words in (
        *("Northern command: ", "Formerly n.old; the id of this claim is now " + CLAIM, "“enemy”", "A. Speaker"),
        *("exactly 84", "digits were swapped", "over 80", "https://example.org/gazette", 'target="_blank"'),
        *("a part of it", "corrected here", "Southern army, Harbour", "nobody@example.org"),
    ):
        assert words in text, words


def test_an_unknown_claim_says_so_and_is_escaped(open_app: Open, world: World) -> None:
    at = open_app("sources", world.path, claim="<b>x</b>")
    assert not at.exception
    assert "There is no claim with the id" in at.warning[0].value


@pytest.mark.parametrize("parameter", ["list", "sources_list"])
@pytest.mark.parametrize("shown", ["claims", "statements", "printings", "reports"])
def test_every_list_opens_by_id_and_by_the_label_of_earlier_links(open_app: Open, parameter: str, shown: str) -> None:
    at = open_app("sources", **{parameter: shown if parameter == "list" else shown.capitalize()})
    assert not at.exception
    assert "<table" in page_text(at)
    assert f'aria-current="true" data-key="list-{shown}"' in page_text(at)


@pytest.mark.parametrize("side", [{"side": "bla"}, {"sources_side": "BLA"}])
def test_filters_in_the_address(open_app: Open, side: dict[str, str]) -> None:
    at = open_app("sources", sources_search="fidayeen", **side)
    assert not at.exception
    assert ">Sources: 1 claim in 1 statement, read in 1 report</h1>" in page_text(at)


def test_rows_are_shown_a_screenful_at_a_time_and_the_address_says_which(open_app: Open) -> None:
    first, second = page_text(open_app("sources")), page_text(open_app("sources", **{"from": "20"}))
    assert "1–20 shown" in first and "Rows after ›: 21–40" in first and "Rows before" not in first
    assert "21–40 shown" in second and "‹ Rows before: 1–20" in second and "Rows after ›: 41–60" in second


@pytest.mark.parametrize("start", ["-1", "x", "7", "999999999999", "<b>"])
def test_any_start_gives_rows(open_app: Open, start: str) -> None:
    at = open_app("sources", **{"from": start})
    assert not at.exception
    assert "1–20 shown" in page_text(at)


def test_a_filter_that_lets_nothing_through(open_app: Open, world: World, told: duckdb.DuckDBPyConnection) -> None:
    at = open_app("sources", world.path, sources_search="zebra")
    assert not at.exception
    assert at.info[0].value.startswith("No claims pass these filters")


def test_frictionless_accepts_the_package(tmp_path: Path) -> None:
    version = load_dataset(ROOT / "data").version
    archive = zipped(exported(str(ROOT / "data"), version))
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        opened.extractall(tmp_path)
    described = json.loads((tmp_path / "datapackage.json").read_text())
    assert described["version"] == version
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]


def test_every_claim_has_a_page_and_a_source(real_store: duckdb.DuckDBPyConnection) -> None:
    rows = sources(real_store, Wanted(), None)
    assert rows["publisher"].notna().all()
    assert (rows["url"].notna() | rows["not_linked"].notna()).all()


# Figure, claimant, the claimant's figure in a heading or cell: what the starting article prints of each voice.
ARTICLE = [
    ("84", "BLA"),
    ("18", "BLA"),
    ("10", "Interior Minister"),
    ("108", "Pakistani authorities, in Bombay Samachar"),
    ("47", "Pakistani authorities, in Bombay Samachar"),
]


@pytest.mark.parametrize(("figure", "claimant"), ARTICLE)
def test_the_article_s_figures_stand_with_their_claimants(open_app: Open, figure: str, claimant: str) -> None:
    at = open_app("sources", phase="phase-2", at="2026-01-31", sources_search=claimant)
    rows = re.findall(r"<tr>.*?</tr>", page_text(at), re.DOTALL)
    assert any(f">{figure}</" in row and claimant in row for row in rows)
