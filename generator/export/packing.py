"""Files in one ZIP file, with the same bytes everywhere."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that the format knows; there is no clock in what is written
_READABLE = 0o644 << 16


def packed(files: Mapping[str, bytes]) -> bytes:
    """Put files into a ZIP file by their paths, sorted.

    They are stored and not compressed: what a compressor writes differs from one version of it to the next.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _FIRST_DAY)
            entry.create_system = 3  # Unix, whatever system it is written on
            entry.external_attr = _READABLE
            archive.writestr(entry, data)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Give the files in a ZIP file by their paths."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def manifest(files: Mapping[str, bytes]) -> bytes:
    """List files with their SHA-256, as `sha256sum --check` reads them."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())).encode()
