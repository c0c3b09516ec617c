"""CONTRIBUTING.md is followed to the letter: what it says to paste is pasted, what it promises is found."""

import re

import pytest

from ledger.__main__ import main
from ledger.checks.load_dataset import load_dataset
from tests.support.conflicts import other_conflict
from tests.support.opened_app import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
REPORT, STATEMENT, MESSAGE, CORRECTION, ANSWER = re.findall(r"^```(?:yaml|text)\n(.*?)^```$", TEXT, re.M | re.S)
CORRECTED = "    - {metric: killed, of: crews, figure: 5}\n"


@pytest.fixture
def practice(tmp_path):
    folder = other_conflict(tmp_path / "practice")
    for name, block in (("reports/spring.yaml", REPORT), ("statements/spring/league.yaml", STATEMENT)):
        with (folder / name).open("a") as file:
            file.write(block)
    return folder


def test_a_report_and_a_statement_are_added_and_shown(practice, open_app):
    assert load_dataset(practice).errors == []
    at = open_app("overview", practice, phase="The spring raids")
    shown = re.sub(r"<[^>]+>", "", " ".join(html.proto.body for html in at.get("html")))
    assert "League command: more than 25" in shown


def test_a_mistake_gives_the_message_as_printed(practice, capsys):
    path = practice / "statements/spring/league.yaml"
    path.write_text(path.read_text().replace("of: wardens, by: crews, figure: more than 25",
                                             "of: wardans, by: crews, figure: more than 25"))  # fmt: skip
    assert main(["check", "--data", str(practice)]) == 1
    assert MESSAGE.strip() in capsys.readouterr().out.splitlines()


def test_a_correction_is_accepted_and_listed(practice, open_app):
    path = practice / "statements/spring/league.yaml"
    assert CORRECTED in path.read_text()
    path.write_text(path.read_text().replace(CORRECTED, CORRECTION))
    assert load_dataset(practice).errors == []
    at = open_app("method", practice, phase="The spring raids")
    assert "misread on entry" in " ".join(html.proto.body for html in at.get("html"))


def test_an_answer_is_accepted_and_shown_beside_what_it_answers(practice, open_app):
    with (practice / "statements/spring/upland.yaml").open("a") as file:
        file.write(ANSWER)
    assert load_dataset(practice).errors == []
    at = open_app("sources", practice, claim="league-1931-09-24.killed.wardens.crews")
    shown = re.sub(r"<[^>]+>", "", " ".join(html.proto.body for html in at.get("html")))
    assert "disputes the number" in shown
    assert "fewer were lost than the League said" in shown


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(((?!http)[\w./]+)\)", TEXT))))
def test_what_it_links_to_is_there(path):
    assert (ROOT / path).exists()
