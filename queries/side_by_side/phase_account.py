"""Everything a phase's topics are made of, read from the store once: what stood at any moment is then worked out from
it in no time, for the page at a moment that nobody asked for before and for a replay of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from queries.ask_store import Store, ask_rows

Claim = Mapping[str, Any]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Account:
    """One phase. `claims`: columns of claims_of_phase.sql, in the data's order. `sides`: id, name, short, role in the
    one order of sides. `groups` by id: name, side, forces, depth and `way`, itself and all it lies in up to the root.
    `moments`: when something was said (naive UTC, ascending), whatever it was."""

    phase: str
    claims: tuple[Claim, ...]
    sides: tuple[Mapping[str, Any], ...]
    groups: Mapping[str, Mapping[str, Any]]
    moments: tuple[datetime, ...]
    gated: dict[Pair, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def place_key(self) -> str:
        """What its claims are about: the whole, or where nobody spoke of it the place that most claims are about."""
        return str(self.claims[0]["place_key"]) if self.claims else "operation"

    @property
    def place(self) -> str | None:
        """The name of that place; None for the whole."""
        return None if self.place_key == "operation" else str(self.claims[0]["place_names"])

    @property
    def parties(self) -> list[Mapping[str, Any]]:
        """The sides that are parties, by name."""
        return [side for side in self.sides if side["role"] == "party"]

    def lies_in(self, group: str | None, other: str | None) -> bool:
        """Whether a group is another or lies in it."""
        return group is not None and other in self.groups[group]["way"]


def phase_account(store: Store, phase: str) -> Account:
    """Read a phase's account."""
    groups = {row["id"]: row for row in ask_rows(store, "side_by_side/group_ways")}
    moments = tuple(row["moment"] for row in ask_rows(store, "frame/moments", phase=phase))
    claims = tuple(ask_rows(store, "side_by_side/claims_of_phase", phase=phase))
    return Account(phase, claims, tuple(ask_rows(store, "frame/side_order")), groups, moments)


def gate_of(store: Store, pairs: Iterable[Pair]) -> dict[Pair, Mapping[str, Any]]:
    """The gate's row for each pair of claim ids, in one question: level, a *_relation and *_level for each line,
    factor_low and factor_high (design.md §5.2)."""
    wanted = [{"a": a, "b": b} for a, b in dict.fromkeys(pairs)]
    if not wanted:
        return {}
    return {(row["a"], row["b"]): row for row in ask_rows(store, "side_by_side/gate_of_pairs", pairs=wanted)}
