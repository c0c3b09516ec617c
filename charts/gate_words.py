"""The gate in plain words: every reason names both values, the same words for any party (design.md §5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from charts import words

VERDICTS = ("like for like", "with reservations", "not comparable")
LINES = ("metric", "group", "by", "place", "period", "counting", "basis", "built", "reading")


@dataclass(frozen=True)
class Reason:
    """One line of the gate: its name, its level (0, 1 or 2) and a sentence with both values."""

    line: str
    level: int
    text: str


def reasons(pair: Mapping[str, Any], a: Mapping[str, Any], b: Mapping[str, Any], zone: str) -> list[Reason]:
    """All nine lines for a pair, in the order of the table. `pair` is a row of the gate, `a` and `b` its claims."""
    return [Reason(line, int(pair[f"{line}_level"]), _TEXTS[line](pair, a, b, zone)) for line in LINES]


def against(pair: Mapping[str, Any], a: Mapping[str, Any], b: Mapping[str, Any], zone: str) -> list[Reason]:
    """Only the lines that are not like for like, the worst first."""
    return sorted((r for r in reasons(pair, a, b, zone) if r.level), key=lambda reason: -reason.level)


def _metric(pair: Mapping, a: Mapping, b: Mapping, zone: str) -> str:
    if pair["metric_relation"] == "same":
        return f"both count {a['metric_label']}"
    kind = "another word of the same family" if pair["metric_relation"] == "same family" else "different things"
    return f"{kind}: {a['metric_label']} and {b['metric_label']}"


def _group(pair: Mapping, a: Mapping, b: Mapping, zone: str) -> str:
    first, second = words.whom(a) or "nobody named", words.whom(b) or "nobody named"
    relation = pair["group_relation"]
    if relation == "same":
        return f"the same people: {first}"
    if relation == "other words":
        return f"the same group in other words: {_own_words(a, b)}"
    if relation == "first inside second":
        return f"one group inside the other: {first} inside {second}"
    if relation == "second inside first":
        return f"one group inside the other: {second} inside {first}"
    return f"different people: {first} and {second}"


def _own_words(a: Mapping, b: Mapping) -> str:
    """`“soldiers” and “security officers”`, or what is held of the one only."""
    texts = [f"“{row['as_stated']}”" if words.given(row["as_stated"]) else "no word of its own held" for row in (a, b)]
    return f"{a['group_name']}, {texts[0]} and {texts[1]}"


def _by(pair: Mapping, a: Mapping, b: Mapping, zone: str) -> str:
    first, second = (row["by_name"] if words.given(row["by_name"]) else "not stated" for row in (a, b))
    relation = pair["by_relation"]
    if relation == "same":
        return f"who did it: {first} in both"
    if relation == "one unstated":
        return f"who did it is stated by one only: {first} and {second}"
    return f"attributed to different people: {first} and {second}"


def _place(pair: Mapping, a: Mapping, b: Mapping, zone: str) -> str:
    first, second = words.place(a), words.place(b)
    names = {
        "same": f"the same place: {first}",
        "and others": f"one list is open: {first} and {second}",
        "first inside second": f"one place inside the other: {first} inside {second}",
        "second inside first": f"one place inside the other: {second} inside {first}",
        "overlapping": f"places that overlap: {first} and {second}",
        "site": f"a site within a place: {first} and {second}",
    }
    return names.get(pair["place_relation"], f"different places: {first} and {second}")


def tolerance(hours: float) -> str:
    """How far apart two ends of periods may lie: `24 hours`, `4 days`, `4.5 days`."""
    return "24 hours" if hours <= 24 else f"{floor(hours / 2.4) / 10:g} days"


def _period(pair: Mapping, a: Mapping, b: Mapping, zone: str) -> str:
    first, second = words.period(a, zone), words.period(b, zone)
    both = first if first == second else f"{first} and {second}"
    near = f"within {tolerance(pair['tolerance'])}"
    texts = {
        "same": f"the same period: {both}" if first == second else f"the same period, both ends {near}: {both}",
        "mostly shared": f"most of the period is shared ({pair['period_share']:.0%}): {both}",
        "different": f"different periods: {both}",
        "inferred": f"a period is inferred by us: {both}",
        "unstated, said together": f"a period is not stated, but both were said {near}: {both}",
        "unstated, said apart": (
            f"a period is not stated, and they are not known to have been said {near} of each other: {both}; "
            f"said {words.said(a, zone)} and {words.said(b, zone)}"
        ),
    }
    return texts[pair["period_relation"]]


def _counting(pair: Mapping, a: Mapping, b: Mapping, zone: str) -> str:
    first, second = (row["counting"] if words.given(row["counting"]) else "not stated" for row in (a, b))
    return f"both count {first}" if first == second else f"counted differently: {first} and {second}"


def _basis(pair: Mapping, a: Mapping, b: Mapping, zone: str) -> str:
    relation = pair["basis_relation"]
    if relation == "no number":
        return f"no number to divide: “{words.value(a)}” and “{words.value(b)}”"
    if relation == "other basis":
        return f"on another basis: {a['basis']} and {b['basis']}"
    if relation == "other form":
        return f"in another form: {words.value(a)} and {words.value(b)}"
    return f"the same basis ({a['basis']}) and form"


def _built(pair: Mapping, a: Mapping, b: Mapping, zone: str) -> str:
    relation = pair["built_relation"]
    if relation == "independent":
        return "neither repeats or sums the other"
    upper, lower = (a, b) if relation == "first on second" else (b, a)
    return f"one repeats or sums the other: {upper['claimant_name']} builds on {lower['claimant_name']}"


def _reading(pair: Mapping, a: Mapping, b: Mapping, zone: str) -> str:
    if pair["reading_relation"] == "relays disagree":
        names = " and ".join(row["claimant_name"] for row in (a, b) if row["disputed_reading"])
        return f"relays of the statement disagree and no quotation is held: {names}"
    if pair["reading_relation"] == "counted by us":
        names = " and ".join(row["claimant_name"] for row in (a, b) if words.given(row["counted"]))
        return f"printed nowhere, counted by us from a list: {names}"
    return "both as printed"


_TEXTS = {
    "metric": _metric,
    "group": _group,
    "by": _by,
    "place": _place,
    "period": _period,
    "counting": _counting,
    "basis": _basis,
    "built": _built,
    "reading": _reading,
}


def factor(low: float | None, high: float | None) -> str | None:
    """`9.3 times`, `at least 16.5 times`, `at most 1.4 times`, `between 2.1 and 3.4 times`, or None.

    Lower bounds are rounded down, upper ones up, exact ones to the nearest; one decimal (design.md §5.3).
    """
    lower = float(low) if low is not None and words.given(low) else None
    upper = float(high) if high is not None and words.given(high) else None
    if lower is not None and upper is not None and abs(lower - upper) < 1e-9:
        return "the same" if abs(lower - 1) < 1e-9 else f"{_nearest(lower)} times"
    down = _decimal(floor(lower * 10 + 1e-9) / 10) if lower is not None else ""
    up = _decimal(ceil(upper * 10 - 1e-9) / 10) if upper is not None else ""
    if lower is not None and upper is not None:
        return f"between {down} and {up} times"
    if lower is not None and lower >= 1:
        return "at least the same" if down == "1" else f"at least {down} times"
    if upper is not None and upper >= 1:
        return "at most the same" if up == "1" else f"at most {up} times"
    return None


def ratio(low: float | None, high: float | None) -> str | None:
    """The same as `12 to 1`, for what one claimant's own two numbers would imply."""
    text = factor(low, high)
    return text.replace("the same", "1 times").replace(" times", " to 1") if text else None


def _nearest(number: float) -> str:
    """Halves go up; a number that is not one is never printed as the bare 1."""
    text = _decimal(floor(number * 10 + 0.5 + 1e-9) / 10)
    return "1.0" if text == "1" else text


def _decimal(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
