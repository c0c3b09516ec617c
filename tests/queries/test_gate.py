"""The gate, cell by cell of design.md §5.2, with every reason in words; and the pairs pinned on the real data."""

import pytest

from charts.gate_words import VERDICTS, against, factor, reasons
from ledger.shapes.moments import read_moment
from ledger.yaml.problems import counted
from pages.parts.claims.pair_tables import factor_cell
from queries.ask_store import ask_rows
from queries.compare.questions import Question, compared, question_claims, question_pairs
from queries.side_by_side.standing_figures import sides_of
from tests.support.world import claim, statement

ZONE = "Asia/Tokyo"
DAY = "{from: 2031-03-10, to: 2031-03-10}"
TWO_DAYS = "{from: 2031-03-10, to: 2031-03-11}"
FIVE_DAYS = "{from: 2031-03-10, to: 2031-03-14}"
SIX_DAYS = "{from: 2031-03-10, to: 2031-03-15}"
INFERRED = "{from: 2031-03-10, to: 2031-03-10, inferred: true}"


def gate(world, north: str, ministry: str | None = None, *, same=None, said="2031-03-10", at=None):
    """The one pair of a world: the northern command's claim, and the ministry's or another of its own (`same`)."""
    if same:
        world.say(statement(north), statement(same, id="n-other"))
    else:
        world.say(statement(north))
        world.say(statement(ministry, id="m-10", claimant="ministry", said=said), side="south")
    return only_pair(world)


def only_pair(world):
    """The gate's row of the two claims of a world, and both claims."""
    first, second = (row[0] for row in world.store().execute("select id from claims order by position").fetchall())
    return world.gate_of(first, second)


def lines(world, north: str, ministry: str | None = None, **options) -> list[tuple[str, int, str]]:
    """What is not like for like, worst first."""
    return [(r.line, r.level, r.text) for r in against(*gate(world, north, ministry, **options), ZONE)]


def test_like_for_like_is_the_same_in_every_line(world):
    pair, a, b = gate(world, claim(covers=DAY, by="north"), claim(figure=10, covers=DAY, by="north"))
    assert pair["level"] == 0 and VERDICTS[pair["level"]] == "like for like"
    assert factor(pair["factor_low"], pair["factor_high"]) == "8.4 times"
    assert [reason.text for reason in reasons(pair, a, b, ZONE)] == [
        "both count killed",
        "the same people: Southern forces",
        "who did it: North in both",
        "the same place: whole operation",
        "the same period: 10 Mar 2031",
        "both count cumulative",
        "the same basis (statement) and form",
        "neither repeats or sums the other",
        "both as printed",
    ]


