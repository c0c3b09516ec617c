"""Each conflict in a browser: every page, wide and narrow, without an exception and without a sideways scroll."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.browser_server import Running, served
from tests.support.conflicts import REAL
from tests.support.opened_app import PAGES
from tests.support.paths import CONFLICTS

pytestmark = pytest.mark.browser
SIZES = {1440: 900, 390: 844}


@pytest.fixture(scope="module", params=["spring_raids", *REAL])
def conflict(request, browser, tmp_path_factory) -> Iterator[Running]:
    """One server for each conflict, on its folder as it stands: nothing here writes."""
    home = tmp_path_factory.mktemp("conflict")
    with served(CONFLICTS / request.param, home / "store", home / "log.txt") as running:
        yield running


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("page_stem", PAGES)
def test_the_page_is_drawn_and_nothing_runs_out_of_it(conflict, visit, page_stem, width):
    """`visit` fails the test where a traceback stands in the page's place, or where another host is asked."""
    address = conflict.url("" if page_stem == "overview" else page_stem)  # the first page has no name in its address
    page = visit(address, width=width, height=SIZES[width])
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("e => e.scrollWidth - e.clientWidth") <= 1
    assert "Traceback" not in conflict.said()
