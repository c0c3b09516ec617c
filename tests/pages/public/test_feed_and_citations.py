"""The feed as a feed reader reads it, and citations as reference managers do."""

from __future__ import annotations

import re

import feedparser
import pytest

from tests.support.world import claim, statement

CORRECTED = "[{on: 2031-04-01, from: 83, to: 84, why: misread on entry}]"


@pytest.fixture
def told(world, asked):
    world.say(
        statement(
            claim(corrected=CORRECTED), claim(metric="wounded", figure="several"), claim(metric="captured", figure=2)
        ),
        statement(claim(figure=90), id="n-12", said="2031-03-12"),
        statement(claim(figure=1, place="mill"), id="n-undated", said=None, reports="[undated-page]"),
    )
    return asked(world.path)


def entries(answer):
    found = feedparser.parse(answer.body)
    assert not found.bozo, found.get("bozo_exception")
    return found.entries


def test_a_feed_reader_reads_it(told):
    found = feedparser.parse(told("/feed.xml").body)
    assert (found.bozo, found.version, found.feed.title) == (False, "atom10", "The lake war")
    assert found.feed.links[0]["href"] == "http://count.example/feed.xml"
    assert [entry.title for entry in found.entries] == [
        "Corrected here: Northern command, killed: 83 is now 84",
        "Northern command said 90 killed of Southern forces",
        "Northern command said 84 killed of Southern forces; several wounded of Southern forces; 1 more",
    ]
    newest = found.entries[1]
    assert newest.updated == "2031-03-12T15:00:00Z"  # the end of that day in Tokyo
    assert newest.link == "http://count.example/sources?phase=spring&claim=n-12.killed.southern_forces"
    assert "read in The Gazette" in newest.content[0]["value"]
    assert told(newest.link.removeprefix("http://count.example")).status == 200


def test_ids_never_change(told, world, asked):
    before = {entry.link: entry.id for entry in entries(told("/feed.xml"))}
    world.change("dataset.yaml", "The lake war", "Another title")
    world.change("claimants.yaml", "Northern command", "The command")
    world.change("statements/spring/north.yaml", "figure: 90", "figure: 91")
    world.say(statement(claim(figure=5), id="s-13", claimant="ministry", said="2031-03-13"), side="south")
    after = {entry.link: entry.id for entry in entries(asked(world.path)("/feed.xml"))}
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()
    assert len(set(after.values())) == len(after)


def test_an_empty_feed_is_valid_too(world, asked):
    assert entries(asked(world.path)("/feed.xml")) == []


def test_the_feed_of_the_real_data(asked_here):
    found = entries(asked_here("/feed.xml"))
    assert len(found) == 100
    assert [entry.updated for entry in found] == sorted((entry.updated for entry in found), reverse=True)


def test_plain_text(told, world):
    version = world.load().version
    text = told("/api/cite?q=killed.southern_forces&at=2031-03-10").text
    assert re.fullmatch(
        r"“Southern forces killed: Northern command said 84; no figure from South in what was read”. The lake war, "
        rf"data version {version}. The spring, as of 10 Mar 2031, figures as reported, none verified. "
        r"http://count.example/compare\?phase=spring&at=2031-03-10&q=killed.southern_forces "
        r"\(read \d+ \w+ \d{4}\).\n",
        text,
    )


def test_bibtex(told, world):
    world.change("dataset.yaml", "The lake war", "War & 100% {peace}_")
    text = told("/api/cite?format=bibtex").text
    entry = re.fullmatch(r"@misc\{dataset-[0-9a-f]{10},\n((?:  \w+ = \{.*\},?\n)+)\}\n", text)
    assert entry
    fields = dict(re.findall(r"  (\w+) = \{(.*)\},?\n", entry[1]))
    assert set(fields) == {"title", "howpublished", "version", "year", "month", "day", "url", "urldate", "note"}
    assert fields["url"] == "http://count.example/"
    assert fields["howpublished"] == r"War \& 100\% \{peace\}\_"


def test_csl(told, world):
    [item] = told("/api/cite?claim=n-10.killed.southern_forces&format=csl").json
    assert item["title"] == "Northern command said 84 killed of Southern forces (10 Mar 2031)"
    assert (item["type"], item["version"], item["container-title"]) == ("dataset", world.load().version, "The lake war")
    assert item["URL"] == "http://count.example/sources?phase=spring&claim=n-10.killed.southern_forces"
    assert item["note"] == "As reported by The Gazette (https://example.org/gazette)"
    assert len(item["issued"]["date-parts"][0]) == 3
