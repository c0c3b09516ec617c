"""The tree of groups (design.md §2) with the parties' own people put in."""

from __future__ import annotations

from typing import Any

from ledger.begin.beginning import Beginning, Side

Node = dict[str, Any]
PEOPLE = {"id": "people", "name": "People", "definition": "Everybody, with nobody set apart."}
WHO: list[Node] = [
    {"id": "women", "name": "women"},
    {"id": "men", "name": "men"},
    {"id": "children", "name": "children"},
    {"id": "elderly", "name": "elderly"},
    {"id": "named", "name": "named", "definition": "People whose names the claimant published. No name is kept here."},
    {"id": "unidentified", "name": "unidentified"},
]


def group_nodes(beginning: Beginning) -> list[Node]:
    """The groups, parents first. With an armed group: fighters and not fighters; with states alone: each state's
    armed forces, and civilians with each state's own."""
    states = [side for side in beginning.parties if side.role == "state"]
    armed = [side for side in beginning.parties if side.role == "armed-group"]
    if not armed:
        return [PEOPLE, *(_forces(side, "people") for side in states), *_civilians(states, "people")]
    return [
        PEOPLE,
        _fighters(armed),
        *(_members(side) for side in armed),
        {
            "id": "not_fighters",
            "name": "Not fighters",
            "parent": "people",
            "definition": "Everybody but fighters: what is left when a claimant leaves fighters out.",
        },
        *(_forces(side, "not_fighters") for side in states),
        *_civilians([], "not_fighters"),
    ]


def own_group(side: Side) -> str:
    """The id of a party's own armed people."""
    name = side.id.replace("-", "_")
    return f"{name}_forces" if side.role == "state" else f"{name}_members"


def _fighters(armed: list[Side]) -> Node:
    """Of one armed group the side is known; of several, a figure that names none of them is nobody's."""
    whose = {"side": armed[0].id} if len(armed) == 1 else {}
    meaning = "People a claimant describes as taking part in the fighting for an armed group, without naming the group."
    return {"id": "fighters", "name": "Fighters", "parent": "people", **whose, "forces": True, "definition": meaning}


def _members(side: Side) -> Node:
    meaning = f"People a claimant describes as members of {side.name}."
    return {
        "id": own_group(side),
        "name": f"{side.name} members",
        "parent": "fighters",
        "side": side.id,
        "definition": meaning,
    }


def _forces(side: Side, parent: str) -> Node:
    meaning = f"Soldiers, police and other armed or uniformed personnel of {side.name}, as the claimant describes them."
    return {
        "id": own_group(side),
        "name": f"{side.name}: armed forces",
        "parent": parent,
        "side": side.id,
        "forces": True,
        "definition": meaning,
    }


def _civilians(states: list[Side], parent: str) -> list[Node]:
    meaning = "People a claimant describes as civilians, or plainly by a civilian occupation."
    own = [
        {
            "id": f"{side.id.replace('-', '_')}_civilians",
            "name": f"{side.name}: civilians",
            "parent": "civilians",
            "side": side.id,
            "definition": f"Civilians a claimant places on the side of {side.name}.",
        }
        for side in states
    ]
    return [
        {"id": "civilians", "name": "Civilians", "parent": parent, "definition": meaning},
        *own,
        {
            "id": "status_unknown",
            "name": "Status unknown",
            "parent": parent,
            "definition": "People whom the claimant describes neither as civilians nor as anybody's armed forces.",
        },
    ]
