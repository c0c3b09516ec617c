"""The stock page that waits are measured against: one plotly chart and one table, two pages in the menu."""

import streamlit as st

st.navigation([st.Page("one.py", title="One", default=True), st.Page("two.py", title="Two")], position="top").run()
