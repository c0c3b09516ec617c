"""Who named which place, what is said of one place, and the sentence on top: in a tiny world and on the real data."""

import re

import pytest

from ledger.shapes.moments import read_moment
from ledger.store.build_store import in_memory
from pages.parts.cities.honest_sentence import sentences
from pages.parts.cities.located_and_phases import located_rows, phase_sentences
from pages.parts.cities.presence_matrix import BY_CLAIMANTS, BY_DISTRICT, BY_NAME, HERE, claim_lines, sorted_rows, wide
from pages.parts.cities.told_of_places import Told
from pages.parts.frame.running_page import Frame
from queries.cities.places import (
    claims_of_place,
    differences_at_place,
    events_of_place,
    figures_from_several,
    located_shares,
    namings_of_place,
    place_claims,
    place_rows,
    places_by_phase,
    presence,
    reports_of_place,
    revisions_at_place,
)
from queries.frame.phases_and_sides import phases, side_order
from tests.support.opened_app import ROOT
from tests.support.world import claim, statement

DAY = "{from: 2031-03-10, to: 2031-03-10}"


def told(store, phase: str = "spring", t=None, pages: int = 3) -> Told:
    """What the page asks once, without a page."""
    name = phases(store).set_index("id").loc[phase, "name"]
    frame = Frame(None, store, "Asia/Tokyo", phase, name, t, t, pages)
    rows, present, claims = place_rows(store, t), presence(store, phase, t), place_claims(store, phase, t)
    return Told(frame, rows, present, claims, side_order(store))


def lake(world) -> None:
    """The north names two places and gives a figure at one; the south counts a district with the mill."""
    world.say(
        statement(
            claim(place="harbour", figure=5, by="north"),
            names="[harbour, mill]",
        )
    )
    world.say(
        statement(
            claim(place="harbour", figure="more than 7", of="southern_army", by="north"),
            claim(places="[harbour-district, mill]", figure=18, of="civilians", by="north"),
            id="m-11", claimant="ministry", said="2031-03-11", names="[harbour-district]",
        ),
        side="south",
    )


def test_presence_knows_figures_names_and_figures_for_several_places(world):
    lake(world)
    columns = ["place_key", "claimant", "state", "figures", "figures_together"]
    assert presence(world.store(), "spring", None)[columns].values.tolist() == [
        ["harbour", "northern-command", "figure", 1, 0],
        ["harbour", "ministry", "figure", 1, 0],
        ["harbour-district", "ministry", "named", 0, 1],
        ["harbour-district+mill", "ministry", "figure", 1, 0],
        ["mill", "northern-command", "named", 0, 0],
        ["mill", "ministry", "named", 0, 1],
    ]


def test_nothing_is_present_before_it_was_said(world):
    lake(world)
    t = read_moment("2031-03-10", "Asia/Tokyo").end
    found = presence(world.store(), "spring", t)
    assert set(found["claimant"]) == {"northern-command"}
    assert set(found["place_key"]) == {"harbour", "mill"}


def test_the_sentence_is_computed(world):
    lake(world)
    store = world.store()
    assert sentences(told(store), figures_from_several(store, "spring", None)) == [
        "In the 3 pages read for The spring, 3 places are named (1 of them a district): 2 by North and 3 by South; "
        "2 by both, 0 by neither.",
        "1 has a figure of any kind of their own: 1 from North and 1 from South; 1 from both, 0 from neither. "
        "2 have no figure from anybody.",
        "At 1 place (Harbour) both parties give a figure of the same kind for the same people, or for some of them.",
        "Figures for several places together were given for 1 group of places; they are not divided among them.",
    ]


def test_a_name_alone_is_said_to_be_one(world):
    world.say(statement(names="[mill]"))
    store = world.store()
    assert sentences(told(store, pages=1), figures_from_several(store, "spring", None)) == [
        "In the 1 page read for The spring, 1 place is named: 1 by North and 0 by South; 0 by both, 0 by neither.",
        "None has a figure of its own: every one of them is only named.",
        "At no place do both parties give a figure of the same kind for the same people.",
    ]


