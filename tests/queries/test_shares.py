"""Shares: per cent of the group that a claim names, on an axis of their own, never a number of people."""

import pytest

from charts.compare.newest_figures import newest_figures
from charts.look import Mark
from queries.ask_store import ask_rows
from queries.compare.questions import Question, question_claims
from queries.side_by_side.phase_account import phase_account
from queries.side_by_side.topics import topics
from tests.support.world import FILES, claim, statement

SHARE = "- {id: share_dead, label: of the killed, family: shares, value: share, definition: Their part of the dead.}\n"
QUESTION = Question("spring", "shares", "civilians", "", None, "operation")
MARKS = {"north": Mark("#6D5BA6", "circle"), "south": Mark("#B9770E", "square")}
CIVILIANS = {"metric": "share_dead", "of": "civilians"}


@pytest.fixture
def shares(world):
    """A world with a share among its metrics: two parties on it, and one on the number of people."""
    world.write("metrics.yaml", FILES["metrics.yaml"] + SHARE)
    world.say(statement(claim(**CIVILIANS, figure="more than 70 per cent"), claim(of="civilians", figure=40)))
    world.say(statement(claim(**CIVILIANS, figure="45.6%"), id="m-10", claimant="ministry"), side="south")
    return world


def test_a_share_keeps_its_form_and_its_bounds_end_at_100(shares):
    rows = shares.store().execute(
        "select form, low, high, point, label, unit, counting from claim_details where family = 'shares' order by label"
    )
    assert rows.fetchall() == [
        ("exact", 45, 46, 46, "45.6 %", "per cent", "cumulative"),
        ("more_than", 70, 100, 70, "more than 70 %", "per cent", "cumulative"),
    ]


def test_shares_stand_beside_shares_and_on_no_question_with_people(shares):
    store = shares.store()
    assert list(question_claims(store, QUESTION, None)["label"]) == ["more than 70 %", "45.6 %"]
    people = question_claims(store, Question("spring", "deaths-and-more", "civilians", "", None, "operation"), None)
    assert list(people["label"]) == ["40"]
    pairs = [{"a": "n-10.share_dead.civilians", "b": "n-10.killed.civilians"}]
    (gate,) = ask_rows(store, "side_by_side/gate_of_pairs", pairs=pairs)
    assert (gate["metric_relation"], gate["level"]) == ("different", 2)


def test_no_topic_of_the_first_screen_is_a_share(shares):
    assert [topic.family for topic in topics(phase_account(shares.store(), "spring"))] == ["deaths-and-more"]


def test_the_axis_of_shares_is_0_to_100_and_prints_per_cent(shares):
    rows = question_claims(shares.store(), QUESTION, None).to_dict("records")
    sides = [(side, [row for row in rows if row["side"] == side]) for side in ("north", "south")]
    axis = newest_figures(sides, MARKS, "civilians", None, "Asia/Tokyo")["layout"]["xaxis"]
    assert axis["range"] == pytest.approx([0, 112])
    assert (axis["tickvals"], axis["ticksuffix"]) == ([0, 25, 50, 75, 100], " %")


def test_parts_of_a_share_are_never_summed(shares):
    women = {"who": "women", "figure": "60%"}
    whole = claim(**CIVILIANS, figure="70%", complete=True, including=[women, {"who": "named", "figure": "50%"}])
    shares.say(statement(whole))
    store = shares.store()
    for check in ("complete_sums", "parts_together", "remainders"):
        assert ask_rows(store, f"checks/{check}") == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"figure": 70}, '"70" has no per cent sign and this metric is a share: write 70%'),
        ({"figure": "120%"}, '"120%" is more than the whole; a share is at most 100%'),
        ({"of": None, "figure": "70%"}, '"share_dead" is a share; say of whom with of: (a group)'),
    ],
)
def test_what_is_wrong_with_a_share(shares, fields, message):
    shares.say(statement(claim(**{**CIVILIANS, **fields})))
    (error,) = shares.errors()
    assert error.endswith(message)


def test_a_share_has_no_unit_and_a_family_of_its_own(shares):
    shares.write("metrics.yaml", FILES["metrics.yaml"] + SHARE.replace("family: shares", "family: wounded"))
    assert [error.split("  ")[1] for error in shares.errors()] == [
        'share_dead: a share and "wounded" cannot be of one family; give shares one of their own'
    ]
    shares.write("metrics.yaml", FILES["metrics.yaml"] + SHARE.replace("value: share", "value: share, unit: people"))
    assert "share_dead: a share is in per cent, never in people; leave unit out" in shares.errors()[0]


def test_a_page_prints_a_share_as_per_cent(shares, open_app):
    from tests.support.seen_page import html_of

    q = "share_dead.civilians"
    at = open_app("compare", shares.path, phase="spring", q=q)
    assert not at.exception
    assert "more than 70 %" in html_of(at) and "45.6 %" in html_of(at)
    for page in ("overview", "timeline", "cities", "sources", "checks", "method"):
        assert not open_app(page, shares.path, phase="spring").exception
