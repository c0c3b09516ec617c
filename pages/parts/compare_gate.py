"""May these be set side by side? The gate for every pair, with reasons; a reader may open it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from charts.gate_words import VERDICTS, against, factor
from charts.strip import strip
from pages.parts.chart import draw_chart
from pages.parts.disagree import STAMP, named, strip_rows
from pages.parts.download import download_csv
from pages.parts.frame import Frame
from pages.parts.markup import Column, inner_link, joined, show, table, tag

MOST_PAIRS = 60
FIRST_PAIRS = 6
MOST_DRAWN = 8


def draw_gate(pairs: pd.DataFrame, claims: dict[str, Mapping[str, Any]], frame: Frame) -> None:
    """Pairs of different sides first, then the strip drawn from them, then differences inside a side."""
    st.subheader("May they be set side by side?", anchor=False)
    between = pairs[pairs["between_sides"]] if not pairs.empty else pairs
    if between.empty:
        st.info("No two sides have a current figure on this question, so there is no pair to compare.")
    else:
        opened = st.toggle(
            "Open the gate: show factors of pairs that are not comparable, stamped as such",
            key="opened",
            bind="query-params",
        )
        show(tag("p", sentence(between), class_="lead"))
        _draw_strip(between, claims, frame, opened)
        show(gate_table(between.head(FIRST_PAIRS), claims, frame, opened, "Pairs of different sides, best first"))
        if len(between) > FIRST_PAIRS:
            with st.expander(f"The other {len(between) - FIRST_PAIRS} pairs and their reasons"):
                show(gate_table(between.iloc[FIRST_PAIRS:], claims, frame, opened, "More pairs of different sides"))
        download_csv(_plain(between, opened), frame, "pairs", "Download the pairs as CSV")
    inside = pairs[~pairs["between_sides"]] if not pairs.empty else pairs
    if not inside.empty:
        with st.expander(f"Differences inside a side ({len(inside)} pairs)"):
            show(gate_table(inside, claims, frame, False, "Pairs inside one side"))


def sentence(pairs: pd.DataFrame) -> str:
    """How many pairs pass, in words that count all of them."""
    counts = [int((pairs["level"] == level).sum()) for level in range(3)]
    listed = ", ".join(f"{count} {verdict}" for count, verdict in zip(counts, VERDICTS, strict=True))
    return f"{len(pairs)} pairs of current figures of different sides: {listed}. The worst line of the gate decides."


def _draw_strip(pairs: pd.DataFrame, claims: dict[str, Mapping[str, Any]], frame: Frame, opened: bool) -> None:
    """The pairs of parties first; blocked ones grey, with the reason."""
    rows = strip_rows(pairs.head(MOST_DRAWN), claims, frame.zone, frame.as_of, opened)
    if opened:
        show(tag("p", f"The gate is open: grey factors are {STAMP}.", class_="mark"))
    told = "; ".join(f"{row['numbers']}: {row['words']}" for row in rows.head(3).to_dict("records"))
    draw_chart(strip(rows), alt=f"Factors on a doubling axis. {told}.", key="gate-strip")


def gate_table(
    pairs: pd.DataFrame, claims: dict[str, Mapping[str, Any]], frame: Frame, opened: bool, caption: str
) -> Markup:
    """One row a pair: both figures with their age, the verdict, every reason, the factor."""
    rows = []
    for pair in pairs.head(MOST_PAIRS).to_dict("records"):
        a, b = claims[pair["a"]], claims[pair["b"]]
        found = against(pair, a, b, frame.zone)
        why = joined(tag("li", f"{VERDICTS[r.level]}: {r.text}") for r in found)
        rows.append(
            [
                inner_link(named(a, frame.as_of, None), "sources", claim=a["id"]),
                inner_link(named(b, frame.as_of, None), "sources", claim=b["id"]),
                tag("b", VERDICTS[int(pair["level"])]),
                tag("ul", why, class_="reasons") if found else "every line is like for like",
                factor_cell(pair, opened),
            ]
        )
    if len(pairs) > MOST_PAIRS:
        caption += f"; the first {MOST_PAIRS} of {len(pairs)}, all are in the download"
    columns = [Column(name) for name in ("One figure", "The other", "Gate", "Why", "Factor")]
    return table(columns, rows, caption=caption)


def factor_cell(pair: Mapping[str, Any], opened: bool) -> str:
    """The factor where the gate lets it through, or the stamp."""
    text = factor(pair["factor_low"], pair["factor_high"])
    if pair["level"] == 2:
        return f"{text}, {STAMP}" if opened and text else STAMP
    return text or "no factor from these bounds"


def _plain(pairs: pd.DataFrame, opened: bool) -> pd.DataFrame:
    """The pairs to take away; factors of blocked pairs only where the gate is open."""
    rows = pairs.assign(gate=[VERDICTS[int(level)] for level in pairs["level"]])
    if not opened:
        for name in ("factor_low", "factor_high"):
            rows[name] = rows[name].where(rows["level"] < 2)
    return rows[["a", "b", "gate", *[c for c in rows if c.endswith("_relation")], "factor_low", "factor_high"]]
