"""What is shown: the files that are to be written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Page:
    """A file to be written under docs/: its path with forward slashes, and its text."""

    path: str
    text: str
