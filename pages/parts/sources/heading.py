"""The heading of Sources: how much the filters let through."""

from __future__ import annotations

from ledger.yaml.problems import counted
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.running_page import Frame
from queries.sources.claims_and_reports import Wanted, sources, sources_reports, sources_statements


def sources_heading(frame: Frame, wanted: Wanted) -> str:
    """How much of each kind the filters let through: `Sources: 25 claims in 9 statements, read in 7 reports`. A search
    looks in each list through that list's own words: the reports of the heading are those of the claims it found."""
    found = answer(sources, frame, wanted, frame.at)
    statements = len(answer(sources_statements, frame, wanted, frame.at))
    reports = found["report"].nunique() if wanted.search else len(answer(sources_reports, frame, wanted, frame.at))
    told = ((len(found), "claim"), (statements, "statement"), (reports, "report"))
    return "Sources: {} in {}, read in {}".format(*(counted(number, noun) for number, noun in told))
