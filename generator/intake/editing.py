"""Change an entry as a person would: a line added, everything else left as it stands."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from generator.intake.stubs import scalar

_INDENT = "  "


def add_aliases(entry: str, aliases: Sequence[str]) -> str:
    """Give the text of an entry with further aliases: those that it has already are not added again.

    A list in lines gets a line for each, a list in brackets grows within them, and an entry without a list gets one
    under its name. Raises ValueError where the text is no YAML mapping with a name.
    """
    root = _root(entry)
    pairs = {key.value: value for key, value in root.value}
    listed = pairs.get("aliases")
    had = {str(node.value) for node in listed.value} if isinstance(listed, yaml.SequenceNode) else set()
    new = [alias for alias in aliases if alias not in had and alias != pairs["name"].value]
    if not new:
        return entry
    if not isinstance(listed, yaml.SequenceNode) or not listed.value:
        return _insert_list(entry, pairs, new)
    last = listed.value[-1]
    if listed.flow_style:
        end = last.end_mark.index
        return entry[:end] + "".join(f", {scalar(alias, flow=True)}" for alias in new) + entry[end:]
    lead = entry[entry.rfind("\n", 0, last.start_mark.index) + 1 : last.start_mark.index]
    return _insert_lines(entry, last.end_mark.index, [lead + scalar(alias) for alias in new])


def _root(entry: str) -> yaml.MappingNode:
    try:
        root = yaml.compose(entry, Loader=yaml.SafeLoader)
    except yaml.YAMLError as fault:
        msg = "the entry is no YAML that can be read"
        raise ValueError(msg) from fault
    if not isinstance(root, yaml.MappingNode) or not any(key.value == "name" for key, _ in root.value):
        msg = "the entry has no name"
        raise ValueError(msg)
    return root


def _insert_list(entry: str, pairs: dict[str, yaml.Node], new: Sequence[str]) -> str:
    """Put a list of aliases under the name, or fill the empty one that stands there."""
    lines = ["aliases:", *(f"{_INDENT}- {scalar(alias)}" for alias in new)]
    empty = pairs.get("aliases")
    if empty is None:
        return _insert_lines(entry, pairs["name"].end_mark.index, lines)
    start = entry.rfind("\n", 0, empty.start_mark.index) + 1
    if not entry.startswith("aliases", start):  # a null value's mark may stand on the line after
        start = entry.rfind("\naliases", 0, empty.start_mark.index) + 1
    end = entry.find("\n", start)
    return entry[:start] + "\n".join(lines) + entry[end if end >= 0 else len(entry) :]


def _insert_lines(entry: str, after: int, lines: Sequence[str]) -> str:
    """Insert lines after the line that an offset stands in, or before it where it stands at a line's beginning."""
    at_start = after > 0 and entry[after - 1] == "\n"
    at = after if at_start else entry.find("\n", after) + 1
    if at == 0:
        return entry + "\n" + "\n".join(lines) + "\n"
    return entry[:at] + "".join(line + "\n" for line in lines) + entry[at:]
