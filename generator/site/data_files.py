"""Writing the downloads: a list of their SHA-256 beside them says which files are the generator's own.

The list is written before the files with both digests of each, the old one and the new one, and again after them with
the new ones alone: so a run that was killed leaves no file that the next run would take for a person's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.chunks import Chunks, blocks, sha256, size
from generator.problems import Problem
from generator.site.output import Written, foreign_page, in_the_way, read_file, remove, replace

FOLDER = "data"
MANIFEST = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  ([^/\n]+)")
_BUFFER = 2**20  # bytes
_Digests = frozenset[tuple[str, str]]  # of (file, SHA-256)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done to the folder of the downloads."""

    folder: Path
    files: Mapping[str, Chunks]
    changed: Mapping[str, Chunks]
    stale: tuple[str, ...]
    listed: _Digests

    def done(self) -> Written:
        """Tell what was done, once it is."""
        return Written(tuple(self.changed), self.stale, len(self.files) - len(self.changed))


def plan_data(files: Mapping[str, Chunks], docs: Path) -> tuple[Plan | None, list[Problem]]:
    """Plan to write the files that differ from the disk into docs/data, and to remove those that are not wanted.

    Only the generator's own are removed; there is no plan where one would replace what a person wrote or changed.
    """
    folder = docs / FOLDER
    if problems := in_the_way(docs, [f"{FOLDER}/{MANIFEST}"]):
        return None, problems
    listed = _listed(folder / MANIFEST)
    changed = {name: data for name, data in sorted(files.items()) if not _stands(folder / name, data)}
    problems = [_foreign(folder / name) for name in changed if not _is_own(folder / name, listed)]
    if listed is None:
        problems.append(_foreign(folder / MANIFEST))
    if problems or listed is None:
        return None, problems
    names = {name for name, _ in listed} - set(files)
    stale = sorted(name for name in names if (folder / name).exists() and _is_own(folder / name, listed))
    return Plan(folder, files, changed, tuple(stale), listed), []


def carry_out(plan: Plan) -> None:
    """Do it. Raises OSError where the disk does not let it."""
    new = frozenset((name, sha256(data)) for name, data in plan.files.items())
    if plan.changed or plan.stale:
        replace(plan.folder, [(MANIFEST, [_as_list(plan.listed | new)])])
        replace(plan.folder, plan.changed.items())
        remove(plan.folder, plan.stale)
    if read_file(plan.folder / MANIFEST) != _as_list(new):
        replace(plan.folder, [(MANIFEST, [_as_list(new)])])


def _listed(manifest: Path) -> _Digests | None:
    """Read the list; None where what stands there is none."""
    data = read_file(manifest)
    if data is None:
        return None if manifest.is_symlink() or manifest.exists() else frozenset()
    found = [_LINE.fullmatch(line) for line in data.decode("utf-8", "replace").splitlines()]
    return frozenset((line[2], line[1]) for line in found if line) if all(found) else None


def _as_list(digests: _Digests) -> bytes:
    """Write the list as `sha256sum --check` reads it."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests)).encode()


def _is_own(path: Path, listed: _Digests | None) -> bool:
    if not path.exists() and not path.is_symlink():
        return True
    if listed is None or path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return (path.name, hashlib.file_digest(file, "sha256").hexdigest()) in listed


def _stands(path: Path, data: Chunks) -> bool:
    """Tell whether a file holds these bytes: a large one is read piece by piece, and not at all if its size differs."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size != size(data):
        return False
    with path.open("rb", buffering=_BUFFER) as file:
        return all(file.read(len(block)) == block for block in blocks(data)) and not file.read(1)


def _foreign(path: Path) -> Problem:
    return foreign_page(path, "file", "move it to another folder, or delete it to have the generated file")