def test_none_reported_is_no_figure(world):
    world.say(statement(claim(place="mill", figure="none reported", covers=DAY)))
    assert presence(world.store(), "spring", None)[["place_key", "state"]].values.tolist() == [["mill", "named"]]


def test_a_set_has_a_row_of_its_own_that_points_to_its_places(world):
    lake(world)
    view = told(world.store())
    rows = sorted_rows(view, HERE, BY_DISTRICT)
    assert [row["place_key"] for row in rows] == ["harbour-district", "harbour", "mill", "harbour-district+mill"]
    assert view.members("harbour-district+mill") == ["harbour-district", "mill"]
    assert view.names["harbour-district+mill"] == "Harbour district and Mill"
    lines = [str(text.striptags()) for _, text in claim_lines(view, "mill", "ministry")]
    assert lines == ["in one figure with Harbour district: 18 killed, Civilians"]


@pytest.mark.parametrize(
    ("order", "keys"),
    [
        (BY_NAME, ["harbour", "harbour-district", "mill", "harbour-district+mill"]),
        (BY_CLAIMANTS, ["harbour", "mill", "harbour-district", "harbour-district+mill"]),
    ],
)
def test_rows_are_sorted_by_name_or_by_how_many_speak(world, order, keys):
    lake(world)
    assert [row["place_key"] for row in sorted_rows(told(world.store()), HERE, order)] == keys


def test_the_matrix_to_take_away_says_what_is_not_there(world):
    lake(world)
    view = told(world.store())
    table = wide(view, sorted_rows(view, HERE, BY_NAME)).set_index("place_id")
    assert table.loc["harbour", "Northern command"] == "● 5 killed, Southern forces"
    assert table.loc["mill", "Northern command"] == "named only"
    assert table.loc["harbour-district", "Northern command"] == "not in what was read"


def test_claims_of_a_place_tell_how_they_bear_on_it(world):
    lake(world)
    store = world.store()
    columns = ["claimant", "label", "relation"]
    assert claims_of_place(store, "harbour", None)[columns].values.tolist() == [
        ["northern-command", "5", "here"],
        ["ministry", "more than 7", "here"],
        ["ministry", "18", "around"],
    ]
    assert claims_of_place(store, "harbour-district", None)["relation"].tolist() == ["inside", "inside", "together"]


def test_revisions_and_differences_are_told_apart(world):
    world.say(
        statement(claim(place="harbour", figure=5, covers=DAY)),
        statement(claim(place="harbour", figure=9, covers=DAY), id="n-11", said="2031-03-11"),
    )
    world.say(
        statement(
            claim(place="harbour", figure="at least 12", covers=DAY), id="m-11", claimant="ministry", said="2031-03-11"
        ),
        side="south",
    )
    store = world.store()
    found = differences_at_place(store, "harbour-district", None)
    assert found[["claimant", "value_words", "is_replaced", "highest_low", "lowest_high"]].values.tolist() == [
        ["northern-command", "5", True, 12, 5],
        ["northern-command", "9", False, 12, 5],
        ["ministry", "at least 12", False, 12, 5],
    ]
    revised = revisions_at_place(store, "harbour", None)
    assert revised["label"].tolist() == ["5", "9"]
    assert revised["value_before"].tolist()[1] == "5"


def test_what_is_tied_to_a_place_stands_beside_the_whole(world):
    world.say(
        statement(
            claim(figure=84, by="north", including="[{place: mill, figure: 30}]"),
            claim(metric="wounded", figure="dozens", by="north"),
        )
    )
    store = world.store()
    found = located_shares(store, "spring", None)
    rows = [[str(getattr(cell, "striptags", lambda c=cell: c)()) for cell in row] for row in
            located_rows(told(store), found.drop_duplicates("id"), found)]
    assert rows == [
        ["Northern command", "84 killed, Southern forces", "30 in Mill", "10 Mar 2031"],
        ["Northern command", "dozens wounded, Southern forces", "nothing tied to a place: not in what was read",
         "10 Mar 2031"],
    ]


