"""Fixtures of all tests."""

from tests.support.asked_addresses import addresses, asked, asked_here  # noqa: F401
from tests.support.browser_server import browser, serve, server, visit, window  # noqa: F401
from tests.support.edited_server import edited, edited_server  # noqa: F401
from tests.support.kept_live import real_live, real_store, shared_store  # noqa: F401
from tests.support.opened_app import open_app, packages_looked_through_once  # noqa: F401
from tests.support.world import kept_worlds, world  # noqa: F401
