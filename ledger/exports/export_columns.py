"""The columns of the exported tables: types and descriptions for datapackage.json and for readers."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """One column. `kind` is a type of Frictionless Table Schema."""

    name: str
    kind: str
    description: str
    required: bool = False


TITLES = {
    "claims": "One row is a claim: one figure or text of one claimant at one time",
    "appearances": "One row is a claim in a report, the claim's own report first",
    "events": "One row is an event",
    "places": "One row is a place; operation stands for the whole operation",
}
READING = {
    "figure": Column("figure", "string", "the figure as printed"),
    "form": Column(
        "form",
        "string",
        "how it was read: exact, at_least, more_than, at_most, fewer_than, range, about, word, none, "
        "none_reported, duration",
    ),
    "low": Column("low", "integer", "the least that the words allow"),
    "high": Column("high", "integer", "the most that the words allow"),
    "point": Column("point", "integer", "the number printed, for display only"),
}
PLACING = [
    Column("place", "string", "the one place the figure is about; empty where it is about several together"),
    Column(
        "places",
        "string",
        "all its places, joined by |; operation: the whole operation; others: and others not named",
        required=True,
    ),
]
PRINTING = [
    Column("publisher", "string", "who published it", required=True),
    Column("url", "string", "its address; empty where it is not linked"),
]
CLAIMS = [
    Column("id", "string", "permanent id of the claim", required=True),
    Column("phase", "string", "the operation it is about", required=True),
    Column("statement", "string", "the statement it belongs to", required=True),
    Column("claimant", "string", "who asserts it; never who prints it", required=True),
    Column("side", "string", "the claimant's side; empty for unattributed claimants"),
    Column("speaker", "string", "who spoke for the claimant"),
    Column("said_from", "datetime", "said not before this moment"),
    Column("said_to", "datetime", "said before the end of this stretch; a day ends at 24:00"),
    Column("covers_from", "datetime", "start of the period the value counts"),
    Column("covers_to", "datetime", "end of that period, itself outside it"),
    Column("covers_inferred", "boolean", "true: the period was filled in here", required=True),
    Column("metric", "string", "what is counted", required=True),
    Column("group", "string", "who was harmed, as the claimant describes them"),
    Column("who", "string", "words that cross the groups, joined by |"),
    Column("by", "string", "who did it, as the claimant attributes it"),
    Column("direction", "string", "own people, the other side's, none's, or a third party speaking"),
    *PLACING,
    *READING.values(),
    Column("convention_low", "integer", "a convention for dozens and the like; takes part in nothing"),
    Column("says", "string", "a claim without a number, in our words; or the moment a date claim gives"),
    Column("counting", "string", "cumulative since a start, period: its window only, standing: at that moment"),
    Column("part_of", "string", "the claim of which this is a part"),
    Column("relies_on", "string", "claims whose figures it repeats or sums, joined by |"),
    Column("basis", "string", "what it rests on", required=True),
    Column("counted", "string", "ours: printed nowhere, counted by us from a list"),
    Column("as_stated", "string", "the claimant's own word for the people or the act"),
    Column("report", "string", "the report with the claim's own figure", required=True),
    *PRINTING,
    Column("note", "string", "what a reader needs"),
    Column(
        "rung",
        "integer",
        "what was offered, never that it was checked: 1 said, 2 broken down, 3 bodies or hospital count, 4 names, "
        "5 imagery, 6 counted by a third party itself",
        required=True,
    ),
    Column("answers", "string", "the claim of another claimant that this one answers"),
    Column("how", "string", "how it answers: denies, accepts, disputes the number, declines to comment"),
    Column("withdraws", "string", "the claim of the same claimant that this one takes back"),
    Column("archived", "string", "a copy of the page in a web archive"),
]
APPEARANCES = [
    Column("claim", "string", "id of the claim", required=True),
    Column("report", "string", "id of the report", required=True),
    *PRINTING,
    Column("part", "string", "where on the page: quotation, paraphrase, headline, earlier version"),
    *READING.values(),
    Column("metric", "string", "the word printed for what is counted", required=True),
    Column("group", "string", "the people printed"),
    *PLACING,
    Column("words", "string", "the differing words, as printed"),
    Column("note", "string", "what a reader needs"),
]
EVENTS = [
    Column("id", "string", "id of the event", required=True),
    Column("phase", "string", "the operation it belongs to", required=True),
    Column("kind", "string", "attack, response, statement, end or aftermath", required=True),
    Column("when_from", "datetime", "not before this moment", required=True),
    Column("when_to", "datetime", "over by this moment", required=True),
    Column("precision", "string", "minute, hour, part of day, day or month", required=True),
    Column("according_to", "string", "claimants who say so, joined by |"),
    Column("places", "string", "where, joined by |"),
    Column("what", "string", "what happened, in our words", required=True),
    Column("reports", "string", "pages that say so, joined by |", required=True),
    Column("note", "string", "what a reader needs"),
]
PLACES = [
    Column("id", "string", "id of the place", required=True),
    Column("name", "string", "its name", required=True),
    Column("aliases", "string", "other spellings, joined by |"),
    Column("level", "string", "operation, province, district, tehsil, town or area", required=True),
    Column("within", "string", "the place in which it lies"),
    Column("lat", "number", "latitude, WGS 84"),
    Column("lon", "number", "longitude, WGS 84"),
    Column("precision_km", "number", "how far off the point may be"),
    Column("source", "string", "where the coordinates come from"),
    Column("note", "string", "what a reader needs"),
]
COLUMNS = {"claims": CLAIMS, "appearances": APPEARANCES, "events": EVENTS, "places": PLACES}
KEYS = {"claims": "id", "events": "id", "places": "id"}
FOREIGN_KEYS = {
    "claims": [
        {"fields": "part_of", "reference": {"resource": "", "fields": "id"}},
        {"fields": "place", "reference": {"resource": "places", "fields": "id"}},
        {"fields": "answers", "reference": {"resource": "", "fields": "id"}},
        {"fields": "withdraws", "reference": {"resource": "", "fields": "id"}},
    ],
    "appearances": [{"fields": "claim", "reference": {"resource": "claims", "fields": "id"}}],
    "places": [{"fields": "within", "reference": {"resource": "", "fields": "id"}}],
}
