"""The Timeline in a browser: both accounts in both phases on the first screen, labels that never meet, clicks, links,
the back button, a phone, a war of four years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, expect

from tests.support.app_servers import PATIENCE, Running, served, until
from tests.support.browser_window import Visit, drawn, resized
from tests.support.world import FILES, claim, statement

pytestmark = pytest.mark.browser
expect.set_options(timeout=PATIENCE * 1000)
COUNT, PHONE_COUNT = ".st-key-count-over-time", ".st-key-count-over-time-phone"
LANES = "[class*='st-key-who-spoke-']:not([class*='-phone-'])"
CARD = ".timeline-card h4"
# Every label of every chart that is seen: what it says, and its box on the page.
LABELS = """() => [...document.querySelectorAll('.js-plotly-plot')].filter(c => c.offsetParent !== null).map(chart =>
    [...chart.querySelectorAll('.annotation-text, .xtick text, .ytick text, .textpoint text')]
        .filter(t => t.textContent.trim() && t.getBoundingClientRect().width)
        .map(t => { const b = t.getBoundingClientRect(); return [t.textContent, b.left, b.top, b.right, b.bottom] }))"""
ON_SCREEN = """([selector, item]) => {
    const chart = document.querySelector(selector + ' .js-plotly-plot'), layout = chart._fullLayout
    const hit = c => typeof c === 'string' && c.split(',').includes(item)
    const trace = chart._fullData.find(t => (t.customdata || []).some(hit))
    const point = trace.customdata.findIndex(hit)
    chart.scrollIntoView()
    const box = chart.getBoundingClientRect()
    const y = box.y + layout.yaxis._offset + layout.yaxis.l2p(trace.y[point])
    return [box.x + layout._size.l + layout.xaxis.l2p(trace.x[point]), y]
}"""


def seen(page: Page, *, phone: bool = False) -> Page:
    """Wait until the picture for this width is there."""
    expect(page.locator(f"{PHONE_COUNT if phone else COUNT} .js-plotly-plot .annotation-text").first).to_be_visible()
    return drawn(page)


def meeting(page: Page) -> list[tuple[str, str]]:
    """Pairs of labels of one chart whose boxes meet by more than a pixel."""
    found = []
    for labels in page.evaluate(LABELS):
        for number, (text, left, top, right, bottom) in enumerate(labels):
            for other, x, y, end, foot in labels[:number]:
                if min(right, end) - max(left, x) > 1 and min(bottom, foot) - max(top, y) > 2:
                    found.append((text, other))
    return found


def texts(page: Page, selector: str) -> list[str]:
    return page.locator(f"{selector} .annotation-text").all_text_contents()


def click_on(page: Page, item: str, then: str) -> None:
    """Click the mark of an item in the lanes until the address holds what follows from it."""

    def clicked() -> bool:
        x, y = page.evaluate(ON_SCREEN, [LANES, item])
        page.mouse.move(x - 30, y)
        page.mouse.move(x + 1, y)
        expect(page.locator(".hoverlayer .hovertext")).to_have_count(1)  # a click means what is hovered
        page.mouse.click(x + 1, y)
        return arrived(page, then)

    until(clicked, what=f"a click on {item}")


def arrived(page: Page, then: str) -> bool:
    """Whether the address comes to hold something within a while."""
    try:
        page.wait_for_url(re.compile(then), timeout=5_000)
    except TimeoutError:
        return False
    return True


def test_the_first_screen_shows_both_accounts_in_both_phases(server: Running, visit: Visit) -> None:
    page = visit(server.url("timeline"))
    for width, height in ((1440, 900), (390, 844)):
        phone = width < 860
        seen(resized(page, width, height), phone=phone)
        heading = page.locator("h1").bounding_box()
        assert heading and heading["y"] <= (170 if phone else 120)
        assert "BLA's figure went from" in page.locator("h1").inner_text()
        shown = texts(page, PHONE_COUNT if phone else COUNT)
        figures = {"more than 60", "130", "14", "more than 362", "22"}
        assert {"Phase 1 · Aug 2024", "Phase 2 · Jan 2026", *figures} <= set(shown)
        assert shown.count("BLA") >= 2 and shown.count("ISPR") >= 2
        for label in page.locator(f"{PHONE_COUNT if phone else COUNT} .annotation-text").all():
            box = label.bounding_box()
            assert box and box["y"] + box["height"] <= height and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        assert tall <= (7000 if phone else 3500)


def test_no_two_labels_of_a_chart_meet(server: Running, visit: Visit) -> None:
    page = seen(visit(server.url("timeline")))
    topics = page.get_by_role("group", name="Topic")
    for topic in ("", "killed.fighters", "captured.security_forces.bla"):
        resized(page, 1440)
        if topic:
            topics.locator(f"a[href*='topic={topic}']").click()
            page.wait_for_url(f"**topic={topic}*")
            drawn(page)
        for width in (1440, 1024, 861, 390):
            assert meeting(seen(resized(page, width), phone=width < 860)) == [], (topic, width)


def test_a_topic_and_a_phase_are_links_and_the_back_button_returns(server: Running, visit: Visit) -> None:
    page = seen(visit(server.url("timeline")))
    page.get_by_role("group", name="Topic").get_by_role("link", name="Fighters killed").click()
    expect(page.locator("h1")).to_contain_text("Fighters killed: BLA's figure went from 7 to 93")
    assert "topic=killed.fighters" in page.url
    page.go_back()
    expect(page.locator("h1")).to_contain_text("State forces killed")
    page.get_by_role("group", name="Phase", exact=True).get_by_role("link", name="Phase 1").click()
    expect(page.locator("h1")).to_contain_text("more than 60 to 130")
    expect(page.locator(f"{COUNT} .annotation-text", has_text="Phase 2 · Jan 2026")).to_have_count(0)


def test_a_click_chooses_the_back_button_returns_and_close_clears(server: Running, visit: Visit) -> None:
    page = seen(visit(server.url("timeline")))
    click_on(page, "ap-2026-01-31", "item=.*ap-2026-01-31")
    expect(page.locator(CARD).first).to_contain_text("Associated Press tally: said 31 Jan 2026")
    page.get_by_role("link", name="Close").click()
    expect(page.locator(CARD)).to_have_count(0)
    assert "item" not in page.url
    page.go_back()
    expect(page.locator(CARD).first).to_contain_text("Associated Press tally: said 31 Jan 2026")


def test_a_row_of_the_list_opens_it_by_the_keyboard(server: Running, visit: Visit) -> None:
    page = seen(visit(server.url("timeline")))
    page.locator("summary", has_text="Events and statements as a list").press("Enter")
    row = page.locator("table.timeline-list tr", has_text="bomber").first.get_by_role("link").first
    row.press("Enter")
    expect(page.locator(CARD)).to_have_count(1)
    assert "item=" in page.url


def test_the_lines_follow_the_moment(server: Running, visit: Visit) -> None:
    page = seen(visit(server.url("timeline") + "?phase=phase-2&at=2026-02-01"))
    expect(page.locator("h1")).to_contain_text("to more than 200")
    assert "more than 362" not in texts(page, COUNT)
    page.get_by_role("link", name="Later").click()
    expect(page.locator("h1")).not_to_contain_text("Chief Minister")


def test_a_finger_on_a_chart_scrolls_the_page(server: Running, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server.url("timeline"))
    seen(page, phone=True)
    chart = page.locator(f"{PHONE_COUNT} .js-plotly-plot")
    chart.evaluate("chart => chart.scrollIntoView()")
    before = chart.bounding_box()
    touch = context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 250, "y": 400}]})
    for step in range(1, 16):
        moved = {"x": 250, "y": 400 - 10 * step}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [moved]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    until(lambda: (chart.bounding_box() or {"y": 0})["y"] < (before or {"y": 0})["y"] - 50)
    context.close()


def four_years(folder: Path) -> Path:
    """A war of four years: 500 statements of one command, 46 of the other side's ministry."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.replace("to: 2031-03-20", "to: 2035-03-20"))
    first = date(2031, 3, 10)
    north = (
        statement(claim(figure=100 + 7 * n), id=f"n-{n}", said=f"{first + timedelta(days=2.9 * n)}") for n in range(500)
    )
    south = (
        statement(claim(figure=40 + 60 * n), id=f"s-{n}", claimant="ministry", said=f"{first + timedelta(days=30 * n)}")
        for n in range(46)
    )
    for side, told in (("north", north), ("south", south)):
        (folder / "statements/spring").mkdir(parents=True, exist_ok=True)
        (folder / f"statements/spring/{side}.yaml").write_text("".join(told))
    return folder


def test_a_war_of_four_years_is_readable(visit: Visit, tmp_path: Path) -> None:
    with served(four_years(tmp_path / "data"), tmp_path / "store", tmp_path / "log.txt") as running:
        page = visit(running.url("timeline", phase="spring"))
        for width in (1440, 390):
            seen(resized(page, width), phone=width < 860)
            expect(page.locator("h1")).to_contain_text("from 100 to 3,593")
            assert meeting(page) == []
            assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") <= 3500
            expect(page.get_by_text("Marks too close to be told apart are one")).to_be_visible()
