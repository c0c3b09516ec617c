"""One question: the newest figures side by side, whether they may be compared, the line to print; then how each account
moved and everything the first screen rests on, folded.

In the order of the page: newest, verdict_card, line_to_quote, how_accounts_moved, all_that_was_said.
"""

import streamlit as st

from pages.parts.claims.question_choice import Chosen, chosen_question
from pages.parts.compare.all_that_was_said import everything_folded
from pages.parts.compare.how_accounts_moved import draw_accounts
from pages.parts.compare.line_to_quote import line_to_quote, sentence_first
from pages.parts.compare.newest import newest_figure, newest_of, newest_picture
from pages.parts.compare.question_chips import chips
from pages.parts.compare.verdict_card import verdict_card
from pages.parts.frame.alone import is_alone
from pages.parts.frame.drawn_once import theme_now
from pages.parts.frame.kept_answers import kept
from pages.parts.frame.markup import as_plain, show, tag
from pages.parts.frame.nothing_yet import no_figure_yet
from pages.parts.frame.page_title import name_page
from pages.parts.frame.picture import Picture, draw_picture, heading_of
from pages.parts.frame.running_page import Frame, this_page


def main() -> None:
    """Top to bottom: the question, the finding, picture and verdict, the line to quote, the rest."""
    frame = this_page()
    parameters = st.query_params.to_dict()
    chosen = chosen_question(frame, parameters)
    if chosen is None:
        st.title(as_plain(no_figure_yet(frame)), anchor=False)
        nobody = f"No countable claim about {as_plain(frame.phase_name)} is in the data."
        st.info(f"{nobody} Choose another {frame.phase_word}.")
        return
    asked = tuple(parameters[name] for name in ("a", "b") if name in parameters)
    picture = newest_picture(frame, chosen, asked)
    note = [tag("p", chosen.note, class_="cc-note", role="status")] if chosen.note else []
    show(heading_of(picture), chips(frame, chosen), *note)
    name_page(picture.heading, frame)
    address = {**{k: v for k, v in frame.address.items() if v}, "q": chosen.id}
    address |= {name: parameters[name] for name in ("a", "b", "gate") if name in parameters}
    opened = parameters.get("gate") == "open"
    draw_first_screen(frame, chosen, picture, asked, opened, address)
    draw_accounts(frame, chosen)
    show(everything_folded(frame, chosen, address, opened))


def draw_first_screen(
    frame: Frame, chosen: Chosen, picture: Picture, asked: tuple[str, ...], opened: bool, address: dict[str, str]
) -> None:
    """The picture, beside it the verdict, under both the line to quote."""
    newest = kept(newest_of, frame, chosen.question, asked)
    if not newest.sides:
        st.info("Nobody had given a figure on this question by this moment. Choose a later one.")
        return
    show(sentence_first(frame, newest, address))
    left, right = (st.container(), st.container()) if is_alone() else st.columns([3, 2], gap="large")
    with left:
        figure = kept(newest_figure, frame, chosen.question, theme_now())
        draw_picture(figure, picture, frame, alt=f"{picture.heading}. {picture.source}.")
    with right:
        show(verdict_card(frame, chosen.question, newest, opened, address))
    show(line_to_quote(frame, newest, address, opened))


main()
