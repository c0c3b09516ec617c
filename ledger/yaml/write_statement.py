"""Write a new statement as an editor would: the fields that are filled in, in the order of template.yaml."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import Any

from ledger.yaml.house_style import house_yaml

MODELINE = "# yaml-language-server: $schema=../../schema/statements.json\n\n"
ORDER = (
    "id", "name", "aliases", "side", "kind", "level", "within", "lat", "lon", "precision_km", "source",
    "publisher", "agency", "url", "not_linked", "published", "read", "read_on", "language",
    "when", "until", "precision", "according_to",
    "claimant", "speaker", "said", "covers", "reports", "names", "claims", "report", "part",
    "metric", "of", "who", "by", "figure", "says", "on", "printed", "as_stated", "place", "places", "and_others",
    "site", "counting", "part_of", "relies_on", "basis", "counted", "answers", "how",
    "withdraws", "settles", "from", "key", "words", "what", "note", "including", "appears",
)  # fmt: skip
# In a claim the period and the report stand behind what was counted and where, as editors write them.
_LATE = ("covers", "report")
_COUNTING = ORDER.index("counting")
IN_CLAIM = (
    *(name for name in ORDER[:_COUNTING] if name not in _LATE), "covers",
    *(name for name in ORDER[_COUNTING:] if name not in ("including", "appears")), "report", "including", "appears",
)  # fmt: skip
NESTED = {"claims": IN_CLAIM, "including": IN_CLAIM, "appears": ORDER}
DIGITS = re.compile(r"^[1-9][0-9]{0,14}$|^0$")


def write_records(records: Sequence[Mapping[str, Any]]) -> str:
    """A list of records as YAML: empty fields left out, whole numbers as numbers, short lists on one line."""
    return house_yaml([_filled(record) for record in records])


def write_claims(claims: Sequence[Mapping[str, Any]]) -> str:
    """Claims as they stand under `claims:`, but not yet moved in."""
    return house_yaml([_filled(claim, IN_CLAIM) for claim in claims])


def _filled(record: Mapping[str, Any], order: Sequence[str] = ORDER) -> dict[str, Any]:
    """The record without its empty fields, in order."""
    found = {key: _value(key, record[key]) for key in sorted(record, key=order.index) if not _empty(record[key])}
    return {key: value for key, value in found.items() if not _empty(value)}


def _value(key: str, value: Any) -> Any:
    if key in NESTED:
        return [_filled(item, NESTED[key]) for item in value]
    if key == "figure" and DIGITS.match(str(value).strip()):
        return int(value)
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        return {name: part for name, part in value.items() if not _empty(part)}
    return list(value) if isinstance(value, tuple) else value


def _empty(value: Any) -> bool:
    return value is None or value is False or value in ("", [], (), {})


def new_id(*parts: str, taken: Container[str] = ()) -> str:
    """An id from words, such as a claimant and a day; with a letter at the end where it is taken."""
    plain = re.sub(r"[^a-z0-9_]+", "-", "-".join(part for part in parts if part).lower()).strip("-") or "new"
    letters = ["", *(f"-{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")]
    return next((plain + end for end in letters if plain + end not in taken), f"{plain}-zz")
