"""What the marks of a page mean, said once on it, under what uses them first."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from markupsafe import Markup

from charts.factor_strip import drawn_as
from pages.parts.claims.claim_line import mark_names
from pages.parts.claims.rule_texts import LABELS
from pages.parts.frame.markup import joined, tag

FORMS = (
    (("exact", "none"), "filled mark", "the figure as given"),
    (("at_least", "more_than"), "arrow to the right", "the least it can be, no most is stated"),
    (("at_most", "fewer_than"), "arrow to the left", "the most it can be, no least is stated"),
    (("range",), "bar", "a range as printed"),
    (("about",), "hollow mark, ≈", "about this number"),
    (("word",), "words without a mark", "no number is made of them"),
)
FACTOR = (
    (("one", "upward", "downward", "between"), "Mark", "how many times the higher figure is the lower"),
    (("upward", "downward"), "with an arrow", "at least, or at most, so many times, since a figure is open"),
    (("between",), "two strokes", "between two bounds"),
)
LADDER = (
    ("Step", "a figure holds until the same claimant gives another"),
    ("dotted on", "the last one still stands"),
    ("cut", "the word, the basis or the start of the period changed, so the line breaks"),
    ("cross", "its claimant took the figure back"),
)


def words_key(rows: pd.DataFrame) -> list[Markup]:
    """The short words beside these claims, and `inferred` where a period is; nothing where there are none."""
    used = {name for row in rows.to_dict("records") for name in mark_names(row)}
    parts = [(name, meaning) for name, meaning in LABELS if name in used]
    if rows["covers_inferred"].fillna(False).any():
        parts.append(("inferred", "a period that we filled in"))
    return [explained(parts)] if parts else []


def forms_key(rows: pd.DataFrame) -> Markup:
    """How the figures of a chart are drawn, for the forms it has."""
    used = set(rows["form"].dropna())
    parts = [(mark, meaning) for forms, mark, meaning in FORMS if used & set(forms)]
    return explained([*parts, ("colour and shape", "who speaks, grey for third parties and tallies")])


def factor_key(rows: pd.DataFrame) -> Markup:
    """How factors are drawn, as far as these rows need it. `rows` are those of charts.strip."""
    used = {drawn_as(low, high) for low, high in zip(rows["factor_low"], rows["factor_high"], strict=True)}
    return explained((mark, meaning) for kinds, mark, meaning in FACTOR if used & set(kinds))


def explained(parts: Iterable[tuple[str, str]]) -> Markup:
    """`mark: what it means; mark: what it means.`"""
    told = joined([joined([tag("b", mark), f": {meaning}"]) for mark, meaning in parts], "; ")
    return tag("p", joined([told, "."]), class_="key")
