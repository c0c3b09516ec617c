"""What a figure was offered with, who answered it and what would settle it, on the Sources page and the claim's own."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from pages.parts.claims.claim_line import mark_names
from queries.sources.claims_and_reports import Wanted, sources
from tests.support.opened_app import Open
from tests.support.world import World, claim, statement

FIGURE = "n-10.killed.southern_forces"
ARCHIVED = "https://archive.example/gazette"


def page_text(at: object) -> str:
    return "\n".join(element.proto.body for element in at.get("html"))  # type: ignore[attr-defined]


@pytest.fixture
def told(world: World) -> World:
    """84 with names and something that would settle it, taken back on the 13th, and a denial of the 12th."""
    world.change("reports/spring.yaml", "published: 2031-03-11", f"published: 2031-03-11, archived: '{ARCHIVED}'")
    settles = [{"on": "2031-03-12", "what": "'<b>eleven</b> bodies lie in a hospital'", "report": "gazette"}]
    withdrawal = statement(f"{{withdraws: {FIGURE}, says: the figure was withdrawn}}", id="n-13", said="2031-03-13")
    world.say(statement(claim(basis="names", settles=settles)), withdrawal)
    denial = f"{{answers: {FIGURE}, how: denies, says: '<i>no</i> soldier was lost'}}"
    world.say(statement(denial, id="m-12", claimant="ministry", said="2031-03-12"), side="south")
    return world


def test_the_claims_page_shows_who_answered_and_that_it_was_taken_back(open_app: Open, told: World) -> None:
    at = open_app("sources", told.path, claim=FIGURE)
    assert not at.exception
    text = page_text(at)
    seen = re.sub(r"<[^>]+>", "", text)
    for words in (
        "answered by Southern ministry: denies (&lt;i&gt;no&lt;/i&gt; soldier was lost), said 12 Mar 2031; The Gazette",
        "Northern command took it back; it has not stood since 13 Mar 2031. the figure was withdrawn",
        "2031-03-12: &lt;b&gt;eleven&lt;/b&gt; bodies lie in a hospital; The Gazette · archived copy",
        "●●●●○○ names",
        "what the page offers for the figure, never that it was checked",
    ):
        assert words in seen, words
    assert text.count(f'href="{ARCHIVED}"') >= 3
    assert "<i>no</i>" not in text


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("m-12.killed", "It denies: Northern command: 84 killed"),
        ("n-13.killed", "It takes back: Northern command: 84 killed"),
    ],
)
def test_an_answer_leads_to_what_it_answers(open_app: Open, told: World, shown: str, words: str) -> None:
    at = open_app("sources", told.path, claim=shown)
    assert not at.exception
    assert words in re.sub(r"<[^>]+>", "", page_text(at))


def test_the_rules_of_recorders_are_ours_as_read(open_app: Open, world: World) -> None:
    world.say(statement(claim()))
    seen = re.sub(r"<[^>]+>", "", page_text(open_app("sources", world.path, claim=FIGURE)))
    assert "What recorders would record: our reading of their rule, not their data" in seen
    assert "not read, not enabled" in seen
    assert "read in a copy on 2026-11-26" in seen


def test_no_answer_is_not_no_denial(open_app: Open, world: World) -> None:
    world.say(statement(claim()))
    seen = page_text(open_app("sources", world.path, claim=FIGURE))
    assert "No answer to it is in what was read" in seen
    assert "not the same as no denial" in seen


def test_the_list_has_pips_with_words_for_those_who_do_not_see_them(open_app: Open, told: World) -> None:
    at = open_app("sources", told.path)
    assert not at.exception
    text = page_text(at)
    assert '<span aria-hidden="true">●●●●○○</span><span class="unseen">offered: names</span>' in text
    assert "archived copy" in text


def test_withdrawn_is_marked_from_its_day_on(open_app: Open, told: World) -> None:
    store = told.store()
    marked = {row["id"]: mark_names(row) for row in sources(store, Wanted(), None).to_dict("records")}
    assert marked == {FIGURE: ["withdrawn"], "n-13.killed": [], "m-12.killed": ["an answer"]}
    before = sources(store, Wanted(), datetime(2031, 3, 12, 15)).to_dict("records")
    assert {row["id"]: mark_names(row) for row in before}[FIGURE] == []


def test_the_filter_keeps_what_was_offered(open_app: Open, told: World) -> None:
    at = open_app("sources", told.path, sources_rung="names")
    assert not at.exception
    assert "1 claim in 1 statement" in page_text(at)


def test_the_real_captives_show_the_denial(open_app: Open) -> None:
    at = open_app("sources", claim="bla-2026-02-15.held.security_forces.bla")
    assert not at.exception
    seen = re.sub(r"<[^>]+>", "", page_text(at))
    assert "answered by Accounts linked to ISPR, in The Week: denies" in seen
    assert "answered by Military officials, in India Today: denies (none)" in seen
