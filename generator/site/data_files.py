"""Writing the downloads: a list of their SHA-256 beside them says which files are the generator's own.

The list is written before the files with both digests of each, the old one and the new one, and again after them with
the new ones alone: so a run that was killed leaves no file that the next run would take for a person's.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Mapping
from pathlib import Path

from generator.chunks import File
from generator.frozen import frozen
from generator.problems import Problem
from generator.site.output import Written, foreign_page, in_the_way, read_file, remove, replace
from generator.stamps import Stamp, rested, stamp_of

FOLDER = "data"
MANIFEST = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  ([^/\n]+)")
Stamps = dict[str, tuple[bytes, Stamp]]  # by path under docs/: the digest of a file, and what the system said of it
_Digests = frozenset[tuple[str, str]]  # of (file, SHA-256)


@frozen
class Plan:
    """What is to be done to the folder of the downloads."""

    folder: Path
    files: Mapping[str, File]
    changed: Mapping[str, File]
    stale: tuple[str, ...]
    listed: _Digests
    stamps: Stamps

    def done(self) -> Written:
        """Tell what was done, once it is."""
        return Written(tuple(self.changed), self.stale, len(self.files) - len(self.changed))


def plan_data(files: Mapping[str, File], docs: Path, stamps: Stamps | None = None) -> tuple[Plan | None, list[Problem]]:
    """Plan to write the files that differ from the disk into docs/data, and to remove those that are not wanted.

    Only the generator's own are removed; there is no plan where one would replace what a person wrote or changed.
    A file of which `stamps`, which are brought up to date, has what the system says of it is not read.
    """
    stamps = {} if stamps is None else stamps
    folder = docs / FOLDER
    if problems := in_the_way(docs, [f"{FOLDER}/{MANIFEST}"]):
        return None, problems
    listed = _listed(folder / MANIFEST)
    there = {name: _known_digest(folder / name, stamps) for name in sorted(files)}
    changed = {name: files[name] for name, digest in there.items() if digest != files[name].sha256}
    problems = [_foreign(folder / name) for name in changed if not _is_own(name, there[name], listed)]
    if listed is None:
        problems.append(_foreign(folder / MANIFEST))
    if problems or listed is None:
        return None, problems
    names = {name for name, _ in listed} - set(files)
    stale = sorted(name for name in names if (digest := _digest(folder / name)) and (name, digest) in listed)
    return Plan(folder, files, changed, tuple(stale), listed, stamps), []


def carry_out(plan: Plan) -> None:
    """Do it. Raises OSError where the disk does not let it."""
    digests = {name: data.sha256 for name, data in plan.files.items()}
    new = frozenset(digests.items())
    if plan.changed or plan.stale:
        replace(plan.folder, [(MANIFEST, [_as_list(plan.listed | new)])])
        written = replace(plan.folder, plan.changed.items())
        plan.stamps.update({_key(name): (bytes.fromhex(digests[name]), stamp) for name, stamp in written.items()})
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


def _is_own(name: str, digest: str | None, listed: _Digests | None) -> bool:
    return digest is None or (listed is not None and (name, digest) in listed)


def _key(name: str) -> str:
    return f"{FOLDER}/{name}"


def _known_digest(path: Path, stamps: Stamps) -> str | None:
    """Give the digest of a file as `_digest` does, without reading it where the system says that it is as it was."""
    key, stamp, now = _key(path.name), stamp_of(str(path)), time.time_ns()
    digest, known = stamps.get(key, (b"", ()))
    if stamp and stamp == known:
        return digest.hex()
    stamps.pop(key, None)
    found = _digest(path)
    if found and rested(stamp, now):
        stamps[key] = (bytes.fromhex(found), stamp)
    return found


def _digest(path: Path) -> str | None:
    """Give the SHA-256 of a file, "" of anything else that stands there, and None where nothing does."""
    if path.is_symlink() or not path.is_file():
        return "" if os.path.lexists(path) else None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _foreign(path: Path) -> Problem:
    return foreign_page(path, "file", "move it to another folder, or delete it to have the generated file")
