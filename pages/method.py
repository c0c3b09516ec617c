"""How to read the figures, the rules of comparison, the codebook, corrections and limits."""

from pages.parts.frame import this_page


def main() -> None:
    """Top to bottom: reading, rules, codebook, corrections, citing."""
    this_page()


main()
