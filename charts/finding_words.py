"""Headings that state a finding, and verdicts in a line: one rule for every party and every dataset (design.md §6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charts import words
from charts.gate_words import LINES, factor

Claim = Mapping[str, Any]
SILENT = "no figure from {} in what was read"
MOST_NAMED = 2  # of more silent parties than this, how many they are
NOBODY = "nobody had given a figure by then, in what was read"
# What each line of the gate is about, in a word or two: the sentences with both values stand on Compare.
ABOUT = {
    "metric": "what is counted",
    "group": "who is meant",
    "by": "by whom",
    "place": "place",
    "period": "period",
    "counting": "way of counting",
    "basis": "form",
    "built": "one builds on the other",
    "reading": "relays disagree",
}


@dataclass(frozen=True)
class Verdict:
    """What the gate says of two figures: `level` 0 to 2, or None where there are not two; `short` as a headline of it,
    `why` what it rests on."""

    level: int | None
    short: str
    why: str


def topic_name(claims: Sequence[Claim], group_name: str | None) -> str:
    """`State forces killed`, `Locations`: who, then what is counted; a claimant's own word is no heading."""
    family = str(claims[0]["family_label"]) if claims else ""
    return words.sentence_case(f"{group_name} {family}" if group_name else family)


def owner(claim: Claim) -> str:
    """The claimant's short name."""
    return str(claim["claimant_short"])


def told(claim: Claim, group: str | None) -> str:
    """`more than 362`, `84 "put out of action"`, `93 (League members)`: the value, the metric where it is another than
    the topic's, the people where they are others than the topic's."""
    text = words.value(claim)
    if claim["metric_label"] != claim["family_label"]:
        text += f" {claim['metric_label']}"
    if claim["group"] != group and words.given(claim["group_name"]):
        text += f" ({claim['group_name']})"
    return text


def finding(topic: str, leads: Mapping[str, Claim], parties: Sequence[Mapping[str, Any]], group: str | None) -> str:
    """`State forces killed: League said more than 20, Council said 4`. `leads` by side; parties in their one order; of
    others only where no party has spoken."""
    said = [f"{owner(leads[p['id']])} said {told(leads[p['id']], group)}" for p in parties if p["id"] in leads]
    silent = [str(p["name"]) for p in parties if p["id"] not in leads]
    if not said:
        others = [f"{owner(claim)} said {told(claim, group)}" for claim in leads.values()]
        return f"{topic}: {', '.join(others)}" if others else f"{topic}: {NOBODY}"
    text = f"{topic}: {', '.join(said)}"
    return f"{text}; {silence(silent)}" if silent else text


def silence(silent: Sequence[str], *, spoken: bool = True) -> str:
    """`no figure from South in what was read`; of many that they are three others, of all that none spoke."""
    if not spoken:
        return SILENT.format("any party")
    many = f"{len(silent)} other parties"
    return SILENT.format(" or ".join(silent) if len(silent) <= MOST_NAMED else many)


def verdict(pair: Mapping[str, Any] | None, a: Claim | None, b: Claim | None) -> Verdict:
    """Of the two parties' leading figures. The reasons are those of the worst level, each in a word or two."""
    if pair is None or a is None or b is None:
        return Verdict(None, "one side only", "")
    level = int(pair["level"])
    lines = [line for line in LINES if int(pair[f"{line}_level"]) == level and level]
    if level == 2:
        return Verdict(2, "not comparable", _blocked(lines, pair, a, b))
    apart = factor(pair["factor_low"], pair["factor_high"])
    short = "no factor from these bounds" if apart is None else apart if apart == "the same" else f"{apart} apart"
    why = f"with reservations: {', '.join(ABOUT[line] for line in lines)}" if level else "like for like"
    return Verdict(level, short, why)


def _blocked(lines: Sequence[str], pair: Mapping[str, Any], a: Claim, b: Claim) -> str:
    """Why two figures may not be compared, the lines that block in words that name both where they fit."""
    if "metric" in lines:
        return f"{a['metric_label']} and {b['metric_label']} are not the same"
    if "basis" in lines:
        return f"no number to divide: {words.value(a)} and {words.value(b)}"
    texts = {
        "group": f"{a['group_name']} and {b['group_name']}",
        "period": "other periods",
        "counting": f"{a['counting'] or 'not stated'} and {b['counting'] or 'not stated'}",
    }
    parts = [texts.get(line, ABOUT[line]) for line in lines]
    if "group" not in lines and int(pair["group_level"]) == 1 and a["group"] != b["group"]:
        parts.append(f"{words.value(a)} counts {a['group_name']}, {words.value(b)} {b['group_name']}")
    return "; ".join(parts)


def credit(claims: Sequence[Claim], zone: str) -> str:
    """The source line: each claimant once, with the days of its figures."""
    parts = credit_parts(claims, zone)
    return "; ".join(f"{name}, {', '.join(day for day, _ in days)}" for name, days in parts)


def credit_parts(claims: Sequence[Claim], zone: str) -> list[tuple[str, list[tuple[str, Claim]]]]:
    """The same in parts: each claimant's name with its days, and to each day the first figure of it."""
    days: dict[str, dict[str, Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim["side_position"], claim["said_to"])):
        days.setdefault(owner(claim), {}).setdefault(words.said(claim, zone), claim)
    return [(name, list(zip(_shortened(list(said)), said.values(), strict=True))) for name, said in days.items()]


def _shortened(days: list[str]) -> list[str]:
    """`31 Jan`, `6 Feb 2026`: the year once where it is the same."""
    year = f" {days[-1][-4:]}"
    return [day.removesuffix(year) if number < len(days) - 1 else day for number, day in enumerate(days)]
