"""Reading the files of a content folder, and nothing else: what is in them is for others to judge."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.codes import Code
from generator.guess import did_you_mean, nearest, plain_words
from generator.model import Kind, Location, SourceFile, Sources
from generator.model.positions import Lines, marked_encoding
from generator.model.sources import ID, LONGEST_ID, OVERVIEW
from generator.problems import Problem, error, quoted, warning
from generator.stamps import Stamp, rested, stamp_of

ARTICLES = "articles"
HOME = "home.md"
RELATIONS = "relations.yml"
RELEASES = "changes.yml"
CORRECTIONS = "corrections.yml"
_FILES = {"home": HOME, OVERVIEW: HOME, "relations": RELATIONS, "changes": RELEASES, "corrections": CORRECTIONS}
FOLDERS = (ARTICLES, *Kind)

_PAPERS = {"readme", "changelog", "license", "contributing"}  # what people put beside content, for each other
_LARGEST = {".yml": 1_000_000, ".md": 5_000_000}  # bytes
# Endings that people give to the same kind of text: what is in such a file is meant to be read.
_MEANT = {
    ".yml": {".yaml", ".yml", ".md", ".txt", ".json"},
    ".md": {".markdown", ".mdown", ".mkd", ".md", ".txt", ".yml"},
}


Seen = dict[str, tuple[Stamp, SourceFile]]
"""The files that an earlier reading found without fault, by path: what the system said of each, and what it held."""


def read_sources(content: Path, seen: Seen | None = None) -> tuple[Sources, list[Problem]]:
    """Read all files of a content folder, in sorted order. Faults are given as values; only OSErrors are caught.

    A file that is in `seen`, which is brought up to date, and of which the system says what it said then, is not read.
    """
    reader = _Reader(content, {} if seen is None else seen)
    if not content.is_dir():
        problem = error(reader.place(content), Code.NO_CONTENT, f"there is no folder {quoted(content)}", _NO_CONTENT)
        return Sources(), [problem]
    for name in reader.listed(content):
        reader.look_at(content / name)
    articles = reader.read_folder(ARTICLES, ".md")
    entries = {kind: reader.read_folder(kind, ".yml") for kind in Kind}
    types, home, releases, corrections = (
        reader.read(content / name) if os.path.lexists(content / name) else None
        for name in (RELATIONS, HOME, RELEASES, CORRECTIONS)
    )
    return Sources(articles, reader.without_rivals(entries), types, home, releases, corrections), reader.problems


_NO_CONTENT = "name the folder that holds articles/, actors/ and the others with --content"


class _Reader:
    """A walk through one content folder, and the faults that it met."""

    def __init__(self, content: Path, seen: Seen) -> None:
        self.content = content
        self.seen = seen
        self.root = Path(os.path.realpath(content))
        self.problems: list[Problem] = []

    def place(self, path: Path) -> Location:
        return Location(_shown(path))

    def error(self, path: Path, code: Code, message: str, hint: str = "") -> None:
        self.problems.append(error(self.place(path), code, message, hint))

    def listed(self, folder: Path) -> list[str]:
        """Name what stands in a folder, sorted, without hidden files and editors' backup files."""
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208 - a path is made of those alone that changed
        except OSError as fault:
            self.error(folder, Code.UNREADABLE, f"the folder cannot be read ({_reason(fault)})")
            return []
        return [name for name in names if not name.startswith((".", "#")) and not name.endswith("~")]

    def look_at(self, path: Path) -> None:
        """Report what stands at the top of the content folder and is not read."""
        if path.name in {*_FILES.values(), *FOLDERS}:
            return
        if path.is_dir():
            hint = did_you_mean(path.name, FOLDERS) or f"the folders are {', '.join(FOLDERS)}"
            told = error if _holds_content(path) else warning
            found = told(self.place(path), Code.UNKNOWN_FOLDER, f"the folder {quoted(path.name)} is not read", hint)
        elif (meant := nearest(path.stem, _FILES)) is not None:
            hint = f'rename it to "{meant}"'
            found = error(self.place(path), Code.WRONG_ENDING, f"the file {quoted(path.name)} is not read", hint)
        else:
            hint = "articles and entries stand in the folders of their kind"
            told = error if _is_content(path) else warning  # what was written as content must not fall silent
            found = told(self.place(path), Code.UNKNOWN_FILE, f"the file {quoted(path.name)} is not read", hint)
        self.problems.append(found)

    def read_folder(self, name: str, ending: str) -> tuple[SourceFile, ...]:
        folder = self.content / name
        if not os.path.lexists(folder) or not self.inside(folder):
            return ()
        if not folder.is_dir():
            self.error(folder, Code.NOT_A_FOLDER, f"{quoted(name)} is to be a folder", "move the file away")
            return ()
        names = self.listed(folder)
        found = {name: file for name in names if (file := self.unchanged(f"{folder}/{name}"))}
        others = [path for name in names if name not in found and self.is_wanted(path := folder / name, ending)]
        found |= {path.name: file for path in self.well_named(others, found) if (file := self.read(path))}
        return tuple(found[name] for name in names if name in found)

    def is_wanted(self, path: Path, ending: str) -> bool:
        """Tell whether a path has the ending of its folder; report what stands there instead."""
        if path.suffix == ending:
            return True
        if path.is_dir():
            text, hint = (
                f"the folder {quoted(path.name)} is not read",
                f"put its files directly in {_shown(path.parent)}/",
            )
            told = error if _holds_content(path) else warning
            self.problems.append(told(self.place(path), Code.UNKNOWN_FOLDER, text, hint))
        elif path.suffix.lower() in _MEANT[ending] or not path.suffix:
            hint = f'rename it to "{path.stem}{ending}"'
            self.error(path, Code.WRONG_ENDING, f"the file {quoted(path.name)} is not read", hint)
        else:
            hint = f'only files that end in "{ending}" are'
            text = f"the file {quoted(path.name)} is not read"
            self.problems.append(warning(self.place(path), Code.UNKNOWN_FILE, text, hint))
        return False

    def well_named(self, paths: list[Path], known: Iterable[str]) -> Iterator[Path]:
        """Give the paths whose names are ids, and report the others. `known` are names of that folder which are."""
        lower = {*known, *(path.name for path in paths if path.name == path.name.lower())}
        for path in paths:
            rival = path.name.lower()
            if rival in lower and rival != path.name:
                text = f"{quoted(path.name)} differs only in case from {_shown(path.with_name(rival))}"
                self.error(path, Code.CASE_CLASH, text, "keep one of the two")
            elif len(path.stem) > LONGEST_ID:
                text = f"{quoted(path.stem, 40)} has {len(path.stem)} characters; an id has at most {LONGEST_ID}"
                self.error(path, Code.FAULTY_ID, text, "rename the file: its id is part of every address")
            elif not re.fullmatch(ID, path.stem):
                self.error(path, Code.FAULTY_ID, f"{quoted(path.stem)} is not an id", _id_hint(path))
            elif path.stem == OVERVIEW:
                hint = "give it a fuller name"
                self.error(
                    path, Code.FAULTY_ID, f"{quoted(path.stem)} is the name of the page that lists them all", hint
                )
            else:
                yield path

    def inside(self, path: Path) -> bool:
        """Tell whether a path stays in the content folder when its symbolic links are followed."""
        target = os.path.realpath(path)
        if Path(target).is_relative_to(self.root):
            return True
        hint = "put the file itself there: a site holds all that it is made of"
        self.error(path, Code.OUTSIDE, "the symbolic link leads out of the content folder", hint)
        return False

    def unchanged(self, path: str) -> SourceFile | None:
        """Give a file that was seen, and was without fault then, if nobody has written to it since."""
        stamp, file = self.seen.get(path, ((), None))
        return file if file and stamp_of(path) == stamp else None

    def read(self, path: Path) -> SourceFile | None:
        """Give one file as it was seen, if nobody has written to it since, or as it is read now."""
        key = str(path)
        if file := self.unchanged(key):
            return file
        stamp, told, began = stamp_of(key), len(self.problems), time.time_ns()
        self.seen.pop(key, None)
        file = self.read_anew(path)
        if file and len(self.problems) == told and rested(stamp, began):
            self.seen[key] = (stamp, file)
        return file

    def read_anew(self, path: Path) -> SourceFile | None:
        """Read one file, or report why it cannot be read. Its folder is known to stay inside."""
        try:
            status = path.lstat()
            if stat.S_ISLNK(status.st_mode):
                if not self.inside(path):
                    return None
                status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                hint = "rename it, or move what it holds into a file" if stat.S_ISDIR(status.st_mode) else "remove it"
                self.error(path, Code.NOT_A_FILE, f"{quoted(path.name)} is not a file", hint)
                return None
            if status.st_size > _LARGEST[path.suffix]:
                text = f"the file has {status.st_size:,} bytes; at most {_LARGEST[path.suffix]:,} are read"
                self.error(path, Code.TOO_LARGE, text, "this is not one entry or article: split it")
                return None
            return self.decode(path, path.read_bytes())
        except OSError as fault:
            hint = "see to it that the file exists and that you may read it"
            if path.is_symlink() and not path.exists():
                hint = "it is a link that leads to no file: remove it, or put the file where it leads"
            self.error(path, Code.UNREADABLE, f"the file cannot be read ({_reason(fault)})", hint)
            return None

    def decode(self, path: Path, data: bytes) -> SourceFile | None:
        if encoding := _wide_encoding(data):
            self.error(path, Code.NOT_UTF_8, f"the file is {encoding[:6].upper()}, not UTF-8", "save it as UTF-8")
            # The text is read all the same, here and below, so that the other faults are told at once.
            return SourceFile(_shown(path), path.stem, data.decode(encoding, "replace"))
        try:
            return SourceFile(_shown(path), path.stem, data.decode("utf-8"))
        except UnicodeDecodeError as fault:
            before = data[: fault.start].decode("utf-8")
            location = Lines(_shown(path), before).location(len(before))
            text = f"the byte 0x{data[fault.start]:02x} is not UTF-8"
            self.problems.append(error(location, Code.NOT_UTF_8, text, "save the file as UTF-8"))
            return SourceFile(_shown(path), path.stem, data.decode("utf-8", "replace"))

    def without_rivals(self, entries: dict[Kind, tuple[SourceFile, ...]]) -> dict[Kind, tuple[SourceFile, ...]]:
        """Drop the entries whose id an entry of an earlier kind has, and report them."""
        first: dict[str, SourceFile] = {}
        kept: dict[Kind, tuple[SourceFile, ...]] = {}
        for kind, files in entries.items():
            for file in files:
                if (rival := first.setdefault(file.name, file)) is not file:
                    text = f"the id {quoted(file.name)} is that of {rival.path} already"
                    hint = "rename one of the two files, and what refers to it"
                    self.problems.append(error(Location(file.path), Code.DUPLICATE_ID, text, hint))
            kept[kind] = tuple(file for file in files if first[file.name] is file)
        return kept


def _wide_encoding(data: bytes) -> str:
    """Give the encoding of two or four bytes a character in which a text is; "" where it is in none."""
    if marked := marked_encoding(data):
        return "" if marked == "utf-8-sig" else marked
    zeros = bytes(not one for one in data[:4])  # of letters and digits, every other byte is zero
    return {b"\0\1\0\1": "utf-16-le", b"\1\0\1\0": "utf-16-be"}.get(zeros, "")


def _holds_content(folder: Path) -> bool:
    return any(_is_content(path) for path in folder.rglob("*"))


def _is_content(path: Path) -> bool:
    return path.suffix.lower() in {".yml", ".yaml", ".md"} and path.stem.lower() not in _PAPERS


def _shown(path: Path) -> str:
    """Give a path as the user would type it; what cannot be printed is escaped, so that a message stays one line."""
    text = path.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _reason(fault: OSError) -> str:
    return (fault.strerror or "unknown reason").lower()


def _id_hint(path: Path) -> str:
    proposal = "-".join(re.findall(r"[a-z0-9]+", plain_words(path.stem)))
    meant = f': rename the file to "{proposal}{path.suffix}"' if proposal else ""
    return f"an id has lower-case letters a to z, digits and single hyphens{meant}"
