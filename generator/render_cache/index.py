"""The search index, put together from the pieces of pages: those that were written before, and those that are new."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

FILE = "search/search_index.json"
"""Where it stands in a site."""

_EMPTY = '"docs":[]}'


def piece_of(entries: Iterable[Mapping[str, Any]]) -> str:
    """Write entries as they stand in the index: one after the other, without brackets."""
    return json.dumps(list(entries), separators=(",", ":"), default=str)[1:-1]


def entries_of(pieces: Iterable[str]) -> list[dict[str, Any]]:
    """Read entries from their pieces."""
    entries: list[dict[str, Any]] = json.loads(f"[{','.join(piece for piece in pieces if piece)}]")
    return entries


def put_together(frame: str, pieces: Mapping[str, str]) -> tuple[str, dict[str, list[int]]]:
    """Give the text of the index, and where in it each piece begins and ends.

    `frame` is the text of an index without entries.
    """
    head = frame[: -len("]}")]
    spans, at = {}, len(head)
    for name, piece in pieces.items():
        spans[name] = [at, at + len(piece)]
        at += len(piece) + 1 if piece else 0
    return f"{head}{','.join(piece for piece in pieces.values() if piece)}]}}", spans


def complete(
    search: Any,  # noqa: ANN401 - Material's class, which has no types
    pieces: Mapping[str, str],
    *,
    as_text: bool,
) -> tuple[str, dict[str, list[int]]]:
    """Give the plugin's index the entries of all pages, which `pieces` has in their order.

    With `as_text` they are not read but written as they stand, and the text and its spans are given as put_together
    gives them; there are none where the plugin has to write the index.
    """
    search.entries, own = [], search.entries
    frame = search.generate_search_index(None)
    if not as_text or not frame.endswith(_EMPTY):
        search.entries = entries_of(pieces.values())
        return "", {}
    search.entries = own
    text, spans = put_together(frame, pieces)
    search.generate_search_index = lambda _: text
    return text, spans
