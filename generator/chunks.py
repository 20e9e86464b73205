"""Files as parts that stand one after the other: none is put together, and what two share is there once.

A part is bytes, or a stretch of a spool, which lies on the disk: the memory would hold few of a large site.
"""

from __future__ import annotations

import functools
import hashlib
import io
import tempfile
import weakref
import zlib
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import field
from itertools import islice
from pathlib import Path
from typing import TypeVar

from generator.frozen import frozen

T = TypeVar("T", bound=Hashable)
_BLOCK = 2**20  # bytes that are read at once
_CHECKSUM = 4  # bytes
DIGESTS = 32 + _CHECKSUM  # bytes of what `digests_of` gives
_SMALL = 2**18  # bytes up to which a spool stays in the memory


class Spool:
    """A file without a name for what waits to be written: however the process ends, nothing of it is left."""

    def __init__(self) -> None:
        """Begin an empty one."""
        self._file: io.BytesIO | io.FileIO = io.BytesIO()
        self._at = self._end = 0

    def add(self, parts: Iterable[bytes | memoryview]) -> Stretch:
        """Put parts behind what is there already.

        Raises OSError where the disk is full, with the folder in which such files lie: it may be on another disk.
        """
        start = self._end
        self._seek(start)
        try:
            for part in parts:
                if self._end + len(part) > _SMALL and isinstance(self._file, io.BytesIO):
                    self._move_to_disk(self._file.getvalue())
                _write(self._file, part)
                self._end += len(part)
        except OSError as fault:
            raise OSError(fault.errno, fault.strerror, tempfile.gettempdir()) from fault
        self._at = self._end
        return Stretch(self, start, self._end - start)

    def _move_to_disk(self, data: bytes) -> None:
        """Go on in a file that the system buffers alone: what is read of it lies here and there."""
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - the spool closes it when it goes
        weakref.finalize(self, self._file.close)
        _write(self._file, data)

    def all(self) -> Stretch:
        """Give all that is there."""
        return Stretch(self, 0, self._end)

    def read(self, start: int, length: int) -> bytes:
        """Give so many bytes."""
        self._seek(start)
        data = self._file.read(length)
        self._at = start + len(data)
        return data

    def _seek(self, place: int) -> None:
        if place != self._at:
            self._file.seek(place)
            self._at = place


def _write(file: io.BytesIO | io.FileIO, data: bytes | memoryview) -> None:
    """Write all, which the system may take in several turns."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


@frozen
class Stretch:
    """Bytes that lie in a spool."""

    spool: Spool = field(repr=False)
    start: int
    length: int

    def __len__(self) -> int:
        """Count the bytes."""
        return self.length

    def __getitem__(self, places: slice) -> Stretch:
        """Give a part of it, which is not read."""
        start, end, _ = places.indices(self.length)
        return Stretch(self.spool, self.start + start, max(0, end - start))

    def blocks(self) -> Iterator[bytes]:
        """Read it, block by block."""
        for at in range(0, self.length, _BLOCK):
            yield self.spool.read(self.start + at, min(_BLOCK, self.length - at))


Part = bytes | memoryview | Stretch
Chunks = Sequence[Part]


def blocks(data: Chunks) -> Iterator[bytes | memoryview]:
    """Give what a file holds, in blocks that are read one by one."""
    for part in data:
        if isinstance(part, Stretch):
            yield from part.blocks()
        elif len(part) <= _BLOCK:
            yield part
        else:
            view = memoryview(part)
            yield from (view[at : at + _BLOCK] for at in range(0, len(view), _BLOCK))


def batches(values: Iterable[T], most: int) -> Iterator[Collection[T]]:
    """Give values, each once, so many at a time."""
    left = iter(values)
    while some := dict.fromkeys(islice(left, most)):
        yield some


def joined(data: Chunks) -> bytes:
    """Put a file together; what lies in one stretch is there but once, for it is read in one go."""
    if len(data) == 1 and isinstance(data[0], Stretch):
        return data[0].spool.read(data[0].start, data[0].length)
    return b"".join(blocks(data))


def cut(part: Part, start: int, end: int | None = None) -> Part:
    """Give a part of a part, without a copy of it."""
    return part[start:end] if isinstance(part, Stretch) else memoryview(part)[start:end]


class File(tuple[Part, ...]):  # noqa: SLOT001 - a cached property needs the dictionary that slots would take away
    """A file as parts, of which it is worked out but once what several ask for."""

    @functools.cached_property
    def size(self) -> int:
        """Its length in bytes."""
        return sum(map(len, self))

    @functools.cached_property
    def sha256(self) -> str:
        """Its SHA-256 as hexadecimal digits."""
        whole = hashlib.sha256()
        for block in blocks(self):
            whole.update(block)
        return whole.hexdigest()

    @functools.cached_property
    def crc32(self) -> int:
        """Its checksum as ZIP files have it."""
        return functools.reduce(lambda sum_, block: zlib.crc32(block, sum_), blocks(self), 0)


def digests_of(data: bytes) -> bytes:
    """Give the SHA-256 of a file and its checksum as ZIP files have it, for `known_file`."""
    return hashlib.sha256(data).digest() + zlib.crc32(data).to_bytes(_CHECKSUM)


def known_file(part: Part, digests: bytes) -> File:
    """Give a file of one part, which is not read to know its digests."""
    file = File((part,))
    sha256, crc32 = digests[:-_CHECKSUM].hex(), int.from_bytes(digests[-_CHECKSUM:])
    vars(file).update(size=len(part), sha256=sha256, crc32=crc32)
    return file


def write_chunks(path: str | Path, data: Chunks) -> None:
    """Write a file. Raises OSError where the disk does not let it."""
    if len(data) == 1 and len(data[0]) <= _BLOCK:  # as a page is: Python's buffer would be one more copy
        with open(path, "wb", buffering=0) as file:  # noqa: PTH123 - there are many, and a Path takes as long as writing
            _write(file, joined(data))
    else:
        with Path(path).open("wb") as file:
            file.writelines(blocks(data))
