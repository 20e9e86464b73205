"""Files as parts that stand one after the other: none is put together, and what two share is there once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

Chunks = Sequence[bytes | memoryview]


def size(data: Chunks) -> int:
    """Give the length of a file in bytes."""
    return sum(map(len, data))


def sha256(data: Chunks) -> str:
    """Give the SHA-256 of a file as hexadecimal digits."""
    whole = hashlib.sha256()
    for part in data:
        whole.update(part)
    return whole.hexdigest()


def write_chunks(path: Path, data: Chunks) -> None:
    """Write a file. Raises OSError where the disk does not let it."""
    with path.open("wb") as file:
        file.writelines(data)
