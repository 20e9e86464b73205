"""The memory of a run on the disk, for the next process: believed only if it is whole, and of this very program.

A checksum tells whether it is whole, and a number whether the program, the packages that it rests on, and Python are
the same; if not, it is as if there were none. The rest is records: first which tables there are, with their keys in
order, then what stands in all of them under a key, some keys a record. So what was found out of one article stands
together. What only the edit of an entry asks for stands at the end, and is read then. After an edit it is left as it
is, and what was made anew stands beside it, in a file that tells of which memory it is (`renewals.py`).
"""

from __future__ import annotations

import functools
import hashlib
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from generator.chunks import batches
from generator.collecting import without_collection
from generator.export.parts import Pieces, Shared
from generator.knowledge.answers import answers
from generator.later import Seldom
from generator.leftovers import sweep
from generator.memory import SELDOM, Handed, Memory
from generator.records import RecordReader, RecordWriter, Target
from generator.renewals import Edits, Place, Tables, renewals, renewed, size_of

_KEPT = 4  # folders of content and pages whose memory is kept, those last generated
_KEPT_FILES = (".memory", ".stamps", ".edited")
_LARGEST = 2**30  # bytes
_HEAD, _HEAD_OF_STAMPS, _HEAD_OF_EDITS = b"backgrounder memory\n", b"backgrounder stamps\n", b"backgrounder edited\n"
_SIZE = 16  # bytes of the checksum with the length, and of the number of the program
_BLOCK = 2**20  # bytes that are read at once
_KEYS = 100  # whose values stand in one record
_PACKAGES = (
    "ahocorasick_rs",
    "anyascii",
    "edtf",
    "jinja2",
    "lxml",
    "markdown",
    "networkx",
    "nh3",
    "pydantic",
    "pyromark",
    "python-dateutil",
    "pyyaml",
    "rapidfuzz",
    "sentencex",
    "spylls",
)
_LITTLE = 20  # where no more than a twentieth was made anew, the memory stays, and that is kept beside it
_TOLD = ".dist-info"
_ENDINGS = (".py", ".j2", ".json", ".toml", ".yml")


