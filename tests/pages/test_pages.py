"""Every page opens through app.py, for every phase and for a few moments T, on the real data."""

import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.frame import page_names
from pages.parts.frame.phase_and_moment import moment_label
from queries.frame.phases_and_sides import moments, phases
from tests.support.kept_live import LASTING, REAL
from tests.support.opened_app import PAGES, ROOT
from tests.support.seen_page import chosen_phase, headings_of, html_of, links_of, moment_of, notes_of


def phases_and_moments():
    """Each phase (id, short name) with the latest, a moment before anything was said, a middle and the last."""
    snapshot = LASTING[REAL].snapshot
    zone = snapshot.facts["timezone"]
    found = []
    for row in phases(snapshot.connection).itertuples():
        said = moments(snapshot.connection, row.id)
        labels = [moment_label(one.moment, bool(one.has_time), zone) for one in said.itertuples()]
        chosen = [labels[n] for n in (0, len(labels) // 2, -1)] if labels else []
        found.append((row.id, row.short, [None, "2001-01-01", *chosen]))
    return found


def test_every_file_in_pages_is_a_page_of_the_app_and_the_other_way_round():
    assert sorted(page_names.PAGES) == PAGES
    assert next(iter(page_names.PAGES)) == page_names.FIRST == "overview"


@pytest.mark.parametrize("page_stem", PAGES)
def test_page_opens_for_every_phase_and_moment(open_app, page_stem):
    for phase, short, texts in phases_and_moments():
        for text in texts:
            at = open_app(page_stem, phase=phase, **({"at": text} if text else {}))
            assert not at.exception, (phase, text, [e.message for e in at.exception])
            assert len(headings_of(at)) == 1, (phase, text)
            assert chosen_phase(at) in {short, *(["Both phases"] if page_stem == "timeline" else [])}


@pytest.mark.parametrize("page_stem", PAGES)
def test_page_opens_cold_by_itself(open_app, page_stem):
    """Until app.py has run once in a server process, a deep link runs the page's file alone."""
    at = AppTest.from_file(str(ROOT / "pages" / f"{page_stem}.py"), default_timeout=60).run()
    assert not at.exception
    assert chosen_phase(at) and moment_of(at)


@pytest.mark.parametrize(
    "text", ["2026-01-31 18:00", "2026-02", "<b>no</b>", "0001-01-01", "9999-12-31", "9999-12-31 23:59"]
)
def test_any_words_in_the_address_give_a_page(open_app, text):
    at = open_app("overview", at=text)
    assert not at.exception
    assert len(headings_of(at)) == 1
    assert "<b>no" not in html_of(at)


def test_a_moment_that_cannot_be_read_is_said_and_the_latest_shown(open_app):
    at = open_app("overview", at="last tuesday")
    assert notes_of(at) == [
        "“last tuesday” is no day (2026-01-31) or time (2026-01-31T18:00); the latest figures are shown."
    ]


def test_a_moment_outside_the_phase_is_cleared_with_a_sentence(open_app):
    (_, _, texts), *_, (last, _, _) = phases_and_moments()
    at = open_app("overview", phase=last, at=texts[2])
    latest = open_app("overview", phase=last)
    (note,) = notes_of(at)
    assert note.startswith(f"By {texts[2]} nothing had been said about ")
    assert note.endswith(" in what was read; the latest figures are shown.")
    assert moment_of(at) == moment_of(latest) and headings_of(at) == headings_of(latest)


def test_choosing_another_phase_leaves_the_moment_behind(open_app):
    (first, _, texts), *_ = phases_and_moments()
    at = open_app("overview", phase=first, at=texts[2])
    assert moment_of(at) is not None and "at=" in str(links_of(at))
    segments = html_of(at).split('class="cc-segments"')[1].split("</div>")[0]
    assert "phase=" in segments and "at=" not in segments


def test_an_unknown_phase_in_the_address_is_passed_over(open_app):
    at = open_app("overview", phase="Phase 9")
    assert not at.exception
    assert chosen_phase(at) == chosen_phase(open_app("overview"))


def test_the_label_of_an_earlier_link_opens_its_phase_and_is_replaced_by_the_id(open_app):
    at = open_app("overview", phase="Phase 1 (August 2024)")
    assert chosen_phase(at) == "Phase 1 · Aug 2024"
    assert 'data-canonical="./?phase=phase-1"' in html_of(at)


FIRST_DATASET = re.compile(
    r"\b(herof|bla|ispr|balochi?stan\w*|baloch|pakistan\w*|quetta|phase-[0-9])\b", re.IGNORECASE
)
STATEMENT_BEGINS = (tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING)


def spoken_lines(path: Path) -> Iterator[tuple[int, str]]:
    """What a file does and says, line by line: without the comments and docstrings that give examples."""
    if path.suffix != ".py":
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield number, line.split("--")[0] if path.suffix == ".sql" else line
        return
    before = tokenize.ENCODING
    with path.open("rb") as source:
        for token in tokenize.tokenize(source.readline):
            is_docstring = token.type == tokenize.STRING and before in STATEMENT_BEGINS
            if token.type != tokenize.COMMENT:
                before = token.type
                if not is_docstring:
                    yield token.start[0], token.string


def test_no_page_query_or_chart_names_the_first_dataset():
    folders = [ROOT / name for name in ("pages", "queries", "charts", "ledger")]
    paths = [ROOT / "app.py", *(path for folder in folders for path in folder.rglob("*.*"))]
    found = [
        f"{path.relative_to(ROOT)}:{number}  {text.strip()}"
        for path in paths
        if path.suffix in (".py", ".sql", ".css")
        for number, text in spoken_lines(path)
        if FIRST_DATASET.search(text)
    ]
    assert found == []
