"""Who named how many places, in words: the heading of Cities and the sentences below, by one rule for every party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Party = Mapping[str, Any]
Keys = set[str]
NOBODY = "No place named yet, in what was read"
SHOWN_NAMES = 4
HELD = "\N{NO-BREAK SPACE}"  # a number stays in the line of its owner
NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def named_finding(parties: Sequence[Party], named: Mapping[Any, Keys], every: Keys, alike: Sequence[str]) -> str:
    """`Places named: League 16, Council 22, both 12; at none do both count the same thing`. `named` by side, parties in
    their one order; `alike` are the names of the places where two parties gave a figure of one kind."""
    if not every:
        return NOBODY
    spoken = [party for party in parties if named.get(party["id"])]
    if not spoken:
        return f"Places named: {len(every)}{', by no party' if parties else ''} in what was read"
    counts = [f"{party['name']}{HELD}{len(named[party['id']])}" for party in spoken]
    text = f"Places named: {', '.join(counts)}"
    silent = [str(party["name"]) for party in parties if party not in spoken]
    if len(spoken) > 1:
        shared = set.intersection(*(named[party["id"]] for party in spoken))
        text += f", {both(len(spoken))}{HELD}{len(shared)}"
        text += f"; {_same_thing(alike, len(parties))}"
    who = " or ".join(silent) if len(silent) < 3 else f"the other {_number(len(silent))} parties"
    return f"{text}; no place from {who} in what was read" if silent else text


def both(parties: int) -> str:
    """`both`, `all three`."""
    return "both" if parties == 2 else f"all {_number(parties)}"


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _same_thing(alike: Sequence[str], parties: int) -> str:
    who = "both" if parties == 2 else "two"
    if not alike:
        return f"at none do {who} count the same thing"
    if len(alike) <= 2:
        return f"only at {' and '.join(alike)} do {who} count the same thing"
    return f"at {len(alike)} do {who} count the same thing"


def sentences(
    pages: str, parties: Sequence[Party], named: Mapping[Any, Keys], figured: Mapping[Any, Keys], *,
    districts: int, alike: Sequence[str], sets: int,
) -> list[str]:
    """The finding at length: how many places were named by whom, how many have a figure of their own and from whom,
    whether any can be compared (rules.md N11). `named` and `figured` by side, whoever it is."""
    every, with_figure = set().union(*named.values()), set().union(*figured.values())
    if not every:
        return []
    own = f" ({districts} of them {'a district' if districts == 1 else 'districts'})" if districts else ""
    lines = [
        f"In the {pages}, {counted(len(every), 'place is', 'places are')} named{own}"
        f"{_shares(parties, named, every, 'by')}.",
        _figures(parties, figured, every, with_figure),
        *([_alike(alike, len(parties))] if len(parties) > 1 else []),
    ]
    if sets:
        lines.append(
            f"Figures for several places together were given for {counted(sets, 'group')} of places; they are not "
            "divided among them."
        )
    return lines


def _shares(parties: Sequence[Party], by_side: Mapping[Any, Keys], every: Keys, word: str) -> str:
    """`: 16 by League, 19 by Crown; 12 by both, 10 by neither`."""
    if not parties:
        return ""
    keys = [by_side.get(party["id"], set()) for party in parties]
    told = [f"{len(own)} {word} {party['name']}" for own, party in zip(keys, parties, strict=True)]
    text = f": {', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else f": {told[0]}"
    if len(parties) > 1:
        shared, anybody = set.intersection(*keys), set.union(*keys)
        neither = "neither" if len(parties) == 2 else "no party"
        every_one = "both" if len(parties) == 2 else f"all {len(parties)} parties"
        text += f"; {len(shared)} {word} {every_one}, {len(every - anybody)} {word} {neither}"
    return text


def _figures(parties: Sequence[Party], figured: Mapping[Any, Keys], every: Keys, with_figure: Keys) -> str:
    if not with_figure:
        return "None has a figure of its own: every one of them is only named."
    has, none = "has" if len(with_figure) == 1 else "have", len(every - with_figure)
    shares = _shares(parties, figured, with_figure, "from")
    first = f"{len(with_figure)} {has} a figure of any kind of their own{shares}"
    return f"{first}. {none} {'has' if none == 1 else 'have'} no figure from anybody." if none else f"{first}."


def _alike(alike: Sequence[str], parties: int) -> str:
    who = "both parties" if parties == 2 else "two parties"
    if not alike:
        return f"At no place do {who} give a figure of the same kind for the same people."
    more = f" and {len(alike) - SHOWN_NAMES} more" if len(alike) > SHOWN_NAMES else ""
    kind = "a figure of the same kind for the same people, or for some of them"
    return f"At {counted(len(alike), 'place')} ({', '.join(alike[:SHOWN_NAMES])}{more}) {who} give {kind}."


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 place`, `3 places`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
