"""What takes the place of what, at which moment (design.md §5.1)."""

from datetime import datetime

import pytest

from tests.support.world import claim, statement

NAME = "killed.southern_forces"


def day(number: int) -> datetime:
    """The end of that day of March in Tokyo, in UTC."""
    return datetime(2031, 3, number, 15)


def said(world, *told: str, side: str = "north", phase: str = "spring") -> dict[str, datetime | None]:
    """When each claim was superseded."""
    world.say(*told, side=side, phase=phase)
    data = world.load()
    assert not data.errors
    return {row.id: data.superseded.get(row.id) for row in data.claims}


def on(number: int, *claims: str, **fields: object) -> str:
    """A statement of that day of March."""
    return statement(*(claims or (claim(),)), id=f"n-{number}", said=f"2031-03-{number:02}", **fields)


def test_a_later_day_succeeds_an_earlier_one(world):
    assert said(world, on(12), on(10), on(11)) == {
        f"n-10.{NAME}": day(11),
        f"n-11.{NAME}": day(12),
        f"n-12.{NAME}": None,
    }


def test_the_first_that_is_over_succeeds_not_the_first_that_begins(world):
    month = statement(claim(), id="n-month", said="{after: 2031-03-11, by: 2031-03-20}")
    assert said(world, on(10), month, on(12)) == {
        f"n-10.{NAME}": day(12),
        f"n-month.{NAME}": None,
        f"n-12.{NAME}": None,
    }


@pytest.mark.parametrize(
    "other",
    [
        {"of": "southern_army"},
        {"who": "named"},
        {"by": "north"},
        {"place": "harbour"},
        {"places": "[harbour, mill]"},
        {"place": "operation", "and_others": True},
        {"site": "a camp"},
        {"counting": "standing"},
        {"metric": "wounded"},
    ],
)
def test_another_series_succeeds_nothing(world, other):
    assert set(said(world, on(10), on(11, claim(**other))).values()) == {None}


def test_another_claimant_succeeds_nothing(world):
    assert set(said(world, on(10, claimant="ministry"), on(11, claimant="police"), side="south").values()) == {None}


def test_another_phase_succeeds_nothing(world):
    world.say(on(10))
    world.say(on(11), phase="autumn")
    world.claims()
    assert world.load().superseded == {}


def test_another_word_of_the_family_succeeds(world):
    assert said(world, on(10, claim(metric="neutralised")), on(11)) == {
        "n-10.neutralised.southern_forces": day(11),
        f"n-11.{NAME}": None,
    }


def test_a_later_state_is_a_series_of_its_own(world):
    told = said(
        world,
        on(10, claim(metric="captured", figure=18), claim(metric="held", figure=18)),
        on(11, claim(metric="released", figure=10), claim(metric="held", figure=8)),
    )
    assert told == {
        "n-10.captured.southern_forces": None,
        "n-10.held.southern_forces": day(11),
        "n-11.released.southern_forces": None,
        "n-11.held.southern_forces": None,
    }


def test_the_same_places_in_another_order_are_the_same(world):
    told = said(world, on(10, claim(places="[harbour, mill]")), on(11, claim(places="[mill, harbour]", who=None)))
    assert told == {f"n-10.{NAME}.harbour+mill": day(11), f"n-11.{NAME}.mill+harbour": None}
    world.say(on(10, claim(place="harbour", and_others=True)))
    (row,) = world.claims().values()
    assert row.place_key == "harbour+others"


def test_the_words_for_whom_in_another_order_are_the_same(world):
    told = said(world, on(10, claim(who="[women, named]")), on(11, claim(who="[named, women]")))
    assert list(told.values()) == [day(11), None]


@pytest.mark.parametrize(("claimant", "side"), [("officer-to-wire", "south"), ("nobody", "unattributed")])
def test_the_unnamed_and_unattributed_replace_nothing(world, claimant, side):
    assert set(said(world, on(10, claimant=claimant), on(11, claimant=claimant), side=side).values()) == {None}


def test_period_claims_replace_nothing_and_are_not_replaced(world):
    of_day = claim(counting="period", covers="2031-03-11")
    assert set(said(world, on(10, claim(counting="period", covers="2031-03-10")), on(11, of_day)).values()) == {None}
    assert said(world, on(10), on(11, of_day), on(12)) == {
        f"n-10.{NAME}": day(12),
        f"n-11.{NAME}": None,
        f"n-12.{NAME}": None,
    }


