"""What each recorder's published rule would make of the claims of a question, as a short table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from ledger.crosswalk.replay import NOTE, crosswalk_of
from pages.parts.frame.markup import Cell, Column, joined, outer_link, table, tag

CAPTION = f"What recorders would record: {NOTE}"


def crosswalk_table(claims: Iterable[Mapping[str, Any]], question: Any = None) -> Markup:
    """One row a recorder: what it would record, because of what, and where its rule was read. `claims` are rows of
    question_claims (or of claim_details), `question` the question they stand on."""
    rows = [_cells(row) for row in crosswalk_of(claims, question)]
    columns = [Column(name) for name in ("Recorder", "It would record", "Because", "The rule")]
    return table(columns, rows, caption=CAPTION, class_="crosswalk")


def _cells(row: Mapping[str, Any]) -> list[Cell]:
    return [row["recorder"], tag("b", row["would_record"]) if row["is_enabled"] else row["would_record"],
            str(row["because"]), _rule(row)]  # fmt: skip


def _rule(row: Mapping[str, Any]) -> Markup:
    """The rule in a sentence, the recorder's own page, and the address and day of the text that was read."""
    own = outer_link("their page", row["home"]) if row["home"] else Markup("")
    if not row["is_enabled"]:
        return own
    where: Cell = "there"
    if row["url"] != row["home"]:
        where = outer_link("in a copy" if row["is_copy"] else "here", row["url"])
    read = tag("span", joined([own, ", read ", where, f" on {row['read_on']}"]), class_="aside")
    return joined([str(row["rule"]), " ", read])
