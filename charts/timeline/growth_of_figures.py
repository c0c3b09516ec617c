"""How far a ladder rose from its first figure to its last, in words; no factor where the two cannot be divided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from charts import words
from charts.finding_words import owner, told
from charts.over_time_panels import Panel

Step = Mapping[str, Any]


def growth_lines(panel: Panel, zone: str) -> list[tuple[str, str]]:
    """For each ladder of two figures or more: `League, River guards: 7 to 93, 13.3 times` and the note that goes with
    it. Figures of one day whose order is not known make no first and no last."""
    return [
        _line(line.told, zone)
        for line in panel.lines
        if len(line.told) > 1 and all(step["order_known"] for step in line.told[1:])
    ]


def _line(steps: Sequence[Step], zone: str) -> tuple[str, str]:
    first, last = steps[0], steps[-1]
    factor, reason = growth(first, last, any(step["break_reason"] for step in steps))
    group = first["group_name"]
    name = f"{owner(first)}, {group}" if group else owner(first)
    values = [told(step, step["group"]) for step in (first, last)]
    if first["metric"] != last["metric"]:
        values = [f"{words.value(step)} {step['metric_label']}" for step in (first, last)]
    head = f"{name}, {first['family_label']}: {values[0]} to {values[1]}" + (f", {factor}" if factor else "")
    note = f"{len(steps)} figures, said {words.said(first, zone)} to {words.said(last, zone)}"
    return head, f"{note}; {reason}" if reason else note


def growth(first: Step, last: Step, broken: bool) -> tuple[str | None, str | None]:
    """The factor from the first to the last, or the reason why none is given (design.md §5.3, §5.7)."""
    if broken:
        return None, "no factor: the line is broken by another word, basis or start of the period"
    if first["form"] != "exact" or not first["point"]:
        return None, f"no factor: the first figure is “{words.value(first)}”"
    if last["form"] == "exact":
        return f"{last['point'] / first['point']:.1f} times", None
    if last["form"] in ("at_least", "more_than"):
        tenths = int(last["low"] * 10 // first["point"])
        return f"at least {tenths / 10:.1f} times", None
    return None, f"no factor: the last figure is “{words.value(last)}”"
