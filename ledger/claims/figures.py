"""Read a figure as printed into a form, its bounds and the printed number, adding nothing to it."""

import re
from dataclasses import dataclass
from functools import lru_cache

ACCEPTED_FIGURES = (
    '84, "1,500", seven (words to ninety-nine); at least 30, no fewer than 30, 30 or more, 30+; '
    "more than 30, over 30; up to 250, as many as 250, at most 250; fewer than 20, less than 20; "
    "17-22, 17 to 22, between 17 and 22; about 200, around 200, nearly 200, almost 200, roughly 200, "
    "approximately 200, some 200; a dozen, two dozen; several, dozens, scores, hundreds; none; none reported"
)
ACCEPTED_DURATIONS = "20 hours, six days, about 3 days, at least 8 hours, more than 10 hours, up to a week"

# The first phrase of a form is the one it is displayed with; an `about` keeps its own hedge.
_PHRASES = {
    "at_least": ("at least ", "no fewer than "),
    "more_than": ("more than ", "over "),
    "at_most": ("up to ", "as many as ", "at most "),
    "fewer_than": ("fewer than ", "less than "),
    "about": ("about ", "around ", "nearly ", "almost ", "roughly ", "approximately ", "some "),
}
# A convention for how little such a word can mean; it takes part in no bound and no ratio.
_CONVENTION_LOWS = {"several": 3, "dozens": 12, "scores": 40, "hundreds": 100}

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
_TENS = [f"{stem}ty" for stem in ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine")]
_FROM_TWENTY = [f"{tens} {ones}".removesuffix(" zero") for tens in _TENS for ones in _ONES]
_IN_ORDER = [*_ONES, "ten", "eleven", "twelve", *_TEENS, *_FROM_TWENTY]
_NUMBER_WORDS = {word: number for number, word in enumerate(_IN_ORDER)}

_DIGITS = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+|[1-9][0-9]*|0")
_MISGROUPED = re.compile(r"[1-9][0-9]{0,2}([ .,'’_][0-9]{2,3})*[ .,'’_][0-9]{3}")
_RANGE = re.compile(r"between (.+) and (.+)|(.+?)(?: to | ?– ?|(?<=[0-9]) ?- ?)(.+)")
_UNIT = re.compile(r"\b(minute|hour|day|week)s?\b")
_DURATION = re.compile(r"(.+) (minute|hour|day|week)s?( or more)?")


class FigureError(ValueError):
    """The value is no figure we read; the message says why and what to write instead."""


@dataclass(frozen=True)
class Figure:
    """One value as printed: a bound is None where the words set none, `point` is for display only.

    Forms: exact, at_least, more_than, at_most, fewer_than, range, about, word, none, none_reported, duration.
    A duration has no bounds and no point; its qualifier is about or one of the first five forms.
    """

    printed: str
    form: str
    low: int | None
    high: int | None
    point: int | None
    convention_low: int | None = None
    duration_value: float | None = None
    duration_unit: str | None = None
    duration_qualifier: str | None = None


def read_figure(value: object, *, duration: bool = False) -> Figure:
    """Read a count, or with `duration` a length of time; anything else is a FigureError."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        thing, accepted = ("duration", ACCEPTED_DURATIONS) if duration else ("figure", ACCEPTED_FIGURES)
        raise FigureError(f"a {thing} is a whole number or words, not {value!r}; write one of: {accepted}")
    return _read_duration(str(value)) if duration else _read_count(str(value))


@lru_cache(maxsize=4096)
def printed_words(figure: Figure) -> str:
    """The label to display: one wording for each form, but the claimant's own hedge, word or duration."""
    words = _normalise(figure.printed)
    if figure.form in ("word", "duration"):
        return words
    if figure.form in ("none", "none_reported"):
        return figure.form.replace("_", " ")
    if figure.form == "range":
        return f"{figure.low:,}–{figure.high:,}"
    if figure.form == "about":
        # "nearly a dozen" as "nearly 12" would sound more precise than the claimant was.
        return words if "dozen" in words else f"{words.split()[0]} {figure.point:,}"
    return f"{_PHRASES.get(figure.form, ('',))[0]}{figure.point:,}"


def _read_count(printed: str) -> Figure:
    text = _normalise(printed)
    if text in _CONVENTION_LOWS:
        return Figure(printed, "word", None, None, None, _CONVENTION_LOWS[text])
    if text in ("none", "no"):
        return Figure(printed, "none", 0, 0, 0)
    if text == "none reported":
        return Figure(printed, "none_reported", None, None, None)
    if _UNIT.search(text):
        raise FigureError(f'"{printed}" is a duration and this metric a count: write the number alone')
    form, amount = _split_phrase(text)
    number = _whole_number(amount)
    # A number is tried before a range: "up to 250" has a "to" of its own.
    return _read_range(printed, text) if number is None else _read_bounds(printed, form, number)


def _read_bounds(printed: str, form: str, number: int) -> Figure:
    if number == 0 or (form == "fewer_than" and number == 1):
        raise FigureError(
            f'figure "{printed}" hides what is known: write "none" if the claimant asserts there were none, '
            '"none reported" if there was no report of any at that hour'
        )
    low = {"exact": number, "at_least": number, "more_than": number + 1}.get(form)
    high = {"exact": number, "at_most": number, "fewer_than": number - 1}.get(form)
    return Figure(printed, form, low, high, number)


def _read_range(printed: str, text: str) -> Figure:
    match = _RANGE.fullmatch(text)
    # Ends are never in dozens: "one to two dozen" would be read as 1 to 24.
    low, high = (_plain_number(end) for end in match.groups() if end) if match else (None, None)
    if low is None or high is None:
        raise FigureError(f'cannot read figure "{printed}"; write one of: {ACCEPTED_FIGURES}')
    if low == high:
        raise FigureError(f'figure "{printed}" is a range from a number to itself: write {low}')
    if low > high:
        raise FigureError(f'figure "{printed}" runs backwards: write the lower number first, {high}-{low}')
    if low == 0:
        raise FigureError(f'figure "{printed}" starts at 0: write up to {high}')
    return Figure(printed, "range", low, high, None)


def _read_duration(printed: str) -> Figure:
    text = _normalise(printed)
    if not _UNIT.search(text):
        raise FigureError(f'duration "{printed}" has no unit: add minutes, hours, days or weeks')
    match = _DURATION.fullmatch(text)
    before, unit, or_more = match.groups(default="") if match else ("", "", "")
    qualifier, amount = _split_phrase(before + or_more)
    if not (length := _length(amount)):
        raise FigureError(f'cannot read duration "{printed}"; write one of: {ACCEPTED_DURATIONS}')
    return Figure(printed, "duration", None, None, None, None, float(length), f"{unit}s", qualifier)


def _split_phrase(text: str) -> tuple[str, str]:
    for form, phrases in _PHRASES.items():
        for phrase in phrases:
            if text.startswith(phrase):
                return form, text.removeprefix(phrase)
    or_more = re.fullmatch(r"(.+?)(?: or more| ?\+)", text)
    return ("at_least", or_more[1]) if or_more else ("exact", text)


def _length(amount: str) -> float | None:
    if amount in ("a", "an"):
        return 1.0
    return float(amount) if re.fullmatch(r"[0-9]+\.[0-9]{1,2}", amount) else _whole_number(amount)


def _whole_number(text: str) -> int | None:
    if text == "a dozen":
        return 12
    number = _plain_number(text.removesuffix(" dozen"))
    return number * 12 if number is not None and text.endswith(" dozen") else number


def _plain_number(text: str) -> int | None:
    if _DIGITS.fullmatch(text):
        return int(text.replace(",", ""))
    if _MISGROUPED.fullmatch(text):
        number = int(re.sub(r"[^0-9]", "", text))
        raise FigureError(f'cannot read "{text}": write {number} or quote "{number:,}"')
    if re.fullmatch(r"[-–−] ?[0-9].*", text):
        raise FigureError(f'cannot read "{text}": a figure is never negative')
    if re.fullmatch(r"[0-9]+[.,][0-9]+", text):
        raise FigureError(f'cannot read "{text}": write a whole number, such as 84 or "1,500"')
    return _NUMBER_WORDS.get(text.replace("-", " "))


def _normalise(printed: str) -> str:
    return " ".join(printed.lower().split())
