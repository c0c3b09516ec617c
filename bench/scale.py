"""How reading, building, editing and reading pages grow with the data, as ratios within one run.

    python bench/scale.py [--sizes 10000 100000] [--write]
"""

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.rerun import drive, navigation, serve
from bench.run import ROOT, write_block
from bench.synthetic import write as write_synthetic

TARGETS = {"store": 1.5, "edit": 0.1, "pages": 2.0}
RERUNS = 15


def store_seconds(data: Path, repeats: int) -> dict[str, float]:
    """Median seconds of each step over fresh processes."""
    command = [sys.executable, str(ROOT / "bench" / "store.py"), str(data), "--edit"]
    outputs = [subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout for _ in range(repeats)]
    runs = [json.loads(output) for output in outputs]
    return {step: statistics.median(run[step] for run in runs) for step in runs[0]}


def page_seconds(data: Path) -> dict[str, float]:
    """Median rerun of each page, one reader."""
    with serve(ROOT, {"LEDGER_DATA": str(data)}) as server:
        pages = asyncio.run(navigation(server))
        measured = asyncio.run(drive(server, pages, 1, RERUNS))
    return {page or "overview": statistics.median(measured.later[page]) for page in pages}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--write", action="store_true", help="put the tables into bench/README.md")
    wanted = parser.parse_args()
    heads = ("claims", "files", "bare C parse, ms", "load, check and build × parse", "one file edited × full build")
    lines = [f"| {' | '.join(heads)} |", "|--:|--:|--:|--:|--:|"]
    with tempfile.TemporaryDirectory() as home:
        sizes = [("the real data", ROOT / "data", 5)]
        for size in wanted.sizes:
            sizes.append((f"{size:,}", write_synthetic(Path(home, str(size)), size), 3 if size <= 10_000 else 1))
        for label, data, repeats in sizes:
            seconds = store_seconds(data, repeats)
            build = seconds["load"] + seconds["build"]
            lines.append(
                f"| {label} | {seconds['files']:.0f} | {seconds['parse'] * 1e3:.0f} "
                f"| **{build / seconds['parse']:.2f}** | **{seconds['edit'] / build:.2f}** |"
            )
        real, large = page_seconds(ROOT / "data"), page_seconds(sizes[-1][1])
        lines += ["", f"| page | rerun with {sizes[-1][0]} synthetic claims × with the real data |", "|---|--:|"]
        lines += [f"| {page} | **{large[page] / real[page]:.2f}** |" for page in real]
    print("\n".join(lines))
    if wanted.write:
        write_block("scale", "\n".join(lines))


if __name__ == "__main__":
    started = time.monotonic()
    main()
    print(f"\n{time.monotonic() - started:.0f} s", file=sys.stderr)
