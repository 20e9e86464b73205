"""A small site whose memory is kept on the disk, for the tests of what is kept."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

from edits import first_files, write_files

from generator.build import generate
from generator.memory import Memory
from generator.stored import Stored

FOLDERS = (Path("content"), Path("docs"), Path("templates"))
CACHE = Path(".cache")


def keep_site(folder: Path) -> Path:
    """Make a small site in a folder, generate it, keep its memory, and give the folder."""
    write_files(folder, {}, first_files())
    with chdir(folder):
        memory = Memory()
        generate(*FOLDERS, data=False, memory=memory)
        Stored(CACHE, *FOLDERS).save(memory)
    return folder


def loaded(site: Path) -> Memory:
    """Load what is kept."""
    with chdir(site):
        return Stored(CACHE, *FOLDERS).load()
