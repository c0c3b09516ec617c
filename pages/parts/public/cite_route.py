"""`/api/cite`: a claim, a question or the dataset, as BibTeX, CSL-JSON or plain text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from charts import words
from charts.words import local
from ledger.store.live_snapshot import Snapshot
from pages.parts.public.answers import METHODS, Sent, file_stem, public
from pages.parts.public.asked_view import NotAnswered, View, read_claim, read_view
from pages.parts.public.finding import claim_words, finding_of
from pages.parts.public.own_address import own_address, written
from queries.sources.claims_and_reports import claim_by_id

BIBTEX = re.compile(r"[\\{}$&#%_^~]")
ESCAPED = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


@dataclass(frozen=True)
class Cited:
    """What is cited. `name` is short and made of ids; `day` is that of the figures shown, `read` that of the asking."""

    name: str
    title: str
    dataset: str
    version: str
    day: date
    read: date
    address: str
    note: str


@public
def cite(request: Request, snapshot: Snapshot) -> Sent:
    """The citation of what an address names, with the data version and the day."""
    asked = request.query_params
    kind = asked.get("format", "text")
    if kind not in WRITTEN:
        raise NotAnswered(400, f"Write format= with one of: {', '.join(WRITTEN)}.", "format")
    view = read_view(snapshot, asked)
    claim = read_claim(view.frame, asked["claim"]) if asked.get("claim") else ""
    found = cited(view, claim, own_address(request, below=2))
    ending, write = WRITTEN[kind]
    key = f"cite {kind} {found.name} {found.address} {found.read}"
    return Sent(key, ending, lambda: write(found).encode(), f"cite-{found.name}", lasts=False)


def cited(view: View, claim: str, base: str) -> Cited:
    """The claim, else the question, else the dataset."""
    frame = view.frame
    facts, today = frame.snapshot.facts, day_in(frame.zone, datetime.now(UTC))
    shared: dict[str, Any] = {"dataset": facts["title"], "version": facts["data_version"], "read": today}
    day = day_in(frame.zone, frame.snapshot.figures_of) if frame.snapshot.figures_of else today
    if claim:
        row = claim_by_id(view.store, claim).iloc[0].to_dict()
        title = f"{row['claimant_name']} said {claim_words(row)} ({words.said(row, frame.zone)})"
        where = row["url"] if words.given(row["url"]) else row["not_linked"]
        note = f"As reported by {row['publisher']} ({where})"
        address = written(base, "sources", {"phase": row["phase"], "claim": claim})
        return Cited(claim, title, day=day, address=address, note=note, **shared)
    if view.chosen is not None:
        found = finding_of(frame, view.chosen)
        title = found.heading if found else f"No figure on {view.q}"
        as_of = f"as of {words.moment(frame.as_of, frame.zone)}" if frame.as_of else ""
        note = ", ".join(part for part in (frame.phase_name, as_of, "figures as reported, none verified") if part)
        address = written(base, "compare", view.parameters())
        return Cited(view.q, title, day=day, address=address, note=note, **shared)
    note = f"Figures as reported, none verified. {facts['licence']}"
    return Cited("dataset", facts["title"], day=day, address=f"{base}/", note=note, **shared)


def day_in(zone: str, moment: datetime) -> date:
    """The day of a moment in the dataset's zone."""
    return local(moment.astimezone(UTC).replace(tzinfo=None), zone).date()


def as_text(what: Cited) -> str:
    """One line, as a footnote prints it."""
    inside = "" if what.title == what.dataset else f" {what.dataset},"
    read = f"{what.read.day} {what.read:%B %Y}"
    return f"“{what.title}”.{inside} data version {what.version}. {what.note}. {what.address} (read {read}).\n"


def as_bibtex(what: Cited) -> str:
    """An entry of the kind `misc`, which every style knows."""
    fields = {
        "title": f"{{{_tex(what.title)}}}",
        "howpublished": _tex(what.dataset),
        "version": _tex(what.version),
        "year": str(what.day.year),
        "month": str(what.day.month),
        "day": str(what.day.day),
        "url": re.sub(r"[{}\\\s]", "", what.address),
        "urldate": what.read.isoformat(),
        "note": _tex(f"Data version {what.version}. {what.note}"),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{file_stem(what.name).replace('~', '-')}-{what.version},\n{lines}\n}}\n"


def as_csl(what: Cited) -> str:
    """A list of one item, as reference managers read it."""
    item = {
        "id": f"{what.name}-{what.version}",
        "type": "dataset",
        "title": what.title,
        "container-title": what.dataset,
        "version": what.version,
        "issued": {"date-parts": [[what.day.year, what.day.month, what.day.day]]},
        "accessed": {"date-parts": [[what.read.year, what.read.month, what.read.day]]},
        "URL": what.address,
        "note": what.note,
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


WRITTEN: dict[str, tuple[str, Callable[[Cited], str]]] = {
    "bibtex": ("bib", as_bibtex),
    "csl": ("json", as_csl),
    "text": ("txt", as_text),
}


def _tex(text: str) -> str:
    return BIBTEX.sub(lambda sign: ESCAPED.get(sign[0], f"\\{sign[0]}"), text)


CITATIONS = [Route("/api/cite", cite, methods=METHODS)]
