"""Writing: put the pages under docs/ without ever touching what a person wrote.

A page that the generator wrote says so itself: the first key of its front matter is a digest of all the rest. A file
whose digest is right is the generator's own, to rewrite or remove; any other file is a person's, a page changed by hand
included. So no list of written files is needed that could be lost, and a run that was killed needs no repair: each page
is either the old one or the new one, and the next run writes what is missing.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from generator.chunks import Chunks, Spool, Stretch, joined, write_chunks
from generator.codes import Code
from generator.frozen import frozen
from generator.model import Location, Page
from generator.problems import Problem, error, quoted, warning
from generator.stamps import Stamp, mark, stamp_of

try:
    import fcntl
except ImportError:  # there is none on Windows: runs are then not kept apart
    fcntl = None  # type: ignore[assignment] # Windows has none

_COMMENT = ("<!-- generated: ", " -->\n")
# The first line of each kind of page, and what stands around the digest in the line after it.
_MARKS = {
    "---\n": ("generated: ", "\n"),
    "<!doctype html>\n": _COMMENT,
    '<?xml version="1.0" encoding="utf-8"?>\n': _COMMENT,
}
_SIGNED = re.compile(
    "|".join(f"({re.escape(head)}){re.escape(a)}([0-9a-f]{{32}}){re.escape(z)}" for head, (a, z) in _MARKS.items())
)
_ENDINGS = (".md", ".html", ".xml")
_HEAD = 128  # characters that the signature fits in
_TEMPORARY = ".backgrounder-"
_NOTHING_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})  # a link in a circle leads to nothing
_MOVE = "move it to another name, or delete it to have the generated page; what a page says is changed in the content"


@frozen
class Signed:
    """A page as it is to be written. All pages of a site wait in a spool until none of them has a fault."""

    path: str
    data: Stretch


@frozen
class Written:
    """What a run changed on the disk: paths under docs/, sorted, and how many pages were right already.

    `stamps` are those of what was written, by path, where they may be believed.
    """

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    stamps: Mapping[str, Stamp] = field(default_factory=dict, compare=False)


def write_pages(
    pages: Sequence[Signed], docs: Path, standing: Collection[str] = (), *, write: bool = True
) -> tuple[Written | None, list[Problem]]:
    """Write the pages that differ from the disk and remove the generator's own that are no longer wanted.

    `standing` are the paths of other pages that are wanted and stand there as they are to be.
    Nothing is written where a page would replace a file that a person wrote: that is an error. Without `write` nothing
    is touched at all, and what is given is what would be done. Raises OSError where the disk does not let it, all old
    pages standing as they were, and ValueError where two pages have one path.
    """
    paths = {page.path for page in pages}
    if len(paths) < len(pages):
        raise ValueError("two pages have the same path")
    if write:
        docs.mkdir(parents=True, exist_ok=True)
        clear_temporaries(docs)
    in_order = sorted(pages, key=lambda page: page.path)
    changed = []
    problems = []
    for page in in_order:
        path = f"{docs}/{page.path}"  # of these there are many, and to make each a Path takes as long as to ask for it
        data = read_file(path)
        if data is None or data != joined([page.data]):
            changed.append(page)
            problems += [foreign_page(docs / page.path)] if _is_foreign(path, data) else []
    problems += in_the_way(docs, paths)
    if problems:
        return None, problems
    stale, kept = _stale(docs, {*paths, *standing})
    stamps: dict[str, Stamp] = {}
    if write:
        stamps = replace(docs, ((page.path, [page.data]) for page in changed))
        remove(docs, stale)
    written = tuple(page.path for page in changed)
    return Written(written, tuple(stale), len(pages) + len(standing) - len(changed), stamps), kept


def own_page(docs: Path, path: str) -> str:
    """Give the text of a page as the generator wrote it last; "" where it wrote none, or a person has changed it."""
    try:
        data = read_file(docs / path)
    except OSError:  # then it is written anew, or writing tells what is the matter
        return ""
    text = data.decode("utf-8", "replace") if data else ""
    return text if is_generated(text) else ""


def signed(page: Page, spool: Spool) -> tuple[Signed, bytes]:
    """Give a page as it is to be written, put into a spool, and its bytes.

    Raises ValueError where it has no known head, and OSError where the spool finds no room.
    """
    data = sign(page.text).encode()
    return Signed(page.path, spool.add([data])), data


def sign(text: str) -> str:
    """Put the digest of a page into its front matter, or a comment. Raises ValueError where it has no known head."""
    for head, (before, after) in _MARKS.items():
        if text.startswith(head):
            return f"{head}{before}{_digest(text)}{after}{text[len(head) :]}"
    raise ValueError(f"a page begins with front matter, not with {text[:20]!r}")


def is_generated(text: str) -> bool:
    """Tell whether a page is as the generator wrote it."""
    text = _with_plain_line_ends(text)
    found = _SIGNED.match(text)
    if found is None:
        return False
    head, digest = (part for part in found.groups() if part)
    return digest == _digest(head + text[found.end() :])


def _digest(text: str) -> str:
    return hashlib.sha256(_with_plain_line_ends(text).encode()).hexdigest()[:32]


def _with_plain_line_ends(text: str) -> str:
    """Leave out of the digest what git may change at a checkout, and what an article's own line ends bring in."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Make a folder if need be, and hold a lock on it, which the system lets go of however the process ends."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def in_the_way(docs: Path, paths: Iterable[str]) -> list[Problem]:
    """Tell of files and links where folders are to be: a link could lead the pages anywhere."""
    folders = {docs / path.rpartition("/")[0] for path in paths}  # of all pages there are few
    parents = {one for folder in folders for one in (folder, *folder.parents) if docs in one.parents}
    return [foreign_page(one) for one in sorted(parents) if one.is_symlink() or (one.exists() and not one.is_dir())]


