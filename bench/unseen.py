"""What the server takes for a page at a moment nobody asked for before: the messages of one run, over the websocket.

    python bench/unseen.py [--moments 8] [--write]

Each page is asked at moments of its own, so that whatever is kept for one moment helps no other page. Seconds belong to
the machine; beside them stands what a rerun of the stock app with nothing but a title takes in the same run.
"""

from __future__ import annotations

import asyncio
import re
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.rerun import SUBPROTOCOL, answered, drive, fault_in, navigation, run_page
from bench.run import EMPTY, ROOT
from bench.server import Server, serve
from bench.told_table import options, tell

GOAL = 150.0  # milliseconds, of the issue "What a reader waits for"
AT = re.compile(rb"\./\?((?:phase=[a-z0-9_-]+&(?:amp;)?)?at=[0-9T:+.-]+)")
PHASE = re.compile(rb"\./\?(phase=[a-z0-9_-]+)")


async def moments_in(server: Server) -> list[str]:
    """What the addresses say that the slider and the control of phases of the first page lead to, for every phase."""
    found: dict[str, None] = {}
    async with websockets.connect(server.socket_url, subprotocols=[SUBPROTOCOL], max_size=None) as stream:
        first = b"".join(message.SerializeToString() for message in await run_page(stream, ""))
        for phase in {"", *(one.decode() for one in PHASE.findall(first))}:
            _, messages = await asked(stream, "", phase)
            for address in AT.findall(b"".join(message.SerializeToString() for message in messages)):
                found[address.decode().replace("&amp;", "&")] = None
    return sorted(found)


async def asked(stream: websockets.ClientConnection, page: str, address: str) -> tuple[float, list[ForwardMsg]]:
    """Milliseconds of one run of a page at an address, and its messages."""
    ask = BackMsg()
    ask.rerun_script.page_name = page
    ask.rerun_script.query_string = address
    messages, start = [], time.perf_counter()
    async for message in answered(stream, ask):
        messages.append(message)
        if (fault := fault_in(message)) is not None:
            raise RuntimeError(f'page "{page}", {address}: {fault}')
    return (time.perf_counter() - start) * 1e3, messages


async def unseen(server: Server, most: int, addresses: Sequence[str] = ()) -> dict[str, list[float]]:
    """Milliseconds of every page at moments of its own, at most so many, which the pages lead to unless they are given.
    The reader has had each page at its latest figures before."""
    pages = await navigation(server)
    taken: dict[str, list[float]] = {}
    async with websockets.connect(server.socket_url, subprotocols=[SUBPROTOCOL], max_size=None) as stream:
        for page, own in spread(pages, addresses or await moments_in(server), most).items():
            await run_page(stream, page)
            taken[page] = [(await asked(stream, page, address))[0] for address in own]
    return taken


def spread(pages: Sequence[str], addresses: Sequence[str], most: int) -> dict[str, list[str]]:
    """To each page moments that no other is given, at most so many."""
    return {page: list(addresses[number :: len(pages)])[:most] for number, page in enumerate(pages)}


def table(found: dict[str, list[float]], floor: float) -> str:
    """One row a page, and the goal in the heading."""
    lines = [
        f"| page | moments | median, ms (≤ {GOAL:.0f}) | longest, ms | × a rerun of the empty app |",
        "|---|--:|--:|--:|--:|",
        f"| *stock empty app, rerun* | | {floor:.0f} | | 1 |",
    ]
    for page, taken in found.items():
        half = statistics.median(taken)
        told = f"**{half:.0f}**" if half <= GOAL else f"{half:.0f} (misses)"
        lines.append(f"| {page or 'overview'} | {len(taken)} | {told} | {max(taken):.0f} | {half / floor:.1f} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, and put it into bench/README.md where asked to."""
    parser = options(__doc__)
    parser.add_argument("--moments", type=int, default=8, help="at most, for each page")
    wanted = parser.parse_args()
    with serve(EMPTY) as server:
        measured = asyncio.run(drive(server, asyncio.run(navigation(server)), 1, 20))
        floor = statistics.median(run for runs in measured.later.values() for run in runs) * 1e3
    with serve(ROOT, {"LEDGER_DATA": str(ROOT / "data")}) as server:
        told = table(asyncio.run(unseen(server, wanted.moments)), floor)
    tell("unseen", told, write=wanted.write)


if __name__ == "__main__":
    main()
