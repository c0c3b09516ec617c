"""What is wrong with claimants, groups, metrics, places and dataset.yaml, in exact words."""

import pytest

from tests.support.world import claim, statement


def test_the_world_itself_is_right(world):
    assert world.errors() == []


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "claimants.yaml",
            "side: south, kind: office",
            "side: sout, kind: office",
            'claimants.yaml:2:49  ministry: unknown side "sout"; did you mean "south"?',
        ),
        (
            "claimants.yaml",
            ", side: south, kind: office",
            ", kind: office",
            "claimants.yaml:2:3  ministry: a claimant of kind office needs a side; add one",
        ),
        (
            "claimants.yaml",
            "name: Unattributed, kind",
            "name: Unattributed, side: south, kind",
            "claimants.yaml:7:42  nobody: nobody was named, so there is no side; leave side out",
        ),
        (
            "claimants.yaml",
            "{id: police,",
            "{id: ministry,",
            "claimants.yaml:3:8  ministry: this claimant id is already used in data/claimants.yaml:2; change one",
        ),
        (
            "metrics.yaml",
            "state_of: captured, counting",
            "state_of: capturd, counting",
            'metrics.yaml:5:69  held: unknown metric "capturd"; did you mean "captured"?',
        ),
        (
            "metrics.yaml",
            "{id: wounded,",
            "{id: killed,",
            "metrics.yaml:3:8  killed: this metric id is already used in data/metrics.yaml:1; change one",
        ),
        (
            "places.yaml",
            "{id: mill,",
            "{id: harbour,",
            "places.yaml:4:8  harbour: this place id is already used in data/places.yaml:3; change one",
        ),
        (
            "places.yaml",
            "level: town, within: lakeland",
            "level: town, within: lakland",
            'places.yaml:4:65  mill: unknown place "lakland"; did you mean "lakeland"?',
        ),
        (
            "places.yaml",
            "{id: mill,",
            "{id: operation,",
            'places.yaml:4:8  operation: "operation" is reserved for the whole operation; use another id',
        ),
        (
            "places.yaml",
            "{id: mill,",
            "{id: others,",
            'places.yaml:4:8  others: "others" is reserved for places not named; use another id',
        ),
        (
            "places.yaml",
            "level: town, within: lakeland",
            "level: town, within: operation",
            'places.yaml:4:65  mill: "operation" is the operation itself; name the place or leave within out',
        ),
        (
            "places.yaml",
            "lat: 35.2, ",
            "",
            "places.yaml:4:3  mill: give lat and lon together, or neither",
        ),
        (
            "places.yaml",
            "level: area,",
            "level: area, lat: 35, lon: 136,",
            "places.yaml:5:56  north-road: an area has no coordinates; leave lat and lon out",
        ),
        (
            "groups.yaml",
            "parent: fighters}",
            "parent: fighter}",
            'groups.yaml:4:54  northern_army: unknown group "fighter"; did you mean "fighters"?',
        ),
        (
            "groups.yaml",
            "side: south, forces",
            "side: sud, forces",
            'groups.yaml:8:78  southern_forces: unknown side "sud"; there is north, observers, south, tallies',
        ),
        (
            "groups.yaml",
            "{id: vanguard,",
            "{id: fighters,",
            'groups.yaml:5:10  fighters: the id "fighters" is already used in line 3; change one',
        ),
        (
            "groups.yaml",
            "{id: named,",
            "{id: women,",
            'groups.yaml:15:10  women: the id "women" is already used in line 13; change one',
        ),
        (
            "dataset.yaml",
            "place: lakeland",
            "place: lakland",
            'dataset.yaml:5:8  unknown place "lakland"; did you mean "lakeland"?',
        ),
        (
            "dataset.yaml",
            "place: lakeland",
            "place: operation",
            'dataset.yaml:5:8  "operation" cannot lie within itself; name a place of places.yaml',
        ),
        (
            "dataset.yaml",
            "{id: tallies,",
            "{id: north,",
            'dataset.yaml:12:10  north: the id "north" is already used in line 9; change one',
        ),
        (
            "dataset.yaml",
            "{id: autumn,",
            "{id: spring,",
            'dataset.yaml:16:10  spring: the id "spring" is already used in line 14; change one',
        ),
        (
            "dataset.yaml",
            "to: 2031-03-20",
            "to: 2031-03-08",
            "dataset.yaml:14:83  spring: ends before it begins; correct one of the two",
        ),
        (
            "dataset.yaml",
            "name: Between}",
            "name: Between, names: [{claimant: ministri, name: X}]}",
            'dataset.yaml:15:53  between: unknown claimant "ministri"; did you mean "ministry"?',
        ),
        (
            "dataset.yaml",
            "name: Between}",
            "name: Between, bounds: [{claimant: polic, from: 2031-03-10, to: 2031-03-09, report: gazete}]}",
            'dataset.yaml:15:103  between: unknown report "gazete"; did you mean "gazette"?',
        ),
        (
            "dataset.yaml",
            "name: Between}",
            "name: Between, bounds: [{claimant: police, from: 2031-03-10, to: 2031-03-09}]}",
            "dataset.yaml:15:84  between: ends before it begins; correct one of the two",
        ),
    ],
)
def test_what_is_wrong(world, name, old, new, message):
    world.change(name, old, new)
    assert f"data/{message}" in world.errors()


