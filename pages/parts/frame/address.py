"""What the address holds, for links that change one thing and keep the rest."""

from __future__ import annotations

import streamlit as st

Address = tuple[tuple[str, str], ...]


def address_besides(parameter: str) -> Address:
    """What the address holds besides one parameter, in a fixed order, so that it can name what was drawn from it."""
    return tuple(sorted((key, value) for key, value in st.query_params.to_dict().items() if key != parameter))