CELLS = {
    "another word between claimants": (
        claim(covers=DAY, metric="neutralised"), claim(covers=DAY),
        ("metric", 2, 'another word of the same family: "neutralised" and killed'),
    ),
    "a different thing": (
        claim(covers=DAY), claim(covers=DAY, metric="wounded"),
        ("metric", 2, "different things: killed and wounded"),
    ),
    "other words for the same group": (
        claim(covers=DAY, as_stated="soldiers"), claim(covers=DAY, as_stated="officers"),
        ("group", 1, "the same group in other words: Southern forces, “soldiers” and “officers”"),
    ),
    "words held of one only": (
        claim(covers=DAY), claim(covers=DAY, as_stated="officers"),
        ("group", 1, "the same group in other words: Southern forces, no word of its own held and “officers”"),
    ),
    "a group inside the other": (
        claim(covers=DAY), claim(covers=DAY, of="southern_army"),
        ("group", 1, "one group inside the other: Southern army inside Southern forces"),
    ),
    "some of the same group": (
        claim(covers=DAY, of="civilians", who="[women]"), claim(covers=DAY, of="civilians"),
        ("group", 1, "one group inside the other: Civilians, women inside Civilians"),
    ),
    "neither inside the other": (
        claim(covers=DAY), claim(covers=DAY, of="civilians"),
        ("group", 2, "different people: Southern forces and Civilians"),
    ),
    "who did it stated by one": (
        claim(covers=DAY, by="north"), claim(covers=DAY),
        ("by", 1, "who did it is stated by one only: North and not stated"),
    ),
    "who did it different": (
        claim(covers=DAY, by="north"), claim(covers=DAY, by="south"),
        ("by", 2, "attributed to different people: North and South"),
    ),
    "the same list and others": (
        claim(covers=DAY, places="[harbour, mill]"), claim(covers=DAY, places="[mill, harbour]", and_others=True),
        ("place", 1, "one list is open: Harbour, Mill and Harbour, Mill and others"),
    ),
    "a place inside the other": (
        claim(covers=DAY, place="harbour"), claim(covers=DAY, place="harbour-district"),
        ("place", 2, "one place inside the other: Harbour inside Harbour district"),
    ),
    "overlapping places": (
        claim(covers=DAY, place="mill"), claim(covers=DAY, places="[harbour, mill]"),
        ("place", 2, "places that overlap: Mill and Harbour, Mill"),
    ),
    "places apart": (
        claim(covers=DAY, place="mill"), claim(covers=DAY, place="harbour"),
        ("place", 2, "different places: Mill and Harbour"),
    ),
    "most of the period shared": (
        claim(covers=FIVE_DAYS), claim(covers=SIX_DAYS),
        ("period", 1, "most of the period is shared (83%): 10 Mar 2031 to 14 Mar 2031 and 10 Mar 2031 to 15 Mar 2031"),
    ),
    "a day longer is another period": (
        claim(covers=DAY), claim(covers=TWO_DAYS),
        ("period", 2, "different periods: 10 Mar 2031 and 10 Mar 2031 to 11 Mar 2031"),
    ),
    "a period inferred": (
        claim(covers=DAY), claim(covers=INFERRED),
        ("period", 1, "a period is inferred by us: 10 Mar 2031 and 10 Mar 2031, inferred"),
    ),
    "an inferred period that clashes": (
        claim(covers=TWO_DAYS), claim(covers=INFERRED),
        ("period", 2, "different periods: 10 Mar 2031 to 11 Mar 2031 and 10 Mar 2031, inferred"),
    ),
    "a period not stated": (
        claim(covers=DAY), claim(),
        ("period", 1, "a period is not stated, but both were said within 24 hours: 10 Mar 2031 and period not stated"),
    ),
    "another counting": (
        claim(covers=DAY), claim(covers=DAY, counting="period"),
        ("counting", 2, "counted differently: cumulative and period"),
    ),
    "another basis": (
        claim(covers=DAY), claim(covers=DAY, basis="bodies"),
        ("basis", 1, "on another basis: statement and bodies"),
    ),
    "another form": (
        claim(covers=DAY), claim(covers=DAY, figure="at least 10"),
        ("basis", 1, "in another form: 84 and at least 10"),
    ),
    "about": (
        claim(covers=DAY, figure="about 80"), claim(covers=DAY, figure="about 10"),
        ("basis", 1, "in another form: about 80 and about 10"),
    ),
    "a word": (
        claim(covers=DAY), claim(covers=DAY, figure="dozens"),
        ("basis", 2, "no number to divide: “84” and “dozens”"),
    ),
    "relays disagree": (
        claim(covers=DAY), claim(covers=DAY, disputed_reading=True),
        ("reading", 2, "relays of the statement disagree and no quotation is held: Southern ministry"),
    ),
}


@pytest.mark.parametrize("cell", CELLS)
def test_one_difference_gives_one_reason_that_names_both_values(world, cell):
    said = world.say_pairs({name: (north, ministry) for name, (north, ministry, _) in CELLS.items()})
    pair, a, b = world.gate_of(*said[cell])
    reason = CELLS[cell][2]
    assert [(r.line, r.level, r.text) for r in against(pair, a, b, ZONE)] == [reason]
    assert pair["level"] == reason[1]


def test_what_is_built_on_the_other_is_not_comparable_with_it(world):
    assert lines(world, claim(covers=DAY), claim(covers=DAY, relies_on="[n-10.killed.southern_forces]")) == [
        ("built", 2, "one repeats or sums the other: Southern ministry builds on Northern command")
    ]


