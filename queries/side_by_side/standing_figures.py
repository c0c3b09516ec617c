"""What each side's figure is at a moment: one rule for every side (design.md §6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from queries.side_by_side.phase_account import Account, Claim

# Of figures of one day, an office or a group that speaks for itself stands before an unnamed voice.
LATER_VOICES = {"local_police": 1, "resident": 2, "unnamed": 3, "unattributed": 4}


@dataclass(frozen=True)
class Topic:
    """What is put side by side: a metric family and a group, attributed to `by` or to nobody. `is_people` tells what
    is counted."""

    family: str
    group: str | None
    by: str | None
    is_people: bool = True


@dataclass(frozen=True)
class Standing:
    """The figures of one side on a topic at a moment, the one that stands for it first. `is_near`: the side has none on
    this very group and is met through the nearest one."""

    side: str | None
    claims: tuple[Claim, ...]
    is_near: bool = False

    @property
    def lead(self) -> Claim:
        """The figure that stands for the side."""
        return self.claims[0]


def sides_of(claims: Iterable[Claim], sides: Iterable[str], zone: str) -> list[Standing]:
    """The sides that have figures among the current claims of one question (queries/compare/question_claims.sql), in
    the one order of sides, those without a side last."""
    found = []
    told = [claim for claim in claims if not claim["is_beside"]]
    for side in (*sides, None):
        own = [claim for claim in told if claim["side"] == side]
        exact = [claim for claim in own if not claim["is_near"]]
        if own:
            found.append(Standing(side, tuple(in_order(exact or own, zone)), not exact))
    return found


def stands(claim: Claim, at: datetime | None) -> bool:
    """Whether a claim had been said by the moment, was the latest of its series and not withdrawn (design.md §5.1)."""
    ends = [end for end in (claim["superseded_at"], claim["withdrawn_at"]) if end is not None]
    if at is None:
        return not ends
    return claim["said_to"] <= at and all(end > at for end in ends)


def standing(account: Account, topic: Topic, at: datetime | None, zone: str) -> list[Standing]:
    """Every side's figures on a topic, sides in their one order; a side without any is left out."""
    told = [claim for claim in account.claims if is_on(claim, topic) and stands(claim, at)]
    found = []
    for side in (*(side["id"] for side in account.sides), None):
        own = [claim for claim in told if claim["side"] == side]
        exact = [claim for claim in own if claim["group"] == topic.group]
        is_party = any(party["id"] == side for party in account.parties)
        near = [] if exact or not is_party else [c for c in own if is_near(account, c["group"], topic.group)]
        if exact or near:
            found.append(Standing(side, tuple(in_order(exact or near, zone)), not exact))
    return found


def is_on(claim: Claim, topic: Topic) -> bool:
    """Whether a claim counts what the topic is about, of whatever group; one that leaves the perpetrator open does."""
    return claim["family"] == topic.family and (topic.by is None or claim["by"] in (None, topic.by))


def is_near(account: Account, group: str | None, other: str | None) -> bool:
    """Whether a group lies just inside another or around it; the root of the tree is near to nothing."""
    if group is None or other is None or group == other:
        return False
    if account.lies_in(other, group):
        return account.groups[group]["depth"] > 0
    return account.lies_in(group, other) and account.groups[group]["depth"] == account.groups[other]["depth"] + 1


def in_order(claims: Iterable[Claim], zone: str) -> list[Claim]:
    """Figures of a side's own before borrowed ones, then the newest day, then offices before unnamed voices, then
    numbers before words, then by name."""
    return sorted(
        claims,
        key=lambda claim: (
            is_borrowed(claim),
            -day_of(claim, zone).toordinal(),
            LATER_VOICES.get(claim["claimant_kind"], 0),
            claim["form"] in ("word", "none_reported"),
            claim["claimant_name"],
            claim["position"],
        ),
    )


def is_borrowed(claim: Claim) -> bool:
    """Whether it repeats or sums others' figures, was counted by us, or is read differently by its relays: it then
    stands for its side only where nothing else does (design.md §5.8)."""
    return bool(claim["relies_on"] or claim["counted"] or claim["disputed_reading"])


def day_of(claim: Claim, zone: str) -> datetime:
    """The local day on which it was said at the latest: midnight ends the day before."""
    moment: datetime = claim["said_to"] - timedelta(seconds=1)
    return moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
