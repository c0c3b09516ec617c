"""Each conflict in a browser: every page, wide and narrow, without an exception and without a sideways scroll."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from pages.parts.frame.page_names import ADDRESSES
from tests.support.app_servers import served
from tests.support.browser_window import drawn, resized, width_beyond
from tests.support.conflicts import REAL
from tests.support.paths import CONFLICTS

pytestmark = pytest.mark.browser
WIDE, NARROW = 1440, 390


@pytest.mark.parametrize("name", ["spring_raids", *REAL])
def test_every_page_is_drawn_and_nothing_runs_out_of_it(browser, shared_store, visit, tmp_path, name):
    """`drawn` fails where a traceback stands in the page's place, `visit` where another host is asked.

    One server, on the folder as it stands (nothing here writes), and one reader, who goes through the pages by the menu
    and looks at each in a window of either width.
    """
    with served(CONFLICTS / name, shared_store, tmp_path / "log.txt") as running:
        page = visit(running.url())
        width = WIDE
        for stem, title in ADDRESSES.items():
            if stem:
                by_the_menu(page, title)
            assert width_beyond(drawn(page)) <= 1, (stem, width)
            width = WIDE + NARROW - width
            assert width_beyond(resized(page, width)) <= 1, (stem, width)
        assert "Traceback" not in running.said()


def by_the_menu(page: Page, title: str) -> None:
    """Go to another page by the navigation of a wide window, which stands behind a button in a narrow one."""
    link = page.locator(".cc-wide a").filter(has_text=title)
    link.dispatch_event("click")
    expect(link).to_have_attribute("aria-current", "page")
