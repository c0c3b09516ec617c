"""The two public tables of docs/import go in by their maps, as docs/import/README.md says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ledger.__main__ import main
from ledger.checks.load_dataset import load_dataset
from tests.support.opened_app import PAGES
from tests.support.paths import ROOT

DOCS = ROOT / "docs" / "import"
README = (DOCS / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def daily(tmp_path_factory) -> Path:
    """The folder of the README's commands."""
    folder = tmp_path_factory.mktemp("daily") / "trial"
    sides = ["--side", "Gaza authorities:state", "--side", "Israel:state"]
    phase = ["--phase", "The war:2023-10-07"]
    assert main(["new", str(folder), "--title", "A trial", "--timezone", "Asia/Gaza", *phase, *sides]) == 0
    records = re.findall(r"(?m)^    #   (- \{.*\})$", README)
    claimants, groups = records[:2], records[2:]
    assert len(groups) == 2
    with (folder / "claimants.yaml").open("a", encoding="utf-8") as file:
        file.write("\n".join(claimants) + "\n")
    text = (folder / "groups.yaml").read_text(encoding="utf-8")
    (folder / "groups.yaml").write_text(text.replace("# Words", "".join(f"  {g}\n" for g in groups) + "# Words", 1))
    table, rules = DOCS / "casualties_daily.csv", DOCS / "daily-series.map.yaml"
    assert main(["import", str(table), "--into", str(folder), "--map", str(rules)]) == 0
    return folder


def test_a_daily_series_gives_each_office_s_figures_and_nothing_that_was_filled_in(daily):
    data = load_dataset(daily)
    assert [str(problem) for problem in data.problems] == []
    found = {row.id: row for row in data.claims}
    assert len(found) == 208 and len(data.statements) == 51
    total = found["health-ministry-2023-12-04.killed.people"]
    assert (total.figure.point, total.counting) == (15899, "cumulative")
    day = found["health-ministry-2023-12-04.killed.people.day"]
    assert (day.figure.point, day.counting) == (376, "period")
    assert found["media-office-2023-12-05.killed.journalists"].figure.point == 81
    # on that day nobody reported; 12,000 stands in the table as filled in by its makers
    assert not any("2023-11-16" in name for name in found)


@pytest.mark.parametrize("page_stem", PAGES)
def test_the_pages_open_on_it(open_app, daily, page_stem):
    assert not open_app(page_stem, daily).exception


def test_an_event_dataset_gives_the_recorder_s_ranges_and_no_best_figure(tmp_path):
    folder = tmp_path / "data"
    sides = ["--side", "Israel:state", "--side", "Palestinian groups:armed-group"]
    new = ["new", str(folder), "--title", "2002", "--timezone", "Asia/Jerusalem", "--phase", "2002:2002-01-01", *sides]
    assert main(new) == 0
    table, rules = DOCS / "events.csv", DOCS / "events.map.yaml"
    assert main(["import", str(table), "--into", str(folder), "--map", str(rules), "--add"]) == 0
    data = load_dataset(folder)
    assert [str(problem) for problem in data.problems] == []
    assert {row.claimant for row in data.claims} == {"ucdp"} and {row.counting for row in data.claims} == {"period"}
    printed = {row.statement: row.figure.printed for row in data.claims}
    assert len(printed) == 29
    assert (printed["ucdp-190838"], printed["ucdp-176423"], printed["ucdp-188355"]) == ("up to 3", "up to 1", "14")
    assert (data.words.places["gaza-city"].lat, data.words.claimants["ucdp"].kind) == (31.516667, "think_tank")
