"""Checks of answers, withdrawals and what would settle a figure: whose they are, when they were given, no circles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ledger.checks.circles import on_circles
from ledger.checks.known_ids import Known, Names
from ledger.checks.link_checks import is_unread
from ledger.claims.claim_rows import ClaimRow
from ledger.claims.vocabulary import Vocabulary
from ledger.shapes.moments import day_begins
from ledger.yaml.problems import Problem


def answer_problems(claims: list[ClaimRow], words: Vocabulary, names: Names) -> Iterator[Problem]:
    """Everything wrong with what answers, withdraws or settles a claim."""
    by_id = {row.id: row for row in claims}
    known, unread, zone = Known("claim", "", by_id), names.statements.unread, words.dataset.timezone
    for row in claims:
        record = row.record
        if record.answers:
            yield from _answer(row, record.answers, by_id, known, unread, zone)
        if record.withdraws:
            yield from _withdrawal(row, record.withdraws, by_id, known, unread, zone)
        for number, item in enumerate(record.settles):
            yield from names.reports.missing(row, item.report, "settles", number, "report")
    for name in sorted(on_circles({row.id: row.record.answers for row in claims})):
        if by_id[name].record.answers != name:
            yield by_id[name].problem("answers itself by way of other claims; correct answers", "answers")


def _answer(
    row: ClaimRow,
    answered: str,
    by_id: Mapping[str, ClaimRow],
    known: Known,
    unread: Collection[str],
    zone: str,
) -> Iterator[Problem]:
    other = by_id.get(answered)
    if other is None:
        if not is_unread(answered, unread):
            yield from known.missing(row, answered, "answers")
        return
    if other is row:
        yield row.problem("answers itself; name the claim that it answers", "answers")
    elif other.claimant == row.claimant:
        message = "answers a claim of the same claimant; a new figure needs no answer, one taken back is withdraws"
        yield row.problem(message, "answers")
    if _came_before(row, other, zone):
        yield row.problem("answers a claim that was said on a later day; correct answers or said", "answers")


def _withdrawal(
    row: ClaimRow,
    withdrawn: str,
    by_id: Mapping[str, ClaimRow],
    known: Known,
    unread: Collection[str],
    zone: str,
) -> Iterator[Problem]:
    other = by_id.get(withdrawn)
    if row.said.end is None:
        yield row.problem("a withdrawal needs a day from which it holds; add said", "withdraws")
    if other is None:
        if not is_unread(withdrawn, unread):
            yield from known.missing(row, withdrawn, "withdraws")
        return
    if other is row:
        yield row.problem("withdraws itself; name the claim that is taken back", "withdraws")
    elif other.claimant != row.claimant:
        message = f"withdraws another claimant's figure ({other.claimant}); only its own claimant can, use answers"
        yield row.problem(message, "withdraws")
    elif other.statement == row.statement:
        yield row.problem("withdraws a figure of the same statement; leave one of the two out", "withdraws")
    if _came_before(row, other, zone):
        yield row.problem("withdraws a claim that was said on a later day; correct withdraws or said", "withdraws")


def _came_before(row: ClaimRow, other: ClaimRow, zone: str) -> bool:
    """Whether one was over before the day began on which the other was said. Hours of one day decide nothing."""
    end, start = row.said.end, other.said.start
    return end is not None and start is not None and end <= day_begins(start, zone)
