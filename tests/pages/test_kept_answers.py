"""Answers that several readers want at once: made by one of them, and by the next where that one could not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from pages.parts.frame.kept_answers import LARGEST, _kept, size_of


def test_an_answer_is_made_once_for_all_who_want_it_at_once() -> None:
    begun, finish, made = Event(), Event(), []

    def make() -> str:
        made.append(1)
        begun.set()
        finish.wait(10)
        return "answer"

    with ThreadPoolExecutor(3) as readers:
        first = readers.submit(_kept, ("once",), make)
        begun.wait(10)
        others = [readers.submit(_kept, ("once",), make) for _ in range(2)]
        finish.set()
        assert [one.result(10) for one in (first, *others)] == ["answer"] * 3
    assert _kept(("once",), make) == "answer"
    assert len(made) == 1


def test_who_wants_another_answer_does_not_wait() -> None:
    finish = Event()
    with ThreadPoolExecutor(1) as readers:
        slow = readers.submit(_kept, ("slow",), lambda: finish.wait(10))
        assert _kept(("quick",), lambda: "at once") == "at once"
        assert not slow.done()
        finish.set()
        assert slow.result(10) is True


def test_where_one_could_not_make_it_the_next_tries() -> None:
    begun, asks, tries = Event(), Event(), []

    def make() -> str:
        tries.append(1)
        if len(tries) == 1:
            begun.set()
            asks.wait(10)
            raise ValueError("not this time")
        return "answer"

    def ask() -> str:
        asks.set()
        return _kept(("twice",), make)

    with ThreadPoolExecutor(2) as readers:
        failing = readers.submit(_kept, ("twice",), make)
        begun.wait(10)
        waiting = readers.submit(ask)
        with pytest.raises(ValueError, match="not this time"):
            failing.result(10)
        assert waiting.result(10) == "answer"
    assert len(tries) == 2


def test_what_is_larger_than_all_that_is_kept_is_given_all_the_same() -> None:
    large = "x" * 61_000_000
    assert _kept(("large",), lambda: large) is large


def test_an_answer_too_large_to_keep_drives_out_no_other() -> None:
    assert _kept(("small",), lambda: "first") == "first"
    assert len(_kept(("large",), lambda: "x" * LARGEST)) == LARGEST
    assert _kept(("large",), lambda: "made again") == "made again"
    assert _kept(("small",), lambda: "made again") == "first"


def test_a_table_is_measured_by_some_of_its_rows() -> None:
    row = {"id": "a" * 100, "figure": 84, "said": None}
    rows = [{**row, "id": f"{number:0100d}"} for number in range(1000)]
    exact = sum(size_of(one) for one in rows)
    assert abs(size_of(rows) - exact) < exact / 100
    assert size_of([]) < size_of(["x"]) < size_of(["x" * 1000])
