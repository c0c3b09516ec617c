"""How reading, building, editing and reading pages grow with the data, as ratios within one run.

    python bench/scale.py [--sizes 10000 100000] [--write]

The pages are read at the last of the sizes: a first run, a rerun, and a moment nobody asked for before.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.rerun import drive, navigation, serve
from bench.run import ROOT, store_runs
from bench.server import START_TIMEOUT
from bench.synthetic import CLAIMANTS, CLAIMS, STATEMENTS
from bench.synthetic import write as write_synthetic
from bench.told_table import options, tell
from bench.unseen import unseen

RERUNS, MOMENTS = 15, 5
PHASE = CLAIMANTS * STATEMENTS * CLAIMS
MOST_TIMES = 3.0
STARTS_WITHIN = 0.002  # seconds a claim, and a minute: reading, checking and building come before the first answer
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


@dataclass(frozen=True)
class Taken:
    """Seconds of one page: its first run, and medians of its reruns and of runs at unseen moments."""

    first: float
    rerun: float
    unseen: float


def pages_of(data: Path, home: Path, claims: int = 0) -> dict[str, Taken]:
    """What each page takes for one reader. A synthetic folder of so many claims has the same ten days in each phase, of
    which each phase is asked for one."""
    addresses = [f"phase=p{n}&at=2031-01-{3 + n % 6:02d}" for n in range(claims // PHASE)]
    surroundings = {"LEDGER_DATA": str(data), "LEDGER_STORE": str(home / "store")}
    with serve(ROOT, surroundings, START_TIMEOUT + claims * STARTS_WITHIN) as server:
        pages = asyncio.run(navigation(server))
        measured = asyncio.run(drive(server, pages, 1, RERUNS))
        later = asyncio.run(unseen(server, MOMENTS, addresses))
    return {
        page or "overview": Taken(
            measured.first[page][0], statistics.median(measured.later[page]), statistics.median(later[page]) / 1e3
        )
        for page in pages
    }


def page_rows(label: str, real: dict[str, Taken], large: dict[str, Taken]) -> Iterator[str]:
    yield (
        f"| page | first run, real data, s | first run, {label}, s | rerun with {label} × with the real data "
        f"| unseen moment, real data, s | unseen moment, {label} × with the real data (≤ 3) |"
    )
    yield "|---|--:|--:|--:|--:|--:|"
    for page, small in real.items():
        big = large[page]
        later = big.unseen / small.unseen
        told = f"**{later:.1f}**" if later <= MOST_TIMES else f"{later:.1f} (misses)"
        yield (
            f"| {page} | {small.first:.1f} | {big.first:.1f} | **{big.rerun / small.rerun:.2f}** "
            f"| {small.unseen:.2f} | {told} |"
        )


def main() -> None:
    parser = options(__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--no-pages", action="store_true", help="measure the store only")
    wanted = parser.parse_args()
    lines = [f"| {' | '.join(STORE_HEADS)} |", f"|{'--:|' * len(STORE_HEADS)}"]
    with tempfile.TemporaryDirectory() as name:
        home, data = Path(name), ROOT / "data"
        lines.append(store_row("the real data", data, 5))
        for size in wanted.sizes:
            data = write_synthetic(home / str(size), size)
            lines.append(store_row(f"{size:,}", data, 5 if size <= 10_000 else 1))
        if not wanted.no_pages and wanted.sizes:
            real, large = pages_of(ROOT / "data", home), pages_of(data, home, wanted.sizes[-1])
            lines += ["", *page_rows(f"{wanted.sizes[-1]:,} claims", real, large)]
    tell("scale", "\n".join(lines), write=wanted.write)


if __name__ == "__main__":
    started = time.monotonic()
    main()
    print(f"\n{time.monotonic() - started:.0f} s", file=sys.stderr)
