"""Fixtures of all tests."""

from tests.support.asked_addresses import asked, asked_here  # noqa: F401
from tests.support.browser_server import browser, serve, server, visit, window  # noqa: F401
from tests.support.kept_live import real_live, shared_store  # noqa: F401
from tests.support.opened_app import open_app  # noqa: F401
from tests.support.world import world  # noqa: F401
