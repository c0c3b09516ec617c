"""What the server holds on to: after edits with pages open, and with many readers.

    python bench/memory.py [--edits 100] [--readers 50] [--write]

Readers are websockets that run every page of the real data and stay open. Each edit changes one figure of a copy of the
data; then every page is run again by a reader, so that whatever is kept for a store is made for each of them.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import websockets

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.rerun import SUBPROTOCOL, navigation, run_page, serve
from bench.run import ROOT
from bench.server import Server
from bench.told_table import options, tell

EDITED = Path("statements/phase-2/bla.yaml")
FIRST_EDITS = 24
SEEN_AFTER = 1.2  # seconds from a save until a run is drawn from it; a look at the folder every half second
GOAL_EDITS, GOAL_READERS = 1.25, 320


@contextmanager
def served_copy(environment: Mapping[str, str] | None = None) -> Iterator[tuple[Server, Path]]:
    """A server on a copy of the project's data, and the copy, which may be edited; its stores are its own."""
    with served_copies(1, environment) as ((server,), data):
        yield server, data


@contextmanager
def served_copies(number: int, environment: Mapping[str, str] | None = None) -> Iterator[tuple[list[Server], Path]]:
    """So many servers on one copy of the data, with one folder of stores."""
    with tempfile.TemporaryDirectory() as home, ExitStack() as stack:
        data = Path(shutil.copytree(ROOT / "data", Path(home) / "data"))
        surroundings = {"LEDGER_DATA": str(data), "LEDGER_STORE": str(Path(home) / "store"), **(environment or {})}
        yield [stack.enter_context(serve(ROOT, surroundings)) for _ in range(number)], data


def megabytes(server: Server) -> float:
    """What the process holds in memory."""
    return server.process.memory_info().rss / 1e6


def edit(path: Path, number: int) -> None:
    """Save one figure anew: a number that was not there before."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"figure: (\d+)", f"figure: {9000 + number}", text, count=1), encoding="utf-8")


async def after_edits(server: Server, path: Path, edits: int) -> dict[int, float]:
    """Megabytes before any edit, after the first ones, and at the end, with a reader who runs every page each time."""
    pages = await navigation(server)
    held: dict[int, float] = {}
    async with websockets.connect(server.socket_url, subprotocols=[SUBPROTOCOL], max_size=None) as stream:
        for number in range(edits + 1):
            for page in pages:
                await run_page(stream, page)
            if number in (0, FIRST_EDITS, edits):
                held[number] = megabytes(server)
            edit(path, number)
            await asyncio.sleep(SEEN_AFTER)
    return held


async def with_readers(server: Server, readers: int) -> float:
    """The most that is held while so many readers have run every page and stay."""
    pages = await navigation(server)

    async def one() -> None:
        async with websockets.connect(server.socket_url, subprotocols=[SUBPROTOCOL], max_size=None) as stream:
            for page in pages:
                await run_page(stream, page)
            await done.wait()

    done = asyncio.Event()
    tasks = [asyncio.create_task(one()) for _ in range(readers)]
    most = 0.0
    for _ in range(readers * 2):
        await asyncio.sleep(0.5)
        most = max(most, megabytes(server))
    done.set()
    await asyncio.gather(*tasks)
    return most


def main() -> None:
    """Print the table, and put it into bench/README.md where asked to."""
    parser = options(__doc__)
    parser.add_argument("--edits", type=int, default=100)
    parser.add_argument("--readers", type=int, default=50)
    wanted = parser.parse_args()
    with served_copy() as (server, data):
        held = asyncio.run(after_edits(server, data / EDITED, wanted.edits))
    with served_copy() as (server, _):
        crowd = asyncio.run(with_readers(server, wanted.readers))
    first = held[0]
    lines = ["| held | MB | × before any edit |", "|---|--:|--:|", f"| every page run once | {first:.0f} | 1 |"]
    for number, size in held.items():
        if number:
            what = f"after {number} edits, every page run after each (≤ {GOAL_EDITS})"
            lines.append(f"| {what} | {size:.0f} | **{size / first:.2f}** |")
    what = f"{wanted.readers} readers, every page run (≤ {GOAL_READERS} MB)"
    lines.append(f"| {what} | {crowd:.0f} | {crowd / first:.2f} |")
    table = "\n".join(lines)
    tell("memory", table, write=wanted.write)


if __name__ == "__main__":
    main()
