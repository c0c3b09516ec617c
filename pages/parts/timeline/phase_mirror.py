"""The phase mirror: the same questions put to each phase, side by side. No verdict is drawn from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from charts import words
from charts.gate_words import VERDICTS, factor
from charts.timeline.growth_of_figures import growth_lines
from charts.timeline.hours_since_zero import Clock
from pages.parts.frame.download import download_csv
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import Cell, Column, heading, inner_link, joined, show, table, tag
from pages.parts.frame.running_page import Frame
from pages.parts.timeline.items_list import report_link
from pages.parts.timeline.panels import stories_of
from pages.parts.timeline.phase_data import Stories, View
from queries.frame.claims_by_id import claims_by_id
from queries.overview.disagreement import disagreement
from queries.timeline.events_and_statements import phase_mirror

NOTHING = "not in what was read"


def draw_mirror(frame: Frame, view: View) -> None:
    """The same questions for each phase that has a day zero, and the rows to take away."""
    drawn(draw_questions, frame, view.clock, view.phases)
    download_csv(lambda: mirrored(frame, view.phases), frame, "phase-mirror")


def mirrored(frame: Frame, phases: tuple[str, ...]) -> pd.DataFrame:
    """The rows of phase_mirror, of the page's phases."""
    rows = answer(phase_mirror, frame, frame.phase, frame.at)
    return rows[rows["phase"].isin(phases)]


def draw_questions(frame: Frame, clock: Clock, phases: tuple[str, ...]) -> None:
    """Rows: the questions. Columns: the phases that have a day zero."""
    stories, rows = stories_of(frame, phases), mirrored(frame, phases)
    of = {phase: rows[rows["phase"] == phase] for phase in stories.dated["id"]}
    questions: dict[str, Callable[[str], Markup]] = {
        "What it is called": lambda phase: _names(stories, phase),
        "When it began, as given": lambda phase: _bounds(stories, phase, "start", clock),
        "When it was over, as given": lambda phase: _ends(stories, phase, clock),
        "Time to the first figure about people": lambda phase: _first(of[phase], clock),
        "Figures revised, and statements": lambda phase: _revisions(of[phase]),
        "Growth from the first figure to the last": lambda phase: _growth(stories, phase, clock),
        "Widest disagreement between sides": lambda phase: _widest(frame, stories, phase, clock),
    }
    cells = [[question, *(ask(phase) for phase in of)] for question, ask in questions.items()]
    columns = [Column("Question"), *(Column(name) for name in stories.dated["name"])]
    lead = "The phases differ in length and scope; that a figure rises shows no more than that it rose."
    whole = table(columns, cells, caption="The same questions put to each phase", class_="timeline-mirror")
    show(heading("Phase mirror"), tag("p", lead, class_="lead"), whole)


def _lines(lines: list[Cell]) -> Markup:
    return joined(tag("p", line, class_="cell-line") for line in lines) if lines else _nothing()


def _nothing() -> Markup:
    return tag("span", NOTHING, class_="nothing")


def _names(stories: Stories, phase: str) -> Markup:
    own = stories.names[stories.names["phase"] == phase]
    return _lines([f"{row.claimant_name}: “{row.name}”" for row in own.itertuples(index=False)])


def _report(row: Mapping[str, Any]) -> Markup:
    if not words.given(row["publisher"]):
        return Markup("")
    return tag("span", joined([" (", report_link(row), ")"]), class_="aside")


def _bounds(stories: Stories, phase: str, bound: str, clock: Clock) -> Markup:
    own = stories.bounds[(stories.bounds["phase"] == phase) & (stories.bounds["bound"] == bound)]
    return _lines(
        [
            joined([f"{row['claimant_name']}: {clock.bound(row['moment_from'], row['moment_to'])}", _report(row)])
            for row in own.to_dict("records")
        ]
    )


def _ends(stories: Stories, phase: str, clock: Clock) -> Markup:
    """The ends given for the whole phase, then the events that declared one."""
    own = stories.bounds[stories.bounds["phase"] == phase]
    parts = [_bounds(stories, phase, "end", clock)] if (own["bound"] == "end").any() else []
    silent = sorted(set(own["claimant_name"]) - set(own.loc[own["bound"] == "end", "claimant_name"]))
    parts += [tag("p", f"{name}: no end given", class_="cell-line") for name in silent]
    ends = stories.events[(stories.events["phase"] == phase) & (stories.events["kind"] == "end")]
    for event in ends.to_dict("records"):
        who = event["claimants"] if words.given(event["claimants"]) else "not attributed"
        when = clock.event(event)
        link = inner_link("declared", "timeline", item=event["id"])
        parts.append(tag("p", joined([f"{who}: ", link, f" {when}"]), class_="cell-line"))
    return joined(parts) if parts else _nothing()


def _first(rows: pd.DataFrame, clock: Clock) -> Markup:
    lines: list[Cell] = []
    for row in rows.itertuples():
        if not words.given(row.label):
            lines.append(joined([f"{row.side_name}: ", _nothing()]))
            continue
        of = f" {row.group_name}" if words.given(row.group_name) else ""
        cells = row._asdict()
        figure = f"{row.claimant_name}: {row.label} {row.metric_label},{of}, said {clock.said(cells)}"
        lines.append(
            joined(
                [
                    tag("b", f"{row.side_name}: {time_to(row)}"),
                    Markup("<br>"),
                    tag("span", joined([figure, _report(cells)]), class_="line-note"),
                ]
            )
        )
    return _lines(lines)


def time_to(row: Any) -> str:
    """Hours from 00:00 of day zero until a figure had been said, no more exactly than it is known."""
    latest = (row.said_to - row.zero) / pd.Timedelta(hours=1)
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


def _growth(stories: Stories, phase: str, clock: Clock) -> Markup:
    own = stories.figures[stories.figures["phase"] == phase]
    return _lines(
        [
            joined([tag("b", head), Markup("<br>"), tag("span", note, class_="line-note")])
            for head, note in growth_lines(own, clock)
        ]
    )


def _widest(frame: Frame, stories: Stories, phase: str, clock: Clock) -> Markup:
    """The pair of figures of two sides that lie farthest apart among those that pass the gate (design.md §5.3)."""
    pairs = answer(disagreement, frame, phase, stories.at if phase == stories.chosen else None)
    passing = pairs[(pairs["kind"] == "between") & (pairs["level"] < 2)]
    passing = passing[passing["factor_low"].notna() | passing["factor_high"].notna()]
    if passing.empty:
        blocked = len(pairs[pairs["kind"] == "between"])
        questions = "1 question" if blocked == 1 else f"{blocked} questions"
        why = f"no pair of sides can be divided; {questions} with figures of two sides, none passes the gate"
        return tag("span", why if blocked else "no question has figures of two sides", class_="nothing")
    pair = passing.iloc[0]
    claims = answer(claims_by_id, frame, (pair["a"], pair["b"]))
    numbers = []
    for claim in (claims[pair["a"]], claims[pair["b"]]):
        figure = f"{words.value(claim)} {claim['metric_label']}, {words.whom(claim)}"
        link = inner_link(figure, "sources", claim=claim["id"])
        numbers.append(joined([f"{claim['claimant_name']}: ", link, f", said {clock.said(claim)}"]))
    times = factor(pair["factor_low"], pair["factor_high"])
    return _lines([*numbers, f"{times}, {VERDICTS[int(pair['level'])]}"])
