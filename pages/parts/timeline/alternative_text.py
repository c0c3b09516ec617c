"""What the Timeline's charts show, for readers who do not see them."""

from __future__ import annotations

from charts.timeline.growth_of_figures import growth_lines
from charts.timeline.phase_bounds import bound_words
from charts.timeline.phase_chart import Told
from charts.timeline.time_axis import Axis

MOST_LADDERS = 6


def panel_alt(name: str, told: Told, axis: Axis) -> str:
    """How much is drawn, when each party says it began and ended, and how the ladders moved."""
    parts = [
        f"{name}: {len(told.events)} events and {told.statements['id'].nunique()} statements by "
        f"{told.statements['claimant'].nunique()} claimants, on hours since {axis.clock.minute(axis.zero)}."
    ]
    for _, own in told.bounds.groupby(["side_position", "claimant_name"]):
        start, end = (bound_words(own, bound, axis.clock) for bound in ("start", "end"))
        parts.append(f"{own.iloc[0]['claimant_name']}: start {start or 'not given'}, end {end or 'not given'}.")
    parts += [f"{head}." for head, _ in growth_lines(told.figures, axis.clock)[:MOST_LADDERS]]
    return " ".join(parts)


def strip_alt(name: str, told: Told, axis: Axis) -> str:
    """How much lies between the phases, and over which days."""
    return (
        f"{name}: {len(told.events)} events and {told.statements['id'].nunique()} statements "
        f"between {axis.clock.day(axis.zero)} and {axis.clock.day(axis.moment(axis.end))}."
    )
