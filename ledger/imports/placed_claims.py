"""From drafts to claims with ids: words matched, moments read, each checked by itself before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from ledger.claims.claim_fields import claim_id, figure_of
from ledger.claims.figures import Figure
from ledger.claims.vocabulary import OPERATION, OTHERS
from ledger.imports.drafts import Draft, NotPlaced
from ledger.imports.moments_back import Written, covers_back, said_back
from ledger.imports.vocabulary_match import Match, Unknown
from ledger.shapes.moments import read_moment
from ledger.shapes.statement_records import Claim
from ledger.yaml.write_statement import new_id

IdParts = tuple[str, str, str | None, tuple[str, ...], str | None, tuple[str, ...]]
# Fields of a claim that are taken over as they stand.
PLAIN = (
    "figure", "says", "printed", "as_stated", "site", "counting", "basis", "answers", "how", "withdraws", "note",
)  # fmt: skip


@dataclass(eq=False)
class PlacedClaim:
    """One claim with everything that its statement needs. `record` is the claim as it is written, without its period,
    report and parts, which depend on the statement."""

    id: str
    phase: str
    statement: str
    claimant: str
    speaker: str | None
    said: Written | None
    covers: Written | None
    part_of: str | None
    report: dict[str, Any]
    record: dict[str, Any]
    draft: Draft
    figure: Figure | None = None
    places: tuple[str, ...] = ()
    and_others: bool = False
    appears: list[dict[str, Any]] = field(default_factory=list)
    printed_in: list[dict[str, Any]] = field(default_factory=list)

    def reports(self) -> list[dict[str, Any]]:
        """Every report that prints it, its own first."""
        return [self.report, *self.printed_in]


def placed_claims(drafts: Iterable[Draft], match: Match) -> tuple[list[PlacedClaim], list[NotPlaced]]:
    """The claims that can be placed, one for each id, and the reasons for the others."""
    found: dict[str, PlacedClaim] = {}
    heads: dict[str, PlacedClaim] = {}
    wrong: list[NotPlaced] = []
    for draft in drafts:
        try:
            claim = _placed(draft, match)
        except Unknown as error:
            wrong.append(draft.not_placed(str(error), error.name))
            continue
        first = found.get(claim.id)
        head = heads.setdefault(claim.statement, claim)
        if (head.claimant, head.said, head.phase) != (claim.claimant, claim.said, claim.phase):
            message = f"row {head.draft.row} gives {claim.statement} another claimant, time or phase; give another id"
            wrong.append(draft.not_placed(message, "statement"))
        elif first is None:
            found[claim.id] = claim
        else:
            message = f'row {first.draft.row} gives the same claim ("{claim.id}"); give one a key or another statement'
            wrong.append(draft.not_placed(message))
    return list(found.values()), wrong


def _placed(draft: Draft, match: Match) -> PlacedClaim:
    zone = match.words.dataset.timezone
    phase, claimant, metric = match.phase(draft), match.claimant(draft), match.metric(draft)
    group, who, by, places = match.group(draft), match.who(draft), match.by(draft), _places(draft, match)
    and_others = OTHERS in draft.listed("places")
    said, covers = _said(draft, zone), _covers(draft, zone)
    statement = draft.get("statement") or new_id(claimant, _day_of(said) or f"row {draft.row}")
    where = places or (OPERATION,)
    key = draft.get("key") or _key_of(draft.get("id"), (statement, metric, group, who, by, where))
    record: dict[str, Any] = {"metric": metric, "of": group, "who": who, "by": by, "key": key, "and_others": and_others}
    record |= {name: draft.get(name) for name in PLAIN}
    record |= {"place": places[0] if len(places) == 1 else None, "places": places if len(places) > 1 else ()}
    record["relies_on"] = draft.listed("relies_on")
    record["basis"] = None if record["basis"] == "statement" else record["basis"]
    if draft.get("counted"):
        counted_from = draft.get("counted_from") or "a list that the table does not name"
        record |= {"counted": draft.get("counted"), "from": counted_from}
    _as_date(record, match)
    figure = _checked_figure(record, metric, match)
    return PlacedClaim(
        id=claim_id(statement, metric, group, who, by, where, key),
        phase=phase,
        statement=statement,
        claimant=claimant,
        speaker=draft.get("speaker"),
        said=said,
        covers=covers,
        part_of=draft.get("part_of"),
        report=_report(draft, said),
        record=record,
        draft=draft,
        figure=figure,
        places=where,
        and_others=and_others,
    )


def _places(draft: Draft, match: Match) -> tuple[str, ...]:
    """Its places without the two words that stand for places: the whole, and others not named."""
    shown = draft.fields.get("places")
    if shown:
        draft.fields["places"] = "|".join(part for part in shown.split("|") if part != OTHERS)
    places = match.places_of(draft)
    if shown:
        draft.fields["places"] = shown
    return () if places == (OPERATION,) else places


def _said(draft: Draft, zone: str) -> Written | None:
    return _read(draft, "said", zone) or _between(draft, "said", said_back, zone)


def _covers(draft: Draft, zone: str) -> Written | None:
    """A period as an editor writes it, or from two columns: of an export both are moments, of a map both are days."""
    start, end = draft.get("covers_from"), draft.get("covers_to")
    if any(text and len(text) <= 10 for text in (start, end)):
        found: Written | None = {"from": start, "to": end} if start != end else start  # type: ignore[dict-item]
    else:
        found = _between(draft, "covers", covers_back, zone)
    found = _read(draft, "covers", zone) or found
    stated, inferred = draft.get("covers_as_stated"), draft.fields.get("covers_inferred", "").lower() == "true"
    if not (stated or inferred):
        return found
    whole: dict[str, Any] = dict(found) if isinstance(found, dict) else {"from": found, "to": found} if found else {}
    whole |= {"as_stated": stated} if stated else {}
    if inferred and whole:
        whole["inferred"] = True
    return whole or None


def _read(draft: Draft, name: str, zone: str) -> str | None:
    text = draft.get(name)
    if text is None:
        return None
    try:
        read_moment(text, zone)
    except ValueError as error:
        raise Unknown(name, str(error)) from error
    return text


def _between(draft: Draft, name: str, back: Any, zone: str) -> Written | None:
    try:
        return back(draft.get(f"{name}_from"), draft.get(f"{name}_to"), zone)
    except ValueError as error:
        raise Unknown(f"{name}_from", str(error)) from error


def _day_of(said: Written | None) -> str:
    if isinstance(said, str):
        return said[:10]
    return (said.get("by") or said.get("after") or "")[:10] if said else ""


def _key_of(shown: str | None, parts: IdParts) -> str | None:
    """The key that an exported id ends with, where the id says more than the fields do."""
    plain = claim_id(*parts, key=None)
    return shown[len(plain) + 1 :] if shown and shown.startswith(f"{plain}.") else None


def _as_date(record: dict[str, Any], match: Match) -> None:
    """A date claim is exported as words; where they are a moment again, they go back to their field."""
    known = match.words.metrics[record["metric"]]
    text = record.get("says")
    if known.value != "date" or not text:
        return
    try:
        ends = [end.strip() for end in text.split(" to ")]
        for end in ends:
            read_moment(end, match.words.dataset.timezone)
    except ValueError:
        return
    record["on"] = ends[0] if len(ends) == 1 else {"from": ends[0], "to": ends[-1]}
    record["says"] = None


def _checked_figure(record: dict[str, Any], metric: str, match: Match) -> Figure | None:
    """What can be wrong with the claim alone is said here, with its row and column."""
    given = {name: value for name, value in record.items() if value not in (None, (), False, "")}
    try:
        claim = Claim.model_validate(given)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        name = str(detail["loc"][0]) if detail["loc"] else "figure"
        raise Unknown(name, f"{name}: {detail['msg'].removeprefix('Value error, ')}") from error
    figure, wrong = figure_of(claim, metric, match.words)
    if wrong:
        raise Unknown("figure", wrong)
    return figure


def _report(draft: Draft, said: Written | None) -> dict[str, Any]:
    """The page on which it was read. Without an id it is named after its publisher and day."""
    published = draft.get("published")
    identity = draft.get("report")
    if identity is None:
        if draft.get("publisher") is None:
            message = "no report is given; name its column in the map, or give report or publisher for all rows"
            raise Unknown("report", message)
        identity = new_id(draft.get("publisher") or "", (published or _day_of(said))[:10])
    url = draft.get("url")
    reason = None if url else draft.get("not_linked") or f"no address in {draft.table}"
    return {
        "id": identity,
        "publisher": draft.get("publisher"),
        "agency": draft.get("agency"),
        "url": url,
        "not_linked": reason,
        "published": published,
        "read": draft.get("read") or "excerpt",
        "read_on": draft.get("read_on"),
        "language": draft.get("language"),
    }
