"""The line to quote, in three registers: what an editor prints, the same with its limits, a footnote (design.md §6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from charts import words
from charts.finding_words import ABOUT, owner, silence
from charts.gate_words import LINES, factor

Claim = Mapping[str, Any]
UNVERIFIED = {1: "This figure was not verified here.", 2: "Neither figure was verified here."}


def sentence(claims: Sequence[Claim], silent: Sequence[str], zone: str) -> str:
    """Two clauses in plain words: who said when that how many of whom had been harmed; who is silent. No number of
    times. The year stands once, with the first day."""
    parts = []
    for number, claim in enumerate(claims):
        first = claims[0] if number else None
        parts.append(f"{owner(claim)} said {_when(claim, first, zone)} {_that(claim, first, zone)}")
    text = "; ".join(parts) + "."
    text += f" {words.sentence_case(silence(silent))}." if silent else ""
    return f"{text} {UNVERIFIED.get(len(claims), 'None of these figures was verified here.')}"


def with_limits(
    claims: Sequence[Claim], silent: Sequence[str], pair: Mapping[str, Any] | None, zone: str, *, opened: bool
) -> str:
    """The sentence, then of each figure its own word and the period it counts, then what the gate says of the two."""
    limits = [f"{owner(claim)}: {_limits(claim, zone)}" for claim in claims]
    return f"{sentence(claims, silent, zone)} {'; '.join(limits)}. {_gate(pair, opened)}".strip()


def footnote(claims: Sequence[Claim], title: str, version: str, address: str, zone: str) -> str:
    """Claimant, day and report of each figure; the dataset, its version and the address of this view."""
    told = [f"{claim['claimant_name']}, {words.said(claim, zone)}, in {_report(claim)}" for claim in claims]
    return f"{'; '.join(told)}. {title}, data version {version}, {address}"


def _when(claim: Claim, first: Claim | None, zone: str) -> str:
    """`on 6 February 2031`; a later clause leaves out the year it shares with the first."""
    if claim["said_precision"] not in ("day", "time"):
        return f"({words.said(claim, zone)})"
    at = _local(claim, zone)
    same = first is not None and first["said_precision"] in ("day", "time") and _local(first, zone).year == at.year
    return f"on {at.day} {at:%B}" if same else f"on {at.day} {at:%B} {at.year}"


def _local(claim: Claim, zone: str) -> datetime:
    return words.local(claim["said_from"], zone)


def _that(claim: Claim, first: Claim | None, zone: str) -> str:
    """`that more than 20 wardens had been killed`, `that 4 had been`; what is no person is set after a colon."""
    value, word = words.value(claim), str(claim["metric_label"])
    if claim["unit"] == "per cent":
        return f": {value} of {_people(claim)}, {word}"
    if claim["unit"] != "people":
        return f": {value} {word}" if claim["label"] else f": {value}"
    one = first is not None and claim["group"] == first["group"] and claim["metric"] == first["metric"]
    verb = "was" if value == "1" else "had been"
    if one and value not in ("none",):
        return f"that {value} {verb}"
    many = " of" if claim["form"] == "word" and value.endswith("s") else ""  # dozens of, but several
    return f"that {'no' if value == 'none' else value}{many} {_people(claim)} {verb} {word}"


def _people(claim: Claim) -> str:
    """The group in running text: a name that begins with a capital of its own keeps it."""
    name = str(claim["group_name"]) if words.given(claim["group_name"]) else "people"
    text = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    return f"{text} ({claim['who_names']})" if words.given(claim["who_names"]) else text


def _limits(claim: Claim, zone: str) -> str:
    period = words.period(claim, zone).replace(", inferred", " (filled in by us)")
    counts = period if period.endswith(words.NOT_STATED) else f"counts {period}"
    own = f", of “{claim['as_stated']}”" if words.given(claim["as_stated"]) else ""
    disputed = ", relays of it disagree" if claim["disputed_reading"] else ""
    built = ", repeats or sums others' figures" if words.given(claim["relies_on"]) else ""
    return f"{counts}{own}{disputed}{built}"


def _gate(pair: Mapping[str, Any] | None, opened: bool) -> str:
    if pair is None:
        return ""
    level = int(pair["level"])
    lines = ", ".join(ABOUT[line] for line in LINES if int(pair[f"{line}_level"]) == level and level)
    apart = factor(pair["factor_low"], pair["factor_high"])
    if level == 2:
        stamped = f" (opened by the reader: {apart} apart)" if opened and apart else ""
        return f"The two are not comparable: {lines}{stamped}."
    how = f"with reservations ({lines})" if level else "like for like"
    return f"They may be compared {how}" + (f": {apart} apart." if apart and apart != "the same" else ".")


def _report(claim: Claim) -> str:
    return f"{claim['publisher']} ({claim['url']})" if words.given(claim["url"]) else str(claim["publisher"])
