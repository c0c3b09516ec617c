"""The Timeline: what its questions answer, what is said of each phase, where marks stand, and that its page says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pandas as pd
import pytest

from charts.timeline.growth_of_figures import growth, growth_lines
from charts.timeline.lanes import Said, Stretch, claimant_lanes, event_lanes, merged, outside
from charts.timeline.moved_words import credit_of, moved, possessive
from pages.parts.claims.account_lines import panel_of, phase_rows, stretch_of
from pages.parts.timeline.choice import beside
from pages.parts.timeline.count_picture import replayed_moments
from pages.parts.timeline.items_list import listed
from pages.parts.timeline.phase_mirror import time_to
from queries.compare.questions import Question
from queries.side_by_side.phase_account import phase_account
from queries.side_by_side.question_over_time import question_over_time
from queries.timeline.events_and_statements import (
    bounds_of_phase,
    phase_mirror,
    timeline_events,
    timeline_item_claims,
    timeline_items,
    timeline_names,
    timeline_reports,
    timeline_statements,
)
from tests.support.world import FILES, claim, flow, statement

ZONE = "Asia/Tokyo"
ZERO = datetime(2031, 3, 9, 15)  # 10 March, 00:00 in Tokyo
VIEW = Stretch(datetime(2031, 3, 8, 15), datetime(2031, 3, 20, 15))
DEAD = Question("spring", "deaths-and-more", "southern_forces", "", None, "operation")


def event(**fields: object) -> str:
    given: dict[str, object] = {"id": "raid", "kind": "attack", "when": "2031-03-10", "what": "A raid."}
    return f"- {flow(given | {'reports': ['gazette']} | fields)}\n"


def panel(store, at=None):
    account = phase_account(store, "spring")
    story = question_over_time(store, DEAD, account, ZONE)
    return replace(panel_of(story, phase_rows(store)["spring"], account), at=at)


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
    rows = timeline_statements(told, "spring")
    assert [(row["id"], row["claimant_name"], row["words"], row["claims"]) for row in rows] == [
        ("n-10", "Northern command", "84 (killed, Southern forces)", 1),
        ("s-11", "Southern ministry", "at least 10 (killed, Southern forces)", 1),
        ("n-12", "Northern command", "168 (killed, Southern forces)", 1),
        ("s-late", "Southern police", "12 (killed, Southern forces)", 1),
        ("s-undated", "Southern police", "11 (killed, Southern forces)", 1),
    ]
    assert timeline_statements(told, "autumn") == ()


def test_names_bounds_reports_and_claims_of_an_item(told):
    assert [(row["phase"], row["claimant_name"], row["name"]) for row in timeline_names(told)] == [
        ("spring", "Northern command", "Ice")
    ]
    bounds = bounds_of_phase(told, "spring")
    assert [(row["claimant_name"], row["bound"], row["words"], row["publisher"]) for row in bounds] == [
        ("Northern command", "start", "2031-03-10", "The Gazette"),
        ("Northern command", "end", "2031-03-12 16:00+09:00", "The Gazette"),
        ("Southern ministry", "start", "2031-03-09", "The Gazette"),
        ("Southern ministry", "end", "2031-03-11", "The Gazette"),
    ]
    assert "raid" not in timeline_reports(told, "autumn")
    reports = timeline_reports(told, "spring")
    assert reports["raid"][0]["publisher"] == "The Gazette" and reports["s-undated"][0]["publisher"] == "Page"
    assert [row["statement"] for row in timeline_item_claims(told, ("n-12", "s-11"))] == ["n-12", "s-11"]
    assert timeline_item_claims(told, ()) == ()
    assert timeline_items(told, ("raid", "n-12", "nothing")) == {"raid": "spring", "n-12": "spring"}


def test_the_mirror_counts_first_figures_and_revisions_for_each_side(told):
    rows = phase_mirror(told, ("spring", "autumn"), "spring", None)
    assert list(rows["phase"].unique()) == ["spring", "autumn"]
    assert list(phase_mirror(told, ("autumn",), "spring", None)["phase"].unique()) == ["autumn"]
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
    week = timedelta(days=7)
    assert time_to(first, week) == "within 24 hours"
    assert time_to(second, week) == "after 42.2 hours"


def test_time_to_a_figure_is_told_in_the_unit_of_the_phase():
    row = pd.Series({"said_from": ZERO, "said_to": ZERO + timedelta(days=213), "zero": ZERO})
    assert time_to(row, timedelta(days=300)) == "by day 213"
    assert time_to(row, timedelta(days=1460)) == "by month 7"


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
    shown = panel(world.store())
    assert [[(step["label"], step["break_reason"]) for step in line.told] for line in shown.lines] == [
        [("84", None), ("150", "another word"), ("more than 300", None)]
    ]
    assert [claim["label"] for claim in shown.beside] == ["5", "9"]
    assert growth_lines(shown, ZONE) == [
        (
            'Northern command, Southern forces, killed: 84 "neutralised" to more than 300 killed',
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
        {"form": form, "point": point, "low": low, "label": str(point), "says": None, "on_words": None}
        for form, point, low in (first, last)
    ]
    assert growth(*rows, broken=False)[0] == text
    assert growth(*rows, broken=True)[0] is None


# The heading


def test_the_heading_says_how_each_partys_figure_moved_by_one_rule(told):
    parties = phase_account(told, "spring").parties
    said = moved("Southern forces killed", panel(told), parties)
    assert said == (
        "Southern forces killed: Northern command's figure went from 84 to 168; "
        "South from at least 10 (Southern ministry) to 12 (Southern police)"
    ).replace("South from", "South's from")
    early = moved("Southern forces killed", panel(told, datetime(2031, 3, 10, 15)), parties)
    assert early == "Southern forces killed: Northern command said 84; no figure from South in what was read"
    assert possessive("Rebels") == "Rebels'"


def test_of_many_statements_the_source_line_names_the_first_and_the_last(world):
    days = [f"2031-03-{day}" for day in range(10, 20)]
    world.say(*(statement(claim(figure=10 + n), id=f"n-{n}", said=day) for n, day in enumerate(days)))
    steps = panel(world.store()).lines[0].told
    assert credit_of(steps, ZONE) == "Northern command, 10 statements, 10 Mar 2031 to 19 Mar 2031"
    assert credit_of(steps[:2], ZONE) == "Northern command, 10 Mar, 11 Mar 2031"


def test_a_replay_is_left_out_where_it_would_be_too_heavy():
    assert replayed_moments(5, 20) == [0, 1, 2, 3, 4]
    assert replayed_moments(100, 100)[-1] == 99 and len(replayed_moments(100, 100)) <= 31
    assert replayed_moments(500, 546) == []


def test_at_most_two_phases_stand_side_by_side():
    known, dated = ["a", "truce", "b", "c"], ["a", "b", "c"]
    assert beside(known, dated, "c") == ("b", "c")
    assert beside(known, dated, "a") == ("a", "b")
    assert beside(known, dated, "truce") == ("a", "b")
    assert beside(["before", "a"], ["a"], "before") == ("before",)
    assert beside(["a"], ["a"], "a") == ("a",)


def test_an_axis_without_a_view_holds_what_was_said():
    phase = {"view_from": None, "view_to": None, "zero": pd.Timestamp(ZERO)}
    assert stretch_of(phase, [ZERO + timedelta(hours=50)]) == (ZERO, ZERO + timedelta(hours=52))
    first, last = stretch_of(phase | {"zero": None}, [])
    assert first < last


# The lanes


def test_what_lies_outside_the_axis_is_counted_not_drawn(told):
    statements = timeline_statements(told, "spring")
    assert outside(statements, "said_from", "said_to", VIEW) == {
        "earlier": set(), "later": {"s-late"}, "undated": {"s-undated"},
    }  # fmt: skip
    later = replace(VIEW, start=datetime(2031, 3, 10, 15))
    assert outside(statements, "said_from", "said_to", later)["earlier"] == {"n-10"}


def test_a_day_stands_in_its_middle_and_a_time_where_it_was(told):
    lanes = claimant_lanes(timeline_statements(told, "spring"), VIEW, ZONE, 600)
    assert [lane.label for lane in lanes] == ["Northern command", "Southern ministry"]
    drawn = [row[0] for lane in lanes for row in lane.rows]
    assert [(said.items, said.at, said.period) for said in drawn] == [
        (("n-10",), 36.0, (24.0, 48.0)),
        (("n-12",), 84.0, (24.0, 96.0)),
        (("s-11",), 66.0 + 10 / 60, None),  # no period stated: no line
    ]


def test_nothing_later_than_the_moment_has_a_mark(told):
    early = replace(VIEW, at=datetime(2031, 3, 10, 15))
    assert [lane.label for lane in claimant_lanes(timeline_statements(told, "spring"), early, ZONE, 600)] == [
        "Northern command"
    ]
    assert [lane.label for lane in event_lanes(timeline_events(told, "spring"), early, ZONE, 600)] == ["Attacks"]


def test_those_who_spoke_once_share_a_lane_until_it_is_unfolded(world):
    world.say(statement(claim(), id="n-10"), statement(claim(figure=90), id="n-11", said="2031-03-11"))
    world.say(
        statement(claim(figure=1), id="m", claimant="ministry"),
        statement(claim(figure=2), id="p", claimant="police"),
        statement(claim(figure=3), id="o", claimant="officer-to-wire", said="2031-03-11"),
        side="south",
    )
    statements = timeline_statements(world.store(), "spring")
    folded = claimant_lanes(statements, VIEW, ZONE, 600)
    assert [(lane.label, lane.claimants) for lane in folded] == [("Northern command", 1), ("South: 3", 3)]
    assert [said.items for said in folded[1].rows[0]] == [("m", "p"), ("o",)]
    unfolded = claimant_lanes(statements, VIEW, ZONE, 600, most=99, least=1)
    assert [lane.label for lane in unfolded] == [
        "Northern command", "Officer, to Wire", "Southern ministry", "Southern police",
    ]  # fmt: skip


def test_many_statements_of_one_claimant_share_marks_and_leave_their_periods_out(world):
    days = [ZERO + timedelta(hours=7 + number) for number in range(200)]
    said = [statement(claim(figure=n + 1), id=f"n-{n}", said=f"{day:%Y-%m-%d %H:%M}Z") for n, day in enumerate(days)]
    world.say(*said)
    lanes = claimant_lanes(timeline_statements(world.store(), "spring"), VIEW, ZONE, 600)
    marks = lanes[0].rows[0]
    assert lanes[0].is_thinned and len(lanes[0].rows) == 1 and len(marks) < 75
    assert sum(len(said.items) for said in marks) == 200
    assert all(b.at - a.at >= 8 / 600 * VIEW.length for a, b in pairwise(marks))


def test_events_of_one_time_share_a_mark_in_the_lane_of_their_kind(told):
    lanes = event_lanes(timeline_events(told, "spring"), VIEW, ZONE, 600)
    assert [(lane.label, [[said.items for said in row] for row in lane.rows]) for lane in lanes] == [
        ("Attacks", [[("raid", "second-raid")]]),
        ("Responses", [[("reply",)]]),
    ]
    far = [Said((name,), at, False, (name,)) for name, at in (("a", 0.0), ("b", 100.0))]
    assert [said.items for said in merged(far, VIEW, 600)] == [("a",), ("b",)]


def test_the_list_is_in_order_of_time_with_undated_last(told):
    rows = listed(timeline_events(told, "spring"), timeline_statements(told, "spring"), ZONE)
    assert [row["item"] for row in rows] == [
        "raid", "second-raid", "n-10", "reply", "s-11", "n-12", "s-late", "afterwards", "s-undated",
    ]  # fmt: skip


# On the real data


@pytest.fixture
def real(real_live):
    return real_live.snapshot


def test_every_event_and_statement_of_the_data_is_listed_and_drawn_or_counted(real):
    zone, found = real.facts["timezone"], set()
    for phase, row in phase_rows(real.connection).items():
        events, statements = timeline_events(real.connection, phase), timeline_statements(real.connection, phase)
        found |= {item["item"] for item in listed(events, statements, zone)}
        moments = [e["when_to"] for e in events] + [s["said_to"] for s in statements if s["said_to"]]
        axis = Stretch(*stretch_of(row, moments))
        lanes = event_lanes(events, axis, zone, 600) + claimant_lanes(statements, axis, zone, 600)
        drawn = {item for lane in lanes for marks in lane.rows for said in marks for item in said.items}
        beyond = outside(events, "when_from", "when_to", axis), outside(statements, "said_from", "said_to", axis)
        counted = {item for place in beyond for items in place.values() for item in items}
        assert drawn | counted == {row["id"] for row in (*events, *statements)}
        assert not drawn & counted
    with real.connection.cursor() as cursor:
        wanted = cursor.execute("select id from events union select statement from claims").fetchall()
    assert found == {row[0] for row in wanted}


# The page


def html_of(at) -> str:
    return " ".join(block.proto.body for block in at.get("html"))


def test_both_phases_have_a_panel_and_a_phase_alone_has_one(open_app):
    for phase in ("phase-1", "phase-2"):
        html = html_of(open_app("timeline", phase=phase))
        assert f"Heading: {'Phase 1 · Aug 2024' if phase == 'phase-1' else 'Phase 2 · Jan 2026'}" in html
        assert "Between the phases</a>" in html
    assert "Heading: " not in html_of(open_app("timeline", phase="phase-1", view="one"))


def test_the_heading_states_the_finding_of_the_chosen_topic(open_app):
    assert (
        "State forces killed: BLA&#39;s figure went from 84 &#34;neutralised&#34; to more than 362; "
        "ISPR&#39;s from 15 to 22" in html_of(open_app("timeline"))
    )
    fighters = html_of(open_app("timeline", topic="killed.fighters"))
    assert "Fighters killed: BLA&#39;s figure went from 7 to 93 (BLA members)" in fighters
    assert "There is no topic “nonsense” here; State forces killed is shown." in html_of(
        open_app("timeline", topic="nonsense")
    )


def test_nothing_later_than_the_moment_of_the_page(open_app):
    html = html_of(open_app("timeline", phase="phase-2", at="2026-02-01"))
    heading = html.split('class="cc-heading"')[1].split("</h1>")[0]
    assert "more than 200" in heading and "362" not in heading


def test_a_phase_that_nobody_spoke_of_has_a_sentence(open_app, tmp_path):
    folder = tmp_path / "data"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (folder / "statements" / "spring").mkdir(parents=True)
    (folder / "statements" / "spring" / "north.yaml").write_text(statement(claim()))
    at = open_app("timeline", folder, phase="spring")
    assert "The autumn: nobody has given a figure on this, in what was read." in html_of(at)


def test_the_address_opens_an_item_of_any_phase(open_app):
    html = html_of(open_app("timeline", item="bla-operation-end"))
    assert "End declared, about 6 Feb 2026, 16:00" in html
    other = html_of(open_app("timeline", phase="phase-1", item="bla-2026-01-31"))
    assert "BLA (Jeeyand Baloch, spokesperson): said 31 Jan 2026" in other


def test_an_item_that_is_not_there_is_said_so(open_app):
    html = html_of(open_app("timeline", item="<b>no-such-thing</b>"))
    assert "or not yet at the chosen moment: &lt;b&gt;no-such-thing&lt;/b&gt;." in html


def test_the_mirror_asks_both_phases_the_same(open_app):
    bodies = [block.proto.body for block in open_app("timeline").get("html")]
    mirror = next(body for body in bodies if "timeline-mirror" in body)
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
    assert "BLA, BLA members, killed: 7 to 93, 13.3 times" in mirror
    assert "BLA: “Operation Herof”" in mirror
    assert "ISPR (military&#39;s media wing): “Operation Radd-ul-Fitna-1”" in mirror
