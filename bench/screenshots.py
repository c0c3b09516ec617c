"""Pictures of every page, from the real app in a real browser.

    python bench/screenshots.py            # every page, three widths, light and dark, into bench/out/
    python bench/screenshots.py --readme   # one picture a main view, for the README, into docs/
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.server import serve  # noqa: E402

PAGES = ("", "compare", "cities", "timeline", "checks", "sources", "method", "try")
README_PAGES = ("", "compare", "cities", "timeline")
WIDTHS = (1440, 1024, 390)
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TALLEST = 6000
COLOURS = 256
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")


def main() -> None:
    """Start the app once and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readme", action="store_true", help="only the README's pictures, into docs/")
    options = parser.parse_args()
    out = ROOT / ("docs" if options.readme else "bench/out")
    out.mkdir(parents=True, exist_ok=True)
    with serve(ROOT) as server, sync_playwright() as playwright:
        browser = launched(playwright)
        address = f"http://127.0.0.1:{server.port}"
        if options.readme:
            for page in README_PAGES:
                tab = browser.new_page(viewport={"width": 1280, "height": 900})
                take(tab, f"{address}/{page}", out / f"{page or 'overview'}.png", 900)
        else:
            for theme in THEMES:
                for width in WIDTHS:
                    tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme)
                    for page in PAGES:
                        take(tab, f"{address}/{page}", out / f"{page or 'overview'}-{width}-{theme}.png", TALLEST)
        browser.close()


def launched(playwright: Playwright) -> Browser:
    """The browser, with what it needs on a machine without a screen."""
    return playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])


def chromium() -> str:
    """The one named in CHROMIUM, Debian's browser, or the one found on the path."""
    if (found := found_chromium()) is None:
        sys.exit("There is no Chromium here. On Debian: apt-get install chromium")
    return found


def found_chromium(*first: str) -> str | None:
    """The path of the one named in CHROMIUM, else of the first that is installed: of these names, then of all known."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, (*first, *BROWSERS))), None)


def take(tab: Page, address: str, path: Path, tallest: int) -> None:
    """One picture of a page as tall as its content, up to a limit. Streamlit scrolls an inner element, so the window
    itself is made as tall as what it holds."""
    width = tab.viewport_size["width"] if tab.viewport_size else 1280
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(address)
    tab.wait_for_selector(".foot", timeout=60_000)
    tab.wait_for_selector('[data-test-script-state="notRunning"]', timeout=60_000)
    tab.wait_for_function("document.querySelectorAll('[data-testid=stSkeleton]').length === 0")
    tall = tab.evaluate("document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight + 80")
    tab.set_viewport_size({"width": width, "height": int(min(tall, tallest))})
    tab.wait_for_function("document.fonts.status === 'loaded'")
    tab.screenshot(path=path, animations="disabled")
    # A page is paper and a few inks: a small palette keeps the pictures light.
    Image.open(path).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    print(path)


if __name__ == "__main__":
    main()
