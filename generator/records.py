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
import functools
import importlib
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from itertools import count, islice
from typing import Any, BinaryIO, Protocol

from generator.chunks import joined
from generator.export.parts import Section
from generator.frozen import reader_of
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

    def __init__(self, file: Target, known: Mapping[int, int] | None = None) -> None:
        """Begin with the first record of a file; `known` are the `numbers` of a reader whose values it may name."""
        self._pickler = pickle.Pickler(file, protocol=5)
        self._pickler.dispatch_table = _Reducers(known)

    def write(self, value: object) -> None:
        """Write one record."""
        self._pickler.dump(value)
        self._pickler.clear_memo()


def first(number: int, value: object) -> object:
    """Stand in a record for what keeps a value under a number, and gives it."""
    raise NotImplementedError  # only its name is written: whoever reads the record has a function of its own for it


def again(number: int) -> object:
    """Stand in a record for what gives the value that was kept under a number."""
    raise NotImplementedError  # as above


def named(kind: type, values: tuple[object, ...]) -> object:
    """Stand in a record for what makes a named tuple."""
    raise NotImplementedError  # as above


_Reduced = tuple[Callable[..., object], tuple[object, ...]]
_Reducer = Callable[[Any], _Reduced]


class _Once:
    """A value that is written here and kept under a number."""

    __slots__ = ("reduced", "value")

    def __init__(self, value: object, reduced: _Reducer) -> None:
        self.value, self.reduced = value, reduced


class _Reducers(dict[type, _Reducer]):
    """How dataclasses and named tuples are pickled: as a call that makes them, faster than Python does.

    All calls but those of dataclasses are of functions that are not written in Python, for there are very many.
    """

    def __init__(self, known: Mapping[int, int] | None) -> None:
        super().__init__({_Once: lambda once: once.reduced(once.value)})
        self._numbers = dict(known or {})  # of values that were written, by their identities
        # Below 0 where there are others: more may stand where those came from.
        self._fresh = count() if known is None else count(-1, -1)

    def __missing__(self, kind: type) -> _Reducer:
        """Make that of a class. Raises KeyError where it is no dataclass: pickle then knows what to do."""
        made = _reducer(kind)
        return self.setdefault(kind, self._numbered(made) if kind in _SHARED else made)

    def _numbered(self, made: _Reducer) -> _Reducer:
        numbers, fresh = self._numbers, self._fresh

        def reduced(one: object) -> _Reduced:
            if (number := numbers.get(id(one))) is not None:
                return again, (number,)
            number = numbers[id(one)] = next(fresh)
            return first, (number, _Once(one, made))

        return reduced


def _reducer(kind: type) -> _Reducer:
    """Tell how a value of a class is made again. Raises KeyError where it is none that is known here."""
    if kind is Section:  # its bytes may lie in a spool, which ends with the process
        return lambda one: (kind, (joined([one.data]), one.lengths))
    if _is_named_tuple(kind):
        return lambda one: (named, (kind, tuple(one)))
    if not is_dataclass(kind):
        raise KeyError(kind)
    values = reader_of([field.name for field in fields(kind)])
    return lambda one: (kind, values(one))


class RecordReader:
    """Reads records, the program's own plain values and nothing else."""

    def __init__(self, file: BinaryIO, before: RecordReader | None = None) -> None:
        """Begin with the record at which a file stands, which may name values that were read `before`."""
        self._file = file
        self._kept: dict[int, object] = before._kept if before else {}  # noqa: SLF001 - that of another reader

    def so_far(self) -> int:
        """Count the values that records may name."""
        return len(self._kept)

    def numbers(self, most: int) -> dict[int, int]:
        """Give the numbers of the first so many of these values, by their identities: they last while this does."""
        return {id(value): number for number, value in islice(self._kept.items(), most)}

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
            return {"first": self._kept.setdefault, "again": self._kept.__getitem__, "named": tuple.__new__}[name]
        return _class_called(module, name)


@functools.cache
def _class_called(module: str, name: str) -> type:
    if module.startswith("generator."):
        found = getattr(importlib.import_module(module), name, None)
        if isinstance(found, type) and found.__module__ == module and _is_plain(found):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} does not belong into a memory")


def _is_plain(found: type) -> bool:
    return is_dataclass(found) or issubclass(found, enum.Enum) or _is_named_tuple(found)


def _is_named_tuple(kind: type) -> bool:
    return issubclass(kind, tuple) and hasattr(kind, "_fields")