def test_phases_are_compared_by_what_they_name(world):
    world.say(statement(names="[mill, harbour]"))
    world.say(statement(id="later", said="2031-10-02", names="[mill]"), phase="autumn")
    found = places_by_phase(world.store(), None)
    lines = [str(line.striptags()) for line in phase_sentences(found, list(found["phase_name"].unique()))]
    assert lines == ["In The spring and The autumn: 1 place. Mill.", "Only in The spring: 1 place. Harbour."]


@pytest.fixture(scope="module")
def real():
    """The project's own data."""
    from ledger.checks.load_dataset import load_dataset

    store = in_memory(load_dataset(ROOT / "data"))
    yield store
    store.close()


def test_the_first_statement_names_sixteen_places_and_the_military_nine_inside_them(real):
    t = read_moment("2026-01-31", "Asia/Karachi").end
    found = presence(real, "phase-2", t)
    found = found[found["place_key"].isin(told(real, "phase-2", t).cities)]
    first = set(found[found["claimant"] == "bla"]["place_key"])
    towns = set(found[(found["claimant"] == "ispr") & ~found["place_key"].str.endswith("-district")]["place_key"])
    assert (len(first), len(towns)) == (16, 9)
    assert towns < first
    alone = {"kalat", "turbat", "buleda", "manguchar", "lasbela-district", "kech-district", "awaran"}
    assert first - towns == alone


def test_no_place_of_phase_2_has_a_like_figure_from_both_parties(real):
    assert figures_from_several(real, "phase-2", None).empty


def test_every_place_named_in_any_phase_has_its_row(real):
    named = {row[0] for row in real.cursor().execute("select distinct place from statement_names").fetchall()}
    rows = place_rows(real, None)
    assert named <= set(rows[rows["spoken_in"].notna()]["place_key"])


def numbers(store, place: str, metric: str, group: str | None) -> set[str]:
    found = differences_at_place(store, place, None)
    same = found["group"].isna() if group is None else found["group"] == group
    return set(found[(found["metric"] == metric) & same & (found["who_key"] == "")]["value_words"])


def test_the_conflicts_at_four_places(real):
    assert {"5", "8", "11"} <= numbers(real, "gwadar", "killed", "civilians")
    kalat = numbers(real, "kalat-district", "killed", "not_fighters")
    assert {"7", "8", "11"} <= kalat
    assert {"22", "23"} <= numbers(real, "musakhel-district", "killed", "passengers")
    assert {"10", "up to 35"} <= numbers(real, "musakhel-district", "vehicles_destroyed", "civilians")
    events = events_of_place(real, "nushki", None)
    text = " ".join([*events["what"], *events["note"].dropna()])
    for words in ("completely cleared", "regained control", "until 6 February"):
        assert words in text


def test_combined_figures_of_the_real_data_are_sets(real):
    rows = place_rows(real, None).set_index("place_key")
    assert rows.loc["gwadar-district+kharan-district", "members"] == "gwadar-district|kharan-district"
    assert bool(rows.loc["gwadar-district+kharan-district", "is_set"])


def test_each_place_has_reports_and_namings(real):
    assert not reports_of_place(real, "nushki", None).empty
    assert "BLA" in set(namings_of_place(real, "nushki", None)["claimant_name"])


def test_the_page_opens_on_the_real_data(open_app):
    at = open_app("cities", place="Gwadar")
    assert not at.exception
    text = " ".join(str(each.proto.body) for each in at.get("html"))
    assert "Where the figures differ" in text and "not in what was read" in text
    assert re.search(r"places are named \(\d+ of them districts\): 16 by BLA and \d+ by Pakistani state", text)


def test_a_place_that_nobody_knows_is_named_back(open_app):
    at = open_app("cities", place="Atlantis")
    assert not at.exception
    assert any("No place of this dataset is called “Atlantis”" in box.value for box in at.info)


def test_the_page_explains_an_empty_world(world, open_app):
    at = open_app("cities", folder=world.path)
    assert not at.exception
    assert any("No place has been named" in box.value for box in at.info)
