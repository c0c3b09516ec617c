"""Answers: who gave one, to what, by which moment; and what is left unanswered."""

import pandas as pd
import pytest

from queries.compare.questions import Question, question_claims
from queries.frame.answers_of import answers_of
from queries.overview.disagreement import unanswered
from queries.overview.ledger import ledger
from tests.support.world import claim, statement

CAPTIVES = "n-10.captured.southern_forces"
QUESTION = Question("spring", "captives", "southern_forces", "", None, "operation")


def captives(world, **answer):
    """The north's 18 captives of 10 March, answered by the ministry two days later unless something else is said."""
    given = {"answers": CAPTIVES, "how": "denies", "says": "no soldier was captured"}
    by = {"id": "m-12", "claimant": "ministry", "said": "2031-03-12", **answer}
    side = {"ministry": "south", "watch": "observers"}[by["claimant"]]
    world.say(statement(claim(metric="captured", figure=18)))
    fields = ", ".join(f"{name}: {value}" for name, value in given.items())
    world.say(statement(f"{{{fields}}}", **by), side=side)
    return world.store()


def test_an_answer_is_found_from_the_moment_it_was_said(world):
    store = captives(world)
    found = answers_of(store, [CAPTIVES], None)
    columns = ["id", "answers", "how", "says", "claimant_name"]
    row = ["m-12.captured", CAPTIVES, "denies", "no soldier was captured", "Southern ministry"]
    assert found[columns].values.tolist() == [row]
    assert answers_of(store, [CAPTIVES], pd.Timestamp("2031-03-12")).empty
    assert answers_of(store, [], None).empty


def test_what_was_answered_is_not_unanswered_from_then_on(world):
    store = captives(world)
    assert unanswered(store, "spring", pd.Timestamp("2031-03-12"))["id"].tolist() == [CAPTIVES]
    assert unanswered(store, "spring", None).empty


@pytest.mark.parametrize("how", ["accepts", "disputes the number", "declines to comment"])
def test_any_kind_of_answer_is_one(world, how):
    world.say(statement(claim(metric="captured", figure=18)))
    answer = f"{{answers: {CAPTIVES}, how: {how}, says: it was spoken of}}"
    world.say(statement(answer, id="m", claimant="ministry"), side="south")
    assert unanswered(world.store(), "spring", None).empty


def test_a_third_partys_answer_is_no_counterpart_of_the_other_party(world):
    store = captives(world, claimant="watch", id="w-12")
    assert unanswered(store, "spring", None)["id"].tolist() == [CAPTIVES]
    assert answers_of(store, [CAPTIVES], None)["id"].tolist() == ["w-12.captured"]


def test_an_answer_in_words_is_no_figure_of_its_own(world):
    store = captives(world)
    assert question_claims(store, QUESTION, None)["id"].tolist() == [CAPTIVES]
    assert ledger(store, "spring", None)["id"].tolist() == [CAPTIVES]


def test_an_answer_with_a_figure_is_one(world):
    world.say(statement(claim(metric="captured", figure=18)))
    reply = claim(metric="captured", figure=2, answers=CAPTIVES, how="disputes the number")
    world.say(statement(reply, id="m", claimant="ministry"), side="south")
    assert question_claims(world.store(), QUESTION, None)["figure"].tolist() == ["18", "2"]
