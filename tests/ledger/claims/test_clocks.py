"""The two clocks: when it was said, and which period it counts."""

from datetime import datetime

import pytest

from ledger.claims.clocks import Period, Said, begins_with_phase, read_period, read_said
from ledger.shapes.moments import is_before, midnight, read_day, read_moment, runs_backwards
from ledger.shapes.periods import Between, Covers

TOKYO = "Asia/Tokyo"
PARIS = "Europe/Paris"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "zone", "start", "end", "precision"),
    [
        ("2031-03-10", TOKYO, "2031-03-09T15:00", "2031-03-10T15:00", "day"),
        ("2031-03-10", "UTC", "2031-03-10T00:00", "2031-03-11T00:00", "day"),
        (" 2031-03-10 ", "UTC", "2031-03-10T00:00", "2031-03-11T00:00", "day"),
        # the day on which the clocks go forward has 23 hours
        ("2031-03-30", PARIS, "2031-03-29T23:00", "2031-03-30T22:00", "day"),
        ("2031-03", TOKYO, "2031-02-28T15:00", "2031-03-31T15:00", "month"),
        ("2031-12", "UTC", "2031-12-01T00:00", "2032-01-01T00:00", "month"),
        ("2031-03-10 22:10+09:00", PARIS, "2031-03-10T13:10", "2031-03-10T13:10", "time"),
        ("2031-03-10T22:10:30Z", TOKYO, "2031-03-10T22:10:30", "2031-03-10T22:10:30", "time"),
        ("2031-03-10 22:10 -03:30", TOKYO, "2031-03-11T01:40", "2031-03-11T01:40", "time"),
        ("1800-01-01", "UTC", "1800-01-01T00:00", "1800-01-02T00:00", "day"),
        ("2200-12", TOKYO, "2200-11-30T15:00", "2200-12-31T15:00", "month"),
    ],
)
def test_a_moment_is_the_stretch_in_which_it_lies(text, zone, start, end, precision):
    moment = read_moment(text, zone)
    assert (moment.start, moment.end, moment.precision) == (utc(start), utc(end), precision)


@pytest.mark.parametrize(
    "text",
    [
        *("", "today", "2031", "2031-3-10", "10.3.2031", "2031-13", "2031-00", "2031-02-29", "9999-12-31"),
        *("2031-03-10 22:10", "2031-03-10 24:01Z", "2031-03-10 22:10+25:00", "0001-01-01", "٢٠٣١-٠٣-١٠"),
        "2031-03-10\n2031-03-11",
    ],
)
def test_anything_else_is_no_moment(text):
    with pytest.raises(ValueError, match=r"."):
        read_moment(text)


def test_midnight_is_that_of_the_zone():
    assert midnight(read_day("2031-07-01"), PARIS) == utc("2031-06-30T22:00")


def test_before_at_the_coarser_precision():
    day, next_day, month = (read_moment(text) for text in ("2031-03-10", "2031-03-11", "2031-03"))
    noon, midnight_after = read_moment("2031-03-10 12:00Z"), read_moment("2031-03-11 00:00Z")
    assert is_before(day, next_day)
    assert not is_before(next_day, day)
    assert not is_before(day, day)
    assert not is_before(day, month)
    assert not is_before(noon, day)
    assert not is_before(noon, noon)
    assert is_before(noon, next_day)
    assert is_before(day, midnight_after)
    assert not is_before(midnight_after, next_day)


def test_backwards_needs_both_ends():
    assert runs_backwards("2031-03-11", "2031-03-10", TOKYO)
    assert runs_backwards("2031-03-10 12:00Z", "2031-03-10 11:59Z", TOKYO)
    assert not runs_backwards("2031-03-10", "2031-03-10", TOKYO)
    assert not runs_backwards("2031-03-10 12:00Z", "2031-03-10", "UTC")
    assert not runs_backwards(None, "2031-03-10", TOKYO)
    assert not runs_backwards("2031-03-10", None, TOKYO)


@pytest.mark.parametrize(
    ("said", "published", "found"),
    [
        ("2031-03-10", ["2031-03-01"], ("2031-03-10T00:00", "2031-03-11T00:00", "day")),
        ("2031-03-10 08:00Z", [], ("2031-03-10T08:00", "2031-03-10T08:00", "time")),
        ("2031-03", [], ("2031-03-01T00:00", "2031-04-01T00:00", "month")),
        (Between(after="2031-03-10", by="2031-03-12"), [], ("2031-03-10T00:00", "2031-03-13T00:00", "between")),
        (Between(by="2031-03-12"), ["2031-03-11"], (None, "2031-03-13T00:00", "between")),
        (Between(after="2031-03-10"), ["2031-03-11"], ("2031-03-10T00:00", None, "undated")),
        # absent: not later than the earliest report
        (None, ["2031-03-12", "2031-03-11 06:00Z", "2031-03"], (None, "2031-03-11T06:00", "not after")),
        (None, [], (None, None, "undated")),
    ],
)
def test_when_it_was_said(said, published, found):
    start, end, precision = found
    expected = Said(start and utc(start), end and utc(end), precision)
    assert read_said(said, published, "UTC") == expected


def covers(**fields) -> Covers:
    return Covers.model_validate(fields)


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        (None, None),
        ("not stated", None),
        ("2031-03-10", Period(utc("2031-03-10"), utc("2031-03-11"), "day")),
        (covers(**{"from": "2031-03-10"}), Period(utc("2031-03-10"), None, "day")),
        (covers(to="2031-03-10"), Period(None, utc("2031-03-11"), "day")),
        (covers(as_stated="past 48 hours"), Period(as_stated="past 48 hours")),
        (
            covers(**{"from": "2031-03-10 06:00Z", "to": "2031-03", "inferred": "true"}),
            Period(utc("2031-03-10T06:00"), utc("2031-04-01"), "month", None, True),
        ),
    ],
)
def test_which_period_it_counts(stated, found):
    assert read_period(stated, "UTC") == found


def test_the_phase_begins_on_a_day():
    zero = utc("2031-03-10")
    assert begins_with_phase(None, zero)
    assert begins_with_phase(Period(end=utc("2031-03-12")), zero)
    assert begins_with_phase(Period(start=utc("2031-03-10")), zero)
    assert begins_with_phase(Period(start=utc("2031-03-10T23:59")), zero)
    assert not begins_with_phase(Period(start=utc("2031-03-11")), zero)
    assert not begins_with_phase(Period(start=utc("2031-03-09T23:59")), zero)
    assert not begins_with_phase(Period(start=utc("2031-03-10")), None)
