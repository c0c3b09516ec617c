"""How the fields of one claim are read: its figure, the way it counts, its id."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from ledger.claims.clocks import Period, begins_with_phase
from ledger.claims.figures import Figure, FigureError, ValueKind, read_figure, value_kind
from ledger.claims.vocabulary import OPERATION, Vocabulary
from ledger.shapes.periods import Covers
from ledger.shapes.statement_records import Claim
from ledger.shapes.vocabulary_records import Metric


@lru_cache(maxsize=4096, typed=True)
def _read(value: int | str, kind: ValueKind) -> Figure:
    """Figures repeat; a Figure never changes."""
    return read_figure(value, kind)


def figure_of(claim: Claim, metric: str, words: Vocabulary) -> tuple[Figure | None, str | None]:
    """The figure and nothing, nothing and what is wrong with it, or twice nothing where none is given."""
    if claim.figure is None:
        return None, None
    known = words.metrics.get(metric)
    try:
        return _read(claim.figure, value_kind(known.value if known else None)), None
    except FigureError as error:
        return None, str(error)


def in_words(on: str | Covers | None) -> str | None:
    """The moment of a date claim as its editor wrote it."""
    if on is None or isinstance(on, str):
        return on
    return on.as_stated or " to ".join(end for end in (on.from_, on.to) if end)


def claim_id(
    statement: str,
    metric: str,
    group: str | None,
    who: tuple[str, ...],
    by: str | None,
    places: tuple[str, ...],
    key: str | None,
) -> str:
    """statement.metric[.group][.who][.by][.places][.key]: no ordinal, so that an insertion moves no id."""
    where = "" if places == (OPERATION,) else "+".join(places)
    return ".".join(filter(None, (statement, metric, group, "+".join(who), by, where, key)))


def metric_of(claim: str | None) -> str:
    """What a claim counts, from its id: an answer or a withdrawal need not say it again."""
    parts = (claim or "").split(".")
    return parts[1] if len(parts) > 1 else ""


def counting_of(
    metric: Metric | None,
    figure: Figure | None,
    period: Period | None,
    zero: datetime | None,
    whole: WholeCounting | None,
) -> str | None:
    """How a claim counts that does not say it (design.md §2); None where it must say it, or has no number."""
    if figure is None or metric is None or metric.value not in ("count", "share"):
        return None
    if metric.counting and (whole is None or whole[0] != metric.id):
        return metric.counting
    if whole is not None and whole[1] is not None:
        return "period" if _another_period(period, whole[2]) else whole[1]
    return metric.counting or ("cumulative" if begins_with_phase(period, zero) else None)


# The metric, counting and period of the claim of which another is a part.
WholeCounting = tuple[str, str | None, Period | None]


def _another_period(period: Period | None, whole: Period | None) -> bool:
    """A part that differs from its whole by its period counts that period only."""
    return period is not None and (whole is None or (period.start, period.end) != (whole.start, whole.end))
