"""Who named which place, what is said of one place, and the sentence on top: in a tiny world and on the real data."""

import re

import pytest

from charts.cities.named_finding import named_finding, sentences
from ledger.shapes.moments import read_moment
from pages.parts.cities.in_words import voice_lines
from pages.parts.cities.located_and_phases import located_rows, phase_sentences, phases_about
from pages.parts.cities.matrix import title
from queries.cities.located import located_at, tied_to_places
from queries.cities.one_place import counted_at, one_place, reports_at, revised_from, words_of
from queries.cities.phase_places import FIGURE, all_places, phase_places
from queries.cities.places import claims_of_place, place_claims
from tests.support.opened_app import ROOT
from tests.support.seen_page import headings_of, html_of, links_of, notes_of, text_of
from tests.support.world import claim, statement

DAY = "{from: 2031-03-10, to: 2031-03-10}"


def by_side(store, phase="spring", t=None):
    """The keys of the cities that each side named, and that it gave a figure for."""
    named, figured = {}, {}
    for place in phase_places(store, phase).at(t):
        if place.is_city:
            for side, state in place.states.items():
                named.setdefault(side, set()).add(place.key)
                figured.setdefault(side, set()).update({place.key} if state == FIGURE else ())
    return named, figured


def in_sentences(store, pages: str) -> list[str]:
    """The finding at length."""
    account, (named, figured) = phase_places(store, "spring"), by_side(store)
    told = account.at(None)
    return sentences(
        pages, account.parties, named, figured,
        districts=sum(place.is_city and place.row["level"] == "district" for place in told),
        alike=[str(account.places[key]["shown_name"]) for key in account.like_figures(None)],
        sets=sum(place.row["is_set"] and FIGURE in place.states.values() for place in told),
    )


def heading(store, phase="spring", t=None) -> str:
    """The heading, with plain spaces."""
    account, (named, _) = phase_places(store, phase), by_side(store, phase, t)
    alike = [str(account.places[key]["shown_name"]) for key in account.like_figures(t)]
    every = set().union(*named.values()) if named else set()
    return named_finding(account.parties, named, every, alike).replace("\N{NO-BREAK SPACE}", " ")


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


def test_figures_names_and_figures_for_several_places_are_told_apart(world):
    lake(world)
    told = phase_places(world.store(), "spring").at(None)
    assert [
        (place.key, voice.claimant, voice.state, len(voice.claims), len(voice.together))
        for place in told
        for voice in place.voices
    ] == [
        ("harbour", "northern-command", "figure", 1, 0),
        ("harbour", "ministry", "figure", 1, 0),
        ("harbour-district", "ministry", "named", 0, 1),
        ("mill", "northern-command", "named", 0, 0),
        ("mill", "ministry", "named", 0, 1),
        ("harbour-district+mill", "ministry", "figure", 1, 0),
    ]


def test_nothing_is_there_before_it_was_said(world):
    lake(world)
    t = read_moment("2031-03-10", "Asia/Tokyo").end
    store = world.store()
    told = phase_places(store, "spring").at(t)
    assert {place.key: [voice.claimant for voice in place.voices] for place in told} == {
        "harbour": ["northern-command"],
        "mill": ["northern-command"],
    }
    assert heading(store, t=t) == "Places named: North 2; no place from South in what was read"


def test_the_heading_says_who_named_how_many_and_where_they_can_be_compared(world):
    lake(world)
    told = "Places named: North 2, South 3, both 2; only at Harbour do both count the same thing"
    assert heading(world.store()) == told


