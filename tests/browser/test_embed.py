"""Pictures alone in another site's page: each with its heading, its sources and the way back, and nothing else."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.app_servers import Running
from tests.support.browser_window import Visit

pytestmark = pytest.mark.browser

PICTURES = (
    ("", "count-side-by-side", "State forces killed: BLA said more than 362, ISPR said 22"),
    ("compare", "accounts", "State forces killed: BLA's figure went from"),
    ("cities", "who-named-which-place", "Places named: BLA"),
)


def test_a_page_with_three_embeds_and_one_that_is_not_there(server: Running, visit: Visit) -> None:
    page = visit(server.url("method"))
    frames = "".join(
        f'<iframe id="picture-{number}" width="900" height="700" src="{server.url(stem, embed="true", show=key)}">'
        "</iframe>"
        for number, (stem, key, _) in enumerate((*PICTURES, ("compare", "none-of-ours", "")))
    )
    page.set_content(f"<body>{frames}</body>")
    for number, (_, key, heading) in enumerate(PICTURES):
        frame = page.frame_locator(f"#picture-{number}")
        expect(frame.locator("#root h1")).to_contain_text(heading)
        expect(frame.locator(f".st-key-{key} .main-svg").first).to_be_visible()
        expect(frame.get_by_role("link", name="Contested Count: Operation Herof, Balochistan ›")).to_be_visible()
        expect(frame.locator(".cc-nav, .cc-controls, .cc-everything, .cc-ledger, .cc-verdict")).to_have_count(0)
        expect(frame.locator(".js-plotly-plot:visible")).to_have_count(1)
    absent = page.frame_locator(f"#picture-{len(PICTURES)}")
    expect(absent.get_by_text("There is no picture “none-of-ours” at this address.")).to_be_visible()


def test_what_embed_copies_is_as_high_as_its_picture(server: Running, visit: Visit) -> None:
    page = visit(server.url("cities"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.address)
    page.get_by_role("button", name="Embed").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    page.set_viewport_size({"width": 1000, "height": 900})
    page.set_content(f"<body>{copied}</body>")
    block = page.frame_locator("iframe").locator('[data-testid="stMainBlockContainer"]')
    expect(block.locator(".js-plotly-plot:visible .main-svg").first).to_be_visible()
    page.wait_for_function("document.querySelector('iframe').style.height")
    height = page.locator("iframe").evaluate("(frame) => frame.clientHeight")
    assert abs(height - block.evaluate("(one) => one.offsetHeight")) <= 2
