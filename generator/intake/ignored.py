"""The names that an editor has said never to suggest again: a hidden file of the content folder, a name a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from generator.intake.writing import put_in_place
from generator.model import Suggestion

IGNORED: Final = ".suggest-ignored"
_HEAD: Final = "# Names that `suggest` is not to bring up again, one a line.\n"


def read_ignored(content: Path) -> frozenset[str]:
    """Read the names; none where there is no such file. Raises OSError where it cannot be read."""
    path = content / IGNORED
    if not path.is_file():
        return frozenset()
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def add_ignored(content: Path, name: str) -> None:
    """Add a name at the end of the file. Raises OSError where it cannot be written, with the file as it was."""
    path = content / IGNORED
    had = path.read_text("utf-8") if path.is_file() else _HEAD
    put_in_place(path, (had + ("" if had.endswith("\n") else "\n") + name + "\n").encode())


def without(suggestions: Iterable[Suggestion], ignored: frozenset[str]) -> Sequence[Suggestion]:
    """Leave out the suggestions whose name is ignored."""
    return tuple(one for one in suggestions if one.name not in ignored)
