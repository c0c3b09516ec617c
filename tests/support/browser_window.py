"""A browser for tests that drive a running app. tests/conftest.py imports the fixtures.

    def test_something(server, visit):
        page = visit(server.url("overview"))

`visit` waits until the page has been drawn and fails the test that asked another host, which the browser cannot find.
Nothing here sleeps: `expect(locator)` of playwright waits for what is to come true. A browser is started once for a
worker, and what a test opens first is opened in one tab, which is emptied between tests: a new tab compiles Streamlit's
scripts anew, a third of what a page takes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, Request, TimeoutError, expect

from bench.screenshots import found_chromium
from tests.support.app_servers import PATIENCE

SETTLED = 5.0
# An expectation waits as long as everything else does: five seconds are short on a busy machine.
expect.set_options(timeout=PATIENCE * 1000)
DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"]'
CONTENT = '[data-testid="stMainBlockContainer"] h1, [data-testid="stException"]'
# The same engine without the windows that nobody sees here.
WITHOUT_WINDOWS = "chromium-headless-shell"
Theme = Literal["light", "dark"]
OWN_HOSTS = ("127.0.0.1", "localhost")
# A page lives here for some seconds: what compiles scripts anew to run them faster later costs more than it gains.
SCRIPTS = "--js-flags=--always-sparkplug --no-maglev --no-turbofan"


def drawn(page: Page) -> Page:
    """Wait until the page has been drawn to its end; a traceback in its place fails the test."""
    for wanted in (CONTENT, DRAWN):
        page.wait_for_selector(wanted, timeout=PATIENCE * 1000)
    fault = page.locator('[data-testid="stException"]')
    assert fault.count() == 0, f"{page.url}: {fault.first.inner_text()}"
    return page


def axe_findings(page: Page) -> list[str]:
    """What axe finds on the page, one line for each kind; empty is clean."""
    found = Axe().run(page).response["violations"]
    first = [one["nodes"][0]["html"][:200] for one in found]
    return [f"{one['id']} ({len(one['nodes'])}): {html}" for one, html in zip(found, first, strict=True)]


def in_theme(page: Page, scheme: Theme) -> Page:
    """The same page as a reader of the other theme sees it, drawn to its end."""
    page.emulate_media(color_scheme=scheme)
    ink = "getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme"
    page.wait_for_function(f"{ink} === '{scheme}'")
    return drawn(page)


def resized(page: Page, width: int, height: int = 900) -> Page:
    """The same page in another window, when every chart that is seen has taken its new width: they are drawn by the
    browser, and are the same as on a page that was loaded in a window of this size."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(
        """width => innerWidth === width && [...document.querySelectorAll('.js-plotly-plot')]
            .filter(chart => chart.offsetParent !== null)
            .every(chart => Math.abs((chart._fullLayout?.width ?? 0) - chart.parentElement.clientWidth) <= 2)""",
        arg=width,
    )
    return drawn(page)


def width_beyond(page: Page, *, allowed: int = 1) -> int:
    """By how many pixels the page is wider than the window: what makes a reader scroll sideways. Charts follow a window
    that was made smaller a little later than it; one that never does gives what it is too wide by."""
    main = "document.querySelector('[data-testid=\"stMain\"]')"
    beyond = f"({main}.scrollWidth - {main}.clientWidth)"
    with suppress(TimeoutError):
        page.wait_for_function(f"{beyond} <= {allowed}", timeout=SETTLED * 1000)
    return int(page.evaluate(beyond))


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium; without one the test is skipped with the reason, or fails where REQUIRE_BROWSER is set."""
    path = found_chromium(WITHOUT_WINDOWS)
    if not path or not Path(path).exists():
        reason = f"no browser at {path or '/usr/bin/chromium'}; install chromium or name one in CHROMIUM"
        (pytest.fail if os.environ.get("REQUIRE_BROWSER") else pytest.skip)(reason)
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", SCRIPTS]
    # Blocked here and not by a route: with one, playwright lets the browser keep nothing of what it has loaded.
    flags.append("--host-resolver-rules=MAP * ~NOTFOUND , " + ", ".join(f"EXCLUDE {host}" for host in OWN_HOSTS))
    launched = playwright.chromium.launch(executable_path=path, args=flags)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One window for all tabs of a worker, so that scripts are fetched once."""
    opened = browser.new_context(accept_downloads=True)
    opened.set_default_timeout(PATIENCE * 1000)
    opened.new_page()
    yield opened
    opened.close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(window: BrowserContext) -> Iterator[Visit]:
    """Open an address and wait until it is drawn: first in the tab that all tests share, what is opened beside it in a
    tab of its own. No other host may be asked."""
    outside: list[str] = []
    tabs: list[Page] = []

    def check(request: Request) -> None:
        target = urlsplit(request.url)
        if target.scheme not in ("data", "blob") and target.hostname not in OWN_HOSTS:
            outside.append(request.url)

    def go(address: str, *, width: int = 1440, height: int = 900, scheme: Theme = "light", wait: bool = True) -> Page:
        opened = window.new_page() if tabs or not window.pages else window.pages[0]
        tabs.append(opened)
        opened.set_viewport_size({"width": width, "height": height})
        opened.emulate_media(color_scheme=scheme)
        opened.goto(address, wait_until="commit")
        return drawn(opened) if wait else opened

    window.on("request", check)
    yield go
    for tab in tabs[1:]:
        tab.close()
    for tab in tabs[:1]:
        empty(tab)
    window.remove_listener("request", check)
    window.clear_cookies()
    window.clear_permissions()
    assert outside == [], f"asked of other hosts: {outside}"


def empty(tab: Page) -> None:
    """The tab as if nothing had been opened in it. What a page keeps of its reader for the next visit is kept from the
    next test; one that cannot be emptied is closed."""
    try:
        with suppress(Error):  # a page whose server was ended has nothing to forget
            tab.evaluate("localStorage.clear()")
        tab.goto("about:blank")
        tab.mouse.move(0, 0)
    except Error:
        tab.close()
