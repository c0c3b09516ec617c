"""Data folders of other conflicts: what a page must open on too.

Those made from tests/conflicts/spring_raids are invented; the others hold a few real figures each, with their pages.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.support.paths import CONFLICTS

OTHER = CONFLICTS / "spring_raids"
# A long war with two ministries; a toll whose parts change their basis; four days between two states, with aircraft; a
# war of more than two armed sides without agreed names.
REAL = ("two_ministries", "toll_with_parts", "four_days", "many_sides")


def other_conflict(to: Path) -> Path:
    """Other sides, three phases of which one has no beginning and no claims, other places, no base map."""
    return Path(shutil.copytree(OTHER, to))


def one_phase(to: Path) -> Path:
    """A single phase."""
    folder = other_conflict(to)
    lines = (folder / "dataset.yaml").read_text().split("  - id: truce")[0]
    (folder / "dataset.yaml").write_text(lines)
    for path in ("statements/autumn", "reports/autumn.yaml"):
        _remove(folder / path)
    return folder


def no_places(to: Path) -> Path:
    """No place is known, named or counted at."""
    folder = other_conflict(to)
    _remove(folder / "places.yaml")
    for path in folder.rglob("*.yaml"):
        kept = [line for line in path.read_text().splitlines() if "place: " not in line]
        kept = [line for line in kept if not line.strip().startswith(("names: [", "places:"))]
        path.write_text("\n".join(kept) + "\n")
    observers = folder / "statements/spring/observers.yaml"
    observers.write_text(observers.read_text() + "    - {metric: boats_sunk, figure: 5}\n")
    return folder


def one_claimant(to: Path) -> Path:
    """Only one claimant speaks, and no side but its own is known to have said anything."""
    folder = other_conflict(to)
    for name in ("upland", "observers", "unattributed"):
        _remove(folder / f"statements/spring/{name}.yaml")
    _remove(folder / "statements/autumn")
    return folder


def no_claims(to: Path) -> Path:
    """Nothing has been entered yet but the vocabulary."""
    folder = other_conflict(to)
    for name in ("statements", "reports", "events"):
        _remove(folder / name)
    text = (folder / "dataset.yaml").read_text()
    (folder / "dataset.yaml").write_text(text.replace(", report: gazette-1931-09-22", ""))
    return folder


def no_vocabulary(to: Path) -> Path:
    """Nothing but dataset.yaml: one phase, no sides."""
    to.mkdir()
    (to / "dataset.yaml").write_text(
        "title: Nothing yet\nsummary: An empty folder.\nlicence: CC0\ntimezone: UTC\ncontact: nobody\n"
        "read_note: Nothing was read.\nsides: []\nphases:\n  - {id: only, name: The only phase}\n"
    )
    return to


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def real_conflict(name: str, to: Path) -> Path:
    """A copy of one of the conflicts with real figures."""
    return Path(shutil.copytree(CONFLICTS / name, to))


VARIANTS: dict[str, Callable[[Path], Path]] = {
    "other conflict": other_conflict,
    "one phase": one_phase,
    "no places": no_places,
    "one claimant": one_claimant,
    "no claims": no_claims,
    "no vocabulary": no_vocabulary,
    **{name: partial(real_conflict, name) for name in REAL},
}
