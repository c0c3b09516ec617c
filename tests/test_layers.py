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
