"""Paragraphs whose brackets take the site's builder out of all proportion to read.

For each opening bracket Python-Markdown reads on to the one that closes it, or to the end of the paragraph where none
does: five thousand of them take it seconds, fifty thousand ten minutes. No text of a person's has that. The same holds
for the round bracket before a link's address, where a quotation mark that opens no title lets it read on too.
"""

from __future__ import annotations

import re

from generator.frozen import frozen

_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_LINK = re.compile(
    r"""\]\((?P<rest>(?:[^()"']|\([^()"']*\))*+(?:"[^"]*"|'[^']*')?\s*+\))?""",
)
_MOST = 2_000_000
"""Characters that may be read on in all, about a second's work; and ..."""
_TIMES = 100
"""... however long a paragraph is, it may be read as often as that."""


@frozen
class Tangle:
    """A paragraph in which too much stands between its brackets."""

    start: int  # the offset of its first opening bracket
    opened: int  # how many are opened
    closed: int


def find_tangle(text: str, start: int = 0) -> Tangle | None:
    """Give the first tangle in a text from the offset `start` on."""
    if text.count("[", start) < _TIMES:
        return None
    for paragraph in _PARAGRAPH.finditer(text, start):
        tangle = _tangle(text, *paragraph.span()) or _links(text, *paragraph.span())
        if tangle is not None:
            return tangle
    return None


def _tangle(text: str, start: int, end: int) -> Tangle | None:
    opened: list[int] = []
    first, closed, total, read = start, 0, 0, 0
    for found in _BRACKET.finditer(text, start, end):
        if found[0] == "[":
            first = first if total else found.start()
            opened.append(found.start())
            total += 1
        elif found[0] == "]" and opened:
            read += found.start() - opened.pop()
            closed += 1
    read += sum(end - at for at in opened)
    return Tangle(first, total, closed) if _is_too_much(read, end - start) else None


def _links(text: str, start: int, end: int) -> Tangle | None:
    """Find the same of the brackets around the addresses of links."""
    links = list(_LINK.finditer(text, start, end))
    open_ = [found.start() for found in links if found["rest"] is None]
    if not _is_too_much(sum(end - at for at in open_), end - start):
        return None
    return Tangle(open_[0], len(links), len(links) - len(open_))


def _is_too_much(read: int, length: int) -> bool:
    return read > max(_MOST, _TIMES * length)
