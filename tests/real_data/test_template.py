"""data/template.yaml: every field is shown, and it loads in a tiny world."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ledger.shapes.check_record import field_names
from ledger.shapes.report_records import Event, Report
from ledger.shapes.statement_records import Statement
from ledger.yaml.strict_loader import read_yaml
from tests.support.paths import ROOT
from tests.support.world import REPORTS

TEMPLATE = ROOT / "data" / "template.yaml"
TEXT = TEMPLATE.read_text(encoding="utf-8")


@pytest.fixture
def parts() -> dict[str, Any]:
    value, problems = read_yaml(TEXT.encode(), "template.yaml")
    assert problems == []
    assert isinstance(value, dict)
    return value


def block(part: str) -> str:
    """The lines of one part, as they would stand in a file of their own."""
    lines = TEXT.split(f"\n{part}:\n")[1].split("\n")
    ends = [number for number, line in enumerate(lines) if line and not line.startswith((" ", "#"))]
    return "\n".join(lines[: ends[0] if ends else None]) + "\n"


@pytest.fixture
def filled(world):
    """The tiny world with the template's records, each side's statements in its own file."""
    world.write("reports/spring.yaml", block("reports"))
    statements = block("statements")
    north, others = statements.split("  # The other party's answer")
    south, tally = others.split("  # A sum of others' figures")
    world.write("statements/spring/north.yaml", north)
    world.write("statements/spring/south.yaml", "  # The other party's answer" + south)
    world.write("statements/spring/tallies.yaml", "  # A sum of others' figures" + tally)
    world.write("events/spring.yaml", block("events"))
    return world


def test_it_loads_without_errors_and_warnings(filled):
    data = filled.load()
    assert [str(problem) for problem in data.problems] == []
    assert len(data.claims) == 15
    assert len(data.events) == 1


def test_it_fits_into_a_store(filled):
    assert filled.store().execute("select count(*) from claims").fetchone() == (15,)


def names_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from names_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names_in(inner)


@pytest.mark.parametrize(("part", "model"), [("reports", Report), ("statements", Statement), ("events", Event)])
def test_every_field_is_shown_and_explained(parts, part, model):
    assert field_names(model) - set(names_in(parts[part])) == set()
    lines = block(part).splitlines()
    for name in field_names(model):
        shown = [at for at, line in enumerate(lines) if f"{name}:" in line.split("#")[0]]
        assert any(is_explained(lines, at) for at in shown), name


def is_explained(lines: list[str], at: int) -> bool:
    """A comment on the line or below it; a record in braces is explained as a whole, where it stands."""
    return "#" in lines[at] or "{" in lines[at] or lines[at + 1].strip().startswith("#")


def test_it_is_not_part_of_the_data():
    assert "template" not in {Path(name).stem for name in REPORTS}
    assert TEXT.startswith("# Every field of a report, a statement, a claim, an appearance and an event, explained.")
