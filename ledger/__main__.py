"""`python -m ledger check | build | export OUT | schema | archive | new FOLDER | import FILE --into FOLDER`."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

from ledger.begin import command as begin_command
from ledger.checks.load_dataset import Dataset, load_dataset
from ledger.imports import command as import_command
from ledger.shapes.data_files import data_folder
from ledger.yaml.problems import closing_count, counted

CLOSED_PIPE = 141  # 128 + SIGPIPE, as any tool of a shell ends
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
    return {"build": _build, "export": _export, "archive": _archive}[options.command](data, options)


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
    """What the consistency checks of queries/checks/ find; whatever it is, the exit status stays 0, but 1 where a check
    cannot be used."""
    from ledger.store.build_store import in_memory
    from ledger.store.run_checks import broken_checks, findings_of, outcome_of

    store = in_memory(data)
    found, broken = findings_of(store), broken_checks(store)
    before = None
    for row in found:
        if row["check"] != before:
            print(f"\n{row['title']} ({row['check']})")
            before = row["check"]
        arises = f" [{row['arises']}]" if row["arises"] else ""
        print(f"  {outcome_of(row)}: {row['phase']} {'|'.join(row['claimants'])}: {row['arithmetic']}{arises}")
    print()
    for line in _counts_by_kind(found):
        print(line)
    for message in broken:
        print(f"queries/checks/{message}", file=sys.stderr)
    return 1 if broken else 0


def _counts_by_kind(found: list[dict]) -> Iterator[str]:
    """`arithmetic: 3 does not add up as reported, 31 cannot be told, 188 adds up, 60 could not have failed`."""
    from ledger.store.run_checks import KINDS, OUTCOMES, outcome_of

    in_order = sorted(found, key=lambda row: (OUTCOMES.index(row["outcome"]), row["trivial"]))
    for kind in KINDS:
        told = Counter(
            "could not have failed" if row["trivial"] else outcome_of(row) for row in in_order if row["kind"] == kind
        )
        yield f"{kind}: {', '.join(f'{number} {words}' for words, number in told.items()) or 'nothing found'}"


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


def _archive(data: Dataset, options: argparse.Namespace) -> int:
    """The addresses that lack a copy; given answers, or asking for them, `archived` is filled in."""
    from ledger.archive.availability import ask, copies, read_answers
    from ledger.archive.fill_reports import fill, lacking

    wanted = lacking(data)
    try:
        if options.ask:
            answers = list(ask(wanted, options.service, options.pause, lambda text: print(text, file=sys.stderr)))
        elif options.answers:
            answers = read_answers(Path(options.answers).read_text(encoding="utf-8"))
        else:
            addresses = "".join(f"{report.url}\n" for report in wanted)
            if options.out:
                Path(options.out).write_text(addresses, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{options.out}\n" if options.out else addresses)
            return 0
        filled, problems = fill(data, copies(answers))
    except (OSError, ValueError) as error:
        print(f"archive: {error}", file=sys.stderr)
        return 1
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{counted(filled, 'report')} filled in; {counted(len(wanted), 'link')} lacked a copy")
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    description = "The claims: checked, stored, exported."
    parser = argparse.ArgumentParser(prog="python -m ledger", description=description)
    commands = parser.add_subparsers(dest="command", required=True)
    helps = {
        "check": "print what is wrong with the data folder; exit 1 on errors",
        "build": "build the store that the app reads",
        "export": "write everything as CSV, Parquet and JSON with a datapackage.json",
        "schema": "write the JSON Schemas for editors",
        "archive": "list the addresses that lack a copy in a web archive, or fill the copies in",
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
        if name == "archive":
            _archive_options(command)
    for name, module in COMMANDS.items():
        module.add_arguments(commands.add_parser(name, help=module.HELP, description=module.HELP))
    return parser


def _archive_options(command: argparse.ArgumentParser) -> None:
    from ledger.archive.availability import SERVICE

    source = command.add_mutually_exclusive_group()
    source.add_argument("--answers", metavar="FILE", help="fill in from the answers of an availability service (JSON)")
    source.add_argument("--ask", action="store_true", help="ask the service on the web, then fill in")
    command.add_argument("--out", metavar="FILE", help="write the list of addresses to this file")
    command.add_argument("--service", metavar="URL", default=SERVICE, help=f"the service to ask (default: {SERVICE})")
    command.add_argument("--pause", metavar="SECONDS", type=float, default=1.0, help="between two questions")


def command() -> int:
    """`main` for a shell: whoever reads only the first lines, as `head` does, closes the pipe without harm."""
    try:
        status = main()
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is flushed at the end goes nowhere
        return CLOSED_PIPE


if __name__ == "__main__":
    sys.exit(command())
