"""Which claim takes the place of which: the latest of its series, never another claimant's (design.md §5.1)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from ledger.claims import ClaimRow
from ledger.reading import Placed
from ledger.shape_statements import Statement
from ledger.vocabulary import Vocabulary

REPLACING_NOTHING = ("unnamed", "unattributed")


def series_key(row: ClaimRow, words: Vocabulary) -> tuple:
    """Claimant, metric family, group, who, by, place, phase, counting: what must agree for one figure to succeed another.
    A site within a town is a place of its own."""
    metric = words.metrics.get(row.metric)
    return (
        row.claimant,
        metric.family if metric else row.metric,
        row.group,
        tuple(sorted(row.who)),
        row.by,
        place_key(row),
        row.site,
        row.phase,
        row.counting,
    )


def place_key(row: ClaimRow) -> str:
    """The places as one word, whatever the order in which they were written."""
    return "+".join([*sorted(row.places), *(["others"] if row.and_others else [])])


def with_succession(
    claims: Iterable[ClaimRow], statements: Mapping[str, Placed[Statement]], words: Vocabulary
) -> list[ClaimRow]:
    """The claims, each with the moment from which a later one stands in its place (`superseded_at`), or None.

    A later one is one whose saying began when the other's had ended, or whose statement follows the other's.
    Two of one day without `follows` leave both current: file order never decides.
    """
    rows = list(claims)
    series: dict[tuple, list[ClaimRow]] = defaultdict(list)
    for row in rows:
        if _takes_part(row, words):
            series[series_key(row, words)].append(row)
    until: dict[str, datetime] = {}
    for members in series.values():
        if len(members) > 1:
            until |= _ends(members, statements)
    for row in rows:
        row.superseded_at = until.get(row.id)
    return rows


def _takes_part(row: ClaimRow, words: Vocabulary) -> bool:
    claimant = words.claimants.get(row.claimant)
    if claimant is None or claimant.kind in REPLACING_NOTHING:
        return False
    return row.counting != "period" and row.record.counted is None


def _ends(members: list[ClaimRow], statements: Mapping[str, Placed[Statement]]) -> dict[str, datetime]:
    dated = sorted((m for m in members if m.said.start and m.said.end), key=lambda m: m.said.start)
    starts = [member.said.start for member in dated]
    earliest: list[datetime | None] = [None] * (len(dated) + 1)
    for number in range(len(dated) - 1, -1, -1):
        following = earliest[number + 1]
        end = dated[number].said.end
        earliest[number] = end if following is None else min(end, following)
    following = [m for m in dated if statements[m.statement].record.follows]
    until: dict[str, datetime] = {}
    for member in dated + [m for m in members if m.said.end and not m.said.start]:
        # A time has no length: another statement of that very minute is not a later one.
        is_instant = member.said.start == member.said.end
        first = (bisect_right if is_instant else bisect_left)(starts, member.said.end)
        ends = [end for end in (earliest[first], _followed(member, following, statements)) if end]
        if ends:
            until[member.id] = min(ends)
    return until


def _followed(
    row: ClaimRow, following: list[ClaimRow], statements: Mapping[str, Placed[Statement]]
) -> datetime | None:
    """When a statement that says it follows this claim's gave the same series a new figure."""
    later = [m for m in following if row.statement in _before(m.statement, statements)]
    return min((member.said.end for member in later), default=None)


def _before(statement: str, statements: Mapping[str, Placed[Statement]]) -> set[str]:
    found: set[str] = set()
    current = statements[statement].record.follows
    while current is not None and current not in found and current in statements:
        found.add(current)
        current = statements[current].record.follows
    return found
