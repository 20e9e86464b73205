"""Files in one ZIP file, with the same bytes everywhere."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

from generator.chunks import File, Part, joined

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that the format knows; there is no clock in what is written
_READABLE = 0o644 << 16
_UNIX = 3  # whatever system it is written on
# Records of the format (PKWARE, APPNOTE.TXT, 4.3): the heads of a file, its line in the directory, the end.
_HEAD, _LINE, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s2B5H3I5H2I"), struct.Struct("<4s4H2IH")
_VERSION, _DATE = 20, 1 << 5 | 1  # the format of 1993; the first of January in its first year
_UTF8 = 0x800  # the mark of a path that is not ASCII
_MOST_FILES, _MOST_BYTES = 2**16 - 1, 2**31 - 1  # of more the library writes other records


def packed(files: Mapping[str, File]) -> File:
    """Put files into a ZIP file by their paths, sorted, as Python's library does, in a tenth of its time.

    They are stored and not compressed: what a compressor writes differs from one version of it to the next.
    """
    if len(files) > _MOST_FILES:
        return packed_by_library(files)
    done: list[Part] = []
    directory: list[bytes] = []
    at = 0
    for path, data in sorted(files.items()):
        name = path.encode()
        flags, length = 0 if path.isascii() else _UTF8, data.size
        about = (flags, zipfile.ZIP_STORED, 0, _DATE, data.crc32, length, length, len(name), 0)
        if (following := at + _HEAD.size + len(name) + length) > _MOST_BYTES:
            return packed_by_library(files)
        directory += [_LINE.pack(b"PK\1\2", _VERSION, _UNIX, _VERSION, *about, 0, 0, 0, _READABLE, at), name]
        done += [_HEAD.pack(b"PK\3\4", _VERSION, *about) + name, *data]
        at = following
    listed = b"".join(directory)
    if at + len(listed) > _MOST_BYTES:
        return packed_by_library(files)
    return File([*done, listed, _END.pack(b"PK\5\6", 0, 0, len(files), len(files), len(listed), at, 0)])


def packed_by_library(files: Mapping[str, File]) -> File:
    """Do the same with zipfile, which makes several objects for each file, but knows archives of any size."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _FIRST_DAY)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, joined(data))
    return File([buffer.getbuffer()])


def manifest(files: Mapping[str, File]) -> bytes:
    """List files with their SHA-256, as `sha256sum --check` reads them."""
    return "".join(f"{data.sha256}  {path}\n" for path, data in sorted(files.items())).encode()
