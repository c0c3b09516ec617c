"""Fixtures of all tests."""

from tests.browser_server import browser, serve, server, visit  # noqa: F401
