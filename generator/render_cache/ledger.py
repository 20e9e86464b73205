"""What the last build made of each page, so that the next one need not even read a page that would be the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from mkdocs.structure.files import Files

from generator.render_cache.store import Store


@dataclass(frozen=True, slots=True)
class Row:
    """What was made of a page that nothing was complained of, and what it was made of beside what every page has."""

    source: str  # the digest of its source
    targets: list[str]  # the files that it links to, wherever they stand or are missing
    keys: list[str]  # those of its body, its HTML and its search entries in the store
    html: str  # the digest of its HTML as it was written
    anchors: list[str]
    links: dict[str, dict[str, str]]  # by the source of a page: the anchors that it is to have, each with its link
    span: list[int]  # where the search entries begin and end in the text of the search index

    @property
    def stored(self) -> list[bytes]:
        """The keys of its records."""
        return [bytes.fromhex(key) for key in self.keys]


class Ledger:
    """The rows of the last build with the same surroundings, by the source of their page."""

    def __init__(self, store: Store, surroundings: bytes) -> None:
        """Read them; there are none where they are not whole."""
        self._store, self._key = store, blake2b(b"ledger", key=surroundings, digest_size=16).digest()
        self._read: dict[str, Any] = store.get(self._key) or {"frame": "", "index": "", "places": {}, "rows": {}}

    @property
    def index(self) -> str:
        """The digest of the text that the spans of the rows are of; "" where they are of none."""
        return str(self._read["index"])

    def rows(self, frame: bytes, files: Files) -> dict[str, Row]:
        """Give the rows that hold if their sources are as they were: all that they link to stands where it stood.

        `frame` is the digest of all that stands around every page.
        """
        if self._read["frame"] != frame.hex():
            return {}
        places, before = _places(files), self._read["places"]
        moved = {path for path in {*places, *before} if places.get(path) != before.get(path)}
        rows = {uri: Row(*row) for uri, row in self._read["rows"].items()}
        return {uri: row for uri, row in rows.items() if uri not in moved and moved.isdisjoint(row.targets)}

    def write(self, frame: bytes, files: Files, index: str, rows: Mapping[str, Row]) -> None:
        """Keep the rows of this build."""
        written = {uri: list(_values(row)) for uri, row in rows.items()}
        record = {"frame": frame.hex(), "index": index, "places": _places(files), "rows": written}
        if record != self._read:
            self._store.put(self._key, record)


def _values(row: Row) -> Iterable[object]:
    return (getattr(row, name) for name in Row.__slots__)


def _places(files: Files) -> dict[str, str]:
    """Give what a link to each file depends on."""
    return {file.src_uri: f"{file.inclusion.name} {file.url}" for file in files}
