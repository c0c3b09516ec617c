"""The words of design.md §5.11: what may never be said in our voice, and the same words for everybody."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from charts.gate_words import factor
from pages.parts.claims.pair_tables import constraint
from tests.pages.test_pages import spoken_lines
from tests.support.paths import CONFLICTS, ROOT

BANNED = re.compile(
    r"\b(terroris[mt]s?|militants?|militancy|martyr\w*|freedom fighters?|occupying|occupiers?|eliminat\w+"
    r"|neutrali[sz]\w+|admit(?:s|ted)?|confirm(?:s|ed)?|claimed|sent to hell|faults?)\b",
    re.IGNORECASE,
)
# A file may hold a banned word only where it quotes it, names an id of the data, or lists it as banned.
ALLOWED = {
    "queries/method/codebook_places.sql": {"claimed"},  # a name inside the query, never shown
}
QUOTED = re.compile(r"[\"“'][^\"”']*[\"”']")
RULE = re.compile(r"never|loaded|instead|banned|avoid|ours?\b", re.IGNORECASE)


def our_files() -> list[Path]:
    folders = [ROOT / name for name in ("pages", "queries", "charts", "ledger")]
    code = [path for folder in folders for path in folder.rglob("*.*") if path.suffix in (".py", ".sql", ".css", ".js")]
    return [ROOT / "app.py", *sorted(code)]


def test_the_product_never_uses_a_loaded_word_in_its_own_voice():
    found = [
        f"{path.relative_to(ROOT)}:{number}  {text.strip()[:120]}"
        for path in our_files()
        for number, text in spoken_lines(path)
        for word in BANNED.findall(text)
        if word.lower() not in ALLOWED.get(str(path.relative_to(ROOT)), set())
        and not (RULE.search(text) and "terroris" in text.lower())  # the list of the rule itself
    ]
    assert found == []


def test_the_papers_use_a_loaded_word_only_to_quote_it_or_to_rule_it_out():
    found = []
    for path in sorted(ROOT.glob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if BANNED.search(QUOTED.sub("", re.sub(r"`[^`]*`", "", line))) and not RULE.search(line):
                found.append(f"{path.name}:{number}  {line.strip()[:120]}")
    assert found == []


def test_the_vocabulary_readers_see_uses_a_loaded_word_only_in_quotation_marks():
    """Labels, names and definitions of groups, metrics and dataset; as_stated is the claimant's own word."""
    found = []
    for name in ("dataset", "groups", "metrics"):
        for number, line in enumerate((ROOT / f"data/{name}.yaml").read_text(encoding="utf-8").splitlines(), 1):
            text = QUOTED.sub("", re.sub(r"\bid: \w+|'\"neutralised\"'|\"\w+\"", "", line.replace("''", "’")))
            if BANNED.search(text):
                found.append(f"{name}.yaml:{number}  {line.strip()[:120]}")
    assert found == []


def test_no_word_depends_on_the_party():
    """Swapped sides give the same sentence with the names swapped."""
    rows = [
        {"id": "a", "claimant_name": "North", "label": "92", "says": None, "on_words": None},
        {"id": "b", "claimant_name": "South", "label": "7", "says": None, "on_words": None},
    ]
    pair = {"metric_relation": "same", "basis_relation": "same", "reading_relation": "held", "larger": "a",
            "needed": 85, "verdict": "undetermined"}
    text = constraint(pair, *rows)
    swapped = [rows[0] | {"claimant_name": "South"}, rows[1] | {"claimant_name": "North"}]
    assert constraint(pair, *swapped) == text.replace("South", "North")
    assert factor(9.2857, 9.2857) == "9.3 times"


# Fields of the data in which somebody else's words stand, always shown as quoted; and addresses.
NOT_OURS = {"as_stated", "printed", "words", "url", "publisher", "id", "aliases"}


def our_words(value: object) -> Iterator[str]:
    """Every text of a parsed file that is ours."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in NOT_OURS:
                yield from our_words(item)
    elif isinstance(value, list):
        for item in value:
            yield from our_words(item)
    elif isinstance(value, str):
        yield value


FOLDERS = sorted(path for path in CONFLICTS.iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_the_other_conflicts_are_told_in_the_same_words(folder):
    texts = [text for path in folder.rglob("*.yaml") for text in our_words(yaml.safe_load(path.read_text("utf-8")))]
    assert len(texts) > 50
    assert [text for text in texts if BANNED.search(text)] == []
