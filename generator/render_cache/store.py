"""A file of records between builds: nothing in it is believed that does not match its digest."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zlib
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Self

Record = dict[str, Any]
_PLACE = Path(".cache") / "backgrounder" / "pages.sqlite"
"""What JSON can hold."""

LIMIT = 512 * 1024 * 1024
"""Bytes of records that a store keeps beside those that the last build used."""

_LAYOUT = 3
_FAULTS = (sqlite3.Error, OSError, ValueError, TypeError)
"""What a file raises that cannot be used; the last two where damaged bytes were taken for values of another type."""

_UNUSABLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""What SQLite says of a file that is locked, may not be written or finds no room; all else it says of a damaged one."""


def place(site: Path) -> Path:
    """Give the path of the store of a site, by the folder that holds its mkdocs.yml."""
    return site / _PLACE


class Store:
    """Records by key, in one SQLite file; used as a context, at the end of which the file is whole and bounded.

    A file that cannot be read, is damaged or has another layout is begun anew, and where none can be written
    nothing is kept: a store never fails a build.
    """

    def __init__(self, path: Path, *, limit: int | None = LIMIT, patience: float = 2.0) -> None:
        """Open or begin the file `path`, whose folder is made where it is missing.

        `patience` is how many seconds it waits for another build that writes to the file. Without a `limit` it drops
        nothing.
        """
        self._path, self._limit, self._patience = path, limit, patience
        self._used: set[bytes] = set()
        self._broken: set[bytes] = set()
        self._told: list[str] = []
        self._file = self._opened()

    def __enter__(self) -> Self:
        """Begin to use it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, whatever happened."""
        self.close()

    @property
    def usable(self) -> bool:
        """Whether what is put is kept."""
        return self._file is not None

    @property
    def told(self) -> list[str]:
        """What was found wrong with the file so far, a line each; empty where all was well."""
        count = len(self._broken)
        broken = f"{self._path}: {count} of its records were damaged; what they held was made anew"
        return [*self._told, *([broken] if count else [])]

    def get(self, key: bytes) -> Record | None:
        """Give the record of a key, or None where there is none or it is damaged."""
        packed = self.packed(key)
        if packed is None:
            return None
        self._used.add(key)
        record: Record = json.loads(zlib.decompress(packed))
        return record

    def has(self, key: bytes) -> bool:
        """Tell whether there is a record of a key; that it is undamaged shows only when it is got."""
        return self._asked("SELECT 1 FROM records WHERE key = ?", (key,)) is not None

    def use(self, keys: Iterable[bytes]) -> None:
        """Count records as used that this build had no need to get."""
        if self._file is not None:
            self._used.update(keys)

    def put(self, key: bytes, record: Record) -> None:
        """Keep a record under a key."""
        if self._file is None:
            return
        self.put_packed(key, zlib.compress(json.dumps(record, separators=(",", ":")).encode(), 1))

    def put_packed(self, key: bytes, packed: bytes) -> None:
        """Keep a record as `packed` gives it."""
        self._used.add(key)
        self._asked("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", (key, _digest(key, packed), packed))

    def packed(self, key: bytes) -> bytes | None:
        """Give the record of a key as it is written, for another store; None where there is none or it is damaged."""
        row = self._asked("SELECT digest, packed FROM records WHERE key = ?", (key,))
        if row is None:
            return None
        digest, packed = row
        if isinstance(packed, bytes) and digest == _digest(key, packed):
            return packed
        self._broken.add(key)
        return None

    def drop(self, key: bytes) -> None:
        """Keep the record of a key no longer."""
        self._used.discard(key)
        self._asked("DELETE FROM records WHERE key = ?", (key,))
        self._asked("DELETE FROM uses WHERE key = ?", (key,))

    def close(self) -> None:
        """Write what was put, and drop what was used least lately beyond the limit."""
        if self._file is None:
            return
        try:
            _note_use(self._file, self._used)
            if self._limit is not None:
                _drop_oldest(self._file, self._limit)
            self._file.commit()
        except _FAULTS as fault:
            self._recovered(fault)
        self._let_go()

    def _asked(self, statement: str, values: tuple[object, ...]) -> tuple[Any, ...] | None:
        """Run a statement and give its first row; a damaged file is begun anew, and one that is no use is let go."""
        if self._file is None:
            return None
        try:
            row: tuple[Any, ...] | None = self._file.execute(statement, values).fetchone()
        except _FAULTS as fault:
            self._recovered(fault)
            return None
        return row

    def _let_go(self) -> None:
        if self._file is not None:
            with contextlib.suppress(sqlite3.Error):
                self._file.close()
        self._file = None
        self._used.clear()

    def _opened(self) -> sqlite3.Connection | None:
        """Open the file, begun anew where it is damaged or of another layout; None where that is not possible."""
        file = None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            new = not self._path.exists()
            file = _connected(self._path, self._patience)
            layout = file.execute("PRAGMA user_version").fetchone()[0]
            if layout == _LAYOUT:
                return file
        except _FAULTS as fault:
            return self._anew(file, fault)
        if layout == 0 and not new:  # what an empty file says
            return self._anew(file, ValueError("it is empty"))
        if not new:
            self._told.append(f"{self._path}: it was kept by another version, so nothing of it is used")
        return self._anew(file, None)

    def _recovered(self, fault: Exception) -> None:
        """Go on with an empty file where the old one is damaged, and without one where it can only be left alone."""
        file, self._file = self._file, None
        self._used.clear()
        self._file = self._anew(file, fault)

    def _anew(self, file: sqlite3.Connection | None, fault: Exception | None) -> sqlite3.Connection | None:
        """Close a file and begin an empty one in its place, or give None where that is not possible."""
        if file is not None:
            with contextlib.suppress(sqlite3.Error):
                file.close()
        if fault is not None and not _is_unusable(fault):
            self._told.append(f"{self._path}: it was damaged ({fault}), so nothing of it is used")
            fault = None
        if fault is None:
            try:
                return _begun(self._path, self._patience)
            except _FAULTS as hindrance:
                fault = hindrance
        self._told.append(f"{self._path}: nothing is taken from it or kept in it: {fault}")
        return None


