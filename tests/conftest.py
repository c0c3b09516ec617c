"""Fixtures of all tests."""

from tests.browser_server import browser, serve, server, visit  # noqa: F401
from tests.opened_app import open_app, shared_store  # noqa: F401
from tests.world import world  # noqa: F401
