"""Fixtures of all tests, and what is done at a run's beginning."""

from tests.support.app_servers import serve, server  # noqa: F401
from tests.support.asked_addresses import addresses, asked, asked_here  # noqa: F401
from tests.support.browser_window import browser, visit, window  # noqa: F401
from tests.support.edited_server import edited, edited_server  # noqa: F401
from tests.support.kept_live import real_live, real_store, shared_store  # noqa: F401
from tests.support.opened_app import open_app, packages_looked_through_once  # noqa: F401
from tests.support.whole_run import pytest_configure  # noqa: F401
from tests.support.world import kept_worlds, world  # noqa: F401
