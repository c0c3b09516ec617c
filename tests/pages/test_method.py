"""The Method page: codebook, what was not found, corrections, versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.parts.method.corrections_and_limits import changes_of
from queries.method.codebook import (
    codebook_claimants,
    codebook_groups,
    codebook_metrics,
    codebook_phases,
    codebook_places,
    codebook_rungs,
    codebook_words,
    data_warnings,
    never_said,
    not_found,
    what_was_read,
)
from tests.support.opened_app import Open
from tests.support.world import World, claim, statement


def test_the_codebook_counts_what_was_used(world: World) -> None:
    world.say(statement(claim(who=["women"], place="mill"), claim(of="civilians", figure=3), names="[harbour]"))
    store = world.store()
    metrics = codebook_metrics(store)
    assert metrics[metrics["id"] == "killed"][["label", "definition", "claims", "claimants"]].values.tolist() == [
        ["killed", "Dead.", 2, 1]
    ]
    assert metrics[metrics["id"] == "held"]["state_of"].tolist() == ["captured"]
    groups = codebook_groups(store)
    assert groups["id"].tolist()[:3] == ["people", "fighters", "northern_army"]
    assert groups[groups["id"] == "civilians"]["claims"].tolist() == [1]
    assert codebook_words(store)[["name", "claims"]].values.tolist() == [["children", 0], ["named", 0], ["women", 1]]
    claimants = codebook_claimants(store)
    assert claimants["name"].tolist()[0] == "Northern command"
    assert claimants["name"].tolist()[-1] == "Unattributed"
    places = codebook_places(store).set_index("id")
    assert places.loc["mill", ["claims", "namings"]].tolist() == [1, 0]
    assert places.loc["harbour", ["claims", "namings"]].tolist() == [0, 1]


def test_the_codebook_knows_what_was_offered_and_how_claims_answer(world: World, open_app: Open) -> None:
    answer = "{answers: n-10.killed.southern_forces, how: denies, says: not so}"
    world.say(statement(claim(basis="names"), claim(metric="attacks", of=None, figure=3)))
    world.say(statement(answer, id="m", claimant="ministry"), side="south")
    assert codebook_rungs(world.store()).values.tolist() == [["how", "denies", 1], ["rung", "1", 2], ["rung", "4", 1]]
    at = open_app("method", world.path)
    assert not at.exception
    shown = "\n".join(html.proto.body for html in at.get("html"))
    for words in (
        *("counted by a third party itself", "declines to comment", "Unanswered is not undenied"),
        *("our reading of their rule, not their data", "Not read, not enabled", "What would settle it."),
        *("What the page offers for the figure, never that it was checked", "took its own figure back"),
    ):
        assert words in shown, words


def test_phases_carry_each_partys_name(world: World) -> None:
    rows = codebook_phases(world.store())
    assert rows["first_day"].astype(object).where(rows["first_day"].notna(), None).tolist() == [
        *("10 Mar 2031", None, "1 Oct 2031")
    ]


def test_what_was_not_found(world: World) -> None:
    world.say(statement(claim(), claim(metric="wounded", of="civilians", figure=3)))
    world.say(statement(claim(figure=10), id="s-10", claimant="ministry"), side="south")
    store = world.store()
    assert not_found(store, "spring")[["metric_label", "side_name", "said_by"]].values.tolist() == [
        ["wounded", "South", "North"]
    ]
    assert "attacks" in never_said(store, "spring")["metric_label"].tolist()
    assert what_was_read(store, "spring")[["language", "pages", "in_full", "undated"]].values.tolist() == [
        ["en", 2, 1, 0], ["ja", 1, 0, 1],
    ]
    assert data_warnings(store).empty == (not world.warnings())


def page_text(at: object) -> str:
    return "\n".join(element.proto.body for element in at.get("html"))  # type: ignore[attr-defined]


def test_corrections_are_listed_with_a_link(open_app: Open, world: World) -> None:
    corrected = [{"on": "2031-03-12", "from": 48, "to": 84, "why": "digits were swapped"}]
    world.say(statement(claim(corrected=corrected)))
    at = open_app("method", world.path)
    assert not at.exception
    text = page_text(at)
    assert "digits were swapped" in text and "claim=n-10.killed.southern_forces" in text
    assert "The lake war, data version " in text and "nobody@example.org" in text


def test_no_corrections_say_so(open_app: Open, world: World) -> None:
    world.say(statement(claim()))
    assert "No claim has been corrected in this version of the data." in page_text(open_app("method", world.path))


@pytest.mark.parametrize("phase", ["Phase 1 (August 2024)", "Between the phases", "Phase 2 (from January 2026)"])
def test_it_opens_on_every_phase(open_app: Open, phase: str) -> None:
    at = open_app("method", phase=phase)
    assert not at.exception
    html = " ".join(block.proto.body for block in at.get("html"))
    assert f">What was not found: {phase}</h2>" in html


def test_changes_are_text_and_never_markup(tmp_path: Path) -> None:
    file = tmp_path / "CHANGELOG.md"
    assert changes_of(file) is None
    file.write_text("# Changes\n\n- <script>alert(1)</script> was 84\n")
    assert changes_of(file) == (
        '<p><b>Changes</b></p><p class="change">&lt;script&gt;alert(1)&lt;/script&gt; was 84</p>'
    )
