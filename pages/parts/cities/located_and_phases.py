"""What of the totals was tied to a place, and the places of the phases compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from charts import words
from charts.cities.named_finding import counted
from pages.parts.cities.place_choice import place_link
from pages.parts.claims.places_named import figure_words, places_of
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, Column, folded, inner_link, joined, table, tag
from pages.parts.frame.running_page import Frame
from queries.cities.located import located_at, tied_to_places
from queries.cities.phase_places import FIGURE, PlaceTold, listed
from queries.frame.phases_and_sides import phases

Row = Mapping[str, Any]
EMPTY = "not in what was read"
MOST_PHASES = 6


def located_tables(frame: Frame) -> Markup:
    """What of each whole-operation figure its claimant tied to a place; the rest is left as it was said."""
    found = located_at(answer(tied_to_places, frame, frame.phase), frame.at)
    if not found:
        return Markup("")
    tied = {key: rows for key, rows in found.items() if any(row["tied_claim"] is not None for row in rows)}
    lead = (
        f"{len(tied)} of {counted(len(found), 'figure')} for {frame.whole} come with a figure that the same "
        "claimant tied to a place. What is left has no place in what was read, and is given none here."
    )
    whole_name = words.sentence_case(frame.whole.removeprefix("the "))
    columns = [Column(c) for c in ("Claimant", whole_name, "Tied to a place by the same claimant", "Said")]
    body = list(located_rows(frame.zone, sorted(found.values(), key=lambda rows: rows[0]["id"] not in tied)))
    return folded("What of the totals was tied to a place", table(columns, body, caption=lead))


def located_rows(zone: str, found: Sequence[Sequence[Row]]) -> Iterator[list[Cell]]:
    """One row is a whole-operation figure: owner first, then its own located figures in words."""
    for rows in found:
        row = rows[0]
        texts = list(dict.fromkeys(tied_words(tie) for tie in rows if tie["tied_claim"] is not None))
        link = inner_link(figure_words(row), "sources", claim=row["id"])
        yield [row["claimant_name"], link, "; ".join(texts), words.said(row, zone)]


def tied_words(tie: Row) -> str:
    """`11 in Hill district (League members; this window only)`."""
    others = " and others" if tie["tied_and_others"] else ""
    notes = [tie["tied_site"]] if tie["tied_site"] else []
    notes += [tie["tied_group"]] if tie["tied_group"] and tie["tied_group"] != tie["group_name"] else []
    notes += [tie["tied_who"]] if tie["tied_who"] else []
    notes += ["this window only"] if tie["tied_counting"] == "period" else []
    places = listed(str(tie["tied_places"]).split(", "))
    return f"{tie['tied_label']} in {places}{others}" + (f" ({'; '.join(notes)})" if notes else "")


def by_phase(frame: Frame) -> list[tuple[str, list[PlaceTold]]]:
    """Each phase in which a place was named by the moment, with its places: the phase of the page and those about it,
    at most six, as many as stand side by side in a table."""
    names = dict(answer(phases, frame)[["id", "name"]].itertuples(index=False))
    shown = phases_about(list(names), frame.phase)
    found = [(str(names[phase]), [p for p in places_of(frame, phase).at(frame.at) if p.is_city]) for phase in shown]
    return [(name, places) for name, places in found if places]


def phases_about(ids: Sequence[str], phase: str) -> Sequence[str]:
    """The phase and those nearest to it in their order, at most six."""
    first = max(0, min(ids.index(phase) - MOST_PHASES // 2, len(ids) - MOST_PHASES))
    return ids[first : first + MOST_PHASES]


def phases_compared(frame: Frame) -> tuple[list[Markup], Markup]:
    """A sentence for every combination of phases in which places are named, and the table, folded; nothing where there
    is one phase only."""
    told = by_phase(frame)
    if len(told) < 2:
        return [], Markup("")
    number = len(answer(phases, frame))
    left_out = f"Of the {number} {frame.phase_word}s, {frame.phase_name} and those about it, six in all, are compared."
    lead = [tag("span", left_out)] if number > MOST_PHASES else []
    return [*lead, *phase_sentences(told)], phase_table(frame, told)


def phase_sentences(told: Sequence[tuple[str, Sequence[PlaceTold]]]) -> Iterator[Markup]:
    """`In The spring and The autumn: 1 place. Mill.`"""
    spoken: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for number, (_, places) in enumerate(told):
        for place in places:
            spoken.setdefault(place.key, []).append(number)
            names[place.key] = place.name
    groups: dict[tuple[int, ...], list[str]] = {}
    for key, numbers in spoken.items():
        groups.setdefault(tuple(numbers), []).append(names[key])
    for group in sorted(groups, key=lambda group: (-len(group), group)):
        shown = sorted(groups[group])
        within = [told[number][0] for number in group]
        which = f"In {listed(within)}" if len(within) > 1 else f"Only in {within[0]}"
        yield joined([tag("b", f"{which}: {counted(len(shown), 'place')}. "), ", ".join(shown), "."])


def phase_table(frame: Frame, told: Sequence[tuple[str, Sequence[PlaceTold]]]) -> Markup:
    """Every place phase by phase: how many claimants named it, how many gave a figure."""
    cells: dict[tuple[str, str], dict[int, str]] = {}
    for number, (_, places) in enumerate(told):
        for place in places:
            figures = sum(voice.state == FIGURE for voice in place.voices)
            figure = f"a figure from {figures}" if figures else "no figure"
            text = f"{counted(len(place.voices), 'claimant')}, {figure}"
            cells.setdefault((place.name, place.key), {})[number] = text
    order = sorted(cells, key=lambda one: (-len(cells[one]), one))
    body = [[place_link(frame, name, key), *(cells[name, key].get(n, "") for n in range(len(told)))]
            for name, key in order]
    columns = [Column("Place"), *(Column(name) for name, _ in told)]
    caption = f"{counted(len(body), 'place')} named in any of these {frame.phase_word}s. An empty cell: {EMPTY}."
    title = f"The {counted(len(body), 'place')}, {frame.phase_word} by {frame.phase_word}"
    return folded(title, table(columns, body, caption=caption))
