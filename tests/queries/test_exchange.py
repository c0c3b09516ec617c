"""The loss exchange: only inside one statement of one claimant, between its armed people and the other side's."""

from pages.parts.compare.loss_exchange import exchange_words
from queries.frame.claims_by_id import claims_by_id
from queries.overview.disagreement import loss_exchange
from tests.support.world import claim, statement

DAY = "{from: 2031-03-10, to: 2031-03-10}"
THEIRS = claim(of="southern_forces", figure=84, by="north", covers=DAY)
OWN = claim(of="northern_army", figure=7, by="north", covers=DAY)


def exchanges(store, phase="spring", zone="Asia/Tokyo") -> list[tuple[str, str, str]]:
    """claimant, `84 : 7`, what it would imply."""
    found = loss_exchange(store, phase, None)
    claims = claims_by_id(store, {*found["a"], *found["b"]})
    return [
        (
            pair["claimant_name"],
            f"{claims[pair['a']]['label']} : {claims[pair['b']]['label']}",
            exchange_words(pair, claims[pair["a"]], claims[pair["b"]], zone),
        )
        for pair in found.to_dict("records")
    ]


def test_two_counts_of_one_statement(world):
    world.say(statement(THEIRS, OWN))
    assert exchanges(world.store()) == [("Northern command", "84 : 7", "12 to 1")]


def test_another_word_is_a_reservation(world):
    world.say(statement(claim(metric="neutralised", by="north", covers=DAY), OWN))
    assert exchanges(world.store()) == [
        (
            "Northern command",
            "84 : 7",
            '12 to 1, with reservations: another word of the same family: "neutralised" and killed',
        )
    ]


def test_another_start_is_not_drawn_and_says_why(world):
    own = claim(of="southern_forces", figure=22, covers="{from: 2031-03-12, to: 2031-03-14}", counting="cumulative")
    theirs = claim(of="fighters", figure=216, covers="{from: 2031-03-10, to: 2031-03-14}")
    world.say(statement(theirs, own, id="m-14", claimant="ministry", said="2031-03-14"), side="south")
    assert exchanges(world.store()) == [
        ("Southern ministry", "216 : 22", "not drawn: 216 counts from 10 Mar 2031, 22 from 12 Mar 2031")
    ]


def test_never_from_two_voices_nor_from_two_statements(world):
    world.say(statement(THEIRS), statement(OWN, id="n-later"))
    world.say(statement(claim(of="fighters", figure=30), id="m-10", claimant="ministry"),
              statement(claim(figure=10), id="p-10", claimant="police"), side="south")
    assert exchanges(world.store()) == []


def test_parts_are_never_counted_beside_their_wholes(world):
    whole = claim(of="northern_army", figure=7, by="north", covers=DAY, including="[{of: vanguard, figure: 4}]")
    beside = claim(of="southern_army", figure=60, by="north", covers=DAY)
    world.say(statement(THEIRS, beside, whole))
    assert exchanges(world.store()) == [("Northern command", "84 : 7", "12 to 1")]


def test_people_who_are_no_forces_are_left_out(world):
    world.say(statement(claim(of="civilians", figure=9, covers=DAY), OWN))
    assert exchanges(world.store()) == []


def test_a_zero_or_a_word_gives_no_ratio(world):
    world.say(statement(THEIRS, claim(of="northern_army", figure="none", by="north", covers=DAY)))
    assert exchanges(world.store())[0][2].startswith("not drawn: ")


def test_the_real_data_pins(real_store):
    told = exchanges(real_store, "phase-2", "Asia/Karachi")
    by_numbers = {(name, numbers): words for name, numbers, words in told}
    first = by_numbers["BLA", "84 : 7"]
    assert first.startswith("12 to 1, with reservations: another word of the same family: \"neutralised\" and killed")
    assert by_numbers["ISPR (military's media wing)", "216 : 22"] == (
        "not drawn: 216 counts from 29 Jan 2026, 22 from 31 Jan 2026"
    )
