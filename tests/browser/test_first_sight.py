"""What a reader waits for: the first screen comes with the HTML, and the page takes its place without a jump."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.app_servers import Running, served
from tests.support.browser_window import Visit, drawn
from tests.support.paths import ROOT

pytestmark = pytest.mark.browser
# Shifts that the browser counts, and where each heading stood at the last frame it was there.
WATCH = """
window.seen = { shifts: 0, sight: null, page: null };
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) seen.shifts += one.value;
}).observe({ type: 'layout-shift', buffered: true });
const look = () => {
  const place = (one) => one && { text: one.innerText, top: one.getBoundingClientRect().top };
  const sight = document.querySelector('#first-sight h1');
  seen.sight = place(sight) ?? seen.sight;
  if (!sight) seen.page ??= place(document.querySelector('#root h1'));
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
PAGES = [
    ("", "", 1440, "light"),
    ("", "phase=phase-1", 390, "dark"),
    ("compare", "at=2026-02-03", 1440, "dark"),
    ("cities", "place=gwadar", 1440, "light"),
    ("timeline", "", 1440, "light"),
    ("sources", "", 1440, "light"),
]


@pytest.fixture(scope="module")
def watched(window: BrowserContext) -> Iterator[Page]:
    """A tab in which each page is watched from its beginning."""
    tab = window.new_page()
    tab.add_init_script(WATCH)
    yield tab
    tab.close()


@pytest.mark.parametrize(("stem", "query", "width", "scheme"), PAGES)
def test_the_page_takes_the_place_of_the_first_sight_without_a_jump(
    watched: Page, server: Running, stem: str, query: str, width: int, scheme: str
):
    tab = watched
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(color_scheme=scheme)
    tab.goto(f"{server.url(stem)}?{query}", wait_until="commit")
    drawn(tab)
    tab.wait_for_function("seen.page")
    seen = tab.evaluate("seen")
    assert seen["sight"]["text"] == seen["page"]["text"]
    assert abs(seen["sight"]["top"] - seen["page"]["top"]) <= 3
    assert seen["shifts"] <= 0.1
    assert tab.locator("#first-sight, h1").count() == 1  # nothing of it is left behind
    if stem == "compare":
        expect(tab.get_by_role("link", name="Data").first).to_be_visible()
        expect(tab.get_by_role("link", name="Card (PNG)")).to_be_visible()
    tab.goto("about:blank")


def test_without_scripts_it_stays_and_its_links_lead_on(browser: Browser, server: Running):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(server.url("", phase="phase-1"))
    heading = tab.locator("#first-sight h1")
    expect(heading).to_contain_text("State forces killed: BLA said")
    tab.locator("#first-sight").get_by_role("link", name="Timeline").first.click()
    expect(heading).to_contain_text("figure went from")
    assert tab.url == f"{server.address}/timeline?phase=phase-1"
    context.close()


def test_a_host_that_runs_a_script_has_no_links_to_addresses_that_do_not_answer(script_host: Running, visit: Visit):
    tab = visit(script_host.url("compare"))
    expect(tab.get_by_role("button", name="Link").first).to_be_visible()
    expect(tab.locator(".cc-api").first).to_be_hidden()
    assert tab.locator("#first-sight").count() == 0


@pytest.fixture
def script_host(tmp_path: Path) -> Iterator[Running]:
    """A host that knows only scripts: its own, which runs app.py."""
    here = [f"sys.path.insert(0, {str(ROOT)!r})", f"runpy.run_path({str(ROOT / 'app.py')!r}, run_name='__main__')"]
    (tmp_path / "app.py").write_text("\n".join(["import runpy, sys", *here]), encoding="utf-8")
    quiet = {"STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"}  # it has no settings of ours
    with served(ROOT / "data", tmp_path / "store", tmp_path / "log.txt", quiet, root=tmp_path) as running:
        yield running
