"""What a reader waits for, measured in a browser: from the click to the last mark, at moments nobody asked for before.

    python bench/reading.py [--times 3] [--write]

Beside a stock Streamlit page with one plotly chart and one table (bench/one_chart/), served and read in the same run.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.run import ROOT
from bench.screenshots import launched
from bench.server import serve
from bench.told_table import options, tell

STOCK = ROOT / "bench" / "one_chart"
PAGES = ("", "compare", "cities", "timeline", "checks", "sources")
QUIET = 600  # milliseconds without a change after which a page stands
WATCH = """
window.waits = {last: 0, chart: null, figure: null, shift: 0, worst: ''};
const seen = () => {
  waits.last = performance.now();
  const drawn = [...document.querySelectorAll('.js-plotly-plot .main-svg')];
  const chart = drawn.some(svg => svg.getBoundingClientRect().width);
  if (chart && waits.chart === null) waits.chart = performance.now();
  const text = document.querySelector('h1')?.innerText ?? '';
  if (/[0-9]/.test(text) && waits.figure === null) waits.figure = performance.now();
};
new MutationObserver(seen).observe(document, {childList: true, subtree: true, attributes: true, characterData: true});
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) waits.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""
STANDS = (
    "() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning' "
    "&& !document.querySelector('[data-testid=stSkeleton]') && performance.now() - waits.last > " + str(QUIET)
)
# Measured on two cores before this was written; the goals are those of the issue "What a reader waits for".
GOALS = {"fresh": 1.1, "figure": 0.2, "unseen": 2.0, "step": 3.0, "warm": 1.5, "shift": 0.1}


@dataclass
class Waits:
    """Milliseconds of one page, a list for each kind of wait; `shift`: the cumulative layout shift of a fresh load."""

    fresh: list[float] = field(default_factory=list)
    figure: list[float] = field(default_factory=list)
    unseen: list[float] = field(default_factory=list)
    step: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    shift: list[float] = field(default_factory=list)


def opened(browser: Browser, address: str) -> Page:
    """A fresh context at an address, standing."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    page.wait_for_function(STANDS, timeout=60_000)
    return page


def after(page: Page, act: Callable[[], object]) -> float:
    """Milliseconds from an action to the last change that follows it."""
    start = page.evaluate("waits.last = performance.now()")
    act()
    page.wait_for_function(f"waits.last > {start} + 5")
    page.wait_for_function(STANDS, timeout=60_000)
    return float(page.evaluate("waits.last")) - float(start)


def read_fresh(browser: Browser, address: str, waits: Waits) -> Page:
    """A first load: to the first figure, to the first chart, how far things moved."""
    page = opened(browser, address)
    told = page.evaluate("waits")
    waits.fresh.append(told["chart"] or told["last"])
    waits.figure.append(told["figure"] or told["last"])
    waits.shift.append(told["shift"])
    return page


def stock(browser: Browser, times: int) -> Waits:
    """The stock page: a first load, then the other page by the menu."""
    waits = Waits()
    with serve(STOCK) as server:
        opened(browser, f"http://127.0.0.1:{server.port}/").context.close()
        for _ in range(times):
            page = read_fresh(browser, f"http://127.0.0.1:{server.port}/", waits)
            for name in ("Two", "One"):
                waits.unseen.append(after(page, page.get_by_role("link", name=name).first.click))
            page.context.close()
    return waits


def ours(browser: Browser, stem: str, address: str, moments: list[str], times: int) -> Waits:
    """One page of ours. Each moment is used once for all that is to be unseen."""
    waits, left = Waits(), list(moments)
    other = "method" if stem != "method" else ""
    for _ in range(times):
        page = read_fresh(browser, f"{address}/{stem}", waits)
        waits.step.append(after(page, page.get_by_role("link", name="Earlier", exact=True).click))
        page.goto(f"{address}/{other}?at={left.pop()}", wait_until="commit")
        page.wait_for_function(STANDS, timeout=60_000)
        way = page.locator(f".cc-wide a[href^='./{stem}?']").first
        waits.unseen.append(after(page, way.click))
        after(page, page.locator(f".cc-wide a[href^='./{other}?']").first.click)
        waits.warm.append(after(page, way.click))
        page.context.close()
    return waits


def moments_of(browser: Browser, address: str) -> list[str]:
    """The moments of the phase shown first, as the slider holds them."""
    page = opened(browser, address)
    hrefs = page.evaluate("JSON.parse(document.querySelector('.cc-slider').dataset.hrefs)")
    page.context.close()
    return [href.split("at=")[1].split("&")[0] for href in hrefs if "at=" in href]


def measured(times: int) -> tuple[Waits, dict[str, Waits]]:
    """The stock page and ours, each page with a server of its own, so that what is unseen is unseen."""
    with sync_playwright() as playwright:
        browser = launched(playwright)
        floor, found = stock(browser, times), {}
        for stem in PAGES:
            with serve(ROOT) as server:
                address = f"http://127.0.0.1:{server.port}"
                moments = moments_of(browser, address)[1:-2]
                found[stem] = ours(browser, stem, address, moments, times)
        browser.close()
    return floor, found


def table(floor: Waits, found: dict[str, Waits]) -> str:
    """One row a page; each figure as a ratio to the stock page of the same run, with its goal in the heading."""
    fresh, menu = statistics.median(floor.fresh), statistics.median(floor.unseen)
    heads = {
        "figure": "first figure seen, fresh × stock chart", "fresh": "chart, fresh browser × stock",
        "unseen": "by the menu, unseen moment × stock menu", "step": "one step earlier × stock menu",
        "warm": "by the menu, warm × stock menu",
    }
    lines = [
        "| page | " + " | ".join(f"{text} (≤ {GOALS[name]})" for name, text in heads.items()) + " | CLS (≤ 0.1) |",
        "|---|" + "--:|" * (len(heads) + 1),
        f"| *stock: one chart, one table* | – | {fresh:.0f} ms | {menu:.0f} ms | – | – "
        f"| {statistics.median(floor.shift):.2f} |",
    ]
    for stem, waits in found.items():
        cells = []
        for name in heads:
            ratio = statistics.median(getattr(waits, name)) / (fresh if name in ("figure", "fresh") else menu)
            cells.append(f"**{ratio:.2f}**" if ratio <= GOALS[name] else f"{ratio:.2f} (misses)")
        lines.append(f"| {stem or 'overview'} | {' | '.join(cells)} | {statistics.median(waits.shift):.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, and put it into bench/README.md where asked to."""
    parser = options(__doc__)
    parser.add_argument("--times", type=int, default=3)
    wanted = parser.parse_args()
    told = table(*measured(wanted.times))
    tell("reading", told, write=wanted.write)


if __name__ == "__main__":
    main()