def test_the_heading_has_one_rule_for_every_number_of_parties():
    def told(named, alike=()):
        parties = [{"id": key, "name": key.upper()} for key in named]
        every = set().union(*named.values()) if named else {"x"}
        return named_finding(parties, named, every, alike).replace("\N{NO-BREAK SPACE}", " ")

    assert told({"a": {"x", "y"}}) == "Places named: A 2"
    assert told({"a": {"x"}, "b": set(), "c": {"x", "y"}}) == (
        "Places named: A 1, C 2, both 1; at none do two count the same thing; no place from B in what was read"
    )
    assert told({"a": {"x"}, "b": {"x"}, "c": {"x"}}, ["X", "Y", "Z"]) == (
        "Places named: A 1, B 1, C 1, all three 1; at 3 do two count the same thing"
    )
    assert told({}) == "Places named: 1 in what was read"
    assert named_finding([], {}, set(), []) == "No place named yet, in what was read"


def test_the_sentence_is_computed(world):
    lake(world)
    assert in_sentences(world.store(), "3 pages read for The spring") == [
        "In the 3 pages read for The spring, 3 places are named (1 of them a district): 2 by North and 3 by South; "
        "2 by both, 0 by neither.",
        "1 has a figure of any kind of their own: 1 from North and 1 from South; 1 from both, 0 from neither. "
        "2 have no figure from anybody.",
        "At 1 place (Harbour) both parties give a figure of the same kind for the same people, or for some of them.",
        "Figures for several places together were given for 1 group of places; they are not divided among them.",
    ]


def test_a_name_alone_is_said_to_be_one(world):
    world.say(statement(names="[mill]"))
    assert in_sentences(world.store(), "1 page read for The spring") == [
        "In the 1 page read for The spring, 1 place is named: 1 by North and 0 by South; 0 by both, 0 by neither.",
        "None has a figure of its own: every one of them is only named.",
        "At no place do both parties give a figure of the same kind for the same people.",
    ]


def test_none_reported_is_no_figure(world):
    world.say(statement(claim(place="mill", figure="none reported", covers=DAY)))
    (mill,) = phase_places(world.store(), "spring").at(None)
    assert (mill.key, mill.states) == ("mill", {"north": "named"})


def test_a_figure_taken_back_is_no_figure_any_more(world):
    world.say(
        statement(claim(place="mill", figure=5, covers=DAY)),
        statement(
            "{withdraws: n-10.killed.southern_forces.mill, says: it was withdrawn}", id="n-12", said="2031-03-12"
        ),
    )
    account = phase_places(world.store(), "spring")
    before = read_moment("2031-03-11", "Asia/Tokyo").end
    assert [(place.key, place.states) for place in account.at(before)] == [("mill", {"north": "figure"})]
    (mill,) = account.at(None)
    assert mill.states == {"north": "named"}
    assert not any(one["has_figure"] for one in mill.voices[0].claims)


def test_a_set_has_a_row_of_its_own_that_points_to_its_places(world):
    lake(world)
    told = {place.key: place for place in phase_places(world.store(), "spring").at(None)}
    together = told["harbour-district+mill"]
    assert (together.name, together.is_city) == ("Harbour district and Mill", False)
    ministry = next(voice for voice in told["mill"].voices if voice.claimant == "ministry")
    assert [str(text.striptags()) for text in voice_lines(ministry)] == [
        "in one figure for Harbour district and Mill: 18 killed, Civilians"
    ]


def test_blocks_of_the_matrix_are_named_by_one_rule():
    assert title(["North", "South"], 2) == "Named by both parties"
    assert title(["South"], 2) == "Of the parties, only South"
    assert title([], 2) == "By neither party"
    assert title(["A", "B"], 3) == "Of the parties, A and B"
    assert (title([], 3), title(["A"], 1), title([], 1)) == ("By no party", "Named by A", "Named by others only")


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
    first = read_moment("2031-03-10", "Asia/Tokyo").end
    assert claims_of_place(store, "harbour", first)["label"].tolist() == ["5"]
    assert set(place_claims(store, "spring", first)["place_key"]) == {"harbour"}


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
    known = one_place(world.store(), "harbour-district", "spring")
    (found,) = counted_at(known.at(None).claims, None)
    assert [(row["claimant"], words_of(row)) for row in found.standing] == [
        ("northern-command", "9"), ("ministry", "at least 12"),
    ]
    assert [words_of(row) for row in found.replaced] == ["5"]
    assert (found.is_disputed, found.bounds_meet) == (True, False)
    assert [words_of(row) for row in revised_from(found.standing[0], found.replaced, None)] == ["5"]
    assert revised_from(found.standing[1], found.replaced, None) == []
    first = read_moment("2031-03-10", "Asia/Tokyo").end
    (found,) = counted_at(known.at(first).claims, first)
    assert ([words_of(row) for row in found.every], found.is_disputed) == (["5"], False)


