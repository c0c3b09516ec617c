"""Everything to take away at once: the data package and its tables."""

from __future__ import annotations

import tempfile
import zipfile
from functools import partial
from io import BytesIO
from pathlib import Path

import streamlit as st

from ledger.checks.load_dataset import load_dataset
from ledger.exports.write_export import write_export
from pages.parts.frame.download import credit_line
from pages.parts.frame.markup import show, tag
from pages.parts.frame.running_page import Frame

WHOLE = ("claims.csv", "claims.parquet", "claims.json", "appearances.csv", "events.csv", "places.csv")
MIMES = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}


def draw_downloads(frame: Frame) -> None:
    """Every phase, every claim: a data package as one file, and its tables one by one."""
    st.header("Take everything away", anchor=False)
    lead = "Every phase and every claim, whatever is chosen above. The package describes each table and column."
    show(tag("p", lead, class_="lead"))
    if frame.snapshot.errors:
        st.info("The whole can be taken away again when the errors in the data folder are mended.")
        return
    folder, version = str(frame.snapshot.folder), frame.data_version
    with st.container(horizontal=True, key="sources-everything"):
        st.download_button(
            "Data package (zip)",
            data=lambda: zipped(exported(folder, version)),
            file_name=f"contested-count-{version}.zip",
            mime="application/zip",
            on_click="ignore",
            key="download-everything",
        )
        for name in WHOLE:
            stem, ending = name.split(".")
            st.download_button(
                name,
                data=partial(one_file, folder, version, name),
                file_name=f"{stem}-{version}.{ending}",
                mime=MIMES[ending],
                on_click="ignore",
                key=f"download-all-{name}",
            )
    show(tag("p", credit_line(frame), class_="aside"))


@st.cache_data(max_entries=2, show_spinner=False)
def exported(folder: str, version: str) -> dict[str, bytes]:
    """Every file of the export, by name. `version` keeps the exports of two versions of a folder apart."""
    with tempfile.TemporaryDirectory() as place:
        write_export(load_dataset(folder), Path(place))
        return {path.name: path.read_bytes() for path in sorted(Path(place).iterdir())}


def one_file(folder: str, version: str, name: str) -> bytes:
    """One of them, put together when somebody takes it."""
    return exported(folder, version)[name]


def zipped(files: dict[str, bytes]) -> bytes:
    """The files as one archive; the same files give the same archive."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), contents, zipfile.ZIP_DEFLATED)
    return written.getvalue()