def test_what_we_counted_ourselves_replaces_nothing(world):
    ours = claim(counted="ours", from_="a list")
    assert set(said(world, on(10), on(11, ours)).values()) == {None}


def test_two_statements_of_one_day_leave_both(world):
    assert said(world, on(10), statement(claim(), id="n-10-late")) == {f"n-10.{NAME}": None, f"n-10-late.{NAME}": None}


def test_file_order_never_decides(world):
    first = said(world, on(10), statement(claim(), id="n-10-late"), on(11))
    second = said(world, on(11), statement(claim(), id="n-10-late"), on(10))
    assert first == second


def test_follows_orders_two_statements_of_one_day(world):
    told = said(world, statement(claim(), id="n-10-late", follows="n-10"), on(10))
    assert told == {f"n-10-late.{NAME}": None, f"n-10.{NAME}": day(10)}


def test_follows_reaches_over_statements_that_say_nothing_of_it(world):
    between = statement(claim(metric="wounded"), id="n-10-noon", follows="n-10")
    late = statement(claim(), id="n-10-late", follows="n-10-noon")
    assert said(world, on(10), between, late)[f"n-10.{NAME}"] == day(10)


def test_follows_holds_without_a_date(world):
    told = said(world, on(10), statement(claim(), id="n-late", said=None, follows="n-10"))
    # the report that has it is dated the 11th
    assert told == {f"n-10.{NAME}": day(11), f"n-late.{NAME}": None}


def test_times_order_statements_of_one_day(world):
    def at(hour: str) -> str:
        return statement(claim(), id=f"n-{hour}", said=f"2031-03-10 {hour}:00+09:00")

    assert said(world, at("20"), at("08")) == {f"n-20.{NAME}": None, f"n-08.{NAME}": datetime(2031, 3, 10, 11)}


def test_the_same_minute_orders_nothing(world):
    at = {"said": "2031-03-10 20:00+09:00"}
    assert set(said(world, statement(claim(), **at), statement(claim(), id="n-b", **at)).values()) == {None}


def test_a_time_and_the_day_it_lies_in_order_nothing(world):
    assert set(said(world, on(10), statement(claim(), id="n-b", said="2031-03-10 20:00+09:00")).values()) == {None}


def test_a_time_and_the_days_around_it(world):
    told = said(world, on(9), statement(claim(), id="n-b", said="2031-03-10 20:00+09:00"), on(11))
    assert told == {
        f"n-9.{NAME}": datetime(2031, 3, 10, 11),
        f"n-b.{NAME}": day(11),
        f"n-11.{NAME}": None,
    }


def test_a_month_is_succeeded_after_its_end_only(world):
    later = statement(claim(), id="n-april", said="2031-04-01")
    told = said(world, statement(claim(), id="n-month", said="2031-03"), on(10), later)
    april = datetime(2031, 4, 1, 15)
    assert told == {f"n-month.{NAME}": april, f"n-10.{NAME}": april, f"n-april.{NAME}": None}


def test_what_is_known_only_by_its_report_can_be_succeeded_but_succeeds_nothing(world):
    undated = statement(claim(), id="n-undated", said=None)  # its report is of the 11th
    assert said(world, on(10), undated, on(12)) == {
        f"n-10.{NAME}": day(12),
        f"n-undated.{NAME}": day(12),
        f"n-12.{NAME}": None,
    }


def test_the_undated_takes_no_part(world):
    undated = statement(claim(), id="n-undated", said=None, reports="undated-page")
    assert said(world, on(10), undated, on(11)) == {
        f"n-10.{NAME}": day(11),
        f"n-undated.{NAME}": None,
        f"n-11.{NAME}": None,
    }


def test_parts_have_series_of_their_own(world):
    part = {"of": "southern_army", "figure": 4}
    told = said(world, on(10, claim(including=[part])), on(11), on(12, claim(of="southern_army", figure=6)))
    assert told == {
        f"n-10.{NAME}": day(11),
        "n-10.killed.southern_army": day(12),
        f"n-11.{NAME}": None,
        "n-12.killed.southern_army": None,
    }


def test_claims_of_one_statement_leave_each_other(world):
    told = said(world, on(10, claim(), claim(metric="neutralised", figure=90), claim(figure=80, key="second")))
    assert set(told.values()) == {None}


def test_texts_succeed_texts(world):
    words = "{metric: outcome, says: all is well}"
    assert list(said(world, on(10, words), on(11, words)).values()) == [day(11), None]
