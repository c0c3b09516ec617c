"""Where sides differ, which questions there are, what nobody answered."""

from datetime import datetime

import pandas as pd

from queries.compare.questions import Question, compared, not_yet, question_claims, question_pairs, questions
from queries.overview.disagreement import disagreement, disagreement_pairs, unanswered
from tests.support.world import claim, statement

DAY = "{from: 2031-03-10, to: 2031-03-10}"
STATE_DEAD = Question("spring", "deaths-and-more", "southern_forces", "", "north", "operation")


def ministry(*claims: str, **fields) -> str:
    return statement(*claims, **({"id": "m-10", "claimant": "ministry"} | fields))


def police(*claims: str, **fields) -> str:
    return statement(*claims, **({"id": "p-10", "claimant": "police"} | fields))


def rows(world, t: datetime | None = None) -> list[tuple]:
    """kind, a, b, level, passing, blocked, lower bound of the factor."""
    names = ["kind", "a", "b", "level", "passing", "blocked", "factor_low"]
    found = disagreement(disagreement_pairs(world.store(), "spring"), t)
    return [tuple(row[name] for name in names) for row in found]


def test_between_sides_the_widest_pair_that_passes_and_inside_a_side_a_row_of_its_own(world):
    world.say(statement(claim(covers=DAY)))
    world.say(
        ministry(claim(figure=10, covers=DAY)),
        police(claim(figure=14, covers=DAY)),
        statement(claim(figure="dozens", covers=DAY), id="o-10", claimant="officer-to-wire"),
        side="south",
    )
    north, low, high = (f"{name}-10.killed.southern_forces" for name in "nmp")
    assert rows(world) == [
        ("between", north, low, 0, 2, 1, 8.4),
        ("inside", low, high, 0, 1, 2, 1.4),
    ]


def test_where_no_pair_passes_the_newest_stands_with_its_reason(world):
    world.say(statement(claim(metric="neutralised", covers=DAY)))
    world.say(ministry(claim(figure=10, covers=DAY)), side="south")
    assert rows(world) == [
        ("between", "n-10.neutralised.southern_forces", "m-10.killed.southern_forces", 2, 0, 1, 8.4)
    ]


def test_at_a_moment_the_pair_that_was_current_stands(world):
    world.say(statement(claim(covers=DAY)), statement(claim(figure=200, covers=DAY), id="n-15", said="2031-03-15"))
    world.say(ministry(claim(figure=10, covers=DAY), said="2031-03-12"), side="south")
    first, second, low = (f"{name}.killed.southern_forces" for name in ("n-10", "n-15", "m-10"))
    assert rows(world, datetime(2031, 3, 11)) == []
    assert rows(world, datetime(2031, 3, 13)) == [("between", first, low, 0, 1, 0, 8.4)]
    assert rows(world, datetime(2031, 3, 16)) == rows(world) == [("between", second, low, 0, 1, 0, 20.0)]


def test_borrowed_figures_and_counts_of_ours_are_no_voice(world):
    world.say(statement(claim(covers=DAY)))
    borrowed = claim(figure=84, covers=DAY, relies_on="[n-10.killed.southern_forces]")
    world.say(statement(borrowed, id="w-10", claimant="wire"), side="tallies")
    ours = "{metric: killed, of: southern_forces, figure: 9, counted: ours, from: a list, covers: " + DAY + "}"
    world.say(ministry(ours), side="south")
    store = world.store()
    assert disagreement_pairs(store, "spring") == []
    row = questions(store, "spring", None).iloc[0]
    assert (row["claimants"], row["borrowers"]) == (2, 1)


def test_a_figure_that_leaves_the_perpetrator_open_stands_on_the_question_that_names_one(world):
    world.say(statement(claim(by="north")))
    world.say(ministry(claim(figure=10)), side="south")
    found = questions(world.store(), "spring", None)
    assert found[["group", "by", "claimants", "sides", "parties"]].values.tolist() == [
        ["southern_forces", "north", 2, 2, 2]
    ]


def test_questions_count_who_had_spoken_and_keep_those_who_had_not(world):
    world.say(statement(claim(by="north")))
    world.say(ministry(claim(figure=10), said="2031-03-12"), side="south")
    store, early = world.store(), pd.Timestamp("2031-03-11")
    row = questions(store, "spring", early).iloc[0]
    assert (row["claimants"], row["claimants_ever"]) == (1, 2)
    assert not_yet(store, STATE_DEAD, early)["claimant_name"].tolist() == ["Southern ministry"]


def test_a_silent_party_is_heard_on_the_nearest_group(world):
    world.say(statement(claim(of="northern_army", figure=7)))
    world.say(ministry(claim(of="fighters", figure=92)), side="south")
    question = Question("spring", "deaths-and-more", "fighters", "", None, "operation")
    store = world.store()
    found = question_claims(store, question, None)
    assert found[["claimant", "is_near"]].values.tolist() == [["northern-command", True], ["ministry", False]]
    pair = compared(question_pairs(store, question, None))[0]
    assert (pair["group_relation"], pair["group_level"]) == ("first inside second", 1)


def test_a_part_meets_neither_its_whole_nor_stale_figures_the_strip(world):
    world.say(statement(claim(by="north", covers=DAY)), statement(claim(by="north", figure=200), id="n-15",
                                                                   said="2031-03-15"))
    world.say(ministry(claim(figure=10, covers=DAY)), police(claim(figure=12), said="2031-03-15"), side="south")
    pairs = compared(question_pairs(world.store(), STATE_DEAD, None))
    offered = {tuple(sorted((pair["a"].split(".")[0], pair["b"].split(".")[0]))): pair["is_offered"]
               for pair in pairs if pair["between_sides"]}
    assert offered == {("m-10", "n-15"): False, ("n-15", "p-10"): True}


def test_unanswered_is_what_one_party_alone_counts(world):
    world.say(statement(claim(), claim(metric="captured", figure=18), claim(metric="attacks", of=None, figure=5)))
    world.say(ministry(claim(of="southern_army", figure=10)), side="south")
    alone = unanswered(world.store(), "spring", None)
    assert alone["id"].tolist() == ["n-10.captured.southern_forces", "n-10.attacks"]
