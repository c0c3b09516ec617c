"""Each conflict in a browser: every page, wide and narrow, without an exception and without a sideways scroll."""

from __future__ import annotations

import pytest

from pages.parts.frame.page_names import ADDRESSES
from tests.support.browser_server import drawn, resized, served, width_beyond
from tests.support.conflicts import REAL
from tests.support.paths import CONFLICTS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", ["spring_raids", *REAL])
def test_every_page_is_drawn_and_nothing_runs_out_of_it(browser, shared_store, visit, tmp_path, name):
    """`drawn` fails where a traceback stands in the page's place, `visit` where another host is asked.

    One server, on the folder as it stands (nothing here writes), and one load for each page: what it looks like on a
    phone is seen when the window is made as small as one.
    """
    with served(CONFLICTS / name, shared_store, tmp_path / "log.txt") as running:
        page = visit(running.url())
        for stem in ADDRESSES:  # the first page has no name in its address
            page.set_viewport_size({"width": 1440, "height": 900})
            page.goto(running.url(stem), wait_until="commit")
            assert width_beyond(drawn(page)) <= 1, stem
            assert width_beyond(resized(page, 390)) <= 1, stem
        assert "Traceback" not in running.said()
