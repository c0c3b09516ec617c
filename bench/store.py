"""How long one fresh process takes to parse, load, build and follow an edit of a data folder: seconds, as JSON.

    python bench/store.py data

All of it happens in a copy of the folder. `parse` is the bare C parser over the same files, the least that any loader
must spend. A fresh process each time, because the loader keeps parsed files.
"""

import gc
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ledger.checks.load_dataset import load_dataset
from ledger.store.build_store import build_database


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def yaml_files(data: Path) -> list[Path]:
    return [path for path in sorted(data.rglob("*.yaml")) if path.name != "template.yaml"]


def parse(files: list[Path]) -> None:
    for path in files:
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def save(data: Path) -> None:
    """Save one file of statements with a change."""
    file = sorted(data.glob("statements/*/*.yaml"))[0]
    file.write_text(file.read_text(encoding="utf-8") + "# saved\n", encoding="utf-8")


def main() -> None:
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as home:
        data = Path(shutil.copytree(sys.argv[1], Path(home, "data")))
        files = yaml_files(data)
        seconds["files"] = len(files)
        seconds["parse"], _ = timed(lambda: parse(files))
        seconds["load"], dataset = timed(lambda: load_dataset(data))
        seconds["claims"] = len(dataset.claims)
        seconds["build"], _ = timed(lambda: build_database(dataset, Path(home, "store.duckdb")))
        seconds["load again"], _ = timed(lambda: load_dataset(data))
        save(data)
        seconds["edit"], dataset = timed(lambda: load_dataset(data))
        seconds["build again"], _ = timed(lambda: build_database(dataset, Path(home, "next.duckdb")))
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
