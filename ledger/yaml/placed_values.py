"""What the loader makes of a YAML file: mappings and listings that know where everything in them stands.

libyaml's marks are kept as they come and turned into lines and columns only when somebody asks.
"""

from __future__ import annotations

from yaml.error import Mark

Position = tuple[int, int]


def at(mark: Mark) -> Position:
    """Line and column, counted from 1."""
    return mark.line + 1, mark.column + 1


class Mapping(dict):
    """A mapping that knows where it, its keys and its values stand."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.marks: dict[str, tuple[Mark, Mark]] = {}

    @property
    def position(self) -> Position:
        """Line and column of the first key."""
        return at(self.mark)

    def position_of(self, key: str, *, itself: bool = False) -> Position:
        """Line and column of the value under `key`, or of the key itself."""
        return at(self.marks[key][0 if itself else 1])


class Listing(list):
    """A list that knows where it and its items stand."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.marks: list[Mark] = []

    @property
    def position(self) -> Position:
        """Line and column of the first item."""
        return at(self.mark)

    def position_of(self, number: int) -> Position:
        """Line and column of an item."""
        return at(self.marks[number])
