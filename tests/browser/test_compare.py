"""Compare in a browser: what is copied, and the gate opened and closed by links and the back button."""

import pytest
from playwright.sync_api import expect

from tests.support.app_servers import Running
from tests.support.browser_window import Visit

pytestmark = pytest.mark.browser
PHASE = "phase-2"


def test_registers_copy_the_gate_opens_and_back_closes_it(server: Running, visit: Visit) -> None:
    page = visit(server.url("compare", phase=PHASE, at="2026-01-31"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".cc-quote label", has_text="With its limits").click()
    shown = page.locator(".cc-register-1")
    expect(shown).to_be_visible()
    shown.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied").first).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == shown.locator("p").inner_text()

    page.get_by_role("link", name="Open the gate: show the factor, stamped").click()
    expect(page.locator(".cc-verdict").get_by_text("5.6 times apart, not comparable")).to_be_visible()
    assert "gate=open" in page.url
    page.go_back()
    expect(page.locator(".cc-verdict .stamp")).to_have_count(0)
    assert "gate=open" not in page.url
