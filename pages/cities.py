"""Who named which place, who gave a figure there, and what each side said of the place chosen.

In the order of the page: who_named (matrix), chosen_place (chosen_place_tables), in_words.
"""

import streamlit as st

from pages.parts.cities.chosen_place import place_card
from pages.parts.cities.in_words import everything_in_words, rows_to_take
from pages.parts.cities.place_choice import chosen_place
from pages.parts.cities.who_named import draw_who_named
from pages.parts.claims.places_named import places_of, told_at
from pages.parts.frame.download import download_csv
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import as_plain, show
from pages.parts.frame.page_title import name_page
from pages.parts.frame.running_page import Frame, this_page


def main() -> None:
    """Top to bottom: the finding with map and matrix, the chosen place, everything in words, folded."""
    frame = this_page()
    if not any(row["spoken_in"] for row in places_of(frame).places.values()):
        draw_nothing(frame)
        return
    told = told_at(frame)
    choice = chosen_place(frame, st.query_params.to_dict(), told)
    name_page(draw_who_named(frame, choice), frame)
    if choice.key is not None:
        show(kept(place_card, frame, choice.key))
    if told.cities or told.sets or told.wider:
        show(kept(everything_in_words, frame))
        download_csv(lambda: rows_to_take(frame), frame, "cities", "The matrix as CSV")


def draw_nothing(frame: Frame) -> None:
    """A dataset without places explains itself."""
    st.title(f"{as_plain(frame.phase_name)}: no place named", anchor=False)
    st.info(
        f"No place has been named, as far as the pages read show: every figure is for {as_plain(frame.whole)}. See the "
        "Overview."
    )


main()
