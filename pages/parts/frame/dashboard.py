"""The dashboard: names the pages, draws what they share, runs one."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.alone import alone, wanted_alone
from pages.parts.frame.drawn_once import forget_drawings
from pages.parts.frame.follow_the_data import follow
from pages.parts.frame.kept_answers import keep_only
from pages.parts.frame.live_store import live
from pages.parts.frame.markup import joined, page_address, show, tag
from pages.parts.frame.nothing_yet import draw_nothing_yet
from pages.parts.frame.page_frame import bare_frame, draw_foot, page_frame
from pages.parts.frame.page_names import ADDRESSES, FIRST, PAGES
from pages.parts.frame.phase_and_moment import Choice, choice_of
from pages.parts.frame.problems_banner import draw_banner, draw_problems_alone
from pages.parts.frame.running_page import APP, running
from pages.parts.frame.style import draw_alone_style, draw_style

PAGES_MADE = "pages-made"


def draw_dashboard() -> None:
    """One run: the snapshot is taken once, and everything on the page is drawn from it."""
    snapshot = live().snapshot
    if keep_only(snapshot):
        forget_drawings()
    st.set_page_config(page_title=snapshot.facts.get("title", "Contested Count"), page_icon="⚖️", layout="wide")
    draw_style()
    page = st.navigation(pages_of_reader(), position="hidden")
    draw_banner(snapshot)
    try:
        draw_page(snapshot, page)
    finally:
        follow(snapshot.number)  # also after st.stop() or a fault of ours: the next save may mend it


def pages_of_reader() -> list[StreamlitPage]:
    """The pages, made once for a reader and not in every run: Streamlit follows each file's path through all folders,
    an eighth of what a run takes beside nineteen others."""
    if PAGES_MADE not in st.session_state:
        files = {stem: APP.parent / "pages" / f"{stem}.py" for stem in PAGES}
        made = [st.Page(files[stem], title=title, default=stem == FIRST) for stem, title in PAGES.items()]
        st.session_state[PAGES_MADE] = made
    return st.session_state[PAGES_MADE]


def draw_page(snapshot: Snapshot, page: StreamlitPage) -> None:
    """The frame, the page itself, the foot; or what is wrong where nothing can be shown."""
    if snapshot.connection is None:
        show(bare_frame(ADDRESSES, "Contested Count"))
        draw_problems_alone(snapshot)
        return
    parameters = st.query_params.to_dict()
    choice = choice_of(snapshot, parameters)
    if key := wanted_alone(parameters, bool(st.context.is_embedded)):
        draw_alone(key, choice, page)
        return
    show(page_frame(choice, ADDRESSES, page.url_path, parameters))
    with running(choice.frame):
        draw_nothing_yet(choice.frame)
        page.run()
    draw_foot(choice.frame)


def draw_alone(key: str, choice: Choice, page: StreamlitPage) -> None:
    """One picture of the page without frame and foot; where there is none of that name, a sentence and a way on."""
    draw_alone_style()
    with alone(key) as wanted, running(choice.frame):
        page.run()
        if wanted.is_drawn:
            return
    way = tag("a", choice.frame.snapshot.facts["title"], href=page_address(page.url_path, choice.frame.address),
              target="_blank", rel="noopener")
    show(tag("p", joined([f"There is no picture “{key[:60]}” at this address. See: ", way]), class_="nothing"))
