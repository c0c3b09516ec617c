"""How wide words are in a picture, as far as it can be known before a browser has set them: rather too wide."""

from __future__ import annotations

from unicodedata import east_asian_width

NARROW, WIDE = 0.54, 1.05  # of the size of the type: a letter in the page's face, and one of a script set in squares


def text_width(text: str, size: float) -> float:
    """Pixels of a line of text."""
    return size * sum(WIDE if east_asian_width(letter) in "WF" else NARROW for letter in text)
