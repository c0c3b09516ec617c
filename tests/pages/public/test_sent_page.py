"""The HTML that is sent for an address: its title, preview and first screen, as a crawler reads them."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest

from tests.support.seen_page import headings_of, text_of
from tests.support.world import claim, statement

HEADING = "Southern forces killed: Northern command said more than 362, Southern ministry said 22"
DAY = "{from: 2031-03-10, to: 2031-03-10}"


class Crawler(HTMLParser):
    """Reads head tags, and the text of the first screen."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.title, self.tags, self.links, self.words = "", {}, {}, []
        self.pages: list[str] = []
        self._inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag == "meta" and (name := named.get("property") or named.get("name")):
            self.tags[name] = named.get("content")
        elif tag == "link":
            self.links[named.get("rel")] = named.get("href")
        elif tag == "a":
            self.pages.append(named["href"])
        if tag not in ("meta", "link", "br", "img"):
            self._inside.append("first-sight" if named.get("id") == "first-sight" else tag)

    def handle_endtag(self, tag):
        if self._inside:
            self._inside.pop()

    def handle_data(self, data):
        if self._inside and self._inside[-1] == "title":
            self.title += data
        if "first-sight" in self._inside and self._inside[-1] not in ("style", "script") and data.strip():
            self.words.append(data.strip())


@pytest.fixture
def told(world, asked):
    world.say(
        statement(claim(by="north", figure="more than 362", covers=DAY)),
        statement(claim(metric="wounded", of="northern_army", figure=7), id="n-11", said="2031-03-11"),
    )
    world.say(statement(claim(figure=22, covers=DAY), id="s-10", claimant="ministry"), side="south")
    return asked(world.path)


def test_the_head_states_the_finding_of_the_very_address(told):
    address = "/compare?phase=spring&at=2031-03-10&q=killed.southern_forces.north"
    page = Crawler(told(address).text)
    assert page.title == page.tags["og:title"] == page.tags["twitter:title"] == HEADING
    assert page.tags["description"] == page.tags["og:description"] == page.tags["twitter:description"] == (
        "Northern command: more than 362 (said 10 Mar 2031). Southern ministry: 22 (said 10 Mar 2031). "
        "At least 16.5 times apart, with reservations: by whom, form. As reported, none verified here."
    )
    assert page.links["canonical"] == page.tags["og:url"] == f"http://count.example{address}"
    asked_for = "phase=spring&at=2031-03-10&q=killed.southern_forces.north"
    assert page.tags["og:image"] == page.tags["twitter:image"] == f"http://count.example/card.png?{asked_for}"
    assert page.tags["twitter:card"] == "summary_large_image"


def test_the_card_of_a_preview_is_there(told):
    image = Crawler(told("/cities?place=mill").text).tags["og:image"]
    answer = told(image.removeprefix("http://count.example"))
    assert (answer.status, answer.body[:8]) == (200, b"\x89PNG\r\n\x1a\n")


def test_the_first_screen_is_read_without_a_script(told):
    page = Crawler(told("/compare").text)
    text = " ".join(page.words)
    assert HEADING in text
    assert "Northern command: more than 362 · said 10 Mar 2031 · counts 10 Mar 2031" in text
    assert "Southern ministry: 22 · said 10 Mar 2031" in text
    assert "At least 16.5 times apart" in text and "with reservations: by whom, form" in text
    assert "As reported, none verified here · The spring, as of 11 Mar 2031" in text
    assert "./cities?phase=spring" in page.pages


def test_the_links_of_the_first_screen_open(told):
    for address in Crawler(told("/").text).pages:
        answer = told(address.removeprefix("."))
        assert answer.status == 200
        assert Crawler(answer.text).words


ADDRESSES = {
    "overview": ["", "phase=phase-1", "at=2026-02-01", "phase=between", "at=2026-01-01"],
    "compare": ["", "phase=phase-1&at=2024-08-27", "at=2026-02-01", "q=killed.civilians.fighters"],
    "timeline": ["", "phase=phase-1", "at=2026-02-03"],
    "cities": ["", "at=2026-02-01", "phase=phase-1&place=bela"],
    "checks": ["", "phase=phase-1", "at=2026-01-31"],
    "sources": ["", "phase=phase-1&at=2024-08-27", "claim=bla-2026-02-06.killed.security_forces.bla"],
    "method": [""],
    "try": [""],
}


