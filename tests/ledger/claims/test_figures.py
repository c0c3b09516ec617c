"""Every row of the table "Reading a figure", what is refused and in which words, and what always holds."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.claims.counts import ACCEPTED_FIGURES
from ledger.claims.durations import ACCEPTED_DURATIONS
from ledger.claims.figure_phrases import CLOSERS, OPENERS
from ledger.claims.figures import (
    Figure,
    FigureError,
    printed_words,
    read_figure,
)
from ledger.claims.shares import ACCEPTED_SHARES

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
    ("half a dozen", "exact", 6, 6, 6, None, "6"),
    ("one hundred", "exact", 100, 100, 100, None, "100"),
    ("a hundred", "exact", 100, 100, 100, None, "100"),
    ("one hundred and eight", "exact", 108, 108, 108, None, "108"),
    ("twelve hundred", "exact", 1200, 1200, 1200, None, "1,200"),
    ("three thousand five hundred and six", "exact", 3506, 3506, 3506, None, "3,506"),
    ("two lakh fifty thousand and ten", "exact", 250010, 250010, 250010, None, "250,010"),
    ("1 500", "exact", 1500, 1500, 1500, None, "1,500"),
    ("1\u00a0500", "exact", 1500, 1500, 1500, None, "1,500"),
    ("1\u202f234\u202f567", "exact", 1234567, 1234567, 1234567, None, "1,234,567"),
    ("1'500", "exact", 1500, 1500, 1500, None, "1,500"),
    ("1’500", "exact", 1500, 1500, 1500, None, "1,500"),
    ("1,00,000", "exact", 100000, 100000, 100000, None, "100,000"),
    ("12,34,56,789", "exact", 123456789, 123456789, 123456789, None, "123,456,789"),
    ("۱۰۸", "exact", 108, 108, 108, None, "108"),
    ("१,५००", "exact", 1500, 1500, 1500, None, "1,500"),
    ("at least ٨٤", "at_least", 84, None, 84, None, "at least 84"),
    ("no less than 30", "at_least", 30, None, 30, None, "at least 30"),
    ("upwards of 30", "at_least", 30, None, 30, None, "at least 30"),
    ("≥30", "at_least", 30, None, 30, None, "at least 30"),
    ("30 plus", "at_least", 30, None, 30, None, "at least 30"),
    ("at least 17-22", "at_least", 17, None, 17, None, "at least 17–22"),
    ("20 to 30 or more", "at_least", 20, None, 20, None, "at least 20–30"),
    ("up to 20-30", "at_most", None, 30, 30, None, "up to 20–30"),
    ("at least 1.5 lakh", "at_least", 150000, None, 150000, None, "at least 150,000"),
    ("more than a hundred", "more_than", 101, None, 100, None, "more than 100"),
    ("slightly more than 30", "more_than", 31, None, 30, None, "more than 30"),
    ("in excess of 30", "more_than", 31, None, 30, None, "more than 30"),
    (">30", "more_than", 31, None, 30, None, "more than 30"),
    ("no more than 250", "at_most", None, 250, 250, None, "up to 250"),
    ("just under 20", "fewer_than", None, 19, 20, None, "fewer than 20"),
    ("two or three", "range", 2, 3, None, None, "2–3"),
    ("two or three dozen", "range", 24, 36, None, None, "24–36"),
    ("one to two dozen", "range", 12, 24, None, None, "12–24"),
    ("2 to 3 million", "range", 2000000, 3000000, None, None, "2,000,000–3,000,000"),
    ("500 to 1 thousand", "range", 500, 1000, None, None, "500–1,000"),
    ("between one hundred and eight and two hundred", "range", 108, 200, None, None, "108–200"),
    ("from 17 to 22", "range", 17, 22, None, None, "17–22"),
    ("anywhere from 17 to 22", "range", 17, 22, None, None, "17–22"),
    ("17—22", "range", 17, 22, None, None, "17–22"),
    ("more than 20 but fewer than 30", "range", 21, 29, None, None, "21–29"),
    ("at least 20 but no more than 30", "range", 20, 30, None, None, "20–30"),
    ("some 14,000", "about", None, None, 14000, None, "some 14,000"),
    ("an estimated 200", "about", None, None, 200, None, "an estimated 200"),
    ("close to 200", "about", None, None, 200, None, "close to 200"),
    ("approx. 200", "about", None, None, 200, None, "approx. 200"),
    ("c.200", "about", None, None, 200, None, "c. 200"),
    ("~ 200", "about", None, None, 200, None, "~200"),
    ("200 or so", "about", None, None, 200, None, "200 or so"),
    ("200-odd", "about", None, None, 200, None, "200-odd"),
    ("1.2 million", "about", None, None, 1200000, None, "1.2 million"),
    ("1.2m", "about", None, None, 1200000, None, "1.2m"),
    ("35 thousand", "about", None, None, 35000, None, "35 thousand"),
    ("2 lakh", "about", None, None, 200000, None, "2 lakh"),
    ("two thousand", "about", None, None, 2000, None, "two thousand"),
    ("half a million", "about", None, None, 500000, None, "half a million"),
    ("almost five and a half million", "about", None, None, 5500000, None, "almost five and a half million"),
    ("many", "word", None, None, None, None, "many"),
    ("a couple", "word", None, None, None, 2, "a couple"),
    ("a handful", "word", None, None, None, 3, "a handful"),
    ("several dozen", "word", None, None, None, 36, "several dozen"),
    ("tens of thousands", "word", None, None, None, 10000, "tens of thousands"),
    ("hundreds of thousands", "word", None, None, None, 100000, "hundreds of thousands"),
    (0, "none", 0, 0, 0, None, "none"),
    ("zero", "none", 0, 0, 0, None, "none"),
    ("nil", "none", 0, 0, 0, None, "none"),
    ("nobody", "none", 0, 0, 0, None, "none"),
    ("no casualties", "none", 0, 0, 0, None, "none"),
    ("no reports of casualties", "none_reported", None, None, None, None, "none reported"),
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
BEYOND = "is beyond any count of people or things; correct it"
MORE, WHOM = "holds more than a figure", ", and whom or what it counts in of: and who:"
WHOLE = 'write a whole number, such as 84 or "1,500"'

REFUSED = [
    ("at least 0", f'figure "at least 0" {HIDES}'),
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
    ("1.500", '"1.500" may mean 1500 or 1.5: write 1500, or 1.5 with its scale word'),
    ("1.500-2.000", '"1.500" may mean 1500 or 1.5: write 1500, or 1.5 with its scale word'),
    ("1.234.567", 'cannot read "1.234.567": write 1234567 or quote "1,234,567"'),
    ("99999999999999999999", f'"99999999999999999999" {BEYOND}'),
    (1_000_000_001, f'"1000000001" {BEYOND}'),
    ("at least 101 crore", f'"at least 101 crore" {BEYOND}'),
    ("2-1000000001", f'"2-1000000001" {BEYOND}'),
    ("more than 20 but fewer than 2000000000", f'"more than 20 but fewer than 2000000000" {BEYOND}'),
    ("84 soldiers", f'"84 soldiers" {MORE}: write 84{WHOM}'),
    ("Civilians: 84", 'cannot read figure "Civilians: 84"; write one of: ' + ACCEPTED_FIGURES),
    ("at least 1,500 people", f'"at least 1,500 people" {MORE}: write "at least 1,500"{WHOM}'),
    ("dozens of people", f'"dozens of people" {MORE}: write dozens{WHOM}'),
    ("dozens of", f'"dozens of" {MORE}: write dozens{WHOM}'),
    ("another 20", '"another 20" counts only what is new: write 20 with counting: period'),
    ("20 more", '"20 more" counts only what is new: write 20 with counting: period'),
    ("unknown", '"unknown" is no figure: leave the claim out, not stated is not zero'),
    ("about over 30", '"about over 30" says its bound twice: write over 30, and the rest in note'),
    ("at least 30 or more", '"at least 30 or more" says its bound twice: write 30 or more, and the rest in note'),
    ("some 20-30", '"some 20-30" hedges a range, which is open already: write 20-30, and the rest in note'),
    ("more then 30", 'cannot read figure "more then 30"; did you mean "more than 30"?'),
    ("atleast 30", 'cannot read figure "atleast 30"; did you mean "at least 30"?'),
    ("severl", 'cannot read figure "severl"; did you mean "several"?'),
    ("60%", '"60%" is a share and this metric a count: use a metric with value: share'),
    ("more than 20 but fewer than 22", 'figure "more than 20 but fewer than 22" leaves one number: write 21'),
    ("more than 20 but fewer than 21", 'figure "more than 20 but fewer than 21" leaves none: correct it'),
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
    "umpteen",
    "a dozen dozen",
    "ten-twelve",
    "twenty-twelve",
    "0755",
    "at least",
    "17 and 22",
    "30++",
    "1,500.5",
]

REFUSED_DURATIONS = [
    (20, 'duration "20" has no unit: add minutes, hours, days or weeks'),
    ("about 3", 'duration "about 3" has no unit: add minutes, hours, days or weeks'),
    ("two months", 'duration "two months" has no unit: add minutes, hours, days or weeks'),
    ("-3 days", 'cannot read "-3": a figure is never negative'),
    ("1.500 hours", '"1.500" may mean 1500 or 1.5: write 1500, or 1.5 with its scale word'),
    ("0 hours", f'cannot read duration "0 hours"; write one of: {ACCEPTED_DURATIONS}'),
    ("40-hour", f'cannot read duration "40-hour"; write one of: {ACCEPTED_DURATIONS}'),
    ("99999999999999999999 days", '"99999999999999999999 days" is beyond any length of time; correct it'),
    ("days", f'cannot read duration "days"; write one of: {ACCEPTED_DURATIONS}'),
    ("3 days ago", f'cannot read duration "3 days ago"; write one of: {ACCEPTED_DURATIONS}'),
    ("two to three days", f'cannot read duration "two to three days"; write one of: {ACCEPTED_DURATIONS}'),
    ("several hours", f'cannot read duration "several hours"; write one of: {ACCEPTED_DURATIONS}'),
    (2.5, f"a duration is a whole number or words, not 2.5; write one of: {ACCEPTED_DURATIONS}"),
]

Spelling = Callable[[int], str]
NUMBERS = st.integers(min_value=1, max_value=10**9)
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
    figure = read_figure(value, kind="duration")
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
        read_figure(value, kind="duration")
    assert str(refusal.value) == message


def test_the_lists_of_forms_are_themselves_read() -> None:
    for example in re.split("[,;] ", re.sub(r' \(.*?\)|"', "", ACCEPTED_FIGURES)):
        read_figure(example)
    for example in ACCEPTED_DURATIONS.split(", "):
        read_figure(example, kind="duration")


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
        figure = read_figure(text, "duration" if duration else "count")
    except FigureError:
        return
    assert figure.printed == text
    again = read_figure(printed_words(figure), "duration" if duration else "count")
    assert replace(again, printed=text) == figure


def test_every_number_word_to_ninety_nine_is_read_once() -> None:
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    words = [f"{ten}-{one}" for ten in tens for one in ones]
    assert [read_figure(word).point for word in words] == [n for n in range(21, 100) if n % 10]


SHARES = [
    # value, form, low, high, point, label
    ("60%", "exact", 60, 60, 60, "60 %"),
    ("60 percent", "exact", 60, 60, 60, "60 %"),
    ("sixty per cent", "exact", 60, 60, 60, "60 %"),
    ("۶۰٪", "exact", 60, 60, 60, "60 %"),
    ("45.6%", "exact", 45, 46, 46, "45.6 %"),
    ("more than 70 per cent", "more_than", 70, 100, 70, "more than 70 %"),
    ("over 70%", "more_than", 70, 100, 70, "more than 70 %"),
    ("at least a quarter", "at_least", 25, 100, 25, "at least a quarter"),
    ("up to 40%", "at_most", 0, 40, 40, "up to 40 %"),
    ("fewer than 10 %", "fewer_than", 0, 10, 10, "fewer than 10 %"),
    ("60-70%", "range", 60, 70, None, "60–70 %"),
    ("60% to 70%", "range", 60, 70, None, "60–70 %"),
    ("between 60 and 70 per cent", "range", 60, 70, None, "60–70 %"),
    ("nearly 60%", "about", None, None, 60, "nearly 60 %"),
    ("nearly half", "about", None, None, 50, "nearly half"),
    ("a third", "about", None, None, 33, "a third"),
    ("two-thirds", "about", None, None, 67, "two-thirds"),
    ("more than two thirds", "more_than", 66, 100, 67, "more than two thirds"),
    ("half", "about", None, None, 50, "half"),
    ("three quarters", "about", None, None, 75, "three quarters"),
    ("0%", "none", 0, 0, 0, "none"),
    ("100%", "exact", 100, 100, 100, "100 %"),
]


@pytest.mark.parametrize(("value", "form", "low", "high", "point", "label"), SHARES)
def test_a_share_lies_between_0_and_100_and_is_no_number_of_people(
    value: str, form: str, low: int | None, high: int | None, point: int | None, label: str
) -> None:
    figure = read_figure(value, "share")
    assert figure == Figure(value, form, low, high, point, is_share=True)
    assert printed_words(figure) == label
    assert replace(read_figure(label, "share"), printed=value) == figure


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (60, '"60" has no per cent sign and this metric is a share: write 60%'),
        ("more than 70", '"more than 70" has no per cent sign and this metric is a share: write more than 70%'),
        ("101%", '"101%" is more than the whole; a share is at most 100%'),
        ("70-60%", 'share "70-60%" runs backwards: write the lower number first'),
        ("most", f'cannot read share "most"; write one of: {ACCEPTED_SHARES}'),
        ("dozens", f'cannot read share "dozens"; write one of: {ACCEPTED_SHARES}'),
    ],
)
def test_a_share_is_refused_with_the_way_to_mend_it(value: object, message: str) -> None:
    with pytest.raises(FigureError) as refusal:
        read_figure(value, "share")
    assert str(refusal.value) == message


def test_the_list_of_shares_is_itself_read() -> None:
    for example in re.split("[,;] ", ACCEPTED_SHARES):
        read_figure(example, "share")

AMOUNTS = ["84", "1,500", "1,00,000", "۱۰۸", "seven", "one hundred and eight", "a hundred", "half a dozen", "two dozen"]
AMOUNTS += ["1.2 million", "2 lakh", "half a million", "five and a half million", "17-22", "two or three"]
AMOUNTS += ["2 to 3 crore"]
AROUND = ["{}", *(f"{phrase} {{}}" for phrases in OPENERS.values() for phrase in phrases)]
AROUND += [f"{{}}{phrase}" for phrases in CLOSERS.values() for phrase in phrases]


@pytest.mark.parametrize("around", AROUND)
def test_every_opener_and_closer_takes_every_number_and_its_label_reads_back(around: str) -> None:
    said = around.strip("{} ")
    tables = [*OPENERS.items(), *CLOSERS.items()]
    form = next((form for form, phrases in tables if said in [phrase.strip() for phrase in phrases]), "exact")
    for amount in AMOUNTS:
        ranged = " to " in amount or " or " in amount or "-" in amount
        if ranged and form == "about":
            with pytest.raises(FigureError, match="hedges a range"):
                read_figure(around.format(amount))
            continue
        figure = read_figure(around.format(amount))
        rounded = any(word in amount for word in ("million", "lakh"))
        expected = form if form != "exact" else "range" if ranged else "about" if rounded else "exact"
        assert figure.form == expected
        label = printed_words(figure)
        assert replace(read_figure(label), printed=figure.printed) == figure, label
        assert printed_words(read_figure(label)) == label


TOKENS = ["84", "1,500", "2", "lakh", "million", "dozen", "a", "half", "and", "hundred", "two", "thirty"]
TOKENS += ["at least", "more than", "up to", "about", "some", "or more", "or so", "+", "-", "to", "between", "but"]
TOKENS += ["%", "more", "no", "or"]


@given(st.lists(st.sampled_from(TOKENS), max_size=6), st.sampled_from(["count", "duration", "share"]))
def test_whatever_words_stand_together_are_read_or_refused_and_read_back(tokens: list[str], kind: str) -> None:
    text = " ".join(tokens)
    try:
        figure = read_figure(text, kind)  # type: ignore[arg-type]
    except FigureError as error:
        assert "\n" not in str(error)
        return
    again = read_figure(printed_words(figure), kind)  # type: ignore[arg-type]
    assert replace(again, printed=text) == figure
    if figure.low is not None and figure.high is not None:
        assert figure.low <= figure.high
