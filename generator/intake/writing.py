"""Writing articles and entries: each whole or not at all, imported articles all or none and over nothing."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.codes import Fault
from generator.frozen import frozen
from generator.model import Location
from generator.problems import Problem, error, quoted

_TEMPORARY = ".import-"  # hidden: a run that was killed leaves nothing that is read as an article


@frozen
class Target:
    """An article to be written: where, its text, and the file that it comes from."""

    path: Path
    text: str
    origin: str


def clashes(targets: Sequence[Target], *, force: bool) -> list[Problem]:
    """Give a problem for each article that would be written over another."""
    problems = []
    first: dict[Path, Target] = {}
    for target in targets:
        rival = first.setdefault(target.path, target)
        if rival is not target:
            message = f"{quoted(target.path.as_posix())} is the article of {rival.origin} already"
            hint = "import the two one by one, and give one of them another name with --slug"
            problems.append(error(Location(target.origin), Fault.SAME_NAME, message, hint))
        elif target.path.is_dir():
            message = f"{quoted(target.path.as_posix())} is a folder"
            problems.append(error(Location(target.origin), Fault.EXISTS, message, "give another name with --slug"))
        elif os.path.lexists(target.path) and not force:
            message = f"the article {quoted(target.path.as_posix())} exists already"
            hint = "give another name with --slug, or replace it with --force, which keeps the old one beside it"
            problems.append(error(Location(target.origin), Fault.EXISTS, message, hint))
    return problems


def write_all(targets: Sequence[Target]) -> list[Path]:
    """Write the articles, and give the files in which replaced ones are kept.

    Each is written beside its place first and then moved there. Raises OSError, with no article half written.
    """
    moves: list[tuple[Path, Path]] = []
    kept: list[Path] = []
    try:
        for target in targets:
            target.path.parent.mkdir(parents=True, exist_ok=True)
            moves.append((_beside(target.path, target.text.encode()), target.path))
        for temporary, path in moves:
            if os.path.lexists(path):
                kept.append(_keep(path))
            temporary.replace(path)
    finally:
        for temporary, _ in moves:
            temporary.unlink(missing_ok=True)
    return kept


def put_in_place(path: Path, data: bytes) -> None:
    """Write a file whole in the place of the one that is there, if any. Raises OSError, with that one as it was."""
    temporary = _beside(path, data)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _beside(path: Path, data: bytes) -> Path:
    """Write a hidden file beside its place; nothing of it stays where that fails. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _keep(path: Path) -> Path:
    """Copy an article to the first free name of `name.md.~1~`, `name.md.~2~`, ..., which are read as backups."""
    number = 1
    while True:
        backup = path.with_name(f"{path.name}.~{number}~")
        with contextlib.suppress(FileExistsError), backup.open("xb") as copy, path.open("rb") as original:
            shutil.copyfileobj(original, copy)
            return backup
        number += 1
