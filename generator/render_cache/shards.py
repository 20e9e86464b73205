"""Shards: the pages of a site in shares, each rendered by a process of its own, maybe on another machine.

A shard is a file of records, under the keys that any build of the same site asks the store for. So nothing is put
together here: where the records of all shards are in the store, an ordinary build finds its pages there, and what a
shard lacks is rendered as it would be without shards.

The file: a line that names its layout, a line of JSON, the records (key, length, bytes), and a digest of all that.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from generator.render_cache.store import Store

_HEAD = b"backgrounder pages 1\n"
_DIGEST = 32
_KEY = 16
_BLOCK = 2**20
_NAME = re.compile(r"(\d+)-of-(\d+)\.pages")
_TAKEN = b"what was taken from shards"


@dataclass(frozen=True, order=True, slots=True)
class Shard:
    """One of `of` shares of a site's pages, counted from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        """Write it as a person does: `2/4`."""
        return f"{self.number}/{self.of}"

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"{self.number}-of-{self.of}.pages"

    def has(self, uri: str) -> bool:
        """Tell whether a page is of this share, by the path of its source alone."""
        digest = blake2b(uri.encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") % self.of == self.number - 1


class MadeError(Exception):
    """Ends a build that was run to make a shard: the shard is made, and no site is wanted of it."""


class UnusableError(Exception):
    """Says why nothing of a file can be used."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a build is to do instead of building: to render one share and write it into a folder."""

    shard: Shard
    folder: Path
    scratch: Path  # a folder for what is needed on the way

    def store(self, kept: Path) -> Path:
        """Give the path of a store for this build alone, which begins with what the site's own store `kept` holds."""
        path = self.scratch / "pages.sqlite"
        if kept.is_file():
            shutil.copyfile(kept, path)
        return path


order: Order | None = None
"""What the build of this process is to do instead, if it is to make a shard."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What the head of a file says: the share, and the digest of all that its pages depend on beside their source."""

    shard: Shard
    surroundings: str


def write(order: Order, surroundings: bytes, records: Iterable[tuple[bytes, bytes]]) -> Path:
    """Write the file of a shard, whole or not at all, and give its path. Raises OSError."""
    order.folder.mkdir(parents=True, exist_ok=True)
    path = order.folder / order.shard.file_name
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    head = {"shard": [order.shard.number, order.shard.of], "surroundings": surroundings.hex()}
    try:
        with partial.open("wb") as file:
            digest = blake2b(digest_size=_DIGEST)
            for part in (_HEAD, json.dumps(head).encode() + b"\n", *_parts(records)):
                digest.update(part)
                file.write(part)
            file.write(digest.digest())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return path


def _parts(records: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    for key, packed in records:
        yield key + len(packed).to_bytes(4, "big") + packed


def take_in(path: Path, store: Store) -> Contents:
    """Put the records of a file into the store, once it has proved whole, and give what its head says.

    Raises UnusableError where it is damaged, cut short or no such file; then nothing of it was put.
    """
    try:
        with path.open("rb") as file:
            _prove(file)
            file.seek(len(_HEAD))
            contents = _head(file.readline())
            for key, packed in _records(file, path.stat().st_size - _DIGEST):
                store.put_packed(key, packed)
    except OSError as fault:
        raise UnusableError(f"it cannot be read ({fault.strerror})") from None
    return contents


def _prove(file: BinaryIO) -> None:
    if file.read(len(_HEAD)) != _HEAD:
        raise UnusableError("it is no file of pages, or one of another version of the program")
    rest = file.seek(0, os.SEEK_END) - _DIGEST
    digest = blake2b(digest_size=_DIGEST)
    file.seek(0)
    while rest > 0 and (block := file.read(min(rest, _BLOCK))):
        digest.update(block)
        rest -= len(block)
    if file.read() != digest.digest():
        raise UnusableError("it is damaged or cut short: its digest does not fit")


def _head(line: bytes) -> Contents:
    try:
        read = json.loads(line)
        return Contents(Shard(*read["shard"]), str(read["surroundings"]))
    except (ValueError, KeyError, TypeError):
        raise UnusableError("its first lines say nothing of a shard") from None


def _records(file: BinaryIO, end: int) -> Iterator[tuple[bytes, bytes]]:
    while file.tell() < end:
        key, length = file.read(_KEY), int.from_bytes(file.read(4), "big")
        yield key, file.read(length)


def join(folder: Path, of: int | None, store: Store) -> tuple[list[Contents], list[str]]:
    """Put what all shards in a folder hold into the store; give what was taken, and a line for each that was not.

    `of` is how many there should be; None for as many as the names and the files themselves speak of. A folder that is
    missing holds none.
    """
    taken: dict[str, Contents] = {}
    told = []
    for path in sorted(folder.glob("*.pages")):
        try:
            taken[path.as_posix()] = take_in(path, store)
        except UnusableError as fault:
            told.append(f"{path.as_posix()}: nothing of it is used: {fault}")
    there = {contents.shard for contents in taken.values()}
    counts = {of} if of else {shard.of for shard in there} | _counted(folder)
    lacking = {Shard(number, count) for count in counts for number in range(1, count + 1)} - there
    told += [
        f"{(folder / shard.file_name).as_posix()}: it is missing"
        for shard in sorted(lacking)
        if not (folder / shard.file_name).exists()
    ]
    store.put(_TAKEN, {path: contents.surroundings for path, contents in taken.items()})
    return list(taken.values()), told


def _counted(folder: Path) -> set[int]:
    return {int(found[2]) for path in folder.glob("*.pages") if (found := _NAME.fullmatch(path.name))}


def taken(store: Store) -> dict[str, str] | None:
    """Give the digests of the surroundings of the shards that were put into a store since its last build, by path.

    None where nobody joined shards; they are told of once.
    """
    record = store.get(_TAKEN)
    if record is not None:
        store.drop(_TAKEN)
    return record
