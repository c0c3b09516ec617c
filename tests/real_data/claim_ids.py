"""The list of claim ids that have been published: `python tests/real_data/claim_ids.py` adds the new ones.

An id in the list stays for ever: a claim that changes its id keeps the old one under `formerly`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.support.paths import ROOT

LIST = Path(__file__).with_suffix(".txt")


def listed() -> set[str]:
    """The ids that have been published."""
    return set(LIST.read_text(encoding="utf-8").split()) if LIST.exists() else set()


def current_ids() -> tuple[set[str], set[str]]:
    """The ids of the claims of data/, and the former ids that they keep."""
    from ledger.checks.load_dataset import load_dataset

    data = load_dataset(ROOT / "data")
    former = {old for row in data.claims for old in row.record.formerly}
    return {row.id for row in data.claims}, former


def main() -> None:
    """Add what is new; nothing is ever taken out."""
    before = listed()
    now, _ = current_ids()
    LIST.write_text("\n".join(sorted(before | now)) + "\n", encoding="utf-8")
    print(f"{len(now - before)} ids added to {LIST.relative_to(ROOT)}, {len(before | now)} in all")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
