"""The Cities page in a browser: from the map to the sources with mouse and keyboard, in both themes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browser_server import Running, Visit, axe_findings, drawn

pytestmark = pytest.mark.browser
TITLE = ".cities-place"
SOON = 30_000  # the browser shares its processors with whatever else is running
expect.set_options(timeout=SOON)


def point(page, side: str, name: str):
    """The middle of a place's symbol, by the order of the figure's own points."""
    return page.evaluate(
        """([side, name]) => {
            const plot = document.querySelector(`.st-key-cities-map-${side} .js-plotly-plot`);
            plot.scrollIntoView({block: 'center'});
            const box = plot.getBoundingClientRect(), full = plot._fullLayout;
            for (const trace of plot._fullData) {
                const texts = Array.isArray(trace.hovertext) ? trace.hovertext : [];
                const at = texts.findIndex(text => text.startsWith(`<b>${name}</b>`));
                if (at >= 0) return [
                    box.left + full.xaxis._offset + full.xaxis.l2p(trace.x[at]),
                    box.top + full.yaxis._offset + full.yaxis.l2p(trace.y[at])];
            }
        }""",
        [side, name],
    )


def test_a_point_of_the_map_leads_to_the_sources(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities"))
    expect(page.locator(".st-key-cities-map-state .point").first).to_be_visible()
    x, y = point(page, "state", "Gwadar")
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    expect(page.locator(".st-key-cities-map-state .hovertext")).to_be_visible()
    page.mouse.click(x, y)
    expect(page.locator(TITLE)).to_have_text("Gwadar")
    page.wait_for_url("**place=Gwadar*")
    link = page.locator(".ledger-table a[target='_blank']").first
    expect(link).to_be_visible()
    assert (link.get_attribute("href") or "").startswith("http")


def test_the_list_under_a_map_does_the_same_for_the_keyboard(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities", phase="Phase 1 (August 2024)"))
    summary = page.locator(".st-key-cities-map-state summary")
    summary.focus()
    page.keyboard.press("Enter")
    link = page.locator(".st-key-cities-map-state .cities-list a", has_text="Kalat district")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(TITLE)).to_have_text("Kalat district")
    assert "phase=Phase+1" in page.url and "place=Kalat+district" in page.url


def test_an_id_in_the_address_opens_its_place_and_clearing_closes_it(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities", place="kech-district"))
    expect(page.locator(TITLE)).to_have_text("Kech district")
    page.get_by_role("button", name="Clear").last.click()
    expect(page.locator(TITLE)).to_have_count(0)


def test_two_tellings_can_be_set_side_by_side(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities", at="2026-01-31", **{"told-state": "ISPR (military's media wing)"}))
    count = "document.querySelectorAll('.st-key-cities-map-{} .point').length"
    expect(page.locator(".st-key-cities-map-state .point").first).to_be_visible()
    assert page.evaluate(count.format("bla")) == 16
    assert page.evaluate(count.format("state")) >= 9


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(server: Running, visit: Visit, scheme: str) -> None:
    page = visit(server.url("cities", place="gwadar"), scheme=scheme)
    expect(page.locator(TITLE)).to_be_visible()
    expect(page.locator(".st-key-cities-map-state .point").first).to_be_visible()
    assert axe_findings(page) == []


@pytest.mark.parametrize("width", [390, 1024])
def test_nothing_is_wider_than_the_screen(server: Running, visit: Visit, width: int) -> None:
    page = visit(server.url("cities", place="gwadar", **{"cities-columns": "A column for each claimant"}), width=width)
    drawn(page)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


def test_rendered_names_do_not_overlap(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities"), width=390)
    expect(page.locator(".st-key-cities-map-state .annotation").first).to_be_visible()
    found = page.evaluate(
        """() => {
            const all = [...document.querySelectorAll('.st-key-cities-map-state .annotation-text')]
                .map(e => [e.textContent, e.getBoundingClientRect()]);
            const hits = [];
            all.forEach(([n, a], i) => all.slice(i + 1).forEach(([m, b]) => {
                if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2)
                    hits.push([n, m]);
            }));
            return hits;
        }"""
    )
    assert found == []
