"""A phase's topics with what each side said of them, at one moment or at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from queries.ask_store import Store
from queries.side_by_side.phase_account import Account, Claim, Pair, gate_of, phase_account
from queries.side_by_side.standing_figures import Standing, Topic, standing
from queries.side_by_side.topics import topics


@dataclass(frozen=True)
class TopicRow:
    """One topic at one moment: `sides` in their one order; `pair` is the gate's row for the two parties' leading
    figures, or None where not both have spoken."""

    topic: Topic
    group_name: str | None
    sides: tuple[Standing, ...]
    pair: Mapping[str, Any] | None = None

    @cached_property
    def leads(self) -> dict[str | None, Claim]:
        """The leading claim of each side that has spoken."""
        return {own.side: own.lead for own in self.sides}

    @property
    def example(self) -> Claim:
        """A claim of the topic, for its names."""
        return self.sides[0].lead


@dataclass(frozen=True)
class PhaseStory:
    """A phase's topics, worked out for every moment at once. `rows` by moment; None is the latest."""

    account: Account
    zone: str
    topics: tuple[Topic, ...]
    rows: Mapping[datetime | None, tuple[TopicRow, ...]]
    names: Mapping[Topic, tuple[Claim, str | None]]


def phase_story(store: Store, phase: str, zone: str) -> PhaseStory:
    """Everything the first screens of a phase show, at all its moments, with one question for the gate of all pairs."""
    account = phase_account(store, phase)
    chosen = topics(account)
    moments: list[datetime | None] = [*account.moments, None]
    bare = {at: [(topic, tuple(standing(account, topic, at, zone))) for topic in chosen] for at in moments}
    pairs = gate_of(store, _pairs(account, (row for rows in bare.values() for row in rows)))
    rows = {
        at: tuple(
            TopicRow(topic, group_name(account, topic), sides, pairs.get(pair_of(account, sides) or ("", "")))
            for topic, sides in told
        )
        for at, told in bare.items()
    }
    examples = {topic: next(claim for claim in account.claims if _names(claim, topic)) for topic in chosen}
    names = {topic: (example, group_name(account, topic)) for topic, example in examples.items()}
    return PhaseStory(account, zone, tuple(chosen), rows, names)


def pair_of(account: Account, sides: Sequence[Standing]) -> Pair | None:
    """The two parties' leading claims; where more than two have spoken, those of the first two by name."""
    parties = {party["id"] for party in account.parties}
    leads = [own.lead["id"] for own in sides if own.side in parties]
    return (leads[0], leads[1]) if len(leads) > 1 else None


def group_name(account: Account, topic: Topic) -> str | None:
    """What the topic's group is called."""
    return str(account.groups[topic.group]["name"]) if topic.group else None


def _pairs(account: Account, told: Iterable[tuple[Topic, Sequence[Standing]]]) -> list[Pair]:
    return [pair for _, sides in told if (pair := pair_of(account, sides))]


def _names(claim: Claim, topic: Topic) -> bool:
    return claim["family"] == topic.family and claim["group"] == topic.group