@pytest.mark.parametrize(("page", "query"), [(page, query) for page, told in ADDRESSES.items() for query in told])
def test_the_first_sight_says_what_the_page_says(asked_here, open_app, page, query):
    sent = asked_here(f"/{'' if page == 'overview' else page}?{query}").text
    at = open_app(page, **dict(parse_qsl(query)))
    sight = sent.split('id="first-sight"')[1]
    (heading,) = re.findall(r"<h1>(.*?)</h1>", sight)
    assert [unescape(heading)] == headings_of(at)
    if "claim=" in query:
        return  # beside the claim stands what the other side said: never one side alone
    figures = [unescape(figure) for figure in re.findall(r"<b>(.*?)</b>", sight)]
    seen = text_of(at) + "".join(chart.proto.spec for chart in at.get("plotly_chart"))
    assert [figure for figure in figures if figure not in seen.replace("\\u2013", "–").replace("\\u2248", "≈")] == []
    assert figures or page not in ("overview", "compare", "timeline") or "no figure" in heading


def test_who_is_silent_is_named(told):
    page = Crawler(told("/compare?q=wounded.northern_army").text)
    assert page.title == "Northern army wounded: Northern command said 7; no figure from South in what was read"
    assert "No figure from South in what was read." in page.words


def test_one_claim(told):
    page = Crawler(told("/sources?claim=n-10.killed.southern_forces.north").text)
    assert page.title == "Northern command: more than 362 killed"
    assert "Southern ministry:" in page.words  # never one side alone
    assert page.tags["og:image"].endswith("/card.png?phase=spring&q=killed.southern_forces.north")


@pytest.mark.parametrize("query", ["q=killed.nobody", "q=zzz&phase=spring", "place=nowhere", "claim=n-99"])
def test_what_is_not_there_is_not_answered_with_something_else(told, query):
    page = Crawler(told(f"/compare?{query}").text)
    assert page.title == "Compare: The lake war"
    assert "362" not in " ".join(page.words)
    assert query.split("=")[1].split("&")[0] not in page.links["canonical"]


@pytest.mark.parametrize("query", ["phase=The+spring", "phase=winter", "at=never", "at=9999-99-99"])
def test_a_phase_or_moment_in_other_words_is_passed_over(told, query):
    assert Crawler(told(f"/compare?{query}").text).title == HEADING


def test_the_dataset_is_described_on_the_overview_and_nothing_is_judged(told):
    html = told("/").text
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    described = json.loads(found)
    assert (described["@type"], described["name"], described["license"]) == ("Dataset", "The lake war", "CC BY 4.0")
    for download in described["distribution"]:
        assert told(download["contentUrl"].removeprefix("http://count.example")).status == 200
    for page in ("", "compare", "cities", "timeline", "method"):
        assert "ClaimReview" not in told(f"/{page}").text
        assert ("ld+json" in told(f"/{page}").text) == (page == "")


def test_text_from_the_data_stays_text(world, asked):
    evil = "</script><script>alert(1)</script>\\\"'<img src=x onerror=alert(1)>"
    world.change("dataset.yaml", "The lake war", f'"{evil}"')
    world.change("groups.yaml", "name: Southern forces", f'name: "{evil}"')
    world.say(statement(claim(as_stated=f'"{evil}"'[:40] + '"')))
    ask = asked(world.path)
    for page in ("/", "/compare", "/cities", "/method"):
        html = ask(page).text
        assert "<script>alert" not in html
        assert "<img" not in html


def test_an_embedded_page_has_no_first_screen(told):
    html = told("/compare?embed=true").text
    assert HEADING in html
    assert 'id="first-sight"' not in html


def test_the_rest_of_what_is_sent_is_left_alone(told):
    assert "<title>Streamlit</title>" in told("/nothing-of-ours").text
    head = told("/compare", "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(told("/compare").body))
    answer = told("/compare", headers={"If-None-Match": "x", "Accept-Encoding": "gzip"})
    assert (answer.status, answer.headers["ETag"], answer.headers["Last-Modified"]) == (200, None, None)


def test_a_fault_of_ours_does_not_keep_the_page_from_a_reader(told, monkeypatch):
    monkeypatch.setattr("pages.parts.public.sent_page.found_at", lambda *_: 1 / 0)
    assert "<title>Streamlit</title>" in told("/compare").text
