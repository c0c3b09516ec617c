"""Factors: lower bounds rounded down, upper ones up, exact ones to the nearest, and none where nothing is known."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.gate_words import factor, ratio
from ledger.store.build_store import GATE
from tests.support.world import claim


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (130 / 14, 130 / 14, "9.3 times"),
        (363 / 22, None, "at least 16.5 times"),
        (201 / 17, None, "at least 11.8 times"),  # 11.82: down
        (None, 2.31, "at most 2.4 times"),  # up
        (2.19, 3.41, "between 2.1 and 3.5 times"),
        (2.25, 2.25, "2.3 times"),  # halves go up
        (4, 4, "4 times"),
        (1, 1, "the same"),
        (1.04, 1.04, "1.0 times"),
        (1.04, None, "at least the same"),
        (1, 2.5, "between 1 and 2.5 times"),
        (None, 1, "at most the same"),
        (None, None, None),
        (float("nan"), None, None),
        (0.8, 0.8, "0.8 times"),
        (0.8, None, None),
    ],
)
def test_words(low, high, text):
    assert factor(low, high) == text


def test_what_one_claimants_own_two_numbers_would_imply():
    assert [ratio(12, 12), ratio(363 / 93, None), ratio(1, 1), ratio(None, None)] == [
        "12 to 1", "at least 3.9 to 1", "1 to 1", None,
    ]


FACTORS = {
    (84, 10): "8.4 times",
    (10, 84): "8.4 times",  # neither side is the baseline
    ("more than 200", 17): "at least 11.8 times",
    ("at least 130", "10 to 14"): "at least 9.2 times",
    ("20 to 30", 10): "between 2 and 3 times",
    ("10 to 20", "15 to 25"): "between 1 and 2.5 times",  # either may be the higher
    (300, "up to 250"): "at least 1.2 times",
    (30, "up to 250"): None,  # unknown which is the higher
    (15, "at least 10"): None,
    ("at least 10", "at least 20"): None,
    (84, "none"): None,  # nothing is divided by zero
    (84, "about 10"): None,  # a hedge leaves no bound
    (84, "dozens"): None,
    (84, "none reported"): None,
}


@pytest.mark.parametrize("figures", FACTORS)
def test_factors_from_bounds(world, figures):
    day = "{from: 2031-03-10, to: 2031-03-10}"
    said = world.say_pairs(
        {both: (claim(figure=both[0], covers=day), claim(figure=both[1], covers=day)) for both in FACTORS}
    )
    pair, *_ = world.gate_of(*said[figures])
    assert factor(pair["factor_low"], pair["factor_high"]) == FACTORS[figures]


numbers = st.integers(min_value=0, max_value=5000)
bounds = st.tuples(st.none() | numbers, st.none() | numbers).map(
    lambda pair: tuple(sorted(pair)) if None not in pair else pair
)


@pytest.fixture(scope="module")
def lines():
    """The last macro of gate.sql over bounds alone: gate_lines is stood in for by a table of them."""
    connection = duckdb.connect()
    text = GATE.read_text()
    connection.execute(
        """
        create macro gate_lines(pairs) as table
        select
            p.low_a, p.high_a, p.low_b, p.high_b, 'same' as basis_relation,
            if(coalesce(p.low_a, p.high_a) >= coalesce(p.low_b, p.high_b), 'a', 'b') as higher,
            0 as metric_level, 0 as group_level, 0 as by_level, 0 as place_level, 0 as period_level,
            0 as counting_level, 0 as basis_level, 0 as built_level, 0 as reading_level
        from (select unnest(pairs) as p)
        """
    )
    connection.execute(text[text.index("create macro gate(pairs)") :])
    yield connection
    connection.close()


@settings(max_examples=150, deadline=None)
@given(x=bounds, y=bounds)
def test_every_number_within_the_bounds_keeps_to_the_factor(lines, x, y):
    """For the ends of both bounds (an open end taken far out), the higher is never outside the factor of the lower."""
    value = {"low_a": x[0], "high_a": x[1], "low_b": y[0], "high_b": y[1]}
    kinds = "::struct(low_a bigint, high_a bigint, low_b bigint, high_b bigint)[]"
    low, high = lines.execute(
        f"select factor_low, factor_high from gate($p{kinds})", {"p": [value]}
    ).fetchone()

    def ends(pair):
        return [n for n in (pair[0] or 0, pair[1] if pair[1] is not None else 10**7) if n > 0]

    for first in ends(x):
        for second in ends(y):
            times = max(first, second) / min(first, second)
            assert low is None or low <= times + 1e-9
            assert high is None or times <= high + 1e-9
    assert low is None or low >= 1
    if None in x or None in y:
        assert high is None


@given(low=st.floats(1, 5000), more=st.floats(0, 100))
def test_rounding_never_says_more_than_the_bounds(low, more):
    numbers = [float(word) for word in factor(low, low + more + 0.2).split() if word[0].isdigit()]
    assert numbers[0] <= low + 1e-6
    assert numbers[1] >= low + more + 0.2 - 1e-6
