"""One picture alone, for another site's page: `?embed=true&show=<picture>` (design.md §8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass
class Alone:
    """`key` is the picture wanted. What the page shows besides is held back; `is_headed` and `is_drawn` tell what of it
    stands already."""

    key: str
    is_headed: bool = False
    is_drawn: bool = False
    is_drawing: bool = False


_alone: ContextVar[Alone | None] = ContextVar("alone", default=None)


def wanted_alone(parameters: Mapping[str, str], is_embedded: bool) -> str | None:
    """The picture that an address wants alone, or None. Streamlit keeps `embed` to itself and says `is_embedded`."""
    return parameters.get("show") if is_embedded else None


@contextmanager
def alone(key: str) -> Iterator[Alone]:
    """A page run inside this shows nothing but the picture."""
    wanted = Alone(key)
    token = _alone.set(wanted)
    try:
        yield wanted
    finally:
        _alone.reset(token)


def is_held_back(of: str | None = None) -> bool:
    """Whether a message is left out: another picture is wanted alone than the one it is `of`."""
    wanted = _alone.get()
    if wanted is None or wanted.is_drawing:
        return False
    if of == wanted.key:
        wanted.is_headed = True
        return False
    return True


def figure_held_back(key: str) -> bool:
    """Whether a chart is left out: it is neither the picture wanted nor the same for narrow screens."""
    wanted = _alone.get()
    return wanted is not None and key not in (wanted.key, f"{wanted.key}-phone")


def drawing(key: str) -> Alone | None:
    """The picture wanted, where it is the one of this key."""
    wanted = _alone.get()
    return wanted if wanted is not None and wanted.key == key else None


def is_alone() -> bool:
    """Whether one picture is shown alone, and may take the whole width."""
    return _alone.get() is not None
