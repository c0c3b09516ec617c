"""The honest sentence: how many places were named by whom, and how many have a figure from whom (rules.md N11)."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pages.parts.cities.told_of_places import Told, counted, listed

SHOWN_NAMES = 4


def sentences(told: Told, several: pd.DataFrame) -> list[str]:
    """Computed from what was read by T; `several` is queries.cities.figures_from_several."""
    present = told.present[told.present["place_key"].isin(told.cities)]
    parties = told.sides[told.sides["role"] == "party"]
    named = {row.name: _keys(present, row.id) for row in parties.itertuples()}
    given = {row.name: _keys(present, row.id, "figure") for row in parties.itertuples()}
    every, with_figure = _all(present), _all(present[present["state"] == "figure"])
    if not every:
        return []
    pages = counted(told.frame.pages_read, "page")
    districts = sum(told.by_key[key]["level"] == "district" for key in every)
    own = f" ({districts} of them {'a district' if districts == 1 else 'districts'})" if districts else ""
    lines = [
        f"In the {pages} read for {told.frame.phase_name}, {counted(len(every), 'place is', 'places are')} named{own}"
        f"{_shares(named, every, 'by')}.",
        _figures(given, every, with_figure),
    ]
    lines += _same_kind(told, several, given)
    combined = told.present[told.present["place_key"].isin(told.rows[told.rows["is_set"]]["place_key"])]
    sets = _all(combined[combined["state"] == "figure"])
    if sets:
        lines.append(
            f"Figures for several places together were given for {counted(len(sets), 'group')} of places; "
            "they are not divided among them."
        )
    return lines


def _keys(present: pd.DataFrame, side: str, state: str | None = None) -> set[str]:
    own = present[present["side"] == side]
    return _all(own if state is None else own[own["state"] == state])


def _all(present: pd.DataFrame) -> set[str]:
    return set(present["place_key"])


def _shares(by_party: Mapping[str, set[str]], every: set[str], word: str) -> str:
    """`: 16 by League, 19 by Crown; 12 by both, 10 by neither`."""
    if not by_party:
        return ""
    text = f": {listed(f'{len(keys)} {word} {name}' for name, keys in by_party.items())}"
    if len(by_party) > 1:
        both, neither = (" both", "neither") if len(by_party) == 2 else (f" all {len(by_party)} parties", "no party")
        shared, anybody = set.intersection(*by_party.values()), set.union(*by_party.values())
        text += f"; {len(shared)} {word}{both}, {len(every - anybody)} {word} {neither}"
    return text


def _figures(given: Mapping[str, set[str]], every: set[str], with_figure: set[str]) -> str:
    """How many places have a figure of their own, from whom, and how many have none from anybody."""
    has = "has" if len(with_figure) == 1 else "have"
    none = len(every - with_figure)
    first = f"{len(with_figure)} {has} a figure of any kind of their own{_shares(given, with_figure, 'from')}"
    if not with_figure:
        first = "None has a figure of its own"
        return f"{first}: every one of them is only named."
    return f"{first}. {none} {'has' if none == 1 else 'have'} no figure from anybody."


def _same_kind(told: Told, several: pd.DataFrame, given: Mapping[str, set[str]]) -> list[str]:
    """Whether any place can be compared at all: the same kind of harm to the same people, from several parties."""
    if len(given) < 2:
        return []
    who = "both parties" if len(given) == 2 else "two parties"
    places = [told.names[key] for key in several["place_key"].unique()]
    if not places:
        return [f"At no place do {who} give a figure of the same kind for the same people."]
    more = f" and {len(places) - SHOWN_NAMES} more" if len(places) > SHOWN_NAMES else ""
    shown = ", ".join(places[:SHOWN_NAMES]) if more else listed(places)
    kind = "a figure of the same kind for the same people, or for some of them"
    return [f"At {counted(len(places), 'place')} ({shown}{more}) {who} give {kind}."]
