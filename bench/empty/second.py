import streamlit as st

st.title("Second")
