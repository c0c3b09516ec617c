"""Imports point one way: data → ledger → queries → charts → pages → app.py; and no code knows its conflict."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from pathlib import Path

import pytest

from tests.support.paths import ROOT

LAYERS = ["ledger", "queries", "charts", "pages", "app"]
MAY_IMPORT = {
    "ledger": {"yaml", "pydantic", "duckdb", "pandas", "pyarrow", "ruamel", "openpyxl"},
    "queries": {"duckdb", "pandas", "numpy"},
    "charts": {"plotly", "pandas", "numpy", "PIL"},
    "pages": {"streamlit", "markupsafe", "numpy", "duckdb", "pandas", "plotly", "pydantic", "pyarrow", "yaml"}
    | {"cachetools", "orjson", "starlette"},
    "app": {"streamlit"},
}
# What may not be written in code: names of the first dataset. Its phases are in dataset.yaml, and nowhere else.
NAMES = re.compile(
    r"herof|\bbla\b|pakistan|baloch|\bispr\b|quetta|gwadar|radd-ul|phase-?[12]\b|karachi|islamabad|majeed",
    re.IGNORECASE,
)
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def sources(layer: str, ending: str = ".py") -> list[Path]:
    """The files of a layer. A folder's helpers belong to it."""
    return [ROOT / "app.py"] if layer == "app" else sorted((ROOT / layer).rglob(f"*{ending}"))


EVERY = [(layer, path) for layer in LAYERS for path in sources(layer)]


# Rooms of the ledger in the order of the flow; each imports only from those before it. Those beside it serve people who
# edit: what each may take from the flow, and from one another.
FLOW = ["yaml", "shapes", "claims", "checks", "store", "exports"]
BESIDE = {
    "crosswalk": {*FLOW[:2]},
    "begin": {*FLOW[:2]},
    "archive": {*FLOW[:4]},
    "imports": {*FLOW, "begin"} - {"store"},
}
# What the parts of every page share, the lower first; a page's own parts import these and themselves. The public
# addresses say what the pages say.
SHARED = ["frame", "claims"]


def rooms_of(path: Path, house: str) -> set[str]:
    """The rooms of a house (`ledger`, `pages.parts`) from which a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        named = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        named += [name.name for name in node.names] if isinstance(node, ast.Import) else []
        named += [f"{node.module}.{name.name}" for name in node.names] if isinstance(node, ast.ImportFrom) else []
        found |= {name.removeprefix(f"{house}.").split(".")[0] for name in named if name.startswith(f"{house}.")}
    return {room for room in found if (ROOT / house.replace(".", "/") / room).is_dir()}


def rooms(house: str) -> list[tuple[str, Path]]:
    """Every file of a house with the room it lies in."""
    folder = ROOT / house
    return [(path.relative_to(folder).parts[0], path) for path in sorted(folder.glob("*/**/*.py"))]


@pytest.mark.parametrize("room", sorted({room for room, _ in rooms("ledger")}))
def test_rooms_of_the_ledger_import_one_way(room):
    allowed = {*FLOW[: FLOW.index(room) + 1]} if room in FLOW else {room} | BESIDE[room]
    files = [path for own, path in rooms("ledger") if own == room]
    odd = {str(path.relative_to(ROOT)): rooms_of(path, "ledger") - allowed for path in files}
    assert {path: extra for path, extra in odd.items() if extra} == {}


@pytest.mark.parametrize("room", sorted({room for room, _ in rooms("pages/parts")}))
def test_the_parts_of_a_page_import_what_all_share_and_their_own(room):
    every = {own for own, _ in rooms("pages/parts")}
    allowed = {*SHARED[: SHARED.index(room) + 1]} if room in SHARED else {room, *SHARED}
    allowed = every if room == "public" else allowed
    files = [path for own, path in rooms("pages/parts") if own == room]
    odd = {str(path.relative_to(ROOT)): rooms_of(path, "pages.parts") - allowed for path in files}
    assert {path: extra for path, extra in odd.items() if extra} == {}


def imported(path: Path) -> set[str]:
    """The first part of everything a file imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize(("layer", "path"), EVERY, ids=[str(path.relative_to(ROOT)) for _, path in EVERY])
def test_imports_point_one_way(layer, path):
    names = imported(path)
    ours = names & {*LAYERS, "tests", "bench"}
    assert ours <= set(LAYERS[: LAYERS.index(layer) + 1])
    others = names - ours - sys.stdlib_module_names
    assert others <= MAY_IMPORT[layer]


def code_of(path: Path) -> str:
    """A file without comments and docstrings: an example there is no code."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".sql":
        return re.sub(r"--.*", "", text)
    docstrings = {
        node.body[0].value.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) and isinstance(node.body[0], ast.Expr)
    }
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return "\n".join(
        token.string
        for token in tokens
        if token.type != tokenize.COMMENT and not (token.type == tokenize.STRING and token.start[0] in docstrings)
    )


NAMELESS = [path for layer in LAYERS for ending in (".py", ".sql") for path in sources(layer, ending)]


@pytest.mark.parametrize("path", NAMELESS, ids=[str(path.relative_to(ROOT)) for path in NAMELESS])
def test_no_code_knows_which_conflict_it_shows(path):
    found = [line.strip() for line in code_of(path).splitlines() if NAMES.search(line)]
    assert found == []


def test_values_go_into_sql_as_parameters_only():
    """No value is put into SQL by formatting; table names of our own are, in the two places that fill and read them."""
    for path in sources("queries"):
        assert not re.search(r"execute\(\s*f[\"']", path.read_text(encoding="utf-8")), path
