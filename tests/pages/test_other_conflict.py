"""Another conflict needs only another data folder: every page opens on it, and on what is left of it."""

import pytest

from ledger.checks.load_dataset import load_dataset
from queries.frame.phases_and_sides import phases
from tests.support.conflicts import VARIANTS, other_conflict
from tests.support.kept_live import LASTING, lasting
from tests.support.opened_app import PAGES
from tests.support.seen_page import chosen_phase, headings_of, html_of, notes_of, segments_of


@pytest.fixture(scope="module", params=VARIANTS)
def variant(request, tmp_path_factory, shared_store):
    """One data folder for all pages, so that it is read and its store built once."""
    folder = VARIANTS[request.param](tmp_path_factory.mktemp("conflict") / "data")
    with lasting(folder, shared_store):
        yield folder


def test_the_folder_has_no_errors(variant):
    assert load_dataset(variant).errors == []


@pytest.mark.parametrize("page_stem", PAGES)
def test_page_opens(open_app, variant, page_stem):
    rows = phases(LASTING[variant].snapshot.connection).to_dict("records")
    on_timeline = page_stem == "timeline"
    for row in rows:
        for view in ({}, {"view": "one"}) if on_timeline else ({},):
            at = open_app(page_stem, variant, phase=row["id"], **view)
            assert not at.exception, (row["id"], [e.message for e in at.exception])
            assert len(headings_of(at)) == 1, row["id"]
            assert chosen_phase(at) in {row["short"], *({"Both phases"} if on_timeline and not view else ())}
        if not on_timeline:
            assert list(segments_of(at)) == [other["short"] for other in rows]


def test_sides_stand_in_alphabetical_order_whatever_the_file_says(open_app, tmp_path):
    at = open_app("overview", other_conflict(tmp_path / "data"), phase="spring")
    (fold,) = [fold for fold in html_of(at).split("<details") if "<b>Council wardens</b>" in fold]
    names = ("Harbour League", "League command", "Upland Council", "Council press office")
    order = [fold.index(name) for name in names]
    assert order == sorted(order)
    assert "at least 12" not in fold  # restated as 20 on the next day
    (heading,) = headings_of(at)
    assert heading == "Council wardens killed: League command said 20, Council press office said 4"


def test_the_phase_shown_first_is_the_last_that_has_a_beginning_and_claims(open_app, tmp_path):
    at = open_app("overview", other_conflict(tmp_path / "data"))
    assert chosen_phase(at) == "The autumn landing"


def test_two_phases_of_one_name_can_be_told_apart(open_app, tmp_path):
    folder = other_conflict(tmp_path / "data")
    path = folder / "dataset.yaml"
    path.write_text(path.read_text().replace("name: The truce", "name: The spring raids"))
    at = open_app("overview", folder, phase="The spring raids (spring)", at="1931-09-21")
    assert list(segments_of(at)) == ["The spring raids (spring)", "The spring raids (truce)", "The autumn landing"]
    assert chosen_phase(at) == "The spring raids (spring)"
    at = open_app("overview", folder, phase="truce", at="1931-09-21")
    assert not at.exception
    assert chosen_phase(at) == "The spring raids (truce)"
    assert notes_of(at) == [
        "By 1931-09-21 nothing had been said about The spring raids in what was read; the latest figures are shown."
    ]


def test_the_whole_and_a_phase_are_called_what_the_dataset_calls_them(open_app, tmp_path):
    folder = other_conflict(tmp_path / "data")
    path = folder / "dataset.yaml"
    text = path.read_text().replace("whole: the whole operation", "whole: the whole war\nphase_word: round")
    path.write_text(text)
    html = html_of(open_app("overview", folder, phase="spring"))
    assert "Every figure of the whole war" in html and "for the whole war;" in html
    assert "Timeline of all rounds" in html and "whole operation" not in html
    timeline = html_of(open_app("timeline", folder, phase="spring"))
    assert "Both rounds" in timeline and "for the whole war;" in timeline
    codebook = open_app("method", folder, phase="spring")
    assert [fold.label for fold in codebook.expander if fold.label.startswith("Rounds (")] == ["Rounds (3)"]


def test_without_a_word_of_its_own_the_whole_is_that_of_any_conflict(open_app, tmp_path):
    folder = other_conflict(tmp_path / "data")
    path = folder / "dataset.yaml"
    path.write_text(path.read_text().replace("whole: the whole operation\n", ""))
    assert "Every figure of the whole conflict" in html_of(open_app("overview", folder, phase="spring"))
