"""`/feed.xml`: each statement, newest first, and each correction made here, as an Atom feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

import pandas as pd
from markupsafe import Markup
from starlette.requests import Request
from starlette.routing import Route

from charts import words
from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.markup import joined, tag
from pages.parts.public.answers import METHODS, Sent, public
from pages.parts.public.asked_view import View, read_view
from pages.parts.public.finding import claim_words
from pages.parts.public.own_address import own_address, written
from queries.frame.phases_and_sides import phases
from queries.public.public_addresses import feed_statements
from queries.sources.claims_and_reports import claim_corrections

ATOM = "http://www.w3.org/2005/Atom"
MOST = 100
IN_TITLE = 2
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
START = datetime(1970, 1, 1)


@dataclass(frozen=True)
class Entry:
    """One entry. `name` is what its id is made of, for good: ids of statements and claims never change."""

    name: str
    title: str
    at: datetime
    address: str
    author: str
    about: str
    content: Markup


@public
def feed(request: Request, snapshot: Snapshot) -> Sent:
    """The feed of the dataset, all phases together."""
    view, base = read_view(snapshot, {}), own_address(request)
    return Sent(f"feed {base}", "xml", lambda: feed_bytes(view, base))


def feed_bytes(view: View, base: str) -> bytes:
    """The newest entries as Atom."""
    facts = view.frame.snapshot.facts
    entries = [*statements(view, base), *corrections(view, base)]
    entries = sorted(entries, key=lambda entry: entry.at, reverse=True)[:MOST]
    first_phase = phases(view.store)["id"].iloc[0]  # ids of phases never change; titles may
    root = Xml.Element("feed", xmlns=ATOM)
    _add(root, "title", facts["title"])
    _add(root, "subtitle", f"{facts['summary']} As reported, none verified here.")
    _add(root, "id", _urn(f"feed of {first_phase}"))
    _add(root, "updated", _time(entries[0].at if entries else START))
    _add(root, "rights", facts["licence"])
    Xml.SubElement(_add(root, "author"), "name").text = facts["title"]
    Xml.SubElement(root, "link", rel="self", type="application/atom+xml", href=written(base, "feed.xml", {}))
    Xml.SubElement(root, "link", rel="alternate", type="text/html", href=f"{base}/")
    for entry in entries:
        _entry(root, entry)
    return Xml.tostring(root, encoding="utf-8", xml_declaration=True)


def statements(view: View, base: str) -> Iterator[Entry]:
    """One entry a statement: who said it, every figure in it, and where each is shown."""
    for name, claims in feed_statements(view.store, MOST).groupby("statement", sort=False):
        rows = claims.to_dict("records")
        first = rows[0]
        told = [claim_words(row) for row in rows]
        more = f"; {len(told) - IN_TITLE} more" if len(told) > IN_TITLE else ""
        title = f"{first['claimant_name']} said {'; '.join(told[:IN_TITLE])}{more}"
        lines = [_line(text, row, view, base) for text, row in zip(told, rows, strict=True)]
        said = words.said(first, view.frame.zone)
        read = f"Said {said}; read in {first['publisher']}. As reported, not verified here."
        content = joined([tag("p", read), tag("ul", joined(lines))])
        at, address = first["made_at"].to_pydatetime(), claim_address(base, first)
        yield Entry(f"statement {name}", title, at, address, first["claimant_name"], first["phase"], content)


def corrections(view: View, base: str) -> Iterator[Entry]:
    """One entry a correction: what we had entered, what it says, and why it was entered otherwise."""
    for row in claim_corrections(view.store, None).to_dict("records"):
        at = pd.to_datetime(str(row["on"]), errors="coerce")
        change = f"{row['from']} is now {row['to']}"
        title = f"Corrected here: {row['claimant_name']}, {row['metric_label']}: {change}"
        name = f"correction {row['claim']} {row['on']} {row['from']} {row['to']}"
        content = tag("p", f"{title}. Why: {row['why']}. The mistake was ours, not the claimant's.")
        when = START if pd.isna(at) else at.to_pydatetime()
        address = written(base, "sources", {"claim": str(row["claim"])})
        yield Entry(name, title, when, address, view.frame.snapshot.facts["title"], "correction", content)


def _line(text: str, row: dict[str, Any], view: View, base: str) -> Markup:
    """One figure, with the period that it counts and a link to everything known about it."""
    link = tag("a", text, href=claim_address(base, row))
    return tag("li", joined([link, f", counts {words.period(row, view.frame.zone)}"]))


def claim_address(base: str, row: dict[str, Any]) -> str:
    """Where a claim is shown with everything known about it."""
    return written(base, "sources", {"phase": row["phase"], "claim": row["id"]})


def _entry(root: Xml.Element, entry: Entry) -> None:
    made = _add(root, "entry")
    _add(made, "title", entry.title)
    _add(made, "id", _urn(entry.name))
    _add(made, "updated", _time(entry.at))
    Xml.SubElement(made, "link", rel="alternate", type="text/html", href=entry.address)
    Xml.SubElement(_add(made, "author"), "name").text = NOT_XML.sub("", entry.author)
    Xml.SubElement(made, "category", term=entry.about)
    _add(made, "content", str(entry.content)).set("type", "html")


def _add(parent: Xml.Element, name: str, text: str = "") -> Xml.Element:
    made = Xml.SubElement(parent, name)
    made.text = NOT_XML.sub("", text)
    return made


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'contested-count {name}')}"


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


FEEDS = [Route("/feed.xml", feed, methods=METHODS)]
