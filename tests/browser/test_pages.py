"""The pages in a browser: the address and its way back, the frame's controls, both themes, a phone, no network."""

import pytest
from playwright.sync_api import Page, expect

from pages.parts.frame.page_names import ADDRESSES
from tests.support.browser_window import axe_findings, drawn, in_theme, resized, width_beyond
from tests.support.opened_app import PAGES

pytestmark = pytest.mark.browser

LABEL = "Phase 1 (August 2024)"  # what links made before there were ids say
FIRST, SECOND = "phase-1", "phase-2"
CLAIM = "bla-2026-01-31.neutralised.security_forces.bla"
# Words of a chart that run out of it.
CUT_OFF = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => {
    const frame = chart.getBoundingClientRect()
    return [...chart.querySelectorAll('text')].filter(text => {
        const box = text.getBoundingClientRect()
        return box.width && (box.right > frame.right + 2 || box.left < frame.left - 2)
    }).map(text => text.textContent)
})"""
SEEN = {
    **{stem: {} for stem in PAGES},
    "cities": {"place": "gwadar"},
    "timeline": {"item": "bla-2026-01-31"},
    "claim": {"claim": CLAIM},
}
UNFOLD = "() => document.querySelectorAll('details.folded').forEach(one => { one.open = true })"


def chosen(page: Page):
    """The chosen segment of the phase control."""
    return page.locator('.cc-segments a[aria-current="true"]')


def date(page: Page):
    """The moment shown, in words."""
    return page.locator("time.cc-date")


def link(page: Page, name: str):
    """A page in the navigation."""
    return page.locator(".cc-wide").get_by_role("link", name=name, exact=True)


@pytest.mark.parametrize("page_stem", PAGES)
def test_a_deep_link_may_be_the_very_first_request_to_a_server(serve, server, visit, page_stem):
    running = serve(server.data, store=server.store, copy=False)
    page = visit(running.url(page_stem, phase=LABEL))
    expect(chosen(page)).to_have_text("Both phases" if page_stem == "timeline" else "Phase 1 · Aug 2024")
    expect(page.locator(f'.cc-wide a[href*="phase={FIRST}"]')).to_have_count(len(PAGES))
    page.wait_for_url(f"**phase={FIRST}*")  # the label has given way to the id
    assert "Traceback" not in running.said()


def test_phase_and_moment_are_kept_from_page_to_page_and_in_the_address(server, visit):
    page = visit(server.url("", phase=FIRST, at="2024-08-26"))
    titles = list(ADDRESSES.values())
    for title in [*titles[1:], titles[0]]:
        link(page, title).click()
        expect(page.locator('.cc-wide a[aria-current="page"]')).to_have_text(title)
        drawn(page)
        expect(date(page)).to_have_text("26 Aug 2024")
        assert f"phase={FIRST}" in page.url and "at=2024-08-26" in page.url


def test_back_forward_and_reload_keep_phase_and_moment(server, visit):
    page = visit(server.url("", phase=FIRST, at="2024-08-26"))
    link(page, "Sources").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Sources: ")
    page.go_back()
    expect(heading).not_to_contain_text("Sources: ")
    page.go_forward()
    expect(heading).to_contain_text("Sources: ")
    page.reload()
    drawn(page)
    expect(heading).to_contain_text("Sources: ")
    expect(chosen(page)).to_have_text("Phase 1 · Aug 2024")
    expect(date(page)).to_have_text("26 Aug 2024")
    page.locator(".cc-segments a", has_text="Phase 2").click()  # another phase, from its latest figures on
    expect(chosen(page)).to_contain_text("Phase 2")
    assert f"phase={SECOND}" in page.url and "at=" not in page.url


def test_the_links_and_the_slider_step_over_the_moments_said(server, visit):
    page = visit(server.url("", phase=FIRST))
    latest = date(page).inner_text()
    earlier, later = (page.get_by_role("link", name=name, exact=True) for name in ("Earlier", "Later"))
    earlier.press("Enter")
    expect(date(page)).not_to_have_text(latest)
    expect(earlier).to_be_focused()  # the link that took its place
    first = date(page).inner_text()
    earlier.press("Enter")
    expect(date(page)).not_to_have_text(first)
    assert "at=" in page.url
    later.click()
    expect(date(page)).to_have_text(first)
    page.get_by_role("slider", name="Moment").press("End")
    page.wait_for_function("!location.search.includes('at=')")
    expect(date(page)).to_have_text(latest)


@pytest.mark.parametrize("name", SEEN)
def test_axe_finds_nothing_in_either_theme_and_nothing_runs_out_of_a_phone(server, visit, name):
    """One tab, seen as one reader after another would, with all that is folded open; `visit` fails the test where the
    page asks any other host."""
    page = visit(server.url("sources" if name == "claim" else name, phase=SECOND, **SEEN[name]), height=2400)
    expect(page.locator("footer.foot")).to_be_attached()
    page.evaluate(UNFOLD)
    for scheme in ("light", "dark"):
        in_theme(page, scheme)
        assert axe_findings(page) == [], scheme
    resized(page, 390, 844)
    expect(page.locator("h1").first).to_be_in_viewport()
    assert width_beyond(page, allowed=0) == 0
    assert page.evaluate(CUT_OFF) == []
