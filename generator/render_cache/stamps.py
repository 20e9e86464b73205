"""What a file holds, without reading it again where the system says that nobody has written to it since."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

_SETTLED = 2 * 10**9  # nanoseconds after which a file that is written again has another time of change

Known = list[str | int]
"""A digest in hexadecimal, then what the system said of the file when it was read: size, two times, number."""


class Stamps:
    """Digests of files by path: those that an earlier build noted, and those that this one reads.

    What the system says is believed only of a file that was read when its last change lay some time back, as git does:
    two changes within one tick of the clock look like one.
    """

    def __init__(self, noted: Mapping[str, Known]) -> None:
        """Begin with what was noted, as `taken` gave it."""
        self._noted = noted
        self._now: dict[str, Known] = {}

    def digest(self, path: str, at: str | None = None) -> str | None:
        """Give the digest of a file, known by `path` and for now to be found `at`; None where there is none."""
        try:
            status = Path(at or path).stat()
            known = self._noted.get(path)
            if known and known[1:] == _stamp(status):
                self._now[path] = known
                return str(known[0])
            return self.read(path, at)[1] if stat.S_ISREG(status.st_mode) else None
        except OSError:
            return None

    def read(self, path: str, at: str | None = None) -> tuple[bytes, str]:
        """Give the bytes of a file and their digest. Raises OSError."""
        file, now = Path(at or path), time.time_ns()
        status, data = file.stat(), file.read_bytes()
        digest = digest_of(data)
        if max(status.st_mtime_ns, status.st_ctime_ns) < now - _SETTLED:
            self._now[path] = [digest, *_stamp(status)]
        return data, digest

    def taken(self) -> dict[str, Known]:
        """Give what the next build may believe: of the files that were asked for, those that had settled."""
        return self._now


def _stamp(status: os.stat_result) -> list[int]:
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def digest_of(data: bytes) -> str:
    """Give the digest of bytes, as Stamps gives that of a file."""
    return blake2b(data, digest_size=16).hexdigest()
