"""The claims of a question replayed under each recorder's published rule: our reading of their rule, not their data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ledger.crosswalk.recorder_records import Recorder, recorders

Claim = Mapping[str, Any]
NOTE = "our reading of their rule, not their data"
NOTHING, NOT_ENABLED = "nothing", "not read, not enabled"
# A dataset names its own metrics; these ids are what the field calls deaths and injuries.
KINDS = {
    "deaths": frozenset({"killed", "dead", "deaths", "fatalities"}),
    "injuries": frozenset({"wounded", "injured", "hurt", "injuries"}),
}
OPEN_UPWARD = ("at_least", "more_than")


class Number(NamedTuple):
    """The number that a rule makes of a claim: its lower end, and its upper one, None where it is open."""

    least: int
    most: int | None
    claim: Claim


def crosswalk_of(claims: Iterable[Claim], question: Any = None) -> list[dict[str, Any]]:
    """One row is a recorder: recorder, would_record, because, url and read_on (where and when the rule was read), home,
    is_copy, rule, is_enabled. `claims` are rows of question_claims or claim_details; those near the question, beside it
    (windows of their own), counted by us or answering in words only are left out."""
    asked = [claim for claim in claims if _is_on(claim, question)]
    return [_row(recorder, asked) for recorder in recorders()]


def _is_on(claim: Claim, question: Any) -> bool:
    aside = any(claim.get(name) for name in ("is_near", "is_beside", "is_reply")) or _given(claim["counted"])
    group = getattr(question, "group", claim["group"])
    return not aside and _given(claim["label"]) and (claim["group"] == group or not _given(group))


def _row(recorder: Recorder, claims: list[Claim]) -> dict[str, Any]:
    would, because = _replayed(recorder, claims) if recorder.is_enabled else (NOT_ENABLED, recorder.not_read)
    read = recorder.read
    return {
        "recorder": recorder.name,
        "would_record": would,
        "because": because,
        "url": read.url if read else None,
        "read_on": read.on if read else None,
        "home": recorder.home or (read.url if read else None),
        "is_copy": bool(read and read.copy_),
        "rule": recorder.rule,
        "is_enabled": recorder.is_enabled,
    }


def _replayed(recorder: Recorder, claims: list[Claim]) -> tuple[str, str]:
    """What it would record, and why; nothing where its scope or its limits leave no claim."""
    if not claims:
        return NOTHING, "nobody has a figure on the question"
    why: Counter[str] = Counter()
    kept = []
    others = ", ".join(dict.fromkeys(c["metric_label"] for c in claims if not _is_counted(recorder, c)))
    for claim in claims:
        reasons = list(_against(recorder, claim, others))
        why.update(reasons[:1])
        if not reasons:
            kept.append(claim)
    if not kept:
        return NOTHING, "; ".join(reason for reason, _ in why.most_common(2))
    numbers = [number for claim in kept if (number := _number(recorder, claim))]
    if not numbers:
        return NOTHING, "it makes no number of a word: " + ", ".join(f"“{claim['label']}”" for claim in kept[:3])
    would, because = _CHOICES[recorder.differing or "range"](numbers)
    left = f"; {len(claims) - len(kept)} of {len(claims)} figures left out: {why.most_common(1)[0][0]}" if why else ""
    caveat = f"; {recorder.caveat}" if recorder.caveat else ""
    return would, f"{because}{caveat}{left}"


def _is_counted(recorder: Recorder, claim: Claim) -> bool:
    return any(claim["metric"] in KINDS[kind] for kind in recorder.counts)


def _against(recorder: Recorder, claim: Claim, others: str) -> Iterator[str]:
    """Why the rule takes no notice of a claim, the weightiest first. `others`: words here that it does not count."""
    if recorder.people == "civilians" and not claim["group_civilians"]:
        yield "it records civilians only"
    if not _is_counted(recorder, claim):
        yield f"it counts {' and '.join(recorder.counts)}, not {others}"
    if recorder.place == "one place" and (claim["place_key"] == "operation" or "+" in claim["place_key"]):
        yield "an incident is one place and moment; a total of many is none"
    if recorder.longest is not None:
        hours = _hours(claim)
        if hours is None:
            yield "it takes no figure without a clear date"
        elif hours > recorder.longest + 1:  # a day on which the clocks go back has 25 hours
            yield f"it takes no figure for more than {recorder.longest} hours"


def _hours(claim: Claim) -> float | None:
    """How long the period is, where both ends are known; a cumulative one without an end runs to when it was said."""
    start, end = claim["covers_from"], claim["period_to"]
    return (end - start).total_seconds() / 3600 if _given(start) and _given(end) else None


def _number(recorder: Recorder, claim: Claim) -> Number | None:
    """The bounds of the words; a word only where the rule says what becomes of it."""
    if claim["form"] == "word":
        number = recorder.words.get(str(claim["label"]).lower())
        return Number(number, number, claim) if number is not None else None
    least = next((claim[name] for name in ("low", "point", "high") if _given(claim[name])), None)
    if least is None:
        return None
    most: Any = claim["high"]
    if not _given(most):
        most = None if claim["form"] in OPEN_UPWARD else claim["point"]
    return Number(int(least), int(most) if _given(most) else None, claim)


def _lowest(numbers: list[Number]) -> tuple[str, str]:
    first = min(numbers, key=lambda number: number.least)
    if len(numbers) == 1:
        return f"{first.least:,}", f"the one figure, of {first.claim['claimant_name']}"
    return f"{first.least:,}", f"the most conservative of {len(numbers)} figures, of {first.claim['claimant_name']}"


def _range(numbers: list[Number]) -> tuple[str, str]:
    low = min(numbers, key=lambda number: number.least)
    high = max(numbers, key=lambda number: (number.most is None, number.most or number.least))
    most = f"{high.least:,} or more" if high.most is None else f"{high.most:,}"
    ends = f"{low.least:,} to {most}"
    if high.most == low.least:
        return f"{low.least:,}", "every figure is the same"
    return ends, f"the lowest of {low.claim['claimant_name']}, the highest of {high.claim['claimant_name']}"


def _latest(numbers: list[Number]) -> tuple[str, str]:
    last = max(numbers, key=lambda number: number.claim["said_to"])
    return f"{last.least:,}", f"the latest clear number, of {last.claim['claimant_name']}"


def _grade(numbers: list[Number]) -> tuple[str, str]:
    names = ", ".join(dict.fromkeys(str(number.claim["claimant_name"]) for number in numbers))
    noun = "claim" if len(numbers) == 1 else "claims"
    return f"{len(numbers)} {noun}, to be graded", f"gathered into incidents, graded by their sources: {names}"


_CHOICES = {"lowest": _lowest, "range": _range, "latest": _latest, "grade": _grade}


def _given(value: Any) -> bool:
    """Whether a cell holds something; the missing values of pandas differ from themselves."""
    return value is not None and bool(value == value) and value != ""
