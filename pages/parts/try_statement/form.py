"""A form that writes the YAML of a new statement, with the ids that the data folder knows."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from ledger.yaml.write_statement import MODELINE, new_id, write_records
from pages.parts.frame.kept_answers import answer
from pages.parts.frame.markup import show, tag
from pages.parts.frame.running_page import Frame
from queries.try_statement.try_statement import try_ids

MOST_CLAIMS = 12
NEW_REPORT = "a page that is not in the folder yet"
BASES = {
    "breakdown": "numbers by place, day or kind of people",
    "bodies": "bodies were counted, or a hospital counted",
    "names": "names were published",
    "imagery": "pictures or film were shown",
    "count": "a third party counted it itself",
}
HOW = ("denies", "accepts", "disputes the number", "declines to comment")
COUNTING = {"cumulative": "since a start", "period": "its own window only", "standing": "at that moment"}


def draw_form(frame: Frame) -> str:
    """The statement, its report, its claims; then the YAML to copy, take away or try; empty without a claimant."""
    known = answer(try_ids, frame)
    report, report_id = _report(frame, known)
    statement = _statement(known, report_id)
    number = st.number_input("How many claims has it?", 1, MOST_CLAIMS, 1, key="try-number")
    statement["claims"] = [_claim(known, place) for place in range(int(number))]
    if not statement["claimant"]:
        return ""
    text = write_records([statement])
    whole = text if report is None else f"reports:\n{_deeper(write_records([report]))}statements:\n{_deeper(text)}"
    st.header("The YAML", anchor=False)
    st.code(whole, language=None)
    _downloads(frame, statement, report, _side(known, statement["claimant"]), text)
    return whole


def _of(known: pd.DataFrame, kind: str) -> dict[str, str]:
    """The ids of one kind with their names."""
    rows = known[known["kind"] == kind]
    return dict(zip(rows["id"], rows["name"], strict=True))


def _report(frame: Frame, known: pd.DataFrame) -> tuple[dict[str, Any] | None, str]:
    """Where it was found: the record of a new page, or the id of one that is there."""
    st.header("Where it was found", anchor=False)
    names = _of(known[known["phase"] == frame.phase], "report")
    chosen = st.selectbox("Page", [NEW_REPORT, *names], key="try-report-known",
                          format_func=lambda id: f"{id} · {names[id]}" if id in names else id)  # fmt: skip
    if chosen != NEW_REPORT:
        return None, chosen
    with st.container(horizontal=True):
        publisher = st.text_input("Who published the page", key="try-publisher")
        published = st.text_input("Published (2026-01-31)", key="try-published")
        read = st.selectbox("How much of it was read", ["excerpt", "full"], key="try-read")
    url = st.text_input("Address (https://…)", key="try-url")
    new = new_id(publisher, published, taken=_of(known, "report"))
    record = {"id": new, "publisher": publisher, "url": url, "published": published, "read": read}
    return record, new


def _statement(known: pd.DataFrame, report: str) -> dict[str, Any]:
    """The statement without its claims."""
    st.header("Who said it, and when", anchor=False)
    with st.container(horizontal=True):
        label = "Claimant: who asserts it, never the outlet"
        claimant = _offered(label, _of(known, "claimant"), "try-claimant", needed=True)
        said = st.text_input("Said (a day, or a time with zone; empty if not known)", key="try-said")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        start = st.text_input("Period it counts: from", key="try-from")
        end = st.text_input("to", key="try-to")
        inferred = st.checkbox("I filled the period in", key="try-inferred")
    covers = {"from": start.strip(), "to": end.strip()}
    return {
        "id": new_id(claimant or "", said[:10], taken=_of(known, "statement")),
        "claimant": claimant,
        "said": said,
        "covers": {**covers, "inferred": inferred} if any(covers.values()) else None,
        "reports": [report],
    }


def _claim(known: pd.DataFrame, number: int) -> dict[str, Any]:
    """The fields of one claim."""
    key = f"try-{number}"
    with st.container(border=True):
        show(tag("p", tag("b", f"Claim {number + 1}")))
        with st.container(horizontal=True):
            metric = _offered("What is counted", _of(known, "metric"), f"{key}-metric", needed=True)
            figure = st.text_input("Figure as printed (84, at least 30, dozens)", key=f"{key}-figure")
        with st.container(horizontal=True):
            of = _offered("Of whom", _of(known, "group"), f"{key}-of")
            by = _offered("By whom, if attributed", _of(known, "doer"), f"{key}-by")
            place = _offered("Where, if a place is named", _of(known, "place"), f"{key}-place")
        with st.container(horizontal=True):
            counting = st.selectbox("How it counts", [None, *COUNTING], key=f"{key}-counting",
                                    format_func=lambda c: f"{c}: {COUNTING[c]}" if c else "not written")  # fmt: skip
            basis = st.selectbox("What is offered for it", [None, *BASES], key=f"{key}-basis",
                                 format_func=lambda b: f"{b}: {BASES[b]}" if b else "not written")  # fmt: skip
            word = st.text_input("Their own word, at most four words", key=f"{key}-word")
            note = st.text_input("Note for readers", key=f"{key}-note")
    return {
        "metric": metric, "of": of, "by": by, "place": place, "figure": figure,
        "counting": counting, "as_stated": word, "basis": basis, "note": note, **_reply(key),
    }  # fmt: skip


def _reply(key: str) -> dict[str, Any]:
    """The claim that it answers or takes back, and the words of an answer without a figure."""
    with st.expander("It answers another claim, or takes one back"):
        answers = st.text_input("Id of the other claimant's claim that it answers", key=f"{key}-answers")
        how = st.selectbox("How it answers", [None, *HOW], key=f"{key}-how", format_func=lambda h: h or "not written")
        withdraws = st.text_input("Id of the same claimant's claim that it takes back", key=f"{key}-withdraws")
        says = st.text_input("In words, if there is no figure (at most 15 of ours)", key=f"{key}-says")
    return {"answers": answers, "how": how, "withdraws": withdraws, "says": says}


def _offered(label: str, names: dict[str, str], key: str, *, needed: bool = False) -> str | None:
    """An id, chosen from those there are by id and name."""
    options = list(names) if needed else [None, *names]
    shown = {id: f"{id} · {name}" for id, name in names.items()}
    first = None if needed else 0
    return st.selectbox(label, options, index=first, key=key, format_func=lambda id: shown.get(id, "not written"))


def _side(known: pd.DataFrame, claimant: str | None) -> str:
    found = known[(known["kind"] == "claimant") & (known["id"] == claimant)]["side"]
    return "unattributed" if found.empty else str(found.iloc[0])


def _deeper(text: str) -> str:
    return "".join(f"  {line}" for line in text.splitlines(keepends=True))


def _downloads(frame: Frame, statement: dict, report: dict | None, side: str, text: str) -> None:
    """The file to put into the folder, and where; a new page goes into the file of its phase's pages."""
    name = f"{side}-{statement['id']}.yaml"
    where = f"statements/{frame.phase}/{name}"
    st.download_button("Download the statement", MODELINE + text, name, "application/yaml", on_click="ignore",
                       key="try-download")  # fmt: skip
    show(tag("p", f"Put it into the data folder as {where}; any name that begins with {side} will do.", class_="lead"))
    if report is not None:
        show(tag("p", f"The page goes to the end of reports/{frame.phase}.yaml:", class_="lead"))
        st.code(write_records([report]), language=None)
