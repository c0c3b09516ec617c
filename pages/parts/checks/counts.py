"""The two counts that are kept apart, each as a bar: arithmetic inside an account, differences between relays."""

from __future__ import annotations

from markupsafe import Markup

from ledger.store.run_checks import ARITHMETIC
from pages.parts.claims.findings_words import NOTHING_TO_CHECK, Counts, findings_heading
from pages.parts.claims.outcome_bars import Segment, arithmetic_segments, bar_and_key, relay_segments
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import joined, tag
from pages.parts.frame.running_page import Frame
from queries.findings.findings import TRIVIAL, Narrowed, by_kind, finding_counts

LEAD = (
    "Each check asks the same of every claimant. An outcome is about the words as reported; it does not say who is "
    "wrong, and what a relay prints is not what a claimant said."
)

INSIDE = "Sums, parts, falls and windows: a claimant's figures against its own."
BETWEEN = "One statement in several reports. It says what was printed, not what the claimant said."


def checks_heading(frame: Frame) -> str:
    """What all checks of the phase come to by the moment, in a line."""
    counts = answer(finding_counts, frame, frame.phase, frame.at, Narrowed())
    return findings_heading(by_kind(counts)) if counts else NOTHING_TO_CHECK


def first_counts(frame: Frame) -> Markup:
    """The first screen: what the checks come to, as a sentence and as two bars."""
    counts = answer(finding_counts, frame, frame.phase, frame.at, Narrowed())
    title = tag("h1", checks_heading(frame), class_="cc-heading")
    bars = [two_counts(by_kind(counts)), tag("p", LEAD, class_="lead")] if counts else []
    return tag("div", joined([title, *bars]), class_="stack")


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
