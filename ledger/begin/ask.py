"""Ask for what the options did not say, one question at a time; a wrong answer is asked again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ledger.begin.beginning import ROLES, Beginning, Phase, Side, completed, read_phase, read_side, read_zone

Ask = Callable[[str], str]
Say = Callable[[str], None]
T = TypeVar("T")
Item = TypeVar("Item", Side, Phase)
ROLE_WORDS = f"a role: {', '.join(ROLES)}"


def asked(title: str | None, zone: str | None, sides: list[Side], phases: list[Phase], ask: Ask, say: Say) -> Beginning:
    """The beginning, with a question for each part that is not given."""
    title = title or _until_right("Title of the collection: ", _text, ask, say)
    zone = zone or _until_right("Time zone in which a day begins and ends, such as Asia/Tokyo: ", read_zone, ask, say)
    if not sides:
        say(f"The sides, each as NAME:ROLE ({ROLE_WORDS}). An empty line ends the list.")
        sides = _list("side", read_side, ask, say)
    if not phases:
        say("The phases, each as NAME:DAY with the day of its first attack (2031-03-10). An empty line ends the list.")
        phases = _list("phase", read_phase, ask, say)
    return Beginning(title, zone, completed(sides), tuple(phases))


def _text(answer: str) -> str:
    if not answer.strip():
        raise ValueError("write at least a word")
    return answer.strip()


def _until_right(question: str, read: Callable[[str], T], ask: Ask, say: Say) -> T:
    while True:
        try:
            return read(ask(question))
        except ValueError as error:
            say(str(error))


def _list(noun: str, read: Callable[[str, set[str]], Item], ask: Ask, say: Say) -> list[Item]:
    """Answers until an empty line; at least one, each with an id of its own."""
    found: list[Item] = []
    while True:
        answer = ask(f"  {noun} {len(found) + 1}: ")
        if not answer.strip() and found:
            return found
        try:
            if not answer.strip():
                raise ValueError(f"name at least one {noun}")
            found.append(read(answer, {known.id for known in found}))
        except ValueError as error:
            say(str(error))
