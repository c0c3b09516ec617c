"""What reading a page and building the store cost, as ratios to the least they could cost.

    python bench/run.py [--readers 20] [--reruns 5] [--data data] [--write]

Prints a Markdown table; --write also puts it between the markers in bench/README.md.
"""

import asyncio
import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.rerun import Measured, drive, navigation, serve
from bench.told_table import options, tell

ROOT = Path(__file__).resolve().parent.parent
EMPTY = ROOT / "bench" / "empty"
ALONE_RERUNS = 20


@dataclass(frozen=True)
class App:
    """One served app: its pages, read by one reader and then by many."""

    pages: list[str]
    alone: Measured
    crowded: Measured


def measure(folder: Path, data: Path, readers: int, reruns: int) -> App:
    with serve(folder, {"LEDGER_DATA": str(data)}) as server:
        pages = asyncio.run(navigation(server))
        alone = asyncio.run(drive(server, pages, 1, ALONE_RERUNS))
        crowded = asyncio.run(drive(server, pages, readers, reruns))
    return App(pages, alone, crowded)


def half(measured: Sequence[Measured], pages: Sequence[str]) -> float:
    return statistics.median(run for one in measured for page in pages for run in one.later[page])


def most(measured: Sequence[Measured], pages: Sequence[str]) -> float:
    return statistics.median(one.percentile(page, 0.95) for one in measured for page in pages)


def cells(label: str, apps: Sequence[App], pages: Sequence[str], empty: Sequence[App]) -> str:
    row = [label]
    for kind in ("alone", "crowded"):
        here = [getattr(app, kind) for app in apps]
        floor = [getattr(app, kind) for app in empty]
        p50, floor50 = half(here, pages), half(floor, empty[0].pages)
        p95, floor95 = most(here, pages), most(floor, empty[0].pages)
        row += [f"{p50 * 1e3:.0f}", f"**{p50 / floor50:.2f}**", f"{p95 / floor95:.2f}"]
    return f"| {' | '.join(row)} |"


def page_table(data: Path, readers: int, reruns: int) -> list[str]:
    """The stock app is measured before and after ours, so that a machine that slows down hits both."""
    before = measure(EMPTY, data, readers, reruns)
    ours = measure(ROOT, data, readers, reruns)
    after = measure(EMPTY, data, readers, reruns)
    files = {path.stem for path in (ROOT / "pages").glob("*.py") if not path.stem.startswith("_")}
    if len(files) != len(ours.pages):
        raise SystemExit(f"pages/ holds {sorted(files)}, but the app's navigation has {ours.pages}")
    default = files - set(ours.pages)
    lines = [
        f"| page | one reader, p50 ms | × empty | p95 × empty | {readers} readers, p50 ms "
        "| × empty | p95 × empty |",
        "|---|--:|--:|--:|--:|--:|--:|",
        cells("*stock empty app*", [before, after], before.pages, [before, after]),
    ]
    lines += [cells(page or "".join(default), [ours], [page], [before, after]) for page in ours.pages]
    peak = ours.crowded.peak_rss / 1e6
    floor = max(before.crowded.peak_rss, after.crowded.peak_rss) / 1e6
    memory = f"Peak memory with {readers} readers: {peak:.0f} MB; the stock empty app: {floor:.0f} MB."
    return [*lines, "", memory]


def store_runs(data: Path, repeats: int) -> list[dict[str, float]]:
    """Seconds of each step of bench/store.py, a fresh process each time."""
    command = [sys.executable, str(ROOT / "bench" / "store.py"), str(data)]
    outputs = [subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout for _ in range(repeats)]
    return [json.loads(output) for output in outputs]


def store_table(data: Path, repeats: int = 5) -> list[str]:
    runs = store_runs(data, repeats)
    seconds = {step: statistics.median(run[step] for run in runs) for step in runs[0]}
    seconds["load and build"] = statistics.median(run["load"] + run["build"] for run in runs)
    steps = {
        "parse": f"*bare C parse of the same {runs[0]['files']} files*",
        "load": "load and check",
        "build": "build the store",
        "load and build": "load, check and build",
        "load again": "load again, files unchanged",
    }
    lines = ["| step | ms | × parse |", "|---|--:|--:|"]
    for step, label in steps.items():
        lines.append(f"| {label} | {seconds[step] * 1e3:.0f} | **{seconds[step] / seconds['parse']:.2f}** |")
    return lines


def main() -> None:
    parser = options(__doc__)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--reruns", type=int, default=5, help="of each page by each of the many readers")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("LEDGER_DATA", ROOT / "data")))
    wanted = parser.parse_args()
    data = wanted.data.resolve()
    machine = f"{platform.system()}, {os.cpu_count()} cores, CPython {platform.python_version()}."
    lines = [machine, "", *page_table(data, wanted.readers, wanted.reruns), "", *store_table(data)]
    tell("results", "\n".join(lines), write=wanted.write)


if __name__ == "__main__":
    main()
