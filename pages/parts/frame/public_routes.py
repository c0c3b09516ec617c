"""Whether the public addresses answer beside the pages: they do not where a host runs app.py as a plain script."""

from __future__ import annotations

from pages.parts.frame.live_store import KEPT

WITHOUT = "<style>.cc-api { display: none !important; }</style>"


def routes_answer(*, do: bool) -> None:
    """Set by the server that has them."""
    KEPT.__dict__["routes_answer"] = do


def do_routes_answer() -> bool:
    """Whether links to data and cards lead anywhere."""
    return bool(KEPT.__dict__.get("routes_answer"))
