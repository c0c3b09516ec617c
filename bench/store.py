"""How long one fresh process takes to parse, load and build a data folder: seconds, as JSON.

    python bench/store.py data

`parse` is the bare C parser over the same files, the least that any loader must spend. A fresh
process each time, because the loader keeps parsed files.
"""

import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ledger.load import load_dataset
from ledger.store import build_database


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


def main() -> None:
    data = Path(sys.argv[1])
    files = yaml_files(data)
    seconds = {"files": len(files)}
    with tempfile.TemporaryDirectory() as folder:
        seconds["parse"], _ = timed(lambda: parse(files))
        seconds["load"], dataset = timed(lambda: load_dataset(data))
        seconds["build"], _ = timed(lambda: build_database(dataset, Path(folder) / "store.duckdb"))
        seconds["load again"], _ = timed(lambda: load_dataset(data))
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
