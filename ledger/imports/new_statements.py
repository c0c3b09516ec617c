"""Claims as statements, as an editor would write them: what is common is said once, parts stand under their whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ledger.claims.claim_fields import counting_of
from ledger.claims.clocks import NOT_STATED, Period, read_period
from ledger.claims.vocabulary import OPERATION, Vocabulary
from ledger.imports.moments_back import Written
from ledger.imports.placed_claims import PlacedClaim
from ledger.shapes.moments import read_moment
from ledger.shapes.periods import Covers

Record = dict[str, Any]


def new_statement(claims: list[PlacedClaim], words: Vocabulary) -> Record:
    """One statement of one claimant with its claims, in the order of the table."""
    first = claims[0]
    reports = list(dict.fromkeys(claim.report["id"] for claim in claims))
    covers = _common_covers(claims)
    return {
        "id": first.statement,
        "claimant": first.claimant,
        "speaker": next((claim.speaker for claim in claims if claim.speaker), None),
        "said": first.said,
        "covers": covers,
        "reports": reports,
        "claims": claim_records(claims, words, covers, reports[0]),
        "note": next((note for claim in claims if (note := claim.draft.get("statement_note"))), None),
    }


def claim_records(claims: list[PlacedClaim], words: Vocabulary, covers: Written | None, report: str) -> list[Record]:
    """The claims as they stand in a statement with that period and that first report; parts inside their wholes."""
    here = {claim.id: claim for claim in claims}
    parts: dict[str, list[PlacedClaim]] = defaultdict(list)
    top: list[PlacedClaim] = []
    for claim in claims:
        whole = here.get(claim.part_of or "")
        if whole is not None and _inherits_rightly(claim, whole):
            parts[whole.id].append(claim)
        else:
            top.append(claim)
    return [_record(claim, None, parts, words, covers, report) for claim in top]


def _common_covers(claims: list[PlacedClaim]) -> Written | None:
    """The period that most claims of the statement count; the first of them where several are equally common."""
    periods = [claim.covers for claim in claims]
    return max(periods, key=lambda period: (periods.count(period), -periods.index(period)))


def _inherits_rightly(part: PlacedClaim, whole: PlacedClaim) -> bool:
    """Whether a part under `including` can say everything it says: what it leaves out it takes from its whole."""
    bare = [name for name in ("of", "who", "by", "site") if whole.record.get(name) and not part.record.get(name)]
    return not bare


def _record(
    claim: PlacedClaim,
    whole: PlacedClaim | None,
    parts: dict[str, list[PlacedClaim]],
    words: Vocabulary,
    covers: Written | None,
    report: str,
) -> Record:
    record = dict(claim.record)
    around = whole.covers if whole else covers
    if claim.covers != around:
        record["covers"] = claim.covers if claim.covers is not None else NOT_STATED
    if claim.report["id"] != (whole.report["id"] if whole else report):
        record["report"] = claim.report["id"]
    if whole is None:
        record["part_of"] = claim.part_of
    else:
        _leave_out_what_is_inherited(record, claim, whole)
    if record["counting"] == _counting_by_rule(claim, whole, words):
        record["counting"] = None
    record["including"] = [_record(part, claim, parts, words, covers, report) for part in parts[claim.id]]
    record["appears"] = claim.appears
    return record


def _leave_out_what_is_inherited(record: Record, part: PlacedClaim, whole: PlacedClaim) -> None:
    for name in ("metric", "of", "who", "by", "site"):
        if record.get(name) == whole.record.get(name):
            record[name] = None
    if (part.places, part.and_others) == (whole.places, whole.and_others):
        record |= {"place": None, "places": (), "and_others": False}
    elif part.places == (OPERATION,):
        record["place"] = OPERATION


def _counting_by_rule(claim: PlacedClaim, whole: PlacedClaim | None, words: Vocabulary) -> str | None:
    """How it counts if it does not say so (design.md §2)."""
    zone, phase = words.dataset.timezone, words.phases.get(claim.phase)
    zero: datetime | None = read_moment(phase.zero, zone).start if phase and phase.zero else None
    metric = words.metrics.get(claim.record["metric"])
    around = None
    if whole is not None:
        around = (whole.record["metric"], whole.record["counting"], _period(whole.covers, zone))
    return counting_of(metric, claim.figure, _period(claim.covers, zone), zero, around)


def _period(covers: Written | None, zone: str) -> Period | None:
    return read_period(covers if isinstance(covers, str | None) else Covers.model_validate(covers), zone)


def by_statement(claims: Iterable[PlacedClaim]) -> dict[tuple[str, str], list[PlacedClaim]]:
    """The claims by phase and statement, in the order of the table."""
    found: dict[tuple[str, str], list[PlacedClaim]] = defaultdict(list)
    for claim in claims:
        found[claim.phase, claim.statement].append(claim)
    return dict(found)
