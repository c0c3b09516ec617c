"""The Timeline: what its questions answer, where its marks stand, and that its page says so."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import pytest

from charts.look import side_marks
from charts.timeline.growth_of_figures import growth, growth_lines
from charts.timeline.hours_since_zero import Clock
from charts.timeline.ladder_rows import highest, ladder_groups
from charts.timeline.lanes import Drawn, claimant_lanes, event_lanes, packed, short
from charts.timeline.marks import outside_items
from charts.timeline.phase_bounds import bound_lanes, short_moments
from charts.timeline.phase_chart import Told, laid_out, panel, strip
from charts.timeline.time_axis import Axis, hour_ticks, month_ticks
from ledger.store.live_snapshot import Live
from pages.parts.timeline.items_list import listed
from pages.parts.timeline.phase_data import in_span, nearby, phase_axes, read_stories
from pages.parts.timeline.phase_mirror import time_to
from queries.frame.phases_and_sides import phases, side_order
from queries.timeline.events_and_statements import (
    phase_mirror,
    timeline_bounds,
    timeline_events,
    timeline_item_claims,
    timeline_ladders,
    timeline_names,
    timeline_reports,
    timeline_statements,
)
from tests.support.conflicts import VARIANTS
from tests.support.paths import ROOT
from tests.support.world import claim, flow, statement

TOKYO = Clock("Asia/Tokyo", "Asia/Tokyo")
ZERO = datetime(2031, 3, 9, 15)  # 10 March, 00:00 in Tokyo


def axis(**changes) -> Axis:
    given = {"zero": ZERO, "clock": TOKYO, "start": -24.0, "end": 240.0, "view_start": -24.0, "view_end": 240.0}
    return Axis(**given | changes)


def event(**fields: object) -> str:
    given: dict[str, object] = {"id": "raid", "kind": "attack", "when": "2031-03-10", "what": "A raid."}
    return f"- {flow(given | {'reports': ['gazette']} | fields)}\n"


@pytest.fixture
def told(world):
    """Five statements of two parties and four events, one of them months later."""
    world.change(
        "dataset.yaml",
        "  - {id: spring, name: The spring, zero: 2031-03-10,",
        "  - {id: spring, name: The spring, zero: 2031-03-10,\n"
        "     names: [{claimant: northern-command, name: Ice}],\n"
        "     bounds: [{claimant: northern-command, from: 2031-03-10, to: 2031-03-12 16:00+09:00, report: gazette},\n"
        "              {claimant: ministry, from: 2031-03-09, report: gazette},\n"
        "              {claimant: ministry, to: 2031-03-11, report: gazette}],",
    )
    world.say(
        statement(claim(covers="2031-03-10"), id="n-10"),
        statement(
            claim(figure=168, covers=flow({"from_": "2031-03-10", "to": "2031-03-12"})), id="n-12", said="2031-03-12"
        ),
    )
    world.say(
        statement(claim(figure="at least 10"), id="s-11", claimant="ministry", said="2031-03-11 18:10+09:00"),
        statement(claim(figure=12), id="s-late", claimant="police", said="2031-05-01"),
        statement(claim(figure=11), id="s-undated", claimant="police", said=None, reports="[undated-page]"),
        side="south",
    )
    world.write(
        "events/spring.yaml",
        event()
        + event(id="second-raid")
        + event(id="reply", kind="response", when="2031-03-11 06:00+09:00", precision="hour", according_to="ministry")
        + event(id="afterwards", kind="aftermath", when="2031-06-01"),
    )
    return world.store()


def test_one_row_is_a_statement_and_a_period(told):
    rows = timeline_statements(told, "spring", None)
    assert list(
        rows[["id", "claimant_name", "words", "claims", "claimant_statements"]].itertuples(index=False, name=None)
    ) == [
        ("n-10", "Northern command", "84 (killed, Southern forces)", 1, 2),
        ("s-11", "Southern ministry", "at least 10 (killed, Southern forces)", 1, 1),
        ("n-12", "Northern command", "168 (killed, Southern forces)", 1, 2),
        ("s-late", "Southern police", "12 (killed, Southern forces)", 1, 2),
        ("s-undated", "Southern police", "11 (killed, Southern forces)", 1, 2),
    ]


def test_nothing_later_than_the_moment_in_its_phase_and_everything_in_the_others(told):
    at = datetime(2031, 3, 11, 15)
    assert list(timeline_statements(told, "spring", at)["id"]) == ["n-10", "s-11"]
    assert list(timeline_events(told, "spring", at)["id"]) == ["raid", "second-raid", "reply"]
    assert list(timeline_ladders(told, "spring", at)["label"]) == ["84", "at least 10"]
    assert list(timeline_bounds(told, "spring", at)["bound"]) == ["start", "start", "end"]
    assert len(timeline_statements(told, "autumn", at)) == 5


def test_names_bounds_reports_and_claims_of_an_item(told):
    assert timeline_names(told)[["phase", "claimant_name", "name"]].values.tolist() == [
        ["spring", "Northern command", "Ice"]
    ]
    bounds = timeline_bounds(told, "spring", None)
    assert bounds[["claimant_name", "bound", "words", "publisher"]].values.tolist() == [
        ["Northern command", "start", "2031-03-10", "The Gazette"],
        ["Northern command", "end", "2031-03-12 16:00+09:00", "The Gazette"],
        ["Southern ministry", "start", "2031-03-09", "The Gazette"],
        ["Southern ministry", "end", "2031-03-11", "The Gazette"],
    ]
    reports = timeline_reports(told).set_index("item")
    assert reports.loc["raid", "publisher"] == "The Gazette" and reports.loc["s-undated", "publisher"] == "Page"
    assert list(timeline_item_claims(told, ("n-12", "s-11"))["statement"]) == ["n-12", "s-11"]
    assert timeline_item_claims(told, ()).empty


def test_the_mirror_counts_first_figures_and_revisions_for_each_side(told):
    rows = phase_mirror(told, "spring", None)
    spring = rows[rows["phase"] == "spring"]
    assert spring[["side", "claimant_name", "label", "statements", "revisions", "repeated"]].fillna(
        ""
    ).values.tolist() == [
        ["north", "Northern command", "84", 2, 1, 0],
        ["south", "Southern ministry", "at least 10", 2, 0, 0],
        ["observers", "", "", 0, 0, 0],
        ["tallies", "", "", 0, 0, 0],
    ]
    first, second = list(spring.itertuples())[:2]
    assert time_to(first) == "within 24 hours"
    assert time_to(second) == "after 42.2 hours"


def test_a_change_of_word_breaks_the_line_and_an_unnamed_source_stands_alone(world):
    world.say(
        statement(claim(metric="neutralised"), id="n-10"),
        statement(claim(figure=150), id="n-11", said="2031-03-11"),
        statement(claim(figure="more than 300"), id="n-12", said="2031-03-12"),
    )
    world.say(
        statement(claim(figure=5), id="o-10", claimant="officer-to-wire"),
        statement(claim(figure=9), id="o-11", claimant="officer-to-wire", said="2031-03-11"),
        side="south",
    )
    rows = timeline_ladders(world.store(), "spring", None)
    assert rows[["label", "step_number", "steps", "breaks", "other_word", "stands_alone"]].values.tolist() == [
        ["84", 1, 3, False, True, False],
        ["150", 2, 3, True, False, False],
        ["more than 300", 3, 3, False, False, False],
        ["5", 1, 2, False, False, True],
        ["9", 2, 2, True, False, True],
    ]
    assert growth_lines(rows, TOKYO) == [
        (
            'Northern command, Southern forces: 84 "neutralised" to more than 300 killed',
            "3 figures, said 10 Mar 2031 to 12 Mar 2031; "
            "no factor: the line is broken by another word, basis or start of the period",
        )
    ]


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (("exact", 7, 7), ("exact", 93, 93), "13.3 times"),
        (("exact", 84, 84), ("more_than", 300, 301), "at least 3.5 times"),
        (("more_than", 150, 151), ("exact", 300, 300), None),
        (("exact", 0, 0), ("exact", 9, 9), None),
        (("exact", 9, 9), ("about", 40, None), None),
    ],
)
def test_growth_has_a_factor_only_where_the_two_can_be_divided(first, last, text):
    rows = [
        pd.Series({"form": form, "point": point, "low": low, "label": str(point), "says": None, "on_words": None})
        for form, point, low in (first, last)
    ]
    assert growth(*rows, broken=False)[0] == text
    assert growth(*rows, broken=True)[0] is None


def test_hours_stand_beside_the_dates_of_the_clock_that_was_chosen():
    local, utc = axis(end=48.0), axis(end=48.0, clock=Clock("Asia/Tokyo", "UTC"))
    assert hour_ticks(local, 48) == ([-24.0, 0.0, 24.0, 48.0], ["", "0 h<br>10 Mar", "", "+48 h<br>12 Mar"])
    assert hour_ticks(utc, 48)[1][1] == "0 h<br>9 Mar<br>15:00"
    assert month_ticks(axis(start=0.0, end=24.0 * 60))[1] == ["Apr 2031", "May 2031"]


def test_a_day_stays_a_day_and_only_times_follow_the_clock():
    utc = Clock("Asia/Tokyo", "UTC")
    day = {"said_precision": "day", "said_from": ZERO, "said_to": datetime(2031, 3, 10, 15)}
    time = {"said_precision": "time", "said_from": ZERO, "said_to": ZERO}
    assert (utc.said(day), utc.said(time)) == ("10 Mar 2031", "9 Mar 2031, 15:00 UTC")
    assert (TOKYO.said(day), TOKYO.said(time)) == ("10 Mar 2031", "10 Mar 2031, 00:00")


def test_what_lies_outside_the_view_is_counted_not_drawn(told):
    events, statements = timeline_events(told, "spring", None), timeline_statements(told, "spring", None)
    assert outside_items(events, statements, axis()) == {
        "earlier": [],
        "undated": ["s-undated"],
        "later": ["afterwards", "s-late"],
    }
    assert outside_items(events, statements, axis(view_start=24.0))["earlier"] == ["raid", "second-raid", "n-10"]


def test_a_day_is_drawn_as_a_day_and_a_time_as_a_moment(told):
    lanes = claimant_lanes(timeline_statements(told, "spring", None), axis(), unfolded=True)
    assert [lane.label for lane in lanes] == ["North", "Northern command", "South", "Southern ministry"]
    drawn = [row[0] for lane in lanes for row in lane.rows]
    assert [(d.items, d.first, d.last, d.period) for d in drawn] == [
        (("n-10",), 0.0, 24.0, (0.0, 24.0)),
        (("n-12",), 48.0, 72.0, (0.0, 72.0)),
        (("s-11",), 42.0 + 10 / 60, 42.0 + 10 / 60, None),  # no period stated: no bar
    ]
    assert [d.is_moment for d in drawn] == [False, False, True]


def test_those_who_spoke_once_share_a_lane_until_it_is_unfolded(world):
    world.say(statement(claim(), id="n-10"), statement(claim(figure=90), id="n-11", said="2031-03-11"))
    world.say(
        statement(claim(figure=1), id="m", claimant="ministry"),
        statement(claim(figure=2), id="p", claimant="police"),
        statement(claim(figure=3), id="o", claimant="officer-to-wire", said="2031-03-11"),
        side="south",
    )
    statements = timeline_statements(world.store(), "spring", None)
    folded = claimant_lanes(statements, axis(), unfolded=False)
    assert [lane.label for lane in folded] == ["Northern command", "South: 3"]
    assert [[mark.items for mark in row] for row in folded[1].rows] == [[("m", "p"), ("o",)]]
    unfolded = claimant_lanes(statements, axis(), unfolded=True)
    assert [lane.label for lane in unfolded if lane.kind == "claimant"] == [
        "Northern command",
        "Officer, to Wire",
        "Southern ministry",
        "Southern police",
    ]


def test_events_of_one_time_share_a_mark_in_the_lane_of_their_kind(told):
    lanes = event_lanes(timeline_events(told, "spring", None), axis())
    assert [(lane.label, [[m.items for m in row] for row in lane.rows]) for lane in lanes] == [
        ("Attacks", [[("raid", "second-raid")]]),
        ("Responses", [[("reply",)]]),
    ]


def test_marks_that_overlap_stand_in_rows_of_their_own():
    day, next_day, moment = (
        Drawn((name,), None, first, last, False, "")
        for name, first, last in (("day", 0, 24), ("next", 24, 48), ("moment", 12, 12))
    )
    assert packed([day, next_day, moment]) == [[day, next_day], [moment]]


def test_own_starts_and_ends_are_told_in_words(told):
    bounds = timeline_bounds(told, "spring", None)
    assert [(lane.label, lane.note, lane.before) for lane in bound_lanes(bounds, axis())] == [
        ("Northern com…: own span", "ends 12 Mar, 16:00", ""),
        ("Southern min…: own span", "ends 11 Mar", ""),
    ]
    later = bound_lanes(bounds, axis(start=0.0))
    assert [lane.before for lane in later] == ["", "◂ 9 Mar"]
    assert [lane.note for lane in bound_lanes(bounds[bounds["bound"] == "start"], axis(cut=30.0))] == [
        "no end given by then"
    ] * 2
    two = pd.DataFrame(
        {
            "moment_from": [datetime(2031, 3, 9, 15), datetime(2031, 3, 10, 15)],
            "moment_to": [datetime(2031, 3, 10, 15), datetime(2031, 3, 11, 15)],
        }
    )
    assert short_moments(two, TOKYO) == "10 or 11 Mar"


def test_a_name_too_long_for_the_margin_is_cut():
    assert short("ISPR (military's media wing)") == "ISPR"
    assert short("Northern command") == "Northern command"
    assert short("A name that goes on and on", 10) == "A name th…"


def test_a_span_keeps_what_meets_it_in_hours_of_the_phase(told):
    rows = listed(read_stories(told, "spring", None), TOKYO)
    assert list(rows["item"]) == [
        "raid",
        "second-raid",
        "n-10",
        "reply",
        "s-11",
        "n-12",
        "s-late",
        "afterwards",
        "s-undated",
    ]
    assert list(in_span(rows, axis(), (24.0, 45.0))["item"]) == ["reply", "s-11"]
    assert list(in_span(rows, axis(), (20.0, 30.0))["item"]) == ["raid", "second-raid", "n-10", "reply"]
    assert in_span(rows, None, (0.0, 9.0)).empty and len(in_span(rows, None, None)) == 9


def test_of_many_phases_those_about_the_chosen_one_are_on_the_page(told):
    many = [f"p{number}" for number in range(9)]
    assert nearby(many[:6], "p5") == ("p0", "p1", "p2", "p3", "p4", "p5")
    assert nearby(many, "p0") == ("p0", "p1", "p2", "p3", "p4", "p5")
    assert nearby(many, "p5") == ("p2", "p3", "p4", "p5", "p6", "p7")
    assert nearby(many, "p8") == ("p3", "p4", "p5", "p6", "p7", "p8")
    shown = read_stories(told, "spring", None, ("autumn",))
    assert list(shown.phases["id"]) == ["autumn"]
    assert shown.statements.empty and shown.events.empty and shown.figures.empty


def test_a_panel_has_lanes_over_ladders_on_one_axis(told):
    rows = Told(
        timeline_events(told, "spring", None),
        timeline_statements(told, "spring", None),
        timeline_bounds(told, "spring", None),
        timeline_ladders(told, "spring", None),
    )
    figure = panel(rows, laid_out(rows, axis(), unfolded=False), axis(), side_marks(side_order(told)), rows.figures)
    assert ladder_groups(rows.figures) == ["southern_forces"]
    assert figure.layout.yaxis2.range == (0, highest(rows.figures, "southern_forces") * 1.38)
    assert "Outside the view" in figure.layout.yaxis.ticktext
    texts = [text for trace in figure.data for text in (trace.text or ())]
    assert "2 later ▸" in texts and "1 undated" in texts
    steps = next(
        trace for trace in figure.data if trace.yaxis == "y2" and trace.mode == "lines" and trace.line.width == 1.3
    )
    assert list(steps.x)[:4] == [24.0, 72.0, 72.0, 240.0] and list(steps.y)[:4] == [84, 84, 168, 168]
    assert strip(rows, axis(), side_marks(side_order(told))).layout.xaxis.ticktext == ()


def test_text_of_the_data_is_no_markup_in_a_hover(world):
    world.write("events/spring.yaml", event(what="A <b>raid</b> & more."))
    lanes = event_lanes(timeline_events(world.store(), "spring", None), axis())
    assert lanes[0].rows[0][0].hover == "<b>10 Mar 2031</b><br>A &lt;b&gt;raid&lt;/b&gt; &amp; more."


# On the real data


@pytest.fixture(scope="module")
def real():
    return Live(ROOT / "data", watch=False).snapshot


def test_every_event_and_statement_of_the_data_is_listed(real):
    zone = real.facts["timezone"]
    rows = listed(read_stories(real.connection, "phase-2", None), Clock(zone, zone))
    with real.connection.cursor() as cursor:
        wanted = {
            row[0] for row in cursor.execute("select id from events union select statement from claims").fetchall()
        }
    assert set(rows["item"]) == wanted


def test_each_item_is_drawn_or_counted_at_the_edge(real):
    zone = real.facts["timezone"]
    stories = read_stories(real.connection, "phase-2", None)
    for phase, of_phase in phase_axes(stories, Clock(zone, zone)).items():
        rows = stories.told(phase)
        drawn = {
            item
            for lane in laid_out(rows, of_phase, unfolded=True)
            if lane.kind != "bound"
            for row in lane.rows
            for mark in row
            for item in mark.items
        }
        outside = outside_items(rows.events, rows.statements, of_phase)
        counted = {item for items in outside.values() for item in items}
        assert drawn | counted == set(rows.events["id"]) | set(rows.statements["id"])
        assert not drawn & counted


def test_the_differing_ends_are_in_the_picture(real):
    zone = real.facts["timezone"]
    stories = read_stories(real.connection, "phase-2", None)
    lanes = bound_lanes(stories.told("phase-2").bounds, phase_axes(stories, Clock(zone, zone))["phase-2"])
    notes = {lane.label: lane.note for lane in lanes}
    assert notes["BLA: own span"] == "ends 6 Feb, 16:00" and notes["ISPR: own span"] == "ends 4 or 5 Feb"


# The page


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_page_opens_on_any_data(open_app, tmp_path, variant):
    folder = VARIANTS[variant](tmp_path / "data")
    known = phases(Live(folder, watch=False).snapshot.connection)
    at = open_app("timeline", folder)
    assert not at.exception, [e.message for e in at.exception]
    charts = [chart.proto.id for chart in at.get("plotly_chart")]
    if at.info:
        assert "No event and no statement" in at.info[0].value
    else:
        assert sum(f"timeline-{phase}-0" in chart for phase in known["id"] for chart in charts) == len(charts) > 0


def test_the_page_shows_both_phases_whatever_the_phase_control_says(open_app):
    for phase in ("Phase 1 (August 2024)", "Phase 2 (from January 2026)"):
        at = open_app("timeline", phase=phase)
        assert not at.exception
        html = " ".join(block.proto.body for block in at.get("html"))
        assert (
            "BLA: “Operation Herof”" in html and "ISPR (military&#39;s media wing): “Operation Radd-ul-Fitna-1”" in html
        )
        assert [chart.proto.id.split("timeline-")[1] for chart in at.get("plotly_chart")] == [
            "phase-1-0",
            "phase-2-0",
            "between-0",
        ]


def test_the_address_opens_a_phase_a_clock_and_an_item(open_app):
    at = open_app(
        "timeline", timeline_show="Phase 2 (from January 2026)", timeline_clock="UTC", item="bla-operation-end"
    )
    html = " ".join(block.proto.body for block in at.get("html"))
    assert "End declared, about 6 Feb 2026, 11:00 UTC" in html
    assert len(at.get("plotly_chart")) == 1


def test_an_item_that_is_not_there_is_said_so(open_app):
    at = open_app("timeline", item="<b>no-such-thing</b>")
    html = " ".join(block.proto.body for block in at.get("html"))
    assert "or not yet at the chosen moment: &lt;b&gt;no-such-thing&lt;/b&gt;." in html


def test_the_mirror_asks_both_phases_the_same(open_app):
    at = open_app("timeline")
    mirror = next(block.proto.body for block in at.get("html") if "timeline-mirror" in block.proto.body)
    for question in (
        "What it is called",
        "When it began, as given",
        "When it was over, as given",
        "Time to the first figure about people",
        "Figures revised, and statements",
        "Growth from the first figure to the last",
        "Widest disagreement between sides",
    ):
        assert question in mirror
    assert "BLA, BLA members: 7 to 93, 13.3 times" in mirror
