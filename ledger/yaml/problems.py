"""What is wrong with the data folder: one shape of message for everything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. Error: a page would say something false. Warning: a reader would want more."""

    path: str
    line: int
    column: int
    subject: str
    message: str
    level: str = "error"

    def __post_init__(self) -> None:
        """A message quotes what stands in a file: line ends and what cannot be seen are spelled out in it."""
        for name in ("path", "subject", "message"):
            object.__setattr__(self, name, _spelled_out(getattr(self, name)))

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        subject = f"{self.subject}: " if self.subject else ""
        mark = "warning: " if self.level == "warning" else ""
        return f"{place}  {subject}{mark}{self.message}"


def _spelled_out(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Those problems that stop the figures from being shown."""
    return [problem for problem in problems if problem.level == "error"]


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, line and column."""
    return tuple(sorted(set(problems)))


def closing_count(problems: Sequence[Problem]) -> str:
    """`2 errors, 1 warning`, in words that agree with the numbers."""
    wrong = len(errors_in(problems))
    return f"{counted(wrong, 'error')}, {counted(len(problems) - wrong, 'warning')}"


def counted(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`, `no claims`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


MANY = 200


def _worth_comparing(found: str, names: list[str]) -> list[str]:
    """Comparing takes its time: of very many names, those of about that length that begin or end alike."""
    if len(names) <= MANY:
        return names
    ends, span = (found[:2], found[-2:]), 2 + len(found) // 8
    return [n for n in names if abs(len(n) - len(found)) <= span and (n[:2] == ends[0] or n[-2:] == ends[1])]


def unknown(kind: str, found: object, known: Iterable[str], offer: int = 6, home: str = "") -> str:
    """The message for an id that is not there, with a near miss, the choice if it is short, or where to add it."""
    names = sorted(known)
    near = get_close_matches(str(found), _worth_comparing(str(found), names), n=1, cutoff=0.6)
    if near:
        return f'unknown {kind} "{found}"; did you mean "{near[0]}"?'
    if names and len(names) <= offer:
        return f'unknown {kind} "{found}"; there is {", ".join(names)}'
    return f'unknown {kind} "{found}"; {f"add it to {home}" if home else "remove it"} or correct the spelling'
