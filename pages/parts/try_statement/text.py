"""The text that is tried: pasted, uploaded or written with the form; checked as the files are, and kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st
from markupsafe import Markup

from ledger.checks.try_statement import Trial, try_text
from ledger.store.build_store import in_memory
from ledger.store.live_snapshot import Snapshot, facts_of
from ledger.yaml.problems import counted, errors_in
from pages.parts.frame.markup import joined, show, tag
from pages.parts.frame.running_page import Frame
from queries.frame.phases_and_sides import moments

TRY_TITLE = "Try your YAML: how a statement would appear"
TEXT = "try-text"
LARGEST = 200_000
EXAMPLE = """- id: claimant-2026-01-31
  claimant: an id of claimants.yaml
  said: 2026-01-31
  covers: {from: 2026-01-30, to: 2026-01-31}
  reports: [an id of reports/<phase>.yaml]
  claims:
    - {metric: killed, of: an id of groups.yaml, figure: at least 3}"""


@dataclass(frozen=True)
class Tried:
    """What a text gave, with a store of its own where it can be shown."""

    trial: Trial
    snapshot: Snapshot | None


def first_words(frame: Frame) -> list[Markup]:
    """The heading, and what happens with what is pasted."""
    lead = f"For a statement about {frame.phase_name}. It is checked as the files are; nothing is saved or sent on."
    return [tag("h1", TRY_TITLE, class_="cc-heading"), tag("p", lead, class_="lead")]



def choose_text() -> str:
    """A field for the text and a file to fill it from."""
    with st.popover("Upload a file"):
        st.file_uploader("A YAML file", type=["yaml", "yml"], key="try-file", on_change=_take_file, max_upload_size=1)
    return st.text_area(
        "Statement in YAML",
        key=TEXT,
        height=320,
        max_chars=LARGEST,
        placeholder=EXAMPLE,
        persist_state="session",
        help="A list of statements, or a record with reports: and statements: as in template.yaml.",
    )


def _take_file() -> None:
    """What is not text is left to the checks to refuse."""
    file = st.session_state["try-file"]
    if file is not None:
        st.session_state[TEXT] = file.getvalue().decode("utf-8-sig", errors="replace")[:LARGEST]


def tried(frame: Frame, text: str) -> Tried:
    """The text beside this page's data folder. Kept for the reader until another text is tried."""
    return _tried(frame.fingerprint, frame.phase, text, frame.snapshot)


@st.cache_resource(max_entries=1, scope="session", show_spinner="Checking …")
def _tried(fingerprint: str, phase: str, text: str, _snapshot: Snapshot) -> Tried:
    trial = try_text(_snapshot.folder, phase, text)
    if not trial.is_shown:
        return Tried(trial, None)
    store = in_memory(trial.data)
    facts = facts_of(store)
    return Tried(trial, replace(_snapshot, fingerprint=trial.data.version, connection=store, facts=facts, errors=()))


def trial_frame(frame: Frame, found: Tried) -> Frame:
    """A frame whose store holds the text too, at the latest moment."""
    assert found.snapshot is not None and found.snapshot.connection is not None
    said = moments(found.snapshot.connection, frame.phase)
    as_of = None if said.empty else said["moment"].iloc[-1].to_pydatetime()
    return replace(frame, snapshot=found.snapshot, store=found.snapshot.connection, at=None, as_of=as_of)


def draw_problems(trial: Trial) -> None:
    """The same messages as `python -m ledger check` gives, with line and column of the text."""
    errors = errors_in(trial.problems)
    others = len(trial.data.errors) - len(errors)
    warnings = len(trial.problems) - len(errors)
    title = f"{counted(len(errors), 'error')}, {counted(warnings, 'warning')}."
    title = title[0].upper() + title[1:]
    if trial.problems:
        listed = joined(tag("li", str(problem)) for problem in trial.problems)
        show(tag("div", joined([tag("p", title, class_="problem-title"), tag("ol", listed)]), class_="problems"))
    else:
        show(tag("p", f"{title} It can be put into the folder as it is.", class_="lead"))
    if others > 0:
        show(tag("p", f"The data folder itself has {counted(others, 'error')}; mend those first.", class_="lead"))
    for place in trial.replaced:
        show(tag("p", f"Takes the place of what stands in {place}.", class_="line-note"))
