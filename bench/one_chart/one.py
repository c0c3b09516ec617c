"""A title, a chart and a table, as Streamlit's own documentation would do it."""

import plotly.graph_objects as go
import streamlit as st

st.title("One")
st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[3, 1, 2])))
st.dataframe({"a": list(range(50)), "b": list(range(50))})