def _is_unusable(fault: Exception) -> bool:
    """Tell whether a fault is that of the disk, of rights or of another build, not of what the file holds."""
    code = getattr(fault, "sqlite_errorcode", None)
    return isinstance(fault, OSError) or (code is not None and code & 0xFF in _UNUSABLE)


def _begun(path: Path, patience: float) -> sqlite3.Connection:
    """Begin an empty file. Raises sqlite3.Error or OSError where that is not possible."""
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)  # what it would put back belongs to the old file
    file = _connected(path, patience)
    file.execute("CREATE TABLE records (key BLOB PRIMARY KEY, digest BLOB, packed BLOB)")
    # By itself, since all of it is written anew at each build, and a row of it is short.
    file.execute("CREATE TABLE uses (key BLOB PRIMARY KEY, build INTEGER) WITHOUT ROWID")
    file.execute(f"PRAGMA user_version = {_LAYOUT}")
    file.commit()
    return file


def _connected(path: Path, patience: float) -> sqlite3.Connection:
    """Open a file; another build that writes to it is waited for, and then done without."""
    file = sqlite3.connect(path, timeout=patience)
    file.execute("PRAGMA synchronous = OFF")  # what a crash leaves half written does not match its digest
    return file


def _note_use(file: sqlite3.Connection, used: set[bytes]) -> None:
    """Write the number of this build to all that it used."""
    build = file.execute("SELECT coalesce(max(build), 0) + 1 FROM uses").fetchone()[0]
    file.executemany("INSERT OR REPLACE INTO uses VALUES (?, ?)", ((key, build) for key in sorted(used)))


def _drop_oldest(file: sqlite3.Connection, limit: int) -> None:
    """Drop records that this build did not use, the longest unused first, until the rest of them fits the limit."""
    pages, size = (file.execute(f"PRAGMA {part}").fetchone()[0] for part in ("page_count", "page_size"))
    if pages * size <= limit:  # as it mostly is: then not even the sizes of all need be looked up
        return
    unused = file.execute(
        "SELECT records.key, length(packed) FROM records LEFT JOIN uses ON uses.key = records.key"
        " WHERE build IS NULL OR build < (SELECT max(build) FROM uses) ORDER BY build DESC, records.key"
    )
    kept, dropped = 0, []
    for key, size in unused:
        kept += size
        if kept > limit:
            dropped.append((key,))
    file.executemany("DELETE FROM records WHERE key = ?", dropped)
    file.executemany("DELETE FROM uses WHERE key = ?", dropped)


def _digest(key: bytes, packed: bytes) -> bytes:
    return blake2b(packed, key=key[:64], digest_size=16).digest()
