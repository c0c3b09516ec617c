"""`python -m ledger new`: the folder checks clean, opens on every page, and its first example can be uncommented."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
import yaml

from ledger.__main__ import main
from ledger.begin.ask import asked
from ledger.begin.beginning import Phase, Side, id_of, read_phase, read_side
from ledger.checks.load_dataset import load_dataset
from tests.support.opened_app import PAGES
from tests.support.paths import ROOT

CIVIL_WAR = ["--side", "Northland:state", "--side", "Lake Front:armed-group", "--side", "Hill Front:armed group"]
TWO_STATES = ["--side", "Northland:state", "--side", "south=جنوب:state"]
REST = ["--title", 'The lake war: "first" part', "--timezone", "Asia/Tokyo", "--phase", "The spring:2031-03-10"]


def new(folder: Path, *options: str) -> int:
    return main(["new", str(folder), *REST, *options])


@pytest.fixture(scope="module", params=[CIVIL_WAR, TWO_STATES], ids=["civil war", "two states"])
def folder(request, tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("new") / "data"
    assert new(made, *request.param, "--phase", "The truce") == 0
    return made


def test_it_checks_clean(folder, capsys):
    assert main(["check", "--data", str(folder)]) == 0
    assert capsys.readouterr().out == "no errors, no warnings in no claims\n"


@pytest.mark.parametrize("page_stem", PAGES)
def test_every_page_opens_and_says_what_to_do_next(open_app, folder, page_stem):
    at = open_app(page_stem, folder)
    assert not at.exception
    assert "statements/the-spring/" in at.info[0].value and "Nothing has been entered yet" in at.info[0].value


def test_every_file_names_its_schema_and_the_schema_is_there(folder):
    paths = [path for path in folder.rglob("*.yaml") if path.name != "template.yaml"]
    assert len(paths) > 10
    for path in paths:
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert found and (path.parent / found[1]).resolve().is_file(), path


def test_the_first_report_and_statement_can_be_uncommented(folder, tmp_path, open_app):
    copy = tmp_path / "data"
    for path in folder.rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            if path.parent.name in ("reports", "northland") or path.name in ("northland.yaml", "the-spring.yaml"):
                head, found, example = text.partition("\n# - id:")
                text = head + re.sub(r"(?m)^# ?", "", f"{found}{example}") if found else text
            target = copy / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    data = load_dataset(copy)
    assert [str(problem) for problem in data.problems] == []
    assert [row.id for row in data.claims] == [
        "northland-2031-03-10.killed.northland_forces",
        "northland-2031-03-10.wounded.civilians",
    ]
    at = open_app("overview", copy)
    assert not at.exception
    assert not any("Nothing has been entered yet" in info.value for info in at.info)


def test_the_tree_holds_each_party_s_people(folder):
    words = load_dataset(folder).words
    assert words is not None and words.is_forces("northland_forces")
    assert words.side_of_group("northland_forces") == "northland"
    if "fighters" in words.groups:
        assert words.group_paths["lake_front_members"] == ("lake_front_members", "fighters", "people")
        assert words.group_paths["northland_forces"] == ("northland_forces", "not_fighters", "people")
        assert (words.side_of_group("lake_front_members"), words.side_of_group("fighters")) == ("lake-front", None)
    else:
        assert words.groups["south_forces"].name == "جنوب: armed forces"
        assert words.side_of_group("south_civilians") == "south"


def test_the_fighters_of_a_single_armed_group_are_on_its_side(tmp_path):
    assert new(tmp_path / "data", "--side", "Northland:state", "--side", "Lake Front:armed-group") == 0
    assert load_dataset(tmp_path / "data").words.side_of_group("fighters") == "lake-front"


def test_the_common_metrics_mean_what_they_mean_in_the_data_folder():
    """So that figures can move from one collection to another."""
    common = {m["id"]: m for m in yaml.safe_load((ROOT / "ledger/begin/common/metrics.yaml").read_text("utf-8"))}
    first = {m["id"]: m for m in yaml.safe_load((ROOT / "data/metrics.yaml").read_text("utf-8"))}
    shared = common.keys() & first.keys()
    assert len(shared) > 20
    for name in shared:
        for field in ("family", "value", "unit", "state_of", "counting"):
            assert common[name].get(field) == first[name].get(field), (name, field)


def test_nothing_is_ever_overwritten(tmp_path, capsys):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    assert new(folder, *TWO_STATES) == 1
    assert capsys.readouterr().err == (
        f"{folder} is there already and is not empty; name another folder, or move this one away\n"
    )
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
    (folder / "notes.txt").unlink()
    assert new(folder, *TWO_STATES) == 0


def test_where_nobody_can_be_asked_it_says_what_is_missing(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["new", str(tmp_path / "data"), "--title", "The lake war"]) == 2
    assert capsys.readouterr().err == (
        "nobody is there to be asked: give --timezone, --side, --phase (python -m ledger new --help)\n"
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--side", "Northland", 'side "Northland": write "NAME:ROLE" with one of the roles state'),
        ("--side", "Northland:king", "write \"NAME:ROLE\""),
        ("--side", "جنوب:state", 'write an id of a-z, 0-9 and - in front of the name, as in "north=جنوب"'),
        ("--side", "northland=Other:state", 'the id "northland" is taken'),
        ("--phase", "Spring:10 March", '"10 March" is not a day'),
        ("--timezone", "Lake/Town", 'unknown time zone "Lake/Town"'),
    ],
)
def test_what_cannot_be_read_says_what_to_write(tmp_path, capsys, option, value, message):
    assert new(tmp_path / "data", "--side", "Northland:state", option, value) == 2
    assert message in capsys.readouterr().err


def test_questions_are_asked_until_the_answer_can_be_read():
    wrong_and_right = "|The lake war|Nowhere|Asia/Tokyo||North|North:state||Spring:1|Spring|"
    answers = iter(wrong_and_right.split("|"))
    said: list[str] = []
    made = asked(None, None, [], [], lambda question: next(answers), said.append)
    assert (made.title, made.timezone) == ("The lake war", "Asia/Tokyo")
    assert made.sides[0] == Side("north", "North", "state")
    assert [side.id for side in made.sides] == ["north", "independent", "tallies"]
    assert made.phases == (Phase("spring", "Spring", None),)
    assert len([line for line in said if "write" in line or "name at least" in line]) == 5


def test_names_become_ids():
    assert id_of("Région du Fleuve (nord)") == "region-du-fleuve-nord"
    assert read_side("n=North: the first:state") == Side("n", "North: the first", "state")
    assert read_phase("Spring:2031-03-10") == Phase("spring", "Spring", "2031-03-10")