def test_of_a_place_with_very_many_claims_the_phases_about_the_chosen_one_are_read(world):
    for phase, day in (("spring", "2031-03-10"), ("between", "2031-06-10"), ("autumn", "2031-10-01")):
        window = {"place": "mill", "covers": f"{{from: {day}, to: {day}}}", "counting": "period"}
        place, town = claim(figure=3, **window), claim(metric="wounded", figure=4, **window)
        world.say(statement(place, town, id=f"n-{phase}", said=day), phase=phase)
    store = world.store()

    def told(phase: str, most: int) -> tuple[list[str], int, int]:
        known = one_place(store, "mill", phase, most)
        return [row["phase"] for row in known.claims], known.beyond, len(known.printings)

    assert told("spring", 100) == (["spring"] * 2 + ["between"] * 2 + ["autumn"] * 2, 0, 6)
    assert told("spring", 2) == (["spring"] * 2, 4, 2)
    assert told("spring", 3) == (["spring"] * 2 + ["between"] * 2, 2, 4)
    assert told("between", 3) == (["between"] * 2 + ["autumn"] * 2, 2, 4)  # of two as near, the later one
    assert told("autumn", 1) == (["autumn"] * 2, 4, 2)  # the chosen phase, whatever it holds
    assert len(claims_of_place(store, "mill", None)) == 6


def test_what_is_tied_to_a_place_stands_beside_the_whole(world):
    world.say(
        statement(
            claim(figure=84, by="north", including="[{place: mill, figure: 30}]"),
            claim(metric="wounded", figure="dozens", by="north"),
        )
    )
    found = located_at(tied_to_places(world.store(), "spring"), None)
    rows = [[str(getattr(cell, "striptags", lambda c=cell: c)()) for cell in row]
            for row in located_rows("Asia/Tokyo", list(found.values()))]
    assert rows == [
        ["Northern command", "84 killed, Southern forces", "30 in Mill", "10 Mar 2031"],
        ["Northern command", "dozens wounded, Southern forces", "", "10 Mar 2031"],
    ]


def test_of_many_phases_those_about_the_chosen_one_are_compared():
    ids = list("abcdefgh")
    assert ["".join(phases_about(ids, one)) for one in "aceh"] == ["abcdef", "abcdef", "bcdefg", "cdefgh"]
    assert phases_about(["a", "b"], "b") == ["a", "b"]


def test_phases_are_compared_by_what_they_name(world):
    world.say(statement(names="[mill, harbour]"))
    world.say(statement(id="later", said="2031-10-02", names="[mill]"), phase="autumn")
    store = world.store()
    told = [(f"The {phase}", phase_places(store, phase).at(None)) for phase in ("spring", "autumn")]
    lines = [str(line.striptags()) for line in phase_sentences(told)]
    assert lines == ["In The spring and The autumn: 1 place. Mill.", "Only in The spring: 1 place. Harbour."]


def test_the_first_statement_names_sixteen_places_and_the_military_nine_inside_them(real_store):
    t = read_moment("2026-01-31", "Asia/Karachi").end
    told = [place for place in phase_places(real_store, "phase-2").at(t) if place.is_city]
    spoken = {who: {p.key for p in told if who in {v.claimant for v in p.voices}} for who in ("bla", "ispr")}
    first, towns = spoken["bla"], {key for key in spoken["ispr"] if not key.endswith("-district")}
    assert (len(first), len(towns)) == (16, 9)
    assert towns < first
    alone = {"kalat", "turbat", "buleda", "manguchar", "lasbela-district", "kech-district", "awaran"}
    assert first - towns == alone


