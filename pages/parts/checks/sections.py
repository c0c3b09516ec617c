"""The findings in sections: failures first, then what cannot be told, passes folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from ledger.store.run_checks import ADDS_UP, ARITHMETIC, CANNOT_BE_TOLD, DOES_NOT, HEDGE_ONLY, RELAY_NUMBER, RELAY_WORD
from pages.parts.checks.sums import sum_card
from pages.parts.claims.findings_table import findings_table
from pages.parts.frame.markup import folded, heading, inner_link, joined, tag
from queries.findings.findings import Narrowed

AT_ONCE = 4
CARDS_AT_ONCE = 6
Finding = Mapping[str, Any]
Named = Mapping[str, str]
RELAYS = (RELAY_NUMBER, RELAY_WORD)


def findings_sections(
    found: Sequence[Finding], counts: Sequence[Mapping[str, Any]], named: Named, narrowed: Narrowed
) -> list[Markup]:
    """All sections that hold something. Where a reader asks for an outcome or a kind, they are folded check by check;
    one check alone is not folded."""
    alone = narrowed.check is not None
    asked = alone or narrowed.outcome is not None or narrowed.kind is not None
    parts = [
        *(_rule(found[0]) if alone else ()),
        *_sums_that_fail(_of(found, DOES_NOT, (ARITHMETIC,)), named),
        *_printed_otherwise(_of(found, DOES_NOT, RELAYS), named, asked),
    ]
    rest = {
        "Another hedge, the same number": _of(found, DOES_NOT, (HEDGE_ONLY,)),
        "Cannot be told": _of(found, CANNOT_BE_TOLD, None),
        "Add up, inside an account": _of(found, ADDS_UP, (ARITHMETIC,), trivial=False),
        "Printed alike by relays": _of(found, ADDS_UP, RELAYS, trivial=False),
        "Could not have failed": _of(found, ADDS_UP, None, trivial=True),
    }
    for title, rows in rest.items():
        if rows:
            title = f"{title}: {_counted(counts, rows):,}"
            if alone:
                parts += [heading(title), _listed(rows, counts, named)]
            elif asked:
                parts += [heading(title), *_by_check(rows, counts, named)]
            else:
                parts.append(folded(title, tag("div", joined(_by_check(rows, counts, named)), class_="stack")))
    return parts


def _rule(finding: Finding) -> tuple[Markup, Markup]:
    title = tag("h3", finding["title"], class_="check-title")
    return title, tag("p", joined([tag("b", "Rule: "), finding["rule"]]), class_="lead")


def _of(
    found: Sequence[Finding], outcome: str, kinds: tuple[str, ...] | None, trivial: bool | None = None
) -> list[Finding]:
    return [
        one for one in found
        if one["outcome"] == outcome
        and (kinds is None or one["kind"] in kinds)
        and (trivial is None or one["trivial"] == trivial)
    ]


def _sums_that_fail(rows: list[Finding], named: Named) -> Iterator[Markup]:
    """Each as a card, the largest difference first; many are folded."""
    if not rows:
        return
    yield heading("Do not add up, inside an account")
    yield _cards(rows[:CARDS_AT_ONCE], named)
    if more := rows[CARDS_AT_ONCE:]:
        yield folded(f"{len(more):,} more that do not add up", _cards(more, named))


def _cards(rows: Sequence[Finding], named: Named) -> Markup:
    return tag("div", joined(sum_card(one, named) for one in rows), class_="sum-cards")


def _printed_otherwise(rows: list[Finding], named: Named, asked: bool) -> Iterator[Markup]:
    """What relays print otherwise: the largest differences at once, the rest on request."""
    if not rows:
        return
    yield heading("Printed otherwise by relays")
    for kind, title in ((RELAY_NUMBER, "Another number"), (RELAY_WORD, "Another word, group, place or period")):
        own = [one for one in rows if one["kind"] == kind]
        if not own:
            continue
        first = len(own) if asked else AT_ONCE
        caption = f"{title}: {len(own):,}" + (f", the first {first}" if first < len(own) else "")
        yield findings_table(own[:first], named, caption)
        if more := own[first:]:
            yield folded(f"{title}: {len(more):,} more", findings_table(more, named, f"{title}, the rest"))


def _by_check(rows: Sequence[Finding], counts: Sequence[Mapping[str, Any]], named: Named) -> Iterator[Markup]:
    """The findings check by check, each folded under its title."""
    in_order = sorted(rows, key=lambda one: one["position"])
    for _, several in groupby(in_order, key=lambda one: one["check"]):
        own = list(several)
        title = f"{own[0]['title']}: {_counted(counts, own):,}"
        yield folded(title, tag("div", joined([_rule(own[0])[1], _listed(own, counts, named)]), class_="stack"))


def _listed(own: Sequence[Finding], counts: Sequence[Mapping[str, Any]], named: Named) -> Markup:
    """Findings of one check and outcome; where there are more than are shown, a way to all of them."""
    number, first = _counted(counts, own), own[0]
    shown = f"{number:,}" if number == len(own) else f"the first {len(own):,} of {number:,}"
    rows = findings_table(own, named, f"{first['title']}: {shown}")
    if number == len(own):
        return rows
    return joined([rows, tag("p", inner_link("All of this check", "checks", check=first["check"]))])


def _counted(counts: Sequence[Mapping[str, Any]], rows: Sequence[Finding]) -> int:
    """How many there are of these checks, kinds and outcomes, shown or not."""
    keys = {tuple(one[name] for name in ("check", "kind", "outcome", "trivial")) for one in rows}
    return sum(
        row["findings"] for row in counts
        if tuple(row[name] for name in ("check", "kind", "outcome", "trivial")) in keys
    )
