"""Setting text on a card: nothing is cut off, long names wrap, and what does not fit is set smaller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageDraw

from charts.card.fonts import REGULAR, runs

LEADING = 1.22


@dataclass(frozen=True)
class Block:
    """Lines of one size, as they will be drawn."""

    lines: tuple[str, ...]
    family: str
    size: int
    weight: str = REGULAR

    @property
    def step(self) -> int:
        """From one line to the next."""
        return round(self.size * LEADING)

    @property
    def height(self) -> int:
        """Of all its lines."""
        return self.step * len(self.lines)


def fitted(
    text: str, width: int, height: int, family: str, sizes: Sequence[int], weight: str = REGULAR
) -> Block:
    """The text in the largest of the sizes in which it fits, else in the smallest, as many lines as it takes."""
    block = Block((), family, sizes[0], weight)
    for size in sizes:
        block = Block(wrapped(text, width, family, size, weight), family, size, weight)
        if block.height <= height:
            break
    return block


def wrapped(text: str, width: int, family: str, size: int, weight: str = REGULAR) -> tuple[str, ...]:
    """Lines no wider than the width: broken between words, and inside a word only where it alone is too wide."""
    space = length(" ", family, size, weight)
    lines: list[str] = []
    line, used = "", 0.0
    for word in text.split():
        wide = length(word, family, size, weight)
        if line and used + space + wide <= width:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append(line)
        *broken, line = broken_word(word, width, family, size, weight) if wide > width else [word]
        lines += broken
        used = length(line, family, size, weight)
    return tuple([*lines, line] if line else lines)


def broken_word(word: str, width: int, family: str, size: int, weight: str) -> list[str]:
    """A word too wide for a line, in pieces that are not."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and length(pieces[-1] + sign, family, size, weight) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


@lru_cache(maxsize=8000)
def length(text: str, family: str, size: int, weight: str = REGULAR) -> float:
    """The width of one line."""
    return sum(used.getlength(stretch) for stretch, used in runs(text, family, size, weight))


def draw(paper: ImageDraw.ImageDraw, block: Block, x: int, y: int, ink: str) -> int:
    """Draw a block with its upper left corner at x, y; gives the y below it."""
    base = round(block.size * 0.95)
    for line in block.lines:
        at = float(x)
        for stretch, used in runs(line, block.family, block.size, block.weight):
            paper.text((at, y + base), stretch, font=used, fill=ink, anchor="ls")
            at += used.getlength(stretch)
        y += block.step
    return y
