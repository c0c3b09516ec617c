"""The first screen of a page at an address, with what its previews and its card are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from charts import words
from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.phase_and_moment import Choice, choice_of, read_point
from pages.parts.frame.running_page import Frame, running
from pages.parts.public.asked_view import day_of
from pages.parts.public.finding import Finding, finding_of
from pages.parts.public.shown_first import SCREENS, Shown


@dataclass(frozen=True)
class Screen:
    """The first screen of a page at an address. `address` is the address in ids, `card` that of its card."""

    page: str
    choice: Choice
    asked: Mapping[str, str]
    shown: Shown
    finding: Finding | None
    address: Mapping[str, str]
    card: Mapping[str, str]

    @property
    def facts(self) -> Mapping[str, str]:
        """Of the dataset: title, summary, licence, data version."""
        return self.choice.frame.snapshot.facts


def first_screen(page: str, snapshot: Snapshot, asked: Mapping[str, str]) -> Screen:
    """The first screen of a page by its stem, at the address with these parameters."""
    choice = choice_of(snapshot, asked)
    with running(choice.frame):
        shown = SCREENS[page](choice.frame, asked)
    frame = shown.frame or choice.frame
    chosen = shown.chosen if shown.is_there else None
    address = address_of(choice, asked)
    if shown.is_there:
        address |= {name: value for name, value in shown.ids.items() if value}
    card = {"phase": frame.phase, "at": address.get("at", "") if shown.frame is None else ""}
    card |= {"q": chosen.id if chosen else "", "place": address.get("place", "")}
    finding = finding_of(frame, chosen) if chosen else None
    return Screen(page, choice, asked, shown, finding, address, {name: value for name, value in card.items() if value})


def address_of(choice: Choice, asked: Mapping[str, str]) -> dict[str, str]:
    """Phase and moment as far as the address names them, in ids; what the data do not have is left out."""
    frame = choice.frame
    named = {}
    if asked.get("phase") and choice.phases.named(asked["phase"]):
        named["phase"] = frame.phase
    if asked.get("at") and choice.said.at and _is_moment(asked["at"], choice.said.at[0], frame.zone):
        named["at"] = day_of(frame)
    return named


def source_line(frame: Frame, in_part: int) -> str:
    """What the figures are, as of when, and how much was read for them."""
    read = frame.pages_read
    pages = f"{read} {'page' if read == 1 else 'pages'} read, {in_part} in part"
    as_of = f", as of {words.moment(frame.as_of, frame.zone)}" if frame.as_of else ""
    facts = frame.snapshot.facts
    version = f"data version {facts['data_version']} · {facts['licence']}"
    return f"As reported, none verified here · {frame.phase_name}{as_of} · {pages} · {version}"


def _is_moment(text: str, first: datetime, zone: str) -> bool:
    try:
        return read_point(text, zone) >= first
    except ValueError:
        return False
