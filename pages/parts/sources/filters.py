"""The filters of the Sources page: words, vocabulary, phase; all of them in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st
from markupsafe import Markup

from pages.parts.frame.choose_by_id import choose_by_id, chosen_in_address
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import joined, page_address, show, tag
from pages.parts.frame.running_page import Frame
from queries.sources.claims_and_reports import Wanted, sources_choices

LISTS = ("claims", "statements", "printings", "reports")
FROM = "from"
FILTERS = {
    "side": "Side",
    "claimant": "Claimant",
    "metric": "Metric",
    "group": "Group",
    "place": "Place",
    "rung": "Evidence offered",
    "read": "How much was read",
}
READ = {"full": "in full", "excerpt": "in part"}


def choose_wanted(frame: Frame) -> tuple[str, Wanted]:
    """Which list, and what a row must have: a search, and the filters that any claim of the phase gives. What is chosen
    stands in the address by id; links with labels (sources_side and the like) still open."""
    shown = listed()
    show(list_links(shown))
    with st.container(horizontal=True, vertical_alignment="bottom", key="sources-filters"):
        text = st.text_input(
            "Search", key="sources_search", bind="query-params", width=175, placeholder="a name, a word, an id"
        )
        everywhere = st.toggle("All phases", key="sources_all", bind="query-params")
        wanted = Wanted(phase=None if everywhere else frame.phase, search=(text or "").strip() or None)
        choices = kept(filter_choices, frame, wanted.phase)
        for name, label in FILTERS.items():
            chosen = choose_by_id(label, choices[name], name, width=112, formerly=f"sources_{name}")
            wanted = replace(wanted, **{name: chosen})
    return shown, wanted


def wanted_at(frame: Frame, address: Mapping[str, str]) -> Wanted:
    """What the filters of an address let through, without drawing them."""
    phase = None if address.get("sources_all") == "true" else frame.phase
    choices = kept(filter_choices, frame, phase)
    named = {name: chosen_in_address(name, choices[name], f"sources_{name}", address) for name in FILTERS}
    return Wanted(phase=phase, search=address.get("sources_search", "").strip() or None, **named)


def listed() -> str:
    """The list that the address names, by id or (earlier links) by label; the claims where it names none."""
    given = st.query_params.get("list") or st.query_params.get("sources_list", "").lower()
    return given if given in LISTS else LISTS[0]


def list_links(shown: str) -> Markup:
    """The four lists as links; where in another list one was does not matter to the next."""
    left = ("list", "sources_list", FROM)
    here = {name: value for name, value in st.query_params.to_dict().items() if name not in left}
    links = [
        tag("a", name.capitalize(), href=page_address("sources", {**here, "list": None if name == LISTS[0] else name}),
            aria_current="true" if name == shown else None, data_key=f"list-{name}")
        for name in LISTS
    ]
    return tag("nav", joined(links), class_="cc-chips", aria_label="List")


def filter_choices(frame: Frame, phase: str | None) -> dict[str, dict[str, str]]:
    """For each filter, the ids that a reader chooses from, with their names."""
    choices = answer(sources_choices, frame, phase)
    return {name: choice_names(choices[choices["filter"] == name], name) for name in FILTERS}


def choice_names(choices: pd.DataFrame, kind: str) -> dict[str, str]:
    """The ids with what they are called; two of one name are told apart by their ids."""
    if kind == "read":
        return {read: READ[read] for read in choices["id"]}
    twice = set(choices["name"][choices["name"].duplicated()])
    pairs = zip(choices["id"], choices["name"], strict=True)
    return {id_: f"{name} ({id_})" if name in twice else name for id_, name in pairs}


def is_narrowed(wanted: Wanted) -> bool:
    """Whether anything but the phase was chosen."""
    return any(value is not None for name, value in vars(wanted).items() if name != "phase")
