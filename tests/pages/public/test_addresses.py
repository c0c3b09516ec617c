"""Every address of docs/addresses.md answers as it says; what nobody documented reads nothing and tells nothing."""

from __future__ import annotations

import logging
import re
from urllib.parse import quote

import pytest

from pages.parts.public import card_route
from pages.parts.public.card_route import Pace
from tests.support.paths import ROOT

PAPER = (ROOT / "docs" / "addresses.md").read_text(encoding="utf-8")
DOCUMENTED = sorted(set(re.findall(r"`(/[^`\s]*)`", PAPER)))
KINDS = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
ROUTES = ("/", "/overview", "/compare", "/cities", "/timeline", "/checks", "/sources", "/method", "/try",
          "/api/claims.csv", "/api/compare.csv", "/api/cities.json", "/api/cite", "/api/x/y", "/card.png", "/feed.xml")
HOSTILE = (
    "phase=../../etc/passwd", "at=9999-99-99", "at=0001-01-01T00:00", "q=" + "." * 600, "q=%00", "place=%0d%0aX-Evil:1",
    "claim=' or 1=1 --", "phase=phase-1&phase=phase-2", "topic=<script>alert(1)</script>", "gate=open&a=x&b=y",
    "order=zzz&view=zzz&list=zzz&from=-1", "sources_search=%25%27%22", "side=<b>&embed=true&show=<b>",
    "%ff=%fe", "&&==",
    "a=" + "x" * 1900, "at=" + "9" * 1000, "=" * 900,
)  # fmt: skip


def test_the_paper_names_them():
    assert len(DOCUMENTED) > 25


@pytest.mark.parametrize("address", DOCUMENTED)
def test_every_documented_address_opens(asked_here, address):
    answer = asked_here(address)
    if address == "/overview":
        assert (answer.status, answer.headers["Location"]) == (307, "./")
        return
    assert answer.status == 200, answer.text
    path = address.partition("?")[0]
    kind = path.rpartition(".")[2]
    if kind in KINDS:
        assert answer.headers["Content-Type"].startswith(KINDS[kind])
        assert len(answer.body) > 100
    elif path == "/card.png":
        assert answer.body[:8] == b"\x89PNG\r\n\x1a\n"
    elif not path.startswith(("/api", "/feed")):
        assert ('id="first-sight"' in answer.text) == ("embed=true" not in address)
        assert 'role="status"' not in answer.text  # nothing of it was passed over


def test_the_first_page_by_its_name_keeps_what_is_asked(asked_here):
    answer = asked_here("/overview?phase=phase-1&at=2024-08-27")
    assert (answer.status, answer.headers["Location"]) == (307, "./?phase=phase-1&at=2024-08-27")
    assert asked_here("//evil.example/overview").headers["Location"] == "./"


@pytest.mark.parametrize("route", ROUTES)
def test_hostile_addresses_read_nothing_and_tell_nothing(asked_here, route, caplog, monkeypatch):
    monkeypatch.setattr(card_route, "pace", Pace(1000, 1000))
    caplog.set_level(logging.DEBUG)
    for query in HOSTILE:
        answer = asked_here(f"{route}?{quote(query, safe='=&%')}")
        assert answer.status in (200, 304, 307, 400, 404, 414), (query, answer.status)
        told = answer.body + str(answer.headers).encode() + caplog.text.encode()
        assert str(ROOT).encode() not in told
        assert b"Traceback" not in told
        assert "X-Evil" not in answer.headers
        assert b"<script>alert" not in answer.body
        assert "no first sight" not in caplog.text, (query, caplog.text)
        assert "could not be answered" not in caplog.text


def test_new_cards_are_drawn_so_many_a_second(asked_here, monkeypatch):
    monkeypatch.setattr(card_route, "pace", Pace(0.0, 2))
    codes = [asked_here(f"/card.png?theme=dark&phase=phase-1&at=2024-08-{day}").status for day in (26, 27, 28, 29)]
    assert codes.count(429) >= 1
    assert set(codes) <= {200, 429}
    again = asked_here("/card.png?theme=dark&phase=phase-1&at=2024-08-26")
    assert again.status in (200, 429)
