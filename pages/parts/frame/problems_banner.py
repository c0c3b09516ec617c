"""What is wrong with the data folder, above the figures that were kept, or in their place."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from charts.words import minute
from ledger.store.live_snapshot import Snapshot
from ledger.yaml.problems import Problem, counted
from pages.parts.frame.markup import joined, show, tag

MOST_PROBLEMS = 50


def draw_banner(snapshot: Snapshot) -> None:
    """A banner that cannot be missed while the folder has errors, with the time of the figures shown."""
    if not snapshot.errors or snapshot.connection is None or snapshot.figures_of is None:
        return
    since = minute(snapshot.figures_of.replace(tzinfo=None), snapshot.facts.get("timezone", "UTC"))
    title = f"The data folder has {counted(len(snapshot.errors), 'error')}. The figures below are those of {since}."
    show(_box(title, snapshot.errors, "The page goes on by itself when the files are mended."))


def draw_problems_alone(snapshot: Snapshot) -> None:
    """Where no figures can be shown at all: the problems stand in place of the pages."""
    st.title("No figures can be shown")
    title = f"The data folder {snapshot.folder.name}/ has {counted(len(snapshot.errors), 'error')}."
    show(_box(title, snapshot.errors, "The pages appear by themselves when the files are mended."))


def _box(title: str, problems: tuple[Problem, ...], after: str) -> Markup:
    listed = [tag("li", str(problem)) for problem in problems[:MOST_PROBLEMS]]
    if len(problems) > MOST_PROBLEMS:
        listed.append(tag("li", f"and {len(problems) - MOST_PROBLEMS} more: python -m ledger check"))
    parts = [tag("p", title, class_="problem-title"), tag("ol", joined(listed)), tag("p", after)]
    return tag("div", joined(parts), class_="problems", role="alert")
