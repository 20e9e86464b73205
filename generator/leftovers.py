"""What processes that were killed left half written beside files that are replaced as a whole."""

from __future__ import annotations

import time
from pathlib import Path

_RESTED = 60  # seconds without a word written: whoever writes a file does not pause so long


def sweep(folder: Path, pattern: str) -> None:
    """Remove the files of a folder that fit the pattern, but for those that somebody may still write.

    Raises OSError where one may not be removed; one that is gone meanwhile is none of them.
    """
    for left in folder.glob(pattern):
        try:
            written = left.stat().st_mtime
        except FileNotFoundError:
            continue
        if written < time.time() - _RESTED:
            left.unlink(missing_ok=True)