def test_no_place_of_phase_2_has_a_like_figure_from_both_parties(real_store):
    assert phase_places(real_store, "phase-2").like_figures(None) == {}


def test_every_place_named_in_any_phase_has_its_row(real_store):
    named = {row[0] for row in real_store.cursor().execute("select distinct place from statement_names").fetchall()}
    assert named <= {key for key, row in all_places(real_store).items() if row["spoken_in"]}


def numbers(store, place: str, metric: str, group: str | None) -> set[str]:
    known = one_place(store, place, "phase-2").at(None)
    return {
        words_of(row)
        for counted in counted_at(known.claims, None)
        if counted.is_disputed and (counted.first["metric"], counted.first["group"]) == (metric, group)
        and counted.first["who_key"] == ""
        for row in counted.every
    }


def test_the_conflicts_at_four_places(real_store):
    assert {"5", "8", "11"} <= numbers(real_store, "gwadar", "killed", "civilians")
    kalat = numbers(real_store, "kalat-district", "killed", "not_fighters")
    assert {"7", "8", "11"} <= kalat
    assert {"22", "23"} <= numbers(real_store, "musakhel-district", "killed", "passengers")
    assert {"10", "up to 35"} <= numbers(real_store, "musakhel-district", "vehicles_destroyed", "civilians")
    events = one_place(real_store, "nushki", "phase-2").at(None).events
    text = " ".join(str(row[name]) for row in events for name in ("what", "note"))
    for words in ("completely cleared", "regained control", "until 6 February"):
        assert words in text


def test_combined_figures_of_the_real_data_are_sets(real_store):
    row = all_places(real_store)["gwadar-district+kharan-district"]
    assert (row["members"], row["is_set"]) == ("gwadar-district|kharan-district", True)


def test_each_place_has_reports_and_namings(real_store):
    assert reports_at(one_place(real_store, "nushki", "phase-2"))
    assert "BLA" in {row["claimant_name"] for row in one_place(real_store, "nushki", "phase-2").namings}


def test_the_page_opens_on_the_real_data(open_app):
    at = open_app("cities", place="gwadar")
    assert not at.exception
    (heading,) = headings_of(at)
    counts = r"Places named: BLA\s16, Pakistani state\s\d+, both\s\d+"
    assert re.fullmatch(counts + "; at none do both count the same thing", heading)
    text = text_of(at)
    assert "No one number lies within all the stated bounds" in text
    assert text.count("not in what was read (") == 1
    assert re.search(r"places are named \(\d+ of them districts\): 16 by BLA and \d+ by Pakistani state", text)
    assert 'data-canonical="' not in html_of(at)


def test_every_place_of_the_matrix_is_a_link_made_of_ids(open_app):
    at = open_app("cities", phase="phase-2", order="voices")
    assert "./cities?phase=phase-2&place=kech-district&order=voices" in links_of(at)


@pytest.mark.parametrize("text", ["Gwadar", "gwadar ", "GAWADAR"])
def test_a_name_of_an_earlier_link_is_written_as_an_id(open_app, text):
    at = open_app("cities", phase="phase-2", place=text)
    assert 'data-canonical="./cities?phase=phase-2&amp;place=gwadar"' in html_of(at)


def test_a_place_that_nobody_knows_is_named_back(open_app):
    at = open_app("cities", place="Atlantis")
    assert not at.exception
    assert notes_of(at) == ["No place of this dataset is called “Atlantis”."]


def test_without_positions_the_matrix_stands_alone(open_app):
    at = open_app("cities", folder=ROOT / "tests/conflicts/spring_raids", phase="spring")
    assert not at.exception
    assert not at.get("plotly_chart")
    assert "cities-alone" in html_of(at) and "North Quay" in text_of(at)


def test_the_page_explains_an_empty_world(world, open_app):
    at = open_app("cities", folder=world.path)
    assert not at.exception
    assert any("No place has been named" in box.value for box in at.info)
