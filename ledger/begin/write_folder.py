"""Write the new folder: vocabulary that checks clean, and a first report and statement to uncomment."""

from __future__ import annotations

import shutil
from pathlib import Path

from ledger.begin.beginning import IN_DATASET, Beginning, Phase, Side
from ledger.begin.group_tree import WHO, group_nodes, own_group
from ledger.shapes.data_files import ROOT
from ledger.shapes.json_schemas import write_schemas
from ledger.yaml.house_style import house_yaml

COMMON = Path(__file__).parent / "common"
EXAMPLE_DAY = "2031-03-10"


class FolderInUse(Exception):
    """The folder is there and holds something: nothing is overwritten."""


def write_folder(folder: Path, beginning: Beginning) -> list[Path]:
    """Every file of the new folder, in the order in which they were written. FolderInUse if it is not empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUse(f"{folder} is there already and is not empty; name another folder, or move this one away")
    written = []
    for name, text in folder_texts(beginning).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    shutil.copyfile(ROOT / "data" / "template.yaml", folder / "template.yaml")
    write_schemas(folder / "schema")
    return [*written, folder / "template.yaml", folder / "schema"]


def folder_texts(beginning: Beginning) -> dict[str, str]:
    """The texts of the files by their names in the folder."""
    texts = {
        "dataset.yaml": _dataset(beginning),
        "claimants.yaml": _claimants(beginning),
        "groups.yaml": _groups(beginning),
        "metrics.yaml": (COMMON / "metrics.yaml").read_text(encoding="utf-8"),
        "places.yaml": (COMMON / "places.yaml").read_text(encoding="utf-8"),
        "README.md": (COMMON / "README.md").read_text(encoding="utf-8").replace("TITLE", beginning.title),
    }
    first = beginning.parties[0] if beginning.parties else None
    for number, phase in enumerate(beginning.phases):
        example = first if number == 0 else None
        texts[f"reports/{phase.id}.yaml"] = _reports(phase, example)
        for side in beginning.sides:
            name = f"statements/{phase.id}/{side.id}.yaml"
            texts[name] = _statements(phase, side, example if side == example else None)
    return texts


def _modeline(schema: str, depth: int = 0) -> str:
    return f"# yaml-language-server: $schema={'../' * depth}schema/{schema}.json\n"


def _dataset(beginning: Beginning) -> str:
    sides = [{"id": side.id, "name": side.name, "role": IN_DATASET[side.role]} for side in beginning.sides]
    phases = [
        {"id": phase.id, "name": phase.name, **({"zero": phase.zero} if phase.zero else {})}
        for phase in beginning.phases
    ]
    head = {
        "title": beginning.title,
        "summary": "What each party said about the dead, the wounded, the captured and the damage, side by side with "
        "when it was said and which period it counts.",
        "licence": "CC BY 4.0",
        "timezone": beginning.timezone,
        "whole": "the whole conflict",
        "phase_word": "phase",
        "contact": beginning.contact,
        "read_note": "Nothing has been read yet.",
    }
    return (
        _modeline("dataset")
        + "# read_note stands on every page: change it when pages have been read. contact: where to report a mistake.\n"
        + "# whole: what a figure without a place counts, as pages say it; phase_word: what pages call a phase.\n"
        + house_yaml(head)
        + house_yaml({"sides": sides})
        + "# zero: the day of the first attack; a phase without it lies between others. Also: names (what each party\n"
        + "# calls it), view (the stretch that the timeline draws), bounds (start and end as each party says).\n"
        + house_yaml({"phases": phases})
    )


def _claimants(beginning: Beginning) -> str:
    kinds = {"state": "office", "armed-group": "armed_group"}
    own = [
        {"id": side.id, "name": side.name, "side": side.id, "kind": kinds[side.role]} for side in beginning.parties
    ]
    return (
        _modeline("claimants")
        + "# Who asserts figures, never the outlet that prints them. A state is several claimants, one for each\n"
        + "# office: rename the first ones below after the office that speaks, and add others. An unnamed source is\n"
        + "# one claimant per role and receiving outlet, of kind unnamed.\n"
        + (house_yaml(own) if own else "")
    )


def _groups(beginning: Beginning) -> str:
    return (
        _modeline("groups")
        + "# Who was harmed: a tree. Add the units and services that claimants name; forces: true marks armed forces.\n"
        + house_yaml({"groups": group_nodes(beginning)})
        + "# Words that cross the tree.\n"
        + house_yaml({"who": WHO})
    )


def _commented(text: str) -> str:
    return "".join(f"# {line}\n" if line else "#\n" for line in text.splitlines())


def _reports(phase: Phase, example: Side | None) -> str:
    head = _modeline("reports", 1) + f"# The pages that were read about: {phase.name}. Every field: ../template.yaml\n"
    if example is None:
        return head
    day = phase.zero or EXAMPLE_DAY
    record = {
        "id": f"gazette-{day}",
        "publisher": "The Gazette",
        "url": "https://example.org/the-page-you-read",
        "published": day,
        "read": "excerpt",
    }
    lead = "#\n# The first one: take away the two characters in front, and write what you read.\n#\n"
    return head + lead + _commented(house_yaml([record]))


def _statements(phase: Phase, side: Side, example: Side | None) -> str:
    head = _modeline("statements", 2)
    head += f"# What claimants of the side {side.name} said about: {phase.name}. Every field: ../../template.yaml\n"
    if example is None:
        return head
    day = phase.zero or EXAMPLE_DAY
    record = {
        "id": f"{side.id}-{day}",
        "claimant": side.id,
        "said": day,
        "covers": day,
        "reports": [f"gazette-{day}"],
        "claims": [
            {"metric": "killed", "of": own_group(side), "figure": 3},
            {"metric": "wounded", "of": "civilians", "figure": "at least 12"},
        ],
    }
    lead = (
        "#\n# The first one: uncomment the report of reports/, then this, and write what was said. `said` is when it\n"
        "# was said, `covers` the period it counts; leave out what is not stated.\n#\n"
    )
    return head + lead + _commented(house_yaml([record]))
