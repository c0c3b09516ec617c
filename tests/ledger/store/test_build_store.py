"""The store: whole tables from a checked folder, constraints as a second net, read-only and closed to the outside."""

from __future__ import annotations

from datetime import datetime

import duckdb
import pytest

from ledger.store.build_store import SCHEMA, build_database, code_version, fingerprint, in_memory, read_only
from ledger.store.claim_tables import TABLES
from ledger.store.table_keys import declared
from tests.support.world import claim, lake_world, statement

CLAIM = "n-10.killed.southern_forces"


def told(world) -> None:
    """Two claimants, three days, a part, an appearance, a sum, an event."""
    part = {"of": "southern_army", "figure": 4}
    corrected = {"on": "2031-03-20", "from": 83, "to": 84, "why": "Misread."}
    appears = [{"report": "bulletin", "part": "headline", "figure": "over 80", "metric": "neutralised"}]
    settles = [{"on": "2031-03-20", "what": "names were published", "report": "bulletin"}]
    world.say(
        statement(
            claim(including=[part], appears=appears, corrected=[corrected], settles=settles),
            claim(metric="attacks", of=None, figure="dozens", places="[harbour, mill]", counting="period"),
            speaker="A. Example",
            names="[harbour, mill]",
        ),
        statement(claim(figure="more than 90"), id="n-11", said="2031-03-11"),
        statement(claim(figure=100), id="n-u", said=None, reports="undated-page"),
    )
    world.say(
        statement(claim(of="people", relies_on=CLAIM), id="w-11", claimant="wire", said="2031-03-11"), side="tallies"
    )
    world.write(
        "events/spring.yaml",
        "- {id: e, kind: attack, when: 2031-03-10 05:00+09:00, until: 2031-03-10, precision: hour,\n"
        "   what: X, places: [mill, operation], reports: gazette, according_to: ministry}\n",
    )


def rows(store: duckdb.DuckDBPyConnection, query: str, **values: object) -> list[tuple]:
    return store.execute(query, values or None).fetchall()


def test_every_table_is_filled(world):
    told(world)
    store = world.store(checked=True)
    found = {table: rows(store, f'select count(*) from "{table}"')[0][0] for table in TABLES}
    assert found == {
        "meta": 10,
        "sides": 4,
        "phases": 3,
        "claimants": 7,
        "groups": 10,
        "group_tree": 29,
        "who_words": 3,
        "metrics": 11,
        "places": 6,
        "place_tree": 16,
        "reports": 3,
        "phase_names": 0,
        "phase_bounds": 0,
        "statements": 4,
        "statement_reports": 5,
        "statement_names": 2,
        "claim_details": 6,
        "claim_places": 7,
        "claim_reliance": 1,
        "claim_settles": 1,
        "corrections": 1,
        "appearances": 7,
        "events": 1,
        "event_claimants": 1,
        "event_places": 2,
        "event_reports": 1,
        "warnings": 0,
    }


def test_schema_and_rows_name_the_same_tables():
    lines = SCHEMA.read_text().splitlines()
    assert [line.split()[2] for line in lines if line.startswith("create table")] == list(TABLES)


def test_a_claim_is_stored_as_it_is_read(world):
    told(world)
    store = world.store(checked=True)
    (row,) = store.execute("select * from claims where id = $id", {"id": CLAIM}).df().to_dict("records")
    midnight = datetime(2031, 3, 9, 15)
    expected = {
        "position": 0,
        "statement": "n-10",
        "phase": "spring",
        "claimant": "northern-command",
        "side": "north",
        "metric": "killed",
        "family": "deaths-and-more",
        "group": "southern_forces",
        "direction": "other",
        "place": "operation",
        "places": "operation",
        "and_others": False,
        "figure": "84",
        "form": "exact",
        "label": "84",
        "low": 84,
        "high": 84,
        "point": 84,
        "counting": "cumulative",
        "said_from": midnight,
        "said_to": datetime(2031, 3, 10, 15),
        "said_precision": "day",
        "covers_inferred": False,
        "is_part_within": False,
        "basis": "statement",
        "report": "gazette",
        "superseded_at": datetime(2031, 3, 11, 15),
        "file": "data/statements/spring/north.yaml",
        "line": 8,
    }
    assert {name: row[name] for name in expected} == expected


def test_moments_are_utc_and_lists_joined(world):
    told(world)
    store = world.store(checked=True)
    attacks = "select places, place, place_key, form, convention_low from claims where metric = 'attacks'"
    assert rows(store, attacks) == [("harbour|mill", None, "harbour+mill", "word", 12)]
    assert rows(store, "select id, when_from, when_to, precision from events") == [
        ("e", datetime(2031, 3, 9, 20), datetime(2031, 3, 10, 15), "hour")
    ]


