"""`python -m ledger check | build | export OUT | schema | new FOLDER | import FILE --into FOLDER`."""

from __future__ import annotations

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path

from ledger.begin import command as begin_command
from ledger.checks.load_dataset import Dataset, load_dataset
from ledger.imports import command as import_command
from ledger.shapes.data_files import data_folder
from ledger.yaml.problems import closing_count, counted

# Commands that write a data folder; each has its own room.
COMMANDS = {"new": begin_command, "import": import_command}


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Exit status: 0 done, 1 errors in the data, 2 wrong use."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal need not know Urdu
    if options.command in COMMANDS:
        return COMMANDS[options.command].run(options)
    if options.command == "schema":
        from ledger.shapes.json_schemas import write_schemas

        for path in write_schemas(Path(options.out) if options.out else data_folder(options.data) / "schema"):
            print(path)
        return 0
    _say(f"reading {data_folder(options.data)}", options)
    data = load_dataset(options.data)
    if options.command == "check":
        return _check(data) or (_findings(data) if options.findings else 0)
    if data.errors:
        for problem in data.errors:
            print(problem, file=sys.stderr)
        print(f"{closing_count(data.errors)}; nothing was written", file=sys.stderr)
        return 1
    return _build(data, options) if options.command == "build" else _export(data, options)


def _say(text: str, options: argparse.Namespace) -> None:
    """Progress for people; `check` prints nothing but problems, so that its output can be compared."""
    if options.command != "check":
        print(text, file=sys.stderr)


def _check(data: Dataset) -> int:
    for problem in data.problems:
        print(problem)
    print(f"{closing_count(data.problems)} in {counted(len(data.claims), 'claim')}")
    return 1 if data.errors else 0


def _findings(data: Dataset) -> int:
    """What the consistency checks of queries/checks/ find; whatever it is, the exit status stays 0."""
    from ledger.store.build_store import in_memory
    from ledger.store.run_checks import OUTCOMES, CheckError, findings_of

    try:
        found = findings_of(in_memory(data))
    except CheckError as error:
        print(f"queries/checks/{error}", file=sys.stderr)
        return 1
    for _, rows in found.groupby("check", sort=False):
        print(f"\n{rows['title'].iloc[0]} ({rows['check'].iloc[0]})")
        for row in rows.itertuples():
            arises = f" [{row.arises}]" if row.arises else ""
            print(f"  {row.outcome}: {row.phase} {row.claimant}: {row.arithmetic}{arises}")
    counts = found["outcome"].value_counts()
    print("\n" + ", ".join(f"{counts.get(outcome, 0)} {outcome}" for outcome in OUTCOMES))
    return 0


def _build(data: Dataset, options: argparse.Namespace) -> int:
    from ledger.store.kept_stores import build_kept

    _say(f"building the store of {counted(len(data.claims), 'claim')}", options)
    path = build_kept(data)
    print(path if path else "the store folder cannot be written to; the app will build its store in memory")
    return 0


def _export(data: Dataset, options: argparse.Namespace) -> int:
    from ledger.exports.write_export import write_export

    try:
        for path in write_export(data, Path(options.out)):
            print(path)
    except OSError as error:
        print(f"{options.out}: cannot be written to ({error.strerror})", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    description = "The claims: checked, stored, exported."
    parser = argparse.ArgumentParser(prog="python -m ledger", description=description)
    commands = parser.add_subparsers(dest="command", required=True)
    helps = {
        "check": "print what is wrong with the data folder; exit 1 on errors",
        "build": "build the store that the app reads",
        "export": "write everything as CSV, Parquet and JSON with a datapackage.json",
        "schema": "write the JSON Schemas for editors",
    }
    for name, text in helps.items():
        command = commands.add_parser(name, help=text, description=text)
        help = "the data folder (default: LEDGER_DATA, else data/)"
        command.add_argument("--data", metavar="DIR", help=help)
        if name == "check":
            help = "then print what the consistency checks find"
            command.add_argument("--findings", action="store_true", help=help)
        if name == "export":
            command.add_argument("out", metavar="OUT", help="the folder to write to")
        if name == "schema":
            help = "the folder to write to (default: schema/ in the data)"
            command.add_argument("--out", metavar="DIR", help=help)
    for name, module in COMMANDS.items():
        module.add_arguments(commands.add_parser(name, help=module.HELP, description=module.HELP))
    return parser


if __name__ == "__main__":
    sys.exit(main())
