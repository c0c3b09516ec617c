"""A spreadsheet becomes statements: by a map, beside what is there, with a list of what found no place."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ledger.__main__ import main
from ledger.checks.load_dataset import load_dataset
from tests.support.world import World, claim, statement

MAP = """\
fields:
  phase: spring
  claimant: Southern ministry
  said: {column: day}
  covers: {column: day}
  publisher: The Bulletin
  url: https://example.org/{day}
claims:
  - {figure: {column: dead_total}, metric: killed, group: Civilians, counting: cumulative}
  - {figure: {column: hurt}, metric: wounded, group: civilians, counting: period, place: {column: town}}
"""
ROWS = "day,dead_total,hurt,town\n2031-03-10,4,,\n2031-03-11,9,3,Mills\n"


@pytest.fixture
def put(world: World, tmp_path: Path, capsys):
    """Import text as a file; gives the exit status, and what was printed."""

    def run(rows: str = ROWS, rules: str | None = MAP, *options: str, name: str = "toll.csv") -> tuple[int, str, str]:
        table = tmp_path / name
        if name.endswith(".csv"):
            table.write_text(rows, encoding="utf-8")
        given = ["import", str(table), "--into", str(world.path), *options]
        if rules is not None:
            (tmp_path / "toll.map.yaml").write_text(rules, encoding="utf-8")
            given += ["--map", str(tmp_path / "toll.map.yaml")]
        status = main(given)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def test_several_columns_of_a_row_are_several_claims_of_one_statement(world, put):
    status, out, _ = put()
    assert (status, out.splitlines()[-1]) == (0, "3 claims, 2 new statements, 2 new reports; everything was placed")
    assert (world.path / "statements/spring/south.yaml").read_text() == (
        "# yaml-language-server: $schema=../../schema/statements.json\n"
        "- id: ministry-2031-03-10\n"
        "  claimant: ministry\n"
        "  said: 2031-03-10\n"
        "  covers: 2031-03-10\n"
        "  reports: [the-bulletin-2031-03-10]\n"
        "  claims:\n"
        "    - {metric: killed, of: civilians, figure: 4}\n"
        "- id: ministry-2031-03-11\n"
        "  claimant: ministry\n"
        "  said: 2031-03-11\n"
        "  covers: 2031-03-11\n"
        "  reports: [the-bulletin-2031-03-11]\n"
        "  claims:\n"
        "    - {metric: killed, of: civilians, figure: 9, counting: cumulative}\n"
        "    - {metric: wounded, of: civilians, figure: 3, place: mill, counting: period}\n"
    )
    assert world.errors() == []


def test_an_empty_cell_is_not_stated_and_a_zero_that_is_written_is_not_placed(world, put):
    status, out, _ = put("day,dead_total,hurt,town\n2031-03-10,,,\n2031-03-11,0,,\n")
    assert status == 1 and "toll.csv row 3, column dead_total: a 0 may mean that nothing is known: map it to" in out
    assert world.claims() == {}


def test_a_second_run_adds_nothing_and_a_longer_table_only_what_is_new(world, put):
    put()
    before = {path: path.read_bytes() for path in world.path.rglob("*.yaml")}
    assert put()[1].startswith("no claims, no new statements, no new reports; 3 claims there already")
    assert {path: path.read_bytes() for path in world.path.rglob("*.yaml")} == before
    out = put(f"{ROWS}2031-03-12,11,,\n")[1]
    last = "1 claim, 1 new statement, 1 new report; 3 claims there already; everything was placed"
    assert out.splitlines()[-1] == last
    after = (world.path / "statements/spring/south.yaml").read_bytes()
    assert after.startswith(before[world.path / "statements/spring/south.yaml"])


def test_another_figure_for_a_claim_that_is_there_is_listed_and_overwrites_nothing(world, put):
    put()
    status, out, _ = put(ROWS.replace("10,4", "10,5"))
    assert status == 1
    assert out.splitlines()[0] == (
        'not placed: toll.csv row 2, column dead_total: ministry-2031-03-10.killed.civilians is there already as "4"; '
        "nothing is overwritten: correct one of the two"
    )
    assert world.claims()["ministry-2031-03-10.killed.civilians"].record.figure == 4


def test_claims_join_a_statement_that_is_there_and_every_byte_of_it_stays(world, put):
    written = (
        "# the ministry's second day; read twice\n"
        "- id: ministry-2031-03-11   # by its day\n"
        "  claimant: ministry\n"
        "  said: 2031-03-11\n"
        "  reports: gazette\n"
        "  claims:\n"
        "      - metric: outcome\n"
        "        says:   'the day was quiet'   # sic\n"
        "\n"
        "# what follows is another's\n"
        "- {id: police-2031-03-11, claimant: police, said: 2031-03-11, reports: [gazette], names: [mill]}"
    )
    world.say(written, side="south")
    status, out, _ = put()
    assert (status, out.splitlines()[-1]) == (0, "3 claims, 1 new statement, 2 new reports; everything was placed")
    text = (world.path / "statements/spring/south.yaml").read_text()
    head, tail = written.split("\n\n")
    added = (
        "      - metric: killed\n        of: civilians\n        figure: 9\n        covers: 2031-03-11\n"
        "        counting: cumulative\n        report: the-bulletin-2031-03-11\n"
    )
    assert text.startswith(f"{head}\n{added}"), text
    assert f"\n\n{tail}\n- id: ministry-2031-03-10\n" in text
    found = world.claims()
    assert found["ministry-2031-03-11.killed.civilians"].period.start.isoformat() == "2031-03-10T15:00:00"
    assert found["ministry-2031-03-11.killed.civilians"].report == "the-bulletin-2031-03-11"


def test_a_statement_without_claims_in_lines_of_their_own_is_left_to_a_hand(world, put):
    world.say("- {id: ministry-2031-03-11, claimant: ministry, reports: [gazette], names: [mill]}\n", side="south")
    status, out, _ = put()
    assert status == 1 and "ministry-2031-03-11 has no claims in lines of their own; write a first one by hand" in out
    assert list(world.claims()) == ["ministry-2031-03-10.killed.civilians"]


def test_a_statement_has_one_claimant_and_one_time(world, put):
    """Else the first row would speak for the others."""
    rules = MAP.replace("  said:", "  statement: one\n  said:")
    status, out, _ = put(ROWS, rules)
    assert status == 1
    assert "rows 3, 3" not in out
    assert "toll.csv row 3, column dead_total: row 2 gives one another claimant, time or phase; give another id" in out
    world.say("- {id: ministry-2031-03-10, claimant: ministry, said: 2031-03-09, reports: [gazette], claims: [\n",
              "    {metric: outcome, says: quiet}]}\n", side="south", phase="autumn")  # fmt: skip
    status, out, _ = put()
    assert "ministry-2031-03-10 was said at another time" in out


def test_a_dry_run_says_the_same_and_writes_nothing(world, put):
    before = sorted(path.name for path in world.path.rglob("*"))
    status, out, _ = put(ROWS, MAP, "--dry-run")
    assert (status, out.splitlines()) == (
        0,
        [
            "would write reports/spring.yaml",
            "would write statements/spring/south.yaml",
            "3 claims, 2 new statements, 2 new reports; everything was placed",
        ],
    )
    assert sorted(path.name for path in world.path.rglob("*")) == before


def test_the_checks_speak_with_row_and_column(world, put):
    """A rule that only the whole folder can tell: the period begins after it was said."""
    rules = MAP.replace("covers: {column: day}", "covers: {column: counted_on}")
    rows = "day,dead_total,hurt,town,counted_on\n2031-03-10,4,,,2031-03-10\n2031-03-11,9,,,2031-03-15\n"
    status, out, _ = put(rows, rules)
    assert status == 1
    assert out.splitlines()[0] == (
        "not placed: toll.csv row 3, column dead_total: said before the period it covers begins; correct said or covers"
    )
    assert list(world.claims()) == ["ministry-2031-03-10.killed.civilians"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("metric: killed", "metric: kiled",
         'rows 2, 3, column dead_total: unknown metric "kiled"; did you mean "killed"?'),
        ("group: Civilians", "group: nobody", 'column dead_total: unknown group "nobody"; add it to groups.yaml'),
        ("Southern ministry", "Nowhere office",
         'unknown claimant "Nowhere office"; add it to claimants.yaml, use --add'),
        ("said: {column: day}", "said: March", '"March" is not a moment'),
        ("phase: spring", "phase: winter", 'unknown phase "winter"; there is autumn, between, spring'),
    ],
)  # fmt: skip
def test_what_cannot_be_placed_is_listed_once_with_its_rows(world, put, old, new, message):
    status, out, _ = put(ROWS, MAP.replace(old, new))
    assert status == 1
    assert message in out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("column: dead_total", "column: deadtotal",
         'toll.map.yaml:9:14  unknown column "deadtotal"; did you mean "dead_total"?'),
        ("/{day}", "/{date}", 'unknown column "date"; there is day, dead_total, hurt, town'),
        ("counting:", "countng:", "toll.map.yaml:9:"),
        ("claims:\n", "clams:\n", "toll.map.yaml:"),
        ("{column: day}", "{column: day, columns: [a, b]}", "give column, or columns for a range"),
    ],
)  # fmt: skip
def test_a_wrong_map_is_told_with_line_and_column(put, old, new, message):
    status, out, err = put(ROWS, MAP.replace(old, new, 1))
    assert (status, out) == (2, "") and message in err, err


def test_a_range_is_the_recorder_s_range_and_never_its_middle(world, put):
    rules = MAP.replace("{column: dead_total}", "{columns: [low, high]}").split("  - {figure: {column: hurt}")[0]
    rows = "day,low,high,best\n2031-03-10,17,22,19\n2031-03-11,0,3,1\n2031-03-12,5,5,5\n2031-03-13,0,0,0\n"
    status, out, _ = put(rows, rules)
    assert status == 0, out
    assert [(row.figure.printed, row.figure.form) for row in world.claims().values()] == [
        ("17-22", "range"),
        ("up to 3", "at_most"),
        ("5", "exact"),
    ]
    status, out, _ = put("day,low,high\n2031-04-10,9,3\n", rules)
    assert status == 1 and 'row 2, column low/high: "9" to "3" is no range of whole numbers' in out


def test_values_translate_rows_are_left_out_with_a_reason_and_dates_are_read(world, put):
    rules = MAP.replace("{column: day}", "{column: day, read_as: day-month-year}").replace(
        "claimant: Southern ministry", "claimant: {column: source, values: {min: ministry, pol: police}}"
    ) + "skip:\n  - {column: source, values: [none], because: nobody spoke}\n"
    rows = (
        "day,dead_total,hurt,town,source\n10.3.2031,4,,,min\n11/03/2031,5,,,pol\n12.3.2031,6,,,none\n"
        "2031-03-13,7,,,min\n14.3.2031,8,,,army\n"
    )
    status, out, _ = put(rows, rules)
    assert status == 1
    assert [line for line in out.splitlines() if not line.startswith("wrote")] == [
        'not placed: toll.csv row 5, column day: "2031-03-13" is no date written as day-month-year; mend it, or change '
        "read_as in the map",
        'not placed: toll.csv row 6, column source: "army" has no meaning in the map; add it to values (min, pol)',
        "left out by the map: 1 row (nobody spoke)",
        "2 claims, 2 new statements, 2 new reports; 2 not placed",
    ]
    assert set(world.claims()) == {"ministry-2031-03-10.killed.civilians", "police-2031-03-11.killed.civilians"}


def test_excel_cells_are_read_as_they_are_meant(world, put, tmp_path):
    from datetime import datetime

    book = openpyxl.Workbook()
    for row in (["day", "dead_total", "hurt", "town"], [datetime(2031, 3, 10), 4.0, None, None]):
        book.active.append(row)
    book.save(tmp_path / "toll.xlsx")
    status, out, _ = put(name="toll.xlsx")
    assert (status, list(world.claims())) == (0, ["ministry-2031-03-10.killed.civilians"]), out


@pytest.mark.parametrize("between", [";", "\t"])
def test_a_csv_of_another_country_is_read_too(world, put, between):
    assert put("\ufeff" + ROWS.replace(",", between))[0] == 0
    assert len(world.claims()) == 3


def test_new_places_with_their_coordinates_and_new_claimants_by_add(world, put):
    rules = MAP.replace("Southern ministry", "Ferry clinic").replace(
        "  publisher:", "  claimant_side: south\n  place_lat: {column: lat}\n  place_lon: {column: lon}\n  publisher:"
    )
    rows = "day,dead_total,hurt,town,lat,lon\n2031-03-10,4,2,Old Pier,35.4,136.4\n"
    assert put(rows, rules)[0] == 1
    status, out, _ = put(rows, rules, "--add")
    assert (status, out.splitlines()[-1]) == (
        0, "2 claims, 1 new statement, 1 new report, 1 new claimant, 1 new place; everything was placed"
    )  # fmt: skip
    text = (world.path / "claimants.yaml").read_text()
    assert text.endswith("- {id: ferry-clinic, name: Ferry clinic, side: south, kind: unnamed}\n")
    assert (world.path / "places.yaml").read_text().endswith(
        "- {id: old-pier, name: Old Pier, level: town, lat: 35.4, lon: 136.4, source: toll.csv}\n"
    )


def test_a_side_names_a_file_and_must_be_one_of_the_folder(world, put):
    rules = MAP.replace("Southern ministry", "Ferry clinic")
    rules = rules.replace("  publisher:", "  claimant_side: ../../../x\n  publisher:")
    status, out, _ = put(ROWS, rules, "--add")
    assert status == 1 and 'unknown side "../../../x"' in out
    assert not list(world.path.parent.rglob("x.yaml"))


def test_a_folder_with_errors_is_left_alone(world, put):
    world.say(statement(claim(metric="kiled")))
    status, out, err = put()
    assert (status, out) == (2, "") and "mend them first, nothing was written" in err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("toll.txt", b"a", "toll.txt: not a table that is read; save it as .csv, .xlsx, .parquet"),
        ("toll.csv", b"", "toll.csv: holds nothing; the first row must name the columns"),
        ("toll.csv", b"a,a\n1,2\n", 'toll.csv: two columns are named "a"; rename one'),
        ("toll.csv", "é\n".encode("latin-1"), "toll.csv: not UTF-8; save it as CSV UTF-8"),
        ("toll.xlsx", b"no", "toll.xlsx: cannot be read as xlsx"),
        ("toll.parquet", b"no", "toll.parquet: cannot be read as parquet"),
        ("toll.csv", b"day\n", "toll.csv: no column statement; without --map the columns are those of the export"),
    ],
)
def test_a_file_that_is_no_table_is_told(world, tmp_path, capsys, name, content, message):
    (tmp_path / name).write_bytes(content)
    assert main(["import", str(tmp_path / name), "--into", str(world.path)]) == 2
    assert message in capsys.readouterr().err


def test_progress_is_shown_for_long_files(world, put):
    rows = "day,dead_total,hurt,town\n" + "".join(f"2031-03-10,,,{n}\n" for n in range(2100))
    assert put(rows)[2].splitlines() == ["row 1,000 of 2,100", "row 2,000 of 2,100"]


def test_nothing_of_a_table_becomes_yaml_of_its_own(world, put):
    """What stands in a cell is text: no key, no comment, no second record comes of it."""
    rules = MAP + "  - {says: {column: said_words}, metric: outcome}\n"
    words = "quiet: yes # no\n- id: x"
    rows = f'day,dead_total,hurt,town,said_words\n2031-03-10,,,,"{words}"\n'
    assert put(rows, rules)[0] == 0
    assert [row.says for row in load_dataset(world.path).claims] == [words]
