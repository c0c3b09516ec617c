"""Each recorder's rule over spelled-out claims: what it would record, and because of what."""

from __future__ import annotations

from ledger.crosswalk.recorder_records import FILE, read_recorders, recorders
from ledger.crosswalk.replay import NOTE, crosswalk_of
from queries.compare.questions import Question, question_claims
from tests.support.world import claim, statement

DAY = "{from: 2031-03-10, to: 2031-03-10}"
TWO_DAYS = "{from: 2031-03-10, to: 2031-03-11}"
READ = b"""
- id: x
  name: X
  read: {url: 'https://example.org/rule', on: 2031-03-10}
  counts: [deaths]
  differing: lowest
  rule: The lowest.
"""


def replayed(world, north: str, *south: str, group="southern_forces", place="operation", family="deaths-and-more"):
    """Recorder → (what it would record, because) for the north's claim and the ministry's of one day."""
    world.say(statement(north))
    if south:
        world.say(statement(*south, id="m-10", claimant="ministry"), side="south")
    question = Question("spring", family, group, "", None, place)
    rows = question_claims(world.store(), question, None).to_dict("records")
    return {row["recorder"]: (row["would_record"], row["because"]) for row in crosswalk_of(rows, question)}


def test_only_rules_whose_text_was_read_are_enabled(world):
    for recorder in recorders():
        assert recorder.is_enabled == (recorder.read is not None) == (recorder.not_read is None)
    found = replayed(world, claim(covers=DAY))
    assert found["Global Terrorism Database"] == (
        "not read, not enabled",
        "its rule for figures that differ was not found in a text that could be read",
    )
    assert NOTE == "our reading of their rule, not their data"


def test_state_deaths_that_differ(world):
    found = replayed(world, claim(figure="more than 84", covers=DAY), claim(figure=10, covers=DAY))
    assert found["ACLED"] == (
        "10",
        "the most conservative of 2 figures, of Southern ministry; one total for each event, of all the dead together",
    )
    assert found["UCDP GED"] == (
        "10 to 85 or more",
        "the lowest of Southern ministry, the highest of Northern command; if it holds both to be reliable; its best "
        "estimate is a coder's choice and not made here",
    )
    assert found["Action on Armed Violence"][0] == "85"
    assert found["Iraq Body Count"] == ("nothing", "it records civilians only")
    assert found["Airwars"] == ("nothing", "it records civilians only")


def test_a_total_of_48_hours_is_no_incident(world):
    found = replayed(world, claim(covers=TWO_DAYS), claim(figure=10, covers=TWO_DAYS))
    assert found["Action on Armed Violence"] == ("nothing", "it takes no figure for more than 24 hours")
    assert found["ACLED"][0] == "10"


def test_a_period_not_stated_is_no_clear_date(world):
    found = replayed(world, claim())
    assert found["Action on Armed Violence"] == ("nothing", "it takes no figure without a clear date")


def test_what_is_left_out_is_said(world):
    found = replayed(world, claim(covers=TWO_DAYS), claim(figure=10, covers=DAY))
    assert found["Action on Armed Violence"] == (
        "10",
        "the latest clear number, of Southern ministry; only if an explosive weapon did it, which the figures here do "
        "not say; 1 of 2 figures left out: it takes no figure for more than 24 hours",
    )


def test_dozens_are_twelve_for_the_one_and_no_number_for_the_others(world):
    found = replayed(world, claim(figure="dozens", covers=DAY))
    assert found["ACLED"] == (
        "12",
        "the one figure, of Northern command; one total for each event, of all the dead together",
    )
    for name in ("UCDP GED", "Action on Armed Violence"):
        assert found[name] == ("nothing", "it makes no number of a word: “dozens”")


def test_another_word_is_no_death(world):
    found = replayed(world, claim(metric="neutralised", covers=DAY))
    assert found["ACLED"] == ("nothing", 'it counts deaths, not "neutralised"')
    assert found["Action on Armed Violence"] == ("nothing", 'it counts deaths and injuries, not "neutralised"')


def test_injuries_are_for_those_who_count_them(world):
    found = replayed(world, claim(metric="wounded", covers=DAY), family="wounded")
    assert found["Action on Armed Violence"][0] == "84"
    assert found["ACLED"] == ("nothing", "it counts deaths, not wounded")


def test_civilians_at_one_place(world):
    figures = (claim(of="civilians", figure=n, place="harbour", covers=DAY) for n in (11, 5))
    found = replayed(world, *figures, group="civilians", place="harbour")
    assert found["Iraq Body Count"] == ("5 to 11", "the lowest of Southern ministry, the highest of Northern command")
    assert found["Airwars"][0] == "2 claims, to be graded"


def test_civilians_of_the_whole_operation_are_no_moment_in_space_and_time(world):
    found = replayed(world, claim(of="civilians", covers=DAY), group="civilians")
    assert found["Airwars"] == ("nothing", "an incident is one place and moment; a total of many is none")
    assert found["Iraq Body Count"] == ("84", "every figure is the same")


def test_windows_near_groups_and_our_own_counts_are_left_out(world):
    window = claim(figure=3, covers=TWO_DAYS, counting="period")
    found = replayed(world, claim(covers=DAY), window, claim(of="southern_army", figure=1, covers=DAY))
    assert found["ACLED"][0] == "84"


def test_nobody_on_the_question():
    assert {row["would_record"] for row in crosswalk_of([])} == {"nothing", "not read, not enabled"}


def test_every_row_says_where_and_when_its_rule_was_read():
    for row in crosswalk_of([]):
        if row["is_enabled"]:
            assert row["url"].startswith("http") and row["read_on"] == "2026-11-26" and row["rule"] and row["home"]


def test_the_rules_are_checked_like_data():
    records, problems = read_recorders(READ, "rules.yaml")
    assert [record.id for record in records] == ["x"] and problems == []
    for old, new, told in (
        (b"  differing: lowest\n", b"", "a rule that was read needs counts, differing"),
        (b"read: {url: 'https://example.org/rule', on: 2031-03-10}", b"name: X", "stands twice"),
        (b"on: 2031-03-10", b"on: someday", "is not a day"),
        (b"differing: lowest", b"differing: middle", "middle"),
        (b"counts: [deaths]", b"weight: 3", "weight"),
    ):
        assert old in READ
        _, problems = read_recorders(READ.replace(old, new), "rules.yaml")
        assert any(told in str(problem) for problem in problems), (told, [str(p) for p in problems])
    assert read_recorders(FILE.read_bytes(), FILE.name)[1] == []
