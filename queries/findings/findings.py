"""What the Checks page asks: the findings of queries/checks/ as of T, and how relays printed a statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from ledger.store.run_checks import ARITHMETIC, DOES_NOT, KINDS, OUTCOMES
from queries.ask_store import Store, ask, ask_rows

TRIVIAL = "trivial"
SAID_FIRST = 2
Row = dict[str, Any]


@dataclass(frozen=True)
class Narrowed:
    """What a reader narrows the findings to, by id; None is all."""

    claimant: str | None = None
    check: str | None = None
    outcome: str | None = None
    kind: str | None = None


def findings(
    store: Store, phase: str, t: datetime | None, narrowed: Narrowed = Narrowed(), most: int | None = None
) -> list[Row]:
    """The findings about a phase that hold at T (UTC; None = latest), the largest difference first: columns of the
    table `findings`. `most` bounds how many of each check and outcome come back, failures at 200."""
    return ask_rows(store, "findings/findings", phase=phase, t=t, most=most, **asdict(narrowed))


def finding_counts(store: Store, phase: str, t: datetime | None, narrowed: Narrowed = Narrowed()) -> list[Row]:
    """One row is a check, kind, outcome and trivial (a pass that could not have failed): check, title, rule, kind,
    outcome, trivial, findings (how many)."""
    return ask_rows(store, "findings/finding_counts", phase=phase, t=t, **asdict(narrowed))


def findings_of_claim(store: Store, claim: str) -> list[Row]:
    """The findings that concern one claim, of any moment."""
    return ask_rows(store, "findings/findings_of_claim", claim=claim)


def checked_claimants(store: Store, phase: str, t: datetime | None) -> dict[str, str]:
    """The names of the claimants that have findings, by id, in the order of the names."""
    return {row["id"]: row["name"] for row in ask_rows(store, "findings/checked_claimants", phase=phase, t=t)}


def named_claims(store: Store, ids: tuple[str, ...]) -> dict[str, str]:
    """Owner and value of these claims by id: `League: 84 killed`."""
    return {row["id"]: row["name"] for row in ask_rows(store, "findings/named_claims", ids=list(ids))} if ids else {}


def by_kind(counts: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    """How many findings each kind has with each outcome; passes that could not have failed are counted as `trivial`,
    not as `adds up`."""
    told = {kind: dict.fromkeys((*OUTCOMES, TRIVIAL), 0) for kind in KINDS}
    for row in counts:
        told[row["kind"]][TRIVIAL if row["trivial"] else row["outcome"]] += row["findings"]
    return told


def findings_summary(store: Store, phase: str, t: datetime | None) -> dict[str, Any]:
    """What the Overview says of the checks at T (UTC; None = latest).

    `counts`: by kind, then by outcome and `trivial` (by_kind); `worst`: the one or two failures inside an account with
    the largest difference, rows of `findings`; `sentences`: the same as sentences, owner first.
    """
    failing = Narrowed(kind=ARITHMETIC, outcome=DOES_NOT)
    worst = findings(store, phase, t, failing, most=SAID_FIRST)[:SAID_FIRST]
    sentences = [f"{'; '.join(row['claimant_names'])}: {row['arithmetic']}" for row in worst]
    return {"counts": by_kind(finding_counts(store, phase, t)), "worst": worst, "sentences": sentences}


def relayed_statements(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a statement of the phase said by T that was read more than once: id, claimant_name, said_*
    (UTC), reports, differing (how many printings differ); most differing first."""
    return ask(store, "findings/relayed_statements", phase=phase, t=t)


def relay_drift(store: Store, statement: str) -> pd.DataFrame:
    """One row is a claim of the statement in one report: claim and report columns, is_own, part, what the
    report prints (printed_*; null where it agrees), and whether each element differs (differs_*)."""
    return ask(store, "findings/relay_drift", statement=statement)
