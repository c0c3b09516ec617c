"""What a web archive's availability service answers, in the JSON form of the Wayback Machine.

    {"url": "gazette.example/1", "archived_snapshots": {"closest": {"available": true, "status": "200",
     "url": "http://web.archive.org/web/20310311000000/http://gazette.example/1", "timestamp": "20310311000000"}}}

`archived_snapshots` is empty where there is no copy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from time import sleep
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from ledger.shapes.record_base import web_link
from ledger.shapes.report_records import Report

SERVICE = "https://archive.org/wayback/available"
SECONDS = 20.0
AGENT = "contested-count (python -m ledger archive --ask)"


def read_answers(text: str) -> list[dict]:
    """The answers of a file: one, a list of them, or one a line. ValueError where it is none of these."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        try:
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
        except json.JSONDecodeError as error:
            raise ValueError(f"no JSON of an availability service, line {error.lineno}: {error.msg}") from error
    answers = found if isinstance(found, list) else [found]
    if not all(isinstance(answer, dict) and isinstance(answer.get("url"), str) for answer in answers):
        raise ValueError('each answer is a record with "url" and "archived_snapshots"')
    return answers


def copies(answers: Iterable[dict]) -> dict[str, str]:
    """By address (as `same_address` has it), the copy that the service names; none where it has none that worked."""
    found: dict[str, str] = {}
    for answer in answers:
        copy = _copy(answer)
        if copy:
            found.setdefault(same_address(answer["url"]), copy)
    return found


def _copy(answer: dict) -> str | None:
    snapshots = answer.get("archived_snapshots")
    closest = snapshots.get("closest") if isinstance(snapshots, dict) else None
    if not isinstance(closest, dict) or closest.get("available") is not True:
        return None
    if str(closest.get("status", "200")) != "200":
        return None
    try:
        return web_link(str(closest.get("url", "")))
    except ValueError:
        return None


def same_address(url: str) -> str:
    """An address without scheme and closing slash: services do not always give it back as it was asked."""
    return re.sub(r"^https?://", "", url.strip()).rstrip("/")


def ask(
    reports: Iterable[Report], service: str, pause: float, told: Callable[[str], None] = lambda text: None
) -> Iterator[dict]:
    """The service's answer for each report's address, nearest to the day it was published; one that does not come is
    told and left out. `pause` in seconds between two questions: a service for all deserves it."""
    for number, report in enumerate(reports):
        if number:
            sleep(pause)
        wanted = {"url": report.url or ""}
        if report.published:
            wanted["timestamp"] = re.sub(r"[^0-9]", "", report.published[:10])
        try:
            yield {**_answer(f"{service}?{urlencode(wanted)}"), "url": report.url}
        except (URLError, OSError, ValueError) as error:
            told(f"{report.url}: no answer ({error})")


def _answer(address: str) -> dict:
    """The answer to one question. ValueError where it is no JSON record, or the service is not on the web."""
    request = Request(web_link(address), headers={"User-Agent": AGENT})
    with urlopen(request, timeout=SECONDS) as response:
        found = json.loads(response.read())
    if not isinstance(found, dict):
        raise ValueError("not a JSON record")
    return found
