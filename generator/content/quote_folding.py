"""Text as quotes are compared: marks and white space made alike, every character with its way back.

What is folded: Unicode NFC; quotation marks and apostrophes of every shape to one; hyphens and dashes, singly or in a
row, to one; three full stops to an ellipsis; white space of every kind, line breaks included, to single spaces;
characters that are not seen to nothing. Letters, case and other punctuation count.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from generator.frozen import frozen

_MARKS = "'\"`´‘’‚‛“”„‟«»‹›′″‵‶ʹʺʻʼʽʾʿ\u02c8\u055a\u05f3\u05f4\uff02\uff07\u300c\u300d\u300e\u300f"
_DASHES = "-\u058a\u05be‐‑‒–—―⁃−﹘﹣－"
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f"
_ALIKE = str.maketrans({**dict.fromkeys(_MARKS, "'"), **dict.fromkeys(_DASHES, "-")})
_RUNS = re.compile(rf"[\s{_UNSEEN}]{{2,}}|[^\S ]|[{_UNSEEN}]|-{{2,}}|\.{{3}}")
_ASCII_RUNS = ("  ", "--", "...")  # what changes in printable ASCII, which most texts are
_JAMO = range(0x1160, 0x1200)  # vowels and finals of Hangul, which join the letter before them

Edit = tuple[int, int, str]  # the span of the source, and what stands for it


@frozen
class Folded:
    """A folded text.

    `pieces` are (position in `text`, start in the source, end in the source, whether both advance together), sorted.
    """

    text: str
    pieces: tuple[tuple[int, int, int, bool], ...]

    def start(self, position: int) -> int:
        """Give the position in the source of the character at `position`."""
        at, start, _, alike = self._piece(position)
        return start + position - at if alike else start

    def end(self, position: int) -> int:
        """Give the position in the source just after the character before `position`, which is not 0."""
        at, start, end, alike = self._piece(position - 1)
        return start + position - at if alike else end

    def _piece(self, position: int) -> tuple[int, int, int, bool]:
        return self.pieces[bisect_right(self.pieces, position, key=lambda piece: piece[0]) - 1]


@functools.lru_cache(maxsize=1024)  # many entries quote the same article
def fold(text: str) -> Folded:
    """Fold a text for comparison."""
    alike = text.translate(_ALIKE)
    parts: list[str] = []
    pieces: list[tuple[int, int, int, bool]] = []
    length = at = 0
    for start, end, made in [*_edits(alike), (len(text), len(text), "")]:
        for part, since, until, same in ((alike[at:start], at, start, True), (made, start, end, False)):
            pieces.append((length, since, until, same))
            parts.append(part)
            length += len(part)
        at = end
    return Folded("".join(parts), tuple(pieces))


def _edits(text: str) -> list[Edit]:
    """List what changes in length, in order and without overlap."""
    if text.isascii() and text.isprintable() and not any(run in text for run in _ASCII_RUNS):
        return []
    edits = [(found.start(), found.end(), _run(found[0])) for found in _RUNS.finditer(text)]
    if not unicodedata.is_normalized("NFC", text):
        edits += _composed(text)
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


def _run(run: str) -> str:
    if run[0] in "-.":
        return "-" if run[0] == "-" else "…"
    return " " if any(c.isspace() for c in run) else ""


def _composed(text: str) -> Iterator[Edit]:
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and _joins(text[at]):
            continue
        made = unicodedata.normalize("NFC", text[start:at])
        if made != text[start:at]:
            yield start, at, made
        start = at


def _joins(character: str) -> bool:
    return unicodedata.category(character).startswith("M") or ord(character) in _JAMO
