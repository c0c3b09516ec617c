"""The Cities page in a browser: from the map to the sources with mouse and keyboard, in both themes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.app_servers import Running
from tests.support.browser_window import Visit, drawn, resized

pytestmark = pytest.mark.browser
TITLE = ".cities-place"
WIDE, PHONE = ".st-key-who-named-which-place", ".st-key-who-named-which-place-phone"
# Names that run out of the map, and pairs of names that meet.
MEETING = """holder => {
    const frame = document.querySelector(`${holder} .js-plotly-plot`).getBoundingClientRect();
    const all = [...document.querySelectorAll(`${holder} .annotation-text`)]
        .map(e => [e.textContent, e.getBoundingClientRect()]);
    const hits = all.filter(([n, a]) => a.left < frame.left - 1 || a.right > frame.right + 1).map(([n]) => [n]);
    all.forEach(([n, a], i) => all.slice(i + 1).forEach(([m, b]) => {
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2)
            hits.push([n, m]);
    }));
    return hits;
}"""
SOON = 30_000  # the browser shares its processors with whatever else is running
expect.set_options(timeout=SOON)


def point(page, name: str):
    """The middle of a place's symbol, by the order of the figure's own points."""
    return page.evaluate(
        """([holder, name]) => {
            const plot = document.querySelector(`${holder} .js-plotly-plot`);
            plot.scrollIntoView({block: 'center'});
            const box = plot.getBoundingClientRect(), full = plot._fullLayout;
            const trace = plot._fullData[plot._fullData.length - 1];
            const at = trace.hovertext.findIndex(text => text.startsWith(`<b>${name}</b>`));
            return [box.left + full.xaxis._offset + full.xaxis.l2p(trace.x[at]),
                    box.top + full.yaxis._offset + full.yaxis.l2p(trace.y[at])];
        }""",
        [WIDE, name],
    )


def test_a_symbol_of_the_map_leads_to_the_sources_and_back(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities"))
    expect(page.locator(f"{WIDE} .annotation").first).to_be_visible()
    before = page.locator(TITLE).inner_text()
    x, y = point(page, "Gwadar")
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    expect(page.locator(f"{WIDE} .hovertext")).to_be_visible()
    page.mouse.click(x, y)
    expect(page.locator(TITLE)).to_have_text("Gwadar")
    page.wait_for_url("**place=gwadar*")
    page.locator(".cities-card summary", has_text="claims about it").click()
    link = page.locator(".cities-card a[target='_blank']").first
    expect(link).to_be_visible()
    assert (link.get_attribute("href") or "").startswith("http")
    page.go_back()
    expect(page.locator(TITLE)).to_have_text(before)


def test_the_matrix_does_the_same_for_the_keyboard(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities", phase="phase-1"))
    link = page.locator(".cities-block a", has_text="Kalat district")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(TITLE)).to_have_text("Kalat district")
    page.wait_for_url("**place=kalat-district*")
    assert "phase=phase-1" in page.url
    expect(page.locator('.cities-block a[aria-current="true"]')).to_be_focused()


def test_a_name_in_the_address_is_written_as_an_id(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities", phase="Phase 2 (from January 2026)", place="Kech district"))
    expect(page.locator(TITLE)).to_have_text("Kech district")
    page.wait_for_url("**phase=phase-2*place=kech-district*")


def test_each_place_is_marked_by_who_named_it(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities", phase="phase-2", at="2026-01-31"))
    drawn(page)
    row = page.locator(".cities-block tr", has=page.locator("a", has_text="Lasbela district"))
    expect(row.locator(".cities-sign")).to_have_count(1)
    assert row.locator("td").all_inner_texts()[0] == "named only"
    both = page.locator(".cities-block", has=page.locator("caption", has_text="Named by both parties"))
    assert both.locator("tbody tr").count() == 10


def test_the_page_is_short_and_as_wide_as_the_screen(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities", place="gwadar"))
    expect(page.locator(TITLE)).to_be_visible()
    expect(page.locator(".foot")).to_be_attached()
    main = page.locator("[data-testid=stMain]")
    for width, tallest, heading in ((1440, 3500, 120), (1024, 4500, 170), (390, 7000, 170)):
        resized(page, width)
        assert main.evaluate("e => e.scrollWidth") <= width
        assert main.evaluate("e => e.scrollHeight") <= tallest, width
        assert page.locator("h1").evaluate("e => e.getBoundingClientRect().top") <= heading, width


@pytest.mark.parametrize("phase", ["phase-1", "phase-2"])
def test_rendered_names_do_not_overlap(server: Running, visit: Visit, phase: str) -> None:
    page = visit(server.url("cities", phase=phase))
    for width, holder in ((1440, WIDE), (1024, WIDE), (390, PHONE)):
        resized(page, width)
        expect(page.locator(f"{holder} .annotation").first).to_be_visible()
        assert page.evaluate(MEETING, holder) == [], width
