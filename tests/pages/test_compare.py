"""Compare as a page: deep links, the finding, the verdict, who had not spoken, the stamp of an opened gate."""

import re

import pytest

from queries.compare.question_ids import question_id
from queries.compare.questions import questions
from tests.support.conflicts import other_conflict
from tests.support.seen_page import headings_of, html_of, links_of, notes_of, text_of
from tests.support.world import claim, statement

PHASE = "phase-2"
STATE_DEAD = "killed.security_forces.bla"
CIVILIANS = "killed.civilians.fighters"


def verdict_of(at) -> str:
    """The words of the verdict card."""
    card = re.search(r'<section[^>]*class="cc-verdict".*?</section>', html_of(at), re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", card[0])).strip() if card else ""


def chips_of(at) -> list[str]:
    """The questions offered as chips, the chosen one first in brackets."""
    block = html_of(at).split('class="cc-chips"')[1].split("</nav>")[0].split("<details")[0]
    links = re.findall(r"<a([^>]*)>(.*?)</a>", block)
    return [f"[{text}]" if "aria-current" in attributes else text for attributes, text in links]


def test_a_deep_link_restores_question_and_moment(open_app):
    at = open_app("compare", phase=PHASE, at="2026-02-01", q=CIVILIANS)
    assert headings_of(at) == ["Civilians killed: Chief Minister said 31; no figure from BLA in what was read"]
    assert "[Civilians killed]" in chips_of(at)


def test_the_label_of_an_earlier_link_opens_its_question_and_is_replaced_by_the_id(open_app):
    label = "Civilians · killed · by Fighters · whole operation"
    at = open_app("compare", phase=PHASE, at="2026-02-01", question=label)
    assert headings_of(at) == headings_of(open_app("compare", phase=PHASE, at="2026-02-01", q=CIVILIANS))
    assert f'data-canonical="./compare?phase={PHASE}&amp;at=2026-02-01&amp;q={CIVILIANS}"' in html_of(at)


def test_an_unknown_question_says_so_and_the_first_is_shown(open_app):
    at = open_app("compare", phase=PHASE, q="unicorns.killed")
    assert notes_of(at) == ["“unicorns.killed” has no claim about Phase 2 (from January 2026) in what was read."]
    assert headings_of(at) == headings_of(open_app("compare", phase=PHASE))


def test_the_five_most_contested_questions_are_chips_and_the_rest_a_list(open_app):
    at = open_app("compare", phase=PHASE)
    shown = chips_of(at)
    assert shown[0] == "[State forces killed]" and len(shown) == 5
    assert re.search(r"<summary>\d+ more</summary>", html_of(at))


def test_what_a_reporter_asks_of_1_february_is_answered_from_the_page_alone(open_app):
    at = open_app("compare", at="2026-02-01")
    assert headings_of(at) == ["State forces killed: BLA said more than 200, Chief Minister said 17"]
    assert verdict_of(at).startswith(
        "May they stand side by side? No: not comparable Open the gate: show the factor, stamped Period. "
    )
    assert "times" not in verdict_of(at)


def test_two_parties_with_reservations_a_reason_a_line(world, open_app):
    covers = "{from: 2031-03-10, to: 2031-03-10}"
    world.say(statement(claim(figure="more than 83", covers=covers, by="north")))
    world.say(statement(claim(figure=10, covers=covers), id="m-10", claimant="ministry"), side="south")
    at = open_app("compare", world.path, phase="spring")
    assert verdict_of(at).startswith(
        "May they stand side by side? Yes, with two reservations at least 8.4 times apart By whom. who did it is "
        "stated by one only: North and not stated Form. in another form: more than 83 and 10 Can both be true? "
    )
    assert "What would settle it. " in verdict_of(at) and "Rests on. " in verdict_of(at)


def test_like_for_like(world, open_app):
    covers = "{from: 2031-03-10, to: 2031-03-10}"
    world.say(statement(claim(covers=covers, by="north")))
    world.say(statement(claim(figure=42, covers=covers, by="north"), id="m-10", claimant="ministry"), side="south")
    shown = verdict_of(open_app("compare", world.path, phase="spring"))
    assert shown.startswith("May they stand side by side? Yes, like for like 2 times apart Can both be true? ")


def test_one_side_only(world, open_app):
    world.say(statement(claim(by="north")))
    at = open_app("compare", world.path, phase="spring")
    assert verdict_of(at).startswith(
        "May they stand side by side? One side only No figure from South in what was read; there is no pair to compare."
    )


def test_no_figure_said_later_is_betrayed(open_app):
    at = open_app("compare", phase=PHASE, at="2026-01-31")
    assert not at.exception
    seen = text_of(at) + "".join(chart.proto.spec for chart in at.get("plotly_chart"))
    assert "362" not in seen and "more than 200" not in seen


def test_before_anybody_spoke_the_latest_is_shown_and_the_page_says_so(open_app):
    at = open_app("compare", phase=PHASE, at="2026-01-01")
    assert not at.exception
    assert notes_of(at)[0].startswith("By 2026-01-01 nothing had been said about ")


def test_opening_the_gate_puts_the_stamp_on_every_number_drawn_from_it(open_app):
    shut = open_app("compare", phase=PHASE, at="2026-01-31")
    assert "5.6 times" not in text_of(shut)
    ways = [link for link in links_of(shut) if "gate=open" in link]
    assert ways and all(f"q={STATE_DEAD}" in way for way in ways)
    at = open_app("compare", phase=PHASE, at="2026-01-31", gate="open")
    assert "The gate is open: factors of pairs that are not comparable are stamped so." in text_of(at)
    assert "5.6 times apart, not comparable" in verdict_of(at)
    loose = [
        part
        for part in re.findall(r"5\.6 times.{0,24}", text_of(at))
        if "not comparable" not in part and "apart)" not in part  # the line to quote says `not comparable` before it
    ]
    assert loose == []


def test_the_first_days_figure_stands_for_nobody_at_the_end(open_app):
    at = open_app("compare", phase=PHASE, gate="open")
    first_screen = html_of(at).split('class="cc-everything"')[0]
    assert "Interior Minister said" not in first_screen


@pytest.mark.parametrize("phase", ["phase-1", "between", PHASE])
def test_every_question_of_a_phase_opens(open_app, phase):
    at = open_app("compare", phase=phase)
    known = questions_of(phase)
    for name in known[::6]:
        at.query_params["q"] = name
        at.run()
        assert not at.exception, name
        assert len(headings_of(at)) == 1 and not notes_of(at), name


def questions_of(phase: str) -> list[str]:
    from pages.parts.frame.live_store import live

    rows = questions(live().snapshot.connection, phase, None).to_dict("records")
    return [question_id(row) for row in rows]


def test_every_way_from_the_overview_leads_to_a_question_of_its_own(open_app):
    at = open_app("overview", phase=PHASE, at="2026-02-01")
    ways = html_of(at).split('class="cc-compare-ways"')[1].split("</p>")[0]
    asked = re.findall(r"q=([\w.~-]+)", ways)
    assert len(asked) == 5
    for name in asked:
        led = open_app("compare", phase=PHASE, at="2026-02-01", q=name)
        assert not led.exception and not notes_of(led), name


def test_crosswalk_evidence_and_settling_stand_on_the_page(open_app):
    seen = text_of(open_app("compare", phase=PHASE))
    wanted = ("Rests on. BLA", "What would settle it.", "What recorders' published rules would make of it", "ACLED")
    assert [words for words in wanted if words not in seen] == []


def test_the_captives_show_the_denial(open_app):
    seen = text_of(open_app("compare", phase=PHASE, q="held.security_forces.bla"))
    assert "answered by Military officials, in India Today: denies ( none )" in seen


def test_a_party_that_is_silent_is_named_once_on_the_first_screen(open_app, tmp_path):
    folder = other_conflict(tmp_path / "data")
    (folder / "statements/spring/upland.yaml").unlink()
    at = open_app("compare", folder, phase="spring")
    assert headings_of(at) == [
        "Council wardens killed: League command said 20; no figure from Upland Council in what was read"
    ]
