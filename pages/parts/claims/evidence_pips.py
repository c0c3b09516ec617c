"""What was offered with a figure, as six small pips with the words for readers who do not see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from ledger.claims.evidence import RUNGS
from pages.parts.frame.markup import joined, tag

# Said wherever pips stand: they are no grade.
MEANING = "what the page offers for the figure, never that it was checked"


def pips(row: Mapping[str, Any]) -> Markup:
    """As many filled pips as the rung of the claim (a row of claim_details); read aloud as `offered: names`."""
    number = int(row["rung"])
    drawn = "●" * number + "○" * (len(RUNGS) - number)
    told = f"offered: {row['rung_words']}"
    seen = tag("span", drawn, aria_hidden="true")
    return tag("span", joined([seen, tag("span", told, class_="unseen")]), class_="pips", title=told)


def pips_and_words(row: Mapping[str, Any]) -> Markup:
    """The same with the words beside it, for a claim's own page."""
    drawn = "●" * int(row["rung"]) + "○" * (len(RUNGS) - int(row["rung"]))
    return joined([tag("span", drawn, aria_hidden="true", class_="pips"), " ", str(row["rung_words"])])


def pips_key() -> Markup:
    """`Pips: what the page offers for the figure, never that it was checked: ● said, ●● broken down, …`"""
    told = ", ".join(f"{'●' * number} {words}" for number, words in enumerate(RUNGS, start=1))
    return tag("p", joined([tag("b", "Pips"), f": {MEANING}: {told}."]), class_="key")
