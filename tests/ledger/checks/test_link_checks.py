"""What is wrong with what points from one record to another, in exact words."""

import pytest

from tests.support.world import claim, statement

HERE = "data/statements/spring/north.yaml"
CLAIM = "n-10.killed.southern_forces"
PART = "n-11.killed.southern_army"


def errors_of(world, *statements: str) -> list[str]:
    world.say(*statements)
    return [error.removeprefix(f"{HERE}:") for error in world.errors()]


def eleven(*claims: str, **fields: object) -> str:
    return statement(*claims, **{"id": "n-11", "said": "2031-03-11", **fields})


def test_a_part_of_an_earlier_statement(world):
    assert errors_of(world, statement(claim()), eleven(claim(of="southern_army", part_of=CLAIM))) == []
    assert world.claims()[PART].part_of == CLAIM


def test_a_part_of_nothing(world):
    part = claim(of="southern_army", part_of="n-10.kiled.southern_forces")
    assert errors_of(world, statement(claim()), eleven(part)) == [
        f'12:64  {PART}: unknown claim "n-10.kiled.southern_forces"; did you mean "{CLAIM}"?'
    ]


def test_a_part_of_another_claimants_claim(world):
    world.say(statement(claim(), id="m-10", claimant="ministry"), side="south")
    part = claim(of="southern_army", part_of="m-10.killed.southern_forces")
    assert errors_of(world, eleven(part)) == [
        f"6:64  {PART}: its whole is another claimant's (ministry); use relies_on"
    ]


def test_a_part_of_a_later_statement(world):
    part = claim(of="southern_army", part_of="n-11.killed.southern_forces")
    assert errors_of(world, statement(part), eleven(claim())) == [
        "6:64  n-10.killed.southern_army: its whole was said later; link from the later statement's parts"
    ]


def test_a_part_of_itself(world):
    one = claim(part_of="n-10.killed.southern_army")
    two = claim(of="southern_army", part_of=CLAIM)
    assert errors_of(world, statement(one, two)) == [
        f"6:66  {CLAIM}: is a part of itself by way of other claims; correct part_of",
        "7:64  n-10.killed.southern_army: is a part of itself by way of other claims; correct part_of",
    ]
    assert errors_of(world, statement(claim(part_of=CLAIM))) == [
        f"6:66  {CLAIM}: is a part of itself by way of other claims; correct part_of"
    ]


def test_a_part_of_another_metric(world):
    released = {"metric": "released", "figure": 10}
    assert errors_of(world, statement(claim(metric="captured", including=[released]))) == []
    (error,) = errors_of(world, statement(claim(including=[{"metric": "wounded", "figure": 10}])))
    assert error == (
        '6:78  n-10.wounded.southern_forces: "wounded" is no part of "killed"; '
        "only a metric whose state_of it is may be"
    )


@pytest.mark.parametrize(
    ("whole", "part", "message"),
    [
        (84, 85, "the part (85) is larger than its whole (84); correct one of the two"),
        ("up to 84", "at least 85", "the part (85) is larger than its whole (84); correct one of the two"),
        ("17-22", "more than 22", "the part (23) is larger than its whole (22); correct one of the two"),
        ("none", 1, "the part (1) is larger than its whole (0); correct one of the two"),
        (84, 84, None),
        ("at least 84", 100, None),
        ("17-22", "20-30", None),
        ("about 84", 100, None),
        (84, "up to 100", None),
        ("dozens", 100, None),
    ],
)
def test_a_part_larger_than_its_whole(world, whole, part, message):
    found = errors_of(world, statement(claim(figure=whole, including=[{"of": "southern_army", "figure": part}])))
    assert [error.split("army: ")[1] for error in found] == ([message] if message else [])


def test_a_later_breakdown_may_be_larger_than_an_earlier_whole(world):
    part = claim(of="southern_army", figure=90, part_of=CLAIM)
    assert errors_of(world, statement(claim()), eleven(part)) == []


def test_a_part_under_including_does_not_name_another_whole(world):
    part = {"of": "southern_army", "figure": 4, "part_of": "n-10.killed.people"}
    whole = claim(including=[part])
    assert errors_of(world, statement(whole, claim(of="people"))) == [
        "6:109  n-10.killed.southern_army: is a part by standing under including; leave part_of out"
    ]


