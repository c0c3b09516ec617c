"""The pages in a browser: the starting article's figures with their owners, the address, both themes, no network."""

import pytest
from playwright.sync_api import expect

from tests.support.browser_server import axe_findings, drawn
from tests.support.opened_app import PAGES

pytestmark = pytest.mark.browser

SECOND = "Phase 2 (from January 2026)"
FIRST = "Phase 1 (August 2024)"
# Figure, claimant: what the starting article prints of each voice.
ARTICLE = [
    ("84", "BLA"),
    ("18", "BLA"),
    ("10", "Interior Minister"),
    ("108", "Pakistani authorities, in Bombay Samachar"),
    ("47", "Pakistani authorities, in Bombay Samachar"),
]


@pytest.mark.parametrize("page_stem", PAGES)
def test_a_deep_link_may_be_the_very_first_request_to_a_server(serve, visit, page_stem):
    running = serve()
    page = visit(running.url(page_stem, phase=FIRST))
    expect(page.get_by_role("combobox", name="Phase")).to_have_value(FIRST)
    expect(page.get_by_role("navigation", name="App pages").get_by_role("link")).to_have_count(len(PAGES))
    assert "Traceback" not in running.said()


@pytest.mark.parametrize(("figure", "claimant"), ARTICLE)
def test_the_article_s_figures_stand_with_their_claimants_on_the_sources_page(server, visit, figure, claimant):
    page = visit(server.url("sources", phase=SECOND, at="2026-01-31", sources_search=claimant))
    row = page.locator("table.ledger-table tr").filter(has=page.get_by_text(figure, exact=True))
    expect(row.filter(has_text=claimant).first).to_be_visible()


def test_the_article_s_figures_stand_with_their_claimants_on_the_overview(server, visit):
    page = visit(server.url("", phase=SECOND, at="2026-01-31"))
    lines = [" ".join(line.split()) for line in page.locator("td .cell-line").all_inner_texts()]
    # Of many claimants a cell shows the five newest: the 108 stands there with the spokesperson who said it too.
    for figure, claimant in [*ARTICLE[:3], ("108", "Balochistan government spokesperson")]:
        assert any(line.startswith(f"{claimant}: {figure} ") for line in lines), (figure, claimant, lines)


def test_phase_and_moment_are_kept_from_page_to_page_and_in_the_address(server, visit):
    page = visit(server.url("", phase=FIRST, at="2024-08-26"))
    phase, moment = page.get_by_role("combobox", name="Phase"), page.get_by_role("combobox", name="As of")
    links = page.get_by_role("navigation", name="App pages").get_by_role("link")
    for name in [*links.all_inner_texts()[1:], links.all_inner_texts()[0]]:
        links.get_by_text(name, exact=True).click()
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
        drawn(page)
        expect(phase).to_have_value(FIRST)
        expect(moment).to_have_value("2024-08-26")
        assert "phase=Phase+1" in page.url and "at=2024-08-26" in page.url


def test_back_forward_and_reload_keep_phase_and_moment(server, visit):
    page = visit(server.url("", phase=FIRST, at="2024-08-26"))
    phase, moment = page.get_by_role("combobox", name="Phase"), page.get_by_role("combobox", name="As of")
    expect(phase).to_have_value(FIRST)  # Streamlit takes along only what a control that is there holds
    page.get_by_role("navigation", name="App pages").get_by_role("link", name="Sources").click()
    expect(page.get_by_role("heading", level=1, name="Sources")).to_be_visible()
    expect(phase).to_have_value(FIRST)
    for step in (page.go_back, page.go_forward, page.reload):
        step()
        drawn(page)
        expect(phase).to_have_value(FIRST)
        expect(moment).to_have_value("2024-08-26")
    expect(page.get_by_role("heading", level=1, name="Sources")).to_be_visible()
    page.get_by_role("button", name="Latest").click()
    expect(moment).to_have_value("")
    page.wait_for_function("!location.search.includes('at=')")
    page.reload()
    drawn(page)
    expect(moment).to_have_value("")


def test_the_buttons_step_over_the_moments_said(server, visit):
    page = visit(server.url("", phase=FIRST))
    moment = page.get_by_role("combobox", name="As of")
    page.get_by_role("button", name="← Earlier").click()
    expect(moment).not_to_have_value("")
    first = moment.input_value()
    page.get_by_role("button", name="← Earlier").click()
    expect(moment).not_to_have_value(first)
    page.get_by_role("button", name="Later →").click()
    expect(moment).to_have_value(first)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page_stem", PAGES)
def test_axe_finds_nothing_and_no_other_host_is_asked(server, visit, page_stem, scheme):
    """`visit` fails the test where the page asks any other host."""
    page = visit(server.url(page_stem, phase=SECOND), scheme=scheme, height=2400)
    assert axe_findings(page) == []


@pytest.mark.parametrize("page_stem", PAGES)
def test_nothing_runs_out_of_a_narrow_screen(server, visit, page_stem):
    page = visit(server.url(page_stem, phase=SECOND), width=390, height=844)
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("e => e.scrollWidth - e.clientWidth") <= 1
