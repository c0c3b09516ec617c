"""A choice whose address holds an id, whatever it is called on the page: a link outlives the label."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def chosen_in_address(
    parameter: str, options: Mapping[str, str], formerly: str | None, address: Mapping[str, str]
) -> str | None:
    """The id that the address names, if it is one of the options. `formerly` is a parameter of earlier links, which
    held the label (or, as in `League, 2 Mar · n-10`, ended with the id)."""
    given = address.get(parameter)
    if given in options:
        return given
    label = address.get(formerly or parameter, "")
    found = (one for one, name in options.items() if label == name or label.endswith(f" · {one}"))
    return next(found, None) if label else None


def choose_by_id(
    label: str, options: Mapping[str, str], parameter: str, *, width: int, placeholder: str = "All",
    formerly: str | None = None,
) -> str | None:
    """Draw the choice among options (id to name) and give the chosen id; the address is what it is drawn from."""
    key = f"choose-{parameter}"
    st.session_state[key] = chosen_in_address(parameter, options, formerly, st.query_params.to_dict())
    return st.selectbox(
        label, list(options), index=None, key=key, format_func=lambda one: options.get(one, one), width=width,
        placeholder=placeholder, on_change=_into_address, args=(key, parameter, formerly),
    )


def _into_address(key: str, parameter: str, formerly: str | None) -> None:
    """Runs before the page does, which then follows the address."""
    chosen = st.session_state[key]
    for name in (parameter, formerly):
        if name is not None:
            st.query_params.pop(name, None)
    if chosen is not None:
        st.query_params[parameter] = chosen
