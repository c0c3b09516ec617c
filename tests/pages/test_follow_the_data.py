"""How often an open page looks for newer data."""

from __future__ import annotations

import tomllib

import pytest

from pages.parts.frame.follow_the_data import look_every, open_pages
from tests.support.paths import ROOT


@pytest.mark.parametrize(("pages", "seconds"), [(0, 0.8), (1, 0.8), (20, 0.8), (50, 2.0), (200, 8.0)])
def test_the_more_pages_are_open_the_less_often_each_looks(pages: int, seconds: float) -> None:
    assert look_every(pages) == pytest.approx(seconds)


def test_a_page_counts_once_however_often_it_runs(open_app) -> None:
    before = open_pages()
    first = open_app("method")
    first.run()
    second = open_app("try")
    assert open_pages() == before + 2
    assert not first.exception and not second.exception


def test_streamlit_is_told_to_watch_no_folder() -> None:
    """It would watch it once more after every run and every look for newer data, and go through all its files every
    second for each time."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert "folderWatchList" not in settings["server"]
