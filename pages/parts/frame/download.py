"""Every table can be taken away as it stands, with the data version and the line to credit it by."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from typing import TypeAlias

import pandas as pd
import streamlit as st

from ledger.exports.write_export import csv_bytes
from pages.parts.frame.markup import show, tag
from pages.parts.frame.running_page import Frame


def credit_line(frame: Frame) -> str:
    """What stands in every file and under every picture that is taken away."""
    facts = frame.snapshot.facts
    return f"{facts['title']}, data version {frame.data_version}, {facts['licence']}"


def file_name(frame: Frame, name: str, ending: str) -> str:
    """`claims-spring-20310131T1900Z-1a2b3c.csv`: what it is, of which phase, as of when, of which data."""
    at = f"-{frame.at:%Y%m%dT%H%M}Z" if frame.at else ""
    return f"{name}-{frame.phase}{at}-{frame.data_version}.{ending}"


Rows: TypeAlias = pd.DataFrame | Callable[[], pd.DataFrame]


def download_csv(rows: Rows, frame: Frame, name: str, label: str = "Download as CSV") -> None:
    """A button that gives exactly these rows; cells that begin like a formula are made harmless. Rows given as a
    function are put together only when somebody takes them."""
    st.download_button(
        label,
        data=lambda: csv_bytes(with_credit(made(rows), frame)),
        file_name=file_name(frame, name, "csv"),
        mime="text/csv",
        on_click="ignore",
        key=f"download-{name}",
    )


def download_rows(rows: Rows, frame: Frame, name: str) -> None:
    """The same rows as CSV, Parquet and JSON."""
    ways = {
        "Parquet": (lambda: parquet_bytes(made(rows), frame), "parquet", "application/vnd.apache.parquet"),
        "JSON": (lambda: json_bytes(made(rows), frame), "json", "application/json"),
    }
    show(tag("p", f"Take these rows away: {credit_line(frame)}", class_="aside"))
    with st.container(horizontal=True, key=f"downloads-{name}"):
        download_csv(rows, frame, name, label="CSV")
        for label, (data, ending, mime) in ways.items():
            st.download_button(
                label,
                data=data,
                file_name=file_name(frame, name, ending),
                mime=mime,
                on_click="ignore",
                key=f"download-{name}-{ending}",
            )


def made(rows: Rows) -> pd.DataFrame:
    """The rows, put together now if they have not been."""
    return rows() if callable(rows) else rows


def with_credit(rows: pd.DataFrame, frame: Frame) -> pd.DataFrame:
    """The rows, each with the data version and the credit line."""
    return rows.assign(data_version=frame.data_version, credit=credit_line(frame))


def parquet_bytes(rows: pd.DataFrame, frame: Frame) -> bytes:
    """The rows as a Parquet file."""
    written = BytesIO()
    with_credit(rows, frame).to_parquet(written, index=False)
    return written.getvalue()


def json_bytes(rows: pd.DataFrame, frame: Frame) -> bytes:
    """The rows as JSON: the credit line and the data version once, then the rows."""
    records = json.loads(rows.to_json(orient="records", date_format="iso"))
    head = {"credit": credit_line(frame), "data_version": frame.data_version, "phase": frame.phase}
    text = json.dumps({**head, "rows": records}, ensure_ascii=False, indent=1)
    return text.encode()
