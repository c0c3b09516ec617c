"""The folder that `export` wrote: claims, with their other printings, events and places beside them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ledger.checks.load_dataset import Dataset
from ledger.claims.vocabulary import OPERATION, OTHERS
from ledger.imports.drafts import NotPlaced
from ledger.imports.moments_back import Written, covers_back, moment_of, said_back
from ledger.imports.placed_claims import PlacedClaim
from ledger.imports.read_table import Table, read_table
from ledger.imports.vocabulary_match import Match
from ledger.yaml.problems import unknown

SAME = ("figure", "metric", "group", "places")
Events = dict[str, list[dict[str, Any]]]


def beside(folder: Path, name: str) -> Table | None:
    """A further table of the export, or None where it is not there."""
    path = folder / f"{name}.csv"
    return read_table(path) if path.exists() else None


def known_places(table: Table, match: Match) -> None:
    """Every place of the export that the folder does not know, to be added."""
    for _, row in table.numbered():
        if row["level"] != OPERATION and row["id"] not in match.words.places and match.add:
            match.add_place(_place(row))


def _place(row: dict[str, str]) -> dict[str, Any]:
    numbers = {name: float(row[name]) for name in ("lat", "lon", "precision_km") if row[name]}
    texts = {name: row[name] for name in ("id", "name", "level", "source", "note") if row[name]}
    within = row["within"] if row["within"] != OPERATION else ""
    return {**texts, "within": within or None, **numbers, "aliases": [a for a in row["aliases"].split("|") if a]}


def attach_appearances(table: Table, claims: Iterable[PlacedClaim]) -> list[NotPlaced]:
    """Put each further printing under its claim. The first row of a claim is its own report."""
    by_id = {claim.id: claim for claim in claims}
    begun: set[str] = set()
    lost: list[NotPlaced] = []
    for number, row in table.numbered():
        claim = by_id.get(row["claim"])
        if claim is None:
            lost.append(NotPlaced(table.name, number, "claim", f'its claim "{row["claim"]}" was not placed'))
        elif claim.id not in begun:
            begun.add(claim.id)
        else:
            claim.appears.append(_appearance(row, claim))
            claim.printed_in.append(_report(row))
    return lost


def _appearance(row: dict[str, str], claim: PlacedClaim) -> dict[str, Any]:
    """What agrees with the claim is left out."""
    own = {
        "figure": claim.draft.get("figure") or "",
        "metric": claim.record["metric"],
        "group": claim.record["of"] or "",
        "places": "|".join((*claim.places, *((OTHERS,) if claim.and_others else ()))),
    }
    other = {name: row[name] for name in SAME if row[name] != own[name]}
    places = [place for place in other.get("places", "").split("|") if place and place != OTHERS]
    return {
        "report": row["report"],
        "part": row["part"] or None,
        "figure": other.get("figure"),
        "metric": other.get("metric"),
        "of": other.get("group"),
        "place": places[0] if len(places) == 1 else None,
        "places": places if len(places) > 1 else [],
        "words": row["words"] or None,
        "note": row["note"] or None,
    }


def _report(row: dict[str, str]) -> dict[str, Any]:
    reason = None if row["url"] else "no address in the export"
    known = {"id": row["report"], "publisher": row["publisher"], "read": "excerpt"}
    return {**known, "url": row["url"] or None, "not_linked": reason}


def events_of(table: Table, data: Dataset, reports: set[str]) -> tuple[Events, list[NotPlaced]]:
    """The events that the folder does not hold, by phase; those of which a report is unknown cannot be placed."""
    assert data.words
    known = {placed.record.id for placed in data.events}
    zone = data.words.dataset.timezone
    found: Events = {}
    lost: list[NotPlaced] = []
    for number, row in table.numbered():
        missing = [name for name in row["reports"].split("|") if name not in reports]
        if row["id"] in known:
            continue
        if row["phase"] not in data.words.phases:
            message = unknown("phase", row["phase"], data.words.phases, home="dataset.yaml")
            lost.append(NotPlaced(table.name, number, "phase", message))
        elif missing:
            message = f'no claim names the report "{missing[0]}", so nothing is known of it; add it to reports/ first'
            lost.append(NotPlaced(table.name, number, "reports", message))
        else:
            found.setdefault(row["phase"], []).append(_event(row, zone))
    return found, lost


def _event(row: dict[str, str], zone: str) -> dict[str, Any]:
    start, end = moment_of(row["when_from"], zone), moment_of(row["when_to"], zone)
    whole = said_back(row["when_from"], row["when_to"], zone)
    when: Written | None = whole
    until: str | None = None
    if not isinstance(whole, str):
        ends = covers_back(start.isoformat(), end.isoformat(), zone)
        when, until = (ends["from"], ends["to"]) if isinstance(ends, dict) else (ends, None)
    return {
        "id": row["id"],
        "kind": row["kind"],
        "when": when,
        "until": until,
        "precision": row["precision"],
        "according_to": [name for name in row["according_to"].split("|") if name],
        "places": [name for name in row["places"].split("|") if name],
        "what": row["what"],
        "reports": row["reports"].split("|"),
        "note": row["note"] or None,
    }
