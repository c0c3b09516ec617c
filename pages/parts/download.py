"""Every table can be taken away as it stands, with the data version in the file's name."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from ledger.export import csv_bytes
from pages.parts.frame import Frame


def download_csv(rows: pd.DataFrame, frame: Frame, name: str, label: str = "Download as CSV") -> None:
    """A button that gives exactly these rows; cells that begin like a formula are made harmless."""
    at = f"-{frame.at:%Y%m%dT%H%M}Z" if frame.at else ""
    st.download_button(
        label,
        data=lambda: csv_bytes(rows.assign(data_version=frame.data_version)),
        file_name=f"{name}-{frame.phase}{at}-{frame.data_version}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"download-{name}",
    )
