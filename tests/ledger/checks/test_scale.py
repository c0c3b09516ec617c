"""Ten times the claims take about ten times as long, whatever they have in common."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from ledger.checks.load_dataset import load_dataset
from tests.support.world import World, claim, statement


def many_series(number: int) -> list[str]:
    """Statements that have nothing to do with one another."""
    return [statement(claim(key=f"k{n}", site=f"site {n}"), id=f"n-{n}") for n in range(number)]


def one_series(number: int) -> list[str]:
    """A figure that is restated every minute."""
    return [
        statement(claim(), id=f"n-{n}", said=f"2031-03-{10 + n // 1440:02} {n // 60 % 24:02}:{n % 60:02}Z")
        for n in range(number)
    ]


def one_day(number: int) -> list[str]:
    """Statements of one day that follow one another."""
    return [statement(claim(), id=f"n-{n}", follows=f"n-{n - 1}" if n else None) for n in range(number)]


def broken_links(number: int) -> list[str]:
    """Statements that rely on claims that are not there."""
    return [statement(claim(relies_on=f"nobody-{n}.killed"), id=f"n-{n}") for n in range(number)]


def seconds(world: World, made: Callable[[int], list[str]], number: int) -> float:
    world.say(*made(number))
    took = []
    for turn in range(2):
        # a changed comment, so that the file is parsed again
        path = world.path / "statements/spring/north.yaml"
        path.write_text(path.read_text() + f"# {turn}\n")
        start = time.process_time()
        data = load_dataset(world.path)
        took.append(time.process_time() - start)
        assert len(data.claims) == number
    return min(took)


@pytest.mark.parametrize("made", [many_series, one_series, one_day, broken_links])
def test_loading_grows_with_the_claims(world, made):
    few, many = seconds(world, made, 100), seconds(world, made, 1000)
    assert many < few * 30, (few, many)


def test_a_thousand_claims_load_in_under_a_second(world):
    assert seconds(world, many_series, 1000) < 1.0
