"""The ledger: who was harmed, as each side tells it."""

import pandas as pd
import streamlit as st
from markupsafe import Markup

from pages.parts.claims.claim_line import claim_line
from pages.parts.claims.key_of_marks import words_key
from pages.parts.claims.question_choice import known_label
from pages.parts.frame.download import download_csv
from pages.parts.frame.kept_answers import answer, drawn
from pages.parts.frame.markup import Cell, Column, as_plain, heading, inner_link, joined, show, table, tag
from pages.parts.frame.running_page import Frame, this_page
from pages.parts.overview.differences import draw_differences
from queries.frame.phases_and_sides import side_order
from queries.overview.ledger import ledger, other_counts

MOST_LINES = 5


def main() -> None:
    """Top to bottom: the ledger, what to leave with, the disagreement, each side's exchange, what else was counted."""
    frame = this_page()
    told = answer(ledger, frame, frame.phase, frame.at)
    others = answer(other_counts, frame, frame.phase, frame.at)
    if told.empty and others.empty:
        drawn(draw_nothing, frame)
        return
    drawn(draw_ledger, frame)
    if not told.empty:
        download_csv(told, frame, "ledger")
    draw_differences(frame)
    if not others.empty:
        drawn(draw_others, frame)
        download_csv(others, frame, "other-counts")


def draw_ledger(frame: Frame) -> None:
    """Who was harmed: the matrix of people, or why there is none."""
    told = answer(ledger, frame, frame.phase, frame.at)
    title = heading("Who was harmed, as each side tells it")
    lead = tag("p", "One line per claimant; figures of different claimants are never added.", class_="lead")
    if told.empty:
        show(title)
        st.info("No figure about people, for the whole operation, was in what was read by this moment.")
        return
    caption = "Claims about people, for the whole operation"
    whole = matrix(told, answer(side_order, frame), frame, caption, by_group=True)
    show(title, lead, whole, *words_key(told))


def draw_others(frame: Frame) -> None:
    """What was counted besides people."""
    told = answer(other_counts, frame, frame.phase, frame.at)
    caption = "Claims about damage, places, attacks and time"
    whole = matrix(told, answer(side_order, frame), frame, caption, by_group=False)
    show(heading("What else was counted"), whole, *words_key(told))


def draw_nothing(frame: Frame) -> None:
    """An empty ledger explains itself."""
    st.info(
        f"Nothing had been said about {as_plain(frame.phase_name)} by this moment, as far as the {frame.pages_read} "
        "pages read show. Choose a later moment, or another phase."
    )


def matrix(told: pd.DataFrame, sides: pd.DataFrame, frame: Frame, caption: str, *, by_group: bool) -> Markup:
    """Rows: a group and a kind of harm (or a metric). Columns: sides. A cell: its claimants, newest first."""
    shown = sides_shown(told, sides)
    columns = [Column("Who, and what was counted"), *(Column(name) for name in shown.values())]
    rows = []
    keys = ["group", "family"] if by_group else ["metric", "group"]
    for _, claims in told.groupby(keys, sort=False, dropna=False):
        first = claims.iloc[0]
        cells: list[Cell] = [row_heading(first, by_group)]
        for side in shown:
            own = claims[claims["side"].isna()] if side is None else claims[claims["side"] == side]
            cells.append(cell(own, frame, first["family_label"] if by_group else first["metric_label"]))
        rows.append(cells)
    return table(columns, rows, caption=caption, class_="matrix")


def sides_shown(told: pd.DataFrame, sides: pd.DataFrame) -> dict[str | None, str]:
    """Every side has its column, empty or not; the unattributed get one where there are any."""
    shown: dict[str | None, str] = dict(zip(sides["id"], sides["name"], strict=True))
    if told["side"].isna().any():
        shown[None] = "Unattributed"
    return shown


def row_heading(row: pd.Series, by_group: bool) -> Markup:
    """The group indented by its depth in the tree, then what is counted."""
    group = row["group_name"] if pd.notna(row["group_name"]) else ""
    if by_group:
        return tag("div", joined([group, Markup("<br>"), tag("span", row["family_label"], class_="aside")]),
                   class_=f"group-{row['group_depth']}")
    words = [row["metric_label"], tag("span", f" {group}", class_="aside")] if group else [row["metric_label"]]
    return joined(words)


def cell(claims: pd.DataFrame, frame: Frame, label: str) -> Markup:
    """At most five lines; an empty cell says how much was read, for absence is a finding too."""
    if claims.empty:
        return tag("span", f"not in what was read ({frame.pages_read} pages)", class_="nothing")
    lines = [claim_line(row, frame.zone, frame.as_of, label) for _, row in claims.head(MOST_LINES).iterrows()]
    if len(claims) > MOST_LINES:
        more = f"{len(claims) - MOST_LINES} more"
        label = known_label(frame, claims.iloc[0])
        link = inner_link(more, "compare", question=label) if label else inner_link(more, "sources")
        lines.append(tag("p", link, class_="cell-line"))
    return joined(lines)


main()
