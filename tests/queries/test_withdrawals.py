"""A figure taken back: not current from then on, unchanged as of every moment before."""

from datetime import datetime

from queries.compare.questions import Question, ladders, question_claims
from queries.overview.ledger import ledger
from tests.support.world import claim, statement

QUESTION = Question("spring", "deaths-and-more", "southern_forces", "", None, "operation")
FIGURE = "n-10.killed.southern_forces"
BEFORE = datetime(2031, 3, 11, 15)  # the end of 11 March in Tokyo


def taken_back(world):
    withdrawal = statement(f"{{withdraws: {FIGURE}, says: it was withdrawn}}", id="n-12", said="2031-03-12")
    world.say(statement(claim()), withdrawal)
    return world.store()


def test_it_is_not_current_from_then_on(world):
    store = taken_back(world)
    assert list(ledger(store, "spring", BEFORE)["id"]) == [FIGURE]
    assert list(ledger(store, "spring", None)["id"]) == []
    assert list(question_claims(store, QUESTION, BEFORE)["id"]) == [FIGURE]
    assert list(question_claims(store, QUESTION, None)["id"]) == []


def test_the_ladder_ends_there_and_not_before(world):
    store = taken_back(world)
    steps = ladders(store, QUESTION, None)
    assert steps[["id", "withdrawn_at"]].values.tolist() == [[FIGURE, datetime(2031, 3, 12, 15)]]
    assert ladders(store, QUESTION, BEFORE)["withdrawn_at"].isna().all()


def test_a_figure_after_it_begins_anew(world):
    withdrawal = statement(f"{{withdraws: {FIGURE}, says: it was withdrawn}}", id="n-12", said="2031-03-12")
    world.say(statement(claim()), withdrawal, statement(claim(figure=40), id="n-14", said="2031-03-14"))
    steps = ladders(world.store(), QUESTION, None).astype(object)
    assert list(steps["break_reason"].fillna("")) == ["", "the figure before was withdrawn"]
    assert steps["factor_low"].isna().all()
