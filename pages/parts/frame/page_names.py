"""The pages by the stem of their file, which is their address, in the order of the navigation."""

PAGES = {
    "overview": "Overview",
    "compare": "Compare",
    "cities": "Cities",
    "timeline": "Timeline",
    "checks": "Checks",
    "sources": "Sources",
    "method": "Method",
    "try": "Try your YAML",
}
FIRST = "overview"
# By the address below the app's own: the first page has none.
ADDRESSES = {"" if stem == FIRST else stem: title for stem, title in PAGES.items()}
