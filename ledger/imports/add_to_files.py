"""Put new records into the files people edit, without touching a byte of what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from ledger.yaml.write_statement import write_claims, write_records

SCHEMAS = {"reports": ("../", "reports"), "events": ("../", "events"), "statements": ("../../", "statements")}


class CannotAdd(Exception):
    """The file is written in a way into which nothing can be put; the message says what to do."""


def add_records(folder: Path, name: str, records: Sequence[dict[str, Any]]) -> None:
    """Records at the end of a file of the folder, which is begun if it is not there."""
    path = folder / name
    if path.exists():
        text = path.read_text(encoding="utf-8")
        text += "" if text.endswith("\n") or not text else "\n"
    else:
        up, schema = SCHEMAS.get(name.split("/")[0], ("", Path(name).stem))
        text = f"# yaml-language-server: $schema={up}schema/{schema}.json\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + write_records(records), encoding="utf-8", newline="\n")


def add_claims(folder: Path, name: str, statement: str, records: Sequence[dict[str, Any]]) -> None:
    """Claims after the last claim of a statement that is there. CannotAdd where it has none in block style."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    claims = _claims_of(yaml.compose(text, Loader=yaml.CSafeLoader), statement)
    if claims is None or claims.flow_style or not claims.value:
        raise CannotAdd(f"{statement} has no claims in lines of their own; write a first one by hand")
    lines = text.splitlines(keepends=True)
    after = _last_line(claims, lines)
    deeper = " " * claims.start_mark.column
    added = [f"{deeper}{line}\n" if line else "\n" for line in write_claims(records).splitlines()]
    if not lines[after].endswith("\n"):
        lines[after] += "\n"
    path.write_text("".join([*lines[: after + 1], *added, *lines[after + 1 :]]), encoding="utf-8", newline="\n")


def _claims_of(root: Node | None, statement: str) -> SequenceNode | None:
    for item in root.value if isinstance(root, SequenceNode) else []:
        fields = {key.value: value for key, value in item.value} if isinstance(item, MappingNode) else {}
        if "id" in fields and fields["id"].value == statement:
            claims = fields.get("claims")
            return claims if isinstance(claims, SequenceNode) else None
    return None


def _last_line(claims: SequenceNode, lines: list[str]) -> int:
    """The last line of the last claim: a block ends where the next thing begins, after empty lines and comments."""
    last = claims.value[-1]
    end = min(last.end_mark.line, len(lines) - 1)
    if last.end_mark.column == 0 or last.end_mark.line >= len(lines):
        end -= last.end_mark.line < len(lines)
    while end > last.start_mark.line and (not lines[end].strip() or lines[end].lstrip().startswith("#")):
        end -= 1
    return end
