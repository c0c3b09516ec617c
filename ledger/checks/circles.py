"""Chains that lead back to where they began."""

from __future__ import annotations

from collections.abc import Mapping


def on_circles(above: Mapping[str, str | None]) -> set[str]:
    """The names from which the way up leads back to the name itself. Each name is walked over once."""
    circles: set[str] = set()
    walked: set[str] = set()
    for start in above:
        way: dict[str, int] = {}
        current: str | None = start
        while current is not None and current in above and current not in walked and current not in way:
            way[current] = len(way)
            current = above[current]
        if current is not None and current in way:
            circles.update(list(way)[way[current] :])
        walked.update(way)
    return circles
