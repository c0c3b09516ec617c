"""Write index.json from the fact base: what the mapping files of this folder must account for.

python tests/real_data/facts/make_index.py FOLDER
"""

import json
import sys
from pathlib import Path

import yaml

FIELDS = ("value", "low", "high", "qualifier", "metric", "phase")


def main(folder: Path) -> None:
    """Each figure of the fact base by its id, and each event as t-<phase>-<position>."""
    index = {}
    for number in (1, 2):
        claims = yaml.safe_load((folder / f"phase{number}_claims.yaml").read_text(encoding="utf-8"))
        events = yaml.safe_load((folder / f"phase{number}_timeline.yaml").read_text(encoding="utf-8"))
        for entry in claims:
            assert entry["id"] not in index, entry["id"]
            index[entry["id"]] = {field: entry[field] for field in FIELDS if entry.get(field) is not None}
        for position, _ in enumerate(events, start=1):
            index[f"t-{number}-{position}"] = {"phase": number}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(fact, ensure_ascii=False)}" for name, fact in index.items())
    Path(__file__).with_name("index.json").write_text("{\n" + lines + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
