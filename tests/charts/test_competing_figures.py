"""Competing figures: solid, hollow, arrow, bar or words alone; the axis knows only the claims shown."""

import pytest

from charts.competing_figures import ORDER, _label, competing, highest_number
from charts.look import Mark
from ledger.claims.figures import printed_words, read_figure
from pages.parts.try_statement.preview import with_parts
from queries.compare.questions import Question, question_claims, question_parts
from tests.support.world import claim, statement

MARKS = {"north": Mark("#6D5BA6", "circle"), "south": Mark("#B9770E", "square"), None: Mark("#808080", "x")}
STATE_DEAD = Question("spring", "deaths-and-more", "southern_forces", "", None, "operation")


def figure_of(world, *claims: str):
    """The figure of one statement's claims about the same people, each on its own key."""
    world.say(statement(*claims))
    store = world.store()
    found = question_claims(store, STATE_DEAD, None)
    return competing(with_parts(found, question_parts(store, STATE_DEAD, None)), MARKS, "Asia/Tokyo")


def drawn(figure) -> list[tuple]:
    """mode, x and symbol of every mark, and the words that stand beside."""
    marks = []
    for trace in figure.data:
        symbol = trace.marker.symbol
        shape = list(symbol) if isinstance(symbol, tuple) else symbol
        marks.append((trace.mode, list(trace.x), trace.text[0].strip("\u00a0") if trace.text else shape))
    return marks


FORMS = {
    "84": [("markers", [84], "circle"), ("text", [84], "<b>84</b>")],
    "none": [("markers", [0], "circle"), ("text", [0], "<b>none</b>")],
    "at least 30": [
        ("lines+markers", [30, 31.5], ["line-ns", "triangle-right-open"]),
        ("markers", [30], "circle"),
        ("text", [30], "<b>at least 30</b>"),
    ],
    "up to 250": [
        ("lines+markers", [250, 237.5], ["line-ns", "triangle-left-open"]),
        ("markers", [250], "line-ns-open"),
        ("text", [250], "<b>up to 250</b>"),
    ],
    "17 to 22": [
        ("lines", [17, 22], None), ("markers", [17, 22], "line-ns-open"), ("text", [17], "<b>17–22</b>"),
    ],
    "about 200": [("markers", [200], "circle-open"), ("text", [200], "<b>≈ 200</b>")],
    "dozens": [("text", [0], "“dozens”")],
    "none reported": [("text", [0], "none reported")],
}


@pytest.mark.parametrize("figure", FORMS)
def test_form(world, figure):
    assert drawn(figure_of(world, claim(figure=figure))) == FORMS[figure]


def test_owners_are_named_in_groups_of_direction_and_parts_stand_indented_under_their_whole(world):
    world.say(statement(claim(figure=30, including="[{of: southern_police, figure: 4}]"),
                        id="m-10", claimant="ministry"), side="south")
    figure = figure_of(world, claim())
    assert [note.text for note in figure.layout.annotations] == [
        "<b>Speaking of its own people</b>",
        "Southern ministry",
        "\u00a0\u00a0\u00a0\u00a0Southern ministry · of which Southern police",
        "<b>Speaking of the other side's people</b>",
        "Northern command",
    ]
    assert ORDER[:2] == ("own", "other")


def test_the_axis_ends_where_the_claims_shown_end(world):
    world.say(statement(claim()), statement(claim(figure=4000), id="n-15", said="2031-03-15"))
    store = world.store()
    early = store.execute("select timestamp '2031-03-12'").fetchone()[0]
    shown = question_claims(store, STATE_DEAD, early)
    assert shown["label"].tolist() == ["84"]
    assert highest_number(shown) == 84
    figure = competing(with_parts(shown, question_parts(store, STATE_DEAD, early)), MARKS, "Asia/Tokyo")
    assert figure.layout.xaxis.range == (0, pytest.approx(96.6))


def test_labels_turn_before_the_end_of_the_axis(world):
    figure = figure_of(world, claim())
    assert figure.data[-1].textposition == "middle left"


def test_text_of_the_data_is_no_markup(world):
    world.change("claimants.yaml", "name: Northern command", "name: '<b>Northern</b> command'")
    assert figure_of(world, claim()).layout.annotations[-1].text == "&lt;b&gt;Northern&lt;/b&gt; command"


@pytest.mark.parametrize(
    ("figure", "shown"),
    [("about 200", "≈ 200"), ("some 14,000", "some 14,000"), ("1.2 million", "≈ 1.2 million"), ("9 or so", "9 or so")],
)
def test_a_hedge_is_never_doubled(figure, shown):
    read = read_figure(figure)
    assert _label({"label": printed_words(read), "form": read.form}) == shown