def test_another_word_of_one_claimant_gives_reservations(world):
    assert lines(world, claim(covers=DAY), same=claim(covers=DAY, metric="neutralised"))[0] == (
        "metric", 1, 'another word of the same family: killed and "neutralised"',
    )


def test_periods_not_stated_and_said_days_apart_are_not_comparable(world):
    assert lines(world, claim(), claim(figure=10), said="2031-03-12") == [
        (
            "period",
            2,
            "a period is not stated, and they are not known to have been said within 24 hours of each other: "
            "period not stated; said 10 Mar 2031 and 12 Mar 2031",
        )
    ]


def test_two_days_are_not_known_to_lie_within_24_hours(world):
    assert lines(world, claim(), claim(figure=10), said="2031-03-11")[0][:2] == ("period", 2)


def test_a_cumulative_figure_without_an_end_is_taken_to_end_when_said(world):
    since = claim(covers="{from: 2031-03-10}", counting="cumulative")
    pair, *_ = gate(world, since, claim(covers=DAY))
    assert (pair["period_relation"], pair["level"]) == ("same", 0)


def test_our_own_count_is_blocked(world):
    ours = "{metric: killed, of: southern_forces, figure: 9, counted: ours, from: a list, covers: " + DAY + "}"
    found = lines(world, claim(covers=DAY), ours)
    assert [line for line in found if line[1] == 2] == [
        ("reading", 2, "printed nowhere, counted by us from a list: Southern ministry")
    ]


def test_the_worst_line_decides_and_the_rest_stay_named(world):
    pair, a, b = gate(world, claim(metric="neutralised", by="north", covers=INFERRED), claim(figure=10))
    assert pair["level"] == 2
    assert [(r.line, r.level) for r in against(pair, a, b, ZONE)] == [("metric", 2), ("by", 1), ("period", 1)]


def test_the_opened_gate_stamps_every_factor():
    pair = {"factor_low": 8.4, "factor_high": 8.4, "level": 2}
    assert factor_cell(pair, opened=False) == "not comparable"
    assert factor_cell(pair, opened=True) == "8.4 times, not comparable"
    assert factor_cell({**pair, "level": 1}, opened=True) == "8.4 times"
    assert [counted(1, "pair"), counted(17, "pair")] == ["1 pair", "17 pairs"]


# The real data.

STATE_DEAD = ("deaths-and-more", "security_forces", "", "bla", "operation")


@pytest.fixture
def real(real_store):
    return real_store


def pairs_of(store, question: Question, moment: str | None = None):
    t = read_moment(moment, "Asia/Karachi").end if moment else None
    claims = {row["id"]: row for row in question_claims(store, question, t).to_dict("records")}
    return claims, compared(question_pairs(store, question, t))


def pair_of(claims, pairs, first: str, second: str):
    """The pair of two claimants' figures, with what is not like for like and the factor."""
    for pair in pairs:
        a, b = claims[pair["a"]], claims[pair["b"]]
        if {a["claimant"], b["claimant"]} == {first, second}:
            found = [(reason.line, reason.level) for reason in against(pair, a, b, "Asia/Karachi")]
            return pair["level"], found, factor(pair["factor_low"], pair["factor_high"])
    raise AssertionError(f"no pair of {first} and {second}")


def test_84_against_10_on_31_january_is_blocked_by_the_word(real):
    claims, pairs = pairs_of(real, Question("phase-2", *STATE_DEAD), "2026-01-31")
    assert pair_of(claims, pairs, "bla", "interior-minister") == (
        2, [("metric", 2), ("group", 1), ("by", 1), ("period", 1)], "8.4 times",
    )


def test_130_against_14_passes_with_reservations(real):
    claims, pairs = pairs_of(real, Question("phase-1", *STATE_DEAD))
    level, found, text = pair_of(claims, pairs, "bla", "ispr")
    assert (level, text) == (1, "9.3 times")
    assert ("period", 1) in found


def test_more_than_362_against_22_passes_with_reservations(real):
    claims, pairs = pairs_of(real, Question("phase-2", *STATE_DEAD))
    level, _, text = pair_of(claims, pairs, "bla", "ispr")
    assert (level, text) == (1, "at least 16.5 times")


