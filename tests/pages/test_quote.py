"""The line to quote: every party that has spoken, its words, window and date, the gate, T and the data version."""

import re

from charts.words import age
from pages.parts.compare.line_to_quote import newest_of_each, pairs_among, quotable, quote, topic
from queries.compare.questions import Question, question_claims, question_pairs
from tests.support.conflicts import other_conflict
from tests.support.world import claim, statement

DAY = "{from: 2031-03-10, to: 2031-03-10}"
STATE_DEAD = Question("spring", "deaths-and-more", "southern_forces", "", "north", "operation")
ZONE = "Asia/Tokyo"


def ministry(*claims: str, **fields) -> str:
    return statement(*claims, **({"id": "m-10", "claimant": "ministry"} | fields))


def line(world, silent=()) -> str:
    """The line the page starts on."""
    store = world.store()
    claims, pairs = question_claims(store, STATE_DEAD, None), question_pairs(store, STATE_DEAD, None)
    pool = quotable(claims, pairs)
    chosen = pool[pool["id"].isin(newest_of_each(pool, pairs))].to_dict("records")
    return quote(chosen, pairs, topic(pool.iloc[0]), ZONE, claims["said_to"].max(), list(silent))


def test_the_exact_line_of_two_figures_that_are_not_comparable(world):
    world.say(statement(claim(metric="neutralised", by="north", covers=DAY)))
    world.say(ministry(claim(figure=10, as_stated="officers")), side="south")
    assert line(world) == (
        "As of 10 Mar 2031, on “Southern forces killed, whole operation”: Northern command said 84 \"neutralised\" "
        "(said 10 Mar 2031; counts 10 Mar 2031); Southern ministry said 10 “officers” (said 10 Mar 2031; period not "
        "stated). The two figures are not comparable (another word of the same family: \"neutralised\" and killed). "
        "None of these figures was verified here."
    )


def test_the_exact_line_with_reservations_gives_the_factor_last(world):
    covers = "{from: 2031-03-10, to: 2031-03-10, as_stated: ten hours}"
    world.say(statement(claim(figure="more than 83", covers=covers, by="north")))
    world.say(ministry(claim(figure=10, covers=DAY, by="north")), side="south")
    assert line(world) == (
        "As of 10 Mar 2031, on “Southern forces killed, whole operation”: Northern command said more than 83 (said "
        "10 Mar 2031; counts 10 Mar 2031, “ten hours”); Southern ministry said 10 (said 10 Mar 2031; counts 10 Mar "
        "2031). The two figures may be compared with reservations (in another form: more than 83 and 10): the higher "
        "is at least 8.4 times the lower. None of these figures was verified here."
    )


def test_like_for_like_and_the_same(world):
    world.say(statement(claim(covers=DAY, by="north")))
    world.say(ministry(claim(covers=DAY, by="north")), side="south")
    assert "The two figures are like for like; they are the same. None" in line(world)


def test_a_silent_party_is_named(world):
    world.say(statement(claim(by="north")))
    assert "No figure of South on this was in what was read. None of" in line(world, silent=["South"])


def test_the_newest_of_each_side_by_one_rule_and_the_least_objected_to_of_one_moment(world):
    world.say(statement(claim(covers=DAY, by="north")), statement(claim(by="north", figure=200), id="n-14",
                                                                   said="2031-03-14"))
    world.say(
        ministry(claim(figure=10, covers=DAY)),
        statement(claim(figure=17, as_stated="officers"), id="o-14", claimant="officer-to-wire", said="2031-03-14"),
        statement(claim(figure=18, by="north"), id="p-14", claimant="police", said="2031-03-14"),
        side="south",
    )
    store = world.store()
    pairs = question_pairs(store, STATE_DEAD, None)
    pool = quotable(question_claims(store, STATE_DEAD, None), pairs)
    assert newest_of_each(pool, pairs) == {"n-14.killed.southern_forces.north", "p-14.killed.southern_forces.north"}
    assert "m-10.killed.southern_forces" not in set(pool["id"])  # four days older than its side's newest


def test_a_count_of_ours_and_a_window_beside_are_never_quoted(world):
    world.say(statement(claim(by="north")))
    ours = "{metric: killed, of: southern_forces, figure: 9, counted: ours, from: a list}"
    world.say(ministry(ours), statement(claim(counting="period", covers=DAY, figure=3), id="p-10", claimant="police"),
              side="south")
    store = world.store()
    pairs = question_pairs(store, STATE_DEAD, None)
    pool = quotable(question_claims(store, STATE_DEAD, None), pairs)
    assert pool["claimant"].tolist() == ["northern-command"]
    assert pairs_among(pool.to_dict("records"), pairs) == []


def quoted(at) -> str:
    return at.code[0].value


def test_both_sides_are_in_the_line_whatever_is_chosen(open_app):
    at = open_app("compare", at="2026-01-31")
    boxes = [box for box in at.selectbox if box.label.startswith("Figure of ")]
    assert [box.label for box in boxes] == ["Figure of BLA", "Figure of Pakistani state"]
    for text in boxes[1].options:
        at.selectbox(key="quote2").set_value(text).run()
        assert "BLA said 84 " in quoted(at)
        assert f"{text.split(':')[0]} said " in quoted(at)


def test_moment_and_data_version_are_written_out_even_for_the_latest(open_app):
    at = open_app("compare")
    assert "at" not in at.query_params
    version = re.search(r"data version ([0-9a-f]{10}), ", quoted(at))
    assert version
    assert re.search(r"/compare\?phase=Phase\+2.*&at=2026-\d\d-\d\d.*&question=State\+forces", quoted(at))
    assert "at least 16.5 times" in quoted(at)


def test_a_figure_chosen_by_hand_is_in_the_address_of_the_line(open_app):
    at = open_app("compare", at="2026-01-31")
    other = at.selectbox(key="quote2").options[-1]
    at.selectbox(key="quote2").set_value(other).run()
    assert "&quote2=" in quoted(at)
    again = open_app("compare", at="2026-01-31", quote2=other)
    assert quoted(again) == quoted(at)


def test_one_claimant_alone_names_the_silent_party(open_app, tmp_path):
    folder = other_conflict(tmp_path / "data")
    (folder / "statements/spring/upland.yaml").unlink()
    at = open_app("compare", folder, phase="The spring raids")
    assert "No figure of Upland Council on this was in what was read." in quoted(at)


def test_ages_are_hours_only_where_a_time_of_day_is_known(world):
    world.say(statement(claim(), said="2031-03-10 09:00+09:00"), statement(claim(metric="wounded"), id="n-day"),
              statement(claim(metric="captured"), id="n-late", said=None, reports="[gazette]"))
    rows = world.store().execute("from claim_details").df().to_dict("records")
    said = {row["statement"]: row for row in rows}
    end, later = said["n-day"]["said_to"], said["n-late"]["said_to"]
    assert [age(said["n-10"], end), age(said["n-day"], end), age(said["n-day"], later), age(said["n-late"], later)] == [
        "15 h earlier", "the same day", "1 day earlier", "day not known",
    ]
