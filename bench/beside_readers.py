"""What requests for data do to readers: 20 readers of every page, alone and beside 50 requests a second.

    python bench/beside_readers.py [--readers 20] [--rate 50] [--write]
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.rerun import drive, navigation
from bench.run import ROOT
from bench.server import Server, serve
from bench.told_table import options, tell

ASKED = (
    "api/claims.csv", "api/compare.json?phase=phase-1", "api/timeline.csv", "feed.xml", "card.png", "api/places.csv",
)
RERUNS = 4
GOAL = 1.2


def ask(server: Server, path: str, answered: list[int]) -> None:
    """One request; the bytes that came are put to those of the others."""
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/{path}", timeout=30) as answer:
        answered.append(len(answer.read()))


async def asking(server: Server, rate: float, answered: list[int]) -> None:
    """So many requests a second, until it is cancelled."""
    loop, number = asyncio.get_running_loop(), 0
    while True:
        loop.run_in_executor(None, ask, server, ASKED[number % len(ASKED)], answered)
        number += 1
        await asyncio.sleep(1 / rate)


async def measured(server: Server, readers: int, rate: float) -> tuple[float, float, float]:
    """Median seconds of a run alone and beside the requests, and how many were answered a second."""
    pages = await navigation(server)
    await drive(server, pages, 1, 1)  # what is drawn once is drawn
    alone = await drive(server, pages, readers, RERUNS)
    answered: list[int] = []
    task = asyncio.create_task(asking(server, rate, answered))
    beside = await drive(server, pages, readers, RERUNS)
    task.cancel()
    halves = [statistics.median(run for page in pages for run in one.later[page]) for one in (alone, beside)]
    return halves[0], halves[1], len(answered) / beside.wall


def main() -> None:
    """Print the table, and put it into bench/README.md where asked to."""
    parser = options(__doc__)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--rate", type=float, default=50)
    wanted = parser.parse_args()
    with serve(ROOT) as server:
        alone, beside, answered = asyncio.run(measured(server, wanted.readers, wanted.rate))
    table = (
        f"| {wanted.readers} readers at once | median run, ms | × alone (≤ {GOAL}) |\n|---|--:|--:|\n"
        f"| alone | {alone * 1e3:.0f} | 1 |\n"
        f"| beside {answered:.0f} requests a second | {beside * 1e3:.0f} | **{beside / alone:.2f}** |"
    )
    tell("beside", table, write=wanted.write)


if __name__ == "__main__":
    main()
