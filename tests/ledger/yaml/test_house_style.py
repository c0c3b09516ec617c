"""What is written in the house style reads back as it was, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.yaml.house_style import WIDTH, house_yaml
from ledger.yaml.strict_loader import read_yaml

PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=0x6FF, exclude_categories=("Cc", "Cf", "Cs", "Cn")))


def back(text: str) -> object:
    raw, problems = read_yaml(text.encode(), "x.yaml")
    assert problems == [], text
    return raw


@pytest.mark.parametrize(
    "value",
    ["2031-03-10", "2031-03-10 22:10+09:00", "no", "yes", "0755", "12:30:00", "1.10", "null", "~", "a: b", "a # b",
     "- a", "'", '"', "{a}", "[a]", "&a", "*a", "!a", "%a", "@a", "`a", "a\nb", " a ", "", "شهيد 34,596", "שלום",
     "ｗｉｄｅ", "=1+1"],
)  # fmt: skip
def test_words_stay_words(value):
    assert back(house_yaml([{"id": value, "list": [value, value]}])) == [{"id": value, "list": [value, value]}]


@given(st.lists(st.dictionaries(st.sampled_from(["id", "note", "of"]), PRINTABLE, min_size=1), min_size=1, max_size=4))
def test_any_printable_text_reads_back(records):
    assert back(house_yaml(records)) == records


def test_a_short_record_stands_on_one_line_and_a_long_one_field_by_field():
    short = {"id": "a", "claims": [{"metric": "killed", "figure": 3}, {"metric": "killed", "note": "w " * 60 + "w"}]}
    text = house_yaml([short])
    first = "- id: a\n  claims:\n    - {metric: killed, figure: 3}\n"
    assert text.startswith(f"{first}    - metric: killed\n      note: w w")
    assert max(map(len, text.splitlines())) <= WIDTH + 2
