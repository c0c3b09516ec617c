"""What the marks of a page mean, said once on it, above what uses them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from markupsafe import Markup

from pages.parts.claims.claim_line import mark_names
from pages.parts.claims.rule_texts import LABELS
from pages.parts.frame.markup import joined, tag


def words_key(rows: pd.DataFrame) -> list[Markup]:
    """The short words beside these claims, and `inferred` where a period is; nothing where there are none."""
    used = {name for row in rows.to_dict("records") for name in mark_names(row)}
    parts = [(name, meaning) for name, meaning in LABELS if name in used]
    if rows["covers_inferred"].fillna(False).any():
        parts.append(("inferred", "a period that we filled in"))
    return [explained(parts)] if parts else []


def explained(parts: Iterable[tuple[str, str]]) -> Markup:
    """`mark: what it means; mark: what it means.`"""
    told = joined([joined([tag("b", mark), f": {meaning}"]) for mark, meaning in parts], "; ")
    return tag("p", joined([told, "."]), class_="key")
