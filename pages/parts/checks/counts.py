"""The two counts that are kept apart, each as a bar: arithmetic inside an account, differences between relays."""

from __future__ import annotations

from markupsafe import Markup

from ledger.store.run_checks import ARITHMETIC
from pages.parts.claims.findings_words import Counts
from pages.parts.claims.outcome_bars import Segment, arithmetic_segments, bar_and_key, relay_segments
from pages.parts.frame.markup import joined, tag
from queries.findings.findings import TRIVIAL

INSIDE = "Sums, parts, falls and windows: a claimant's figures against its own."
BETWEEN = "One statement in several reports. It says what was printed, not what the claimant said."


def two_counts(counts: Counts) -> Markup:
    """Both bars with their keys."""
    spared = counts[ARITHMETIC][TRIVIAL]
    inside = INSIDE
    if spared:
        inside += f" Not counted: {spared:,} that could not have failed, such as one figure repeated."
    blocks = [
        _block("Arithmetic inside an account", inside, arithmetic_segments(counts)),
        _block("Differences between relays", BETWEEN, relay_segments(counts)),
    ]
    return tag("div", joined(blocks), class_="check-counts")


def _block(title: str, lead: str, segments: list[Segment]) -> Markup:
    """A title, the bar with its key, what is counted."""
    return tag("section", joined([tag("h2", title), *bar_and_key(segments), tag("p", lead, class_="aside")]))
