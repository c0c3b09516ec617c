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
