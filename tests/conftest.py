"""Fixtures of all tests."""

from tests.support.asked_addresses import asked, asked_here  # noqa: F401
from tests.support.browser_server import browser, serve, server, visit  # noqa: F401
from tests.support.opened_app import open_app, shared_store  # noqa: F401
from tests.support.world import world  # noqa: F401
