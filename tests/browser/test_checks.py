"""Checks, Sources and Method in a browser: two clicks to a source, filters in the address, pictures, files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.app_servers import Running
from tests.support.browser_window import Visit, drawn

pytestmark = pytest.mark.browser


def saved(page: Page, button: str, folder: Path) -> Path:
    """Press what gives a file, and keep the file."""
    with page.expect_download() as download:
        page.locator(button).first.click()
    kept = folder / download.value.suggested_filename
    download.value.save_as(kept)
    return kept


@pytest.mark.parametrize("start", ["", "checks", "sources", "compare"])
def test_from_a_number_to_its_source_in_two_clicks(server: Running, visit: Visit, start: str) -> None:
    page = visit(server.url(start))
    page.locator("a[href*='claim=']:visible").first.click()
    drawn(page)
    source = page.locator(".facts a[target='_blank']").first
    expect(source).to_be_visible()
    assert (source.get_attribute("href") or "").startswith("http")
    assert source.get_attribute("rel") == "noopener noreferrer"


def test_filters_live_in_the_address(server: Running, visit: Visit) -> None:
    page = visit(server.url("checks", outcome="does-not-add-up"))
    expect(page.get_by_text("captured, State forces: 18")).to_be_visible()
    expect(page.locator("summary").get_by_text("Add up, inside an account")).to_have_count(0)
    page.locator(".st-key-choose-outcome input").click()
    page.get_by_role("option", name="cannot be told").click()
    page.wait_for_url("**outcome=cannot-be-told*")
    expect(page.get_by_role("heading", name="Cannot be told: 37")).to_be_visible()
    expect(page.get_by_text("captured, State forces: 18")).to_have_count(0)


def test_the_answer_stands_first_and_the_rest_is_folded(server: Running, visit: Visit) -> None:
    page = visit(server.url("checks"))
    expect(page.locator("footer.foot")).to_be_attached()
    told = page.get_by_role("heading", name="Arithmetic inside the accounts: 3 of 173 sums do not add up")
    for width, height, tallest in ((390, 844, 7000), (1440, 900, 3500)):
        page.set_viewport_size({"width": width, "height": height})
        expect(told).to_be_in_viewport()
        expect(page.locator(".check-bar").first).to_be_in_viewport()
        assert page.locator('[data-testid="stMainBlockContainer"]').evaluate("e => e.scrollHeight") <= tallest
    folded = page.get_by_text("Could not have failed: 61")
    expect(page.get_by_text("first attack 31 Jan 2026").first).not_to_be_visible()
    folded.click()
    page.get_by_text("Windows that reach back before the first attack: 53").click()
    expect(page.get_by_text("31 Jan 2026 to 1 Feb 2026; first attack 31 Jan 2026").first).to_be_visible()


def test_one_statement_in_all_its_reports_opens_on_request(server: Running, visit: Visit) -> None:
    page = visit(server.url("checks"))
    expect(page.locator("table.drift")).to_have_count(0)
    page.get_by_text("How reports printed one statement").click()
    expect(page.locator("table.drift")).to_be_visible()
    expect(page.locator("table.drift caption")).to_contain_text("printings differ")


def test_a_search_and_the_way_back(server: Running, visit: Visit) -> None:
    page = visit(server.url("sources", sources_search="fidayeen"))
    found = page.get_by_role("heading", name="Sources: 1 claim in 1 statement, read in 1 report", exact=True)
    expect(found).to_be_visible()
    page.get_by_label("Search").fill("")
    page.get_by_label("Search").press("Enter")
    expect(found).to_have_count(0)
    page.locator(".read-list a[href*='claim=']").first.click()
    drawn(page)
    expect(page.locator("dl.facts")).to_be_visible()
    page.go_back()
    expect(page.locator(".read-list")).to_be_visible()


def test_charts_as_png_and_svg_carry_version_and_credit(server: Running, visit: Visit, tmp_path: Path) -> None:
    page = visit(server.url("compare"))
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    picture = saved(page, "button[data-picture=png]", tmp_path)
    assert picture.read_bytes().startswith(b"\x89PNG")
    drawing = saved(page, "button[data-picture=svg]", tmp_path).read_text()
    credit = page.locator("button[data-picture]").first.get_attribute("data-credit") or ""
    assert "data version" in credit and credit in drawing
    assert drawing.startswith("<svg")


def test_rows_and_everything_can_be_taken_away(server: Running, visit: Visit, tmp_path: Path) -> None:
    page = visit(server.url("sources", sources_search="fidayeen"))
    rows = json.loads(saved(page, ".st-key-downloads-claims button:has-text('JSON')", tmp_path).read_text())
    assert len(rows["rows"]) == 1 and "CC BY" in rows["credit"]
    assert saved(page, ".st-key-downloads-claims button:has-text('Parquet')", tmp_path).read_bytes()[:4] == b"PAR1"
    headings, *_ = saved(page, ".st-key-downloads-claims button:has-text('CSV')", tmp_path).read_text().split("\n")
    assert headings.endswith("data_version,credit")
    package = saved(page, ".st-key-sources-everything button", tmp_path)
    assert package.suffix == ".zip" and package.read_bytes()[:2] == b"PK"
