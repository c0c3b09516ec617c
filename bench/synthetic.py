"""A data folder of any size in the format, for measuring: `python bench/synthetic.py OUT 10000`.

Many phases, each of a thousand claims by twenty claimants in ten statements; nine files of statements and one of
reports for each phase. Figures are counted up from the statement's number, and mean nothing.
"""

import shutil
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLAIMANTS, STATEMENTS, CLAIMS = 20, 10, 5
FILES_OF_A_SIDE = 3
SIDES = ("red", "blue", "press")
METRICS = ("killed", "wounded", "captured")
GROUPS = ("red_forces", "blue_forces", "civilians")


def write(out: Path, claims: int) -> Path:
    """Write a folder of about that many claims and return it."""
    phases = max(1, claims // (CLAIMANTS * STATEMENTS * CLAIMS))
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    view = "view: {from: 2031-01-01, to: 2031-01-20}"
    names = "\n".join(f"  - {{id: p{n}, name: Phase {n}, zero: 2031-01-01, {view}}}" for n in range(phases))
    roles = {side: "tally" if side == "press" else "party" for side in SIDES}
    sides = "\n".join(f"  - {{id: {name}, name: {name.title()}, role: {role}}}" for name, role in roles.items())
    (out / "dataset.yaml").write_text(
        "title: Synthetic\nsummary: For measuring.\nlicence: none\ntimezone: UTC\n"
        "contact: nobody\nread_note: Nothing.\n"
        f"sides:\n{sides}\nphases:\n{names}\n"
    )
    (out / "metrics.yaml").write_text(
        "".join(f"- {{id: {m}, label: {m}, family: {m}, unit: people, definition: {m}}}\n" for m in METRICS)
    )
    (out / "groups.yaml").write_text(
        "groups:\n  - {id: people, name: People}\n"
        "  - {id: red_forces, name: Red forces, parent: people, side: red, forces: true}\n"
        "  - {id: blue_forces, name: Blue forces, parent: people, side: blue, forces: true}\n"
        "  - {id: civilians, name: Civilians, parent: people}\n"
    )
    (out / "claimants.yaml").write_text(
        "".join(
            f"- {{id: c{n}, name: Claimant {n}, side: {SIDES[n % 3]}, kind: office}}\n" for n in range(CLAIMANTS)
        )
    )
    (out / "places.yaml").write_text("- {id: north, name: North, level: town, lat: 1, lon: 1}\n")
    for number in range(phases):
        _phase(out, number)
    return out


def _phase(out: Path, number: int) -> None:
    reports, files = [], defaultdict(list)
    for claimant in range(CLAIMANTS):
        file = f"{SIDES[claimant % 3]}-{claimant // 3 % FILES_OF_A_SIDE}"
        for turn in range(STATEMENTS):
            name = f"p{number}-c{claimant}-{turn}"
            reports.append(f"- {{id: r-{name}, publisher: Paper, url: https://example.org/{name}, read: full}}\n")
            files[file].append(_statement(name, claimant, turn))
    for folder in ("reports", f"statements/p{number}"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    (out / f"reports/p{number}.yaml").write_text("".join(reports))
    for file, statements in files.items():
        (out / f"statements/p{number}/{file}.yaml").write_text("".join(statements))


def _statement(name: str, claimant: int, turn: int) -> str:
    head = f"- id: s-{name}\n  claimant: c{claimant}\n  said: 2031-01-{turn + 1:02d}\n"
    lines = [f"{head}  reports: [r-{name}]\n  claims:\n"]
    for number in range(CLAIMS):
        metric, group = METRICS[number % 3], GROUPS[(number + claimant) % 3]
        place = "" if number < 3 else ", place: north"
        lines.append(f"    - {{metric: {metric}, of: {group}, figure: {10 + turn * 3 + number}{place}}}\n")
    return "".join(lines)


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2])))
