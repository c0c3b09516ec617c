"""The text of the real data as people leave it in the middle of an edit: lines and words deleted, doubled, cut off,
swapped, values emptied. Whatever comes of it has its file and line, or loads cleanly; nothing raises."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ledger.checks.load_dataset import load_dataset
from ledger.store.build_store import in_memory
from tests.support.paths import ROOT

DATA = ROOT / "data"
FILES = sorted(
    str(path.relative_to(DATA)) for path in DATA.rglob("*.yaml") if path.name != "template.yaml"
)
EDITS_EACH, STORED = 90, 6
FIELD = re.compile(r"^( *(?:- )?)([a-z_]+): +([^\s#{\[>|&][^#{}]*?) *$")

Edit = Callable[[random.Random, str], str]


def _a_line(draw: random.Random, lines: list[str]) -> int:
    return draw.randrange(len(lines))


def deleted(draw: random.Random, text: str) -> str:
    """One to four lines gone."""
    lines = text.splitlines(keepends=True)
    at = _a_line(draw, lines)
    return "".join(lines[:at] + lines[at + draw.randint(1, 4) :])


def doubled(draw: random.Random, text: str) -> str:
    """One to four lines twice."""
    lines = text.splitlines(keepends=True)
    at = _a_line(draw, lines)
    return "".join(lines[:at] + lines[at : at + draw.randint(1, 4)] + lines[at:])


def truncated(draw: random.Random, text: str) -> str:
    """A line ends early, or the whole file does."""
    at = draw.randrange(len(text))
    end = len(text) if draw.random() < 0.3 else text.find("\n", at)
    return text[:at] + (text[end:] if end >= 0 else "")


def swapped(draw: random.Random, text: str) -> str:
    """Two words have changed places."""
    words = list(re.finditer(r"[^\s,{}\[\]]+", text))
    first, second = sorted(draw.sample(range(len(words)), 2))
    a, b = words[first], words[second]
    return text[: a.start()] + b.group() + text[a.end() : b.start()] + a.group() + text[b.end() :]


def near_words_swapped(draw: random.Random, text: str) -> str:
    """Two words of one line have changed places."""
    lines = text.splitlines(keepends=True)
    long = [number for number, line in enumerate(lines) if len(line.split()) > 2]
    at = draw.choice(long)
    lines[at] = swapped(draw, lines[at])
    return "".join(lines)


def emptied(draw: random.Random, text: str) -> str:
    """A value gone, in a block or between braces."""
    values = list(re.finditer(r"(?<=: )[^\s,{}\[\]#][^,{}\[\]#\n]*", text))
    found = draw.choice(values)
    return text[: found.start()] + text[found.end() :]


def pushed(draw: random.Random, text: str) -> str:
    """A line stands one or two columns further in or out."""
    lines = text.splitlines(keepends=True)
    at = _a_line(draw, lines)
    lines[at] = f"{' ' * draw.randint(1, 2)}{lines[at]}" if draw.random() < 0.5 else lines[at][draw.randint(1, 2) :]
    return "".join(lines)


EDITS: list[Edit] = [deleted, doubled, truncated, swapped, near_words_swapped, emptied, pushed]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("unfinished") / "data"
    shutil.copytree(DATA, copy)
    return copy


@pytest.mark.parametrize("edit", EDITS)
def test_an_unfinished_edit_gives_problems_with_file_and_line_or_loads(folder: Path, edit: Edit) -> None:
    draw, stored = random.Random(edit.__name__), 0
    for number in range(EDITS_EACH):
        name = draw.choice(FILES)
        kept = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(edit(draw, kept), encoding="utf-8")
        data = load_dataset(folder)
        (folder / name).write_text(kept, encoding="utf-8")
        assert all(problem.path.startswith("data/") for problem in data.problems), (edit.__name__, number)
        for problem in data.problems:
            # A file that lies in a folder of no phase is wrong as a whole.
            assert problem.line or problem.message.startswith(("unknown phase", "unknown side")), str(problem)
        if not data.errors and stored < STORED:
            stored += 1
            in_memory(data, checked=False).close()


@pytest.mark.parametrize("name", FILES)
def test_a_value_emptied_is_an_error_at_its_own_line(folder: Path, name: str) -> None:
    kept = (folder / name).read_text(encoding="utf-8")
    lines = kept.splitlines()
    fields = [(number, found) for number, line in enumerate(lines) if (found := FIELD.match(line))]
    draw = random.Random(name)
    for number, found in draw.sample(fields, min(12, len(fields))):
        if _continues(lines, number):
            continue
        changed = [*lines[:number], f"{found[1]}{found[2]}:", *lines[number + 1 :], ""]
        (folder / name).write_text("\n".join(changed), encoding="utf-8")
        data = load_dataset(folder)
        (folder / name).write_text(kept, encoding="utf-8")
        told = [p for p in data.errors if p.path == f"data/{name}" and p.line == number + 1]
        message = f"{found[2]}: nothing is written here; write a value or delete the line"
        assert [(p.column, p.message) for p in told] == [(len(found[1]) + 1, message)], lines[number]


def _continues(lines: list[str], number: int) -> bool:
    """Whether the value goes on in the next line, which would then be what is behind the field."""
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    return len(following) - len(following.lstrip()) > len(lines[number]) - len(lines[number].lstrip(" -"))
