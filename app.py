"""What `streamlit run app.py` serves: the dashboard, and beside it the public addresses (docs/addresses.md).

The server imports this file and finds `app`. Run as a script, by that app for every reader, by a host that knows only
scripts, by the guard of a page (running_page.py) or by a test, it draws the dashboard.
"""

from __future__ import annotations

import streamlit as st

if __name__ == "__main__":
    from pages.parts.frame.dashboard import draw_dashboard

    draw_dashboard()
else:
    from pages.parts.public.served import MIDDLEWARE, ROUTES, while_serving

    app = st.App(__file__, routes=ROUTES, middleware=MIDDLEWARE, lifespan=while_serving)
