"""The vocabulary of a dataset as rows of the store's tables: columns in the order of schema.sql."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.checks.load_dataset import Dataset
from ledger.claims.vocabulary import OPERATION, Vocabulary
from ledger.shapes.moments import read_moment

Row = Sequence[object]
PER_CENT = "per cent"  # the unit of every share
ROLES = ("party", "third_party", "tally")


def joined(values: Sequence[str]) -> str | None:
    """A list inside one column, or null for none."""
    return "|".join(values) or None


def sides(data: Dataset) -> Iterator[Row]:
    """The sides in their one order: parties by name, third parties, tallies (design.md §5.11)."""
    assert data.words
    ordered = sorted(data.words.dataset.sides, key=lambda side: (ROLES.index(side.role), side.name.lower()))
    for number, side in enumerate(ordered):
        yield side.id, side.name, side.short or side.name, side.role, number


def phases(data: Dataset) -> Iterator[Row]:
    """The phases in the order of dataset.yaml."""
    assert data.words
    zone = data.words.dataset.timezone
    for number, phase in enumerate(data.words.dataset.phases):
        zero = read_moment(phase.zero, zone).start if phase.zero else None
        start = read_moment(phase.view.from_, zone).start if phase.view else None
        end = read_moment(phase.view.to, zone).end if phase.view else None
        yield phase.id, phase.name, phase.short or phase.name, number, zero, start, end


def claimants(data: Dataset) -> Iterator[Row]:
    """One row is a claimant."""
    assert data.words
    for item in data.words.claimants.values():
        yield item.id, item.name, item.short or item.name, item.side, item.kind, item.via_relays_only, item.note


def groups(data: Dataset) -> Iterator[Row]:
    """One row is a group with what it inherits (side, forces, civilians), by depth, with its position in the tree."""
    assert data.words
    words = data.words
    position = {group: number for number, group in enumerate(_tree_order(words))}
    for item in words.groups.values():
        depth = len(words.group_paths[item.id]) - 1
        side, forces = words.side_of_group(item.id), words.is_forces(item.id)
        kind = (forces, words.is_civilian(item.id))
        yield item.id, item.name, item.parent, side, *kind, depth, position[item.id], item.definition


def _tree_order(words: Vocabulary) -> Iterator[str]:
    """Groups as a reader walks the tree: each before the groups inside it, siblings in the file's order."""

    def below(parent: str | None) -> Iterator[str]:
        for group in words.groups.values():
            if group.parent == parent:
                yield group.id
                yield from below(group.id)

    yield from below(None)


def tree(paths: dict[str, tuple[str, ...]]) -> Iterator[Row]:
    """One row is a node and itself or a node inside it."""
    for node, way in paths.items():
        for above in way:
            yield above, node


def metrics(data: Dataset) -> Iterator[Row]:
    """One row is a metric."""
    assert data.words
    for number, item in enumerate(data.words.metrics.values()):
        unit = PER_CENT if item.value == "share" else item.unit
        yield item.id, item.label, item.family, item.value, unit, item.state_of, item.definition, number


def places(data: Dataset) -> Iterator[Row]:
    """One row is a place by depth; the reserved `operation` stands for the whole, as dataset.yaml names it."""
    assert data.words
    paths = data.words.place_paths
    above = data.words.dataset.place
    nothing = (None, None, None, None, None)
    # as the name of a place it goes without its article
    whole = data.words.dataset.whole.removeprefix("the ")
    yield OPERATION, whole, None, "operation", above, len(paths[OPERATION]) - 1, *nothing
    for item in data.words.places.values():
        aliases, depth = joined(item.aliases), len(paths[item.id]) - 1
        start = (item.id, item.name, aliases, item.level, item.within, depth)
        yield *start, item.lat, item.lon, item.precision_km, item.source, item.note


def phase_names(data: Dataset) -> Iterator[Row]:
    """One row is a claimant's own name for a phase."""
    assert data.words
    for phase in data.words.dataset.phases:
        for name in phase.names:
            yield phase.id, name.claimant, name.name


def phase_bounds(data: Dataset) -> Iterator[Row]:
    """One row is when a phase began and ended according to one claimant."""
    assert data.words
    zone = data.words.dataset.timezone
    for phase in data.words.dataset.phases:
        for bound in phase.bounds:
            start = read_moment(bound.from_, zone) if bound.from_ else None
            end = read_moment(bound.to, zone) if bound.to else None
            starts = (start.start, start.end) if start else (None, None)
            ends = (end.start, end.end) if end else (None, None)
            yield phase.id, bound.claimant, *starts, *ends, bound.from_, bound.to, bound.report


def who_words(data: Dataset) -> Iterator[Row]:
    """One row is a word that crosses the groups."""
    assert data.words
    for item in data.words.who.values():
        yield item.id, item.name, item.definition


def meta(data: Dataset) -> Iterator[Row]:
    """One row is a fact about the whole dataset."""
    assert data.words
    d = data.words.dataset
    yield from (
        ("title", d.title),
        ("summary", d.summary),
        ("licence", d.licence),
        ("timezone", d.timezone),
        ("contact", d.contact),
        ("read_note", d.read_note),
        ("whole", d.whole),
        ("phase_word", d.phase_word),
        ("data_version", data.version),
        ("folder", str(data.folder)),
    )


def group_tree(data: Dataset) -> Iterator[Row]:
    """One row is a group and itself or a group inside it."""
    assert data.words
    return tree(dict(data.words.group_paths))


def place_tree(data: Dataset) -> Iterator[Row]:
    """One row is a place and itself or a place inside it."""
    assert data.words
    return tree(dict(data.words.place_paths))
