"""The filters of the Sources page: words, vocabulary, phase; all of them in the address."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.running_page import Frame
from queries.sources.claims_and_reports import Wanted, sources_choices

LISTS = ("Claims", "Statements", "Printings", "Reports")
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
    """Which list, and what a row must have: a search, and the filters that any claim of the phase gives."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="sources-search"):
        text = st.text_input(
            "Search", key="sources_search", bind="query-params", width=320, placeholder="a name, a word, an id"
        )
        shown = st.segmented_control("Show", LISTS, default=LISTS[0], key="sources_list", bind="query-params")
        everywhere = st.toggle("All phases", key="sources_all", bind="query-params")
    wanted = Wanted(phase=None if everywhere else frame.phase, search=(text or "").strip() or None)
    choices = kept(filter_choices, frame, wanted.phase)
    with st.container(horizontal=True, vertical_alignment="bottom", key="sources-filters"):
        for name, label in FILTERS.items():
            named = choices[name]
            chosen = st.selectbox(
                label, list(named), index=None, key=f"sources_{name}", bind="query-params", placeholder="All", width=165
            )
            wanted = replace(wanted, **{name: named.get(chosen) if chosen else None})
    return shown or LISTS[0], wanted


def filter_choices(frame: Frame, phase: str | None) -> dict[str, dict[str, str]]:
    """For each filter, what a reader chooses from, and the id it stands for."""
    choices = answer(sources_choices, frame, phase)
    return {name: choice_names(choices[choices["filter"] == name], name) for name in FILTERS}


def choice_names(choices: pd.DataFrame, kind: str) -> dict[str, str]:
    """What a reader chooses from, and the id it stands for; two of one name are told apart by their ids."""
    if kind == "read":
        return {READ[read]: read for read in choices["id"]}
    twice = set(choices["name"][choices["name"].duplicated()])
    pairs = zip(choices["id"], choices["name"], strict=True)
    return {f"{name} ({id_})" if name in twice else name: id_ for id_, name in pairs}


def is_narrowed(wanted: Wanted) -> bool:
    """Whether anything but the phase was chosen."""
    return any(value is not None for name, value in vars(wanted).items() if name != "phase")
