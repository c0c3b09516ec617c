"""The phase mirror: the same questions put to each phase, side by side. No verdict is drawn from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import pandas as pd
from markupsafe import Markup

from charts import words
from charts.gate_words import VERDICTS, factor
from charts.time_ticks import since_zero
from charts.timeline.growth_of_figures import growth_lines
from charts.timeline.when_words import bound_when, event_when
from ledger.yaml.problems import counted
from pages.parts.claims.account_lines import account_lines, phase_rows
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, Column, folded, joined, page_address, table, tag
from pages.parts.frame.running_page import Frame
from pages.parts.timeline.choice import topics_of
from pages.parts.timeline.items_list import known_by, report_link
from queries.frame.claims_by_id import claims_by_id
from queries.overview.disagreement import disagreement, disagreement_pairs
from queries.timeline.events_and_statements import bounds_of_phase, phase_mirror, timeline_events, timeline_names

NOTHING = "not in what was read"
LEAD = "The phases differ in length and scope; that a figure rises shows no more than that it rose."


def mirrored(frame: Frame, phases: Sequence[str]) -> pd.DataFrame:
    """The rows of phase_mirror, of these phases."""
    return answer(phase_mirror, frame, tuple(phases), frame.phase, frame.at)


def phase_mirror_table(frame: Frame, phases: Sequence[str]) -> Markup:
    """Rows: the questions. Columns: the phases. Folded, for it is long."""
    rows = mirrored(frame, phases)
    questions: dict[str, Callable[[str], Markup]] = {
        "What it is called": lambda phase: _names(frame, phase),
        "When it began, as given": lambda phase: _bounds(frame, phase, "start"),
        "When it was over, as given": lambda phase: _ends(frame, phase),
        "Time to the first figure about people": lambda phase: _first(rows[rows["phase"] == phase], frame),
        "Figures revised, and statements": lambda phase: _revisions(rows[rows["phase"] == phase]),
        "Growth from the first figure to the last": lambda phase: _growth(frame, phase),
        "Widest disagreement between sides": lambda phase: _widest(frame, phase),
    }
    cells = [[question, *(ask(phase) for phase in phases)] for question, ask in questions.items()]
    named = answer(phase_rows, frame)
    columns = [Column("Question"), *(Column(named[phase]["name"]) for phase in phases)]
    title = f"The same questions put to each {frame.phase_word}"
    whole = table(columns, cells, caption=title, class_="timeline-mirror")
    return folded(title, joined([tag("p", LEAD, class_="line-note"), whole]))


def _lines(lines: list[Cell]) -> Markup:
    return joined(tag("p", line, class_="cell-line") for line in lines) if lines else _nothing()


def _nothing() -> Markup:
    return tag("span", NOTHING, class_="nothing")


def _names(frame: Frame, phase: str) -> Markup:
    own = [row for row in answer(timeline_names, frame) if row["phase"] == phase]
    return _lines([f"{row['claimant_name']}: “{row['name']}”" for row in own])


def _report(row: Mapping[str, Any]) -> Markup:
    if not words.given(row["publisher"]):
        return Markup("")
    return tag("span", joined([" (", report_link(row), ")"]), class_="aside")


def _given(frame: Frame, phase: str) -> list[Mapping[str, Any]]:
    rows = answer(bounds_of_phase, frame, phase)
    return known_by(rows, "moment_to", frame) if phase == frame.phase else list(rows)


def _bounds(frame: Frame, phase: str, bound: str) -> Markup:
    own = [row for row in _given(frame, phase) if row["bound"] == bound]
    when = [bound_when(row["moment_from"], row["moment_to"], frame.zone) for row in own]
    return _lines([joined([f"{row['claimant_name']}: {at}", _report(row)]) for row, at in zip(own, when, strict=True)])


def _ends(frame: Frame, phase: str) -> Markup:
    """The ends given for the whole phase, then the events that declared one."""
    own = _given(frame, phase)
    ended = {row["claimant_name"] for row in own if row["bound"] == "end"}
    parts = [_bounds(frame, phase, "end")] if ended else []
    silent = sorted({row["claimant_name"] for row in own} - ended)
    parts += [tag("p", f"{name}: no end given", class_="cell-line") for name in silent]
    events = [event for event in answer(timeline_events, frame, phase) if event["kind"] == "end"]
    for event in known_by(events, "when_to", frame) if phase == frame.phase else events:
        who = event["claimants"] or "not attributed"
        href = page_address("timeline", {**frame.address, "item": event["id"]})
        link = tag("a", "declared", href=href)
        parts.append(tag("p", joined([f"{who}: ", link, f" {event_when(event, frame.zone)}"]), class_="cell-line"))
    return joined(parts) if parts else _nothing()


def _first(rows: pd.DataFrame, frame: Frame) -> Markup:
    lines: list[Cell] = []
    for row in rows.itertuples():
        if not words.given(row.label):
            lines.append(joined([f"{row.side_name}: ", _nothing()]))
            continue
        of = f" {row.group_name}" if words.given(row.group_name) else ""
        cells = row._asdict()
        figure = f"{row.claimant_name}: {row.label} {row.metric_label},{of}, said {words.said(cells, frame.zone)}"
        lines.append(
            joined(
                [
                    tag("b", f"{row.side_name}: {time_to(row, _length(frame, str(row.phase)))}"),
                    Markup("<br>"),
                    tag("span", joined([figure, _report(cells)]), class_="line-note"),
                ]
            )
        )
    return _lines(lines)


def _length(frame: Frame, phase: str) -> timedelta:
    """How long a phase is, by its view."""
    row = answer(phase_rows, frame)[phase]
    ends = row["view_from"], row["view_to"]
    return timedelta(days=1) if None in ends else ends[1] - ends[0]


def time_to(row: Any, length: timedelta) -> str:
    """From 00:00 of day zero until a figure had been said, no more exactly than it is known: in hours where the phase
    is short, else in the unit of its length."""
    latest = (row.said_to - row.zero) / pd.Timedelta(hours=1)
    if latest > 240:
        return f"by {since_zero(row.said_to - timedelta(seconds=1), row.zero, length)}"
    if row.said_from == row.said_to:
        return f"after {latest:.1f} hours" if latest >= 0 else f"{-latest:.1f} hours before day zero"
    if latest <= 0:
        return "before day zero"
    if not words.given(row.said_from) or row.said_from <= row.zero:
        return f"within {latest:.0f} hours"
    return f"after {(row.said_from - row.zero) / pd.Timedelta(hours=1):.0f} to {latest:.0f} hours"


def _revisions(rows: pd.DataFrame) -> Markup:
    lines: list[Cell] = []
    for row in rows.itertuples():
        statements = "1 statement" if row.statements == 1 else f"{row.statements} statements"
        claimants = "1 claimant" if row.claimants == 1 else f"{row.claimants} claimants"
        revised = "1 figure revised" if row.revisions == 1 else f"{row.revisions} figures revised"
        repeated = f", {row.repeated} repeated unchanged" if row.repeated else ""
        lines.append(joined([tag("b", f"{row.side_name}: {revised}"), f"{repeated}; {statements} by {claimants}"]))
    return _lines(lines)


def _growth(frame: Frame, phase: str) -> Markup:
    """The ladders of the phase's topics, each once."""
    lines: dict[str, str] = {}
    for topic in topics_of(frame, (phase,)):
        for panel in account_lines(frame, topic.question, (phase,)):
            lines |= dict(growth_lines(panel, frame.zone))
    return _lines([
        joined([tag("b", head), Markup("<br>"), tag("span", note, class_="line-note")]) for head, note in lines.items()
    ])


