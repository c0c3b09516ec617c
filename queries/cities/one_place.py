"""Everything known of one place: asked once for all moments, then cut at T."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from queries.ask_store import Store, ask_rows
from queries.cities.said_by import is_replaced, is_said, is_standing, is_withdrawn

Row = Mapping[str, Any]
MOST_CLAIMS = 2000  # what a card is drawn from while a reader waits; the real data have 148 about their busiest place
LADDERLESS = ("unnamed", "unattributed")  # each such voice stands for itself and revises nothing (design.md §5.1)


@dataclass(frozen=True)
class OnePlace:
    """`claims` with `relation` (here, inside, together, around), `events`, `namings`, `printings`: what was read of it
    in which report. `beyond`: how many claims about it are of phases that were left out."""

    claims: tuple[Row, ...]
    events: tuple[Row, ...]
    namings: tuple[Row, ...]
    printings: tuple[Row, ...]
    beyond: int = 0

    def at(self, t: datetime | None) -> OnePlace:
        """What had been said, and had happened, by T."""
        return OnePlace(
            tuple(row for row in self.claims if is_said(row, t)),
            tuple(row for row in self.events if t is None or row["when_from"] <= t),
            tuple(row for row in self.namings if is_said(row, t)),
            tuple(row for row in self.printings if is_said(row, t)),
            self.beyond,
        )


@dataclass(frozen=True)
class Counted:
    """One thing that was counted at a place or inside it, and the figures given for it, sides in order: same phase,
    metric, group, words, site and attribution; an attribution left out joins the only one that is stated. `replaced`
    are those that a later one of the same claimant stood in place of."""

    standing: tuple[Row, ...]
    replaced: tuple[Row, ...]

    @property
    def first(self) -> Row:
        """A row that names what was counted."""
        return (*self.standing, *self.replaced)[0]

    @property
    def every(self) -> tuple[Row, ...]:
        """All figures for it."""
        return self.standing + self.replaced

    @property
    def is_disputed(self) -> bool:
        """Whether it has several answers."""
        return len({words_of(row) for row in self.every}) > 1

    @property
    def bounds_meet(self) -> bool | None:
        """Whether one number lies within all the stated bounds; None where not all have bounds."""
        lows, highs = _given(self.every, "low"), _given(self.every, "high")
        return None if not lows or not highs else max(lows) <= min(highs)


def _given(rows: Iterable[Row], name: str) -> list[float]:
    return [row[name] for row in rows if row[name] is not None]


def words_of(row: Row) -> str:
    """The value as printed, or the day."""
    return str(row["label"] or row["on_words"])


def one_place(store: Store, place: str, phase: str, most: int = MOST_CLAIMS) -> OnePlace:
    """Read what was ever said of a place. Of one about which there are more claims than `most`, what was said of the
    phase and of those about it, as far as that number goes, and of this phase always."""
    claims = tuple(ask_rows(store, "cities/claims_of_place", place=place, phase=phase, most=most))
    beyond = int(claims[0]["beyond"]) if claims else 0
    phases = sorted({row["phase"] for row in claims}) if beyond else None
    events, namings = (tuple(ask_rows(store, f"cities/{name}_of_place", place=place)) for name in ("events", "namings"))
    printings = tuple(ask_rows(store, "cities/reports_of_place", place=place, phases=phases))
    return OnePlace(claims, events, namings, printings, beyond)


def reports_at(known: OnePlace) -> list[dict[str, Any]]:
    """One row is a report with a claim about the place or one inside it, or that names it: publisher, agency,
    published, url, not_linked, read, phase_name, claims and namings (how many statements)."""
    found: dict[str, dict[str, Any]] = {}
    for row in known.printings:
        report = found.setdefault(row["id"], {**row, "claims": 0, "namings": 0})
        report["claims"] += row["claim"] is not None
        report["namings"] += row["statement"] is not None
    return list(found.values())


def counted_at(claims: Sequence[Row], t: datetime | None) -> list[Counted]:
    """What was counted at the place or inside it, most answers first. Figures for their own window only are told with
    the claims, not put beside cumulative ones (design.md §2)."""
    told = [
        row
        for row in claims
        if row["relation"] in ("here", "inside")
        and (row["label"] is not None or row["on_words"] is not None)
        and row["form"] != "none_reported"
        and row["counting"] != "period"
        and not is_withdrawn(row, t)
    ]
    same: dict[tuple, list[Row]] = {}
    for row in told:
        same.setdefault(_question(row), []).append(row)
    asked: dict[tuple, list[Row]] = {}
    for key, rows in same.items():
        doers = {row["by"] for row in rows} - {None}
        for row in rows:
            asked.setdefault((*key, row["by"] if len(doers) > 1 else None), []).append(row)
    found = [
        Counted(tuple(r for r in rows if is_standing(r, t)), tuple(r for r in rows if is_replaced(r, t)))
        for rows in asked.values()
    ]
    return sorted(found, key=_weight)


def _question(row: Row) -> tuple:
    return row["phase"], row["metric"], row["group"], row["who_key"], row["site"] or ""


def _weight(counted: Counted) -> tuple:
    row = counted.first
    sides = {one["side"] for one in counted.every}
    order = row["group_position"] if row["group_position"] is not None else -1
    return -row["phase_position"], not counted.is_disputed, -len(sides), row["metric_position"], order, row["who_key"]


def revised_from(row: Row, rows: Sequence[Row], t: datetime | None) -> list[Row]:
    """The earlier figures of the same claimant's series that this one stands in place of, oldest first."""
    if row["claimant_kind"] in LADDERLESS:
        return []
    earlier = [one for one in rows if one["series"] == row["series"] and is_replaced(one, t)]
    return sorted(earlier, key=lambda one: (one["said_to"] is None, one["said_to"], one["position"]))
