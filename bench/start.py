"""From starting a server to the first figure seen in a browser, against a stock page with one chart and one table.

    python bench/start.py [--times 3] [--write]
"""

import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.reading import STOCK
from bench.run import ROOT
from bench.screenshots import launched
from bench.server import serve
from bench.told_table import options, tell


def first_sight(folder: Path, browser: Browser, selector: str) -> float:
    """Seconds from the start of a fresh server process until `selector` is seen in a fresh browser context."""
    start = time.perf_counter()
    with serve(folder) as server:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.port}/")
        page.locator(selector).first.wait_for(timeout=60_000)
        seen = time.perf_counter() - start
        context.close()
    return seen


def main() -> None:
    parser = options(__doc__)
    parser.add_argument("--times", type=int, default=3)
    wanted = parser.parse_args()
    with sync_playwright() as playwright:
        browser = launched(playwright)
        pairs = [
            (first_sight(ROOT, browser, "h1"), first_sight(STOCK, browser, ".js-plotly-plot .main-svg"))
            for _ in range(wanted.times)
        ]
    ratio = statistics.median(ours / stock for ours, stock in pairs)
    ours, stock = (statistics.median(times) for times in zip(*pairs, strict=True))
    table = (
        "| from server start to | seconds | × stock (≤ 1.1) |\n|---|--:|--:|\n"
        f"| *the chart of a stock page* | {stock:.1f} | 1 |\n"
        f"| the first figures of the Overview | {ours:.1f} | **{ratio:.2f}** |"
    )
    tell("start", table, write=wanted.write)


if __name__ == "__main__":
    main()