def test_reliance(world):
    world.say(statement(claim(), id="m-10", claimant="ministry"), side="south")
    own = claim(relies_on="[m-10.killed.southern_forces, m-10.kiled, n-10.killed.southern_forces]")
    assert errors_of(world, statement(own)) == [
        f'6:98  {CLAIM}: unknown claim "m-10.kiled"; there is m-10.killed.southern_forces, {CLAIM}',
        f"6:110  {CLAIM}: relies on itself; correct relies_on",
    ]


def test_reliance_in_a_circle(world):
    world.say(
        statement(claim(relies_on="n-10.killed.southern_forces"), id="m-10", claimant="ministry"), side="south"
    )
    found = errors_of(world, statement(claim(relies_on="m-10.killed.southern_forces")))
    assert len(found) == 1
    assert "relies on itself by way of " in found[0]


def test_reliance_on_one_claim_twice_over_is_no_circle(world):
    both = claim(of="people", relies_on="[n-10.killed.southern_forces, n-10.killed.civilians]")
    first = claim(of="civilians", relies_on=CLAIM)
    assert errors_of(world, statement(claim(), first, both)) == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"report": "gazete"}, '76  {}: unknown report "gazete"; did you mean "gazette"?'),
        ({"report": "gazette", "metric": "kiled"}, '93  {}: unknown metric "kiled"; did you mean "killed"?'),
        ({"report": "gazette", "of": "civilian"}, '89  {}: unknown group "civilian"; did you mean "civilians"?'),
        ({"report": "gazette", "by": "nort"}, '89  {}: unknown group or side "nort"; did you mean "north"?'),
        ({"report": "gazette", "place": "mil"}, '92  {}: unknown place "mil"; did you mean "mill"?'),
        ({"report": "gazette", "places": "[mill, harbor]"}, '100  {}: unknown place "harbor"; did you mean "harbour"?'),
        (
            {"report": "gazette", "figure": "1.500"},
            '93  {}: "1.500" may mean 1500 or 1.5: write 1500, or 1.5 with its scale word',
        ),
        (
            {"report": "gazette", "metric": "control_duration", "figure": 3},
            '119  {}: duration "3" has no unit: add minutes, hours, days or weeks',
        ),
    ],
)
def test_what_is_wrong_with_an_appearance(world, fields, message):
    assert errors_of(world, statement(claim(appears=[fields]))) == [f"6:{message.format(CLAIM)}"]


def test_a_report_of_a_claim(world):
    assert errors_of(world, statement(claim(report="gazete"))) == [
        f'6:65  {CLAIM}: unknown report "gazete"; did you mean "gazette"?'
    ]


def test_former_ids(world):
    one = claim(formerly="[n-10.killed.people, old.id]")
    assert errors_of(world, statement(one, claim(of="people", formerly="old.id"))) == [
        f'6:68  {CLAIM}: the former id "n-10.killed.people" is used by a claim now; change one',
        f'7:58  n-10.killed.people: the former id "old.id" is also that of {CLAIM}; keep one',
    ]


EVENT = {"id": "e", "kind": "attack", "when": "2031-03-10", "what": "Something.", "reports": "gazette"}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"reports": "gazete"}, '5:12  e: unknown report "gazete"; did you mean "gazette"?'),
        ({"places": "[mill, harbor]"}, '6:18  e: unknown place "harbor"; did you mean "harbour"?'),
        ({"according_to": "[minstry]"}, '6:18  e: unknown claimant "minstry"; did you mean "ministry"?'),
        ({"until": "2031-03-09"}, "6:10  e: ends before it begins; correct one of the two"),
        ({"until": "2031-03-10 04:00+09:00", "when": "2031-03-10 05:00+09:00"},
         "6:10  e: ends before it begins; correct one of the two"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_event(world, fields, message):
    lines = [f"{name}: {value}" for name, value in (EVENT | fields).items()]
    world.write("events/spring.yaml", "- " + "\n  ".join(lines) + "\n")
    assert world.errors() == [f"data/events/spring.yaml:{message}"]


def test_an_event_may_end_on_the_day_it_begins(world):
    event = EVENT | {"when": "2031-03-10 05:00+09:00", "until": "2031-03-10", "places": "operation"}
    world.write("events/spring.yaml", "- " + "\n  ".join(f"{name}: {value}" for name, value in event.items()))
    assert world.errors() == []


def test_reports_that_nothing_uses_are_warnings(world):
    world.say(statement(claim(appears=[{"report": "bulletin"}])))
    assert world.warnings() == [
        "data/reports/spring.yaml:3:3  undated-page: warning: no statement or event uses this report; use or remove it"
    ]
    # where a file of statements cannot be read, nobody can tell
    world.write("statements/spring/south.yaml", "- [")
    assert world.warnings() == []
