"""The rows that each page shows at an address, with the columns of the export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from ledger.exports.write_export import table_frame
from pages.parts.public.asked_view import View
from pages.parts.public.first_screen import asked_question
from queries.cities.places import claims_of_place, place_claims
from queries.compare.question_ids import question_id
from queries.compare.questions import question_claims, questions
from queries.findings.findings import findings
from queries.overview.ledger import ledger, other_counts
from queries.sources.claims_and_reports import Wanted, sources

QUESTION = ["id", "phase", "claimants", "borrowers", "sides", "parties", "claimants_ever"]
FINDING = ["check", "title", "rule", "finding", "phase", "claimant", "outcome", "arithmetic", "arises", "claims"]


@dataclass(frozen=True)
class Rows:
    """What one page shows: `shown` fills in what the page chooses where the address does not, `rows` gives its rows."""

    rows: Callable[[View], pd.DataFrame]
    shown: Callable[[View], View] = lambda view: view


def claims_of(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """The rows of the export of the claims found, in the order found."""
    return table_frame(view.store, "claims", list(dict.fromkeys(found["id"])))


def compare(view: View) -> pd.DataFrame:
    """The claims on the question at T."""
    if view.question is None:
        return claims_of(view, pd.DataFrame({"id": []}))
    return claims_of(view, question_claims(view.store, view.question, view.at))


def overview(view: View) -> pd.DataFrame:
    """The claims of the ledger at T: about people, then what else was counted."""
    asked = (view.store, view.phase, view.at)
    return claims_of(view, pd.concat([ledger(*asked)[["id"]], other_counts(*asked)[["id"]]]))


def cities(view: View) -> pd.DataFrame:
    """The claims about a place in any phase, or without one those about every place that stand at T in the phase."""
    if view.place:
        return claims_of(view, claims_of_place(view.store, view.place, view.at))
    return claims_of(view, place_claims(view.store, view.phase, view.at))


def timeline(view: View) -> pd.DataFrame:
    """Every claim about the phase that had been said by T."""
    return claims_of(view, sources(view.store, Wanted(phase=view.phase), view.at))


def checks(view: View) -> pd.DataFrame:
    """The findings about claims that had all been said by T; claims and claimants are joined by |."""
    return pd.DataFrame(findings(view.store, view.phase, view.at), columns=FINDING)


def asked(view: View) -> pd.DataFrame:
    """The questions of the phase by their ids, with how many had spoken on each by T."""
    found = questions(view.store, view.phase, view.at)
    ids = [question_id(row) for row in found.to_dict("records")]
    return found.assign(id=ids, phase=view.phase)[QUESTION]


ROWS = {
    "overview": Rows(overview),
    "compare": Rows(compare, asked_question),
    "cities": Rows(cities),
    "timeline": Rows(timeline),
    "checks": Rows(checks),
    "questions": Rows(asked),
}
