"""The site of the last build, put aside before MkDocs empties its folder, so that what is still right can come back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path


class Aside:
    """The files of a site's folder, moved out of it for as long as MkDocs may empty it.

    Nothing rests on it: where files cannot be moved, MkDocs removes them and all is written anew. Hidden entries and
    links stay where they are, as MkDocs treats them by itself.
    """

    def __init__(self, site: Path, cache: Path) -> None:
        """Move all that stands in the folder `site` below `cache`, which must be of the same file system to gain by."""
        self._site, self._held = site, True
        name = blake2b(str(site.absolute()).encode(), digest_size=8).hexdigest()
        self._place = cache / f"{name}.aside"
        shutil.rmtree(self._place, ignore_errors=True)  # of a build that was killed
        with suppress(OSError):
            self._place.mkdir(parents=True)
            for entry in sorted(os.scandir(site), key=lambda one: one.name):
                if not (entry.name.startswith(".") or entry.is_symlink()):
                    Path(entry.path).rename(self._place / entry.name)

    def files(self) -> dict[str, str]:
        """Give the plain files that were moved: by the path where they stood, with forward slashes, where they are."""
        return {path[len(str(self._place)) + 1 :].replace(os.sep, "/"): path for path in _files(str(self._place))}

    def give_back(self, wanted: Callable[[str], bool] = lambda _: True) -> bool:
        """Move back the files that are wanted, by where they stood, and remove the rest.

        False where that was not possible, as while another build of the same site is on: then none may be counted on.
        """
        try:
            self._give_back(wanted)
        except OSError:
            return False
        finally:
            self.drop()
        return True

    def _give_back(self, wanted: Callable[[str], bool]) -> None:
        files = self.files()
        for name in [name for name in files if not wanted(name)]:
            Path(files.pop(name)).unlink()
        _remove_empty(str(self._place))
        for name in sorted({name.partition("/")[0] for name in files}):
            if not (self._site / name).exists():
                self._site.mkdir(parents=True, exist_ok=True)
                (self._place / name).rename(self._site / name)
        for name, path in self.files().items():  # somebody has written into the same folder meanwhile
            (self._site / name).parent.mkdir(parents=True, exist_ok=True)
            Path(path).replace(self._site / name)

    def give_back_if_held(self) -> None:
        """Move all back where a build ends before it could say what it wants, as when a person breaks it off."""
        if self._held:
            self.give_back()

    def drop(self) -> None:
        """Remove what was moved."""
        self._held = False
        shutil.rmtree(self._place, ignore_errors=True)


def _files(folder: str) -> Iterator[str]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif entry.is_file(follow_symlinks=False):
                yield entry.path


def _remove_empty(folder: str) -> None:
    """Remove the folders below a folder that hold no file, and what is neither file nor folder."""
    for inside, folders, names in os.walk(folder, topdown=False):
        for path in (Path(inside, name) for name in (*names, *folders)):
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                path.unlink()
            elif path.is_dir():
                with suppress(OSError):  # there is still something in it
                    path.rmdir()