def test_circles(world):
    world.change("places.yaml", "name: Lakeland, level: province", "name: Lakeland, level: province, within: mill")
    world.change("groups.yaml", "{id: people, name: People}", "{id: people, name: People, parent: vanguard}")
    errors = world.errors()
    assert len(errors) == 6
    within = "lies within itself by way of other places; correct within"
    assert f"data/places.yaml:1:59  lakeland: {within}" in errors
    assert f"data/places.yaml:4:65  mill: {within}" in errors
    parent = "lies within itself by way of other groups; correct parent"
    lines = {"people": "2:40", "fighters": "3:44", "northern_army": "4:54", "vanguard": "5:44"}
    assert [error for error in errors if parent in error] == [
        f"data/groups.yaml:{at}  {group}: {parent}" for group, at in lines.items()
    ]


def test_a_town_without_coordinates_is_a_warning(world):
    world.change("places.yaml", "lat: 35.2, lon: 136.2", "note: somewhere")
    assert "data/places.yaml:4:3  mill: warning: no coordinates; it will be missing from the map" in world.warnings()
    assert world.errors() == []


def test_a_folder_without_a_phase_of_that_name(world):
    world.say(statement(claim()), phase="sping")
    assert world.errors() == ['data/statements/sping/north.yaml  unknown phase "sping"; did you mean "spring"?']


def test_files_that_are_not_read_are_named(world):
    world.write("statements/north.yaml", "x")
    world.write("notes.yml", "x")
    world.write("template.yaml", "not: read")
    world.write(".hidden.yaml", "x")
    world.write("schema/x.yaml", "x")
    expected = "vocabulary at the top, reports/ and events/ by phase, statements/<phase>/<side>.yaml"
    assert [warning for warning in world.warnings() if "not read" in warning] == [
        f"data/notes.yml  warning: not read from here; expected {expected}",
        f"data/statements/north.yaml  warning: not read from here; expected {expected}",
    ]
    assert world.errors() == []


def test_without_dataset_yaml_nothing_can_be_told(world):
    (world.path / "dataset.yaml").unlink()
    assert world.errors() == [
        "data/dataset.yaml  there is no dataset.yaml; begin a folder with: python -m ledger new FOLDER"
    ]


def test_a_folder_that_is_not_there(tmp_path):
    from ledger.checks.load_dataset import load_dataset

    data = load_dataset(tmp_path / "nowhere")
    assert [str(problem) for problem in data.errors] == [
        f"{tmp_path / 'nowhere'}  there is no such data folder; name one with --data or LEDGER_DATA"
    ]
    assert (data.words, data.claims) == (None, ())


def test_a_list_where_a_record_belongs_and_the_other_way_round(world):
    world.write("places.yaml", "id: mill\n")
    world.write("groups.yaml", "- {id: people, name: People}\n")
    world.write("metrics.yaml", "- killed\n")
    assert world.errors() == [
        "data/groups.yaml:1:1  a record with fields (name: value) is expected here",
        "data/metrics.yaml:1:3  a record with fields (name: value) is expected here",
        "data/places.yaml:1:1  a list of places is expected; begin each record with '- id: …'",
    ]
