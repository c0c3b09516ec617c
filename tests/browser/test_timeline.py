"""The Timeline in a browser: both phases on one screen, clicks, brushes, keys, the back button, a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, expect

from tests.support.browser_server import PATIENCE, Running, Visit, axe_findings, drawn, until

pytestmark = pytest.mark.browser
expect.set_options(timeout=PATIENCE * 1000)
CHART = ".js-plotly-plot"
CARD = ".timeline-card h4"
ON_SCREEN = """([number, words]) => {
    const chart = document.querySelectorAll('.js-plotly-plot')[number], layout = chart._fullLayout
    const hit = c => c[0].split(',').includes(words) || c[1].includes(words)
    const trace = chart._fullData.find(t => (t.customdata || []).some(hit))
    const point = trace.customdata.findIndex(hit)
    const x = trace.type === 'bar' ? trace.base[point] + trace.x[point] / 2 : trace.x[point]
    chart.scrollIntoView()
    const box = chart.getBoundingClientRect()
    const y = box.y + layout.yaxis._offset + layout.yaxis.l2p(trace.y[point])
    return [box.x + layout._size.l + layout.xaxis.l2p(x), y]
}"""


def charts(page: Page) -> Page:
    """Wait until the two panels and the strip are there."""
    expect(page.locator(CHART)).to_have_count(3)
    return drawn(page)


def click_on(page: Page, number: int, words: str, then: str) -> None:
    """Click the mark of a chart whose items or words are these, until the address holds what follows from it."""

    def clicked() -> bool:
        x, y = page.evaluate(ON_SCREEN, [number, words])
        page.mouse.move(x - 30, y)
        page.mouse.move(x + 1, y)
        expect(page.locator(".hoverlayer .hovertext")).to_have_count(1)  # a click means what is hovered
        page.mouse.click(x + 1, y)
        return arrived(page, then)

    until(clicked, what=f"a click on {words}")


def arrived(page: Page, then: str) -> bool:
    """Whether the address comes to hold something within a while."""
    try:
        page.wait_for_url(re.compile(then), timeout=5_000)
    except TimeoutError:
        return False
    return True


def test_both_phases_fit_one_screen_and_stand_level(server: Running, visit: Visit) -> None:
    page = charts(visit(server.url("timeline"), width=1440, height=900))
    first, second = (page.locator(CHART).nth(number).bounding_box() for number in (0, 1))
    assert first and second
    assert first["y"] == second["y"] and first["x"] + first["width"] <= second["x"]
    assert first["height"] == second["height"] < 800
    assert first["y"] < 480  # the lanes are seen without scrolling
    expect(page.get_by_text("ends 6 Feb, 16:00")).to_be_visible()
    expect(page.get_by_text("ends 4 or 5 Feb")).to_be_visible()


def test_on_a_phone_one_stands_above_the_other_and_nothing_is_cut(server: Running, visit: Visit) -> None:
    page = charts(visit(server.url("timeline"), width=390, height=800))
    first, second = (page.locator(CHART).nth(number).bounding_box() for number in (0, 1))
    assert first and second and first["y"] + first["height"] <= second["y"]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    for text in ("ends 6 Feb, 16:00", "ends 4 or 5 Feb"):
        words = page.get_by_text(text).bounding_box()
        assert words and words["x"] >= 0 and words["x"] + words["width"] <= 390


def test_a_click_chooses_the_back_button_returns_and_close_clears(server: Running, visit: Visit) -> None:
    page = charts(visit(server.url("timeline")))
    click_on(page, 1, "ap-2026-01-31", "item=ap-2026-01-31")
    expect(page.locator(CARD)).to_have_text("Associated Press tally: said 31 Jan 2026")
    click_on(page, 1, "later: choose", "item=.*captives-deadline")
    expect(page.locator(CARD).nth(5)).to_be_attached()
    page.go_back()
    expect(page.locator(CARD)).to_have_count(1)
    expect(page.locator(CARD)).to_have_text("Associated Press tally: said 31 Jan 2026")
    page.get_by_role("button", name="Close").click()
    expect(page.locator(CARD)).to_have_count(0)
    assert "item" not in page.url


def test_a_brush_chooses_a_span_and_the_list_follows(server: Running, visit: Visit) -> None:
    page = charts(visit(server.url("timeline", timeline_brush="true")))

    def brushed() -> bool:
        area = page.locator(f"{CHART} .nsewdrag[data-subplot=xy]").nth(1)
        area.scroll_into_view_if_needed()
        box = area.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + 150)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 160, steps=6)
        page.mouse.up()
        return arrived(page, r"timeline_span=\d+&timeline_span=\d+")

    until(brushed, what="a drag over the chart")
    expect(page.get_by_role("heading", name=re.compile(r"Events and statements, \d+ to \d+ h"))).to_be_visible()
    expect(page.locator("table.timeline-list:visible").first).to_be_visible()
    page.get_by_role("button", name="Whole stretch").click()
    expect(page.get_by_role("heading", name="Events and statements", exact=True)).to_be_visible()
    assert "timeline_span" not in page.url


def test_the_address_opens_a_span_and_the_keyboard_moves_it(server: Running, visit: Visit) -> None:
    address = server.url("timeline") + "?timeline_span=24&timeline_span=72&item=bla-2026-01-31"
    page = charts(visit(address))
    expect(page.get_by_role("heading", name="Events and statements, 24 to 72 h")).to_be_visible()
    expect(page.locator(CARD)).to_have_text("BLA (Jeeyand Baloch, spokesperson): said 31 Jan 2026")
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name="Events and statements, 25 to 72 h")).to_be_visible()


def test_an_item_is_chosen_by_writing(server: Running, visit: Visit) -> None:
    page = charts(visit(server.url("timeline")))
    field = page.get_by_role("combobox", name="Choose an event or a statement")
    field.click()
    field.press_sequentially("woman bomber")
    page.get_by_role("option").first.click()
    expect(page.locator(CARD)).to_have_text("Attack, 31 Jan 2026")
    assert "item=pasni-woman-bomber" in page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(server: Running, visit: Visit, scheme: str) -> None:
    address = server.url("timeline") + "?timeline_span=0&timeline_span=48&item=bla-2026-01-31"
    assert axe_findings(charts(visit(address, scheme=scheme))) == []


def test_a_finger_on_a_chart_scrolls_the_page(server: Running, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server.url("timeline"))
    charts(page)
    chart = page.locator(CHART).first
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
