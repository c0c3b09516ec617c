"""Start a Streamlit app on a free port, run its pages over the websocket, and time the runs.

    python bench/rerun.py . --sessions 20 --reruns 10 overview sources

Every session is one websocket that runs the pages in turn, by URL path; without any, all pages of
the app's navigation. Times are what a client on this machine sees: compare ratios within one run.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Subprotocol

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.server import Server, serve

SUBPROTOCOL = Subprotocol("streamlit")
RUN_TIMEOUT = 120


@dataclass
class Measured:
    """Seconds of every run by page: the first of each session apart, since it may build a cache."""

    first: dict[str, list[float]] = field(default_factory=dict)
    later: dict[str, list[float]] = field(default_factory=dict)
    peak_rss: int = 0
    wall: float = 0.0

    def percentile(self, page: str, share: float) -> float:
        runs = sorted(self.later[page])
        return runs[min(len(runs) - 1, int(len(runs) * share))]


async def answered(stream: websockets.ClientConnection, ask: BackMsg) -> AsyncIterator[ForwardMsg]:
    """Send what a browser asks, and give every message up to the end of the run that answers it; a run that begins anew
    on its way goes on."""
    await stream.send(ask.SerializeToString())
    while True:
        message = ForwardMsg()
        message.ParseFromString(await asyncio.wait_for(stream.recv(decode=False), RUN_TIMEOUT))
        yield message
        ended = message.WhichOneof("type") == "script_finished"
        if ended and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return


def fault_in(message: ForwardMsg) -> str | None:
    """What a traceback in the page says, where this message is one."""
    is_fault = message.delta.new_element.WhichOneof("type") == "exception"
    return message.delta.new_element.exception.message if is_fault else None


async def run_page(
    stream: websockets.ClientConnection, page: str, kept: Iterable[str] = ()
) -> list[ForwardMsg]:
    """Run one page to its end and give every message of the run. `kept` are the hashes of messages that the reader
    still holds: a browser sends them along, and the server answers those with a reference."""
    ask = BackMsg()
    ask.rerun_script.page_name = page
    ask.rerun_script.cached_message_hashes.extend(kept)
    messages = []
    async for message in answered(stream, ask):
        messages.append(message)
        if message.WhichOneof("type") == "page_not_found":
            raise RuntimeError(f'the app has no page "{page}"')
        if (fault := fault_in(message)) is not None:
            raise RuntimeError(f'page "{page}": {fault}')
    return messages


async def navigation(server: Server) -> list[str]:
    """URL paths of the app's pages in their order; the default page's is empty."""
    async with websockets.connect(server.socket_url, subprotocols=[SUBPROTOCOL], max_size=None) as stream:
        messages = await run_page(stream, "")
    pages = [message.navigation.app_pages for message in messages if message.HasField("navigation")]
    return ["" if page.is_default else page.url_pathname for page in pages[-1]]


async def read(server: Server, pages: Sequence[str], reruns: int, measured: Measured) -> None:
    async with websockets.connect(server.socket_url, subprotocols=[SUBPROTOCOL], max_size=None) as stream:
        for page in pages:
            held: list[str] = []
            for turn in range(reruns + 1):
                start = time.perf_counter()
                messages = await run_page(stream, page, held)
                taken = time.perf_counter() - start
                (measured.later if turn else measured.first).setdefault(page, []).append(taken)
                held = hashes_of(messages)


def hashes_of(messages: Iterable[ForwardMsg]) -> list[str]:
    """What a browser keeps of a run: the large messages, and those it was only reminded of."""
    found = {message.ref_hash or message.hash for message in messages if message.metadata.cacheable or message.ref_hash}
    return sorted(hash_ for hash_ in found if hash_)


async def watch_memory(server: Server, measured: Measured) -> None:
    while True:
        measured.peak_rss = max(measured.peak_rss, server.process.memory_info().rss)
        await asyncio.sleep(0.05)


async def drive(server: Server, pages: Sequence[str], sessions: int, reruns: int) -> Measured:
    """Let so many readers at once run every page once, then `reruns` times more."""
    measured = Measured()
    watching = asyncio.create_task(watch_memory(server, measured))
    start = time.perf_counter()
    try:
        await asyncio.gather(*[read(server, pages, reruns, measured) for _ in range(sessions)])
    finally:
        watching.cancel()
    measured.wall = time.perf_counter() - start
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="folder that holds app.py")
    parser.add_argument("--sessions", type=int, default=1)
    parser.add_argument("--reruns", type=int, default=20)
    parser.add_argument("pages", nargs="*", help='URL paths; "" is the default page')
    wanted = parser.parse_args()
    with serve(wanted.folder) as server:
        pages = wanted.pages or asyncio.run(navigation(server))
        measured = asyncio.run(drive(server, pages, wanted.sessions, wanted.reruns))
    for page in pages:
        first = statistics.median(measured.first[page]) * 1e3
        half, most = (measured.percentile(page, share) * 1e3 for share in (0.5, 0.95))
        print(f"{page or '/':16} first {first:7.1f} ms  p50 {half:7.1f} ms  p95 {most:7.1f} ms")
    runs = sum(map(len, [*measured.first.values(), *measured.later.values()]))
    print(f"{runs / measured.wall:.1f} runs/s, peak {measured.peak_rss / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
