"""docs/architecture.md is the newcomer's map: whatever it names is there, and every room is on it."""

import re

from tests.support.paths import ROOT

MAP = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([a-z_]+(?:/[\w.-]+)*/?|[\w]+\.py)`", MAP)) | {"docs/addresses.md", "bench/README.md"})
ROOMS = ("ledger", "queries", "charts", "pages/parts", "tests")


def test_every_path_on_the_map_exists():
    paths = [name for name in NAMED if "/" in name or name.endswith(".py")]
    assert len(paths) > 40
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_room_of_the_ledger_is_on_the_map():
    rooms = {f"ledger/{path.name}/" for path in (ROOT / "ledger").iterdir() if (path / "__init__.py").exists()}
    assert rooms - set(NAMED) == set()


def test_no_room_has_more_than_about_twenty_files_of_code():
    crowded = {}
    for room in ROOMS:
        for folder in [ROOT / room, *(path for path in (ROOT / room).rglob("*") if path.is_dir())]:
            files = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
            if len(files) > 22:
                crowded[str(folder.relative_to(ROOT))] = len(files)
    assert crowded == {}
