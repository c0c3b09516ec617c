"""Copies in a web archive: which pages lack one, what a service answers, and files that keep their comments."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from ledger.__main__ import main
from ledger.archive.availability import copies, read_answers, same_address
from ledger.archive.fill_reports import filled_text, without
from tests.support.paths import ROOT
from tests.support.world import World, claim, statement

GAZETTE = "https://example.org/gazette"
COPY = "http://web.archive.example/web/20310311000000/https://example.org/gazette"
FILE = """# yaml-language-server: $schema=../schema/reports.json

# ---- the first day
- id: gazette   # read twice
  publisher: The Gazette
  url: https://example.org/gazette
  published: 2031-03-11
  read: full
  note: >-
    A page, and a long one: it goes on and on, so that a writer that breaks lines where it likes would break it here.
- {id: braces, publisher: Braces, url: 'https://example.org/braces', published: 2031-03-11 22:10+09:00, read: excerpt}

- id: bulletin
  publisher: "Bulletin"
  not_linked: a party's own footage
  read: excerpt
- id: kept
  publisher: Kept
  url: https://example.org/kept
  read: excerpt
  archived: https://web.archive.example/kept
"""


def answer(url: str, copy: str | None, **more: object) -> dict:
    """An answer of the service, in its own form."""
    closest = {"available": True, "status": "200", "timestamp": "20310311000000", "url": copy, **more}
    return {"url": url, "archived_snapshots": {"closest": closest} if copy else {}}


@pytest.fixture
def told(world: World) -> World:
    world.write("reports/spring.yaml", FILE)
    for report in ("gazette", "braces", "bulletin", "kept"):
        world.say(statement(claim(), id=f"n-{report}", reports=f"[{report}]"), side=f"north-{report}")
    return world


def run(world: World, *arguments: object) -> int:
    return main(["archive", "--data", str(world.path), *map(str, arguments)])


def test_the_addresses_that_lack_a_copy_are_listed(told: World, capsys, tmp_path) -> None:
    assert run(told) == 0
    assert capsys.readouterr().out == f"{GAZETTE}\nhttps://example.org/braces\n"
    assert run(told, "--out", tmp_path / "list.txt") == 0
    assert (tmp_path / "list.txt").read_text() == f"{GAZETTE}\nhttps://example.org/braces\n"
    assert (told.path / "reports/spring.yaml").read_text() == FILE


def test_answers_are_filled_in_and_nothing_else_moves(told: World, capsys, tmp_path) -> None:
    braces = "https://web.archive.example/web/2/https://example.org/braces"
    answers = [answer("example.org/gazette", COPY), answer("https://example.org/braces/", braces),
               answer("https://example.org/kept", "https://web.archive.example/other"),
               answer("https://example.org/nobody", "https://web.archive.example/nobody")]  # fmt: skip
    (tmp_path / "answers.json").write_text(json.dumps(answers))
    assert run(told, "--answers", tmp_path / "answers.json") == 0
    assert capsys.readouterr().out == "2 reports filled in; 2 links lacked a copy\n"
    expected = FILE.replace("  read: full\n", f"  read: full\n  archived: {COPY}\n")
    expected = expected.replace("read: excerpt}", f"read: excerpt, archived: {braces}}}")
    assert (told.path / "reports/spring.yaml").read_text() == expected
    assert told.errors() == []
    assert told.load().reports["gazette"].record.archived == COPY
    assert run(told) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "given",
    [
        answer(GAZETTE, None),
        answer(GAZETTE, COPY, available=False),
        answer(GAZETTE, COPY, status="404"),
        answer(GAZETTE, "javascript:alert(1)"),
        answer(GAZETTE, COPY + " x"),
        {"url": GAZETTE},
        {"url": GAZETTE, "archived_snapshots": {"closest": "yes"}},
    ],
)
def test_no_copy_that_worked_is_none(given: dict) -> None:
    assert copies([given]) == {}


def test_answers_may_be_a_list_one_alone_or_one_a_line() -> None:
    one, two = answer(GAZETTE, COPY), answer("https://example.org/2", None)
    assert read_answers(json.dumps([one, two])) == [one, two]
    assert read_answers(json.dumps(one)) == [one]
    assert read_answers(f"{json.dumps(one)}\n\n{json.dumps(two)}\n") == [one, two]
    for wrong in ("<html>", "[1]", '{"address": "x"}'):
        with pytest.raises(ValueError):
            read_answers(wrong)


def test_a_wrong_file_of_answers_says_so_and_changes_nothing(told: World, capsys, tmp_path) -> None:
    (tmp_path / "answers.json").write_text("<html>")
    assert run(told, "--answers", tmp_path / "answers.json") == 1
    assert "no JSON of an availability service" in capsys.readouterr().err
    assert run(told, "--answers", tmp_path / "missing.json") == 1
    assert (told.path / "reports/spring.yaml").read_text() == FILE


def test_windows_line_ends_stay(told: World) -> None:
    text, count = filled_text(FILE.replace("\n", "\r\n"), {same_address(GAZETTE): COPY})
    assert count == 1
    assert text == FILE.replace("  read: full\n", f"  read: full\n  archived: {COPY}\n").replace("\n", "\r\n")


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "reports").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_real_files_change_by_the_new_lines_alone(path) -> None:
    text = path.read_text(encoding="utf-8")
    urls = [line.split("url: ", 1)[1] for line in text.splitlines() if line.startswith("  url: ")]
    found = {same_address(url): f"https://web.archive.example/web/2/{url}" for url in urls}
    after, count = filled_text(text, found)
    assert count == len(urls) - text.count("  archived: ")
    assert without(after, found.values()) == text
    assert len(after.splitlines()) == len(text.splitlines()) + count


class Service(BaseHTTPRequestHandler):
    """A local availability service: one page has a copy, one has none, a third breaks the connection's form."""

    asked: list[dict[str, list[str]]] = []  # noqa: RUF012  (emptied by the fixture)

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        self.asked.append(query)
        url = query["url"][0]
        body = b"<html>" if "braces" in url else json.dumps(answer(url, COPY)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def service() -> Iterator[str]:
    Service.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/wayback/available"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_service_is_asked_for_the_day_of_publication(told: World, service: str, capsys) -> None:
    assert run(told, "--ask", "--service", service, "--pause", 0) == 0
    printed = capsys.readouterr()
    assert printed.out == "1 report filled in; 2 links lacked a copy\n"
    assert "https://example.org/braces: no answer" in printed.err
    assert Service.asked == [
        {"url": [GAZETTE], "timestamp": ["20310311"]},
        {"url": ["https://example.org/braces"], "timestamp": ["20310311"]},
    ]
    assert told.load().reports["gazette"].record.archived == COPY


def test_only_the_web_is_asked(told: World, capsys) -> None:
    assert run(told, "--ask", "--service", "file:///etc/passwd", "--pause", 0) == 0
    assert capsys.readouterr().out == "no reports filled in; 2 links lacked a copy\n"
