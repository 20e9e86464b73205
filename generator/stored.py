"""The memory of a run on the disk, for the next process: believed only if it is whole, and of this very program.

It is a pickle, for that keeps which values are the same object, and so shows at a glance what did not change; JSON
would cost more to read than it saves. A pickle can be made to run anything, so the only names that are looked up in
this one are those of the program's own plain values, its dataclasses and enumerations: a folder that came with
somebody's content can be wrong, but it can do nothing. Before that, a digest tells whether it is whole, and a number
whether the program, the packages that it rests on, and Python are the same; if not, it is as if there were none.
"""

from __future__ import annotations

import enum
import hashlib
import importlib
import io
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path
from typing import Any

from generator.chunks import joined
from generator.collecting import without_collection
from generator.export.parts import Section
from generator.knowledge import words
from generator.memory import Memory

_KEPT = 4  # folders of content and pages whose memory is kept, those last generated
_LARGEST = 2**30  # bytes
_HEAD = b"backgrounder memory\n"
_SIZE = 16  # bytes of a digest
_PACKAGES = (
    "ahocorasick_rs",
    "anyascii",
    "edtf",
    "jinja2",
    "lxml",
    "markdown",
    "nh3",
    "pydantic",
    "pyromark",
    "python-dateutil",
    "pyyaml",
    "rapidfuzz",
    "sentencex",
    "spylls",
)
_LITTLE = 20  # where no more than a twentieth was made anew, the memory that stands will do for the next run as well
_ENDINGS = frozenset({".py", ".j2", ".json", ".toml", ".yml"})


class Stored:
    """The place on the disk where the memory of runs with the same folders is kept."""

    def __init__(self, cache_folder: Path, *folders: Path) -> None:
        """Keep it in `cache_folder`, under a name that tells the folders of the run apart from others."""
        name = hashlib.blake2b("\0".join(str(one.absolute()) for one in folders).encode(), digest_size=8).hexdigest()
        self._folder = cache_folder
        self._file, self._stamps = cache_folder / f"{name}.memory", cache_folder / f"{name}.stamps"
        self._digest = b""

    def load(self) -> Memory:
        """Give what was kept; a new memory where there is none, or one that is not whole or of another program."""
        try:
            with self._file.open("rb") as file:
                head, number, digest, rest = file.read(len(_HEAD)), file.read(_SIZE), file.read(_SIZE), file.read()
        except OSError:
            return Memory()
        if head != _HEAD or number != _program() or digest != _digest(rest):
            return Memory()
        try:
            with without_collection():
                results, tables, pages, frame, handed, answers = _Unpickler(io.BytesIO(rest)).load()
        except Exception:  # noqa: BLE001 - whatever is wrong with it, it is made anew
            return Memory()
        words.answers.update(answers)
        self._digest = digest
        return Memory(results, {}, tables, pages, frame, self._read_stamps(), handed)

    def save(self, memory: Memory) -> None:
        """Keep a memory, if more is new in it than is quickly made again. A disk that does not let it loses nothing."""
        made = sum(map(len, memory.results.values())) + len(memory.pages)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            if not self._digest or memory.made * _LITTLE > made:
                self._write(memory)
            _replace(self._stamps, _pickled(memory.stamps))
            self._forget_others()

    def _write(self, memory: Memory) -> None:
        with without_collection():
            whole = memory.results, memory.tables, memory.pages, memory.frame, memory.handed, words.answers
            data = _pickled(whole)
        if len(data) <= _LARGEST:
            self._digest = _digest(data)
            _replace(self._file, _HEAD, _program(), self._digest, data)

    def _read_stamps(self) -> dict[str, tuple[bytes, tuple[int, ...]]]:
        try:
            found = _Unpickler(io.BytesIO(self._stamps.read_bytes())).load()
        except Exception:  # noqa: BLE001 - whatever is wrong with them, the pages are read instead
            return {}
        return found if isinstance(found, dict) else {}

    def _forget_others(self) -> None:
        files = sorted(self._folder.glob("*.memory"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
        for file in files[_KEPT:]:
            file.unlink()
            file.with_suffix(".stamps").unlink(missing_ok=True)


def _pickled(value: object) -> memoryview:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.dispatch_table = _Reducers()
    pickler.dump(value)
    return buffer.getbuffer()  # what it holds: a copy of that is as large again


class _Reducers(dict[type, Callable[[Any], tuple[type, tuple[object, ...]]]]):
    """How a dataclass is pickled: as a call of its class with its fields, in half the time of what Python does."""

    def __missing__(self, kind: type) -> Callable[[Any], tuple[type, tuple[object, ...]]]:
        """Make that of a class. Raises KeyError where it is no dataclass: pickle then knows what to do."""
        if kind is Section:  # its bytes lie in a spool, which ends with the process
            return self.setdefault(kind, lambda one: (kind, (joined([one.data]), one.lengths)))
        if not is_dataclass(kind):
            raise KeyError(kind)
        values = _values([field.name for field in fields(kind)])
        return self.setdefault(kind, lambda one: (kind, values(one)))


def _values(names: list[str]) -> Callable[[Any], tuple[object, ...]]:
    """Give what reads several attributes of a value at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


class _Unpickler(pickle.Unpickler):
    """Reads the program's own plain values and nothing else."""

    def find_class(self, module: str, name: str) -> object:
        """Give a dataclass or an enumeration of this program. Raises UnpicklingError for any other name."""
        if module.startswith("generator."):
            found = getattr(importlib.import_module(module), name, None)
            if isinstance(found, type) and found.__module__ == module and _is_plain(found):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong into a memory")


def _is_plain(found: type) -> bool:
    return is_dataclass(found) or issubclass(found, enum.Enum)


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.blake2b(data, digest_size=_SIZE).digest()


@cache
def _program() -> bytes:
    """Give a number of all that a result depends on beside the content: the program, its packages, Python."""
    root = Path(__file__).parent
    whole = hashlib.blake2b(sys.version.encode(), digest_size=_SIZE)
    for path in sorted(path for path in root.rglob("*") if path.suffix in _ENDINGS):
        whole.update(f"{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    whole.update(" ".join(version(package) for package in _PACKAGES).encode())
    return whole.digest()


def _replace(path: Path, *parts: bytes | memoryview) -> None:
    """Write a file beside its place and move it there, so that there is never half of one."""
    temporary = path.with_name(f".{path.name}.new")
    with temporary.open("wb") as file:
        file.writelines(parts)
    temporary.replace(path)
