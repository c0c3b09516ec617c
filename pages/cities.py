"""City by city: what is said about each place, by whom, and what nobody said."""

import streamlit as st
from markupsafe import Markup

from pages.parts.cities.choose_place import chosen_place
from pages.parts.cities.honest_sentence import sentences
from pages.parts.cities.located_and_phases import draw_claimants, draw_located, draw_phases
from pages.parts.cities.maps import draw_maps
from pages.parts.cities.one_place import draw_place
from pages.parts.cities.presence_matrix import draw_matrix
from pages.parts.cities.told_of_places import known_places, told_of_places
from pages.parts.frame.address import Address, address_besides
from pages.parts.frame.drawn_once import drawn
from pages.parts.frame.kept_answers import answer, kept
from pages.parts.frame.markup import joined, show, tag
from pages.parts.frame.running_page import Frame, this_page
from queries.cities.places import figures_from_several

SECTIONS = {
    "who-named-which-place": "Who named which place",
    "maps": "The same on maps",
    "one-place": "One place",
    "located": "What of the totals was tied to a place",
    "phases": "The phases compared",
}


def main() -> None:
    """Top to bottom: the honest sentence, the matrix, the maps, one place, the located share, the phases."""
    frame, address = this_page(), address_besides("place")
    known = kept(known_places, frame)
    if not known.spellings:
        st.info(
            "No place has been named by this moment, as far as the pages read show: every figure is for the whole "
            "operation. Choose a later moment, or see the Overview."
        )
        return
    drawn(draw_sentences, frame, address)
    heading("who-named-which-place")
    draw_matrix(frame, known, address)
    draw_claimants(frame)
    heading("maps")
    draw_maps(frame, known, address, chosen_place(known)[0])
    heading("one-place")
    draw_place(frame, known, address)
    heading("located")
    draw_located(frame)
    heading("phases")
    draw_phases(frame, address)


def draw_sentences(frame: Frame, address: Address) -> None:
    """What can be said of the whole, then the way to the parts of the page."""
    lines = sentences(told_of_places(frame, address), answer(figures_from_several, frame, frame.phase, frame.at))
    if not lines:
        lines = [f"No place is named for {frame.phase_name} in what was read by this moment."]
    links = joined((tag("a", title, href=f"#{anchor}") for anchor, title in SECTIONS.items()), Markup(" · "))
    ways = tag("nav", joined(["On this page: ", links]), class_="cities-nav", aria_label="On this page")
    show(joined([*(tag("p", line, class_="cities-sentence") for line in lines), ways]))


def heading(section: str) -> None:
    """A heading that can be linked to."""
    st.header(SECTIONS[section], anchor=section)


main()
