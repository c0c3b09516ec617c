"""The strict reader: what it refuses, what stays text, where everything stands."""

import pytest

from ledger.yaml.placed_values import Listing, Mapping
from ledger.yaml.strict_loader import LARGEST, read_yaml


def read(text: str | bytes) -> object:
    value, problems = read_yaml(text if isinstance(text, bytes) else text.encode(), "f.yaml")
    assert not problems, [str(problem) for problem in problems]
    return value


def wrong(text: str | bytes) -> list[str]:
    _, problems = read_yaml(text if isinstance(text, bytes) else text.encode(), "f.yaml")
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "written",
    [
        *("no", "yes", "on", "off", "true", "False", "0755", "0o17", "0x1F", "1_000", "12:30:00", "1.10", "1e3"),
        *("-1", "+1", "30+", "2031-03-10", "2031-03-10 22:10+09:00", ".inf", ".nan", "NULL", "Null", "=", "<<"),
        "1234567890123456",
    ],
)
def test_a_plain_word_stays_text(written):
    assert read(f"a: {written}") == {"a": written}


def test_whole_numbers_and_nothing_are_read():
    assert read("[0, 84, 999999999999999, ~, null, '84', \"\"]") == [0, 84, 999999999999999, None, None, "84", ""]
    assert read("a:\nb: null\n") == {"a": None, "b": None}


def test_an_empty_file_is_nothing():
    for text in ("", "# only a comment\n", "---\n", "\ufeff"):
        assert read(text) is None


def test_everything_knows_where_it_stands():
    value = read("# first\na: 1\nb:\n  - x\n  - {c:   2, d: [e]}\n")
    assert isinstance(value, Mapping)
    assert value.position == (2, 1)
    assert value.position_of("a") == (2, 4)
    assert value.position_of("b", itself=True) == (3, 1)
    listing = value["b"]
    assert isinstance(listing, Listing)
    assert listing.position == (4, 3)
    assert listing.position_of(0) == (4, 5)
    inner = listing[1]
    assert inner.position == listing.position_of(1) == (5, 5)
    assert inner.position_of("c", itself=True) == (5, 6)
    assert inner.position_of("c") == (5, 11)
    assert inner["d"].position_of(0) == (5, 18)


def test_columns_are_counted_in_characters():
    assert read("ü: {é: 84, b: 2}").position_of("ü") == (1, 4)
    assert read("ü: {é: 84, b: 2}")["ü"].position_of("b") == (1, 15)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", '3:1  the key "a" stands twice in one record (first in line 1); keep one'),
        ("x: {a: 1, a: 2}", '1:11  the key "a" stands twice in one record (first in line 1); keep one'),
        ("a: &x 1\n", "1:4  anchors (&x) are not read; write the value out where it is needed"),
        ("&x a: 1\n", "1:1  anchors (&x) are not read; write the value out where it is needed"),
        ("- &x {a: 1}\n", "1:3  anchors (&x) are not read; write the value out where it is needed"),
        ("a: *x\n", "1:4  aliases (*name) are not read; write the value out"),
        ("*x : 1\n", "1:1  aliases (*name) are not read; write the value out"),
        ("a: !!str 3\n", '1:4  tags ("!!str") are not read; leave it out'),
        ("a: !!python/name:os.system x\n", '1:4  tags ("!!python/name:os.system") are not read; leave it out'),
        ("!mine {a: 1}\n", '1:1  tags ("!mine") are not read; leave it out'),
        ("a: 1\n---\nb: 2\n", "2:1  a second document (---); keep one per file"),
        ("? [a]\n: b\n", "1:3  a key must be a word; put quotes around a value with braces or brackets"),
        ("{a}: 1\n", "1:1  a key must be a word; put quotes around a value with braces or brackets"),
        ('"": 1\n', "1:1  an empty key; write a word before the colon"),
        ("a: x\x07y\n", "1:5  character U+0007 is not allowed; delete it"),
        ("ä: ö\nb: \x00\n", "2:4  character U+0000 is not allowed; delete it"),
    ],
)
def test_refused(text, message):
    assert wrong(text) == [f"f.yaml:{message}"]


def test_the_rest_of_a_file_is_read_after_a_duplicate_key():
    value, problems = read_yaml(b"- {a: 1, a: 2}\n- {b: &x 3, b: 4}\n", "f.yaml")
    assert value == [{"a": 1}, {"b": 3}]
    assert [str(problem) for problem in problems] == [
        'f.yaml:1:10  the key "a" stands twice in one record (first in line 1); keep one',
        "f.yaml:2:7  anchors (&x) are not read; write the value out where it is needed",
        'f.yaml:2:13  the key "b" stands twice in one record (first in line 2); keep one',
    ]


def test_depth_has_an_end():
    assert read("[" * 30 + "]" * 30) is not None
    assert wrong("[" * 31 + "]" * 31) == ["f.yaml:1:31  more than 30 levels deep"]
    assert wrong("[" * 100_000) == ["f.yaml:1:31  more than 30 levels deep"]
    assert wrong("{a: " * 31) == ["f.yaml:1:121  more than 30 levels deep"]


def test_size_has_an_end():
    assert read(b"a: " + b"x" * (LARGEST - 3)) is not None
    assert wrong(b"a: " + b"x" * (LARGEST - 2)) == ["f.yaml  5,000,001 bytes; a file may hold 5 MB, split it"]


@pytest.mark.parametrize("content", [b"a: 1\nb: \xff\n", "a: 1\nb: ü\n".encode("latin-1"), b"a: 1\n\xed\xa0\x80"])
def test_other_encodings_are_refused(content):
    assert wrong(content) == ["f.yaml:2:1  not UTF-8; save the file with that encoding"]


def test_utf_16_is_refused_and_a_byte_order_mark_is_not_text():
    assert wrong("a: 1".encode("utf-16")) == ["f.yaml:1:1  not UTF-8; save the file with that encoding"]
    assert read("\ufeffa: 1".encode()) == {"a": 1}


def test_a_syntax_error_says_where_and_what_to_look_at():
    assert wrong("a: [1, 2\nb: 3\n") == [
        "f.yaml:2:2  not readable as YAML: did not find expected ',' or ']' "
        "(while parsing a flow sequence, begun in line 1); check indentation, colons, quotes"
    ]
    assert wrong("\ta: 1") == [
        "f.yaml:1:1  not readable as YAML: found character that cannot start any token "
        "(while scanning for the next token); check indentation, colons, quotes"
    ]


def test_windows_line_ends_and_urdu_are_read():
    assert read("a: 1\r\nb: دو\r\n") == {"a": 1, "b": "دو"}
