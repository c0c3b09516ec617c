"""What is known of a conflict before the first figure: its title, its zone, who speaks in it, and its phases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass

from ledger.shapes.moments import Moment, read_day

# A party is a state or an armed group: that decides where its people stand in the tree of groups.
ROLES = ("state", "armed-group", "third-party", "tally")
IN_DATASET = {"state": "party", "armed-group": "party", "third-party": "third_party", "tally": "tally"}
ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
SIDE_FORM = 'write "NAME:ROLE" with one of the roles ' + ", ".join(ROLES)
PHASE_FORM = 'write "NAME:DAY" with the day of its first attack, such as "The first week:2031-03-10"'


@dataclass(frozen=True)
class Side:
    """One side: a party (a state or an armed group), third parties, or tallies of others' figures."""

    id: str
    name: str
    role: str

    @property
    def is_party(self) -> bool:
        """Whether it fights."""
        return IN_DATASET[self.role] == "party"


@dataclass(frozen=True)
class Phase:
    """One phase; `zero` is the day of its first attack, or None where it lies between others."""

    id: str
    name: str
    zero: str | None


@dataclass(frozen=True)
class Beginning:
    """Everything that a new folder is made from."""

    title: str
    timezone: str
    sides: tuple[Side, ...]
    phases: tuple[Phase, ...]
    contact: str = "the keeper of this folder"

    @property
    def parties(self) -> tuple[Side, ...]:
        """The sides that fight."""
        return tuple(side for side in self.sides if side.is_party)


def read_side(text: str, taken: Container[str] = ()) -> Side:
    """`Northland:state`, or `north=Northland:state` where the id must be given. ValueError says what to write."""
    named, colon, role = text.rpartition(":")
    role = role.strip().lower().replace("_", "-").replace(" ", "-")
    if not colon or not named.strip() or role not in ROLES:
        raise ValueError(f'side "{text}": {SIDE_FORM}')
    name, identity = _named(named, "side", taken)
    return Side(identity, name, role)


def read_phase(text: str, taken: Container[str] = ()) -> Phase:
    """`The spring:2031-03-10`, `spring=The spring:2031-03-10`, or a name alone. ValueError says what to write."""
    named, colon, day = text.rpartition(":")
    if not colon:
        named, day = text, ""
    if not named.strip():
        raise ValueError(f'phase "{text}": {PHASE_FORM}')
    if day.strip():
        try:
            read_day(day.strip())
        except ValueError as error:
            raise ValueError(f'phase "{text}": {error}; {PHASE_FORM}') from error
    name, identity = _named(named, "phase", taken)
    return Phase(identity, name, day.strip() or None)


def read_zone(text: str) -> str:
    """A time zone by its name, such as Asia/Tokyo. ValueError says what to write."""
    Moment.zone_of(text.strip())
    return text.strip()


def completed(sides: list[Side]) -> tuple[Side, ...]:
    """The sides, with one for third parties and one for tallies: sooner or later both are needed."""
    extra = [
        Side("independent", "Third parties", "third-party"),
        Side("tallies", "Tallies of others' figures", "tally"),
    ]
    roles, taken = {side.role for side in sides}, {side.id for side in sides}
    return (*sides, *(side for side in extra if side.role not in roles and side.id not in taken))


def id_of(name: str) -> str:
    """A name as an id: lower case, no accents, hyphens; empty where nothing of it can stay (other scripts)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]


def _named(text: str, noun: str, taken: Container[str]) -> tuple[str, str]:
    """Name and id of `name` or `id=name`."""
    given, equals, name = text.partition("=")
    identity, name = (given.strip(), name.strip()) if equals else (id_of(text), text.strip())
    if not name or not ID.fullmatch(identity):
        example = f'"north={name or "Name"}"'
        raise ValueError(f'{noun} "{text}": write an id of a-z, 0-9 and - in front of the name, as in {example}')
    if identity in taken:
        example = f'"other={name}"'
        raise ValueError(f'{noun} "{text}": the id "{identity}" is taken; write another in front, as in {example}')
    return name, identity
