"""The count over time: what is drawn at a moment, that no two labels meet, and an axis for time of any length."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from charts.count_over_time import PHONE, WIDE, count_over_time
from charts.free_places import BY_A_STEP, Room
from charts.look import side_marks
from charts.over_time_panels import treads
from charts.phase_strip import bound_words, owners_of_bounds
from charts.text_width import text_width
from charts.time_ticks import LABEL_SIZE, since_zero, time_ticks
from pages.parts.claims.account_lines import panel_of, phase_rows
from queries.compare.questions import Question
from queries.frame.phases_and_sides import side_order
from queries.side_by_side.phase_account import phase_account
from queries.side_by_side.question_over_time import question_over_time
from queries.timeline.events_and_statements import attacks_of_phase, bounds_of_phase
from tests.support.world import claim, statement

ZONE = "Asia/Tokyo"
DEAD = Question("spring", "deaths-and-more", "southern_forces", "", None, "operation")
START = datetime(2031, 3, 9, 15)  # 10 March, 00:00 in Tokyo


@pytest.fixture
def told(world):
    """Three figures of the north, of which the second uses another word; two of the south, one of an officer."""
    world.change(
        "dataset.yaml",
        "zero: 2031-03-10,",
        "zero: 2031-03-10, bounds: [{claimant: ministry, from: 2031-03-10, report: gazette},"
        " {claimant: northern-command, from: 2031-03-10, to: 2031-03-12, report: gazette}],",
    )
    world.say(
        statement(claim(metric="neutralised"), id="n-10"),
        statement(claim(figure=150), id="n-11", said="2031-03-11"),
        statement(claim(figure="more than 300"), id="n-12", said="2031-03-12"),
    )
    world.say(
        statement(claim(figure=10), id="s-10", claimant="ministry", said="2031-03-10 18:00+09:00"),
        statement(claim(figure=22), id="s-14", claimant="ministry", said="2031-03-14"),
        statement(claim(figure=17), id="o-11", claimant="officer-to-wire", said="2031-03-11"),
        side="south",
    )
    world.write(
        "events/spring.yaml",
        "- {id: raid, kind: attack, when: 2031-03-10, what: A <b>raid</b>., reports: [gazette]}\n",
    )
    return world.store()


def panel(store, question=DEAD, at=None):
    account = phase_account(store, question.phase)
    story = question_over_time(store, question, account, ZONE)
    rows = bounds_of_phase(store, question.phase), attacks_of_phase(store, question.phase)
    return replace(panel_of(story, phase_rows(store)[question.phase], account, *rows), at=at)


def notes(figure) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"] if note["visible"]]


def drawn(store, panels, **changes):
    return count_over_time(panels, side_marks(side_order(store)), "light", ZONE, 480, **changes)


def test_a_figure_holds_until_the_next_and_another_word_breaks_the_line(told):
    shown = panel(told)
    line = next(line for line in shown.lines if line.name == "Northern command")
    xs, ys = treads(shown, line)
    assert ys == [84, 84, None, 150, 150, 300, 300, None]
    # the axis begins a day before day zero; a figure of a day stands at its noon, the last holds to the end
    assert xs == [36, 60, None, 60, 84, 84, 288, None]


def test_a_figure_taken_back_ends_its_line_with_a_cross_on_that_day_and_not_before(world):
    taken_back = "{withdraws: n-10.killed.southern_forces, says: it was withdrawn}"
    withdrawal = statement(taken_back, id="n-12", said="2031-03-12")
    world.say(statement(claim(), id="n-10"), withdrawal)
    store = world.store()
    shown = panel(store)
    (line,) = shown.lines
    start, end = treads(shown, line)[0][:2]
    marked = [trace for trace in drawn(store, [shown])["data"] if "marker" in trace]
    crosses = [trace for trace in marked if "x-thin-open" in trace["marker"]["symbol"]]
    assert [(trace["x"], trace["y"]) for trace in crosses] == [([end], [84])]
    assert end - start == 60  # from the noon of the 10th to the end of the 12th
    before = panel(store, at=datetime(2031, 3, 11, 15))
    assert treads(before, before.lines[0])[0][1] == before.now
    assert "x-thin-open" not in str(drawn(store, [before])["data"])


def test_dots_are_hollow_where_a_figure_is_about_a_number(world):
    world.say(statement(claim(figure=126), id="n-12", said="2031-03-12"),
              statement(claim(figure="about 200"), id="n-13", said="2031-03-13"))
    store = world.store()
    (dots,) = [trace for trace in drawn(store, [panel(store)])["data"] if trace.get("customdata")]
    assert dots["marker"]["symbol"] == ["circle", "circle-open"]


def test_what_stands_for_each_party_is_thick_and_others_are_dots(told):
    shown = panel(told)
    assert {side: lead["label"] for side, lead in shown.leads.items()} == {"north": "more than 300", "south": "22"}
    assert [lead["label"] for lead in shown.led.values()] == ["10", "84", "150", "17", "more than 300", "22"]
    assert [claim["id"] for claim in shown.beside] == ["o-11.killed.southern_forces"]


def test_nothing_later_than_the_moment(told):
    early = panel(told, at=datetime(2031, 3, 11, 15))
    assert [[step["label"] for step in line.told] for line in early.lines] == [["84", "150"], ["10"]]
    assert early.now == 72
    assert "more than 300" not in notes(drawn(told, [early]))


def test_every_moment_has_the_same_traces_and_notes_for_a_replay(told):
    figures = [drawn(told, [panel(told, at=START + timedelta(hours=hours))]) for hours in (18, 24, 48, 72, 400)]
    assert len({len(figure["data"]) for figure in figures}) == 1
    assert len({len(figure["layout"]["annotations"]) for figure in figures}) == 1


def test_each_partys_own_start_and_end_in_words(told):
    owners = owners_of_bounds(panel(told))
    assert [bound_words(rows, ZONE) for rows in owners] == [
        "Northern command: 10 Mar to 12 Mar",
        "Southern ministry: from 10 Mar, no end given",
    ]


def test_a_party_without_a_figure_on_the_group_is_met_through_the_nearest(world):
    world.say(statement(claim(of="northern_army", figure=7), id="n-10"))
    world.say(statement(claim(of="fighters", figure=40), id="s-10", claimant="ministry"), side="south")
    fighters = replace(DEAD, group="fighters")
    shown = panel(world.store(), fighters)
    assert {side: (lead["label"], lead["group_name"]) for side, lead in shown.leads.items()} == {
        "north": ("7", "Northern army"),
        "south": ("40", "Fighters"),
    }


def test_text_of_the_data_is_no_markup(told):
    figure = drawn(told, [panel(told)])
    hovers = str([trace["hovertext"] for trace in figure["data"] if trace.get("hovertext")])
    assert "&lt;b&gt;raid" in hovers and "<b>raid" not in hovers


def boxes(figure, width):
    """The pixels of every visible label at a width, as the browser will set it."""
    margin, layout = figure["layout"]["margin"], figure["layout"]
    sizes = width - margin["l"] - margin["r"], layout["height"] - margin["t"] - margin["b"]
    found = []
    for note in layout["annotations"]:
        if note["visible"] and "domain" not in note["xref"]:
            at = []
            for ref, value, size in zip((note["xref"], note["yref"]), (note["x"], note["y"]), sizes, strict=True):
                axis = layout[f"{ref[0]}axis{ref[1:]}"]
                (low, high), (start, end) = axis["range"], axis["domain"]
                at.append((start + (value - low) / (high - low) * (end - start)) * size)
            text = note["text"].replace("<b>", "").replace("</b>", "")
            wide, high = text_width(text, note["font"]["size"]), note["font"]["size"] * 1.2
            back = {"left": 0, "center": wide / 2, "right": wide}[note["xanchor"]]
            left = margin["l"] + at[0] + note["xshift"] - back
            shift = {"top": 0, "middle": high / 2, "bottom": high}[note["yanchor"]]
            top = sizes[1] - at[1] - note["yshift"] - shift
            found.append((text, (left, top, left + wide, top + high)))
    return found


@pytest.mark.parametrize("width", [WIDE, 1180])
@pytest.mark.parametrize("count", [3, 40, 500])
def test_no_two_labels_meet_however_many_figures_there_are(world, width, count):
    first = datetime(2031, 3, 10)
    world.change("dataset.yaml", "to: 2031-03-20", "to: 2035-03-20")
    days = [first + timedelta(days=1400 * number / count) for number in range(count)]
    world.say(*(statement(claim(figure=10 + 3 * n), id=f"n-{n}", said=f"{day:%Y-%m-%d}") for n, day in enumerate(days)))
    world.say(
        *(
            statement(claim(figure=9 + n), id=f"s-{n}", claimant="ministry", said=f"{day:%Y-%m-%d}")
            for n, day in enumerate(days)
        ),
        side="south",
    )
    store = world.store()
    found = boxes(drawn(store, [panel(store)]), width)
    texts = [text for text, _ in found]
    assert {"10", f"{10 + 3 * (count - 1):,}", "Northern command", "Southern ministry"} <= set(texts)
    for number, (text, a) in enumerate(found):
        for other, b in found[:number]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]), (text, other)


def test_a_label_takes_the_first_free_place_and_never_covers_another():
    room, bounds = Room(), (0.0, 0.0, 300.0, 300.0)
    first = room.take(150, 150, 40, 16, BY_A_STEP, bounds, must=False)
    second = room.take(150, 150, 40, 16, BY_A_STEP, bounds, must=False)
    assert (first, second) == (BY_A_STEP[0], BY_A_STEP[2])
    assert room.take(150, 150, 400, 16, BY_A_STEP, bounds, must=True) is None


LENGTHS = {
    "hours": timedelta(hours=3),
    "days": timedelta(days=5),
    "months": timedelta(days=212),
    "years": timedelta(days=1460),
}


@pytest.mark.parametrize("pixels", [PHONE - 90, 250, 470, 740, 1100])
@pytest.mark.parametrize("length", LENGTHS)
def test_ticks_follow_the_length_and_never_touch(length, pixels):
    ticks = time_ticks(START, START + LENGTHS[length], ZONE, pixels)
    assert 2 <= len(ticks) <= pixels / 20 + 1
    for line in (0, 1):
        spans = []
        for tick in ticks:
            if len(tick.lines) > line:
                at = tick.hours * 3600 / LENGTHS[length].total_seconds() * pixels
                half = text_width(tick.lines[line], LABEL_SIZE) / 2
                spans.append((at - half, at + half))
        assert all(a[1] < b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("length", "words"),
    [
        ("hours", [("00:00", "10 Mar"), ("01:00",), ("02:00",), ("03:00",)]),
        ("days", [("10 Mar", "2031"), ("11",), ("12",), ("13",), ("14",), ("15",)]),
        ("months", [("Apr", "2031"), ("May",), ("Jun",), ("Jul",), ("Aug",), ("Sep",), ("Oct",)]),
        ("years", [("2032",), ("2033",), ("2034",), ("2035",)]),
    ],
)
def test_ticks_in_words(length, words):
    assert [tick.lines for tick in time_ticks(START, START + LENGTHS[length], ZONE, 210)] == words


def test_how_far_into_the_phase_in_the_unit_of_its_length():
    at = START + timedelta(days=212, hours=6)
    assert since_zero(START + timedelta(hours=31), START, timedelta(days=5)) == "31 h"
    assert since_zero(START - timedelta(hours=12), START, timedelta(days=5)) == "12 h before zero"
    assert since_zero(at, START, timedelta(days=300)) == "day 213"
    assert since_zero(at, START, timedelta(days=1460)) == "month 7"
    assert since_zero(START - timedelta(hours=12), START, timedelta(days=300)) == "1 day before zero"
