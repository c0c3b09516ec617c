"""How reading, building, editing and reading pages grow with the data, as ratios within one run.

    python bench/scale.py [--sizes 10000 100000] [--write]
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.rerun import drive, navigation, serve
from bench.run import ROOT, store_runs, write_block
from bench.synthetic import write as write_synthetic

RERUNS = 15
STORE_HEADS = (
    "claims",
    "files",
    "bare C parse, ms",
    "load, check and build × parse",
    "read again after an edit × full build",
    "and build again × full build",
)


def store_row(label: str, data: Path, repeats: int) -> str:
    """One folder: medians of the ratios of several fresh processes."""
    runs = store_runs(data, repeats)
    full = [run["load"] + run["build"] for run in runs]
    whole = [run["edit"] + run["build again"] for run in runs]
    ratios = (
        statistics.median(taken / run["parse"] for taken, run in zip(full, runs, strict=True)),
        statistics.median(run["edit"] / taken for taken, run in zip(full, runs, strict=True)),
        statistics.median(again / taken for again, taken in zip(whole, full, strict=True)),
    )
    parse = statistics.median(run["parse"] for run in runs) * 1e3
    cells = (label, f"{runs[0]['files']}", f"{parse:.0f}", *(f"**{ratio:.2f}**" for ratio in ratios))
    return f"| {' | '.join(cells)} |"


def pages_of(data: Path, home: Path) -> dict[str, tuple[float, float]]:
    """Seconds of each page's first run and of its median rerun, for one reader."""
    with serve(ROOT, {"LEDGER_DATA": str(data), "LEDGER_STORE": str(home / "store")}) as server:
        pages = asyncio.run(navigation(server))
        measured = asyncio.run(drive(server, pages, 1, RERUNS))
    return {page or "overview": (measured.first[page][0], statistics.median(measured.later[page])) for page in pages}


def page_rows(label: str, real: dict[str, tuple[float, float]], large: dict[str, tuple[float, float]]) -> Iterator[str]:
    yield f"| page | first run, real data, s | first run, {label}, s | rerun with {label} × with the real data |"
    yield "|---|--:|--:|--:|"
    for page, (first, rerun) in real.items():
        yield f"| {page} | {first:.1f} | {large[page][0]:.1f} | **{large[page][1] / rerun:.2f}** |"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--no-pages", action="store_true", help="measure the store only")
    parser.add_argument("--write", action="store_true", help="put the tables into bench/README.md")
    wanted = parser.parse_args()
    lines = [f"| {' | '.join(STORE_HEADS)} |", f"|{'--:|' * len(STORE_HEADS)}"]
    with tempfile.TemporaryDirectory() as name:
        home, data = Path(name), ROOT / "data"
        lines.append(store_row("the real data", data, 5))
        for size in wanted.sizes:
            data = write_synthetic(home / str(size), size)
            lines.append(store_row(f"{size:,}", data, 5 if size <= 10_000 else 1))
        if not wanted.no_pages and wanted.sizes:
            real, large = pages_of(ROOT / "data", home), pages_of(data, home)
            lines += ["", *page_rows(f"{wanted.sizes[-1]:,} claims", real, large)]
    print("\n".join(lines))
    if wanted.write:
        write_block("scale", "\n".join(lines))


if __name__ == "__main__":
    started = time.monotonic()
    main()
    print(f"\n{time.monotonic() - started:.0f} s", file=sys.stderr)