def test_appearances_begin_with_the_claims_own_report(world):
    told(world)
    found = rows(
        world.store(checked=True),
        "select position, report, is_own, part, label, low, metric, note from appearances where claim = $id order by 1",
        id=CLAIM,
    )
    assert found == [
        (0, "gazette", True, None, None, None, None, None),
        (1, "bulletin", False, "headline", "more than 80", 81, "neutralised", None),
    ]


def test_sides_stand_in_their_one_order(world):
    assert rows(world.store(checked=True), "select id from sides order by position") == [
        ("north",),
        ("south",),
        ("observers",),
        ("tallies",),
    ]


def test_the_trees(world):
    store = world.store(checked=True)
    above = "select ancestor from group_tree where descendant = $group order by 1"
    assert rows(store, above, group="vanguard") == [("fighters",), ("northern_army",), ("people",), ("vanguard",)]
    within = "select ancestor from place_tree where descendant = $place order by 1"
    assert rows(store, within, place="harbour") == [
        ("harbour",),
        ("harbour-district",),
        ("lakeland",),
        ("operation",),
    ]
    assert rows(store, within, place="operation") == [("lakeland",), ("operation",)]
    assert rows(store, "select side, forces from groups where id = 'vanguard'") == [("north", True)]
    assert rows(store, "select side, forces from groups where id = 'strangers'") == [(None, True)]


def at(store: duckdb.DuckDBPyConnection, macro: str, moment: datetime | None) -> list[str]:
    found = store.execute(f"select id from {macro}($t) where metric = 'killed' order by id", {"t": moment}).fetchall()
    return [name for (name,) in found]


@pytest.mark.parametrize(
    ("moment", "said", "current"),
    [
        (datetime(2031, 3, 10, 14, 59), [], []),
        (datetime(2031, 3, 10, 15), ["n-10", "n-10 part"], ["n-10", "n-10 part"]),
        (datetime(2031, 3, 11, 14, 59), ["n-10", "n-10 part"], ["n-10", "n-10 part"]),
        (datetime(2031, 3, 11, 15), ["n-10", "n-10 part", "n-11", "w-11"], ["n-10 part", "n-11", "w-11"]),
        (None, ["n-10", "n-10 part", "n-11", "w-11"], ["n-10 part", "n-11", "w-11"]),
    ],
)
def test_what_was_said_and_what_was_current_at_a_moment(world, moment, said, current):
    told(world)
    store = world.store(checked=True)
    names = {
        "n-10": CLAIM,
        "n-10 part": "n-10.killed.southern_army",
        "n-11": "n-11.killed.southern_forces",
        "w-11": "w-11.killed.people",
    }
    assert at(store, "said_claims", moment) == sorted(names[name] for name in said)
    assert at(store, "current_claims", moment) == sorted(names[name] for name in current)


def test_period_claims_and_the_undated_are_never_current(world):
    told(world)
    store = world.store(checked=True)
    current = [name for (name,) in rows(store, "select id from current_claims(null)")]
    assert "n-10.attacks.harbour+mill" not in current
    assert "n-u.killed.southern_forces" not in current
    assert "n-u.killed.southern_forces" not in [name for (name,) in rows(store, "select id from said_claims(null)")]
    assert rows(store, "select said_precision from claims where statement = 'n-u'") == [("undated",)]


GAZETTE, FIRST = {"id": "gazette"}, {"id": CLAIM}


@pytest.mark.parametrize(
    ("table", "row", "other"),
    [
        ("claim_details", FIRST, {}),
        ("reports", GAZETTE, {}),
        ("statement_names", {"statement": "n-10", "place": "mill"}, {}),
        ("claim_details", FIRST, {"id": None}),
        ("claimants", {"id": "wire"}, {"id": "x", "side": "nobodys"}),
        ("statement_names", {"statement": "n-10", "place": "mill"}, {"place": "nowhere"}),
        ("claim_reliance", {"relies_on": CLAIM}, {"relies_on": "nothing"}),
        ("statement_reports", {"statement": "n-10", "report": "gazette"}, {"report": "gone"}),
        ("reports", GAZETTE, {"id": "x", "url": "javascript:alert(1)", "not_linked": None}),
        ("reports", GAZETTE, {"id": "x", "url": None, "not_linked": None}),
        ("claim_details", FIRST, {"id": "x", "low": 85}),
        ("claim_details", FIRST, {"id": "x", "says": "x"}),
        ("claim_details", FIRST, {"id": "x", "counting": "total"}),
        ("statements", {"id": "n-10"}, {"id": "x", "said_from": datetime(2031, 12, 31)}),
        ("sides", {"id": "north"}, {"id": "x", "role": "friend"}),
    ],
)
def test_the_second_net(world, monkeypatch, table, row, other):
    told(world)
    columns = declared(SCHEMA.read_text())[table].columns
    made = TABLES[table]

    def with_another(data):
        found = list(made(data))
        asked = [one for one in found if row.items() <= dict(zip(columns, one, strict=True)).items()]
        assert len(asked) == 1, found
        return [*found, [other.get(name, value) for name, value in zip(columns, asked[0], strict=True)]]

    data = world.load()
    assert rows(world.store(), f'select count(*) > 0 from "{table}"') == [(True,)]
    monkeypatch.setitem(TABLES, table, with_another)
    with pytest.raises(duckdb.ConstraintException):
        in_memory(data, checked=False)


