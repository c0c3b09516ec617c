"""The HTML that is sent for an address: its title, preview and first screen, as a crawler reads them."""

from __future__ import annotations

import json
import re
from gzip import decompress
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode

import pytest

from tests.support.seen_page import headings_of, html_of
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
    assert "Northern command more than 362 10 Mar 2031" in text
    assert "Southern ministry 22 10 Mar 2031" in text
    assert "Yes, with two reservations at least 16.5 times apart" in text
    assert "Southern ministry, 10 Mar 2031 . The lake war, data " in text
    assert "As reported, none verified here · The spring, as of 11 Mar 2031" in text
    assert "./cities?phase=spring" in page.pages


def test_the_links_of_the_first_screen_open(told):
    for address in Crawler(told("/").text).pages:
        answer = told(address.removeprefix("."))
        assert answer.status == 200
        assert Crawler(answer.text).words


def test_who_is_silent_is_named(told):
    page = Crawler(told("/compare?q=wounded.northern_army").text)
    assert page.title == "Northern army wounded: Northern command said 7; no figure from South in what was read"
    assert "No figure from South in what was read." in page.tags["description"]
    assert "One side only" in page.words


def test_one_claim(told):
    page = Crawler(told("/sources?claim=n-10.killed.southern_forces.north").text)
    assert page.title == "Northern command: more than 362 killed"
    assert HEADING in page.words  # never one side alone
    assert page.tags["og:image"].endswith("/card.png?phase=spring&q=killed.southern_forces.north")


@pytest.mark.parametrize(
    ("address", "named", "told_instead"),
    [
        ("compare?q=killed.nobody", "Compare: The lake war", "“killed.nobody” has no claim about The spring"),
        ("timeline?topic=zzz", "Timeline: The lake war", "There is no topic “zzz” here"),
        ("sources?claim=n-99", "Sources: The lake war", "No such claim"),
    ],
)
def test_a_preview_of_what_is_not_there_shows_nothing_else(told, address, named, told_instead):
    page = Crawler(told(f"/{address}").text)
    assert page.title == page.tags["og:title"] == named
    assert "362" not in page.tags["description"]
    assert page.links["canonical"] == f"http://count.example/{address.partition('?')[0]}"
    assert told_instead in " ".join(page.words)  # as the page says it


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


@pytest.mark.parametrize(
    ("stem", "address"),
    [
        ("overview", {}),
        ("overview", {"phase": "spring", "at": "2031-03-10"}),
        ("overview", {"phase": "autumn"}),
        ("compare", {"q": "wounded.northern_army"}),
        ("compare", {"q": "killed.nobody", "at": "2031-03-10"}),
        ("cities", {"place": "mill"}),
        ("cities", {"at": "never"}),
        ("timeline", {}),
        ("timeline", {"view": "one", "at": "2031-03-10"}),
        ("checks", {"at": "2031-03-10"}),
        ("sources", {}),
        ("sources", {"claim": "n-10.killed.southern_forces.north"}),
        ("sources", {"side": "south", "sources_search": "22"}),
        ("method", {}),
        ("try", {}),
    ],
)
def test_a_page_is_sent_with_the_words_it_is_drawn_with(told, world, open_app, stem, address):
    drawn = open_app(stem, world.path, **address)
    same_words(told(f"/{'' if stem == 'overview' else stem}?{urlencode(address)}").text, drawn)


ADDRESSES = {
    "overview": ["", "phase=phase-1", "at=2026-02-01", "phase=between", "at=2026-01-01"],
    "compare": ["", "phase=phase-1&at=2024-08-27", "at=2026-02-01", "q=killed.civilians.fighters"],
    "timeline": ["", "phase=phase-1", "at=2026-02-03", "phase=phase-2&view=one&at=2026-02-02"],
    "cities": ["", "at=2026-02-01", "phase=phase-1&place=bela"],
    "checks": ["", "phase=phase-1", "at=2026-01-31"],
    "sources": ["phase=phase-1&at=2024-08-27", "claim=bla-2026-02-06.killed.security_forces.bla"],
    "method": [""],
}


@pytest.mark.parametrize(("stem", "query"), [(stem, query) for stem, told in ADDRESSES.items() for query in told])
def test_the_real_data_are_sent_with_the_words_they_are_drawn_with(asked_here, open_app, stem, query):
    drawn = open_app(stem, **dict(parse_qsl(query)))
    same_words(asked_here(f"/{'' if stem == 'overview' else stem}?{query}").text, drawn)


PARTS = (
    r'<div class="cc-frame">.*?</nav>',
    r'<header class="cc-finding".*?</header>',
    r'<p class="cc-note".*?</p>',
    r'<div class="cc-narrow">.*?</section></div>',
    r'<section class="cc-verdict".*?</section>',
    r'<section class="cities-matrix.*?</section>',
    r'<section class="cities-card.*?</section>',
    r'<div class="check-counts">.*?</section></div>',
    r'<span class="cc-source">.*?</span>',
)


def same_words(sent, drawn):
    """The heading, and whatever of the first screen is HTML on the page too: frame, notes, figures, verdict, source."""
    assert not drawn.exception
    sight = re.search(r'<main id="first-sight">.*</main>', sent, re.DOTALL)[0]
    [heading] = re.findall(r"<h1[^>]*>(.*?)</h1>", sight, re.DOTALL)
    assert unescape(re.sub("<[^>]+>", "", heading)) == headings_of(drawn)[0]
    shown = html_of(drawn)
    for part in PARTS:
        for found in re.findall(part, sight, re.DOTALL):
            assert found in shown


def test_card_preview_and_citation_say_the_same(told):
    address = "phase=spring&at=2031-03-10&q=killed.southern_forces.north"
    assert Crawler(told(f"/compare?{address}").text).title == HEADING
    assert HEADING in told(f"/api/cite?{address}").text


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
    assert decompress(answer.body) == told("/compare").body
    assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("gzip", "Accept-Encoding")


def test_a_fault_of_ours_does_not_keep_the_page_from_a_reader(told, monkeypatch):
    monkeypatch.setattr("pages.parts.public.sent_page.found_at", lambda *_: 1 / 0)
    assert "<title>Streamlit</title>" in told("/compare").text
