"""Servers of tests are forked from a process that has imported what each of them imports: two thirds of what a start
costs, two dozen times a run. The process is Python's own fork server, one for a worker, and ends with it.

What it imports is what a server has imported when the first reader comes (pages/parts/public/served.py).
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil
import pytest

from tests.support.paths import ROOT

FORKS = multiprocessing.get_context("forkserver")
PARTS = [path.relative_to(ROOT).with_suffix("") for path in sorted((ROOT / "pages" / "parts").rglob("*.py"))]
SERVING = ["streamlit.web.cli", "streamlit.web.server.server"]
FORKS.set_forkserver_preload([*SERVING, *(".".join(one.parts) for one in PARTS)])


def forked(arguments: Sequence[str], root: Path, variables: Mapping[str, str], log: Path) -> psutil.Process:
    """`python -m streamlit` with these arguments, working directory and variables, as a process of its own; what it
    prints is added to the log."""
    # The fork server finds what it is to import as a Python of these variables does.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        child = FORKS.Process(target=_serve, args=(list(arguments), str(root), dict(variables), str(log)), daemon=True)
        child.start()
    return psutil.Process(child.pid)


def _serve(arguments: list[str], root: str, variables: dict[str, str], log: str) -> None:
    output = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(output, stream)
    os.chdir(root)
    os.environ.clear()
    os.environ.update(variables)
    sys.argv = ["streamlit", *arguments]
    sys.path[:] = [root, *(entry for entry in sys.path if entry not in ("", root, str(ROOT)))]

    from streamlit.web.cli import main

    main(prog_name="streamlit")
