"""Answers and withdrawals: whose claim they may name, when they may be given, what they may leave out."""

from __future__ import annotations

import pytest

from tests.support.world import World, claim, statement

FIGURE = "n-10.killed.southern_forces"


def told(world: World, *claims: str, **fields: object) -> list[str]:
    """The north's 84 of 10 March, then what the ministry (or another) says; the errors without their place."""
    world.say(statement(claim()))
    side = {"northern-command": "north", "ministry": "south"}[str(fields.get("claimant", "ministry"))]
    given = {"id": "x", "claimant": "ministry", "said": "2031-03-11", **fields}
    if side == "north":
        world.say(statement(claim()), statement(*claims, **given))
    else:
        world.say(statement(*claims, **given), side="south")
    return [error.split("  ", 1)[1] for error in world.errors()]


def test_an_answer_may_stand_in_words_alone(world: World) -> None:
    assert told(world, f"{{answers: {FIGURE}, how: denies, says: no soldier was lost}}") == []
    answer = world.claims()["x.killed"]
    assert (answer.metric, answer.group, answer.figure, answer.record.how) == ("killed", None, None, "denies")


def test_an_answer_may_have_a_figure(world: World) -> None:
    assert told(world, claim(figure=10, answers=FIGURE, how="disputes the number")) == []


@pytest.mark.parametrize("said", ["2031-03-10", "2031-03-10 01:00+09:00", "2031-03", None])
def test_an_answer_of_the_same_day_is_no_error_whatever_the_hour(world: World, said: str | None) -> None:
    assert told(world, f"{{answers: {FIGURE}, how: accepts, says: so it was}}", said=said) == []


def test_an_answer_cannot_come_before_the_day_of_what_it_answers(world: World) -> None:
    answer = f"{{answers: {FIGURE}, how: denies, says: not so}}"
    message = "x.killed: answers a claim that was said on a later day; correct answers or said"
    assert told(world, answer, said="2031-03-09") == [message]


def test_an_unknown_id_is_told_with_the_nearest(world: World) -> None:
    answer = "{answers: n-10.killed.southern_force, how: denies, says: not so}"
    assert told(world, answer) == [
        'x.killed: unknown claim "n-10.killed.southern_force"; did you mean "n-10.killed.southern_forces"?'
    ]


def test_nobody_answers_themselves(world: World) -> None:
    answer = f"{{answers: {FIGURE}, how: denies, says: not so}}"
    message = "answers a claim of the same claimant; a new figure needs no answer, one taken back is withdraws"
    assert told(world, answer, claimant="northern-command") == [f"x.killed: {message}"]


def test_answers_go_round_in_no_circle(world: World) -> None:
    north = statement(claim(answers="s.killed.southern_forces", how="denies"))
    south = statement(claim(figure=10, answers=FIGURE, how="denies"), id="s", claimant="ministry")
    world.say(north)
    world.say(south, side="south")
    problem = "answers itself by way of other claims; correct answers"
    assert [error.split("  ", 1)[1] for error in world.errors()] == [
        f"n-10.killed.southern_forces: {problem}",
        f"s.killed.southern_forces: {problem}",
    ]


@pytest.mark.parametrize(
    "fields",
    ["answers: n-10.killed.southern_forces", "how: denies"],
)
def test_answers_and_how_go_together(world: World, fields: str) -> None:
    (error,) = told(world, f"{{metric: outcome, says: not so, {fields}}}")
    assert "answers (a claim) and how (denies, accepts, …) go together" in error


def test_a_claim_answers_or_withdraws(world: World) -> None:
    (error,) = told(world, f"{{answers: {FIGURE}, how: denies, withdraws: {FIGURE}, says: not so}}")
    assert "give answers or withdraws" in error


def test_how_is_one_of_four(world: World) -> None:
    (error,) = told(world, f"{{answers: {FIGURE}, how: laughs, says: not so}}")
    assert "laughs" in error


WITHDRAWAL = f"{{withdraws: {FIGURE}, says: the figure was withdrawn}}"


def test_a_claimant_withdraws_its_own_figure(world: World) -> None:
    assert told(world, WITHDRAWAL, claimant="northern-command") == []
    data = world.load()
    end = world.claims()["x.killed"].said.end
    assert data.withdrawn == {FIGURE: end}
    assert data.superseded == {FIGURE: end}


def test_nobody_withdraws_anothers_figure(world: World) -> None:
    assert told(world, WITHDRAWAL) == [
        "x.killed: withdraws another claimant's figure (northern-command); only its own claimant can, use answers"
    ]


def test_a_withdrawal_is_dated_and_not_earlier(world: World) -> None:
    assert told(world, WITHDRAWAL, claimant="northern-command", said=None, reports="[undated-page]") == [
        "x.killed: a withdrawal needs a day from which it holds; add said"
    ]
    assert told(world, WITHDRAWAL, claimant="northern-command", said="2031-03-09") == [
        "x.killed: withdraws a claim that was said on a later day; correct withdraws or said"
    ]


def test_what_is_withdrawn_is_there(world: World) -> None:
    assert told(world, "{withdraws: n-9.killed, says: gone}", claimant="northern-command")[0].startswith(
        'x.killed: unknown claim "n-9.killed"'
    )


def test_parts_go_with_their_whole(world: World) -> None:
    whole = claim(including=[{"of": "southern_army", "figure": 60}])
    world.say(statement(whole), statement(WITHDRAWAL, id="x", said="2031-03-12"))
    assert sorted(world.load().withdrawn) == ["n-10.killed.southern_army", FIGURE]


def test_what_would_settle_it_names_a_report_that_is_there(world: World) -> None:
    settles = [{"on": "2031-03-12", "what": "a hospital holds eleven bodies", "report": "gazete"}]
    world.say(statement(claim(settles=settles)))
    (error,) = world.errors()
    assert 'unknown report "gazete"; did you mean "gazette"?' in error
    settles[0] |= {"report": "bulletin", "what": " ".join(["word"] * 16)}
    world.say(statement(claim(settles=settles)))
    (error,) = world.errors()
    assert "16 words, at most 15 are allowed" in error


def test_a_report_that_only_settles_is_used(world: World) -> None:
    settles = [{"on": "2031-03-12", "what": "names were published", "report": "bulletin"}]
    world.say(statement(claim(settles=settles)))
    assert [warning for warning in world.warnings() if "bulletin" in warning] == []
