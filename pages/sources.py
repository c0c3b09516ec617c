"""Every claim with its claimant, the moment it was said, its period and its report."""

import streamlit as st

from charts import words
from pages.parts.asking import answer
from pages.parts.claim_line import marks
from pages.parts.download import download_csv
from pages.parts.frame import Frame, this_page
from pages.parts.markup import Column, joined, outer_link, show, table, tag
from queries.sources import sources

COLUMNS = (
    "Claimant", "Said", "Value", "Counts", "Of whom", "Where", "Period covered", "Report",
)


def main() -> None:
    """Top to bottom: the claims, then the same rows to take away."""
    frame = this_page()
    claims = answer(sources, frame, frame.phase, frame.at)
    if claims.empty:
        st.info(f"No claim about {frame.phase_name} had been made by this moment. Choose a later one.")
        return
    show(table([Column(name) for name in COLUMNS], rows(claims, frame), caption=f"{len(claims)} claims"))
    download_csv(claims, frame, "claims")


def rows(claims, frame: Frame):
    """One row is a claim, in the order of the data: wholes before their parts."""
    for _, row in claims.iterrows():
        yield [
            row["claimant_name"],
            words.said(row, frame.zone),
            joined([tag("b", words.value(row)), " ", marks(row)]),
            row["metric_label"],
            words.whom(row),
            words.place(row),
            words.period(row, frame.zone),
            outer_link(row["publisher"], row["url"] if words.given(row["url"]) else None, row["not_linked"]),
        ]


main()
