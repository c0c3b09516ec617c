"""What is wrong with statements and single claims, in exact words."""

import pytest

from tests.support.world import claim, statement

CLAIM = "n-10.killed.southern_forces"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"metric": "kiled"}, '6:16  n-10.kiled.southern_forces: unknown metric "kiled"; did you mean "killed"?'),
        ({"metric": None}, "6:7  n-10.southern_forces: a claim needs a metric; add it"),
        ({"of": "civilian"}, '6:28  n-10.killed.civilian: unknown group "civilian"; did you mean "civilians"?'),
        ({"by": "noth"}, f'6:61  {CLAIM}.noth: unknown group or side "noth"; did you mean "north"?'),
        (
            {"who": "[women, childen]"},
            f'6:70  {CLAIM}.women+childen: unknown word of "who" "childen"; did you mean "children"?',
        ),
        ({"who": "wommen"}, f'6:62  {CLAIM}.wommen: unknown word of "who" "wommen"; did you mean "women"?'),
        ({"place": "harbor"}, f'6:64  {CLAIM}.harbor: unknown place "harbor"; did you mean "harbour"?'),
        (
            {"places": "[mill, harbor]"},
            f'6:72  {CLAIM}.mill+harbor: unknown place "harbor"; did you mean "harbour"?',
        ),
        ({"places": "[mill, mill]"}, f"6:65  {CLAIM}.mill+mill: a place is listed twice; list each once"),
        ({"of": None}, '6:7  n-10.killed: "killed" counts people; say whom with of: (a group)'),
        (
            {"complete": True},
            f"6:67  {CLAIM}: complete: true says that the parts are the whole, but there are none under including",
        ),
        (
            {"figure": None, "on": "2031-03-10"},
            f'6:49  {CLAIM}: "killed" takes no date; write figure or says',
        ),
        (
            {"metric": "ended", "of": None, "figure": 3},
            '6:31  n-10.ended: "ended" takes no number; write on (a day or time) or says',
        ),
        (
            {"metric": "outcome", "of": None, "figure": 3},
            '6:33  n-10.outcome: "outcome" takes no number; write says (our own words)',
        ),
        ({"figure": "1.500"}, f'6:53  {CLAIM}: "1.500" may mean 1500 or 1.5: write 1500, or 1.5 with its scale word'),
        ({"figure": "-3"}, f'6:53  {CLAIM}: cannot read "-3": a figure is never negative'),
        ({"figure": 1000000001}, f'6:53  {CLAIM}: "1000000001" is beyond any count of people or things; correct it'),
        (
            {"metric": "control_duration", "of": None, "figure": 3},
            '6:42  n-10.control_duration: duration "3" has no unit: add minutes, hours, days or weeks',
        ),
        (
            {"covers": "{from: 2031-03-11, to: 2031-03-10}", "counting": "period"},
            f"6:88  {CLAIM}: ends before it begins; correct one of the two",
        ),
        (
            {"covers": "2031-03-11", "counting": "period"},
            f"6:65  {CLAIM}: said before the period it covers begins; correct said or covers",
        ),
        (
            {"metric": "ended", "of": None, "figure": None, "on": "{from: 2031-03-11, to: 2031-03-10}"},
            "6:50  n-10.ended: ends before it begins; correct one of the two",
        ),
        (
            {"appears": "[{report: gazette, covers: {from: 2031-03-11, to: 2031-03-10}}]"},
            f"6:116  {CLAIM}: ends before it begins; correct one of the two",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_claim(world, fields, message):
    world.say(statement(claim(**fields)))
    assert world.errors() == [f"data/statements/spring/north.yaml:{message}"]


def test_an_unreadable_figure_lists_the_forms(world):
    world.say(statement(claim(figure="umpteen")))
    (error,) = world.errors()
    start = f'data/statements/spring/north.yaml:6:53  {CLAIM}: cannot read figure "umpteen"; write one of: 84, "1,500",'
    assert error.startswith(start)
    assert error.endswith("several, a few, dozens, scores, hundreds, thousands; none; none reported")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"claimant": "x"}, '2:13  n-10: unknown claimant "x"; add it to claimants.yaml or correct the spelling'),
        ({"claimant": "minstry"}, '2:13  n-10: unknown claimant "minstry"; did you mean "ministry"?'),
        ({"reports": "[gazete]"}, '4:13  n-10: unknown report "gazete"; did you mean "gazette"?'),
        ({"reports": "x"}, '4:12  n-10: unknown report "x"; there is bulletin, gazette, undated-page'),
        ({"names": "[mill, harbor]"}, '5:17  n-10: unknown place "harbor"; did you mean "harbour"?'),
        ({"covers": "{from: 2031-03-10, to: 2031-03-09}"}, "5:34  n-10: ends before it begins; correct one of the two"),
        ({"said": "{after: 2031-03-10, by: 2031-03-09}"}, "3:33  n-10: by is before after; correct one of the two"),
        ({"follows": "n-9"}, '5:12  n-10: unknown statement "n-9"; there is n-10'),
        ({"follows": "n-10"}, "5:12  n-10: follows itself by way of other statements; correct follows"),
        (
            {"claimant": "ministry"},
            '2:13  n-10: the claimant is of side "south" but the file is north.yaml; move the statement to south.yaml',
        ),
        (
            {"claimant": "nobody"},
            '2:13  n-10: the claimant is of side "unattributed" but the file is north.yaml; '
            "move the statement to unattributed.yaml",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_statement(world, fields, message):
    world.say(statement(claim(), **fields))
    assert f"data/statements/spring/north.yaml:{message}" in world.errors()


def test_a_side_may_have_several_files(world):
    world.say(statement(claim()), side="north-first-day")
    assert world.errors() == []


def test_follows_must_be_earlier_and_of_the_same_claimant(world):
    world.say(
        statement(claim(), follows="n-12"),
        statement(claim(), id="n-12", said="2031-03-12", follows="m"),
        statement(claim(), id="n-a", follows="n-b"),
        statement(claim(), id="n-b", follows="n-a"),
    )
    world.say(statement(claim(), id="m", claimant="ministry"), side="south")
    place = "data/statements/spring/north.yaml"
    assert world.errors() == [
        f"{place}:5:12  n-10: follows a statement that was said later; correct follows or said",
        f"{place}:12:12  n-12: follows orders statements of one claimant; this one is another's",
        f"{place}:19:12  n-a: follows itself by way of other statements; correct follows",
        f"{place}:26:12  n-b: follows itself by way of other statements; correct follows",
    ]


def test_a_statement_may_only_name_places(world):
    world.say(statement(names="[mill]"), statement(id="n-11"))
    assert world.errors() == []
    warning = "warning: has neither claims nor named places; add one or remove it"
    assert f"data/statements/spring/north.yaml:6:3  n-11: {warning}" in world.warnings()


def test_said_and_covers_compare_at_the_coarser_precision(world):
    world.say(
        statement(claim(covers="{from: 2031-03-10 20:00+09:00}")),
        statement(claim(covers="2031-03"), id="n-b", said="2031-03-10 08:00+09:00"),
        statement(claim(covers="{from: 2031-03-10 08:00+09:00}"), id="n-c", said="2031-03-10 08:00+09:00"),
    )
    errors = world.errors()
    # the month is not the day on which the phase begins, so it must say how it counts; nothing else is wrong
    assert [error.split("  ")[1].split(" is missing")[0] for error in errors] == [
        "n-b.killed.southern_forces: counting"
    ]


def test_two_claims_with_one_id_name_both_lines(world):
    world.say(statement(claim(), claim(figure=85)), statement(claim(), id="n-11"))
    assert world.errors() == [
        f"data/statements/spring/north.yaml:7:7  {CLAIM}: two claims would have this id "
        "(data/statements/spring/north.yaml:6 and line 7); add key: (a short word) to one of them"
    ]
    world.say(statement(claim(), claim(figure=85, key="later")))
    assert world.errors() == []


def test_two_statements_with_one_id(world):
    world.say(statement(claim()), statement(claim(metric="kiled")))
    assert world.errors() == [
        "data/statements/spring/north.yaml:7:7  n-10: this statement id is already used in "
        "data/statements/spring/north.yaml:1; change one",
        # the second one is checked nevertheless
        'data/statements/spring/north.yaml:12:16  n-10.kiled.southern_forces: unknown metric "kiled"; '
        'did you mean "killed"?',
    ]


def test_everything_that_is_wrong_is_told_at_once_in_order(world):
    world.change("places.yaml", "within: lakeland, lat: 35.2", "within: nowhere, lat: 35.2")
    world.say(
        statement(claim(metric="kiled"), claim(of="x", figure="lots"), claimant="comand", said="soon"),
        statement(claim(metric="kiled"), claim(by="nrth", figure="1.500"), id="n-11"),
    )
    world.write("events/spring.yaml", "- {id: e, kind: atack, when: 2031-03-10, what: X, reports: gazette}\n")
    errors = world.errors()
    assert [error.split("  ")[0] for error in errors] == [
        "data/events/spring.yaml:1:17",
        "data/places.yaml:4:65",
        "data/statements/spring/north.yaml:3:9",
        "data/statements/spring/north.yaml:13:16",
        "data/statements/spring/north.yaml:14:53",
        "data/statements/spring/north.yaml:14:64",
    ]


def test_a_statement_of_wrong_shape_stops_only_itself(world):
    wrong = statement(claim(), said="soon"), statement(claim(figure="1.500"), id="n-11")
    world.say(*wrong, statement(claim(), id="n-12"))
    data = world.load()
    assert [str(problem).split("  ")[0] for problem in data.errors] == [
        "data/statements/spring/north.yaml:3:9",
        "data/statements/spring/north.yaml:12:53",
    ]
    assert [row.id for row in data.claims] == ["n-11.killed.southern_forces", "n-12.killed.southern_forces"]


def test_what_could_not_be_read_is_not_called_unknown(world):
    world.change("reports/spring.yaml", "read: full", "read: ful")
    world.change("places.yaml", "id: mill, name: Mill", "id: mill, nam: Mill")
    world.say(statement(claim(place="mill", part_of="n-9.killed"), reports="[gazette, gazet]", follows="n-9"),
              statement(claim(), id="n-9", said="soon"))  # fmt: skip
    assert [error.split("  ")[1] for error in world.errors()] == [
        'mill: the field "name" is missing; add it',
        'mill: unknown field "nam"; did you mean "name"?',
        'gazette: unknown value of read "ful"; did you mean "full"?',
        'n-10: unknown report "gazet"; did you mean "gazette"?',
        *(error.split("  ")[1] for error in world.errors() if "not a moment" in error),
    ]


def test_a_file_that_cannot_be_read_makes_nothing_unknown(world):
    world.write("reports/spring.yaml", "- {id: gazette")
    world.write("metrics.yaml", b"\xff")
    world.write("groups.yaml", "groups: 3")
    world.say(statement(claim(by="vanguard"), claim(metric="attacks", of=None)))
    assert [error.split("  ")[0] for error in world.errors()] == [
        "data/groups.yaml:1:9",
        "data/metrics.yaml:1:1",
        "data/reports/spring.yaml:2:1",
    ]