def _widest(frame: Frame, phase: str) -> Markup:
    """The pair of figures of two sides that lie farthest apart among those that pass the gate (design.md §5.3)."""
    rows = disagreement(answer(disagreement_pairs, frame, phase), frame.at if phase == frame.phase else None)
    between = [row for row in rows if row["kind"] == "between"]
    passing = [row for row in between if row["level"] < 2 and (row["factor_low"], row["factor_high"]) != (None, None)]
    if not passing:
        questions = counted(len(between), "question")
        why = f"no pair of sides can be divided; {questions} with figures of two sides, none passes the gate"
        return tag("span", why if between else "no question has figures of two sides", class_="nothing")
    pair = passing[0]
    claims = answer(claims_by_id, frame, (pair["a"], pair["b"]))
    numbers = []
    for claim in (claims[pair["a"]], claims[pair["b"]]):
        figure = f"{words.value(claim)} {claim['metric_label']}, {words.whom(claim)}"
        link = tag("a", figure, href=page_address("sources", {**frame.address, "claim": claim["id"]}))
        numbers.append(joined([f"{claim['claimant_name']}: ", link, f", said {words.said(claim, frame.zone)}"]))
    times = factor(pair["factor_low"], pair["factor_high"])
    return _lines([*numbers, f"{times}, {VERDICTS[int(pair['level'])]}"])
