"""What would settle a pair of figures (rules.md N12): the observations that would close it, one rule for every party.

Computed from what the gate found and from the bounds; what an editor entered by hand under `settles` follows it. It
says what would have to become known, never who is right, and asks nobody to publish private names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from charts import words
from charts.gate_words import LINES

Row = Mapping[str, Any]
MOST_IN_A_LINE = 2
OPEN = ("at_least", "more_than", "at_most", "fewer_than", "about", "word")
TO_COMPARE, TO_SETTLE = "To compare them", "To settle them"


def settle_lines(pair: Row, a: Row, b: Row) -> list[str]:
    """At most two computed lines, then one for each thing entered by hand. `pair` is a row of the gate (or of
    both_true), `a` and `b` are its claims, rows of claim_details."""
    return [*settle(pair, a, b), *known_to_exist(a, b)]


def settle(pair: Row, a: Row, b: Row) -> list[str]:
    """`To compare them: …` where the gate has a reservation or blocks, `To settle them: …` where they also differ in
    number; nothing where they are like for like and agree, or count different things altogether."""
    if pair["metric_relation"] == "different" or pair["group_relation"] == "neither":
        return []
    level = max(int(pair[f"{line}_level"]) for line in LINES)
    if level == 0 and not _apart(a, b):
        return []
    compare = list(dict.fromkeys(_compare(pair, a, b)))[:MOST_IN_A_LINE]
    number = list(dict.fromkeys(_number(a, b)))[:MOST_IN_A_LINE]
    told = ((TO_COMPARE, compare), (TO_SETTLE, number))
    return [f"{name}: {'; '.join(items)}" for name, items in told if items]


def known_to_exist(a: Row, b: Row) -> list[str]:
    """What is known to exist or to be missing, as entered for either claim: `2026-02-20: bodies are in a hospital`."""
    lines = [line for row in (a, b) if words.given(row["settles"]) for line in str(row["settles"]).split("\n")]
    return [f"Known, {line}" for line in dict.fromkeys(lines)]


def _apart(a: Row, b: Row) -> bool:
    """Whether the bounds exclude each other: both cannot be the number."""
    return any(words.given(x["low"]) and words.given(y["high"]) and x["low"] > y["high"] for x, y in ((a, b), (b, a)))


def _compare(pair: Row, a: Row, b: Row) -> Iterator[str]:
    """What the gate lacks, in the order in which it weighs: the word, the period, the people, the rest."""
    yield from _word(pair, a, b)
    yield from _period(pair, a, b)
    yield from _group(pair, a, b)
    if pair["place_relation"] != "same":
        yield "each figure by place"
    if pair["by_relation"] == "one unstated":
        silent = a if not words.given(a["by"]) else b
        yield f"whom {silent['claimant_name']} holds responsible"
    if pair["counting_relation"] == "different":
        yield "both figures counted since one start"
    if pair["reading_relation"] == "relays disagree":
        disputed = a if a["disputed_reading"] else b
        yield f"{disputed['claimant_name']}'s own words, since the pages that relay them differ"
    if pair["built_relation"] != "independent":
        yield "a count that is not built on the other's"


def _word(pair: Row, a: Row, b: Row) -> Iterator[str]:
    """Another word of the same family: how many of the one are what the other counts. Of two states of the same people,
    such as captured and released, neither holds the other."""
    if pair["metric_relation"] != "same family":
        return
    states = [row for row in (a, b) if words.given(row["metric_state_of"])]
    if states or a["family_label"] not in (a["metric_label"], b["metric_label"]):
        yield f"both figures of one kind: {a['metric_label']} or {b['metric_label']}"
    else:
        wide, narrow = (b, a) if a["metric_label"] == a["family_label"] else (a, b)
        yield f"how many of {owned(wide)} {wide['metric_label']} were {narrow['metric_label']}"


def _period(pair: Row, a: Row, b: Row) -> Iterator[str]:
    """A period not stated, or filled in by us; else two periods that differ."""
    if pair["period_relation"] == "same":
        return
    missing = [row for row in (a, b) if not row["has_period"] or row["covers_inferred"]]
    if len(missing) == 2:
        yield "the periods that both figures count"
    elif missing:
        yield f"the period that {owned(missing[0])} counts"
    else:
        yield "both figures for one period"


def _group(pair: Row, a: Row, b: Row) -> Iterator[str]:
    """Other words for one group, or one group inside the other."""
    relation = pair["group_relation"]
    if relation == "other words":
        told = " and ".join(f"“{row['as_stated']}”" for row in (a, b) if words.given(row["as_stated"]))
        yield f"which {'forces' if _forces(a, b) else 'people'} are meant by {told}"
    elif relation in ("first inside second", "second inside first"):
        inner, outer = (a, b) if relation == "first inside second" else (b, a)
        people = ", ".join(str(inner[name]) for name in ("group_name", "who_names") if words.given(inner[name]))
        yield f"how many of {owned(outer)} were {people}"


def _number(a: Row, b: Row) -> Iterator[str]:
    """What would close the numbers: the number where one is open, what was offered where neither offers anything."""
    for row in (a, b):
        if row["form"] in OPEN:
            yield f"the number behind {owned(row)}"
    bare = [row for row in (a, b) if int(row["rung"]) == 1]
    if len(bare) == 1:
        yield f"what {owned(bare[0])} rests on"
    elif bare:
        if a["unit"] == "per cent":
            yield "the numbers behind the shares"
        elif a["unit"] != "people":
            yield f"a list or pictures of the {a['unit'] or 'things counted'}"
        elif _forces(a, b):
            yield f"units or names of those {a['metric_label']}"
        else:
            yield f"names, or a hospital's count, of those {a['metric_label']}"


def _forces(a: Row, b: Row) -> bool:
    return all(words.given(row["group_forces"]) and bool(row["group_forces"]) for row in (a, b))


def owned(row: Row) -> str:
    """`League's 84`, or `the 10 of Officials, in Wire` where a name takes no 's."""
    name, value = str(row["claimant_name"]), words.value(row)
    return f"the {value} of {name}" if "," in name or name.endswith(")") else f"{name}'s {value}"
