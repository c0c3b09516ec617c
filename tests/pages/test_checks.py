"""The Checks page: the finding as heading, two counts kept apart, failures first, everything chosen by id."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from markupsafe import Markup
from streamlit.testing.v1 import AppTest

from ledger.store import run_checks as running
from pages.parts.checks.counts import two_counts
from pages.parts.checks.sections import findings_sections
from pages.parts.checks.sums import set_as_sum, sum_card
from queries.findings.findings import Narrowed, by_kind, finding_counts, findings
from tests.support.conflicts import no_claims, other_conflict
from tests.support.opened_app import Open
from tests.support.paths import ROOT
from tests.support.world import World, claim, statement


def html(at: AppTest) -> str:
    return "\n".join(part.proto.body for part in at.get("html"))


def text(markup: str) -> str:
    return " ".join(Markup(markup).striptags().split())


@pytest.fixture
def sections(world: World) -> list[Markup]:
    """A part too many by one, a figure printed with another number and one with another hedge."""
    split = [{"of": "southern_forces", "figure": "more than 22"}, {"of": "civilians", "figure": 36}]
    world.say(
        statement(
            claim(of="not_fighters", figure=58, including=split),
            claim(metric="wounded", figure=84, appears=[{"report": "bulletin", "figure": 80}]),
            claim(metric="captured", figure=18, appears=[{"report": "bulletin", "figure": "at least 18"}]),
        )
    )
    store = world.store(checked=True)
    found, counts = findings(store, "spring", None), finding_counts(store, "spring", None)
    return findings_sections(found, counts, {}, Narrowed())


def test_failures_stand_first_and_passes_are_folded(sections: list[Markup]) -> None:
    told = [text(part) for part in sections]
    assert told[0] == "Do not add up, inside an account"
    assert told[1].startswith("Northern command: more than 22 (Southern forces) + 36 (Civilians) = at least 59")
    assert told[2] == "Printed otherwise by relays"
    assert "84 (The Gazette); printed as 80 (Bulletin)" in told[3]
    folds = [part for part in sections if part.startswith("<details")]
    assert [text(part.split("</summary>")[0]) for part in folds] == [
        "Another hedge, the same number: 1", "Add up, inside an account: 2", "Printed alike by relays: 3",
    ]  # fmt: skip
    assert "at least 18" in folds[0] and "at least 18" not in "".join(set(sections) - set(folds))


def test_the_sum_is_set_line_by_line(sections: list[Markup]) -> None:
    card = sections[1]
    lines = [text("<tr" + line.split("</tr>")[0]) for line in card.split("<tr")[1:]]
    assert [line.split(">")[-1] for line in lines] == [
        "more than 22Southern forces", "+36Civilians", "=at least 59together", "≠58stated as the whole",
    ]  # fmt: skip
    assert "Off by 1 of 58 (2\N{NO-BREAK SPACE}%)" in card and "Check: " in text(card)
    assert card.count('class="sum-bar open"') == 2  # more than 22, at least 59


def test_bars_of_a_sum_share_a_scale_from_zero() -> None:
    terms = [
        {"role": "part", "words": "a", "value": "25", "low": 25, "high": 25},
        {"role": "less", "words": "b", "value": "up to 50", "low": None, "high": 50},
        {"role": "stated", "words": "<b>c</b>", "value": "dozens", "low": None, "high": None},
    ]
    drawn = set_as_sum(terms, fails=True)
    assert [width.split("%")[0] for width in drawn.split("width:")[1:]] == ["50.0", "100.0", "0.0"]
    assert [sign.split("<")[0] for sign in drawn.split('class="sign">')[1:]] == ["", "−", "≠"]
    assert "<b>c</b>" not in drawn and "&lt;b&gt;c&lt;/b&gt;" in drawn


def test_a_failure_that_cannot_be_set_as_a_sum_is_a_sentence() -> None:
    finding = {
        "claimant_names": ["A <i>", "B"], "arithmetic": "x", "difference": None, "reference": None, "severity": None,
        "arises": None, "outcome": "does not add up as reported", "kind": "arithmetic", "title": "T", "check": "t",
        "terms": None, "claims": [],
    }  # fmt: skip
    card = sum_card(finding, {})
    assert "A &lt;i&gt;; B: " in card and "<table" not in card and "Off by" not in card


def test_the_bars_keep_the_two_counts_apart() -> None:
    names = ("kind", "outcome", "trivial", "findings")
    rows = [
        ("arithmetic", "does not add up as reported", False, 3), ("arithmetic", "adds up", False, 1104),
        ("arithmetic", "adds up", True, 39), ("relay number", "does not add up as reported", False, 12),
        ("hedge only", "does not add up as reported", False, 15), ("relay word", "adds up", False, 7),
    ]  # fmt: skip
    drawn = two_counts(by_kind(dict(zip(names, row, strict=True)) for row in rows))
    inside, between = (text(section) for section in drawn.split("</section>")[:2])
    assert inside.startswith("Arithmetic inside an account3 do not add up0 cannot be told1,104 add up")
    assert "39 that could not have failed" in inside
    assert between.startswith("Differences between relays12 another number0 another word15 another hedge")
    assert "kind=hedge-only&amp;outcome=does-not-add-up" in drawn


def test_the_page_on_another_conflict(open_app: Open, tmp_path: Path) -> None:
    at = open_app("checks", other_conflict(tmp_path / "data"), phase="The spring raids")
    assert not at.exception
    assert "Arithmetic inside the accounts: " in html(at)


def test_a_folder_without_claims_says_what_a_check_needs(open_app: Open, tmp_path: Path) -> None:
    at = open_app("checks", no_claims(tmp_path / "data"))
    assert not at.exception
    assert any("a check needs a list" in info.value for info in at.info)


def test_filters_by_id_and_earlier_links_by_name(open_app: Open) -> None:
    at = open_app("checks", claimant="ispr", kind="relay-number", outcome="does-not-add-up")
    assert at.selectbox(key="choose-claimant").value == "ispr"
    assert "Printed otherwise by relays" in html(at) and "Do not add up, inside an account" not in html(at)
    at = open_app("checks", checks_claimant="BLA", checks_outcome="does not add up as reported")
    assert at.selectbox(key="choose-claimant").value == "bla"
    assert "captured, State forces: 18" in html(at)
    at = open_app("checks", claimant="<b>nobody</b>")
    assert not at.exception and at.selectbox(key="choose-claimant").value is None


def test_a_choice_goes_into_the_address_and_out_of_it(open_app: Open) -> None:
    at = open_app("checks", checks_claimant="BLA")
    at.selectbox(key="choose-claimant").set_value("ispr").run()
    assert at.query_params["claimant"] == "ispr" and "checks_claimant" not in at.query_params
    at.selectbox(key="choose-claimant").set_value(None).run()
    assert "claimant" not in at.query_params
    assert at.selectbox(key="choose-claimant").value is None


def test_a_filter_that_nothing_passes(open_app: Open) -> None:
    at = open_app("checks", claimant="bla", kind="hedge-only", outcome="adds-up")
    assert [info.value for info in at.info] == ["No finding passes these filters. Clear one of them."]


def test_relay_drift_is_asked_for_and_opened_by_id_or_by_an_earlier_link(open_app: Open) -> None:
    assert "No outlet is ranked" not in html(open_app("checks"))
    for given in ("bla-2026-01-31", "BLA, 31 Jan 2026 · bla-2026-01-31"):
        at = open_app("checks", statement=given)
        assert at.selectbox(key="choose-statement").value == "bla-2026-01-31"
        assert "BLA, said 31 Jan 2026: 14 claims in 15 reports" in html(at)
        assert html(at).count("not in what was read of that page") == 1


def test_a_check_that_cannot_be_used_is_said_and_the_others_stand(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in running.check_files():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "odd.sql").write_text("-- title: A\nselect 1")
    monkeypatch.setattr(running, "CHECKS", tmp_path)
    at = open_app("checks", shutil.copytree(ROOT / "data", tmp_path / "data"))  # the one read already was checked
    said = "A check cannot be used: queries/checks/odd.sql: has no rule; begin the file with"
    assert [error.value.replace("\\", "")[: len(said)] for error in at.error] == [said]
    assert "captured, State forces: 18" in html(at)
