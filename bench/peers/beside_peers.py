"""What a reader waits for here and in what somebody would pick instead: the same claims in Datasette, Dash, Panel and
marimo, each with a table and one chart as its own documentation would do it (apps.py).

    python bench/peers/beside_peers.py [--times 3] [--write]

The peers are installed from bench/peers/requirements.txt into an environment of their own, which the project's never
sees. The clock is the browser's: to the last change of what the chart shows.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.peers.apps import APPS, FIRST, HERE, OTHER, App, claims_of
from bench.run import ROOT
from bench.screenshots import launched
from bench.told_table import options, tell

REQUIREMENTS = HERE / "requirements.txt"
ENVIRONMENT = HERE / ".venv"
QUIET = 800  # milliseconds without a change after which a chart stands
LONGEST = 60_000
# Looked at in every frame, through shadow roots too: what the chart's texts say and where its marks are.
WATCH = """
const within = (root, found) => {
  for (const one of root.querySelectorAll('.main-svg, .vega-embed canvas')) if (one.getBoundingClientRect().width)
    found.push(one);
  for (const one of root.querySelectorAll('*')) if (one.shadowRoot) within(one.shadowRoot, found);
  return found;
};
const of_mark = mark => mark.textContent + ['transform', 'x', 'd'].map(name => mark.getAttribute(name)).join();
const marks = one => one.tagName === 'CANVAS' ? one.toDataURL()
  : [...one.querySelectorAll('text, .point, .shapelayer path')].map(of_mark).join();
const blank = document.createElement('canvas');
const has_marks = one => one.tagName === 'CANVAS'
  ? (blank.width = one.width, blank.height = one.height, one.toDataURL() !== blank.toDataURL())
  : one.querySelector('.point, .shapelayer path');
window.chart = {drawn: null, shown: '', last: Date.now()};
const look = () => {
  const found = within(document, []);
  if (found.some(has_marks)) {
    const shown = found.map(marks).join('|');
    if (shown !== chart.shown) { chart.shown = shown; chart.last = Date.now(); chart.drawn ??= chart.last; }
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
STANDS = f"() => window.chart?.drawn && Date.now() - chart.last > {QUIET}"


@dataclass
class Waits:
    """Seconds of one app, a list for each kind of wait."""

    fresh: list[float] = field(default_factory=list)
    choice: list[float] = field(default_factory=list)
    save: list[float] = field(default_factory=list)


def now() -> float:
    """Milliseconds, by the clock that Date.now() reads."""
    return time.time() * 1000


def opened(browser: Browser, address: str) -> tuple[Page, float]:
    """A fresh context at an address, and the seconds to its chart."""
    page = browser.new_context(viewport={"width": 1440, "height": 1600}).new_page()
    page.add_init_script(WATCH)
    start = now()
    page.goto(address, wait_until="commit")
    page.wait_for_function(STANDS, timeout=LONGEST)
    return page, (page.evaluate("chart.drawn") - start) / 1000


def until_other(page: Page, act: Callable[[], object]) -> float:
    """Seconds from an act to the last change of a chart that then shows something else."""
    before, start = page.evaluate("chart.shown"), now()
    act()
    page.wait_for_function(
        f"before => window.chart?.drawn && chart.shown !== before && Date.now() - chart.last > {QUIET}",
        arg=before, timeout=LONGEST,
    )
    return float(page.evaluate("chart.last") - start) / 1000


def read(browser: Browser, app: App, times: int) -> Waits:
    """Everything of one app, after one load that is not counted."""
    waits = Waits()
    opened(browser, app.address)[0].context.close()
    for turn in range(times):
        page, seconds = opened(browser, app.address)
        waits.fresh.append(seconds)
        for phase in (OTHER, FIRST):
            waits.choice.append(until_other(page, partial(app.choose, page, phase)))
        waits.save.append(until_other(page, partial(save, app, page, 9000 + 1000 * turn)))
        page.context.close()
    return waits


def save(app: App, page: Page, number: int) -> None:
    """The owner saves another number; where an open page does not follow, its reader loads it again at once."""
    app.save(number)
    if not app.follows:
        page.reload(wait_until="commit")


def tools() -> Path:
    """The commands of the peers, installed when their list has changed since."""
    kept = ENVIRONMENT / "requirements.txt"
    if not kept.is_file() or kept.read_bytes() != REQUIREMENTS.read_bytes():
        print(f"Installing the packages of {REQUIREMENTS.relative_to(ROOT)} into {ENVIRONMENT.relative_to(ROOT)} …")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(REQUIREMENTS)]
        subprocess.run([str(ENVIRONMENT / "bin" / "python"), *install], check=True)
        kept.write_bytes(REQUIREMENTS.read_bytes())
    return ENVIRONMENT / "bin"


def measured(times: int) -> dict[str, tuple[Waits, bool]]:
    """The waits of every app, one after the other, and whether an open page of it follows a save."""
    found = {}
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        export = Path(home, "export")
        command = [sys.executable, "-m", "ledger", "export", str(export)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        rows, commands = claims_of(export), tools()
        browser = launched(playwright)
        for name, serve in APPS.items():
            place = Path(home, name)
            place.mkdir()
            with serve(commands, place, rows) as app:
                found[name] = read(browser, app, times), app.follows
        browser.close()
    return found


def table(found: dict[str, tuple[Waits, bool]]) -> str:
    """One row an app: medians in seconds, each with its ratio to ours."""
    ours = found["Contested Count"][0]
    lines = ["| | fresh browser → chart | another phase → chart | a saved edit → chart |", "|---|--:|--:|--:|"]
    for name, (waits, follows) in found.items():
        cells = []
        for kind in ("fresh", "choice", "save"):
            seconds = statistics.median(getattr(waits, kind))
            cells.append(f"{seconds:.2f} s, **{seconds / statistics.median(getattr(ours, kind)):.2f}**")
        lines.append(f"| {name} | {' | '.join(cells)}{'' if follows else ' (after a reload by the reader)'} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, and put it into bench/README.md where asked to."""
    parser = options(__doc__)
    parser.add_argument("--times", type=int, default=3)
    wanted = parser.parse_args()
    told = table(measured(wanted.times))
    tell("peers", told, write=wanted.write)


if __name__ == "__main__":
    main()
