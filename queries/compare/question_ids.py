"""The id of a question, for addresses: made of ids alone, so that a printed link outlives every change of a label.

    killed.security_forces.rebels                      who was counted as what, by whom, in the whole operation
    killed.civilians.-.children                        nobody named as having done it; `-` keeps a part's place
    killed.fighters.-.-.harbour~mill                   in two places together
    vehicles_destroyed.-.rebels                        of nobody in particular

The parts are metric, group, by, who, place, in this order; those at the end that say nothing are left out, and so is
the whole operation. A metric family is named by its first metric. Within a phase no two questions share an id.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from queries.ask_store import Store, ask
from queries.compare.questions import Question, questions

NOTHING, BETWEEN, TOGETHER = "-", ".", "~"
WHOLE = "operation"
PARTS = 5
LONGEST = 700


def question_id(row: Mapping[str, Any]) -> str:
    """The id of the question of a row of `questions`, or of a claim with the columns of claim_details."""
    place = _text(row["place_key"])
    parts = [
        _text(row["family_metric"]),
        _text(row["group"]),
        _text(row["by"]),
        _text(row["who_key"]),
        "" if place == WHOLE else place,
    ]
    # What stands together is joined by a sign that an address may hold as it is: + means a space there.
    return _written([part.replace("+", TOGETHER) for part in parts])


def find_question(store: Store, phase: str, q: str) -> Question | None:
    """The question of a phase that an address means, or None. Another metric of the family, or the family's own id,
    means the same; an id without a perpetrator, printed before anybody named one, opens the first that names one."""
    wanted = _read(store, q)
    if wanted is None:
        return None
    known = {question_id(row): row for row in questions(store, phase, None).to_dict("records")}
    row = known.get(_written(wanted))
    if row is None and not wanted[2]:
        row = next((row for name, row in known.items() if _without_by(name) == wanted), None)
    return question_of(phase, row) if row is not None else None


def question_of(phase: str, row: Mapping[str, Any]) -> Question:
    """A row of `questions`, or of any claim-like table, as the question it stands for."""
    who, place = _text(row["who_key"]), _text(row["place_key"])
    return Question(phase, row["family"], _text(row["group"]) or None, who, _text(row["by"]) or None, place)


def _read(store: Store, q: str) -> list[str] | None:
    """The five parts of an id with the family's first metric in front, or None for what can be no id."""
    if not q or len(q) > LONGEST:
        return None
    # A + that was written as it is arrives as a space.
    parts = q.strip().replace(" ", TOGETHER).replace("+", TOGETHER).split(BETWEEN)
    if len(parts) > PARTS:
        return None
    parts = ["" if part == NOTHING else part for part in parts] + [""] * (PARTS - len(parts))
    heads = ask(store, "compare/family_metrics", word=parts[0])["family_metric"]
    return None if heads.empty else [str(heads.iloc[0]), *parts[1:4], "" if parts[4] == WHOLE else parts[4]]


def _written(parts: list[str]) -> str:
    said = [part or NOTHING for part in parts]
    while said[-1] == NOTHING:
        said.pop()
    return BETWEEN.join(said)


def _without_by(name: str) -> list[str]:
    parts = ["" if part == NOTHING else part for part in name.split(BETWEEN)]
    parts += [""] * (PARTS - len(parts))
    return [*parts[:2], "", *parts[3:]]


def _text(value: object) -> str:
    """A cell as text; what is missing, in whatever way pandas says so, is nothing."""
    return value if isinstance(value, str) and not pd.isna(value) else ""
