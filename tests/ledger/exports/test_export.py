"""Everything taken away: exactly the columns promised, nothing lost, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import frictionless
import pandas as pd
import pytest

from ledger.exports.write_export import csv_bytes, harmless, json_bytes, table_frame, write_export
from tests.support.world import EVENT_FIELDS, claim, statement

CLAIMS = [
    *("id", "phase", "statement", "claimant", "side", "speaker", "said_from", "said_to", "covers_from", "covers_to"),
    *("covers_inferred", "metric", "group", "who", "by", "direction", "place", "places", "figure", "form", "low"),
    *("high", "point", "convention_low", "says", "counting", "part_of", "relies_on", "basis", "counted", "as_stated"),
    *("report", "publisher", "url", "note", "rung", "answers", "how", "withdraws", "archived"),
]
APPEARANCES = [
    *("claim", "report", "publisher", "url", "part", "figure", "form", "low", "high", "point", "metric", "group"),
    *("place", "places", "words", "note"),
]
CLAIM = "n-10.killed.southern_forces"


def tell(world) -> None:
    other = {"figure": "over 80", "metric": "neutralised", "places": "mill"}
    appears = [{"report": "bulletin", "part": "headline", **other}]
    world.say(
        statement(
            claim(who="[women, named]", by="north", appears=appears, note="'-1+1, a formula'", as_stated="'=soldiers'"),
            claim(metric="attacks", of=None, figure="dozens", places="[harbour, mill]", and_others=True),
            "{metric: ended, on: 2031-03-10 20:00+09:00}",
            "{metric: outcome, says: '@all is well'}",
            speaker="'+A. Example'",
            covers="{from: 2031-03-10, to: 2031-03-10, inferred: true}",
        )
    )
    relies = f"{CLAIM}.women+named.north"
    world.say(
        statement(claim(of="people", relies_on=relies, report="bulletin"), id="w", claimant="wire", said="2031-03-11"),
        side="tallies",
    )
    world.write("events/spring.yaml", "- " + EVENT_FIELDS)


@pytest.fixture
def out(world, tmp_path) -> Path:
    tell(world)
    write_export(world.load(), tmp_path / "out")
    return tmp_path / "out"


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def test_the_columns_are_those_promised(out):
    assert list(rows(out / "claims.csv")[0]) == CLAIMS
    assert list(rows(out / "appearances.csv")[0]) == APPEARANCES
    assert list(json.loads((out / "claims.json").read_text())[0]) == CLAIMS
    assert list(pd.read_parquet(out / "claims.parquet")) == CLAIMS


def test_a_claim_row_by_row(out):
    first = rows(out / "claims.csv")[0]
    assert first == {
        "id": f"{CLAIM}.women+named.north",
        "phase": "spring",
        "statement": "n-10",
        "claimant": "northern-command",
        "side": "north",
        "speaker": "'+A. Example",
        "said_from": "2031-03-10T00:00:00+09:00",
        "said_to": "2031-03-11T00:00:00+09:00",
        "covers_from": "2031-03-10T00:00:00+09:00",
        "covers_to": "2031-03-11T00:00:00+09:00",
        "covers_inferred": "True",
        "metric": "killed",
        "group": "southern_forces",
        "who": "women|named",
        "by": "north",
        "direction": "other",
        "place": "operation",
        "places": "operation",
        "figure": "84",
        "form": "exact",
        "low": "84",
        "high": "84",
        "point": "84",
        "convention_low": "",
        "says": "",
        "counting": "cumulative",
        "part_of": "",
        "relies_on": "",
        "basis": "statement",
        "counted": "",
        "as_stated": "'=soldiers",
        "report": "gazette",
        "publisher": "The Gazette",
        "url": "https://example.org/gazette",
        "note": "'-1+1, a formula",
        "rung": "1",
        "answers": "",
        "how": "",
        "withdraws": "",
        "archived": "",
    }


def test_answers_withdrawals_and_what_was_offered_go_along(world, tmp_path):
    copy = "https://archive.example/gazette"
    world.change("reports/spring.yaml", "published: 2031-03-11", f"published: 2031-03-11, archived: '{copy}'")
    withdrawal = statement(f"{{withdraws: {CLAIM}, says: it was withdrawn}}", id="n-12", said="2031-03-12")
    world.say(statement(claim(basis="names")), withdrawal)
    denial = f"{{answers: {CLAIM}, how: denies, says: not so}}"
    world.say(statement(denial, id="m", claimant="ministry"), side="south")
    write_export(world.load(), tmp_path / "out")
    names = ("id", "rung", "answers", "how", "withdraws", "archived")
    assert [tuple(row[name] for name in names) for row in rows(tmp_path / "out" / "claims.csv")] == [
        (CLAIM, "4", "", "", "", copy),
        ("n-12.killed", "1", "", "", CLAIM, copy),
        ("m.killed", "1", CLAIM, "denies", "", copy),
    ]
    report = frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate()
    assert report.valid


def test_what_is_not_stated_is_empty_and_what_is_several_is_joined(out):
    _, attacks, ended, outcome, summed = rows(out / "claims.csv")
    assert (attacks["figure"], attacks["low"], attacks["high"], attacks["convention_low"]) == ("dozens", "", "", "12")
    assert (attacks["place"], attacks["places"]) == ("", "harbour|mill|others")
    assert (ended["says"], ended["figure"], ended["counting"]) == ("2031-03-10 20:00+09:00", "", "")
    assert outcome["says"] == "'@all is well"
    assert (summed["relies_on"], summed["url"]) == (f"{CLAIM}.women+named.north", "")


def test_every_claim_has_an_appearance_of_its_own_report_first(out):
    found = rows(out / "appearances.csv")
    assert [(row["claim"], row["report"]) for row in found[:2]] == [
        (f"{CLAIM}.women+named.north", "gazette"),
        (f"{CLAIM}.women+named.north", "bulletin"),
    ]
    own, other = found[:2]
    assert [own[name] for name in ("part", "figure", "form", "low", "high", "point", "metric", "place")] == [
        *("", "84", "exact", "84", "84", "84", "killed", "operation")
    ]
    # what it prints otherwise; the rest agrees with the claim
    assert [other[name] for name in ("part", "figure", "form", "low", "high", "point", "metric", "place", "group")] == [
        *("headline", "over 80", "more_than", "81", "", "80", "neutralised", "mill", "southern_forces")
    ]
    assert {row["claim"] for row in found} == {row["id"] for row in rows(out / "claims.csv")}


def test_events_and_places(out):
    assert rows(out / "events.csv") == [
        {
            "id": "e",
            "phase": "spring",
            "kind": "attack",
            "when_from": "2031-03-10T05:00:00+09:00",
            "when_to": "2031-03-11T00:00:00+09:00",
            "precision": "hour",
            "according_to": "ministry",
            "places": "mill|operation",
            "what": "Something.",
            "reports": "gazette",
            "note": "",
        }
    ]
    places = {row["id"]: row for row in rows(out / "places.csv")}
    assert list(places) == ["lakeland", "operation", "harbour-district", "mill", "north-road", "harbour"]
    assert (places["harbour"]["lat"], places["harbour"]["precision_km"]) == ("35.1", "2")
    assert places["mill"]["aliases"] == "Mills"
    assert places["operation"]["within"] == "lakeland"


def test_the_three_formats_agree(out):
    text = rows(out / "claims.csv")
    records = json.loads((out / "claims.json").read_text(encoding="utf-8"))
    table = pd.read_parquet(out / "claims.parquet")
    assert [row["id"] for row in text] == [row["id"] for row in records] == list(table["id"])
    for row, record in zip(text, records, strict=True):
        for name, value in record.items():
            assert row[name].removeprefix("'") == ("" if value is None else str(value)), name
    assert str(table["low"].dtype).lower().startswith("int")
    assert str(table["said_from"].dt.tz) == "Asia/Tokyo"
    # only CSV is read by spreadsheets; the others keep the words as they are
    assert records[0]["as_stated"] == table["as_stated"][0] == "=soldiers"


def test_frictionless_accepts_the_package(out):
    report = frictionless.validate(str(out / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])
    tables = [task.name for task in report.tasks if task.type == "table"]
    assert tables == ["claims", "appearances", "events", "places"]


def test_frictionless_would_notice(out):
    text = (out / "appearances.csv").read_text(encoding="utf-8").replace(f"{CLAIM}.women", f"{CLAIM}.wmen", 1)
    (out / "appearances.csv").write_text(text, encoding="utf-8")
    assert not frictionless.validate(str(out / "datapackage.json")).valid


def test_the_package_says_what_it_is(world, out):
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    assert package["name"] == "the-lake-war"
    assert package["title"] == "The lake war"
    assert package["version"] == world.load().version
    assert package["licenses"] == [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]
    assert package["sources"] == [
        {"title": "Bulletin, 2031-03-12"},
        {"title": "The Gazette, 2031-03-11", "path": "https://example.org/gazette"},
        {"title": "Page", "path": "https://example.org/page"},
    ]
    assert "none was verified" in package["description"]
    for resource in package["resources"]:
        assert (out / resource["path"]).stat().st_size == resource["bytes"]
        for field in resource.get("schema", {}).get("fields", []):
            assert field["description"]


def test_the_same_folder_gives_the_same_files(world, out, tmp_path):
    write_export(world.load(), tmp_path / "again")
    for path in out.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_folder_in_which_nothing_was_said(world, tmp_path):
    write_export(world.load(), tmp_path / "out")
    assert (tmp_path / "out" / "claims.csv").read_text() == ",".join(CLAIMS) + "\n"
    assert json.loads((tmp_path / "out" / "claims.json").read_text()) == []
    assert frictionless.validate(str(tmp_path / "out" / "datapackage.json")).valid


def test_frames_have_the_types_of_their_columns(world):
    tell(world)
    frame = table_frame(world.store(), "claims")
    assert list(frame) == CLAIMS
    assert {str(frame[name].dtype) for name in ("low", "high", "point", "convention_low")} == {"Int64"}
    assert str(frame["covers_inferred"].dtype) == "boolean"
    assert str(table_frame(world.store(), "places")["lat"].dtype) == "Float64"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "=cmd|' /C calc'!A0"])
def test_cells_that_begin_like_a_formula_are_made_harmless(cell):
    objects = pd.Series([cell, 3, None], dtype=object)
    frame = pd.DataFrame({"text": [cell, "x=1", None], "number": [-1, 2, 3], "object": objects})
    made = harmless(frame)
    assert made["text"].tolist()[:2] == [f"'{cell}", "x=1"]
    assert made["number"].tolist() == [-1, 2, 3]
    assert made["object"].tolist() == [f"'{cell}", 3, None]
    # what was given is left as it was
    assert frame["text"][0] == cell


def test_csv_is_plain_utf_8_and_whole_numbers_are_whole():
    frame = pd.DataFrame(
        {
            "name": ["نوٹ", 'a "b", c', "two\nlines"],
            "low": [84.0, None, 3.0],
            "share": [0.5, 2.0, None],
            "naive": pd.to_datetime(["2031-03-10 00:00", None, "2031-03-10 20:00"]),
            "known": pd.to_datetime(["2031-03-10", None, "2031-03-11"]).tz_localize("Asia/Tokyo"),
        }
    )
    assert csv_bytes(frame).decode() == (
        "name,low,share,naive,known\n"
        "نوٹ,84,0.5,2031-03-10T00:00:00Z,2031-03-10T00:00:00+09:00\n"
        '"a ""b"", c",,2.0,,\n'
        '"two\nlines",3,,2031-03-10T20:00:00Z,2031-03-11T00:00:00+09:00\n'
    )
    second = {"name": 'a "b", c', "low": None, "share": 2.0, "naive": None, "known": None}
    assert json.loads(json_bytes(frame))[1] == second


def test_an_empty_frame_is_its_header():
    assert csv_bytes(pd.DataFrame({"a": [], "b": pd.Series([], dtype="str")})) == b"a,b\n"