class Stored:
    """The place on the disk where the memory of runs with the same folders is kept."""

    def __init__(self, cache_folder: Path, *folders: Path) -> None:
        """Keep it in `cache_folder`, under a name that tells the folders of the run apart from others."""
        names = (_seen_from(cache_folder, one) for one in folders)
        name = hashlib.blake2b("\0".join(names).encode(), digest_size=8).hexdigest()
        self._folder = cache_folder
        self._file, self._stamps, self._edits = (cache_folder / f"{name}{ending}" for ending in _KEPT_FILES)
        self._digest = b""
        self._before: _Before | None = None
        self.told: list[str] = []
        """What was found wrong with what is kept, a line each."""

    def load(self) -> Memory:
        """Give what was kept; a new memory where there is none, or one that is not whole or of another program."""
        try:
            with without_collection(), _opened(self._file, _HEAD) as (file, head):
                records = RecordReader(file)
                whole, sizes = _read(records), records.read()
                seldom = Seldom(self._file.absolute(), head, file.tell(), records).tables(sizes)
                before = _Before(whole.tables, records, records.so_far())
                memory, answered = self._renewed(whole, records, head[-_SIZE:])
        except FileNotFoundError:
            return Memory()
        except Exception as fault:  # noqa: BLE001 - whatever is wrong with it, it is made anew
            self._tell(self._file, fault, "everything is made anew")
            return Memory()
        answers.update(answered)
        memory.results |= seldom
        self._digest, self._before = head[-_SIZE:], before
        memory.stamps = self._read_stamps()
        return memory

    def save(self, memory: Memory) -> None:
        """Keep a memory, if more is new in it than is quickly made again. A disk that does not let it loses nothing."""
        made = sum(map(len, memory.results.values())) + len(memory.pages)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not self._digest or memory.made * _LITTLE > made or not self._save_edits(memory, made // _LITTLE):
                self._before = None
                self._digest = _write_whole(self._file, _HEAD, lambda file: _write(RecordWriter(file), memory))
                self._edits.unlink(missing_ok=True)
            _write_whole(self._stamps, _HEAD_OF_STAMPS, lambda file: RecordWriter(file).write(memory.stamps))
            self._forget_others()
        except OSError as fault:
            self._tell(self._folder, fault, "nothing is kept for the next run")

    def _save_edits(self, memory: Memory, most: int) -> bool:
        """Keep what is no longer as the memory on the disk has it, if it is no more than so many values."""
        before = self._before
        if before is None or not memory.made:
            return True
        found = renewals(before.tables, _tables(memory, handed=False))
        if size_of(one for (part, _), one in found.items() if part != "seen") > most:
            return False
        edits = Edits(found, memory.frame, answers)

        def write(file: Target) -> None:
            records = RecordWriter(file, before.records.numbers(before.known))
            records.write(self._digest)
            records.write(tuple(edits))

        _write_whole(self._edits, _HEAD_OF_EDITS, write)
        return True

    def _renewed(self, whole: _Whole, records: RecordReader, digest: bytes) -> tuple[Memory, Mapping[str, bool]]:
        """Give a memory with the edits that were kept beside it, and the answers; these are none of another memory."""
        try:
            with _opened(self._edits, _HEAD_OF_EDITS) as (file, _):
                beside = RecordReader(file, records)
                if beside.read() == digest:
                    edits = Edits(*beside.read())
                    return _as_memory(whole, edits), edits.answers
        except FileNotFoundError:
            pass
        except Exception as fault:  # noqa: BLE001 - whatever is wrong with them, what was edited is made anew
            self._tell(self._edits, fault, "what was edited last is made anew")
        return _as_memory(whole), whole.answers

    def _read_stamps(self) -> dict[str, tuple[bytes, tuple[int, ...]]]:
        try:
            with _opened(self._stamps, _HEAD_OF_STAMPS) as (file, _):
                found: dict[str, tuple[bytes, tuple[int, ...]]] = RecordReader(file).read()
        except FileNotFoundError:
            return {}
        except Exception as fault:  # noqa: BLE001 - whatever is wrong with them, the pages are read instead
            self._tell(self._stamps, fault, "every page is read again")
            return {}
        return found

    def _tell(self, path: Path, fault: Exception, so: str) -> None:
        reason = fault.strerror.lower() if isinstance(fault, OSError) and fault.strerror else str(fault)
        self.told.append(f"{path.as_posix()}: {reason}; {so}")

    def _forget_others(self) -> None:
        with suppress(OSError):  # another run may have done so meanwhile
            files = sorted(self._folder.glob("*.memory"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
            for file in files[_KEPT:]:
                for ending in _KEPT_FILES:
                    file.with_suffix(ending).unlink(missing_ok=True)
            sweep(self._folder, ".*.new")


# ---------------------------------------------------------------------------------------------- what stands in it


class _Whole(NamedTuple):
    """What was read of a memory, but for what is seldom asked for."""

    tables: Mapping[Place, dict[Any, object]]
    frame: str
    said: tuple[Shared, bytes] | None  # what the downloads share, and their schema
    answers: Mapping[str, bool]
    pieces: Mapping[str, Pieces]


class _Before(NamedTuple):
    """The memory on the disk: its tables, and how many of the values that were read with it stand in them."""

    tables: Tables
    records: RecordReader
    known: int


def _tables(memory: Memory, *, handed: bool = True) -> dict[Place, Mapping[Any, object]]:
    """Give all tables of a memory, each under the part of it that it belongs to and its name."""
    parts: dict[str, Mapping[str, Mapping[Any, object]]] = {
        "tables": memory.tables,
        "handed": memory.handed.tables if memory.handed and handed else {},
        "pages": {"": memory.pages, "cards": memory.cards, "glances": memory.glances},
        "seen": {"": memory.seen},
        "results": {name: table for name, table in memory.results.items() if name not in SELDOM},
    }
    return {(part, name): table for part, named in parts.items() for name, table in named.items()}


def _write(records: RecordWriter, memory: Memory) -> None:
    tables = _tables(memory)
    places = {id(table): place for place, table in reversed(tables.items())}  # some are there under two names
    own = {place: table for place, table in tables.items() if places[id(table)] == place}
    records.write({place: places[id(table)] for place, table in tables.items()})
    records.write({place: [*table] for place, table in own.items()})
    keys = dict.fromkeys(key for table in own.values() for key in table)
    for some in batches(keys, _KEYS):
        records.write([(place, {key: table[key] for key in some if key in table}) for place, table in own.items()])
    records.write(None)
    handed = memory.handed
    records.write((memory.frame, handed and (handed.shared, handed.schema), answers))
    for name, pieces in handed.pieces.items() if handed else ():
        records.write((name, pieces))
    records.write(None)
    seldom = {name: table for name in SELDOM if (table := memory.results.get(name)) is not None}
    records.write({name: len(table) for name, table in seldom.items()})
    for table in seldom.values():
        for some in batches(table, _KEYS):
            records.write({key: table[key] for key in some})
        records.write(None)


def _read(records: RecordReader) -> _Whole:
    """Give what was written. Raises any exception where it is not what was written."""
    places = records.read()
    own = {place: dict.fromkeys(keys) for place, keys in records.read().items()}
    while (some := records.read()) is not None:
        for place, values in some:
            own[place].update(values)
    tables = {place: own[at] for place, at in places.items()}
    frame, said, answered = records.read()
    return _Whole(tables, frame, said, answered, dict(iter(records.read, None)))


def _as_memory(whole: _Whole, edits: Edits | None = None) -> Memory:
    """Make a memory of what was read. The downloads stay as they are: what has changed since is easily found.

    Raises any exception where the edits are those of another memory.
    """
    parts: dict[str, dict[str, Any]] = {"tables": {}, "handed": {}, "pages": {}, "seen": {}, "results": {}}
    for (part, name), table in whole.tables.items():
        parts[part][name] = table
    for (part, name), renewal in edits.tables.items() if edits else ():
        parts[part][name] = renewed(parts[part].get(name, {}), renewal)
    handed = Handed(parts["handed"], whole.said[0], whole.pieces, whole.said[1]) if whole.said else None
    pages, seen = parts["pages"], {**parts["seen"][""]}  # which is brought up to date as files are read
    frame = edits.frame if edits else whole.frame
    memory = Memory(parts["results"], {}, parts["tables"], pages[""], frame=frame, handed=handed, seen=seen)
    memory.cards, memory.glances = pages["cards"], pages["glances"]
    return memory


# ---------------------------------------------------------------------------------------------- files


def _seen_from(place: Path, folder: Path) -> str:
    """Give the way from one folder to another, which stays what it is where a site is moved with its cache."""
    try:
        return os.path.relpath(folder, place)
    except ValueError:  # Windows knows no way from one drive to another
        return str(folder.absolute())


class _Sum:
    """What tells whether bytes are whole: their number and checksum, in half the time of a cryptographic digest."""

    def __init__(self) -> None:
        self._sum = self._length = 0

    def update(self, data: bytes | memoryview) -> None:
        self._sum, self._length = zlib.crc32(data, self._sum), self._length + len(data)

    def digest(self) -> bytes:
        return (self._length << 32 | self._sum).to_bytes(_SIZE)


@contextmanager
def _opened(path: Path, kind: bytes) -> Iterator[tuple[BinaryIO, bytes]]:
    """Open a file at its first record, and give its head, which ends with the digest.

    Raises OSError, and ValueError where it is not whole or of another program.
    """
    with path.open("rb") as file:
        head, number, digest = file.read(len(_HEAD)), file.read(_SIZE), file.read(_SIZE)
        if head == kind and number != _program():
            raise ValueError("it was kept by another version of the program, its packages or Python")
        if head != kind or digest != _digest(file):
            raise ValueError("it is damaged")
        file.seek(len(_HEAD) + 2 * _SIZE)
        yield file, head + number + digest


def _write_whole(path: Path, kind: bytes, write: Callable[[Target], None]) -> bytes:
    """Write a file that `_opened` takes, and give its digest. Raises OSError, and nothing is written then."""
    with _replacing(path) as file, without_collection():
        file.write(kind + _program() + bytes(_SIZE))
        digested = _Digested(file)
        write(digested)
        file.seek(len(_HEAD) + _SIZE)
        file.write(digested.digest())
    return digested.digest()


def _digest(file: BinaryIO) -> bytes:
    """Give the digest of all that is still to be read of a file."""
    whole = _Sum()
    while data := file.read(_BLOCK):
        whole.update(data)
    return whole.digest()


class _Digested:
    """A file whose digest is made as it is written. Raises OSError where it becomes too large to be kept."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._whole = _Sum()
        self._left = _LARGEST

    def write(self, data: bytes | memoryview) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise OSError("it is too large")
        self._whole.update(data)
        return self._file.write(data)

    def digest(self) -> bytes:
        return self._whole.digest()


@functools.cache
def _program() -> bytes:
    """Give a number of all that a result depends on beside the content: the program, its packages, Python."""
    root = str(Path(__file__).parent)
    whole = hashlib.sha256(sys.version.encode())
    paths = (f"{folder}/{name}" for folder, _, names in os.walk(root) for name in names if name.endswith(_ENDINGS))
    for path in sorted(paths):  # of these there are hundreds, and a Path of each takes longer than reading it
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path of each takes longer
            whole.update(f"{path[len(root) :]}\0".encode() + file.read() + b"\0")
    whole.update(" ".join(versions(_PACKAGES)).encode())
    return whole.digest()[:_SIZE]


def versions(packages: Sequence[str]) -> list[str]:
    """Give the version of each package, read off the names of the folders that tell of what is installed.

    Raises PackageNotFoundError where one is not installed.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            names = os.listdir(folder or ".")  # noqa: PTH208 - a Path of each of hundreds takes longer
            told = (name.removesuffix(_TOLD).partition("-") for name in names if name.endswith(_TOLD))
            found = {**{name.lower(): number for name, _, number in told}, **found}
    folded = [package.replace("-", "_") for package in packages]
    if found.keys() >= {*folded}:
        return [found[package] for package in folded]
    from importlib.metadata import version  # noqa: PLC0415 - loading it takes longer than all of the above

    return [version(package) for package in packages]


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """Write a file beside its place and move it there, so that there is never half of one."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")  # another run may write its own at the same time
    try:
        with temporary.open("wb") as file:
            yield file
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
