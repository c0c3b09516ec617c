"""Which claim takes the place of which: a later one of its series, never another claimant's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from ledger.claims.claim_rows import ClaimRow
from ledger.claims.vocabulary import Vocabulary
from ledger.shapes.read_folder import Placed
from ledger.shapes.statement_records import Statement

REPLACING_NOTHING = ("unnamed", "unattributed")


def succession(
    claims: Iterable[ClaimRow], statements: Mapping[str, Placed[Statement]], words: Vocabulary
) -> dict[str, datetime]:
    """By claim, the moment from which a later one stands in its place (`superseded_at`), for those of which one does.

    A later one is one whose saying began when the other's had ended, or whose statement follows the other's.
    Two of one day without `follows` leave both current: file order never decides.
    """
    series: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in claims:
        if _takes_part(row, words):
            series[row.series].append(row)
    until: dict[str, datetime] = {}
    for members in series.values():
        if len(members) > 1:
            until |= _ends(members, statements)
    return until


def _takes_part(row: ClaimRow, words: Vocabulary) -> bool:
    claimant = words.claimants.get(row.claimant)
    if claimant is None or claimant.kind in REPLACING_NOTHING:
        return False
    return row.counting != "period" and row.record.counted is None


def _ends(members: list[ClaimRow], statements: Mapping[str, Placed[Statement]]) -> dict[str, datetime]:
    """When each member of a series was succeeded, for those that were."""
    starts, earliest = _beginnings(members)
    followed = _followed(members, statements)
    until: dict[str, datetime] = {}
    for member in members:
        end = member.said.end
        if end is None:
            continue
        # A time has no length: another statement of that very minute is not a later one.
        first = (bisect_right if member.said.start == end else bisect_left)(starts, end)
        ends = [earliest[first]] if first < len(earliest) else []
        if member.statement in followed:
            ends.append(followed[member.statement])
        if ends:
            until[member.id] = min(ends)
    return until


def _beginnings(members: list[ClaimRow]) -> tuple[list[datetime], list[datetime]]:
    """When the dated members began, sorted; and for each, when the first from it on had been said."""
    dated = sorted((m.said.start, m.said.end) for m in members if m.said.start and m.said.end)
    earliest = [end for _, end in dated]
    for number in range(len(dated) - 2, -1, -1):
        earliest[number] = min(earliest[number], earliest[number + 1])
    return [start for start, _ in dated], earliest


def _followed(members: list[ClaimRow], statements: Mapping[str, Placed[Statement]]) -> dict[str, datetime]:
    """By statement, when the first that says it came after it had given the same series a new figure."""
    found: dict[str, datetime] = {}
    for member in members:
        end = member.said.end
        if end is None:
            continue
        earlier = statements[member.statement].record.follows
        # Where an earlier end stands already, one stands at everything before it too.
        while earlier is not None and earlier in statements and end < found.get(earlier, datetime.max):
            found[earlier] = end
            earlier = statements[earlier].record.follows
    return found
