"""What every benchmark does with its table: print it, and put it into bench/README.md where asked to."""

from __future__ import annotations

import argparse
from pathlib import Path

EXPLAINED = Path(__file__).with_name("README.md")


def options(doc: str | None) -> argparse.ArgumentParser:
    """The options of a benchmark, to which it adds its own; the first line of its text says what it is."""
    parser = argparse.ArgumentParser(description=(doc or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="put the table into bench/README.md")
    return parser


def tell(name: str, table: str, *, write: bool) -> None:
    """Print a table, and with `write` put it between the markers of that name in bench/README.md."""
    print(table)
    if not write:
        return
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    head, rest = EXPLAINED.read_text(encoding="utf-8").split(begin)
    _, tail = rest.split(end)
    EXPLAINED.write_text(f"{head}{begin}\n{table}\n{end}{tail}", encoding="utf-8")
