"""The emptiest multipage app, without settings of its own: what the pages are measured against."""

import streamlit as st

st.navigation([st.Page("first.py"), st.Page("second.py")]).run()
