"""The Timeline's heading: from which figure to which each party went, by one rule for all (design.md §6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from charts import words
from charts.finding_words import NOBODY, Claim, credit, owner, silence, told
from charts.over_time_panels import Panel

MOST_DAYS = 8


def moved(topic: str, panel: Panel, parties: Sequence[Mapping[str, Any]]) -> str:
    """`State forces killed: League's figure went from 4 to more than 20; Council said 4`: of each party the first and
    the last figure that stood for it, parties in their one order."""
    group = panel.story.question.group
    parts: list[str] = []
    silent: list[str] = []
    for party in parties:
        last = panel.leads.get(party["id"])
        if last is None:
            silent.append(str(party["name"]))
            continue
        first = next(claim for claim in panel.led.values() if claim["side"] == party["id"])
        is_first = not any(" from " in part for part in parts)
        parts.append(_one(first, last, str(party["short"]), group, is_first=is_first))
    if not parts:
        others = [f"{owner(claim)} said {told(claim, group)}" for claim in panel.leads.values()]
        return f"{topic}: {', '.join(others)}" if others else f"{topic}: {NOBODY}"
    text = f"{topic}: {'; '.join(parts)}"
    return f"{text}; {silence(silent)}" if silent else text


def _one(first: Claim, last: Claim, party: str, group: str | None, *, is_first: bool) -> str:
    """One claimant's own two figures, or of two claimants of a side both with their names."""
    shared = first["group"] == last["group"] != group  # said once, with the last
    start, end = told(first, first["group"] if shared else group), told(last, group)
    same = first["claimant"] == last["claimant"]
    if first["id"] == last["id"]:
        return f"{owner(last)} said {end}"
    if words.value(first) == words.value(last) and first["metric"] == last["metric"]:
        return f"{owner(last) if same else party} said {end} throughout"
    name = possessive(owner(last) if same else party)
    if not same:
        start, end = f"{start} ({owner(first)})", f"{end} ({owner(last)})"
    return f"{name} figure went from {start} to {end}" if is_first else f"{name} from {start} to {end}"


def possessive(name: str) -> str:
    """`League's`, `Rebels'`."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def panel_words(panel: Panel, group: str | None) -> str:
    """A panel in words: each line with all its figures, for readers who do not see it."""
    lines = [
        f"{line.name}: {', '.join(told(step, group) for step in line.told)}"
        for line in panel.lines
        if line.told and (line.leads or len(line.told) > 1)
    ]
    return f"{panel.title}: {'; '.join(lines) or NOBODY}."


def credit_of(claims: Sequence[Claim], zone: str) -> str:
    """The source line: each claimant with the days of its figures; of many the first, the last and how many."""
    told_by: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim["side_position"], claim["said_to"])):
        told_by.setdefault(owner(claim), []).append(claim)
    parts = []
    for name, own in told_by.items():
        ends = words.said(own[0], zone), words.said(own[-1], zone)
        many = f"{name}, {len(own)} statements, {ends[0]} to {ends[1]}"
        parts.append(many if len(own) > MOST_DAYS else credit(own, zone))
    return "; ".join(parts)