def test_93_against_216_is_not_comparable(real):
    claims, pairs = pairs_of(real, Question("phase-2", "deaths-and-more", "fighters", "", None, "operation"))
    level, found, _ = pair_of(claims, pairs, "bla", "ispr")
    assert level == 2
    assert ("period", 2) in found


def test_the_first_days_10_is_never_set_against_the_last_figure_of_the_other_side(real):
    claims, pairs = pairs_of(real, Question("phase-2", *STATE_DEAD))
    first = next(name for name, row in claims.items() if row["claimant"] == "interior-minister")
    last = next(name for name, row in claims.items() if row["claimant"] == "bla")
    assert (claims[first]["label"], claims[last]["label"]) == ("10", "more than 362")
    (pair,) = [pair for pair in pairs if {pair["a"], pair["b"]} == {first, last}]
    assert (pair["level"], bool(pair["is_offered"])) == (2, False)  # in no strip, however the gate stands
    rows = ask_rows(real, "compare/question_claims", **Question("phase-2", *STATE_DEAD).values(None))
    leads = [own.lead["id"] for own in sides_of(rows, ["bla", "state"], "Asia/Karachi")]
    assert leads[:2] == [last, "ispr-2026-02-05.killed.security_forces"]  # nor does it stand for its side


YEAR = "{from: 2031-03-10, to: 2032-04-12}"  # 400 days
FOUR_LATER = "{from: 2031-03-14, to: 2032-04-12}"
FIVE_LATER = "{from: 2031-03-15, to: 2032-04-12}"
MONTH = "{from: 2031-03-10, to: 2031-04-08}"
MONTH_TWO_LATER = "{from: 2031-03-12, to: 2031-04-08}"


PERIODS = {
    (YEAR, "{from: 2031-03-13, to: 2032-04-12}"): ("same", 96),
    (YEAR, FOUR_LATER): ("mostly shared", 96),  # 96 hours are not less than a hundredth of 400 days
    (YEAR, "{from: 2031-03-10, to: 2032-04-15}"): ("same", 96.72),
    (YEAR, FIVE_LATER): ("mostly shared", 96),
    (MONTH, MONTH_TWO_LATER): ("mostly shared", 24),
    (DAY, TWO_DAYS): ("different", 24),
}


@pytest.mark.parametrize("periods", PERIODS)
def test_the_tolerance_is_24_hours_or_one_hundredth_of_the_longer_period(world, periods):
    said = world.say_pairs(
        {both: (claim(covers=both[0]), claim(covers=both[1], counting="cumulative")) for both in PERIODS},
        said="2032-04-20",
    )
    pair, *_ = world.gate_of(*said[periods])
    assert (pair["period_relation"], round(pair["tolerance"], 2)) == PERIODS[periods]


def test_a_reason_names_the_tolerance(world):
    later = claim(covers="{from: 2031-03-13, to: 2032-04-12}", counting="cumulative")
    pair, a, b = gate(world, claim(covers=YEAR), later, said="2032-04-20")
    assert reasons(pair, a, b, ZONE)[4].text == (
        "the same period, both ends within 4 days: 10 Mar 2031 to 12 Apr 2032 and 13 Mar 2031 to 12 Apr 2032"
    )


@pytest.mark.parametrize(
    ("north", "south", "relation", "named"),
    [
        # 400 days after the first attack a figure of one day and one of the third day after it stand together
        ("2032-04-12", "2032-04-14", "unstated, said together", "were said within 4 days"),
        ("2032-04-12", "2032-04-18", "unstated, said apart", "known to have been said within 4 days of each other"),
        ("2031-03-12", "2031-03-14", "unstated, said apart", "known to have been said within 24 hours of each other"),
    ],
)
def test_without_a_period_the_time_since_the_first_attack_sets_the_tolerance(world, north, south, relation, named):
    world.say(statement(claim(), said=north))
    world.say(statement(claim(figure=10), id="m-10", claimant="ministry", said=south), side="south")
    pair, a, b = only_pair(world)
    assert pair["period_relation"] == relation
    assert named in reasons(pair, a, b, ZONE)[4].text
