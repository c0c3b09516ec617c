"""What the server has beside the pages: routes, what is done to every answer, and what happens at start and end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.routing import Route

from pages.parts.frame.live_store import forget, live
from pages.parts.frame.page_names import PAGES
from pages.parts.frame.public_routes import routes_answer
from pages.parts.public.card_route import CARDS
from pages.parts.public.cite_route import CITATIONS
from pages.parts.public.data_routes import DATA, ELSEWHERE
from pages.parts.public.feed import FEEDS
from pages.parts.public.file_polling import stop_polling
from pages.parts.public.sent_page import SentPage, page_at

PARTS = Path(__file__).parents[1]
ROUTES: list[Route] = [*CARDS, *FEEDS, *CITATIONS, *DATA, *ELSEWHERE]
MIDDLEWARE = [Middleware(SentPage)]


@asynccontextmanager
async def while_serving(app: object) -> AsyncIterator[None]:
    """The store is read and the code imported before the first reader comes; all is closed when the last has gone."""
    await run_in_threadpool(warm)
    routes_answer(do=True)
    try:
        yield
    finally:
        routes_answer(do=False)
        stop_polling()
        await run_in_threadpool(forget)


def warm() -> None:
    """What the first reader would wait for otherwise: the store, the modules behind the pages, their first screens."""
    snapshot = live().snapshot
    for path in sorted(PARTS.rglob("*.py")):
        import_module(".".join(path.relative_to(PARTS.parents[1]).with_suffix("").parts))
    if snapshot.connection is not None:
        for page in PAGES:
            page_at(page, {}, snapshot)
