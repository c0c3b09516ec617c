"""Fifty readers who each click every ten seconds while a file of the data changes every five.

    python bench/many_readers.py [--readers 50] [--seconds 300] [--processes 1] [--write]

A reader is a websocket that asks for pages of either phase, and between its clicks looks for newer data as often as the
server tells it to, as a browser does: after a save it runs its page again. Several processes share the readers as
docs/deploy.md puts them behind one address: each reader stays with one.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.memory import EDITED, edit, megabytes, served_copies
from bench.rerun import SUBPROTOCOL, answered, fault_in, navigation
from bench.server import Server
from bench.told_table import options, tell

EVERY, SAVED_EVERY = 10.0, 5.0
AS_DEPLOYED = {"STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none"}  # docs/deploy.md: for every reader it lists all modules
GOAL_P95 = 1.0
ADDRESSES = ("", "phase=phase-1")  # the latest figures of either phase: what those come for who come in hundreds


@dataclass
class Crowd:
    """What became of the clicks of all readers, in seconds, and of the server."""

    runs: list[float] = field(default_factory=list)
    dropped: int = 0
    faults: list[str] = field(default_factory=list)
    most: float = 0.0
    saves: int = 0


@dataclass
class Reader:
    """One open page: its connection, where its tracebacks go, and what the server told it about looking for newer
    data."""

    stream: websockets.ClientConnection
    faults: list[str]
    every: float = EVERY
    fragment: str = ""

    async def click(self, page: str, address: str) -> None:
        """Ask for one page at an address and read to its end."""
        ask = BackMsg()
        ask.rerun_script.page_name = page
        ask.rerun_script.query_string = address
        await self._run(ask)

    async def look(self) -> None:
        """Ask whether there are newer data; where there are, the page is run again before this ends."""
        ask = BackMsg()
        ask.rerun_script.fragment_id = self.fragment
        ask.rerun_script.is_auto_rerun = True
        await self._run(ask)

    async def _run(self, ask: BackMsg) -> None:
        async for message in answered(self.stream, ask):
            if message.WhichOneof("type") == "auto_rerun":
                self.every, self.fragment = message.auto_rerun.interval, message.auto_rerun.fragment_id
            if (fault := fault_in(message)) is not None:
                self.faults.append(fault)


async def read(server: Server, pages: list[str], number: int, seconds: float, crowd: Crowd) -> None:
    """One reader, who begins within the first ten seconds."""
    draw = random.Random(number)
    ends = time.monotonic() + seconds
    await asyncio.sleep(draw.uniform(0, EVERY))
    try:
        # without the pings of this library, which closes what is not answered at once; a browser waits
        async with websockets.connect(
            server.socket_url, subprotocols=[SUBPROTOCOL], max_size=None, ping_interval=None, open_timeout=60
        ) as stream:
            one = Reader(stream, crowd.faults)
            while (began := time.monotonic()) < ends:
                await one.click(draw.choice(pages), draw.choice(ADDRESSES))
                crowd.runs.append(time.monotonic() - began)
                while (now := time.monotonic()) < began + EVERY:
                    await asyncio.sleep(min(one.every, began + EVERY - now))
                    if time.monotonic() < began + EVERY:
                        await one.look()
    except (websockets.ConnectionClosed, TimeoutError, OSError):
        crowd.dropped += 1


async def crowded(servers: Sequence[Server], path: Path, readers: int, seconds: float) -> Crowd:
    """All readers, the saves beside them, and the most that the servers held together."""
    crowd, pages = Crowd(), await navigation(servers[0])

    async def saves() -> None:
        while True:
            await asyncio.sleep(SAVED_EVERY)
            edit(path, crowd.saves)
            crowd.saves += 1

    async def held() -> None:
        while True:
            crowd.most = max(crowd.most, sum(megabytes(server) for server in servers))
            await asyncio.sleep(1)

    beside = [asyncio.create_task(saves()), asyncio.create_task(held())]
    of = [servers[number % len(servers)] for number in range(readers)]
    await asyncio.gather(*(read(server, pages, number, seconds, crowd) for number, server in enumerate(of)))
    for task in beside:
        task.cancel()
    return crowd


def main() -> None:
    """Print the table, and put it into bench/README.md where asked to."""
    parser = options(__doc__)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--processes", type=int, default=1)
    wanted = parser.parse_args()
    with served_copies(wanted.processes, AS_DEPLOYED) as (servers, data):
        crowd = asyncio.run(crowded(servers, data / EDITED, wanted.readers, wanted.seconds))
    runs = sorted(crowd.runs)
    p95 = runs[int(len(runs) * 0.95)]
    processes = "1 process" if wanted.processes == 1 else f"{wanted.processes} processes"
    table = "\n".join(
        [
            f"| {wanted.readers} readers, {processes}, {wanted.seconds:.0f} s, {crowd.saves} saves | |",
            "|---|--:|",
            f"| clicks answered | {len(runs):,} |",
            f"| connections dropped (0) | **{crowd.dropped}** |",
            f"| tracebacks seen (0) | **{len(crowd.faults)}** |",
            f"| median run | {statistics.median(runs):.2f} s |",
            f"| p95 of a run (≤ {GOAL_P95:.0f} s) | **{p95:.2f} s** |",
            f"| longest run | {runs[-1]:.1f} s |",
            f"| most held | {crowd.most:.0f} MB |",
        ]
    )
    tell("crowd", table, write=wanted.write)
    print(*sorted(set(crowd.faults)), sep="\n")


if __name__ == "__main__":
    main()
