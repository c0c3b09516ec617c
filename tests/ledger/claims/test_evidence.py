"""The rung: what was offered with a figure, by what it rests on and who speaks."""

import pytest

from ledger.claims.evidence import RUNGS, rung, rung_words
from tests.support.world import claim, statement


@pytest.mark.parametrize(
    ("basis", "kind", "expected"),
    [
        (None, "office", "said"),
        ("statement", "rights_group", "said"),
        ("breakdown", "armed_group", "broken down"),
        ("bodies", "local_police", "bodies or hospital count"),
        ("names", "armed_group", "names"),
        ("imagery", "outlet", "imagery"),
        ("count", "rights_group", "counted by a third party itself"),
        ("count", "agency_tally", "counted by a third party itself"),
        # a party that counts says so: nobody else counted
        ("count", "office", "said"),
        ("count", "armed_group", "said"),
        ("count", "unnamed", "said"),
    ],
)
def test_by_what_it_rests_on_and_who_speaks(basis, kind, expected):
    assert rung_words(rung(basis, kind)) == expected


def test_a_partys_own_count_and_a_sum_of_others_are_statements():
    assert rung("count", "rights_group", "party") == 1
    assert rung("count", "agency_tally", "tally", is_built=True) == 1
    assert rung("names", "agency_tally", "tally", is_built=True) == 4


def test_the_six_are_in_the_store(world):
    bases = ("statement", "breakdown", "bodies", "names", "imagery", "count")
    claims = [claim(figure=n, basis=basis, key=basis) for n, basis in enumerate(bases, start=1)]
    world.say(statement(*claims, id="w", claimant="watch"), side="observers")
    rows = world.store().execute("select rung, rung_words from claims order by position").fetchall()
    assert rows == list(enumerate(RUNGS, start=1))
