"""What one party said and no other party was found to speak of or to answer, folded (design.md §5.9)."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from charts import words
from pages.parts.claims.claim_line import details, marks, owner_and_value
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Column, folded, joined, table, tag
from pages.parts.frame.running_page import Frame
from queries.ask_store import Store, ask_rows

LEAD = "No counterpart in what was read: another party may have spoken elsewhere. It is not the same as no denial."
COLUMNS = ("Figure", "Of whom", "Said")


def unanswered_rows(store: Store, phase: str, t: Any) -> list[dict[str, Any]]:
    """One row is a claim of a party that no other party spoke of or answered, as in queries/overview/unanswered.sql."""
    return ask_rows(store, "overview/unanswered", phase=phase, t=t)


def folded_unanswered(frame: Frame) -> Markup:
    """The claims, parties in their one order; nothing where every one has a counterpart."""
    rows = answer(unanswered_rows, frame, frame.phase, frame.at)
    if not rows:
        return Markup("")
    cells = [
        [joined([owner_and_value(row), " ", marks(row)]), words.whom(row), details(row, frame.zone, frame.as_of)]
        for row in rows
    ]
    whole = table([Column(name) for name in COLUMNS], cells, caption="Claims of one party without a counterpart")
    title = joined([tag("b", "Said by one party, without a counterpart"), f": {len(rows)}"])
    return folded(title, joined([tag("p", LEAD, class_="lead"), whole]))
