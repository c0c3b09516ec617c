"""`/api/…`: the same rows and columns as the export and the pages, read only, with data version and plain errors."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from ledger.exports.export_columns import COLUMNS
from ledger.exports.write_export import write_export
from tests.support.world import EVENT_FIELDS, claim, statement

CLAIM = "n-10.killed.southern_forces.north"


@pytest.fixture
def told(world, asked):
    world.say(
        statement(claim(by="north", as_stated="'=soldiers'", note="'-1+1'")),
        statement(claim(by="north", figure=90), claim(figure=3, place="mill"), id="n-11", said="2031-03-11"),
    )
    world.say(statement(claim(figure=10), id="s-11", claimant="ministry", said="2031-03-11"), side="south")
    world.write("events/spring.yaml", "- " + EVENT_FIELDS)
    return asked(world.path)


def rows(answer):
    assert answer.status == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.mark.parametrize("table", COLUMNS)
def test_the_tables_are_those_of_the_export(told, world, tmp_path, table):
    write_export(world.load(), tmp_path)
    assert told(f"/api/{table}.csv").body == (tmp_path / f"{table}.csv").read_bytes()


def test_json_and_parquet_hold_the_same(told, world, tmp_path):
    write_export(world.load(), tmp_path)
    for name in ("claims.json", "claims.parquet", "datapackage.json"):
        assert told(f"/api/{name}").body == (tmp_path / name).read_bytes()


@pytest.mark.parametrize(
    ("address", "ids"),
    [
        ("compare.csv", ["n-11.killed.southern_forces.north", "s-11.killed.southern_forces"]),
        ("compare.csv?at=2031-03-10", [CLAIM]),
        ("compare.csv?q=killed.southern_forces.-.-.mill", ["n-11.killed.southern_forces.mill"]),
        ("timeline.csv?at=2031-03-10", [CLAIM]),
        ("cities.csv?place=mill", ["n-11.killed.southern_forces.mill"]),
        ("cities.csv", ["n-11.killed.southern_forces.mill"]),
        ("timeline.csv?phase=autumn", []),
    ],
)
def test_the_rows_of_a_view(told, address, ids):
    found = rows(told(f"/api/{address}"))
    assert [row["id"] for row in found] == ids
    assert told(f"/api/{address}").text.splitlines()[0].split(",") == [column.name for column in COLUMNS["claims"]]


def test_the_questions_are_listed_by_the_ids_that_addresses_take(told):
    found = rows(told("/api/questions.csv"))
    assert [row["id"] for row in found] == ["killed.southern_forces.north", "killed.southern_forces.-.-.mill"]
    for row in found:
        assert told(f"/api/compare.json?q={row['id']}").json


@pytest.mark.parametrize("kind", ["csv", "json", "parquet"])
@pytest.mark.parametrize("view", ["overview", "compare", "cities", "timeline", "checks", "questions"])
def test_every_view_in_every_kind(told, view, kind):
    answer = told(f"/api/{view}.{kind}")
    assert answer.status == 200
    if kind == "parquet":
        assert len(pd.read_parquet(io.BytesIO(answer.body))) == len(told(f"/api/{view}.json").json)


def test_no_cell_is_a_formula(told):
    assert rows(told("/api/claims.csv"))[0]["as_stated"] == "'=soldiers"
    assert rows(told("/api/compare.csv?at=2031-03-10"))[0]["note"] == "'-1+1"


def test_headers(told, world):
    version = world.load().version
    answer = told("/api/compare.csv?at=2031-03-10&utm_source=x")
    assert answer.headers["ETag"].startswith(f'W/"{version}-')
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == "public, max-age=10, must-revalidate"
    name = f"compare-spring-2031-03-10-killed.southern_forces.north-{version}.csv"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize("address", ["/api/claims.csv", "/card.png", "/feed.xml", "/api/cite"])
def test_who_has_it_is_not_sent_it_again(told, address):
    first = told(address)
    again = told(address, headers={"If-None-Match": f'"other", {first.headers["ETag"]}'})
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert told(address, headers={"If-None-Match": '"other"'}).status == 200


def test_another_data_version_is_sent_again(told, world, asked):
    before = told("/api/claims.csv").headers["ETag"]
    world.change("statements/spring/south.yaml", "figure: 10", "figure: 11")
    after = asked(world.path)("/api/claims.csv", headers={"If-None-Match": before})
    assert after.status == 200
    assert after.headers["ETag"] != before


@pytest.mark.parametrize("address", ["/api/claims.csv", "/card.png", "/feed.xml", "/api/cite", "/api/nothing"])
def test_reading_is_all_that_can_be_done(told, address):
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = told(address, method)
        assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
        assert answer.json["error"] == "These addresses are for reading: use GET."
    options = told(address, "OPTIONS", {"Origin": "https://other.example", "Access-Control-Request-Method": "GET"})
    assert (options.status, options.headers["Access-Control-Allow-Origin"]) == (204, "*")


def test_only_the_head(told):
    whole, head = told("/api/claims.csv"), told("/api/claims.csv", "HEAD")
    assert (head.status, head.body, head.headers["ETag"]) == (200, b"", whole.headers["ETag"])
    assert head.headers["Content-Length"] == str(len(whole.body))


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        (
            "/api/compare.csv?phase=winter", 404,
            "There is no such phase. Write phase= with one of: spring, between, autumn.",
        ),
        ("/api/compare.csv?at=soon", 400, "Write at= as a day (2031-03-11) or a time (2031-03-11T18:00)."),
        (
            "/api/compare.csv?q=x", 404,
            "There is no such question in this phase. The file /api/questions.csv lists their ids.",
        ),
        ("/api/cities.csv?place=x", 404, "There is no such place. The file /api/places.csv lists their ids."),
        ("/api/cite?claim=x", 404, "There is no such claim. The file /api/claims.csv lists their ids."),
        ("/api/cite?format=x", 400, "Write format= with one of: bibtex, csl, text."),
        ("/card.png?theme=x", 400, "Write theme=light or theme=dark."),
        (
            "/api/claims.csv?" + "x" * 3000, 414,
            "The address is too long; 2000 characters are enough for every question.",
        ),
    ],
)  # fmt: skip
def test_errors_say_what_to_do(told, address, status, sentence):
    answer = told(address)
    assert (answer.status, answer.json) == (status, {"status": status, "error": sentence})
    assert answer.headers["Cache-Control"] == "no-store"


def test_too_many_rows_are_not_sent(told, world, asked, monkeypatch):
    monkeypatch.setattr("pages.parts.public.data_routes.MOST_ROWS", 2)
    world.change("statements/spring/south.yaml", "figure: 10", "figure: 12")  # asked for by nobody before
    answer = asked(world.path)("/api/claims.csv")
    assert answer.status == 413
    assert answer.json["error"] == "4 rows are too many to send; run: python -m ledger export OUT"


def test_a_folder_with_errors_and_nothing_kept_says_so(world, asked, monkeypatch, tmp_path):
    monkeypatch.setenv("LEDGER_STORE", str(tmp_path / "no-store"))
    world.write("groups.yaml", "[")
    for address in ("/api/claims.csv", "/card.png", "/feed.xml", "/api/cite"):
        answer = asked(world.path)(address)
        assert answer.status == 503
        assert answer.json["error"] == (
            "The data folder has errors and no earlier figures are kept; try again later."
        )
    assert "<title>Streamlit</title>" in asked(world.path)("/compare").text


def test_an_empty_folder_answers_everywhere(world, asked):
    ask = asked(world.path)
    for address in ("claims.csv", "overview.csv", "compare.json", "cities.parquet", "timeline.csv", "checks.csv"):
        assert ask(f"/api/{address}").status == 200
    for address in ("/card.png", "/feed.xml", "/api/cite", "/", "/compare", "/cities", "/timeline", "/try"):
        assert ask(address).status == 200
