"""The one watcher of the data folder in this server process, shared by the pages and the public addresses."""

from __future__ import annotations

import sys
from threading import Lock
from types import ModuleType

from ledger.store.live_snapshot import Live

# Streamlit forgets every module of ours when one of them is saved, but none that has no file: kept there, the watcher
# is still the only one after an edit of the code.
KEPT = sys.modules.setdefault("contested_count_kept", ModuleType("contested_count_kept"))
_MAKING = KEPT.__dict__.setdefault("making", Lock())


def live() -> Live:
    """The watcher, made when somebody first asks."""
    if (made := KEPT.__dict__.get("live")) is not None:
        return made
    with _MAKING:
        return KEPT.__dict__.get("live") or KEPT.__dict__.setdefault("live", Live())


def forget() -> None:
    """Stop the watcher and close its stores: at the end of the process, and before another data folder is read."""
    with _MAKING:
        made = KEPT.__dict__.pop("live", None)
    if made is not None:
        made.close()
