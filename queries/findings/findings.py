"""What the Checks page asks: the findings of queries/checks/, and how relays printed a statement."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pandas as pd

from ledger.store.run_checks import CHECKS, OUTCOMES, findings_of
from queries.ask_store import Store, ask


def checks_version(folder: Path = CHECKS) -> str:
    """Names the contents of the folder of checks, so that a changed check is asked anew."""
    return "|".join(f"{path.name}:{path.stat().st_mtime_ns}" for path in sorted(folder.glob("*.sql")))


def claimant_names(store: Store) -> pd.DataFrame:
    """One row is a claimant: id, name."""
    return ask(store, "findings/claimant_names")


def said_by(store: Store, t: datetime | None) -> pd.DataFrame:
    """One row is a claim that had been said by T (UTC; None = ever): id."""
    return ask(store, "findings/said_by", t=t)


def all_findings(store: Store, version: str) -> pd.DataFrame:
    """One row is a finding: check, title, rule, finding, phase, claimant, outcome, arithmetic, arises,
    claims, claimant_name; several ids are joined by |. `version` is checks_version(): it keeps answers
    apart."""
    found = findings_of(store)
    known = claimant_names(store)
    names: dict[str, str] = dict(zip(known["id"], known["name"], strict=True))
    found["claimant_name"] = [
        "; ".join(names.get(one, one) for one in str(several).split("|")) for several in found["claimant"]
    ]
    return found


def findings(store: Store, version: str, phase: str, t: datetime | None) -> pd.DataFrame:
    """The findings about a phase whose claims had all been said by T (UTC; None = latest): all_findings."""
    found = all_findings(store, version)
    found = found[found["phase"] == phase]
    if t is None or found.empty:
        return found.reset_index(drop=True)
    said = set(said_by(store, t)["id"])
    known = [bool(claims) and set(claims.split("|")) <= said for claims in found["claims"]]
    return found[known].reset_index(drop=True)


def outcome_counts(found: pd.DataFrame) -> pd.DataFrame:
    """One row is a check: check, title, rule, and for each outcome how many of its findings have it."""
    if found.empty:
        return pd.DataFrame(columns=["check", "title", "rule", *OUTCOMES])
    counts = found.groupby(["check", "title", "rule", "outcome"], sort=False).size().unstack(fill_value=0)
    return counts.reindex(columns=list(OUTCOMES), fill_value=0).reset_index()


def relayed_statements(store: Store, phase: str, t: datetime | None) -> pd.DataFrame:
    """One row is a statement of the phase said by T that was read more than once: id, claimant_name, said_*
    (UTC), reports, differing (how many printings differ); most differing first."""
    return ask(store, "findings/relayed_statements", phase=phase, t=t)


def relay_drift(store: Store, statement: str) -> pd.DataFrame:
    """One row is a claim of the statement in one report: claim and report columns, is_own, part, what the
    report prints (printed_*; null where it agrees), and whether each element differs (differs_*)."""
    return ask(store, "findings/relay_drift", statement=statement)
