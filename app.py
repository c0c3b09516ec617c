"""Names the pages, draws what they share, runs one."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ledger.store.live_snapshot import Snapshot
from pages.parts.frame.follow_the_data import follow, live
from pages.parts.frame.nothing_yet import draw_nothing_yet
from pages.parts.frame.page_foot import draw_foot
from pages.parts.frame.page_heading import draw_heading
from pages.parts.frame.phase_and_moment import choose_frame
from pages.parts.frame.problems_banner import draw_banner, draw_problems_alone
from pages.parts.frame.running_page import APP, running
from pages.parts.frame.style import draw_style

PAGES = {
    "overview": "Overview",
    "compare": "Compare",
    "cities": "Cities",
    "timeline": "Timeline",
    "checks": "Checks",
    "sources": "Sources",
    "method": "Method",
    "try": "Try your YAML",
}


def main() -> None:
    """One run: the snapshot is taken once, and everything on the page is drawn from it."""
    snapshot = live().snapshot
    st.set_page_config(page_title=snapshot.facts.get("title", "Contested Count"), page_icon="⚖️", layout="wide")
    draw_style()
    files = {stem: APP.parent / "pages" / f"{stem}.py" for stem in PAGES}
    pages = [st.Page(files[stem], title=title, default=stem == "overview") for stem, title in PAGES.items()]
    page = st.navigation(pages, position="top")
    draw_banner(snapshot)
    try:
        draw_page(snapshot, page)
    finally:
        follow(snapshot.number)  # also after st.stop() or a fault of ours: the next save may mend it


def draw_page(snapshot: Snapshot, page: StreamlitPage) -> None:
    """Heading, phase and moment, the page itself, the foot; or what is wrong where nothing can be shown."""
    if snapshot.connection is None:
        draw_problems_alone(snapshot)
        return
    draw_heading(snapshot, page.title)
    frame = choose_frame(snapshot)
    with running(frame):
        draw_nothing_yet(frame)
        page.run()
    draw_foot(frame)


main()
