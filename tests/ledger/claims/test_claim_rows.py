"""From statements to claims: ids, what parts inherit, how they count."""

import pytest

from tests.support.world import claim, statement


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "n-10.killed.southern_forces"),
        ({"by": "north"}, "n-10.killed.southern_forces.north"),
        ({"who": "[women, named]"}, "n-10.killed.southern_forces.women+named"),
        ({"place": "harbour"}, "n-10.killed.southern_forces.harbour"),
        ({"place": "operation"}, "n-10.killed.southern_forces"),
        ({"places": "[mill, harbour]"}, "n-10.killed.southern_forces.mill+harbour"),
        ({"key": "first"}, "n-10.killed.southern_forces.first"),
        (
            {"who": "named", "by": "north", "places": "[mill, harbour]", "key": "x"},
            "n-10.killed.southern_forces.named.north.mill+harbour.x",
        ),
        ({"metric": "attacks", "of": None}, "n-10.attacks"),
        ({"metric": "attacks", "of": None, "and_others": True, "place": "mill"}, "n-10.attacks.mill"),
        ({"site": "a camp", "report": "bulletin"}, "n-10.killed.southern_forces"),
    ],
)
def test_an_id_says_what_the_claim_says(world, fields, name):
    world.say(statement(claim(**fields)))
    assert list(world.claims()) == [name]


def test_the_phase_is_the_folder_not_the_day_it_was_said(world):
    world.say(statement(claim(), said="2032-05-01"), phase="spring")
    assert world.claims()["n-10.killed.southern_forces"].phase == "spring"


def test_what_a_claim_says_is_read(world):
    world.say(
        statement(
            claim(figure="more than 23", by="north", who="named", places="[mill, harbour]", and_others=True)
        )
    )
    (row,) = world.claims().values()
    assert (row.claimant, row.metric, row.group, row.who, row.by) == (
        *("northern-command", "killed", "southern_forces", ("named",), "north"),
    )
    assert (row.places, row.and_others, row.report) == (("mill", "harbour"), True, "gazette")
    assert row.figure is not None
    assert (row.figure.form, row.figure.low, row.figure.high, row.figure.point) == ("more_than", 24, None, 23)


def test_parts_inherit_what_they_do_not_say(world):
    own = {"metric": "released", "of": "southern_army", "by": "vanguard", "place": "mill", "figure": 3}
    parts = [{"figure": 4, "key": "a"}, {**own, "key": "b"}]
    whole = {"metric": "captured", "by": "north", "who": "named", "places": ["harbour", "mill"], "site": "a camp"}
    world.say(statement(claim(**whole, and_others=True, report="bulletin", counting="standing", including=parts)))
    whole_row, part_row, own_row = world.claims().values()
    assert part_row.id == "n-10.captured.southern_forces.named.north.harbour+mill.a"
    for field in ("metric", "group", "who", "by", "places", "and_others", "site", "report", "counting", "period"):
        assert getattr(part_row, field) == getattr(whole_row, field), field
    assert part_row.part_of == own_row.part_of == whole_row.id
    assert own_row.id == "n-10.released.southern_army.named.vanguard.mill.b"
    # another place is another site, and is not that place and others
    assert (own_row.places, own_row.and_others, own_row.site) == (("mill",), False, None)


def test_a_part_does_not_inherit_words_and_notes(world):
    part = {"of": "southern_army", "figure": 4}
    world.say(statement(claim(as_stated="soldiers", note="A note.", printed="x", basis="names", including=[part])))
    record = world.claims()["n-10.killed.southern_army"].record
    assert (record.as_stated, record.note, record.printed, record.basis) == (None, None, None, None)


def test_parts_of_parts(world):
    inner = {"of": "fighters", "figure": 5, "including": [{"of": "vanguard", "figure": 2}]}
    world.say(statement(claim(of="people", figure=9, including=[inner])))
    rows = world.claims()
    assert {name: row.part_of for name, row in rows.items()} == {
        "n-10.killed.people": None,
        "n-10.killed.fighters": "n-10.killed.people",
        "n-10.killed.vanguard": "n-10.killed.fighters",
    }
    assert rows["n-10.killed.vanguard"].location == ("claims", 0, "including", 0, "including", 0)


