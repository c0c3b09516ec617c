"""YAML as this project's editors write it: a short record on one line, a long one field by field."""

from __future__ import annotations

from io import StringIO

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

WIDTH = 118


class _Plain(yaml.SafeDumper):
    """Writes days and times without quotation marks (our loader reads them as text), and items of a list further in
    than its name."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Items of a list stand further in than its name."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        """Our loader refuses anchors: what occurs twice is written twice."""
        return True


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def house_yaml(value: object) -> str:
    """A mapping or a list of records as the text of a file."""
    dumper = _Plain(StringIO(), sort_keys=False)
    node = dumper.represent_data(value)
    dumper.dispose()
    _lay_out(node, 0, top=True)
    return yaml.serialize(node, Dumper=_Plain, allow_unicode=True, width=WIDTH)


def _lay_out(node: Node, depth: int, *, top: bool = False) -> int:
    """Choose between one line and several, from the leaves up. Returns the length on one line, or WIDTH if it may not
    stand there."""
    if isinstance(node, ScalarNode):
        return WIDTH if "\n" in node.value else len(node.value) + 2
    if isinstance(node, SequenceNode):
        inner = [_lay_out(item, depth + 2) for item in node.value]
        records = any(isinstance(item, MappingNode) for item in node.value)
        length = WIDTH if records else sum(inner) + 2 * len(inner)
    elif isinstance(node, MappingNode):
        inner = [_lay_out(value, depth + 2) + len(key.value) + 4 for key, value in node.value]
        length = sum(inner)
    else:
        return WIDTH
    fits = not (top and node.value) and length + depth < WIDTH
    node.flow_style = fits or not node.value
    return length if fits else WIDTH
