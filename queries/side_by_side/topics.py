"""Which topics a phase's first screen shows, by one rule for every conflict (design.md §6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from queries.side_by_side.phase_account import Account, Claim
from queries.side_by_side.standing_figures import Topic, is_near

MOST_TOPICS = 5
FORCES, OTHERS, STATES, THINGS = range(4)


def topics(account: Account) -> list[Topic]:
    """At most five topics of a phase, the one that heads the page first.

    It is the first on which two parties speak, people before things, and the harm most claims are about before other
    harm. Each party's armed forces, the civilians and the captives follow where anybody spoke of them, then whatever
    else two parties speak of, then what most claimants speak of. The choice is made from all that was ever said about
    the phase, so that it is the same at every moment."""
    found = _asked(account)
    order = sorted(found, key=lambda topic: _rank(account, topic, found[topic]))
    chosen: list[Topic] = []
    for topic in order:
        if len(chosen) < MOST_TOPICS and not any(_repeats(account, topic, other) for other in chosen):
            chosen.append(topic)
    shared = [topic for topic in chosen if parties_on(account, topic) > 1]
    head = shared[0] if shared else chosen[0] if chosen else None
    rest = sorted((t for t in chosen if t != head), key=lambda t: _tier(account, t))
    return [head, *rest] if head else []


def _asked(account: Account) -> dict[Topic, list[Claim]]:
    """Every topic with its claims; those that leave the perpetrator open stand on the one on which most parties, then
    most claimants, speak."""
    told: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    for claim in account.claims:
        told[claim["family"], claim["group"]].append(claim)
    found = {}
    for (family, group), claims in told.items():
        doers = {claim["by"] for claim in claims} - {None} or {None}
        on = {by: [claim for claim in claims if by is None or claim["by"] in (None, by)] for by in doers}
        by = min(on, key=lambda doer: (-_parties(on[doer]), -len(_voices(on[doer])), doer or ""))
        found[Topic(family, group, by, on[by][0]["unit"] == "people")] = on[by]
    return found


def _rank(account: Account, topic: Topic, claims: list[Claim]) -> tuple[bool, bool, int, int, int, int, int]:
    """On this very group before near it, the wider group before one inside it, more claimants before fewer."""
    tier = _tier(account, topic)
    wide = _holds_forces(account, topic.group)
    on_it = _parties(claims)
    near = parties_on(account, topic)
    depth = account.groups[topic.group]["depth"] if topic.group else 0
    first = tier in (FORCES, OTHERS) or near > 1
    return wide, not first, tier, -on_it, -near, depth, -len(_voices(claims))


def _parties(claims: Iterable[Claim]) -> int:
    return len({claim["side"] for claim in claims if claim["side_role"] == "party"})


def _voices(claims: Iterable[Claim]) -> set[str]:
    """Claimants with a figure of their own."""
    return {claim["claimant"] for claim in claims if not claim["relies_on"]}


def _tier(account: Account, topic: Topic) -> int:
    """People before things; of people, the harm most claims are about first, armed forces before others."""
    if not topic.is_people:
        return THINGS
    if topic.family != most_told(account.claims):
        return STATES
    group = account.groups.get(topic.group or "")
    return FORCES if group and group["forces"] else OTHERS


def most_told(claims: Iterable[Claim]) -> str | None:
    """The family of people's harm that most claims are about."""
    counts: dict[str, int] = defaultdict(int)
    for claim in claims:
        counts[claim["family"]] += claim["unit"] == "people"
    return max(counts, key=lambda family: (counts[family], family)) if any(counts.values()) else None


def parties_on(account: Account, topic: Topic) -> int:
    """How many parties ever gave a figure on a topic, or on the group nearest to it."""
    spoke = {
        claim["side"]
        for claim in account.claims
        if claim["family"] == topic.family
        and (topic.by is None or claim["by"] in (None, topic.by))
        and (claim["group"] == topic.group or is_near(account, claim["group"], topic.group))
    }
    return sum(party["id"] in spoke for party in account.parties)


def _holds_forces(account: Account, group: str | None) -> bool:
    """Whether a group is so wide that armed forces of a party lie in it besides others: it would repeat their rows."""
    if group is None or account.groups[group]["forces"]:
        return False
    return any(other["forces"] and group in other["way"] for other in account.groups.values())


def _repeats(account: Account, topic: Topic, other: Topic) -> bool:
    """Whether one of two topics of a family lies in the other."""
    if topic.family != other.family:
        return False
    if topic.group is None or other.group is None:
        return topic.group == other.group
    return account.lies_in(topic.group, other.group) or account.lies_in(other.group, topic.group)
