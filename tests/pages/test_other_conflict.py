"""Another conflict needs only another data folder: every page opens on it, and on what is left of it."""

import pytest

from ledger.checks.load_dataset import load_dataset
from ledger.store.live_snapshot import Live
from queries.frame.phases_and_sides import phases
from tests.support.conflicts import VARIANTS, other_conflict
from tests.support.opened_app import PAGES


@pytest.fixture(scope="module", params=VARIANTS)
def variant(request, tmp_path_factory):
    """One data folder for all pages, so that its store is built once."""
    return VARIANTS[request.param](tmp_path_factory.mktemp("conflict") / "data")


def test_the_folder_has_no_errors(variant):
    assert load_dataset(variant).errors == []


@pytest.mark.parametrize("page_stem", PAGES)
def test_page_opens(open_app, variant, page_stem):
    names = list(phases(Live(variant, watch=False).snapshot.connection)["name"])
    for name in names:
        at = open_app(page_stem, variant, phase=name)
        assert not at.exception, (name, [e.message for e in at.exception])
        assert at.selectbox(key="phase").options == names
        assert at.title


def test_sides_stand_in_alphabetical_order_whatever_the_file_says(open_app, tmp_path):
    at = open_app("overview", other_conflict(tmp_path / "data"), phase="The spring raids")
    table = next(html for html in at.get("html") if "ledger-table" in html.proto.body).proto.body
    order = [table.index(name) for name in ("Harbour League", "Upland Council", "Observers", "Unattributed")]
    assert order == sorted(order)
    assert "League command" in table and "at least 12" not in table  # restated as 20 on the next day


def test_the_phase_shown_first_is_the_last_that_has_a_beginning_and_claims(open_app, tmp_path):
    at = open_app("overview", other_conflict(tmp_path / "data"))
    assert at.selectbox(key="phase").value == "The autumn landing"


def test_two_phases_of_one_name_can_be_told_apart(open_app, tmp_path):
    folder = other_conflict(tmp_path / "data")
    path = folder / "dataset.yaml"
    path.write_text(path.read_text().replace("name: The truce", "name: The spring raids"))
    at = open_app("overview", folder, phase="The spring raids (spring)", at="1931-09-21")
    assert at.selectbox(key="phase").options == [
        "The spring raids (spring)", "The spring raids (truce)", "The autumn landing"
    ]  # fmt: skip
    at.selectbox(key="phase").set_value("The spring raids (truce)").run()
    assert not at.exception
    assert next(info.value for info in at.info).startswith("The moment 1931-09-21 lies outside")
