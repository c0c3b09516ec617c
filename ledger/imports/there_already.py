"""What the folder holds of a table's claims already."""

from __future__ import annotations

from ledger.checks.load_dataset import Dataset
from ledger.claims.clocks import read_said
from ledger.imports.drafts import NotPlaced
from ledger.imports.placed_claims import PlacedClaim
from ledger.shapes.periods import Between
from ledger.shapes.statement_records import Statement


def not_there_yet(data: Dataset, claims: list[PlacedClaim]) -> tuple[list[PlacedClaim], int, list[NotPlaced]]:
    """The claims that the folder does not hold; how many of them it holds as they are; and those that say otherwise
    than what is there: these are listed, and overwrite nothing."""
    assert data.words
    zone = data.words.dataset.timezone
    known = {row.id: row for row in data.claims}
    todo: list[PlacedClaim] = []
    lost: list[NotPlaced] = []
    same = 0
    for claim in claims:
        row, placed = known.get(claim.id), data.statements.get(claim.statement)
        if row is not None:
            there = row.record.figure if row.figure else row.says or row.on_words
            if str(there) == str(claim.draft.get("figure") or claim.draft.get("says")):
                same += 1
                continue
            message = f'{claim.id} is there already as "{there}"; nothing is overwritten: correct one of the two'
        elif placed is not None and placed.record.claimant != claim.claimant:
            message = f"{claim.statement} is a statement of {placed.record.claimant}; give another statement id"
        elif placed is not None and _said_otherwise(claim, placed.record, zone):
            message = f"{claim.statement} was said at another time; give another statement id, or correct one"
        elif placed is not None and placed.file.phase != claim.phase:
            message = f"{claim.statement} is a statement about {placed.file.phase}; give another statement id"
        else:
            todo.append(claim)
            continue
        lost.append(claim.draft.not_placed(message))
    return todo, same, lost


def _said_otherwise(claim: PlacedClaim, there: Statement, zone: str) -> bool:
    """Whether both give the first clock, and not the same."""
    if there.said is None:
        return False
    given = Between.model_validate(claim.said) if isinstance(claim.said, dict) else claim.said
    return given is not None and read_said(given, (), zone) != read_said(there.said, (), zone)
