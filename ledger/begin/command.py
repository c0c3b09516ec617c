"""`python -m ledger new FOLDER`: its options, what it asks, what it prints."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from ledger.begin.ask import asked
from ledger.begin.beginning import ROLES, Beginning, Phase, Side, completed, read_phase, read_side, read_zone
from ledger.begin.write_folder import FolderInUse, write_folder

T = TypeVar("T", Side, Phase)
HELP = "begin another conflict: write a new data folder that checks clean"
NEXT = """
Look at it:        LEDGER_DATA={folder} make run
Then:              uncomment the first report and statement (README.md in the folder says how)
A spreadsheet:     python -m ledger import FILE.csv --into {folder} --dry-run
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be said at once; what is not said is asked."""
    parser.add_argument("folder", metavar="FOLDER", help="a folder that is not there yet, or is empty")
    parser.add_argument("--title", metavar="TEXT", help="the title of the collection")
    parser.add_argument("--timezone", metavar="ZONE", help="in which a day begins and ends, such as Asia/Tokyo")
    side_help = f"a side and its role ({', '.join(ROLES)}); once for each side; ID=NAME:ROLE to choose the id"
    parser.add_argument("--side", metavar="NAME:ROLE", action="append", default=[], help=side_help)
    phase_help = "a phase and the day of its first attack; once for each phase; the day may be left out"
    parser.add_argument("--phase", metavar="NAME:DAY", action="append", default=[], help=phase_help)
    parser.add_argument("--contact", metavar="TEXT", help="where to report a mistake: an address or a link")


def run(options: argparse.Namespace) -> int:
    """Exit status: 0 written, 1 the folder is in use, 2 something was not said or cannot be read."""
    try:
        beginning = _beginning(options)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    folder = Path(options.folder).expanduser()
    try:
        written = write_folder(folder, beginning)
    except FolderInUse as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{folder}: cannot be written to ({error.strerror})", file=sys.stderr)
        return 1
    for path in written:
        print(path)
    print(NEXT.format(folder=folder), file=sys.stderr)
    return 0


def _beginning(options: argparse.Namespace) -> Beginning:
    zone = read_zone(options.timezone) if options.timezone else None
    sides = _each(options.side, read_side)
    phases = _each(options.phase, read_phase)
    missing = [name for name, value in (("--title", options.title), ("--timezone", zone), ("--side", sides),
                                        ("--phase", phases)) if not value]  # fmt: skip
    if not missing:
        made = Beginning(options.title, zone or "", completed(sides), tuple(phases))
    elif sys.stdin.isatty():
        made = asked(options.title, zone, sides, phases, input, print)
    else:
        raise ValueError(f"nobody is there to be asked: give {', '.join(missing)} (python -m ledger new --help)")
    return Beginning(made.title, made.timezone, made.sides, made.phases, options.contact or made.contact)


def _each(texts: Iterable[str], read: Callable[[str, set[str]], T]) -> list[T]:
    found: list[T] = []
    for text in texts:
        found.append(read(text, {known.id for known in found}))
    return found