def test_the_period_comes_from_the_statement_the_whole_or_the_claim(world):
    world.say(
        statement(
            claim(figure=1),
            claim(metric="wounded", figure=2, covers="not stated"),
            claim(
                metric="captured",
                figure=9,
                covers="{from: 2031-03-09, to: 2031-03-10}",
                counting="cumulative",
                including=[{"metric": "held", "figure": 3}],
            ),
            covers="2031-03-10",
        )
    )
    rows = {row.metric: row for row in world.claims().values()}
    assert rows["killed"].period.precision == "day"
    assert rows["wounded"].period is None
    assert rows["held"].period == rows["captured"].period != rows["killed"].period


@pytest.mark.parametrize(
    ("fields", "said", "counting"),
    [
        ({}, {}, "cumulative"),
        ({}, {"covers": "2031-03-10"}, "cumulative"),
        ({"covers": "{from: 2031-03-10 05:00+09:00, to: 2031-03-12}"}, {}, "cumulative"),
        ({"covers": "{to: 2031-03-12}"}, {}, "cumulative"),
        ({"covers": "{as_stated: so far}"}, {}, "cumulative"),
        ({"covers": "2031-03-09", "counting": "period"}, {}, "period"),
        ({"metric": "held"}, {}, "standing"),
        ({"metric": "held", "covers": "2031-03-09"}, {}, "standing"),
        ({"metric": "held", "counting": "cumulative"}, {}, "cumulative"),
        ({"metric": "outcome", "of": None, "figure": None, "says": "all well"}, {"covers": "2031-03-09"}, None),
        ({"metric": "control_duration", "of": None, "figure": "3 days"}, {"covers": "2031-03-09"}, None),
    ],
)
def test_how_a_claim_counts_that_does_not_say_it(world, fields, said, counting):
    world.say(statement(claim(**fields), **said))
    (row,) = world.claims().values()
    assert row.counting == counting


MISSING = (
    "counting is missing: the period does not begin with the phase, so say cumulative (since then), "
    "period (that window only) or standing (at that moment)"
)


@pytest.mark.parametrize("phase", ["spring", "between", "autumn"])
def test_counting_must_be_said_where_the_period_begins_elsewhere(world, phase):
    world.say(statement(claim(covers="2031-03-09")), phase=phase)
    assert world.errors() == [
        f"data/statements/{phase}/north.yaml:6:7  n-10.killed.southern_forces: {MISSING}"
    ]


def test_in_a_phase_without_a_beginning_any_period_needs_it(world):
    world.say(statement(claim(covers="2031-03-10")), phase="between")
    assert world.errors() == [f"data/statements/between/north.yaml:6:7  n-10.killed.southern_forces: {MISSING}"]
    world.say(statement(claim()), phase="between")
    assert world.errors() == []


def test_a_part_that_differs_by_its_period_counts_that_period_only(world):
    parts = [{"figure": 4, "covers": "2031-03-10", "key": "day"}, {"metric": "held", "figure": 1}]
    days = {"from": "2031-03-09", "to": "2031-03-10"}
    world.say(statement(claim(metric="captured", covers=days, counting="cumulative", including=parts)))
    assert [row.counting for row in world.claims().values()] == ["cumulative", "period", "standing"]


def test_claims_with_a_moment_keep_its_words(world):
    world.say(
        statement(
            "{metric: ended, on: 2031-03-12 20:00+09:00}",
            "{metric: ended, on: {from: 2031-03-12, to: 2031-03-13}, key: later}",
            "{metric: ended, on: {as_stated: by nightfall}, key: words}",
        )
    )
    rows = list(world.claims().values())
    assert [row.on_words for row in rows] == ["2031-03-12 20:00+09:00", "2031-03-12 to 2031-03-13", "by nightfall"]
    assert rows[0].on_from == rows[0].on_to
    assert rows[2].on_from is None


@pytest.mark.parametrize(
    ("claimant", "side", "group", "direction"),
    [
        ("northern-command", "north", "northern_army", "own"),
        ("northern-command", "north", "southern_police", "other"),
        ("ministry", "south", "southern_police", "own"),
        ("ministry", "south", "civilians", "none"),
        ("ministry", "south", "strangers", "none"),
        ("watch", "observers", "southern_army", "third"),
        ("wire", "tallies", "civilians", "third"),
        ("nobody", "unattributed", "fighters", "third"),
    ],
)
def test_whose_dead_a_claimant_speaks_of(world, claimant, side, group, direction):
    world.say(statement(claim(of=group), claimant=claimant), side=side)
    (row,) = world.claims().values()
    assert row.direction == direction


def test_no_group_no_direction(world):
    world.say(statement(claim(metric="attacks", of=None)))
    assert [row.direction for row in world.claims().values()] == [None]
