"""Adding a release to content/changes.yml: at its end, every byte before it as it was."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Any

import yaml

from generator.intake.writing import put_in_place
from generator.model import Change

_HEAD = """\
# yaml-language-server: $schema=../schemas/changes.schema.json
# What changed from one release to the next: "changes --record DATE" adds to it. Its words may be mended by hand.

releases:
"""


class Recorded(Enum):
    """How it went; the value says why nothing was written."""

    ADDED = "added"
    ALREADY = "it has a release of that day already: choose another day, or remove that one"
    UNREADABLE = "it cannot be read as a list under the key releases: mend it first (python -m generator check)"
    MISFIT = 'its list is not written line by line at the end ("- date: ..."): write it so first'


def record_release(path: Path, day: str, changes: Sequence[Change]) -> Recorded:
    """Add a release at the end of the file, which is made if need be. Raises OSError."""
    text = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else _HEAD
    before = _releases(text)
    if before is None:
        return Recorded.UNREADABLE
    if any(str(one.get("date")) == day for one in before):
        return Recorded.ALREADY
    release = _release(day, changes)
    added = yaml.safe_dump([release], allow_unicode=True, sort_keys=False, width=120)
    for indent in ("", "  "):
        whole = text.rstrip() + "\n" + "".join(f"{indent}{line}\n" for line in added.splitlines())
        if _releases(whole) == [*before, release]:
            put_in_place(path, whole.encode("utf-8", "surrogateescape"))
            return Recorded.ADDED
    return Recorded.MISFIT


def _release(day: str, changes: Sequence[Change]) -> dict[str, Any]:
    return {"date": day, "changes": [_change(one) for one in changes]}


def _change(one: Change) -> dict[str, str]:
    told = {"what": str(one.what), "entry": one.entry, "article": one.article, "text": one.text}
    return {key: value for key, value in told.items() if value}


def _releases(text: str) -> list[dict[str, Any]] | None:
    """Read the releases as plain text; None where they are no list of mappings."""
    try:
        found = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings, lists and mappings alone
    except (yaml.YAMLError, RecursionError):
        return None
    if found is not None and not isinstance(found, dict):
        return None
    listed = (found or {}).get("releases") or []
    return listed if isinstance(listed, list) and all(isinstance(one, dict) for one in listed) else None