def test_what_the_schema_declares_is_what_duckdb_reads_in_it():
    connection = duckdb.connect()
    connection.execute(SCHEMA.read_text())
    tables = declared(SCHEMA.read_text())
    described = connection.execute(
        "select table_name, list(column_name order by column_index) from duckdb_columns() where not internal group by 1"
    ).fetchall()
    assert {name: list(table.columns) for name, table in tables.items()} == dict(described)
    constraints = connection.execute(
        "select table_name, constraint_type, constraint_column_names, referenced_table from duckdb_constraints()"
    ).fetchall()
    keys = {name: tuple(columns) for name, kind, columns, _ in constraints if kind == "PRIMARY KEY"}
    assert {name: table.key for name, table in tables.items() if table.key} == keys
    references = {(name, column, other) for name, kind, (column, *_), other in constraints if kind == "FOREIGN KEY"}
    assert {(name, *pair) for name, table in tables.items() for pair in table.references.items()} == references


def test_the_tables_are_made_without_indexes(world):
    told(world)
    store = world.store(checked=True)
    assert rows(store, "select count(*) from duckdb_indexes()") == [(0,)]
    assert rows(store, "select distinct constraint_type from duckdb_constraints() order by all") == [
        ("CHECK",),
        ("NOT NULL",),
    ]


@pytest.fixture(scope="module")
def finished(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    """One finished store for all that try to change it: none may."""
    place = tmp_path_factory.mktemp("finished")
    told(lake_war := lake_world(place / "data"))
    path = place / "out" / "store.duckdb"
    build_database(lake_war.load(), path)
    assert [file.name for file in path.parent.iterdir()] == ["store.duckdb"]
    connection = read_only(path)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("create table x (a integer)", duckdb.InvalidInputException),
        ("delete from claim_details", duckdb.InvalidInputException),
        ("select * from read_csv('/etc/passwd')", duckdb.PermissionException),
        ("select * from '/etc/passwd'", duckdb.Error),
        ("copy claims to '/tmp/should-not-be.csv'", duckdb.PermissionException),
        ("attach '/tmp/should-not-be.duckdb'", duckdb.PermissionException),
        ("install httpfs", duckdb.Error),
        ("set enable_external_access = true", duckdb.InvalidInputException),
        ("set memory_limit = '10GB'", duckdb.InvalidInputException),
        ("set lock_configuration = false", duckdb.InvalidInputException),
    ],
)
def test_a_finished_store_is_only_read(finished, query, error):
    with pytest.raises(error):
        finished.execute(query)
    assert rows(finished, "select count(*) from claims") == [(6,)]


def test_a_store_in_memory_is_closed_to_the_outside_too(world):
    store = world.store(checked=True)
    for query in ("select * from read_csv('/etc/passwd')", "set enable_external_access = true"):
        with pytest.raises(duckdb.Error):
            store.execute(query)


def test_a_store_can_be_opened_twice_in_one_process(world, tmp_path):
    path = tmp_path / "store.duckdb"
    build_database(world.load(), path)
    first, second = read_only(path), read_only(path)
    assert rows(first, "select 1") == rows(second, "select 1")
    first.close()
    second.close()


def test_a_small_store_is_a_small_file(world, tmp_path):
    told(world)
    build_database(world.load(), tmp_path / "store.duckdb")
    assert (tmp_path / "store.duckdb").stat().st_size < 3_000_000


def test_a_folder_without_anything_said_has_a_store(world):
    assert rows(world.store(checked=True), "select count(*) from claim_details") == [(0,)]


def test_the_fingerprint_names_contents_and_code(world):
    first = world.load()
    assert fingerprint(first.version) == f"{first.version}-{code_version()}"
    world.say(statement(claim()))
    second = world.load()
    assert second.version != first.version
    world.say(statement(claim()) + "# a comment is a change of the contents\n")
    assert world.load().version not in (first.version, second.version)
    assert len({len(data.version) for data in (first, second)}) == 1


def test_the_same_folder_gives_the_same_store(world):
    told(world)
    one, two = in_memory(world.load()), in_memory(world.load())
    for table in TABLES:
        query = f'select * from "{table}" order by all'
        assert rows(one, query) == rows(two, query), table
    one.close()
    two.close()
