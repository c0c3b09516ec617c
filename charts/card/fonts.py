"""The fonts of a card: those that Streamlit ships for the pages, and the machine's own for scripts they do not hold."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category

from PIL import ImageFont

SERIF, SANS = "SourceSerif*Roman*", "SourceSans*Upright*"
REGULAR, SEMIBOLD = "Regular", "Semibold"
# In the order in which they are asked for a sign that the pages' fonts do not have.
OTHERS = ("NotoNaskhArabic-Regular*", "NotoSansArabic-Regular*", "DejaVuSans.*", "NotoSans*-Regular*", "*Unicode*")
MOST_FONTS = 400
PLACES = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"),
    *("/Library/Fonts", "/System/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts"),
)
NO_SIGN = "\U0010ffff"  # no font has it: what is drawn for it is drawn for every sign that is missing
Font = ImageFont.FreeTypeFont


@lru_cache(maxsize=200)
def font(family: str, size: int, weight: str = REGULAR) -> Font:
    """A font of the pages in a size and weight; Pillow's own where Streamlit keeps its fonts elsewhere."""
    found = _shipped(family)
    if found is None:
        plain = ImageFont.load_default(size)
        assert isinstance(plain, ImageFont.FreeTypeFont)
        return plain
    made = ImageFont.truetype(found, size)
    made.set_variation_by_name(weight)
    return made


@cache
def _shipped(family: str) -> Path | None:
    package = find_spec("streamlit")
    if package is None or package.origin is None:
        return None
    return next(Path(package.origin).parent.glob(f"static/**/{family}.woff2"), None)


@lru_cache(maxsize=4000)
def holds(file: str, sign: str) -> bool:
    """Whether a font draws a sign as itself."""
    tried = _opened(file)
    return _drawn(tried, sign) != _drawn(tried, NO_SIGN)


@lru_cache(maxsize=4000)
def file_for(family: str, sign: str) -> str:
    """The font file for one sign: the family's own, else the first on the machine that holds it, else the family's,
    which draws a box: a sign that is missing is seen to be missing."""
    own = str(_shipped(family) or "")
    if sign.isspace() or not own or holds(own, sign):
        return own
    return next((file for file in _others() if holds(file, sign)), own)


def runs(text: str, family: str, size: int, weight: str = REGULAR) -> Iterator[tuple[str, Font]]:
    """The text in stretches of one font each."""
    stretch, file = "", ""
    for sign in text:
        # A mark belongs to the letter before it, and is shaped with it.
        stays = file and (sign.isspace() or category(sign)[0] == "M" or category(sign) == "Cf")
        wanted = file if stays else file_for(family, sign)
        if stretch and wanted != file:
            yield stretch, _in(file, family, size, weight)
            stretch = ""
        stretch, file = stretch + sign, wanted
    if stretch:
        yield stretch, _in(file, family, size, weight)


@lru_cache(maxsize=200)
def _in(file: str, family: str, size: int, weight: str) -> Font:
    shipped = _shipped(family)
    return font(family, size, weight) if shipped is None or file == str(shipped) else ImageFont.truetype(file, size)


@lru_cache(maxsize=50)
def _opened(file: str) -> Font:
    return ImageFont.truetype(file, 20, layout_engine=ImageFont.Layout.BASIC)  # sign by sign, unshaped


def _drawn(tried: Font, sign: str) -> bytes:
    return bytes(tried.getmask(sign))


@cache
def _others() -> tuple[str, ...]:
    """Fonts of the machine that hold other scripts, those meant for them first."""
    files = [
        Path(folder, name)
        for place in PLACES
        for folder, _, names in os.walk(Path(place).expanduser())
        for name in names
        if name.endswith((".ttf", ".otf", ".ttc"))
    ]
    ordered = [str(file) for pattern in OTHERS for file in sorted(files) if file.match(pattern)]
    return tuple(dict.fromkeys(ordered))[:MOST_FONTS]
