"""Compare and Overview as pages: deep links, unknown questions, who had not spoken, the stamp, ways on."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.support.browser_server import axe_findings, drawn
from tests.support.opened_app import PAGES

PHASE = "Phase 2 (from January 2026)"
STATE_DEAD = "State forces · killed · by BLA · whole operation"


def html(at) -> str:
    return "\n".join(unescape(element.proto.body) for element in at.get("html"))


def test_a_deep_link_restores_question_and_moment(open_app):
    question = "Civilians · killed · by Fighters · whole operation"
    at = open_app("compare", phase=PHASE, at="2026-02-01", question=question)
    assert at.selectbox(key="question").value == question
    assert at.selectbox(key="at").value == "2026-02-01"
    assert "on “Civilians killed, whole operation”" in at.code[0].value
    assert at.code[0].value.startswith("As of 1 Feb 2026, ")


def test_an_unknown_question_says_so_and_nothing_else_is_drawn(open_app):
    at = open_app("compare", phase=PHASE, question="Unicorns · killed · whole operation")
    assert [warning.value for warning in at.warning] == [
        f"The question “Unicorns · killed · whole operation” has no claim in {PHASE}. Choose one from the list."
    ]
    assert not at.code and not at.exception


def test_what_a_reporter_asks_of_1_february_is_answered_from_the_page_alone(open_app):
    at = open_app("compare", at="2026-02-01")
    assert at.selectbox(key="question").value == STATE_DEAD
    assert at.selectbox(key="quote1").value == "BLA: more than 200 killed, said 1 Feb 2026"
    assert at.selectbox(key="quote2").value == "Chief Minister of Balochistan: 17 killed, said 1 Feb 2026"
    assert (
        "May they stand in one sentence? As two statements, yes, each with its own words, period and date; as a "
        "comparison, no: no ratio, no difference."
    ) in re.sub(r"<[^>]+>", "", html(at))
    assert at.code[0].value.startswith(
        "As of 1 Feb 2026, on “State forces killed, whole operation”: BLA said more than 200 (said 1 Feb 2026; counts "
    )
    assert "The two figures are not comparable (different periods: " in at.code[0].value


def test_as_of_an_earlier_moment_says_who_had_not_yet_spoken_and_betrays_no_later_figure(open_app):
    at = open_app("compare", phase=PHASE, at="2026-01-31")
    assert "Had not yet spoken on it: " in html(at)
    assert "Chief Minister of Balochistan" in html(at)
    assert "362" not in html(at) + at.code[0].value
    spec = at.get("plotly_chart")[0].proto.spec
    assert "362" not in spec


def test_before_anybody_spoke_the_page_says_so(open_app):
    at = open_app("compare", phase=PHASE, at="2026-01-01")
    assert not at.exception
    assert any("nothing had been said" in info.value for info in at.info)


def test_opening_the_gate_puts_the_stamp_on_every_number_drawn_from_it(open_app):
    shut = open_app("compare", phase=PHASE, at="2026-01-31")
    assert "8.4 times" not in html(shut)
    at = open_app("compare", phase=PHASE, at="2026-01-31", opened="true")
    assert "The gate is open. Grey factors, and those marked so, are not comparable." in html(at)
    for text in (html(at), *(chart.proto.spec for chart in at.get("plotly_chart"))):
        text = re.sub(r"\\u00a0|\u00a0|<br>", "", text.replace("\\u003cbr\\u003e", ""))
        loose = [part for part in re.findall(r"8\.4 times.{0,20}", text) if "not comparable" not in part]
        assert loose == []
    strip = next(chart.proto.spec for chart in at.get("plotly_chart") if "8.4 times" in chart.proto.spec)
    assert "not comparable" in strip


def test_the_first_days_figure_is_in_no_strip_and_no_line_at_the_end(open_app):
    at = open_app("compare", phase=PHASE, opened="true")
    strip = next(chart.proto.spec for chart in at.get("plotly_chart") if "16.5 times" in chart.proto.spec)
    assert "Interior Minister" not in strip
    assert "Interior Minister" not in at.code[0].value
    assert not any("Interior Minister" in text for text in at.selectbox(key="quote2").options)


def test_a_change_of_question_starts_the_line_afresh(open_app):
    at = open_app("compare", phase=PHASE)
    at.selectbox(key="question").set_value("Civilians · killed · by Fighters · whole operation").run()
    assert not at.exception
    assert "on “Civilians killed, whole operation”" in at.code[0].value


@pytest.mark.parametrize("phase", ["Phase 1 (August 2024)", "Between the phases", PHASE])
def test_every_question_of_a_phase_opens(open_app, phase):
    at = open_app("compare", phase=phase)
    if not at.get("selectbox") or "question" not in [box.key for box in at.selectbox]:
        return
    for question in at.selectbox(key="question").options[::4]:
        at.selectbox(key="question").set_value(question).run()
        assert not at.exception, question


def test_the_facts_of_the_overview_lead_to_their_views(open_app):
    at = open_app("overview", phase=PHASE, at="2026-02-01")
    facts = next(element.proto.body for element in at.get("html") if "leave-with" in element.proto.body)
    links = [unescape(link) for link in re.findall(r'href="([^"]+)"', facts)]
    assert len(re.findall("<li>", facts)) == len(links) == 4
    for link in links:
        parts = urlsplit(link)
        if parts.fragment:
            assert parts.fragment == "no-counterpart"
            continue
        assert parts.path.removeprefix("./") in PAGES
        asked = parse_qs(parts.query)
        assert asked["at"] == ["2026-02-01"]  # the phase shown first need not be in the address
        if "question" in asked:
            led = open_app("compare", phase=PHASE, at="2026-02-01", question=asked["question"][0])
            assert not led.warning


@pytest.mark.browser
def test_copy_open_the_gate_and_go_back(server, visit):
    page = visit(server.url("compare", phase=PHASE, at="2026-01-31"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    line = page.locator('[data-testid="stCode"]')
    line.hover()
    line.get_by_role("button").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == line.locator("code").inner_text()
    assert copied.startswith("As of 31 Jan 2026, on “State forces killed, whole operation”: BLA said 84 ")
    assert "&at=2026-01-31" in copied

    page.get_by_text("Open the gate").click()
    expect(page.get_by_text("The gate is open.")).to_be_visible()
    assert "opened=true" in page.url
    page.go_back()
    expect(page.get_by_text("The gate is open.")).to_have_count(0)
    assert "opened=true" not in page.url


@pytest.mark.browser
@pytest.mark.parametrize("stem", ["", "compare"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(server, visit, stem, scheme):
    page = visit(server.url(stem, phase=PHASE, at="2026-02-01"), scheme=scheme)
    page.wait_for_selector(".js-plotly-plot .main-svg")
    assert axe_findings(drawn(page)) == []


@pytest.mark.browser
@pytest.mark.parametrize("stem", ["", "compare"])
def test_nothing_is_wider_than_a_phone(server, visit, stem):
    page = visit(server.url(stem, phase=PHASE), width=390, height=844)
    page.wait_for_selector(".js-plotly-plot .main-svg")
    main = "document.querySelector('[data-testid=\"stMain\"]')"
    assert page.evaluate(f"{main}.scrollWidth - {main}.clientWidth") <= 0
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot text')].filter(text => {
          const box = text.getBoundingClientRect(), frame = text.closest('.js-plotly-plot').getBoundingClientRect();
          return box.width && (box.right > frame.right + 2 || box.left < frame.left - 2);
        }).map(text => text.textContent)"""
    )
    assert cut == []
