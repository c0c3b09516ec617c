"""Put new records into the files people edit, without touching a byte of what stands there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from ledger.yaml.write_statement import write_claims, write_records

SCHEMAS = {"reports": ("../", "reports"), "events": ("../", "events"), "statements": ("../../", "statements")}


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


def add_claims(folder: Path, name: str, new: Mapping[str, Sequence[dict[str, Any]]]) -> list[str]:
    """Claims after the last claim of statements that are there, all of one file. Returns the statements into which
    nothing can be put: those without claims in lines of their own."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    claims = _claims_by_statement(yaml.compose(text, Loader=yaml.CSafeLoader))
    lines = text.splitlines(keepends=True)
    open_to = {statement: node for statement in new if (node := claims.get(statement)) is not None}
    # From the bottom up, so that the lines above stay where they are.
    for statement, node in sorted(open_to.items(), key=lambda item: -item[1].start_mark.line):
        after = _last_line(node, lines)
        deeper = " " * node.start_mark.column
        added = [f"{deeper}{line}\n" if line else "\n" for line in write_claims(new[statement]).splitlines()]
        if not lines[after].endswith("\n"):
            lines[after] += "\n"
        lines[after + 1 : after + 1] = added
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return [statement for statement in new if statement not in open_to]


def _claims_by_statement(root: Node | None) -> dict[str, SequenceNode]:
    """The claims of each statement that has some, in block style."""
    found = {}
    for item in root.value if isinstance(root, SequenceNode) else []:
        fields = {key.value: value for key, value in item.value} if isinstance(item, MappingNode) else {}
        claims = fields.get("claims")
        if "id" in fields and isinstance(claims, SequenceNode) and claims.value and not claims.flow_style:
            found[fields["id"].value] = claims
    return found


def _last_line(claims: SequenceNode, lines: list[str]) -> int:
    """The last line of the last claim: a block ends where the next thing begins, after empty lines and comments."""
    last = claims.value[-1]
    end = min(last.end_mark.line, len(lines) - 1)
    if last.end_mark.column == 0 or last.end_mark.line >= len(lines):
        end -= last.end_mark.line < len(lines)
    while end > last.start_mark.line and (not lines[end].strip() or lines[end].lstrip().startswith("#")):
        end -= 1
    return end