def nested(content: Path, docs: Path) -> list[Problem]:
    """Tell where the pages would lie in the content, or the content among the pages, which a builder publishes."""
    inner, outer = sorted((content.resolve(), docs.resolve()), key=lambda one: -len(one.parts))
    if not inner.is_relative_to(outer):
        return []
    told = f"the pages {quoted(docs.as_posix())} and the content {quoted(content.as_posix())} lie one in the other"
    hint = "put them side by side: pages would be read as content, and content would be published as it stands"
    return [error(Location(docs.as_posix()), Code.NESTED, told, hint)]


def unwritable(fault: OSError, docs: Path) -> Problem:
    """Tell that the disk does not let a page be written."""
    reason = (fault.strerror or "unknown reason").lower()
    hint = "see to it that the disk has room and that you may write there, then run it again"
    place = Location(Path(fault.filename or docs).as_posix())
    return error(place, Code.UNWRITABLE, f"the page cannot be written ({reason})", hint)


def read_file(path: str | Path) -> bytes | None:
    """Read a file; None where there is none, or a link, through which nothing is read or written."""
    try:
        is_file = stat.S_ISREG(os.lstat(path).st_mode)
    except OSError as fault:
        if fault.errno in _NOTHING_THERE:
            return None
        raise
    return Path(path).read_bytes() if is_file else None


def _is_foreign(path: str, data: bytes | None) -> bool:
    """Tell whether what stands in a place, which is this data if it is a file, is none of the generator's."""
    if data is None:
        return os.path.lexists(path)
    return not is_generated(data.decode("utf-8", "replace"))


def foreign_page(path: Path, what: str = "page", mend: str = _MOVE) -> Problem:
    """Tell that a person's file stands where a page, or another file, is to be generated."""
    return error(
        Location(path.as_posix()),
        Code.HAND_WRITTEN_PAGE,
        f"a {what} is to be generated as {quoted(path.as_posix())}, "
        "but what stands there was written or changed by hand",
        mend,
    )


def _stale(docs: Path, wanted: Container[str]) -> tuple[list[str], list[Problem]]:
    """List the generator's own pages that are no longer wanted; those that were changed by hand since are only told."""
    stale, kept = [], []
    for name in sorted(name for name in _files(docs) if name.endswith(_ENDINGS) and name not in wanted):
        path = docs / name
        if not _is_marked(path):
            continue
        if is_generated(path.read_text("utf-8", "replace")):
            stale.append(name)
        else:
            kept.append(_changed_by_hand(path))
    return stale, kept


def _changed_by_hand(path: Path) -> Problem:
    return warning(
        Location(path.as_posix()),
        Code.STALE_PAGE,
        f"{quoted(path.as_posix())} is no longer generated, and was changed by hand since it was: it stays",
        'delete it, or keep it as your own by removing the line "generated: …" from its front matter',
    )


def _is_marked(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as file:
        return _SIGNED.match(file.read(_HEAD)) is not None


def _files(docs: Path) -> Iterator[str]:
    """Give all files below a folder by their paths in it, with forward slashes."""
    for folder, _, names in os.walk(docs):
        inside = Path(folder).relative_to(docs).as_posix()
        yield from (name if inside == "." else f"{inside}/{name}" for name in names)


def replace(docs: Path, changed: Iterable[tuple[str, Chunks]]) -> dict[str, Stamp]:
    """Write all files beside their places first and move them there afterwards, so that a full disk costs nothing.

    Give the stamps of those of which they may be believed. Raises OSError, with the path that could not be written;
    then nothing that this made is left.
    """
    moves: list[tuple[str, str]] = []
    times: dict[str, int] = {}
    made: list[Path] = []
    seen: set[str] = set()
    try:
        for name, data in changed:
            target = f"{docs}/{name}"
            folder = target.rpartition("/")[0]
            made += [] if folder in seen else _make(Path(folder))
            seen.add(folder)
            temporary = f"{folder}/{_TEMPORARY}{len(moves)}"
            moves.append((temporary, target))
            write_chunks(temporary, data)
            times[name] = mark(temporary)
    except OSError as fault:
        for temporary, _ in moves:
            Path(temporary).unlink(missing_ok=True)
        for one in reversed(made):
            one.rmdir()
        raise OSError(fault.errno, fault.strerror, str(Path(target))) from None
    for temporary, target in moves:
        os.replace(temporary, target)  # noqa: PTH105 - there are as many as pages, and a Path takes as long
    stamps = {name: stamp_of(f"{docs}/{name}") for name in times}
    return {name: stamp for name, stamp in stamps.items() if stamp and stamp[1] == times[name]}


def _make(folder: Path) -> list[Path]:
    """Make a folder, and give those that were not there, the outermost first."""
    missing = [one for one in (*reversed(folder.parents), folder) if not one.exists()]
    for one in missing:
        one.mkdir()
    return missing


def remove(docs: Path, stale: Iterable[str]) -> None:
    """Remove files, and the folders that they leave empty."""
    for name in stale:
        path = docs / name
        path.unlink()
        if path.parent != docs and not any(path.parent.iterdir()):
            path.parent.rmdir()


def clear_temporaries(docs: Path) -> None:
    """Remove what a run that was killed left behind."""
    for name in [name for name in _files(docs) if name.rpartition("/")[2].startswith(_TEMPORARY)]:
        (docs / name).unlink()
