"""Compare's picture: how each form is drawn, at most two lines a side, an axis that knows only the claims shown."""

import pytest

from charts.compare.newest_figures import newest_figures
from charts.look import Mark
from queries.ask_store import ask_rows
from queries.compare.questions import Question
from queries.side_by_side.standing_figures import sides_of
from tests.support.world import claim, statement

MARKS = {"north": Mark("#6D5BA6", "circle"), "south": Mark("#B9770E", "square"), None: Mark("#808080", "x")}
STATE_DEAD = Question("spring", "deaths-and-more", "southern_forces", "", None, "operation")
ZONE = "Asia/Tokyo"


def picture(world, t=None):
    """The picture of everything said on the question by `t`."""
    rows = ask_rows(world.store(), "compare/question_claims", **STATE_DEAD.values(t))
    sides = [(own.side, own.claims) for own in sides_of(rows, ["north", "south"], ZONE)]
    return newest_figures(sides, MARKS, "southern_forces", "light", ZONE)


def drawn(figure) -> list[tuple]:
    """x and symbol of every mark that is drawn."""
    return [(trace["x"], trace["marker"].get("symbol")) for trace in figure["data"] if trace["x"]]


def notes(figure) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"]]


FORMS = {
    "84": [([84], "circle")],
    "none": [([0], "circle")],
    "at least 30": [([30, pytest.approx(31.176)], "triangle-right-open"), ([30], "circle")],
    "up to 250": [([250, pytest.approx(240.2)], "triangle-left-open"), ([250], "circle")],
    "17 to 22": [([17, 22], "line-ns-open")],
    "about 200": [([200], "circle-open")],
    "dozens": [],
    "none reported": [],
}


@pytest.mark.parametrize("figure", FORMS)
def test_form(world, figure):
    world.say(statement(claim(figure=figure)))
    assert drawn(picture(world)) == FORMS[figure]


def test_words_above_each_mark_say_whose_it_is_when_it_was_said_and_what_it_counts(world):
    world.say(statement(claim(covers="{from: 2031-03-10, to: 2031-03-10}")))
    assert notes(picture(world)) == [
        "<b>Northern command</b> · said 10 Mar 2031, counts 10 Mar<br>2031", "<b>84</b>",
    ]


def test_two_lines_a_side_and_the_rest_counted_with_their_range(world):
    world.say(
        statement(claim(figure=10), id="m-10", claimant="ministry"),
        statement(claim(figure=32), id="p-12", claimant="police", said="2031-03-12"),
        statement(claim(figure=15), id="o-10", claimant="officer-to-wire"),
        statement(claim(figure=17), id="o-9", claimant="officer-to-wire", said="2031-03-09"),
        side="south",
    )
    shown = notes(picture(world))
    heads = [text for text in shown if " · said " in text]
    assert [head.split("</b>")[0] for head in heads] == ["<b>Southern police", "<b>Southern ministry"]
    assert shown[-1] == "2 more of the same side: 15 to 17"


def test_the_axis_ends_where_the_claims_shown_end(world):
    world.say(statement(claim()), statement(claim(figure=4000), id="n-15", said="2031-03-15"))
    early = world.store().execute("select timestamp '2031-03-12'").fetchone()[0]
    figure = picture(world, early)
    assert figure["layout"]["xaxis"]["range"][1] == pytest.approx(84 * 1.12)
    assert "4,000" not in str(figure)


def test_labels_turn_before_the_end_of_the_axis(world):
    world.say(statement(claim()))
    assert picture(world)["layout"]["annotations"][-1]["xanchor"] == "right"


def test_text_of_the_data_is_no_markup(world):
    world.change("claimants.yaml", "name: Northern command", "name: '<b>Northern</b> command'")
    world.say(statement(claim()))
    assert notes(picture(world))[0].startswith("<b>&lt;b&gt;Northern&lt;/b&gt; command</b> · said ")
