"""One card: what was said by whom, on which day, and what the gate says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from charts.card.fonts import SANS, SEMIBOLD, SERIF
from charts.card.set_text import Block, draw, fitted

WIDTH, HEIGHT = 1200, 630
EDGE, TOP, GAP, BAR, LEAST = 64, 40, 40, 28, 18
INNER = WIDTH - 2 * EDGE
HEADINGS = (60, 54, 48, 42, 36, 32, 28, 24, 20, 17)
# How often a card is set smaller before it must do, and from when on its reasons are only counted.
SMALLEST, COUNTED = 5, 3
INKS = {
    "light": {"paper": "#FBFAF7", "ink": "#141519", "quiet": "#5A5852", "line": "#D9D5CA"},
    "dark": {"paper": "#16171A", "ink": "#E9E7E1", "quiet": "#ACA9A1", "line": "#3A3C43"},
}


@dataclass(frozen=True)
class CardFigure:
    """One side's figure: whose, what was said and on which day, and the side's colour."""

    owner: str
    value: str
    said: str
    colour: str


@dataclass(frozen=True)
class Card:
    """What stands on a card, from top to bottom."""

    dataset: str
    heading: str
    figures: tuple[CardFigure, ...]
    silent: str
    verdict: str
    reasons: str
    source: str
    address: str


@dataclass(frozen=True)
class Column:
    """One side's figure as it will be set."""

    blocks: tuple[Block, Block, Block]
    colour: str

    @property
    def height(self) -> int:
        """Of its three blocks."""
        return sum(block.height for block in self.blocks)


@dataclass(frozen=True)
class Setting:
    """Everything on a card as it will be set, and whether it fits on it."""

    title: Block
    heading: Block
    columns: tuple[Column, ...]
    verdict: tuple[Block, ...]
    foot: tuple[Block, ...]

    @property
    def foot_at(self) -> int:
        """Where the line above the foot is."""
        return HEIGHT - 32 - sum(block.height for block in self.foot)

    @property
    def verdict_at(self) -> int:
        """Where the gate's word begins."""
        return self.foot_at - 16 - sum(block.height for block in self.verdict)

    @property
    def heading_ends(self) -> int:
        """Where the heading ends."""
        return TOP + self.title.height + 10 + self.heading.height

    @property
    def figures_end(self) -> int:
        """How far down the figures reach at least."""
        return self.heading_ends + LEAST + max((column.height for column in self.columns), default=0)

    @property
    def fits(self) -> bool:
        """Whether nothing runs into what stands below it."""
        return self.figures_end + LEAST <= self.verdict_at


def draw_card(card: Card, theme: str) -> bytes:
    """The card as PNG."""
    inks = INKS[theme]
    found = setting(card)
    picture = Image.new("RGB", (WIDTH, HEIGHT), inks["paper"])
    paper = ImageDraw.Draw(picture)
    y = draw(paper, found.title, EDGE, TOP, inks["quiet"])
    draw(paper, found.heading, EDGE, y + 10, inks["ink"])
    spare = max(0, found.verdict_at - LEAST - found.figures_end)
    _draw_columns(paper, found.columns, found.heading_ends + LEAST + round(spare * 0.6), inks)
    y = found.verdict_at
    for block, ink in zip(found.verdict, ("ink", "quiet"), strict=False):
        y = draw(paper, block, EDGE, y, inks[ink])
    y = found.foot_at
    paper.line((EDGE, y, WIDTH - EDGE, y), fill=inks["line"], width=2)
    for block in found.foot:
        y = draw(paper, block, EDGE, y + 4, inks["quiet"])
    written = BytesIO()
    picture.save(written, "PNG", compress_level=1)
    return written.getvalue()


def setting(card: Card) -> Setting:
    """The largest setting in which everything fits; in the smaller ones the reasons are only counted."""
    made = _set(card, 0)
    for smaller in range(1, SMALLEST + 1):
        if made.fits:
            break
        made = _set(card, smaller)
    return made


def _set(card: Card, smaller: int) -> Setting:
    figures = card.figures
    column = (INNER - GAP * max(0, len(figures) - 1)) // max(1, len(figures)) - BAR
    columns = tuple(
        Column(
            (
                fitted(figure.owner, column, 34, SANS, (26, 22, 19, 16)[min(smaller, 3) :], SEMIBOLD),
                fitted(figure.value, column, 90, SERIF, (60, 50, 42, 34, 28, 22)[smaller:], SEMIBOLD),
                fitted(f"said {figure.said}", column, 30, SANS, (21, 19, 17, 15)[min(smaller, 3) :]),
            ),
            figure.colour,
        )
        for figure in figures
    )
    word = card.verdict or card.silent
    why = card.reasons if smaller < COUNTED else _count(card.reasons)
    verdict = [fitted(word, INNER, 70, SANS, (28, 25, 22, 20)[min(smaller, 3) :], SEMIBOLD)] if word else []
    verdict += [fitted(why, INNER, 56, SANS, (22, 20, 18, 16)[min(smaller, 3) :])] if why else []
    foot = [fitted(line, INNER, 50, SANS, (19, 17, 15, 13)[min(smaller, 3) :]) for line in (card.source, card.address)]
    title = fitted(card.dataset, INNER, 60, SANS, (24, 20, 16))
    heading = fitted(card.heading, INNER, 240 - 10 * smaller, SERIF, HEADINGS[smaller:], SEMIBOLD)
    return Setting(title, heading, columns, tuple(verdict), tuple(foot))


def _count(reasons: str) -> str:
    number = len(reasons.split("; "))
    return f"{number} {'reason' if number == 1 else 'reasons'}, given at the address below" if reasons else ""


def _draw_columns(paper: ImageDraw.ImageDraw, columns: Sequence[Column], y: int, inks: dict[str, str]) -> None:
    """The figures side by side in equal columns, each with a bar of its side's colour."""
    for number, column in enumerate(columns):
        x = EDGE + number * ((INNER + GAP) // len(columns))
        end = y
        for block, ink in zip(column.blocks, ("ink", "ink", "quiet"), strict=True):
            end = draw(paper, block, x + BAR, end, inks[ink])
        paper.rectangle((x, y + 6, x + 8, end), fill=column.colour)
