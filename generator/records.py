"""Plain values of this program in a file, one record after the other, and back again.

A record is a pickle, for that is quick to read; JSON would cost more to read than it saves. One pickle of all would
take half as much memory again to write. So each record stands for itself, but for the larger values: where one stands
in several records it is there once, and is one object again when it is read. Whoever compares what was with what is
sees at a glance, then, what did not change.

A pickle can be made to run anything, so the only names that are looked up in one are those of the program's own plain
values, its dataclasses and enumerations: a file that came with somebody's content can be wrong, but it can do nothing.
"""

from __future__ import annotations

import enum
import importlib
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any, BinaryIO, Protocol

from generator.chunks import joined
from generator.export.parts import Section
from generator.model import (
    Article,
    Backlink,
    DateMention,
    Entity,
    Passage,
    Prose,
    Quotation,
    Quote,
    Relation,
    SourceFile,
    Statement,
)

# What several records hold.
_SHARED = frozenset(
    [Article, Backlink, DateMention, Entity, Passage, Prose, Quotation, Quote, Relation, SourceFile, Statement]
)


class Target(Protocol):
    """What records are written to."""

    def write(self, data: bytes | memoryview, /) -> int:
        """Take bytes."""
        ...


class RecordWriter:
    """Writes records. What is written has to stay in the memory until the last one is."""

    def __init__(self, file: Target) -> None:
        """Begin with the first record of a file."""
        self._pickler = pickle.Pickler(file, protocol=5)
        self._pickler.dispatch_table = _Reducers()

    def write(self, value: object) -> None:
        """Write one record."""
        self._pickler.dump(value)
        self._pickler.clear_memo()


def first(kind: Callable[..., object], number: int, *values: object) -> object:
    """Stand in a record for what makes a value and keeps it under a number."""
    raise NotImplementedError  # only its name is written: whoever reads the record has a function of its own for it


def again(number: int) -> object:
    """Stand in a record for what gives the value that was kept under a number."""
    raise NotImplementedError  # as above


_Reduced = tuple[Callable[..., object], tuple[object, ...]]


class _Reducers(dict[type, Callable[[Any], _Reduced]]):
    """How dataclasses and named tuples are pickled: as a call of the class, faster than Python does."""

    def __init__(self) -> None:
        super().__init__()
        self._written: set[int] = set()  # the identities of values, which stand for them in the records

    def __missing__(self, kind: type) -> Callable[[Any], _Reduced]:
        """Make that of a class. Raises KeyError where it is no dataclass: pickle then knows what to do."""
        if kind is Section:  # its bytes may lie in a spool, which ends with the process
            return self.setdefault(kind, lambda one: (kind, (joined([one.data]), one.lengths)))
        if _is_named_tuple(kind):
            return self.setdefault(kind, lambda one: (kind, tuple(one)))
        if not is_dataclass(kind):
            raise KeyError(kind)
        values = _values([field.name for field in fields(kind)])
        if kind in _SHARED:
            return self.setdefault(kind, self._numbered(kind, values))
        return self.setdefault(kind, lambda one: (kind, values(one)))

    def _numbered(self, kind: type, values: Callable[[Any], tuple[object, ...]]) -> Callable[[Any], _Reduced]:
        written = self._written

        def reduced(one: object) -> _Reduced:
            if (number := id(one)) in written:
                return again, (number,)
            written.add(number)
            return first, (kind, number, *values(one))

        return reduced


def _values(names: list[str]) -> Callable[[Any], tuple[object, ...]]:
    """Give what reads several attributes of a value at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


class RecordReader:
    """Reads records, the program's own plain values and nothing else."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin with the record at which a file stands."""
        self._file = file
        self._kept: dict[int, object] = {}

    def go_on(self, file: BinaryIO) -> None:
        """Go on with the record at which a file stands that was opened again."""
        self._file = file

    def read(self) -> Any:  # noqa: ANN401 - a record may be any value; who wrote it knows which
        """Give the next record. Raises any exception where there is none, or it is not whole."""
        return _Unpickler(self._file, self._kept).load()


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: BinaryIO, kept: dict[int, object]) -> None:
        super().__init__(file)
        self._kept = kept

    def find_class(self, module: str, name: str) -> object:
        """Give a dataclass, named tuple or enumeration of this program. Raises UnpicklingError for any other name."""
        if module == __name__:
            return {"first": self._first, "again": self._kept.__getitem__}[name]
        if module.startswith("generator."):
            found = getattr(importlib.import_module(module), name, None)
            if isinstance(found, type) and found.__module__ == module and _is_plain(found):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong into a memory")

    def _first(self, kind: Callable[..., object], number: int, *values: object) -> object:
        made = self._kept[number] = kind(*values)
        return made


def _is_plain(found: type) -> bool:
    return is_dataclass(found) or issubclass(found, enum.Enum) or _is_named_tuple(found)


def _is_named_tuple(kind: type) -> bool:
    return issubclass(kind, tuple) and hasattr(kind, "_fields")
