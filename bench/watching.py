"""What following the data folder costs, and how long a save takes to reach an open page.

    python bench/watching.py [--data DIR] [--seconds 20] [--write]

Shows the time of one look at an unchanged folder, the processor time of a server that nobody reads and of one with
open pages, and the seconds from a save to the new figures in a browser, for each way of saving.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.screenshots import launched
from bench.told_table import options, tell
from ledger.shapes.data_files import stamp
from ledger.store.live_snapshot import LOOK_EVERY
from tests.support.app_servers import Running, served
from tests.support.browser_window import drawn
from tests.support.conflicts import OTHER

ROOT = Path(__file__).resolve().parent.parent
TRIES = 5


def look_time(folder: Path) -> float:
    """Milliseconds of one look at an unchanged folder."""
    times = []
    for _ in range(200):
        start = time.perf_counter()
        stamp(folder)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e3


def processor_share(running: Running, seconds: float) -> float:
    """Percent of one processor that the server uses while nobody does anything."""
    process = psutil.Process(running.process.pid)
    before, start = process.cpu_times(), time.monotonic()
    time.sleep(seconds)
    after = process.cpu_times()
    used = after.user - before.user + after.system - before.system
    return used / (time.monotonic() - start) * 100


def in_place(path: Path, text: str) -> None:
    path.write_text(text)


def by_rename(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.swap")
    beside.write_text(text)
    os.replace(beside, path)


def new_file(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text)


def save_to_page(page: Page, path: Path, save: Callable[[Path, str], None], number: int) -> float:
    """Seconds from the save to the figure on the page."""
    whole = path.read_text().splitlines(keepends=True)
    changed = "".join(_with_number(line, number) for line in whole)
    start = time.perf_counter()
    save(path, changed)
    page.get_by_text(f"{number:,}").first.wait_for(timeout=30000)
    return time.perf_counter() - start


def _with_number(line: str, number: int) -> str:
    return f"{line.partition('figure: ')[0]}figure: {number}}}\n" if "of: crews, figure" in line else line


def main() -> None:
    parser = options(__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    parser.add_argument("--seconds", type=float, default=20)
    wanted = parser.parse_args()
    load = os.getloadavg()[0]
    rows = {f"one look at an unchanged folder, every {LOOK_EVERY} s": f"{look_time(wanted.data):.2f} ms"}
    rows |= watched(wanted.seconds)
    lines = ["| what | how long or how much |", "|---|--:|", *(f"| {what} | {told} |" for what, told in rows.items())]
    table = "\n".join(lines)
    table += f"\n\n{os.cpu_count()} processors, load average {load:.1f} before: seconds mean little above that number."
    tell("watching", table, write=wanted.write)


def watched(seconds: float) -> dict[str, str]:
    """What a running server does with open pages and with saves, over a small data folder."""
    rows = {}
    with tempfile.TemporaryDirectory() as home, sync_playwright() as play:
        place = Path(home)
        data = Path(shutil.copytree(OTHER, place / "data"))
        with served(data, place / "store", place / "log") as running:
            browser = launched(play)
            pages = [browser.new_context().new_page() for _ in range(10)]
            for page in pages[:1]:
                page.goto(running.url("sources", phase="The spring raids"))
                drawn(page)
            rows["processor, one open page"] = f"{processor_share(running, seconds):.1f} %"
            for way in (in_place, by_rename, new_file):
                path = data / "statements/spring/league.yaml"
                numbers = [4000 + 10 * len(way.__name__) + turn for turn in range(TRIES)]
                times = [save_to_page(pages[0], path, way, number) for number in numbers]
                told = f"{statistics.median(times):.1f} s, at most {max(times):.1f} s"
                rows[f"from a save to the changed page, {way.__name__.replace('_', ' ')}"] = told
            for page in pages[1:]:
                page.goto(running.url("sources", phase="The spring raids"))
                drawn(page)
            rows[f"processor, {len(pages)} open pages"] = f"{processor_share(running, seconds):.1f} %"
            for page in pages:
                page.goto("about:blank")
            rows["processor, no page open"] = f"{processor_share(running, seconds):.1f} %"
    return rows


if __name__ == "__main__":
    main()
