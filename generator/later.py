"""Tables of a memory that are read only when something is first looked up in them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from generator.collecting import without_collection
from generator.memory import Kept
from generator.records import RecordReader

V = TypeVar("V")


class Later(Mapping[str, V]):
    """A mapping that is read when something is first looked up in it."""

    def __init__(self, size: int, read: Callable[[], Mapping[str, V]]) -> None:
        """Stand for what `read` gives."""
        self._size, self._read = size, functools.cache(read)

    def __getitem__(self, key: str) -> V:
        """Give the value of a key."""
        return self._read()[key]

    def __iter__(self) -> Iterator[str]:
        """Go through all keys."""
        return iter(self._read())

    def __len__(self) -> int:
        """Count the keys there were when it was written."""
        return self._size


class Seldom:
    """The tables at the end of a file that was found to be whole, which are read one after the other when needed."""

    def __init__(self, path: Path, head: bytes, place: int, records: RecordReader) -> None:
        """Know the file by the bytes at its beginning, its digest among them, and go on at a place in it."""
        self._path, self._head, self._place, self._records = path, head, place, records
        self._found: dict[str, dict[str, Kept[Any]]] = {}

    def tables(self, sizes: Mapping[str, int]) -> dict[str, Mapping[str, Kept[Any]]]:
        """Promise all tables, by name, in the order in which they stand there."""
        names = list(sizes)
        reads = [functools.partial(self._table, names[: at + 1]) for at in range(len(names))]
        return {name: Later(sizes[name], read) for name, read in zip(names, reads, strict=True)}

    def _table(self, names: Sequence[str]) -> dict[str, Kept[Any]]:
        """Read up to the last of these; it is empty where the file is another one by now, and all is made anew then."""
        for name in names:
            if name not in self._found:
                try:
                    self._found[name] = self._read()
                except Exception:  # noqa: BLE001 - whatever is wrong with it, it is made anew
                    self._found[name] = {}
        return self._found[names[-1]]

    def _read(self) -> dict[str, Kept[Any]]:
        with self._path.open("rb") as file, without_collection():
            if file.read(len(self._head)) != self._head:
                raise ValueError("the file is another one")
            file.seek(self._place)
            self._records.go_on(file)
            found: dict[str, Kept[Any]] = {}
            while (some := self._records.read()) is not None:
                found.update(some)
            self._place = file.tell()
        return found
