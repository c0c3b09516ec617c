"""Every row of the table "Reading a figure", what is refused and in which words, and what always holds."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.claims.figures import (
    ACCEPTED_DURATIONS,
    ACCEPTED_FIGURES,
    Figure,
    FigureError,
    printed_words,
    read_figure,
)

COUNTS = [
    # value, form, low, high, point, convention_low, label
    (84, "exact", 84, 84, 84, None, "84"),
    (1, "exact", 1, 1, 1, None, "1"),
    (1500, "exact", 1500, 1500, 1500, None, "1,500"),
    ("1500", "exact", 1500, 1500, 1500, None, "1,500"),
    ("1,500", "exact", 1500, 1500, 1500, None, "1,500"),
    ("12,345,678", "exact", 12345678, 12345678, 12345678, None, "12,345,678"),
    ("one", "exact", 1, 1, 1, None, "1"),
    ("Seven", "exact", 7, 7, 7, None, "7"),
    ("thirteen", "exact", 13, 13, 13, None, "13"),
    ("forty", "exact", 40, 40, 40, None, "40"),
    ("twenty-two", "exact", 22, 22, 22, None, "22"),
    ("twenty two", "exact", 22, 22, 22, None, "22"),
    ("NINETY-NINE", "exact", 99, 99, 99, None, "99"),
    ("a dozen", "exact", 12, 12, 12, None, "12"),
    ("one dozen", "exact", 12, 12, 12, None, "12"),
    ("Two dozen", "exact", 24, 24, 24, None, "24"),
    ("3 dozen", "exact", 36, 36, 36, None, "36"),
    ("at least 30", "at_least", 30, None, 30, None, "at least 30"),
    ("At Least seven", "at_least", 7, None, 7, None, "at least 7"),
    ("no fewer than 30", "at_least", 30, None, 30, None, "at least 30"),
    ("30 or more", "at_least", 30, None, 30, None, "at least 30"),
    ("thirty or more", "at_least", 30, None, 30, None, "at least 30"),
    ("30+", "at_least", 30, None, 30, None, "at least 30"),
    ("1,500+", "at_least", 1500, None, 1500, None, "at least 1,500"),
    ("at least two dozen", "at_least", 24, None, 24, None, "at least 24"),
    ("more than 30", "more_than", 31, None, 30, None, "more than 30"),
    ("more than thirty", "more_than", 31, None, 30, None, "more than 30"),
    ("OVER 30", "more_than", 31, None, 30, None, "more than 30"),
    ("more than a dozen", "more_than", 13, None, 12, None, "more than 12"),
    ("more than 1", "more_than", 2, None, 1, None, "more than 1"),
    ("up to 250", "at_most", None, 250, 250, None, "up to 250"),
    ("As many as 250", "at_most", None, 250, 250, None, "up to 250"),
    ("at most 250", "at_most", None, 250, 250, None, "up to 250"),
    ("fewer than 20", "fewer_than", None, 19, 20, None, "fewer than 20"),
    ("less than twenty", "fewer_than", None, 19, 20, None, "fewer than 20"),
    ("fewer than 2", "fewer_than", None, 1, 2, None, "fewer than 2"),
    ("17-22", "range", 17, 22, None, None, "17–22"),
    ("17–22", "range", 17, 22, None, None, "17–22"),
    ("17 - 22", "range", 17, 22, None, None, "17–22"),
    ("17 – 22", "range", 17, 22, None, None, "17–22"),
    ("17 to 22", "range", 17, 22, None, None, "17–22"),
    ("Between 17 and 22", "range", 17, 22, None, None, "17–22"),
    ("two to three", "range", 2, 3, None, None, "2–3"),
    ("twenty-one–twenty-two", "range", 21, 22, None, None, "21–22"),
    ("between twenty-one and 1,500", "range", 21, 1500, None, None, "21–1,500"),
    ("about 200", "about", None, None, 200, None, "about 200"),
    ("around 200", "about", None, None, 200, None, "around 200"),
    ("Nearly 200", "about", None, None, 200, None, "nearly 200"),
    ("almost 200", "about", None, None, 200, None, "almost 200"),
    ("roughly 1500", "about", None, None, 1500, None, "roughly 1,500"),
    ("approximately 200", "about", None, None, 200, None, "approximately 200"),
    ("some twenty", "about", None, None, 20, None, "some 20"),
    ("nearly a dozen", "about", None, None, 12, None, "nearly a dozen"),
    ("About a Dozen", "about", None, None, 12, None, "about a dozen"),
    ("almost three  dozen", "about", None, None, 36, None, "almost three dozen"),
    ("several", "word", None, None, None, 3, "several"),
    ("Dozens", "word", None, None, None, 12, "dozens"),
    ("scores", "word", None, None, None, 40, "scores"),
    ("hundreds", "word", None, None, None, 100, "hundreds"),
    ("none", "none", 0, 0, 0, None, "none"),
    ("No", "none", 0, 0, 0, None, "none"),
    ("none reported", "none_reported", None, None, None, None, "none reported"),
    (" None  reported\n", "none_reported", None, None, None, None, "none reported"),
]

DURATIONS = [
    # value, length, unit, qualifier, label
    ("20 hours", 20.0, "hours", "exact", "20 hours"),
    ("six days", 6.0, "days", "exact", "six days"),
    ("40 minutes", 40.0, "minutes", "exact", "40 minutes"),
    ("two weeks", 2.0, "weeks", "exact", "two weeks"),
    ("1 hour", 1.0, "hours", "exact", "1 hour"),
    ("2.5 hours", 2.5, "hours", "exact", "2.5 hours"),
    ("About 3  Days", 3.0, "days", "about", "about 3 days"),
    ("nearly twenty hours", 20.0, "hours", "about", "nearly twenty hours"),
    ("some two dozen hours", 24.0, "hours", "about", "some two dozen hours"),
    ("more than 10 hours", 10.0, "hours", "more_than", "more than 10 hours"),
    ("over 35 hours", 35.0, "hours", "more_than", "over 35 hours"),
    ("at least eight hours", 8.0, "hours", "at_least", "at least eight hours"),
    ("8 hours or more", 8.0, "hours", "at_least", "8 hours or more"),
    ("8+ hours", 8.0, "hours", "at_least", "8+ hours"),
    ("up to a week", 1.0, "weeks", "at_most", "up to a week"),
    ("less than an hour", 1.0, "hours", "fewer_than", "less than an hour"),
]

HIDES = (
    'hides what is known: write "none" if the claimant asserts there were none, '
    '"none reported" if there was no report of any at that hour'
)
WHOLE = 'write a whole number, such as 84 or "1,500"'

REFUSED = [
    (0, f'figure "0" {HIDES}'),
    ("zero", f'figure "zero" {HIDES}'),
    ("fewer than 1", f'figure "fewer than 1" {HIDES}'),
    ("up to 0", f'figure "up to 0" {HIDES}'),
    ("0-5", 'figure "0-5" starts at 0: write up to 5'),
    (-5, 'cannot read "-5": a figure is never negative'),
    ("at least -1,500", 'cannot read "-1,500": a figure is never negative'),
    ("−5", 'cannot read "−5": a figure is never negative'),
    ("17 to -22", 'cannot read "-22": a figure is never negative'),
    ("22-17", 'figure "22-17" runs backwards: write the lower number first, 17-22'),
    ("between 22 and 17", 'figure "between 22 and 17" runs backwards: write the lower number first, 17-22'),
    ("17-17", 'figure "17-17" is a range from a number to itself: write 17'),
    ("1.500", 'cannot read "1.500": write 1500 or quote "1,500"'),
    ("1 500", 'cannot read "1 500": write 1500 or quote "1,500"'),
    ("1\u00a0500", 'cannot read "1 500": write 1500 or quote "1,500"'),
    ("more than 1'500", 'cannot read "1\'500": write 1500 or quote "1,500"'),
    ("1,00,000", 'cannot read "1,00,000": write 100000 or quote "100,000"'),
    ("1.500-2.000", 'cannot read "1.500": write 1500 or quote "1,500"'),
    ("15,00", f'cannot read "15,00": {WHOLE}'),
    ("1.5", f'cannot read "1.5": {WHOLE}'),
    ("20 hours", '"20 hours" is a duration and this metric a count: write the number alone'),
    ("about six days", '"about six days" is a duration and this metric a count: write the number alone'),
    (True, f"a figure is a whole number or words, not True; write one of: {ACCEPTED_FIGURES}"),
    (1.5, f"a figure is a whole number or words, not 1.5; write one of: {ACCEPTED_FIGURES}"),
    ([17, 22], f"a figure is a whole number or words, not [17, 22]; write one of: {ACCEPTED_FIGURES}"),
    (None, f"a figure is a whole number or words, not None; write one of: {ACCEPTED_FIGURES}"),
]

UNREAD = [
    "",
    "   ",
    "many",
    "umpteen",
    "dozen",
    "half a dozen",
    "a dozen dozen",
    "one to two dozen",
    "ten-twelve",
    "dozens of",
    "dozens of people",
    "nearly dozens",
    "84 people",
    "one hundred",
    "twenty-twelve",
    "0755",
    "at least",
    "at least 30 or more",
    "at least 17-22",
    "about over 30",
    "between 17-22",
    "17 and 22",
    "17—22",
    "30++",
    "٨٤",
    "no one",
    "not reported",
    "1,500.5",
]

REFUSED_DURATIONS = [
    (20, 'duration "20" has no unit: add minutes, hours, days or weeks'),
    ("about 3", 'duration "about 3" has no unit: add minutes, hours, days or weeks'),
    ("two months", 'duration "two months" has no unit: add minutes, hours, days or weeks'),
    ("-3 days", 'cannot read "-3": a figure is never negative'),
    ("1.500 hours", 'cannot read "1.500": write 1500 or quote "1,500"'),
    ("0 hours", f'cannot read duration "0 hours"; write one of: {ACCEPTED_DURATIONS}'),
    ("40-hour", f'cannot read duration "40-hour"; write one of: {ACCEPTED_DURATIONS}'),
    ("days", f'cannot read duration "days"; write one of: {ACCEPTED_DURATIONS}'),
    ("3 days ago", f'cannot read duration "3 days ago"; write one of: {ACCEPTED_DURATIONS}'),
    ("two to three days", f'cannot read duration "two to three days"; write one of: {ACCEPTED_DURATIONS}'),
    ("several hours", f'cannot read duration "several hours"; write one of: {ACCEPTED_DURATIONS}'),
    (2.5, f"a duration is a whole number or words, not 2.5; write one of: {ACCEPTED_DURATIONS}"),
]

Spelling = Callable[[int], str]
NUMBERS = st.integers(min_value=1, max_value=10**12)
SPELLINGS = st.sampled_from([str, "{:,}".format])


@pytest.mark.parametrize(("value", "form", "low", "high", "point", "convention_low", "label"), COUNTS)
def test_a_count_is_read_whole(
    value: int | str,
    form: str,
    low: int | None,
    high: int | None,
    point: int | None,
    convention_low: int | None,
    label: str,
) -> None:
    figure = read_figure(value)
    assert figure == Figure(str(value), form, low, high, point, convention_low, None, None, None)
    assert printed_words(figure) == label


@pytest.mark.parametrize(("value", "length", "unit", "qualifier", "label"), DURATIONS)
def test_a_duration_stays_in_its_unit(
    value: str, length: float, unit: str, qualifier: str, label: str
) -> None:
    figure = read_figure(value, duration=True)
    assert figure == Figure(value, "duration", None, None, None, None, length, unit, qualifier)
    assert printed_words(figure) == label


@pytest.mark.parametrize(("value", "message"), REFUSED)
def test_a_count_is_refused_with_the_way_to_mend_it(value: object, message: str) -> None:
    with pytest.raises(FigureError) as refusal:
        read_figure(value)
    assert str(refusal.value) == message


@pytest.mark.parametrize("value", UNREAD)
def test_anything_else_is_refused_with_the_list_of_forms(value: str) -> None:
    with pytest.raises(FigureError) as refusal:
        read_figure(value)
    assert str(refusal.value) == f'cannot read figure "{value}"; write one of: {ACCEPTED_FIGURES}'


@pytest.mark.parametrize(("value", "message"), REFUSED_DURATIONS)
def test_a_duration_is_refused_with_the_way_to_mend_it(value: object, message: str) -> None:
    with pytest.raises(FigureError) as refusal:
        read_figure(value, duration=True)
    assert str(refusal.value) == message


def test_the_lists_of_forms_are_themselves_read() -> None:
    for example in re.split("[,;] ", re.sub(r' \(.*?\)|"', "", ACCEPTED_FIGURES)):
        read_figure(example)
    for example in ACCEPTED_DURATIONS.split(", "):
        read_figure(example, duration=True)


@given(NUMBERS, SPELLINGS)
def test_an_exact_number_comes_back_from_its_own_label(number: int, spell: Spelling) -> None:
    figure = read_figure(spell(number))
    assert (figure.form, figure.low, figure.high, figure.point) == ("exact", number, number, number)
    assert printed_words(read_figure(printed_words(figure))) == f"{number:,}"
    assert read_figure(number) == read_figure(str(number))


@given(NUMBERS, SPELLINGS, st.sampled_from(["at least {}", "no fewer than {}", "{} or more", "{}+"]))
def test_a_lower_bound_never_gains_an_upper_one(number: int, spell: Spelling, words: str) -> None:
    figure = read_figure(words.format(spell(number)))
    assert (figure.form, figure.low, figure.high, figure.point) == ("at_least", number, None, number)


@given(NUMBERS, NUMBERS, st.sampled_from(["{}-{}", "{}–{}", "{} - {}", "{} to {}", "between {} and {}"]))
def test_a_range_runs_upwards_and_has_no_centre(first: int, second: int, words: str) -> None:
    if first < second:
        figure = read_figure(words.format(first, second))
        assert (figure.form, figure.low, figure.high, figure.point) == ("range", first, second, None)
    else:
        with pytest.raises(FigureError):
            read_figure(words.format(first, second))


@given(st.text(alphabet="0123456789 ,.-–+abdehmnorstuvwyz", max_size=20), st.booleans())
def test_text_is_read_or_refused_and_its_label_is_read_alike(text: str, duration: bool) -> None:
    try:
        figure = read_figure(text, duration=duration)
    except FigureError:
        return
    assert figure.printed == text
    again = read_figure(printed_words(figure), duration=duration)
    assert replace(again, printed=text) == figure


def test_every_number_word_to_ninety_nine_is_read_once() -> None:
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    words = [f"{ten}-{one}" for ten in tens for one in ones]
    assert [read_figure(word).point for word in words] == [n for n in range(21, 100) if n % 10]
